"""Places that an edited text still knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.fixes import apply_fixes, together
from attribution_lint.model import Edit, Fix, Span
from attribution_lint.places import Places


def edit(start: int, end: int, text: str) -> Edit:
    return Edit(Span(start, end), text)


@pytest.mark.parametrize(
    ("edits", "spans"),
    [
        ([], [(5, 10)]),
        ([edit(0, 2, "")], [(3, 8)]),
        ([edit(0, 5, "")], [(0, 5)]),
        ([edit(12, 14, "")], [(5, 10)]),
        ([edit(10, 14, "x")], [(5, 10)]),
        ([edit(5, 10, "abc")], [(5, 8)]),
        ([edit(5, 10, "")], [(5, 5)]),
        ([edit(6, 7, "abc")], [(5, 12)]),
        ([edit(3, 7, "abc")], [(3, 9)]),
        ([edit(8, 12, "abc")], [(5, 11)]),
        ([edit(10, 10, "ab")], [(5, 12)]),
        ([edit(5, 5, "ab")], [(5, 12)]),
        ([edit(1, 2, ""), edit(6, 8, "x"), edit(20, 21, "")], [(4, 8)]),
    ],
)
def test_a_place_is_followed_through_edits(edits: list[Edit], spans: list[tuple[int, int]]) -> None:
    assert Places([Span(5, 10)]).after(edits).spans == spans


def test_places_that_touch_are_one() -> None:
    places = Places([Span(8, 9), Span(0, 3), Span(3, 4), Span(2, 3)])
    assert places.spans == [(0, 4), (8, 9)]
    assert [places.cover(Span(*span)) for span in ((0, 4), (3, 5), (4, 4), (5, 5), (8, 9), (9, 9), (3, 8))] == [
        True, False, True, False, True, True, False,
    ]  # fmt: skip


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 6)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS, max_size=5), st.lists(st.tuples(SPANS, st.sampled_from(["", "X", "YZ"])), max_size=5))
def test_what_lies_outside_a_place_stays_outside(spans: list[Span], given_edits: list[tuple[Span, str]]) -> None:
    text = "".join(chr(0x4E00 + n) for n in range(50))
    fixes = [Fix("safe", (Edit(*each),)) for each in given_edits]
    edits, _ = together(fixes)
    edited, _ = apply_fixes(text, fixes)
    places = Places(spans)
    after = places.after(edits)
    inside = {character for span in places.spans for character in text[span.start : span.end]}
    still = {character for span in after.spans for character in edited[span.start : span.end]}
    assert still - set("XYZ") == inside & set(edited)
