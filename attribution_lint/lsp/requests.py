"""Which request is answered by what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from attribution_lint.lsp.actions import EXPLAIN, KINDS, SHOW
from attribution_lint.lsp.told import SOURCE

SOURCE_MAP = "attribution-lint/sourceMap"

if TYPE_CHECKING:
    from attribution_lint.lsp.server import Server


def register(server: Server) -> None:
    """Tie each request to its answer."""
    feature = server.feature

    @feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.begin(params)

    @feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        await server.started()

    @feature(types.SHUTDOWN)
    def shutdown(params: None) -> None:
        server.leave()

    @feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def configure(params: types.DidChangeConfigurationParams) -> None:
        await server.configure(params.settings)

    @feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def watched(params: types.DidChangeWatchedFilesParams) -> None:
        await server.refresh()

    @feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        server.lints.put(server.documents.open(params.text_document))

    @feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        identifier = params.text_document
        document = server.documents.change(identifier.uri, identifier.version, params.content_changes)
        if document is not None:
            server.lints.put(document)

    @feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.documents.close(uri)
        server.lints.drop(uri)
        if not server.client.pulls:
            server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    @feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def did_save(params: types.DidSaveTextDocumentParams) -> None:
        await server.refresh()

    options = types.DiagnosticOptions(inter_file_dependencies=False, workspace_diagnostics=False, identifier=SOURCE)

    @feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def diagnostic(params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        outcome = await server.outcome(params.text_document.uri)
        if outcome is None:
            return types.RelatedFullDocumentDiagnosticReport([])
        number = str(outcome.number)
        if params.previous_result_id == number:
            return types.RelatedUnchangedDocumentDiagnosticReport(number)
        return types.RelatedFullDocumentDiagnosticReport(server.diagnostics(outcome), result_id=number)

    @feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(KINDS))
    async def code_action(params: types.CodeActionParams) -> list[types.CodeAction]:
        outcome = await server.outcome(params.text_document.uri)
        actions = server.actions(outcome) if outcome else None
        return list(actions.within(params)) if actions else []

    @feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        return await server.hover(params.text_document.uri, params.position)

    @feature(types.TEXT_DOCUMENT_DEFINITION)
    async def definition(params: types.DefinitionParams) -> types.Location | None:
        features = await server.features(params.text_document.uri)
        return features.definition(params.position) if features else None

    @feature(types.TEXT_DOCUMENT_REFERENCES)
    async def references(params: types.ReferenceParams) -> list[types.Location]:
        features = await server.features(params.text_document.uri)
        return features.references(params.position, params.context.include_declaration) if features else []

    @feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def symbols(params: types.DocumentSymbolParams) -> Sequence[types.DocumentSymbol | types.SymbolInformation]:
        features = await server.features(params.text_document.uri)
        return features.symbols() if features else []

    @feature(types.TEXT_DOCUMENT_INLAY_HINT)
    async def hints(params: types.InlayHintParams) -> list[types.InlayHint]:
        if not server.wishes.inlay_hints:
            return []
        features = await server.features(params.text_document.uri)
        return features.hints(params.range) if features else []

    @feature(types.TEXT_DOCUMENT_CODE_LENS)
    async def lenses(params: types.CodeLensParams) -> list[types.CodeLens]:
        if not server.wishes.code_lens:
            return []
        features = await server.features(params.text_document.uri)
        return [features.lens(SHOW)] if features else []

    @server.command(EXPLAIN)
    async def explain(code: str, uri: str) -> str | None:
        return await server.explain(code, uri)

    @server.command(SHOW)
    async def show_sources(uri: str) -> bool:
        return await server.show_sources(uri)

    @feature(SOURCE_MAP)
    async def source_map(params: Any) -> dict[str, str | None]:
        uri = getattr(params, "uri", None)
        return {"html": await server.source_map(uri) if isinstance(uri, str) else None}
