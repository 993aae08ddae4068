"""Numbers as written, with how exact they are: what arithmetic on the figures of a story may rest on."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from attribution_lint.nlp import numbers
from attribution_lint.packs import shipped_lexicon

SIGNS = "$£€¥₹ \xa0"
"""What may stand before the digits of an amount."""
_MOST_ROOM = 0.015
_DIGITS = re.compile(r"\d+(?:\.(?P<decimals>\d+))?")


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
    return numbers.value_of(text.strip(SIGNS))


def amount_of(text: str) -> Amount | None:
    """Return a number with half a unit of its last digit: 3.5 million is 0.05 million exact, 660 is 0.5.

    Thousands written out with three noughts are taken as rounded to the thousand. The room is never more than 1.5
    percent: from “$2 million to $3 million” a reader works out 50 percent. None if it is no number.
    """
    value = value_of(text)
    if value is None:
        return None
    digits = _DIGITS.search(numbers.GROUPS.sub("", text))
    if digits is None:
        return Amount(value, 0.0 if value < 100 else value / 200)
    shown = float(digits[0])
    scale = value / shown if shown else 1.0
    unit = 10.0 ** -len(digits["decimals"] or "")
    if scale == 1.0 and shown >= 10_000 and shown % 1000 == 0:
        unit = 1000.0
    return Amount(value, min(scale * unit / 2, _MOST_ROOM * value))


@cache
def numbers_in(lexicon: str) -> dict[str, float]:
    """Return the entries of a shipped lexicon with the number that stands behind the colon of each."""
    return {name: float(number) for name, number in (entry.split(":") for entry in shipped_lexicon(lexicon))}
