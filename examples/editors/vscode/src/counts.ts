/** The counts that the server sends with each outcome, and how they read in the status bar. */

export const COUNTS = "attribution-lint/counts";

export interface Counts {
  uri: string;
  version: number;
  diagnostics: { error: number; warning: number; info: number };
  story?: {
    figures: number;
    attributed: number;
    carried: number;
    exempt: number;
    unattributed: number;
    quotations: number;
    unspoken: number;
    sources: number;
  };
}

function many(count: number, noun: string): string {
  return count === 1 ? `${count} ${noun}` : `${count} ${noun}s`;
}

export function statusText(counts: Counts): string {
  const { error, warning, info } = counts.diagnostics;
  const open = counts.story ? ` $(question) ${counts.story.unattributed}` : "";
  return `$(error) ${error} $(warning) ${warning} $(info) ${info}${open}`;
}

export function statusDetail(counts: Counts): string {
  const story = counts.story;
  if (!story) {
    return "This draft is not read.";
  }
  return [
    `${many(story.figures, "figure")}: ${story.attributed} attributed, ${story.carried} carried, ` +
      `${story.exempt} exempt, ${story.unattributed} without a source`,
    `${many(story.quotations, "quotation")}, ${story.unspoken} without a speaker`,
    many(story.sources, "source"),
    "Click for the source map.",
  ].join("\n");
}

/** The newest counts of each draft; those of an older version never replace newer ones. */
export class Latest {
  private readonly byUri = new Map<string, Counts>();

  take(counts: Counts): void {
    const known = this.byUri.get(counts.uri);
    if (!known || known.version <= counts.version) {
      this.byUri.set(counts.uri, counts);
    }
  }

  get(uri: string): Counts | undefined {
    return this.byUri.get(uri);
  }

  drop(uri: string): void {
    this.byUri.delete(uri);
  }
}
