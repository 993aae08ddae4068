"""Likeness of words: letters, keys, sound and shape."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.checks.phrases.similar import closest, distance, is_certain, similarity

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=14)


@given(WORDS, WORDS)
def test_likeness_lies_between_none_and_one_and_has_no_direction(one: str, other: str) -> None:
    assert 0 <= similarity(one, other) <= 1
    assert distance(one, other) == distance(other, one)


def test_the_nearest_comes_first() -> None:
    assert closest("sad", ("told", "said", "added"))[0][0] == "said"
    assert closest("anonymous", ("comment", "anonymity"))[0][0] == "anonymity"


def test_nothing_comes_of_words_that_have_nothing_in_common() -> None:
    assert closest("ferry", ("said", "officials", "statement")) == []


def test_one_candidate_a_letter_away_is_certain() -> None:
    assert is_certain("offcials", ("officials", "officers"))
    assert not is_certain("sid", ("said", "side"))
