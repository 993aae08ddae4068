/** What the extension does, against the real server: settings, counts, the source map, corrections. */

import assert from "node:assert/strict";
import { ChildProcess, spawn } from "node:child_process";
import { after, before, test } from "node:test";
import {
  CodeAction,
  InitializeRequest,
  ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from "vscode-languageserver-protocol/node";

import { COUNTS, Counts, Latest, statusDetail, statusText } from "../src/counts";
import { forServer, program, read } from "../src/settings";
import { confined, sourceMap } from "../src/sourceMap";

const URI = "untitled:story.md";
const TEXT = "Ada Moss said 12 people left.\n\nNobody spoke.\n\nSome 4,300 people were hurt in the blast.\n";
const given: Record<string, unknown> = { command: (process.env.ATTRIBUTION_LINT ?? "attribution-lint").split(" ") };
const settings = read(<T>(key: string, fallback: T) => (given[key] as T) ?? fallback);

let server: ChildProcess;
let connection: ProtocolConnection;
const latest = new Latest();
const arrivals: Array<(counts: Counts) => void> = [];

function nextCounts(): Promise<Counts> {
  return new Promise((resolve) => arrivals.push(resolve));
}

before(async () => {
  const { command, args } = program(settings);
  server = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  connection = createProtocolConnection(
    new StreamMessageReader(server.stdout!),
    new StreamMessageWriter(server.stdin!),
  );
  connection.onNotification(COUNTS, (counts: Counts) => {
    latest.take(counts);
    arrivals.splice(0).forEach((arrived) => arrived(counts));
  });
  connection.listen();
  const result = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceEdit: { documentChanges: true } } },
    initializationOptions: forServer(settings),
  });
  assert.equal(result.serverInfo?.name, "attribution-lint");
  connection.sendNotification("initialized", {});
});

after(async () => {
  await connection.sendRequest("shutdown");
  const ended = new Promise((resolve) => server.on("exit", resolve));
  connection.sendNotification("exit");
  assert.equal(await ended, 0);
});

test("the counts of a draft arrive and read well", async () => {
  const arrived = nextCounts();
  connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri: URI, languageId: "markdown", version: 1, text: TEXT },
  });
  const counts = await arrived;
  assert.equal(counts.uri, URI);
  assert.deepEqual(counts.diagnostics, { error: 0, warning: 1, info: 0 });
  assert.equal(statusText(counts), "$(error) 0 $(warning) 1 $(info) 0 $(question) 1");
  assert.equal(
    statusDetail(counts),
    "2 figures: 1 attributed, 0 carried, 0 exempt, 1 without a source\n" +
      "0 quotations, 0 without a speaker\n1 source\nClick for the source map.",
  );
});

test("the counts of an older text never replace newer ones", () => {
  const newer = { ...latest.get(URI)!, version: 7 };
  latest.take(newer);
  latest.take({ ...newer, version: 6 });
  assert.equal(latest.get(URI)?.version, 7);
  latest.drop(URI);
  assert.equal(latest.get(URI), undefined);
});

test("a correction changes the draft, and the counts with it", async () => {
  const place = { line: 4, character: 6 };
  const actions = (await connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri: URI },
    range: { start: place, end: place },
    context: { diagnostics: [] },
  })) as CodeAction[];
  const allow = actions.find((action) => action.title === "Allow FIG101 in this paragraph");
  const change = allow?.edit?.documentChanges?.[0];
  assert.ok(change && "edits" in change);
  assert.equal(change.textDocument.version, 1);
  const arrived = nextCounts();
  connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: URI, version: 2 },
    contentChanges: change.edits.map((edit) => ({ range: edit.range, text: "newText" in edit ? edit.newText : "" })),
  });
  assert.equal((await arrived).diagnostics.warning, 0);
});

test("the source map is the page of the text on the screen, and fetches nothing", async () => {
  const page = confined(await sourceMap((method, params) => connection.sendRequest(method, params), URI));
  assert.match(page, /<html/);
  assert.match(page, /Ada Moss/);
  assert.match(page, /<head[^>]*><meta http-equiv="Content-Security-Policy" content="default-src 'none'/);
  await assert.rejects(
    sourceMap((method, params) => connection.sendRequest(method, params), "file:///missing.md"),
    /cannot be read/,
  );
});

test("settings are told to the server in its own terms", () => {
  assert.deepEqual(forServer({ ...settings, configuration: "desk.toml", statusBar: false }), {
    configuration: "desk.toml",
    inlayHints: false,
    codeLens: true,
    counts: false,
  });
  assert.throws(() => program({ ...settings, command: [] }), /name the program/);
});
