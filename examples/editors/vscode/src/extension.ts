/** Attribution Lint in VS Code: starts the language server and shows what only this editor can show. */

import * as vscode from "vscode";
import { LanguageClient, LanguageClientOptions, State } from "vscode-languageclient/node";

import { COUNTS, Counts, Latest, statusDetail, statusText } from "./counts";
import { LANGUAGES, Settings, forServer, program, read } from "./settings";
import { confined, sourceMap } from "./sourceMap";

const SECTION = "attributionLint";
const latest = new Latest();
let client: LanguageClient | undefined;
let status: vscode.StatusBarItem;
let panel: vscode.WebviewPanel | undefined;
let mapped: vscode.Uri | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  status = vscode.window.createStatusBarItem("attributionLint.counts", vscode.StatusBarAlignment.Right, 100);
  status.name = "Attribution Lint";
  status.command = "attributionLint.showSourceMap";
  context.subscriptions.push(
    status,
    vscode.commands.registerCommand("attributionLint.showSourceMap", () => showSourceMap()),
    vscode.commands.registerCommand("attributionLint.restart", () => restart()),
    vscode.window.onDidChangeActiveTextEditor(() => showCounts()),
    vscode.workspace.onDidCloseTextDocument((document) => latest.drop(document.uri.toString())),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration(`${SECTION}.command`)) {
        await restart();
      } else if (event.affectsConfiguration(SECTION)) {
        await client?.sendNotification("workspace/didChangeConfiguration", { settings: forServer(settings()) });
        showCounts();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

function settings(): Settings {
  const section = vscode.workspace.getConfiguration(SECTION);
  return read((key, fallback) => section.get(key, fallback));
}

async function start(): Promise<void> {
  try {
    const { command, args } = program(settings());
    const run = { command, args };
    const options: LanguageClientOptions = {
      documentSelector: LANGUAGES.flatMap((language) => [
        { language, scheme: "file" },
        { language, scheme: "untitled" },
      ]),
      initializationOptions: forServer(settings()),
      middleware: {
        executeCommand: async (name, given, next) =>
          name === "attribution-lint.showSources"
            ? showSourceMap(vscode.Uri.parse(String(given[0])))
            : next(name, given),
        workspace: {
          // The server asks for its section; it gets the settings that it knows.
          configuration: async () => [forServer(settings())],
        },
      },
    };
    client = new LanguageClient(SECTION, "Attribution Lint", { run, debug: run }, options);
    client.onNotification(COUNTS, (counts: Counts) => {
      latest.take(counts);
      showCounts();
      if (mapped?.toString() === counts.uri) {
        void refreshSourceMap();
      }
    });
    await client.start();
  } catch (error) {
    const choice = await vscode.window.showErrorMessage(
      `Attribution Lint does not start: ${error instanceof Error ? error.message : error}`,
      "Open settings",
    );
    if (choice) {
      await vscode.commands.executeCommand("workbench.action.openSettings", `${SECTION}.command`);
    }
  }
}

async function restart(): Promise<void> {
  const old = client;
  client = undefined;
  if (old?.state === State.Running) {
    await old.stop();
  }
  await start();
}

function showCounts(): void {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const counts = uri ? latest.get(uri) : undefined;
  if (!counts || !settings().statusBar) {
    status.hide();
    return;
  }
  status.text = statusText(counts);
  status.tooltip = statusDetail(counts);
  status.show();
}

async function showSourceMap(uri = vscode.window.activeTextEditor?.document.uri): Promise<void> {
  if (!uri) {
    void vscode.window.showInformationMessage("Open a draft to see what it rests on.");
    return;
  }
  mapped = uri;
  if (!panel) {
    panel = vscode.window.createWebviewPanel("attributionLint.sourceMap", "Source map", vscode.ViewColumn.Beside, {
      enableScripts: true,
      localResourceRoots: [],
      retainContextWhenHidden: true,
    });
    panel.onDidDispose(() => {
      panel = undefined;
      mapped = undefined;
    });
  }
  panel.reveal(undefined, true);
  await refreshSourceMap();
}

async function refreshSourceMap(): Promise<void> {
  const shown = mapped;
  if (!panel || !shown || !client) {
    return;
  }
  try {
    const ask = client.sendRequest.bind(client) as (method: string, params: object) => Promise<unknown>;
    const html = confined(await sourceMap(ask, shown.toString()));
    if (panel && mapped === shown) {
      panel.title = `Source map: ${shown.path.split("/").pop()}`;
      panel.webview.html = html;
    }
  } catch (error) {
    void vscode.window.showWarningMessage(error instanceof Error ? error.message : String(error));
  }
}
