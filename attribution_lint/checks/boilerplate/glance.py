"""What a glance at a block tells of how it reads: enough to know the kind of draft that other blocks stand in."""

from __future__ import annotations

from msgspec import Struct

from attribution_lint.checks.boilerplate.tokens import tokens_of
from attribution_lint.checks.boilerplate.voice import opens_asking
from attribution_lint.nlp.analysis import Analysis

_READER = frozenset({"you", "your", "yours", "you're", "you'll", "you've", "yourself"})
_TELLERS = frozenset({"said", "told", "says", '"', "“"})
_MARKS = frozenset("*#|-_>`•")
_STOPS = frozenset(".!?")
_BEHIND_STOPS = " *_)”\"'’"
_SHORT = 50  # characters


class Glance(Struct, frozen=True):
    """The length of a block in code points, and what is true of it.

    `kinds` say whether it speaks to a reader, opens with a verb that asks, is short, is marked (a heading, an item,
    emphasis), ends with a stop, and is told by somebody.
    """

    length: int
    kinds: tuple[bool, bool, bool, bool, bool, bool]


def glance(analysis: Analysis) -> Glance:
    """Return what a glance tells of the only block of `analysis`."""
    block, text = analysis.blocks[0], analysis.text
    found = tokens_of(analysis)
    known = frozenset(found.form)
    said = text[block.span.start : block.span.end]
    kinds = (
        not _READER.isdisjoint(known),
        bool(found) and opens_asking(found.form),
        len(said) < _SHORT,
        block.kind != "paragraph" or said[:1] in _MARKS,
        said.rstrip(_BEHIND_STOPS)[-1:] in _STOPS,
        not _TELLERS.isdisjoint(known),
    )
    return Glance(len(said), kinds)
