"""An editor for tests: a real client, and a few words for what an editor does with it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from lsprotocol import types
from pytest_lsp import LanguageClient

SERVER = (sys.executable, "-m", "attribution_lint", "lsp")
STORY = "The harbour has changed.\n\nSome 4,300 people were hurt in the blast.\n"


class Editor:
    """An editor with one server: opens drafts, types into them, and asks."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.server: types.ServerCapabilities | None = None
        self.versions: dict[str, int] = {}

    async def start(self, **capabilities: Any) -> types.ServerCapabilities:
        """Introduce the client; `capabilities` are fields of ClientCapabilities, `settings` the user's."""
        settings = capabilities.pop("settings", None)
        declared = types.ClientCapabilities(**capabilities)
        uri = self.folder.as_uri()
        params = types.InitializeParams(
            capabilities=declared,
            workspace_folders=[types.WorkspaceFolder(uri, "desk")],
            initialization_options=settings,
        )
        self.server = (await self.client.initialize_session(params)).capabilities
        return self.server

    def uri(self, name: str) -> str:
        """The URI of a draft in the folder."""
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "markdown") -> str:
        """Open a draft and return its URI."""
        uri = name if name.startswith("untitled:") else self.uri(name)
        self.versions[uri] = 1
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text))
        )
        return uri

    def type(self, uri: str, text: str, start: tuple[int, int], end: tuple[int, int] | None = None) -> int:
        """Replace a range by a text and return the new version."""
        self.versions[uri] += 1
        span = types.Range(types.Position(*start), types.Position(*(end or start)))
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(uri=uri, version=self.versions[uri]),
                [types.TextDocumentContentChangePartial(span, text)],
            )
        )
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

    async def pushed(self, uri: str, version: int | None) -> list[types.Diagnostic]:
        """Wait for the diagnostics of a version."""
        while True:
            params = await self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
            if (params.uri, params.version) == (uri, version):
                return list(params.diagnostics)

    async def actions(
        self, uri: str, line: int, character: int, only: list[str] | None = None
    ) -> list[types.CodeAction]:
        """Ask for the code actions at a place."""
        at = types.Position(line, character)
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(uri), types.Range(at, at), types.CodeActionContext([], only)
        )
        return list(await self.client.text_document_code_action_async(params) or [])


PULLS = types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities())
