"""An editor for tests: a real client, and a few words for what an editor does with it."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

from lsprotocol import types
from pytest_lsp import LanguageClient, make_test_lsp_client

SERVER = (sys.executable, "-m", "attribution_lint", "lsp")
PULLS = types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities())
EVERYTHING: dict[str, Any] = {
    "text_document": types.TextDocumentClientCapabilities(
        diagnostic=types.DiagnosticClientCapabilities(
            related_information=True,
            tag_support=types.ClientDiagnosticsTagOptions([types.DiagnosticTag.Unnecessary]),
            code_description_support=True,
            data_support=True,
        ),
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
        document_symbol=types.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True),
    ),
    "workspace": types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(
            document_changes=True, resource_operations=[types.ResourceOperationKind.Create]
        ),
        diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True),
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
        configuration=True,
    ),
    "window": types.WindowClientCapabilities(show_document=types.ShowDocumentClientCapabilities(support=True)),
}
STORY = "The harbour has changed.\n\nSome 4,300 people were hurt in the blast.\n"


class Editor:
    """An editor with one server: opens drafts, types into them, and asks."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.root = self.folder = folder
        self.versions: dict[str, int] = {}
        self.registered: list[types.Registration] = []

        @client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams) -> None:
            self.registered += params.registrations

    @classmethod
    async def hired(cls, folder: Path) -> Editor:
        """Return an editor with a server that has been started and told nothing."""
        client = make_test_lsp_client()
        await client.start_io(*SERVER)
        return cls(client, folder)

    async def start(self, **capabilities: Any) -> types.InitializeResult:
        """Introduce the client; `capabilities` are fields of ClientCapabilities, `settings` the user's."""
        settings = capabilities.pop("settings", None)
        folders = [types.WorkspaceFolder(self.root.as_uri(), "desk")]
        declared = types.ClientCapabilities(**capabilities)
        return await self.client.initialize_session(
            types.InitializeParams(capabilities=declared, workspace_folders=folders, initialization_options=settings)
        )

    async def leave(self) -> None:
        """Shut the server down, unless it is gone."""
        server = self.client._server
        if server is not None and server.returncode is None:
            await asyncio.wait_for(self.client.shutdown_session(), 20)
            assert server.returncode == 0
        await self.client.stop()

    def uri(self, name: str) -> str:
        """The URI of a draft in the folder."""
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "markdown") -> str:
        """Open a draft and return its URI."""
        uri = name if name.startswith("untitled:") else self.uri(name)
        self.versions[uri] = 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def type(self, uri: str, text: str, start: tuple[int, int], end: tuple[int, int] | None = None) -> int:
        """Replace a range by a text and return the new version."""
        span = types.Range(types.Position(*start), types.Position(*(end or start)))
        return self.change(uri, types.TextDocumentContentChangePartial(span, text))

    def change(self, uri: str, *changes: types.TextDocumentContentChangeEvent) -> int:
        """Make changes and return the new version."""
        self.versions[uri] += 1
        identifier = types.VersionedTextDocumentIdentifier(uri=uri, version=self.versions[uri])
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, list(changes)))
        return self.versions[uri]

    def close(self, uri: str) -> None:
        """Close a draft."""
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    async def pull(self, uri: str, known: str | None = None) -> types.DocumentDiagnosticReport:
        """Ask for diagnostics."""
        params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri), previous_result_id=known)
        return await self.client.text_document_diagnostic_async(params)

    async def items(self, uri: str) -> list[types.Diagnostic]:
        """Ask for diagnostics and return them."""
        report = await self.pull(uri)
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return list(report.items)

    async def codes(self, uri: str) -> list[str | int | None]:
        """Ask for diagnostics and return their codes."""
        return [found.code for found in await self.items(uri)]

    async def pushed(self, uri: str, version: int | None) -> list[types.Diagnostic]:
        """Wait for the diagnostics of a version."""
        while True:
            params = await self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
            if (params.uri, params.version) == (uri, version):
                return list(params.diagnostics)

    async def actions(
        self, uri: str, line: int, character: int, only: list[str] | None = None
    ) -> list[types.CodeAction | types.Command]:
        """Ask for the code actions at a place."""
        at = types.Position(line, character)
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(uri), types.Range(at, at), types.CodeActionContext([], only)
        )
        return list(await self.client.text_document_code_action_async(params) or [])

    async def action(self, uri: str, line: int, character: int, title: str) -> types.CodeAction:
        """Ask for the code action of a title at a place."""
        found = [each for each in await self.actions(uri, line, character) if each.title == title]
        assert len(found) == 1, [each.title for each in await self.actions(uri, line, character)]
        assert isinstance(found[0], types.CodeAction)
        return found[0]

    async def hover(self, uri: str, line: int, character: int) -> str | None:
        """Ask what there is to say of a place."""
        params = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(line, character))
        found = await self.client.text_document_hover_async(params)
        if found is None:
            return None
        assert isinstance(found.contents, types.MarkupContent)
        return found.contents.value


def edited(text: str, edit: types.WorkspaceEdit, uri: str) -> str:
    """Return a text (of characters that count one each) with the edits that a workspace edit has for its draft."""
    edits = list((edit.changes or {}).get(uri, ()))
    for change in edit.document_changes or ():
        if isinstance(change, types.TextDocumentEdit) and change.text_document.uri == uri:
            edits += change.edits
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for each in sorted(edits, key=lambda e: (e.range.start.line, e.range.start.character), reverse=True):
        start = starts[each.range.start.line] + each.range.start.character
        end = starts[each.range.end.line] + each.range.end.character
        text = text[:start] + each.new_text + text[end:]
    return text
