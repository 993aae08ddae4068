"""Strings looked for together are those that are looked for one by one."""

from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.strings import Strings


def test_what_strings_stand_for_that_are_in_a_text() -> None:
    strings = Strings({"tally": 1, "all": 2, "XX": 3, "a, b": 4, "": 5})
    assert sorted(strings.within("an all-night tally")) == [1, 2, 5]
    assert sorted(strings.within("XX a, b")) == [3, 4, 5]
    assert Strings({"quay": 1}).within("") == []


@given(st.lists(st.text("abzA, ", max_size=3), max_size=8, unique=True), st.text("abzA, ", max_size=12))
def test_none_is_missed_and_none_made_up(strings: list[str], text: str) -> None:
    assert sorted(Strings({each: each for each in strings}).within(text)) == sorted(s for s in strings if s in text)
