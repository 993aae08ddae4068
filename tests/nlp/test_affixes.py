"""The patterns without other signs match as spaCy's do, and the tokens are spaCy's before and after one is met."""

from __future__ import annotations

import re
import warnings

import pytest
import spacy

from attribution_lint.nlp import affixes
from attribution_lint.nlp.affixes import AFFIXES, has_other_signs, without_other_signs
from attribution_lint.nlp.tokens import _Tokenizer
from attribution_lint.nlp.words import words_of

BLANK = spacy.blank("en")
USUAL = [sign for sign in map(chr, range(0x3000)) if not has_other_signs(sign)]


@pytest.mark.parametrize("name", AFFIXES)
def test_sets_hold_the_same_usual_signs(name: str) -> None:
    patterns = list(getattr(BLANK.Defaults, name))
    shorter = without_other_signs(patterns)
    assert sum(map(len, shorter)) * 3 < sum(map(len, patterns))
    for before, after in zip(patterns, shorter, strict=True):
        assert affixes._SET.sub("[]", before) == affixes._SET.sub("[]", after)
        for old, new in zip(affixes._SET.findall(before), affixes._SET.findall(after), strict=True):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", FutureWarning)
                wanted, found = re.compile(old), re.compile(new)
            assert [sign for sign in USUAL if found.fullmatch(sign)] == [s for s in USUAL if wanted.fullmatch(s)]


def test_patterns_without_other_signs_give_no_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name in AFFIXES:
            re.purge()
            re.compile("|".join(without_other_signs(getattr(BLANK.Defaults, name))))


def test_a_set_of_other_signs_alone_stays() -> None:
    assert without_other_signs([r"(?<=[а-я])x[\u0980-\u09FFa-z]", "[^я]"]) == [r"(?<=[а-я])x[a-z]", "[^я]"]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("He said “well-known” things.", "Она сказала:«да.Нет»"),
        ("It cost $5m(about €4m)—more.", "Brand™s rose→5km😀.Then"),
        ("Café.Then naïve/Über", "ελλάδα.Αθήνα/Πάτρα and well-known.Then"),
    ],
)
def test_words_are_those_of_spacy_before_and_after_another_sign(first: str, then: str) -> None:
    tokenizer = _Tokenizer()
    for text in (first, then, f"{first} {then}"):
        assert tokenizer(text) == words_of(BLANK.make_doc(text))
