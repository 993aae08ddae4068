"""How a block reads among the others of its draft: the same line is residue under a report and copy in a guide.

A block's own register says how like residue it is; the rest of the draft says what that is worth. Where every other
block addresses the reader, asks, or is a line of a list, such a line belongs; alone among paragraphs that tell, it does
not. Part of a block - a sentence, a bracket, or a run of words that reads as left over - is told among the rest of its
block in the same way. What is known is weighed by boosted trees, fitted by `benchmarks/register.py` and kept in
`rules/models`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct

from attribution_lint.checks.boilerplate import chain
from attribution_lint.checks.boilerplate.glance import Glance, glance
from attribution_lint.checks.boilerplate.labelling import Labelling, runs, shipped_labelling
from attribution_lint.checks.boilerplate.measures import (
    Reading,
    Worded,
    held,
    is_told,
    most_by_stops,
    of_aside,
    of_block,
    proof,
    reading,
    shared,
)
from attribution_lint.checks.boilerplate.misfit import Standing
from attribution_lint.checks.boilerplate.phrases import Hit
from attribution_lint.checks.boilerplate.pieces import Tokens
from attribution_lint.checks.boilerplate.register import aside_log_odds, log_odds, signs
from attribution_lint.checks.boilerplate.score import topic_book
from attribution_lint.checks.boilerplate.sheets import Sheet, is_given, sheet, stretches
from attribution_lint.checks.boilerplate.tokens import tokens_of_block
from attribution_lint.checks.boilerplate.trees import shipped_trees
from attribution_lint.checks.boilerplate.units import Unit
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each

# Log-odds from which a block is residue that is so
WORDED = -0.5  # by its wording
LABELLED = -2.5  # and that a label, brackets or capitals name
LEFT_OVER = 0.0  # by nothing but how it reads
UNSPOKEN = 1.0  # and has no part in its register, or a teller
TITLED = 2.8  # and stands as a headline or in a table
TAKEN_UP = 5.5  # and has words that its story takes up
LONE_HEADLINE = 0.0  # and is the only line without a stop among paragraphs
ASIDE = -1.5  # and from which a sentence or a bracket of a paragraph is that is so by its wording
SET_ASIDE = 0.7  # or by nothing but how it reads
MARKED = -4.5  # and a blank or another mark
REPORTED = -2.0  # and to which a sentence is one of the story's
UNSAID = -1.0  # and to which some word of a sentence comes that is none of the story's
ODD = -2.0  # and which a word must pass for its block to be asked about
SILENT = -3.5  # and below which all of its words are told
_TAKEN_UP = 0.6  # of the longer words of a headline: so many come again in its story
_NEARLY_ALL = 0.8  # of a block: a run of so much is no part of it
Weigh = Callable[[Iterable[str]], float]
Kind = Literal["unit", "run", "mark"]


class Weights(Struct, frozen=True, eq=False):
    """What weighs the signs of blocks and of their parts, and the chain that weighs words."""

    of_blocks: Weigh
    of_asides: Weigh
    of_words: Labelling


class Aside(Struct, frozen=True):
    """Part of a block: its signs, its tokens from `first` to before `past`, its place among `count` of its kind.

    Its kind is a unit (a sentence or a bracket), a run of words that read as left over, or a mark.
    """

    unit: Unit
    signs: frozenset[str]
    first: int
    past: int
    place: int
    count: int
    kind: Kind = "unit"


class Surroundings:
    """The blocks of a draft, each to be told among the others; `sentences` are those of each block.

    `strange` are the numbers of the blocks whose voice is not that of the story, and `marked` where a mark was found
    that may be a blank. The shipped weights are used where none are given.
    """

    def __init__(
        self,
        analysis: Analysis,
        sentences: list[list[Span]],
        strange: Container[int],
        marked: Sequence[Span] = (),
        weights: Weights | None = None,
    ) -> None:
        self.analysis, self._sentences, self._strange, self._marked = analysis, sentences, strange, marked
        self._weights = weights or Weights(log_odds, aside_log_odds, shipped_labelling())
        self._topics: dict[int, tuple[Tokens, list[Hit]]] = {}
        self._rows: dict[int, list[float]] = {}
        self._known: dict[int, float] = {}
        self._asides: dict[int, list[tuple[Aside, float]]] = {}

    @cached_property
    def glances(self) -> list[Glance]:
        """What a glance tells of each block."""
        return [seen for _, seen in in_each(self.analysis, glance)]

    @cached_property
    def worded(self) -> list[Worded]:
        """The words of each block, with the log-odds that each was left over."""
        weighs = self._weights.of_words
        seen = list(in_each(self.analysis, chain.row))
        new = [(part, row) for part, row in seen if weighs not in part.known]
        for (part, row), odds in zip(new, weighs.log_odds([row for _, row in new]), strict=True):
            part.known[weighs] = Worded(row, odds)
        return [part.known[weighs] for part, _ in seen]

    @cached_property
    def readings(self) -> list[Reading]:
        """How each block reads, at a glance and word by word."""
        return [reading(seen, worded.odds) for seen, worded in zip(self.glances, self.worded, strict=True)]

    @cached_property
    def often(self) -> Counter[str]:
        """How often the draft has a word or mark."""
        return Counter(form for seen in self.worded for form in seen.row.forms)

    @cached_property
    def standing(self) -> Standing:
        """How the blocks stand in the story by their names and words."""
        return Standing(self.analysis)

    def signs(self, number: int) -> frozenset[str]:
        """Return the signs of block `number`: of its wording, its units and topics, and its standing in the story."""
        seen = self._sheet(number)
        if not seen or not seen.units:
            return frozenset()
        found, topics = self._read(number)
        known = signs(found, 0, len(found), seen.units, topics)
        return frozenset(known.union(self.standing.signs(number)))

    def odds(self, number: int) -> float:
        """Return the log-odds that block `number` is residue, standing where it does."""
        if number not in self._known:
            self._known[number] = shipped_trees("residue-blocks").log_odds(self.row(number))
        return self._known[number]

    def row(self, number: int) -> list[float]:
        """Return what the trees ask of block `number`."""
        if number not in self._rows:
            own, seen = self.signs(number), self._sheet(number)
            units = seen.units if seen else []
            self._rows[number] = of_block(number, own, units, self._weights.of_blocks(own), self.readings)
        return self._rows[number]

    def _read(self, number: int) -> tuple[Tokens, list[Hit]]:
        """Return the words of block `number`, and the topics that they name."""
        if number not in self._topics:
            found = tokens_of_block(self.analysis, number)
            self._topics[number] = found, topic_book().hits(found)
        return self._topics[number]

    def _sheet(self, number: int) -> Sheet | None:
        return sheet(self.analysis, number, self._sentences[number], self._strange, closely=True)

    def has_odd_words(self, number: int) -> bool:
        """Whether some word of block `number` comes near to reading as left over."""
        return self._most(number) > ODD

    def takes_up(self, number: int) -> bool:
        """Whether the rest of the draft has most of the longer words of block `number`, as it has a headline's."""
        return shared(self.worded[number].row.forms, self.often) >= _TAKEN_UP

    def is_silent(self, number: int) -> bool:
        """Whether no word of block `number` reads as if it could be left over."""
        return self._most(number) < SILENT

    def _most(self, number: int) -> float:
        return max(self.worded[number].odds, default=SILENT)

    def has_runs(self, number: int) -> bool:
        """Whether some words of block `number`, but not nearly all, read as left over."""
        return any(True for _ in self._runs(number)) and not is_given(self.analysis, number)

    def _runs(self, number: int) -> Iterator[tuple[int, int]]:
        worded, span = self.worded[number], self.analysis.blocks[number].span
        for first, past in runs(worded.odds):
            run = worded.row.found.span(first, past)
            if run.end - run.start < _NEARLY_ALL * (span.end - span.start):
                yield first, past

    def asides(self, number: int) -> list[Aside]:
        """Return the sentences and brackets that are part of block `number`, and the other runs that may be residue."""
        analysis, span = self.analysis, self.analysis.blocks[number].span
        seen = self._sheet(number)
        if not seen:
            return []
        asides: list[Aside] = []
        found, topics = self._read(number)
        for units in (seen.units if len(seen.units) > 1 else [], seen.brackets):
            for place, unit in enumerate(units):
                first, past = found.range(unit.span)
                own = [hit for hit in topics if first <= hit.first < past]
                known = signs(found, first, past, [unit], own)
                asides.append(Aside(unit, frozenset(known), first, past, place, len(units)))
        taken = {aside.unit.span for aside in asides}
        marked = [found.range(mark) for mark in self._marked if span.covers(mark)]
        runs = [(first, past) for first, past in marked if first < past]
        marks = len(runs)
        runs += [run for run in self._runs(number) if found.span(*run) not in taken]
        for place, (unit, own) in enumerate(stretches(analysis, number, found, topics, runs)):
            first, past = runs[place]
            known = signs(found, first, past, [unit], own)
            kind: Kind = "mark" if place < marks else "run"
            asides.append(Aside(unit, frozenset(known), first, past, place, len(runs), kind))
        return asides

    def holds_no_report(self, number: int) -> bool:
        """Whether no sentence of block `number` reads like one of the story: word by word, or beside the others."""
        said = any(most < UNSAID for most in most_by_stops(self.worded[number]))
        return not said and all(odds > REPORTED for aside, odds in self._judged(number) if aside.kind == "unit")

    def mark_odds(self, number: int, mark: Span) -> float:
        """Return the log-odds that a mark in block `number` is residue; 0 if it has no words there."""
        found = self.worded[number].row.found
        start = self.analysis.blocks[number].span.start
        place = found.range(mark.moved(-start))
        of_marks = ((aside, odds) for aside, odds in self._judged(number) if aside.kind == "mark")
        return next((odds for aside, odds in of_marks if (aside.first, aside.past) == place), 0.0)

    def aside_row(self, number: int, aside: Aside) -> list[float]:
        """Return what the trees ask of an aside of block `number`."""
        asked = self._weights.of_asides(aside.signs)
        place = (
            aside.place,
            aside.count - aside.place - 1,
            aside.unit.words,
            *is_told(aside.signs),
            aside.kind == "mark",
        )
        text = self.analysis.text_of(number)
        own = of_aside(text, self.worded[number], aside.first, aside.past, self.often)
        return [held(asked), *map(float, place), *proof([aside.unit]), *own, *self.row(number)]

    def aside_odds(self, number: int) -> list[tuple[Unit, float]]:
        """Return the parts of block `number` that may be residue, but for marks, with the log-odds that each is."""
        return [(aside.unit, odds) for aside, odds in self._judged(number) if aside.kind != "mark"]

    def _judged(self, number: int) -> list[tuple[Aside, float]]:
        if number not in self._asides:
            trees = shipped_trees("residue-asides")
            self._asides[number] = [
                (aside, trees.log_odds(self.aside_row(number, aside))) for aside in self.asides(number)
            ]
        return self._asides[number]
