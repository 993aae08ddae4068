"""Hover, definition, references, symbols, hints and the lens: who says what, by place."""

from __future__ import annotations

import pytest
from lsprotocol import types

from tests.lsp.editor import Editor

TEXT = """# Blast 🔥

Maria Lopez, who runs the clinic, said 1,240 people had been treated. “We have never seen it,” she said.

The toll stood at 14 percent of all workers, according to the Health Ministry. Lopez said 300 beds were free.

## More

Some 4,300 people were hurt in the blast.
"""
LINES = TEXT.split("\n")


def at(words: str) -> types.Position:
    """The position inside the first of some words."""
    line = next(number for number, text in enumerate(LINES) if words in text)
    return types.Position(line, LINES[line].index(words) + 1)


def words_at(location: types.Location) -> str:
    """The words of a location on one line."""
    span = location.range
    return LINES[span.start.line][span.start.character : span.end.character]


@pytest.fixture
def uri(editor: Editor) -> str:
    return editor.open("story.md", TEXT)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("1,240", "**1,240** · attributed\n\nSource: **Maria Lopez**\n\nIn its own sentence, by “said”."),
        ("Health", "**Health Ministry** · organisation\n\nCarries 1 figure:\n\n- line 5: 14 percent"),
        ("We have", "Quotation of 5 words · spoken by **Maria Lopez**"),
        (
            "Maria",
            "**Maria Lopez** · person\n\nCarries 2 figures and 5 quoted words:\n\n"
            "- line 3: 1,240\n- line 3: “We have never seen it,”\n- line 5: 300",
        ),
        ("blast", None),
    ],
)
async def test_hover_says_who_says_so(editor: Editor, uri: str, words: str, said: str | None) -> None:
    place = at(words)
    assert await editor.hover(uri, place.line, place.character) == said


async def test_hover_on_a_diagnostic_names_its_rule(editor: Editor, uri: str) -> None:
    said = await editor.hover(uri, 8, 6)
    assert said is not None
    about, _, rule = said.partition("\n\n---\n\n")
    assert about == "**4,300** · unattributed\n\nNobody is named for it."
    assert rule.startswith("**FIG101** unattributed-figure: Says who?")


async def test_hover_on_a_code_explains_the_rule(editor: Editor) -> None:
    uri = editor.open("allowed.md", "<!-- attribution-lint: allow FIG101 -->\nSome 4,300 people were hurt.\n")
    said = await editor.hover(uri, 0, 32)
    assert said is not None
    assert said.startswith("**FIG101** unattributed-figure · warning · fix: by hand\n\n")
    assert await editor.hover(uri, 0, 3) is None


async def test_hover_is_plain_for_a_client_that_reads_no_markdown(plain: Editor) -> None:
    uri = plain.open("story.md", TEXT)
    said = "Health Ministry · organisation\n\nCarries 1 figure:\n\n- line 5: 14 percent"
    assert await plain.hover(uri, 4, 63) == said
    params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
    flat = await plain.client.text_document_document_symbol_async(params)
    assert [(each.name, each.container_name) for each in flat or ()] == [
        ("Blast 🔥", ""),
        ("1,240", "attributed · Maria Lopez"),
        ("“We have never seen it,”", "Maria Lopez"),
        ("14 percent", "attributed · Health Ministry"),
        ("300", "attributed · Maria Lopez"),
        ("More", ""),
        ("4,300", "no source"),
    ]
    hints = types.InlayHintParams(types.TextDocumentIdentifier(uri), types.Range(types.Position(0, 0), at("300")))
    assert not await plain.client.text_document_inlay_hint_async(hints)


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("1,240", "Maria Lopez, who runs the clinic"),
        ("14 percent", "the Health Ministry"),
        ("We have", "she"),
        ("Lopez said", "Maria Lopez, who runs the clinic"),
    ],
)
async def test_definition_goes_to_the_source(editor: Editor, uri: str, words: str, target: str) -> None:
    params = types.DefinitionParams(types.TextDocumentIdentifier(uri), at(words))
    found = await editor.client.text_document_definition_async(params)
    assert isinstance(found, types.Location)
    assert words_at(found) == target


