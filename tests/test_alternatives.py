"""Patterns looked for as one find what one pattern of them all finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.alternatives import Alternatives
from attribution_lint.checks.boilerplate.marks import _LEXICONS, patterns_of
from attribution_lint.packs import load


def test_of_two_in_one_place_the_earlier_part_is_found() -> None:
    parts = [r"\bTK\w*", r"\bTK", r"TKT", r"(?<= )T", r"(?<= )K", r"never"]
    text = "TKTK, aTKT and T K"
    found = [match.span() for match in Alternatives(parts).finditer(text)]
    assert (
        found == [match.span() for match in re.finditer("|".join(parts), text)] == [(0, 4), (7, 10), (15, 16), (17, 18)]
    )


def test_a_part_is_possible_where_one_of_the_strings_is_that_its_matches_must_hold() -> None:
    parts = Alternatives([r"\b(?:count|tally)s?\b", r"(?i:Name)\d", r"\d+", r"count"])
    assert [pattern.pattern for pattern in parts.possible("a tally")] == [r"\b(?:count|tally)s?\b", r"\d+"]
    assert [pattern.pattern for pattern in parts.possible("NAME of the count")] == [
        r"\b(?:count|tally)s?\b",
        r"(?i:Name)\d",
        r"\d+",
        "count",
    ]


def test_only_what_stands_between_two_offsets_is_found() -> None:
    parts = Alternatives([r"(?<=a)b", "c"])
    assert [match.span() for match in parts.finditer("abcabc", 1, 5)] == [(1, 2), (2, 3), (4, 5)]
    assert [match.span() for match in Alternatives(["b"]).finditer("abcabc", 2)] == [(4, 5)]


def test_a_part_that_fits_the_whole_is_told() -> None:
    parts = Alternatives(["ab", "a+b*"], re.IGNORECASE)
    assert (match := parts.fullmatch("AABB"))
    assert match.re.pattern == "a+b*"
    assert [parts.fullmatch("abc"), parts.search("xyz")] == [None, None]
    assert (found := parts.search("xAB"))
    assert found.span() == (1, 3)


_WORDED = r"\b(?:jetty|Jetty) \d"
_COUNTED = r"\d to come"


def _words(text: str) -> tuple[list[str], list[str]]:
    words = re.findall(r"\w+|[^\w\s]", text)
    return words, [word.lower() for word in words]


def test_a_part_with_words_of_its_own_is_found_among_the_words() -> None:
    parts = Alternatives([_WORDED, _COUNTED], worded={_WORDED})
    text = "Next year: jetty 4, and 5 to come"
    assert [match[0] for match in parts.finditer(text, words=_words(text))] == ["jetty 4", "5 to come"]
    assert [pattern.pattern for pattern in parts.possible(text, _words(text))] == [_WORDED, _COUNTED]


def test_a_worded_part_is_not_looked_for_without_its_words() -> None:
    parts = Alternatives([_WORDED, _COUNTED], worded={_WORDED})
    for text in ("Two jettys 4, 3 to come", "a subjetty 3 to come"):
        assert [pattern.pattern for pattern in parts.possible(text, _words(text))] == [_COUNTED]
    assert [pattern.pattern for pattern in parts.possible("jetty 3 to come")] == [_COUNTED]


def test_a_worded_part_asks_for_all_that_its_match_must_hold() -> None:
    part = r"\b(?:jetty|wharf)s? \w* ?(?:§|¶)"
    parts = Alternatives([part], worded={part})
    with_sign, without = "the jetty rule §", "the jetty rule"
    assert [match[0] for match in parts.finditer(with_sign, words=_words(with_sign))] == ["jetty rule §"]
    assert parts.possible(without, _words(without)) == []


def test_a_worded_part_that_heeds_no_case_is_found_by_small_letters() -> None:
    part = r"\b(?:jetty|wharf) \d"
    parts = Alternatives([part], re.IGNORECASE, worded={part})
    text = "see WHARF 9"
    assert [match[0] for match in parts.finditer(text, words=_words(text))] == ["WHARF 9"]


def test_what_is_named_as_worded_and_has_no_words_is_found_as_any_part_is() -> None:
    parts = Alternatives([r"\d+%", "§§"], worded={r"\d+%", "§§"})
    assert [match[0] for match in parts.finditer("5% or §§", words=_words("5% or §§"))] == ["5%", "§§"]
    assert [match[0] for match in parts.finditer("5% or §§")] == ["5%", "§§"]


@given(st.lists(st.sampled_from(["Jetty", "jetty", "wharf", "come", "to", "7", "§", "WHARF"]), max_size=8))
def test_worded_parts_find_what_they_would_find_anyway(said: list[str]) -> None:
    patterns = [_WORDED, r"\b(?:wharf|WHARF) (?:jetty|7)\b", r"\bwharf\b", _COUNTED, r"\d §"]
    text = " ".join(said)
    worded = Alternatives(patterns, worded=set(patterns[:3]))
    found = [match.span() for match in worded.finditer(text, words=_words(text))]
    assert found == [match.span() for match in Alternatives(patterns).finditer(text)]


@pytest.mark.parametrize("form", sorted(_LEXICONS))
def test_marks_are_found_as_by_one_pattern(form: str) -> None:
    parts = patterns_of(form)
    joined = re.compile(parts.pattern, re.MULTILINE)
    texts = [example.text for rule in load().rules.values() for example in (*rule.bad, *rule.good)]
    for text in texts:
        assert [m.span() for m in parts.finditer(text)] == [m.span() for m in joined.finditer(text)]
        assert bool(parts.fullmatch(text)) == bool(joined.fullmatch(text))
