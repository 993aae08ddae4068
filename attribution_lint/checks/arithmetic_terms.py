"""The terms that checks of arithmetic read figures by: numbers as written, how exact they are, percent."""

from __future__ import annotations

import re
from functools import cache

import regex

from attribution_lint.model import Span
from attribution_lint.nlp import numbers
from attribution_lint.nlp.amounts import SIGNS
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import longest_first

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


def sign_of(text: str) -> str:
    """Return the currency sign that a number opens with, or nothing."""
    return text[0] if text[0] in SIGNS else ""


def is_year(text: str) -> bool:
    """Whether a number is written as a year is: four digits without a comma or a sign."""
    return len(text) == 4 and text.isdecimal() and int(text) in YEARS


@cache
def alternatives(lexicon: str) -> str:
    """Return the entries of a shipped lexicon as alternatives of a pattern, the longest first."""
    return longest_first(shipped_lexicon(lexicon))


def most_numbers(lower: str) -> int:
    """Return how many numbers a text in lower case can have at most; it is quick."""
    return len(_IN_NUMBERS.findall(lower))


def says_percent(text: str) -> bool:
    """Whether a text gives anything in percent; it is quick."""
    return "%" in text or "percent" in text or "per cent" in text


def group_span(start: int, match: re.Match[str] | regex.Match[str], group: str) -> Span:
    """Return the span of a group of a match whose text begins at the offset `start`."""
    return Span(start + match.start(group), start + match.end(group))
