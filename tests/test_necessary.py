"""What a match of a pattern must hold is told from the pattern, and where it is not there nothing is found."""

import pytest
import regex

from attribution_lint.alternatives import Alternatives
from attribution_lint.necessary import necessary
from attribution_lint.nlp.exemptions import exemptions_of
from attribution_lint.packs import load
from attribution_lint.patterns import lazily


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        (r"\bsaid (?:it|they) (?:would|will)\b", ("said ",)),
        (r"\b(?:count|tally)s?\b|\brecords? of\b", ("count", "tally", "record")),
        (r"colou?r", ("colo",)),
        (r"X{2,4}\b", ("XX",)),
        (r"a+b{2}c", ("bb",)),
        (r"(?:full )?name", ("name",)),
        (r"(?:file|file photo)", ("file",)),
        (r"(?<!no )fewer(?= than)", ("fewer",)),
        (r"[Pp]hoto: (?:x|y)+z", ("hoto: ",)),
        (r"\d+[/|]\d", ("/", "|")),
        (r"wording\w+\.\x23", ("wording",)),
        (r"[]x]\d", ("]", "x")),
    ],
)
def test_the_most_telling_stretch_is_taken(pattern: str, strings: tuple[str, ...]) -> None:
    found = necessary(pattern)
    assert (found.strings, found.folded, found.tells) == (strings, False, True)


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        r"\w+",
        "a?",
        "a|",
        "(?:ab)*",
        "a{0,3}",
        "(a",
        "a)",
        "a**",
        "[]",
        "(?x) a b",
        "(?:ab){e<=1}",
        r"\1ab",
        r"a\Qb",
    ],
)
def test_what_asks_for_nothing_or_is_not_understood_may_match_anywhere(pattern: str) -> None:
    found = necessary(pattern)
    assert (found.tells, found.may_match("")) == (False, True)


def test_a_second_stretch_is_asked_for_where_the_first_tells_little() -> None:
    found = necessary(r"(?:TK|XX)-(?:[a-z]+,|\d) of")
    assert (found.strings, found.also and found.also.strings) == (("TK", "XX"), ("-",))
    assert found.may_match("XX of a-b")
    assert not found.may_match("XX of a, b")
    assert necessary("a title, of the page").also is None  # it tells enough


def test_words_that_a_pattern_looks_back_at_may_stand_before_where_it_is_looked_for() -> None:
    text = "up from 3 days and down from 4"
    lazy = lazily(r"(?:(?<=\bup from )|(?<=down from ))\d")
    assert necessary(lazy.pattern).strings == ("up from ", "down from ")
    assert [match[0] for match in lazy.finditer(text, 8)] == ["3", "4"]
    assert lazy.search(text, 26, 30)
    assert Alternatives([r"(?<=\bup from )\d", r"(?<=from )\d"]).search("off 4") is None
    assert [match[0] for match in Alternatives([r"(?<=\bup from )\d"]).finditer(text, 8)] == ["3"]
    assert necessary("(?<=a long way behind the others )x").strings == ("x",)


def test_case_counts_where_the_pattern_heeds_it() -> None:
    assert necessary("Kind", ignore_case=True).may_match("a KIND word")
    assert not necessary("Kind").may_match("a KIND word")
    assert necessary("(?i:kind)").may_match("a \u212aind word")  # the sign for kelvin
    assert necessary("(?i:kind)").may_match("a k\u0131nd word")
    assert not necessary("(?-i:Kind)", ignore_case=True).may_match("a kind word")
    assert necessary("(?i:a)b|cd").strings == ("a", "cd")


def test_a_lazy_pattern_finds_what_the_pattern_finds() -> None:
    lazy, text = lazily(r"\bof (\w+)", regex.IGNORECASE), "Of one, of two, none"
    assert [match[1] for match in lazy.finditer(text)] == ["one", "two"]
    assert [match[1] for match in lazy.finditer(text, 3)] == ["two"]
    assert [match[1] for match in lazily("of (two)").finditer(text, 6)] == ["two"]
    assert [lazy.search(text, 3, 10), lazy.match(text, 1)] == [None, None]
    assert (found := lazy.match(text))
    assert found[1] == "one"
    assert [lazy.fullmatch(text), lazy.fullmatch("off"), *lazy.finditer("none")] == [None, None]
    assert lazy.pattern == r"\bof (\w+)"


def test_no_example_of_a_rule_has_what_a_pattern_finds_and_not_what_it_needs() -> None:
    rules = list(load().rules.values())
    texts = [example.text for rule in rules for example in (*rule.bad, *rule.good)]
    patterns = {pattern.pattern for exemption in exemptions_of(rules) for pattern in exemption.patterns()}
    assert len(patterns) > 40
    for pattern in patterns:
        needs, found = necessary(pattern, ignore_case=True), regex.compile(pattern, regex.IGNORECASE)
        assert [text for text in texts if not needs.may_match(text) and found.search(text)] == []
