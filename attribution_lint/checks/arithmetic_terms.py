"""The terms that checks of arithmetic read figures by: numbers as written, how exact they are, percent."""

from __future__ import annotations

import re
from functools import cache

import regex
from msgspec import Struct

from attribution_lint.model import Span
from attribution_lint.nlp import numbers
from attribution_lint.packs import shipped_lexicon

NUMBER = rf"(?:[$£€¥₹]\s?)?(?:{numbers.NUMBER})(?:{numbers.SCALE})?"
PERCENT = r"(?: ?%|[ -]per ?cent\b)"
NOT_POINTS = r"(?!age| points?)"
HEDGE = (
    r"(?P<hedge>about |around |nearly |almost |roughly |some |approximately |an estimated |just |just over |"
    r"just under |more than |over |at least |less than |under |up to |as much as |a whopping |only )?"
)
YEARS = range(1900, 2101)
# Each number has one of these in it: a run of digits, a fraction, one of the words.
_IN_NUMBERS = re.compile(
    rf"\d+|[½¼¾⅓⅔]|\b(?:{'|'.join(numbers.SMALL)}|half|several|few|couple|hundred|thousand|million|billion|trillion|dozen"
    r"|lakhs?|crores?)\b"
)
_MOST_ROOM = 0.015
_SIGNS = "$£€¥₹ \xa0"


class Amount(Struct, frozen=True):
    """A number as written: its value, and how far from it the rounding of its last digit may have carried the truth."""

    value: float
    slack: float

    @property
    def low(self) -> float:
        """The least that rounds to it."""
        return self.value - self.slack

    @property
    def high(self) -> float:
        """The most that rounds to it."""
        return self.value + self.slack


def value_of(text: str) -> float | None:
    """Return the value of a number as written, a currency sign before it or not; None if it is none."""
    return numbers.value_of(text.strip(_SIGNS))


def amount_of(text: str) -> Amount | None:
    """Return a number with half a unit of its last digit: 3.5 million is 0.05 million exact, 660 is 0.5.

    Thousands written out with three noughts are taken as rounded to the thousand. The room is never more than 1.5
    percent: from “$2 million to $3 million” a reader works out 50 percent. None if it is no number.
    """
    value = value_of(text)
    if value is None:
        return None
    digits = regex.search(r"\d[\d,]*(?:\.(?P<decimals>\d+))?", text)
    if digits is None:
        return Amount(value, 0.0 if value < 100 else value / 200)
    shown = float(digits[0].replace(",", ""))
    scale = value / shown if shown else 1.0
    unit = 10.0 ** -len(digits["decimals"] or "")
    if scale == 1.0 and shown >= 10_000 and shown % 1000 == 0:
        unit = 1000.0
    return Amount(value, min(scale * unit / 2, _MOST_ROOM * value))


def sign_of(text: str) -> str:
    """Return the currency sign that a number opens with, or nothing."""
    return text[0] if text[0] in _SIGNS else ""


def is_year(text: str) -> bool:
    """Whether a number is written as a year is: four digits without a comma or a sign."""
    return len(text) == 4 and text.isdecimal() and int(text) in YEARS


@cache
def alternatives(lexicon: str) -> str:
    """Return the entries of a shipped lexicon as alternatives of a pattern, the longest first."""
    return "|".join(sorted((regex.escape(entry) for entry in shipped_lexicon(lexicon)), key=len, reverse=True))


def most_numbers(lower: str) -> int:
    """Return how many numbers a text in lower case can have at most; it is quick."""
    return len(_IN_NUMBERS.findall(lower))


def says_percent(text: str) -> bool:
    """Whether a text gives anything in percent; it is quick."""
    return "%" in text or "percent" in text or "per cent" in text


def group_span(start: int, match: re.Match[str] | regex.Match[str], group: str) -> Span:
    """Return the span of a group of a match whose text begins at the offset `start`."""
    return Span(start + match.start(group), start + match.end(group))