async def test_a_figure_without_a_source_has_no_definition(editor: Editor, uri: str) -> None:
    params = types.DefinitionParams(types.TextDocumentIdentifier(uri), at("4,300"))
    assert await editor.client.text_document_definition_async(params) is None


@pytest.mark.parametrize("words", ["Maria", "1,240", "Lopez said", "she said"])
async def test_references_are_what_a_source_carries(editor: Editor, uri: str, words: str) -> None:
    async def ask(declared: bool) -> list[str]:
        params = types.ReferenceParams(types.ReferenceContext(declared), types.TextDocumentIdentifier(uri), at(words))
        return [words_at(each) for each in await editor.client.text_document_references_async(params) or ()]

    assert await ask(False) == ["1,240", "“We have never seen it,”", "300"]
    assert await ask(True) == [
        "Maria Lopez, who runs the clinic",
        "1,240",
        "“We have never seen it,”",
        "she",
        "Lopez",
        "300",
    ]


async def test_symbols_are_figures_and_quotations_under_headings(editor: Editor, uri: str) -> None:
    params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
    (top,) = await editor.client.text_document_document_symbol_async(params) or ()
    assert isinstance(top, types.DocumentSymbol)
    assert (top.name, top.range.start, top.range.end) == ("Blast 🔥", types.Position(0, 0), types.Position(9, 0))
    names = [(each.name, each.detail, each.kind.name) for each in top.children or ()]
    assert names == [
        ("1,240", "attributed · Maria Lopez", "Number"),
        ("“We have never seen it,”", "Maria Lopez", "String"),
        ("14 percent", "attributed · Health Ministry", "Number"),
        ("300", "attributed · Maria Lopez", "Number"),
        ("More", None, "Namespace"),
    ]
    assert [each.name for each in (top.children or ())[-1].children or ()] == ["4,300"]


async def test_hints_name_the_source_after_its_figure(editor: Editor, uri: str) -> None:
    within = types.Range(types.Position(3, 0), types.Position(9, 0))
    params = types.InlayHintParams(types.TextDocumentIdentifier(uri), within)
    hints = await editor.client.text_document_inlay_hint_async(params)
    assert [(hint.position, hint.label) for hint in hints or ()] == [
        (types.Position(4, 28), "← Health Ministry"),
        (types.Position(4, 93), "← Maria Lopez"),
    ]


async def test_the_lens_counts_the_story(editor: Editor, uri: str) -> None:
    asked = types.CodeLensParams(types.TextDocumentIdentifier(uri))
    (lens,) = await editor.client.text_document_code_lens_async(asked) or ()
    assert lens.command is not None
    assert lens.command.title == "4 figures: 3 attributed, 1 without a source · 1 quotation · 2 sources"
    shown = len(editor.client.shown_documents)
    command = types.ExecuteCommandParams(lens.command.command, arguments=list(lens.command.arguments or ()))
    await editor.client.workspace_execute_command_async(command)
    assert len(editor.client.shown_documents) == shown + 1


async def test_counts_are_sent_to_a_client_that_wishes_them(plain: Editor) -> None:
    uri = plain.open("story.md", TEXT)
    while True:
        counts = await plain.client.wait_for_notification("attribution-lint/counts")
        if counts.uri == uri:
            break
    assert (counts.version, counts.diagnostics.warning, counts.story.figures) == (1, 1, 4)
    assert (counts.story.attributed, counts.story.unattributed, counts.story.quotations) == (3, 1, 1)
    assert (counts.story.unspoken, counts.story.sources) == (0, 2)


async def test_the_source_map_is_the_page_of_the_text_that_is_open(editor: Editor, uri: str) -> None:
    answer = await editor.client.protocol.send_request_async("attribution-lint/sourceMap", {"uri": uri})
    assert "Health Ministry" in answer.html
    missing = {"uri": editor.uri("missing.md")}
    assert (await editor.client.protocol.send_request_async("attribution-lint/sourceMap", missing)).html is None
