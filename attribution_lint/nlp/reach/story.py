"""What is known of a story while its figures are settled one after the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property

from msgspec import Struct

from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis, Figure, FigureStatus
from attribution_lint.nlp.attributions import is_sourcing
from attribution_lint.nlp.parts import in_each
from attribution_lint.nlp.reach.landmarks import landmarks_of, names_within
from attribution_lint.nlp.reach.topics import opens_with_news, topic_of

_SAME_TOPIC = 3  # words shared with what was told from which a new opening no longer marks a new topic
_MEMORY = 3000  # code points before a sentence that its topic is looked for in
FARTHEST = 60
"""Sentences that are looked through for a source: no paragraph of news has as many, and time stays linear."""
LISTED = frozenset({"item", "cell"})
SHARES = frozenset({"percent", "points", "share", "ratio", "fraction", "score", "multiple"})


class Basis(Struct, frozen=True):
    """What settles a figure: its new status, the reason, and the attribution or the exemption that it rests on."""

    status: FigureStatus
    reason: str
    attribution: int | None = None
    exempted_by: str = ""


class Story:
    """The sources of a story by place, and the figures settled so far.

    `carrying` are the codes of the exemptions met so far that go on to figures right after, `certain` of those that
    rest on no guess and are not weighed; `left_blocks` hold a figure that no source reaches, so that none above goes
    on in them; `lede` is the number of the first block that is no heading. A story that names a poll so early is a
    poll story.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.carrying: set[str] = set()
        self.certain: set[str] = set()
        self.left_blocks: set[int] = set()
        self.lede = next((n for n, block in enumerate(analysis.blocks) if block.kind != "heading"), 0)
        marked = list(in_each(analysis, landmarks_of))
        self.poll_blocks = [part.number for part, found in marked if found.names_poll]
        self.is_poll_story = bool(self.poll_blocks) and self.poll_blocks[0] <= self.lede + 1
        self.has_exit_poll = bool(self.poll_blocks) and any(found.names_exit_poll for _, found in marked)
        self.filing_blocks = [part.number for part, found in marked if found.names_filing]
        self.later_sources = [part.sentence + number for part, found in marked for number in found.later_sources]
        self._attributions: dict[int, list[int]] = {}
        self._sourcing: dict[int, list[int]] = {}
        for number, attribution in enumerate(analysis.attributions):
            self._attributions.setdefault(attribution.sentence, []).append(number)
            if is_sourcing(attribution):
                self._sourcing.setdefault(attribution.sentence, []).append(number)
        self._settled: dict[int, list[Figure]] = {}

    def settle(self, figure: Figure, basis: Basis) -> None:
        """Give a figure its status and keep it for those that go on with it; with a slight one none goes on."""
        figure.status, figure.reason, figure.attribution = basis.status, basis.reason, basis.attribution
        figure.exempted_by = basis.exempted_by
        if figure.slight:
            return
        self._settled.setdefault(figure.sentence, []).append(figure)

    def settled_in(self, sentence: int) -> Sequence[Figure]:
        """Return the figures of a sentence that have been settled, in order."""
        return self._settled.get(sentence, ())

    def attributions_in(self, sentence: int) -> Sequence[int]:
        """Return the numbers of the attributions in a sentence."""
        return self._attributions.get(sentence, ())

    def sourcing_in(self, sentence: int) -> Sequence[int]:
        """Return the numbers of those attributions in a sentence that source what they cover."""
        return self._sourcing.get(sentence, ())

    @cached_property
    def sourced_before(self) -> list[int]:
        """For each sentence the last one before it in which a source stands, -1 where there is none."""
        found, last = [], -1
        for number in range(len(self.analysis.sentences)):
            found.append(last)
            if number in self._sourcing:
                last = number
        return found

    def keeps_topic(self, figure: Figure, block: int) -> bool:
        """Whether the sentence of a figure still speaks of what was spoken of from `block` on."""
        if figure.block == block:
            return True
        span = self.analysis.sentences[figure.sentence].span
        told = topic_of(
            self.analysis, Span(max(self.analysis.blocks[block].span.start, span.start - _MEMORY), span.start)
        )
        shared = topic_of(self.analysis, span) & told
        if len(shared) >= _SAME_TOPIC:
            return True
        if figure.block in self.left_blocks:
            return False
        if opens_with_news(self.analysis, self.analysis.sentences[figure.sentence], told, self.names):
            return False
        return bool(shared)

    @cached_property
    def running_blocks(self) -> list[int]:
        """The numbers of the blocks that are no part of a list or a table."""
        return [number for number, block in enumerate(self.analysis.blocks) if block.kind not in LISTED]

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that stand with a capital inside a sentence somewhere in the story, in lower case."""
        return frozenset().union(*(found for _, found in in_each(self.analysis, names_within)))


Way = Callable[[Story, Figure], Basis | None]
"""A way for a figure to be sourced; returns what it rests on, or None."""


def first_after(blocks: list[int], block: int) -> int | None:
    """Return the first of the sorted `blocks` that stands behind `block`."""
    at = bisect_right(blocks, block)
    return blocks[at] if at < len(blocks) else None


def last_before(blocks: list[int], block: int) -> int | None:
    """Return the last of the sorted `blocks` that is `block` or stands before it."""
    at = bisect_left(blocks, block + 1)
    return blocks[at - 1] if at else None


def stands_within(blocks: list[int], block: int, reach: int) -> bool:
    """Whether one of the sorted `blocks` is `block` or stands at most `reach` blocks before it."""
    found = last_before(blocks, block)
    return found is not None and block - found <= reach


def alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one sort: a like unit, or the same things counted."""
    if one.unit or other.unit:
        return one.unit == other.unit or {one.kind, other.kind} <= SHARES
    return one.noun == other.noun != "" or (one.kind == other.kind and one.kind in SHARES)
