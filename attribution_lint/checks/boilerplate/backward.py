"""Whether a sentence speaks of the words before it: "Loading… That is the word that 300,000 pupils saw."

What a story shows its reader first and tells of afterwards is no residue, whatever it says.
"""

from __future__ import annotations

from functools import cache

from attribution_lint.checks.boilerplate.phrases import PhraseBook, phrase_book
from attribution_lint.checks.boilerplate.pieces import Tokens
from attribution_lint.checks.boilerplate.tokens import tokens
from attribution_lint.checks.boilerplate.units import Unit
from attribution_lint.checks.boilerplate.verdict import COMPANY
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis

_OPENING = 160  # characters of a block in which it says so
_ADDRESSES = frozenset({"URL", "MAIL", "HANDLE"})
_TO_THE_READER = frozenset({"asks", "command", "you", "self"})


def clear_shown(found: Tokens, ranges: list[tuple[int, int]], units: list[Unit]) -> None:
    """Let no sentence of a block convict of which the next one speaks."""
    for number in range(1, len(units)):
        shown = units[number - 1]
        if max(shown.proved.values(), default=0) <= COMPANY or not shown.known.isdisjoint(_ADDRESSES):
            continue
        if units[number].known.isdisjoint(_TO_THE_READER) and _book().hits_at(found, ranges[number][0]):
            shown.proved = {name: min(degree, COMPANY) for name, degree in shown.proved.items()}


def is_shown(analysis: Analysis, number: int) -> bool:
    """Whether the block behind block `number` opens with a sentence that speaks of it."""
    if number + 1 >= len(analysis.blocks):
        return False
    span = analysis.blocks[number + 1].span
    found = tokens(analysis.text, Span(span.start, min(span.end, span.start + _OPENING)))
    return bool(found) and bool(_book().hits_at(found, 0))


@cache
def _book() -> PhraseBook:
    return phrase_book(("phrases-refer-back",))
