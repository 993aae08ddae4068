"""What is asked of the things in a story, kept with the paragraph that tells it.

An answer must rest on the part alone and hold no place in the story; one that rests on the attributions of the part is
kept as long as these stay the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from operator import attrgetter
from typing import Any, Protocol, TypeVar

from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis, Attribution
from attribution_lint.nlp.parts import Part, parts

Found = TypeVar("Found")
Thing = TypeVar("Thing", bound="Placed")


class Placed(Protocol):
    """What stands in a block of a story: a figure, a mention, a sentence."""

    @property
    def span(self) -> Span:
        """Where it stands in the story."""

    @property
    def block(self) -> int:
        """The number of its block."""


def kept_by_place(ask: Callable[[Analysis, Thing], Found]) -> Callable[[Analysis, Thing], Found]:
    """Have what a function says of something in a block kept with the part, by its place there."""
    return _kept(ask, attrgetter("known"))


def told_by_place(ask: Callable[[Analysis, Thing], Found]) -> Callable[[Analysis, Thing], Found]:
    """Do so for what rests on the attributions of the part, which must be known, too."""
    return _kept(ask, attrgetter("told"))


def _kept(
    ask: Callable[[Analysis, Thing], Found], table_of: Callable[[Part], dict[Hashable, Any]]
) -> Callable[[Analysis, Thing], Found]:
    @wraps(ask)
    def answer(analysis: Analysis, thing: Thing) -> Found:
        part = parts(analysis)[thing.block]
        table = table_of(part)
        known: dict[tuple[int, int], Found] | None = table.get(ask)
        if known is None:
            known = table[ask] = {}
        start, end = thing.span
        key = start - part.start, end - part.start
        if key not in known:
            known[key] = ask(analysis, thing)
        return known[key]

    return answer


def of_each_attribution(analysis: Analysis, ask: Callable[[Analysis, Attribution], Found]) -> list[Found]:
    """Return what a function says of each attribution of a story, in their order; they must be known.

    The function is given the part alone.
    """
    found: list[Found] = []
    for part in parts(analysis):
        answers = part.told.get(ask)
        if answers is None:
            alone = part.sourced(analysis)
            answers = part.told[ask] = [ask(alone, each) for each in alone.attributions]
        found += answers
    return found
