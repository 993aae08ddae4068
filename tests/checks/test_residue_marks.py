"""The patterns of marks: parts in a row that ask the same of a place ask it once, and find what each found alone."""

import re

import pytest

from attribution_lint.checks.boilerplate.marks import _LEXICONS, _either
from attribution_lint.packs import shipped_lexicon

_CHARACTERS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^]\\])*\]")
_GROUP = re.compile(r"\([^()]*\)")


def _outside_groups(pattern: str) -> str:
    """What is left of a pattern without its groups, classes and escapes."""
    left = _CHARACTERS.sub("", pattern)
    while (less := _GROUP.sub("", left)) != left:
        left = less
    return left


def test_one_condition_of_several_parts_is_asked_once() -> None:
    assert _either([r"(?<![\w)])TK", r"(?<![\w)])XX", r"0{3}", r"\bNN", r"\bZZ+"]) == (
        r"(?<![\w)])(?:(?:TK)|(?:XX))|(?:(?:0{3}))|\b(?:(?:NN)|(?:ZZ+))"
    )


def test_the_first_part_that_fits_is_found_as_before() -> None:
    parts = [r"\bTK\w*", r"\bTK", r"TKT", r"(?<= )T", r"(?<= )K"]
    text = "TKTK, aTKT and T K"
    joined = [match.span() for match in re.finditer(_either(parts), text)]
    alone = [match.span() for match in re.finditer("|".join(f"(?:{part})" for part in parts), text)]
    assert joined == alone == [(0, 4), (7, 10), (15, 16), (17, 18)]


@pytest.mark.parametrize("lexicon", sorted(set(_LEXICONS.values())))
def test_no_entry_is_an_alternation_that_its_condition_would_not_hold_for(lexicon: str) -> None:
    assert [entry for entry in shipped_lexicon(lexicon) if "|" in _outside_groups(entry)] == []
