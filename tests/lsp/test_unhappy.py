"""What a server must bear: broken and untimely messages, clients that die, very many drafts and edits."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from lsprotocol import types

from tests.lsp.editor import PULLS, SERVER, STORY, Editor

INITIALIZE = {"processId": None, "rootUri": None, "capabilities": {"textDocument": {"diagnostic": {}}}}


class Wire:
    """A server and the bytes that go there and come back."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        assert process.stdin is not None
        assert process.stdout is not None
        self.out, self.into = process.stdin, process.stdout
        self.number = 0

    @classmethod
    async def started(cls, *command: str) -> Wire:
        """Start a server and return the wire to it."""
        pipe = asyncio.subprocess.PIPE
        return cls(await asyncio.create_subprocess_exec(*(command or SERVER), stdin=pipe, stdout=pipe, stderr=pipe))

    def send(self, body: bytes) -> None:
        """Send bytes as a message."""
        self.out.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))

    def notify(self, method: str, params: Any = None) -> None:
        """Send a notification."""
        self.send(json.dumps({"jsonrpc": "2.0", "method": method, "params": params}).encode())

    async def ask(self, method: str, params: Any = None) -> dict[str, Any]:
        """Send a request and return its answer."""
        self.number += 1
        message = {"jsonrpc": "2.0", "id": self.number, "method": method, "params": params}
        self.send(json.dumps(message).encode())
        return await self.answer(self.number)

    async def answer(self, number: int | None) -> dict[str, Any]:
        """Return the next answer to a request, or to none if `number` is None."""
        while True:
            head = await asyncio.wait_for(self.into.readuntil(b"\r\n\r\n"), 30)
            size = int(head.split(b"Content-Length: ")[1].split(b"\r\n")[0])
            message: dict[str, Any] = json.loads(await self.into.readexactly(size))
            if "method" not in message and message["id"] == number:
                return message

    async def end(self) -> tuple[int, str]:
        """Return the exit status and what was said on stderr."""
        assert self.process.stderr is not None
        said = await asyncio.wait_for(self.process.stderr.read(), 30)
        return await asyncio.wait_for(self.process.wait(), 30), said.decode()


@pytest_asyncio.fixture
async def wire() -> AsyncIterator[Wire]:
    """A server that has been told nothing yet."""
    wire = await Wire.started()
    yield wire
    if wire.process.returncode is None:
        wire.process.kill()
        await wire.process.wait()


async def test_what_cannot_be_served_is_refused_and_the_session_goes_on(wire: Wire) -> None:
    assert (await wire.ask("textDocument/hover", {}))["error"]["code"] == -32602
    params = {"textDocument": {"uri": "file:///a.md"}, "position": {"line": 0, "character": 0}}
    assert (await wire.ask("textDocument/hover", params))["error"]["code"] == -32002
    wire.notify("textDocument/didSave", {"textDocument": {"uri": "file:///a.md"}})
    assert (await wire.ask("initialize", INITIALIZE))["result"]["serverInfo"]["name"] == "attribution-lint"
    assert (await wire.ask("initialize", INITIALIZE))["error"]["code"] == -32600
    wire.notify("initialized", {})
    for body, code in (
        (b"{ no json", -32700),
        (b"\xff\xfe", -32700),
        (b"[]", -32600),
        (b"3", -32600),
        (b"{}", -32600),
    ):
        wire.send(body)
        assert (await wire.answer(None))["error"]["code"] == code
    assert (await wire.ask("attribution-lint/nonsense", {"a": 1}))["error"]["code"] == -32601
    assert (await wire.ask("textDocument/hover", {"textDocument": 3}))["error"]["code"] == -32602
    assert (await wire.ask("workspace/executeCommand", {"command": "nonsense"}))["error"]["code"] == -32602
    explain = {"command": "attribution-lint.explain", "arguments": ["ZZZ999", "file:///a.md"]}
    assert (await wire.ask("workspace/executeCommand", explain))["result"] is None
    wire.out.write(b"X-Nonsense: 1\r\n\r\n")
    wire.notify("attribution-lint/nonsense", {"a": 1})
    wire.notify("$/cancelRequest", {"id": 99})
    wire.notify("textDocument/didChange", {"textDocument": {"uri": "file:///b.md", "version": 2}, "contentChanges": []})
    wire.notify("textDocument/didClose", {"textDocument": {"uri": "file:///b.md"}})
    wire.notify("textDocument/didOpen", {"textDocument": {"uri": "file:///a.md"}})
    document = {"uri": "file:///a.md", "languageId": "markdown", "version": 1, "text": STORY}
    wire.notify("textDocument/didOpen", {"textDocument": document})
    backwards = {"start": {"line": 9, "character": 9}, "end": {"line": 0, "character": 0}}
    change = {
        "textDocument": {"uri": "file:///a.md", "version": 2},
        "contentChanges": [{"range": backwards, "text": "!"}],
    }
    wire.notify("textDocument/didChange", change)
    report = await wire.ask("textDocument/diagnostic", {"textDocument": {"uri": "file:///a.md"}})
    assert [each["code"] for each in report["result"]["items"]] == ["FIG101"]

    assert (await wire.ask("shutdown"))["result"] is None
    assert (await wire.ask("shutdown"))["error"]["code"] == -32600
    assert (await wire.ask("textDocument/hover", params))["error"]["code"] == -32600
    wire.notify("exit")
    assert await wire.end() == (0, "")


