"""How a block reads among the others of its draft: the same line is residue under a report and copy in a guide.

A block's own register says how like residue it is; the rest of the draft says what that is worth. Where every other
block addresses the reader, asks, or is a line of a list, such a line belongs; alone among paragraphs that tell, it does
not. A sentence or a bracket is told among the others of its block in the same way. What is known is weighed by boosted
trees, fitted by `benchmarks/register.py` and kept in `rules/models`.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from functools import cached_property
from statistics import fmean, median

from msgspec import Struct

from attribution_lint.checks.boilerplate.glance import Glance, glance
from attribution_lint.checks.boilerplate.misfit import Standing
from attribution_lint.checks.boilerplate.register import aside_log_odds, log_odds, signs
from attribution_lint.checks.boilerplate.score import topic_book
from attribution_lint.checks.boilerplate.sheets import sheet
from attribution_lint.checks.boilerplate.tokens import tokens
from attribution_lint.checks.boilerplate.trees import shipped_trees
from attribution_lint.checks.boilerplate.units import Unit
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each

# Log-odds from which a block is residue that is so
WORDED = -3.0  # by its wording
LEFT_OVER = 1.0  # by nothing but how it reads
TITLED = 2.5  # and stands as a headline or in a table
LONE_HEADLINE = 0.0  # and is the only line without a stop among paragraphs
ASIDE = -4.0  # and from which a sentence or a bracket of a paragraph is that is so by its wording
SET_ASIDE = 1.0  # or by nothing but how it reads
_OPENINGS = "[({<*/#"
_NOWHERE = -12.0  # how a block reads that is not there
_LEAST, _MOST = -12.0, 10.0  # log-odds are held between these
Weigh = Callable[[Iterable[str]], float]
_REPORTED, _TOLD = "=reported", "=told"


class Aside(Struct, frozen=True):
    """A sentence or a bracket of a block: its signs, and its place among `count` of its kind in the block."""

    unit: Unit
    signs: frozenset[str]
    place: int
    count: int


class Surroundings:
    """The blocks of a draft, each to be told among the others; `sentences` are those of each block.

    `strange` are the numbers of the blocks whose voice is not that of the story.
    """

    def __init__(self, analysis: Analysis, sentences: list[list[Span]], strange: Container[int]) -> None:
        self._analysis, self._sentences, self._strange = analysis, sentences, strange
        self._leanings: list[float] = []
        self._weighed_by: Weigh | None = None
        self._known: dict[int, float] = {}
        self._asides: dict[int, list[tuple[Unit, float]]] = {}

    @cached_property
    def glances(self) -> list[Glance]:
        """What a glance tells of each block."""
        return [seen for _, seen in in_each(self._analysis, glance)]

    @cached_property
    def standing(self) -> Standing:
        """How the blocks stand in the story by their names and words."""
        return Standing(self._analysis)

    def signs(self, number: int) -> frozenset[str]:
        """Return the signs of block `number`: of its wording, its units and topics, and its standing in the story."""
        analysis, span = self._analysis, self._analysis.blocks[number].span
        seen = sheet(analysis, number, self._sentences[number], self._strange, closely=True)
        if not seen or not seen.units:
            return frozenset()
        found = tokens(analysis.text, span)
        topics = topic_book().hits(found)
        known = signs(analysis.text, found, 0, len(found), seen.units, topics)
        return frozenset(known.union(self.standing.signs(number)))

    def odds(self, number: int) -> float:
        """Return the log-odds that block `number` is residue, standing where it does."""
        if number not in self._known:
            self._known[number] = shipped_trees("residue-blocks").log_odds(self.row(number))
        return self._known[number]

    def row(self, number: int, weigh: Weigh = log_odds, _: Weigh = aside_log_odds) -> list[float]:
        """Return what the trees ask of block `number`, its signs weighed by `weigh`."""
        if self._weighed_by is not weigh:
            self._weighed_by, self._leanings = weigh, [weigh(seen.signs) for seen in self.glances]
        return features(number, self.signs(number), weigh, self._leanings, self.glances)

    def asides(self, number: int) -> list[Aside]:
        """Return the sentences and brackets that are part of block `number`."""
        analysis, span = self._analysis, self._analysis.blocks[number].span
        seen = sheet(analysis, number, self._sentences[number], self._strange, closely=True)
        if not seen:
            return []
        found, asides = tokens(analysis.text, span), []
        topics = topic_book().hits(found)
        for units in (seen.units if len(seen.units) > 1 else [], seen.brackets):
            for place, unit in enumerate(units):
                first, last = found.range(unit.span)
                own = [hit for hit in topics if first <= hit.first < last]
                known = signs(analysis.text, found, first, last, [unit], own)
                asides.append(Aside(unit, frozenset(known), place, len(units)))
        return asides

    def aside_row(
        self, number: int, aside: Aside, weigh: Weigh = log_odds, weigh_aside: Weigh = aside_log_odds
    ) -> list[float]:
        """Return what the trees ask of an aside of block `number`, weighed by these."""
        start = aside.unit.span.start
        own = [
            min(max(weigh_aside(aside.signs), _LEAST), _MOST),
            aside.unit.words,
            _OPENINGS.find(self._analysis.text[start]) + 1,
            aside.place,
            aside.count - aside.place - 1,
            self._analysis.quotation_at(start) is not None,
            _REPORTED in aside.signs,
            _TOLD in aside.signs,
        ]
        return [*map(float, own), *self.row(number, weigh)]

    def aside_odds(self, number: int) -> list[tuple[Unit, float]]:
        """Return the sentences and brackets that are part of block `number`, with the log-odds that each is residue."""
        if number not in self._asides:
            trees = shipped_trees("residue-asides")
            self._asides[number] = [
                (aside.unit, trees.log_odds(self.aside_row(number, aside))) for aside in self.asides(number)
            ]
        return self._asides[number]


def features(
    number: int,
    own: frozenset[str],
    weigh: Weigh,
    leanings: Sequence[float],
    glances: Sequence[Glance],
) -> list[float]:
    """Return what the trees ask of block `number`: its own signs weighed, its place, how the others read.

    `leanings` are what each block reads like at a glance, in log-odds.
    """
    held = [min(max(value, _LEAST), _MOST) for value in leanings]
    others = held[:number] + held[number + 1 :]
    beside = [*glances[:number], *glances[number + 1 :]]
    here, count = glances[number], len(glances)
    row = [
        min(max(weigh(own), _LEAST), _MOST),
        fmean(others) if others else 0.0,
        max(others, default=_NOWHERE),
        fmean([value > 0 for value in others]) if others else 0.0,
        median(others) if others else 0.0,
        held[number - 1] if number else _NOWHERE,
        held[number + 1] if number + 1 < count else _NOWHERE,
        number,
        count - number - 1,
        count,
        here.length,
        _REPORTED in own,
        _TOLD in own,
    ]
    row += here.kinds
    row += [fmean(kinds) for kinds in zip(*(seen.kinds for seen in beside), strict=True)] or [0.0] * len(here.kinds)
    return [float(value) for value in row]
