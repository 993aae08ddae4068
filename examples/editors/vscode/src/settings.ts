/** What the user has set, in the terms of the server. */

export interface Settings {
  command: string[];
  configuration: string | null;
  inlayHints: boolean;
  codeLens: boolean;
  statusBar: boolean;
}

export interface ServerOptions {
  configuration?: string;
  inlayHints: boolean;
  codeLens: boolean;
  counts: boolean;
}

export const LANGUAGES = ["markdown", "plaintext", "html"];

export function read(get: <T>(key: string, fallback: T) => T): Settings {
  return {
    command: get<string[]>("command", ["attribution-lint"]),
    configuration: get<string | null>("configuration", null),
    inlayHints: get("inlayHints", false),
    codeLens: get("codeLens", true),
    statusBar: get("statusBar", true),
  };
}

/** The settings that the server knows; a status bar needs the counts of the story. */
export function forServer(settings: Settings): ServerOptions {
  return {
    ...(settings.configuration ? { configuration: settings.configuration } : {}),
    inlayHints: settings.inlayHints,
    codeLens: settings.codeLens,
    counts: settings.statusBar,
  };
}

/** The program and its arguments. Throws for a command that is empty. */
export function program(settings: Settings): { command: string; args: string[] } {
  const [command, ...args] = settings.command;
  if (!command) {
    throw new Error("attributionLint.command is empty: name the program, such as [\"attribution-lint\"]");
  }
  return { command, args: [...args, "lsp"] };
}
