"""Diagnostics, pulled and pushed."""

from __future__ import annotations

from lsprotocol import types

from tests.lsp.conftest import Hire
from tests.lsp.editor import STORY, Editor


async def test_a_client_that_can_pull_is_never_sent_diagnostics(editor: Editor) -> None:
    uri = editor.open("story.md", STORY)
    (found,) = await editor.items(uri)
    assert (found.code, found.source, found.severity) == (
        "FIG101",
        "attribution-lint",
        types.DiagnosticSeverity.Warning,
    )
    assert found.range == types.Range(types.Position(2, 5), types.Position(2, 10))
    assert editor.client.diagnostics == {}


async def test_a_client_that_cannot_is_sent_them_with_the_version(hire: Hire) -> None:
    editor = await hire()
    uri = editor.open("story.md", STORY)
    (found,) = await editor.pushed(uri, 1)
    assert found.code == "FIG101"
    version = editor.type(uri, "The mayor said s", (2, 0), (2, 1))
    assert await editor.pushed(uri, version) == []
    editor.close(uri)
    assert await editor.pushed(uri, None) == []


async def test_the_same_text_is_not_told_twice(editor: Editor) -> None:
    uri = editor.open("story.md", STORY)
    first = await editor.pull(uri)
    again = await editor.pull(uri, first.result_id)
    assert again == types.RelatedUnchangedDocumentDiagnosticReport(first.result_id or "")
