"""Positions in the units of a client, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from attribution_lint.draft import Draft
from attribution_lint.lsp.documents import Documents
from attribution_lint.lsp.positions import offset_at, position_of

ENCODINGS = ["utf-8", "utf-16", "utf-32"]
TEXT = "a😀é\u2028b\r\nnaïve\rc\n"
pieces = st.text(st.sampled_from("ab é😀\u2028\x0b\x85\r\n"), max_size=12)


@pytest.mark.parametrize(
    ("encoding", "offset", "place"),
    [
        ("utf-8", 4, (0, 10)),
        ("utf-16", 4, (0, 5)),
        ("utf-32", 4, (0, 4)),
        ("utf-8", 11, (1, 5)),
        ("utf-16", 11, (1, 4)),
        ("utf-16", 14, (2, 1)),
        ("utf-16", 15, (3, 0)),
    ],
)
def test_places_count_in_units_and_lines_end_where_lsp_says(encoding: str, offset: int, place: tuple[int, int]) -> None:
    draft = Draft("a.txt", TEXT)
    assert position_of(offset, draft, encoding) == types.Position(*place)
    assert offset_at(types.Position(*place), draft, encoding) == offset


@pytest.mark.parametrize(
    ("place", "offset"),
    [((0, 2), 1), ((0, 99), 5), ((1, 99), 12), ((3, 4), 15), ((9, 0), 15)],
    ids=["inside a character", "past the line", "past a line that \\r ends", "past the last line", "past the draft"],
)
def test_places_that_are_none_are_the_nearest_before(place: tuple[int, int], offset: int) -> None:
    assert offset_at(types.Position(*place), Draft("a.txt", TEXT), "utf-16") == offset


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=st.text(st.sampled_from("aé😀\ud800\r\n\u2028"), max_size=30))
def test_every_character_is_found_again(encoding: str, text: str) -> None:
    draft = Draft("a.txt", text)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":  # between the two there is no place to stand
            assert offset_at(position_of(offset, draft, encoding), draft, encoding) == offset


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(start=pieces, edits=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9), pieces), max_size=6))
def test_edits_by_place_are_edits_by_offset(encoding: str, start: str, edits: list[tuple[int, int, str]]) -> None:
    documents = Documents(encoding)
    documents.open(types.TextDocumentItem("untitled:a", "plaintext", 1, start))
    text = start
    for version, (at, length, new) in enumerate(edits, start=2):
        low, high = min(at, len(text)), min(at + length, len(text))
        low -= text[low - 1 : low + 1] == "\r\n"
        high -= text[high - 1 : high + 1] == "\r\n"
        high = max(low, high)
        draft = Draft("a", text)
        span = types.Range(position_of(low, draft, encoding), position_of(high, draft, encoding))
        changed = documents.change("untitled:a", version, [types.TextDocumentContentChangePartial(span, new)])
        text = text[:low] + new + text[high:]
        assert changed is not None
        assert (changed.draft.text, changed.version) == (text, version)
