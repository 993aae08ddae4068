"""The terms that checks of arithmetic read figures by: numbers as written, percent, ups and downs, from and to."""

from __future__ import annotations

import regex

from attribution_lint.model import Span
from attribution_lint.nlp import numbers

NUMBER = rf"(?:[$£€]\s?)?(?:{numbers.NUMBER})(?:{numbers.SCALE})?"
PERCENT = r"(?: ?%|[ -]per ?cent\b)"
UNIT = r"(?:\s+(?!to\b|from\b|and\b|percent|per\b)[a-z]+){0,2}"
UP = r"(?:rose|increased?|grew|climbed|jumped|surged|gained|went up|up|risen|grown|an increase|a rise|higher)"
DOWN = r"(?:fell|decreased?|dropped|declined|shrank|plunged|slid|went down|down|fallen|a drop|a fall|a decline|lower)"
FROM_TO = regex.compile(
    rf"\bfrom (?P<old>{NUMBER})(?P<p1>{PERCENT})?{UNIT}(?: in (?:\d{{4}}|\w+))?,? to "
    rf"(?P<new>{NUMBER})(?P<p2>{PERCENT})?",
    regex.IGNORECASE,
)
TO_FROM = regex.compile(
    rf"\bto (?P<new>{NUMBER})(?P<p2>{PERCENT})?{UNIT}(?: in (?:\d{{4}}|\w+))?,? from "
    rf"(?P<old>{NUMBER})(?P<p1>{PERCENT})?",
    regex.IGNORECASE,
)
YEARS = range(1900, 2101)


def value_of(text: str) -> float | None:
    """Return the value of a number as written, a currency sign before it or not; None if it is none."""
    return numbers.value_of(text.strip("$£€ \xa0"))


def group_span(start: int, match: regex.Match[str], group: str) -> Span:
    """Return the span of a group of a match whose text begins at the offset `start`."""
    return Span(start + match.start(group), start + match.end(group))