async def test_a_client_that_leaves_without_a_word_ends_the_server(wire: Wire) -> None:
    await wire.ask("initialize", INITIALIZE)
    wire.notify("initialized", {})
    document = {"uri": "file:///a.md", "languageId": "markdown", "version": 1, "text": STORY * 500}
    wire.notify("textDocument/didOpen", {"textDocument": document})
    wire.out.close()
    assert await wire.end() == (1, "")


@pytest.mark.skipif(os.name != "posix", reason="processes are looked after where signals are")
async def test_a_client_that_dies_and_leaves_its_pipes_open_ends_the_server(wire: Wire) -> None:
    client = await asyncio.create_subprocess_exec(sys.executable, "-c", "input()", stdin=asyncio.subprocess.PIPE)
    await wire.ask("initialize", {**INITIALIZE, "processId": client.pid})
    wire.notify("initialized", {})
    client.send_signal(signal.SIGKILL)
    await client.wait()
    assert await wire.end() == (1, "")


@pytest.mark.skipif(os.name != "posix", reason="terminals of this kind only")
def test_a_person_who_starts_it_is_told_and_can_end_it() -> None:
    ours, theirs = os.openpty()
    pytest.importorskip("tty").setraw(theirs)
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": INITIALIZE}).encode()
    with subprocess.Popen(SERVER, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stderr.readline() == b"This serves an editor, which starts it by itself. Ctrl-C ends it.\n"
        os.write(ours, b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        assert process.stdout.readline().startswith(b"Content-Length: ")
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr.read() == b""
    os.close(ours)
    os.close(theirs)


async def test_exit_without_shutdown_is_no_success(wire: Wire) -> None:
    wire.notify("exit")
    assert await wire.end() == (1, "")


async def test_tcp_serves_one_client_on_this_machine_only() -> None:
    wire = await Wire.started(*SERVER, "--tcp", "0")
    assert wire.process.stderr is not None
    said = (await asyncio.wait_for(wire.process.stderr.readline(), 30)).decode()
    host, _, port = said.removeprefix("listening on ").strip().partition(":")
    assert host == "127.0.0.1"
    wire.into, wire.out = await asyncio.open_connection(host, int(port))
    assert "result" in await wire.ask("initialize", INITIALIZE)
    second, _ = await asyncio.open_connection(host, int(port))
    assert await asyncio.wait_for(second.read(), 30) == b""
    taken = await Wire.started(*SERVER, "--tcp", port)
    status, complaint = await taken.end()
    assert (status, complaint.startswith(f"error: --tcp {port}: ")) == (2, True)
    assert (await wire.ask("shutdown"))["result"] is None
    wire.notify("exit")
    assert await wire.end() == (0, "")


async def test_a_draft_deleted_while_open_is_still_a_draft(editor: Editor) -> None:
    editor.folder.mkdir()
    file = editor.folder / "story.md"
    file.write_text(STORY, encoding="utf-8")
    uri = editor.open("story.md", STORY)
    file.unlink()
    event = types.FileEvent(uri, types.FileChangeType.Deleted)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    editor.type(uri, "Now: ", (0, 0))
    assert await editor.codes(uri) == ["FIG101"]
    editor.close(uri)
    assert await editor.codes(uri) == []


async def test_a_question_can_be_taken_back(editor: Editor) -> None:
    uri = editor.open("story.md", STORY * 200)
    params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
    asked = editor.client.protocol.send_request(types.TEXT_DOCUMENT_DIAGNOSTIC, params, msg_id="mine")
    editor.client.cancel_request(types.CancelParams("mine"))
    with pytest.raises(Exception, match="cancel"):
        await asyncio.wait_for(asyncio.wrap_future(asked), 30)
    editor.close(uri)


@pytest.mark.slow
async def test_five_hundred_drafts_are_open(editor: Editor) -> None:
    uris = [editor.open(f"{number}.md", f"Some {number},300 people were hurt.\n") for number in range(1, 501)]
    found = await asyncio.gather(*(editor.items(uri) for uri in uris))
    assert all(f"“{number},300”" in each[0].message for number, each in enumerate(found, start=1))
    for uri in uris:
        editor.close(uri)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs to see the memory of a process")
@pytest.mark.parametrize(
    ("at_once", "pull_after", "most"), [(5, 100, 4), pytest.param(1, 50, 8, marks=pytest.mark.nightly)]
)
async def test_ten_thousand_edits_leave_memory_as_it_was(
    at_once: int, pull_after: int, most: float, tmp_path: Path
) -> None:
    """But for under a kilobyte that is kept of each word never seen before: each edit brings one."""
    editor = await Editor.hired(tmp_path)
    await editor.start(text_document=PULLS)
    assert editor.client._server is not None
    memory = Path(f"/proc/{editor.client._server.pid}/statm")

    def megabytes() -> float:
        return int(memory.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

    uri = editor.open("story.md", STORY)
    before = 0.0
    words = ["", *(f"word{number} " for number in range(1, 10_001))]
    edits = [
        types.TextDocumentContentChangePartial(types.Range(types.Position(0, 0), types.Position(0, len(old))), new)
        for old, new in pairwise(words)
    ]
    for done in range(at_once, len(edits) + 1, at_once):
        editor.change(uri, *edits[done - at_once : done])
        if done % pull_after == 0:
            assert await editor.codes(uri) == ["FIG101"]
        if done == 2000:  # what is kept of the last drafts is full by then
            before = megabytes()
    assert done == 10_000
    assert megabytes() - before < most
    await editor.leave()
