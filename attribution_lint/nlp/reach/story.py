"""What is known of a story while its figures are settled one after the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

import regex

from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis, Figure, FigureStatus
from attribution_lint.nlp.attributions import is_sourcing
from attribution_lint.nlp.lexical import pattern_of
from attribution_lint.nlp.reach.topics import opens_with_news, topic_of
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import lazily

_SAME_TOPIC = 3  # words shared with what was told from which a new opening no longer marks a new topic
_MEMORY = 3000  # code points before a sentence that its topic is looked for in
FARTHEST = 60
"""Sentences that are looked through for a source: no paragraph of news has as many, and time stays linear."""
_EXIT_POLL = lazily(r"\b(?:exit|entrance) poll", regex.IGNORECASE)
_STANDING = lazily(r"\b(?:in|at|to) (?:the |state |national |most |recent )?polls$", regex.IGNORECASE)
SENTENCES = 1024  # of which what is asked for each of their figures is kept
LISTED = frozenset({"item", "cell"})
SHARES = frozenset({"percent", "points", "share", "ratio", "fraction", "score", "multiple"})


@dataclass(frozen=True, slots=True)
class Basis:
    """What settles a figure: its new status, the reason, and the attribution or the exemption that it rests on."""

    status: FigureStatus
    reason: str
    attribution: int | None = None
    exempted_by: str = ""


class Story:
    """The sources of a story by place, and the figures settled so far.

    `carrying` are the codes of the exemptions met so far that go on to figures right after; `left_blocks` hold a figure
    that no source reaches, so that none above goes on in them; `lede` is the number of the first block that is no
    heading. A story that names a poll so early is a poll story.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.carrying: set[str] = set()
        self.left_blocks: set[int] = set()
        self.lede = next((n for n, block in enumerate(analysis.blocks) if block.kind != "heading"), 0)
        self.poll_blocks = [
            number for number in self._blocks_with("poll-words") if self._names_poll(analysis.blocks[number].span)
        ]
        self.is_poll_story = bool(self.poll_blocks) and self.poll_blocks[0] <= self.lede + 1
        self.has_exit_poll = bool(self.poll_blocks) and _EXIT_POLL.search(analysis.text) is not None
        self.filing_blocks = self._blocks_with("filing-words")
        self.later_sources = [
            number
            for number, sentence in enumerate(analysis.sentences)
            if _later_source().match(analysis.text, sentence.span.start, sentence.span.end)
        ]
        self._attributions: dict[int, list[int]] = {}
        for number, attribution in enumerate(analysis.attributions):
            self._attributions.setdefault(attribution.sentence, []).append(number)
        self._settled: dict[int, list[Figure]] = {}
        self._topics: dict[int, frozenset[str]] = {}

    def settle(self, figure: Figure, basis: Basis) -> None:
        """Give a figure its status and keep it for those that go on with it; with a slight one none goes on."""
        figure.status, figure.reason, figure.attribution = basis.status, basis.reason, basis.attribution
        figure.exempted_by = basis.exempted_by
        if figure.slight:
            return
        self._settled.setdefault(figure.sentence, []).append(figure)

    def settled_in(self, sentence: int) -> list[Figure]:
        """Return the figures of a sentence that have been settled, in order."""
        return self._settled.get(sentence, [])

    def attributions_in(self, sentence: int) -> list[int]:
        """Return the numbers of the attributions in a sentence."""
        return self._attributions.get(sentence, [])

    def sourcing_in(self, sentence: int) -> Iterator[int]:
        """Yield the numbers of those attributions in a sentence that source what they cover."""
        return (number for number in self.attributions_in(sentence) if is_sourcing(self.analysis.attributions[number]))

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

    def topic_of_sentence(self, number: int) -> frozenset[str]:
        """Return the stems of what a sentence is about."""
        if number not in self._topics:
            self._topics[number] = topic_of(self.analysis, self.analysis.sentences[number].span)
        return self._topics[number]

    @cached_property
    def running_blocks(self) -> list[int]:
        """The numbers of the blocks that are no part of a list or a table."""
        return [number for number, block in enumerate(self.analysis.blocks) if block.kind not in LISTED]

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that stand with a capital inside a sentence somewhere in the story, in lower case."""
        words = self.analysis.words
        return frozenset(
            words.lower[at]
            for sentence in self.analysis.sentences
            for at in range(sentence.first + 1, sentence.last)
            if words.text[at][0].isupper() and words.text[at - 1][0].isalnum()
        )

    def _names_poll(self, block: Span) -> bool:
        """Whether a block speaks of a poll, not only of how somebody stands “in the polls”."""
        found = pattern_of("poll-words").finditer(self.analysis.text, block.start, block.end)
        return any(not _STANDING.search(self.analysis.text, block.start, match.end()) for match in found)

    def _blocks_with(self, lexicon: str) -> list[int]:
        text, pattern = self.analysis.text, pattern_of(lexicon)
        return [
            number
            for number, block in enumerate(self.analysis.blocks)
            if pattern.search(text, block.span.start, block.span.end)
        ]


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


@cache
def _later_source() -> regex.Pattern[str]:
    """The opening of a sentence that names the source of what was just told."""
    return regex.compile(
        r"(?:The|That|Those) (?:number|figure|toll|total|count|tally|estimate)s?, [^,.]{3,50} (?:said|says|estimated),|"
        r"[(*]?(?:Sources?|Figures|Data|Numbers):|(?:That|This|It)[’']s according to\b|So (?:says?|said)\b|"
        r"(?:That|This|Those|These|The|Its|All) (?:[\w’'-]+ ){0,4}?"
        r"(?:comes? from|(?:is|are|was|were) (?:all )?\L<drawn_from>)\b",
        drawn_from=shipped_lexicon("drawn-from"),
    )
