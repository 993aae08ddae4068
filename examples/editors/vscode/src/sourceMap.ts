/** The source map of a draft: the page that `attribution-lint report` writes, made of the text on the screen. */

export const SOURCE_MAP = "attribution-lint/sourceMap";

export type Ask = (method: string, params: object) => Promise<unknown>;

/** Ask the server for the page. Throws where the draft cannot be read. */
export async function sourceMap(ask: Ask, uri: string): Promise<string> {
  const answer = (await ask(SOURCE_MAP, { uri })) as { html?: string | null } | null;
  if (!answer?.html) {
    throw new Error("This draft cannot be read, or the configuration excludes it.");
  }
  return answer.html;
}

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; font-src data:";

/** The page with a policy that lets it fetch nothing, whatever a draft holds. */
export function confined(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + meta) : meta + html;
}
