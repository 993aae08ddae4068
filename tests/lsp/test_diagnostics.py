"""Diagnostics, pulled and pushed, the same as on the command line."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from lsprotocol import types
from lsprotocol.converters import get_converter

from tests.conftest import Command
from tests.lsp.conftest import Hire
from tests.lsp.editor import PULLS, STORY, Editor

WARNING = types.DiagnosticSeverity.Warning
DRAFTS = {
    "plain.txt": "Words 😀 here.\n\nSome 4,300 people were hurt in the blast.\r\nMore than 60% left, he found.\n",
    "markdown.md": "> Some **4,300** people 😀 were hurt; 12&nbsp;million left.\n\n"
    "<!-- attribution-lint: allow BOI -->\nWords.\n",
    "page.html": "<p>Some <b>4,300</b> people 😀 were hurt.</p><p>It cost $3 million.</p>\u2028<p>And 40 per cent.</p>",
}


async def test_a_client_that_can_pull_is_never_sent_diagnostics(editor: Editor) -> None:
    uri = editor.open("story.md", STORY)
    (found,) = await editor.items(uri)
    assert (found.code, found.source, found.severity) == ("FIG101", "attribution-lint", WARNING)
    assert found.range == types.Range(types.Position(2, 5), types.Position(2, 10))
    assert found.code_description is not None
    assert found.code_description.href.endswith("#fig101")
    assert editor.client.diagnostics == {}


async def test_a_client_that_cannot_is_sent_them_with_the_version(plain: Editor) -> None:
    editor = plain
    uri = editor.open("story.md", STORY)
    (found,) = await editor.pushed(uri, 1)
    assert (found.code, found.code_description, found.related_information, found.data) == ("FIG101", None, None, None)
    version = editor.type(uri, "The mayor said s", (2, 0), (2, 1))
    assert await editor.pushed(uri, version) == []
    # Of many versions typed at once only those are linted that nothing has overtaken, and the last one always is.
    for _ in range(40):
        version = editor.type(uri, "x", (0, 0))
    versions = []
    while version not in versions:
        params = await editor.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        versions.append(params.version)
    assert versions == sorted(versions)
    editor.close(uri)
    assert await editor.pushed(uri, None) == []


async def test_related_places_and_tags_are_told_to_a_client_that_knows_them(editor: Editor) -> None:
    uri = editor.open("a.md", f"Ada Moss said 12 people left.\n\nNobody spoke.\n\n{STORY}")
    found = next(each for each in await editor.items(uri) if each.code == "FIG101")
    (related,) = found.related_information or ()
    assert related.location == types.Location(uri, types.Range(types.Position(0, 0), types.Position(0, 8)))
    assert related.message == "nearest source"
    stale = editor.open("b.md", "<!-- attribution-lint: allow BOI -->\nNobody spoke.\n")
    (found,) = await editor.items(stale)
    assert (found.code, found.tags) == ("LNT001", (types.DiagnosticTag.Unnecessary,))


async def test_the_same_text_is_not_told_twice(editor: Editor) -> None:
    uri = editor.open("story.md", STORY)
    first = await editor.pull(uri)
    again = await editor.pull(uri, first.result_id)
    assert again == types.RelatedUnchangedDocumentDiagnosticReport(first.result_id or "")
    editor.type(uri, "x", (0, 0))
    assert isinstance(await editor.pull(uri, first.result_id), types.RelatedFullDocumentDiagnosticReport)


async def test_a_question_is_answered_for_the_newest_text(editor: Editor) -> None:
    uri = editor.open("story.md", STORY)
    editor.type(uri, "Words.\n\n", (0, 0))
    early = asyncio.ensure_future(editor.items(uri))
    editor.type(uri, "More words.\n\n", (0, 0))
    late = await editor.items(uri)
    assert [each.range.start.line for each in late] == [6]
    assert await early == late


async def test_what_is_open_wins_over_the_disk(editor: Editor) -> None:
    editor.folder.mkdir()
    (editor.folder / "story.md").write_text(STORY, encoding="utf-8")
    uri = editor.uri("story.md")
    assert await editor.codes(uri) == ["FIG101"]
    editor.open("story.md", "Nobody spoke.\n")
    assert await editor.codes(uri) == []
    editor.close(uri)
    assert await editor.codes(uri) == ["FIG101"]
    assert await editor.codes(editor.uri("missing.md")) == []


@pytest.mark.parametrize(
    ("name", "language", "codes"),
    [
        ("untitled:Untitled-1", "plaintext", []),
        ("untitled:Untitled-2", "markdown", ["FIG101"]),
        ("untitled:notes.html", "plaintext", ["FIG101"]),
        ("draft", "markdown", ["FIG101"]),
        ("draft.txt", "markdown", []),
    ],
)
async def test_the_suffix_or_else_the_language_tells_the_format(
    editor: Editor, name: str, language: str, codes: list[str]
) -> None:
    # Only plain text has comments that begin with a number sign.
    uri = editor.open(name, "# attribution-lint: allow FIG101\nSome 4,300 people were hurt in the blast.\n", language)
    assert await editor.codes(uri) == codes


async def test_positions_are_in_the_units_agreed_on(hire: Hire) -> None:
    kinds = [types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16]
    editor = await hire(text_document=PULLS, general=types.GeneralClientCapabilities(position_encodings=kinds))
    uri = editor.open("a.txt", "Words.\n\n“é” 😀 Some 4,300 people were hurt.\n")
    (found,) = await editor.items(uri)
    assert found.range == types.Range(types.Position(2, 19), types.Position(2, 24))
    editor.type(uri, "1", (2, 19), (2, 20))
    (found,) = await editor.items(uri)
    assert "“1,300”" in found.message


async def test_both_say_what_the_command_line_says(editor: Editor, command: Command, tmp_path: Path) -> None:
    for name, text in DRAFTS.items():
        (tmp_path / name).write_bytes(text.encode())
    done = command("check", "--output-format", "lsp", ".")
    told = {Path(entry["uri"]).name: entry["diagnostics"] for entry in json.loads(done.out)}
    assert sum(len(found) for found in told.values()) >= 5
    converter = get_converter()
    for name, text in DRAFTS.items():
        found = converter.unstructure(await editor.items(editor.open(name, text)), list[types.Diagnostic])
        for each in (*found, *told[name]):
            each.pop("data")  # the command line has no second question to answer, so it says more at once
            for place in each.get("relatedInformation", ()):
                place["location"].pop("uri")
        assert found == told[name]
