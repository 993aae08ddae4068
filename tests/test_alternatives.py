"""Patterns looked for as one find what one pattern of them all finds."""

import re

import pytest

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


@pytest.mark.parametrize("form", sorted(_LEXICONS))
def test_marks_are_found_as_by_one_pattern(form: str) -> None:
    parts = patterns_of(form)
    joined = re.compile(parts.pattern, re.MULTILINE)
    texts = [example.text for rule in load().rules.values() for example in (*rule.bad, *rule.good)]
    for text in texts:
        assert [m.span() for m in parts.finditer(text)] == [m.span() for m in joined.finditer(text)]
        assert bool(parts.fullmatch(text)) == bool(joined.fullmatch(text))
