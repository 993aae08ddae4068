"""Units of an encoding, counted in steps, are those of the text before a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.units import Units, units_of

CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
steps = st.integers(0, 2).map(lambda count: "aé" * 512 * count)
texts = st.builds("".join, st.tuples(st.text(st.sampled_from("aé😀\ud800"), max_size=9), steps, st.text(max_size=9)))


@pytest.mark.parametrize("encoding", CODECS)
@given(text=texts, place=st.integers(0, 2100))
def test_units_are_those_of_the_text_before(encoding: str, text: str, place: int) -> None:
    codec, width = CODECS[encoding]
    units, offset = Units(text, encoding), min(place, len(text))
    assert units.before(offset) == len(text[:offset].encode(codec, "surrogatepass")) // width
    assert units.offset_of(units.before(offset)) == offset


def test_a_place_inside_a_code_point_is_where_it_starts() -> None:
    assert [Units("a😀b", "utf-16").offset_of(units) for units in range(6)] == [0, 1, 1, 2, 3, 3]
    assert [Units("aé", "utf-8").offset_of(units) for units in range(5)] == [0, 1, 1, 2, 2]


def test_the_count_of_a_text_is_taken_once() -> None:
    text = "é" * 5000
    assert units_of(text, "utf-8") is units_of(text, "utf-8")
