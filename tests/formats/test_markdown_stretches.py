"""Reading a draft in stretches gives what reading it at once gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution_lint.draft import Draft
from attribution_lint.formats import markdown
from attribution_lint.formats.markdown_stretches import Stretch, stretches
from attribution_lint.formats.prose import Prose

LINES = (
    "Rents in the port rose.",
    "“Nobody asked us,” she said.",
    "",
    "",
    "",
    " ",
    "# A heading",
    "A title",
    "=====",
    "---",
    "- an item",
    "  going on",
    "    far in",
    "1. first",
    "> a quote",
    "plain words behind",
    "| a | b |",
    "|---|---|",
    "See [the report](https://example.org) and *this*.",
    "<div>",
    "<!-- attribution-lint: allow FIG101 -->",
    "```",
    "[one]: https://example.org",
    "It rose[^1] by [one].",
    "[^1]: A note.",
    "ends in two spaces  ",
    "\tindented by a tab",
    "3. (4) 5 of them",
    "a\\*b & c",
)


def whole(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> Prose:
    with monkeypatch.context() as patch:
        patch.setattr(markdown, "stretches", lambda draft: [Stretch(0, len(draft.line_starts), False)])
        return markdown.read(draft)


def test_a_line_of_plain_words_between_empty_ones_is_a_stretch() -> None:
    text = "First words.\n\n# Title\n\n“Second,” she said.\n\n- one\n\n- two\n"
    assert list(stretches(Draft("draft.md", text))) == [
        Stretch(0, 1, True),
        Stretch(1, 4, False),
        Stretch(4, 5, True),
        Stretch(5, 10, False),
    ]


@settings(max_examples=150)
@given(st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from(("\n", "\n", "\r\n", "\r")))
def test_stretches_change_nothing(lines: list[str], end: str) -> None:
    draft = Draft("draft.md", end.join(lines))
    with pytest.MonkeyPatch.context() as patch:
        expected = whole(draft, patch)
    found = markdown.read(draft)
    assert (found.text, found.blocks, found.comments, found.meta) == (
        expected.text,
        expected.blocks,
        expected.comments,
        expected.meta,
    )
    assert found.offsets.pieces == expected.offsets.pieces
