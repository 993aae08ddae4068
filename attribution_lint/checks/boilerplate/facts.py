"""Boxes of facts: rows of a label and what it stands for, as reviews and guides have them ("**Range:** 410km")."""

from __future__ import annotations

import re

from attribution_lint.checks.boilerplate.books import labels
from attribution_lint.checks.boilerplate.tokens import tokens_of_block
from attribution_lint.nlp.analysis import Analysis

_ROW = re.compile(
    r"(?:[-*•–] )?(?P<bold>\*\*|__)?(?P<label>[A-Z][\w’' /&-]{1,30}?)(?::(?P=bold)|(?P=bold):) (?=\S)"
    r"|(?:[-*•–] )?(?P<plain>[A-Z][\w’' /&-]{1,30}?): (?=\S)"
)
_LONGEST_ROW = 120  # characters
_FEWEST_ROWS = 2
_VAGUE = frozenset({"labels-weak"})


def rows(analysis: Analysis, number: int) -> range:
    """Return the blocks of the box of facts that block `number` is in, or none.

    One label that pages or desks have ("Byline:", "Read more:") makes furniture of the whole row of rows.
    """
    if not _is_row(analysis, number):
        return range(0)
    first = last = number
    while first > 0 and _is_row(analysis, first - 1):
        first -= 1
    while last + 1 < len(analysis.blocks) and _is_row(analysis, last + 1):
        last += 1
    box = range(first, last + 1)
    if len(box) < _FEWEST_ROWS or any(_is_furniture(analysis, row) for row in box):
        return range(0)
    return box


def _is_row(analysis: Analysis, number: int) -> bool:
    span = analysis.blocks[number].span
    return span.end - span.start <= _LONGEST_ROW and _ROW.match(analysis.text, span.start, span.end) is not None


def _is_furniture(analysis: Analysis, number: int) -> bool:
    found = tokens_of_block(analysis, number)
    first = next((first for first in range(len(found)) if found.is_word(first)), 0)
    return any(
        hit.name not in _VAGUE and ":" in found.form[hit.last : hit.last + 3] for hit in labels().hits_at(found, first)
    )
