"""How a block reads among the others of its draft: the same line is residue under a report and copy in a guide.

A block's own register says how like residue it is; the rest of the draft says what that is worth. Where every other
block addresses the reader, asks, or is a line of a list, such a line belongs; alone among paragraphs that tell, it does
not. The two are weighed by boosted trees (Friedman, "Greedy function approximation: a gradient boosting machine",
2001), fitted by `benchmarks/register.py` and kept in `rules/models/residue-trees.json`.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from functools import cache
from statistics import fmean, median

import msgspec

from attribution_lint.checks.boilerplate.glance import Glance, glance
from attribution_lint.checks.boilerplate.misfit import Standing
from attribution_lint.checks.boilerplate.phrases import Hit
from attribution_lint.checks.boilerplate.register import log_odds, signs
from attribution_lint.checks.boilerplate.score import topic_book
from attribution_lint.checks.boilerplate.sheets import sheet
from attribution_lint.checks.boilerplate.tokens import tokens
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_folder

# Log-odds from which a block is residue that is so
WORDED = 0.0  # by its wording
LEFT_OVER = 1.0  # by nothing but how it reads
TITLED = 2.5  # and stands as a headline or in a table
NOTED = 0.0  # as a note among colleagues
FILLED = -1.5  # by a mark that fills it
JOINED = -1.5  # beside other residue
_NOWHERE = -12.0  # how a block reads that is not there
_LEAST, _MOST = -12.0, 10.0  # log-odds are held between these
_REPORTED, _TOLD = "=reported", "=told"


class Tree(msgspec.Struct, frozen=True, array_like=True):
    """A decision tree, a node a place: at a leaf its `feature` is -1 and its `value` what it adds."""

    feature: tuple[int, ...]
    value: tuple[float, ...]
    low: tuple[int, ...]
    high: tuple[int, ...]


class Trees(msgspec.Struct, frozen=True):
    """What all begin with, in log-odds, and the trees that add to it."""

    constant: float
    trees: tuple[Tree, ...]

    def log_odds(self, row: Sequence[float]) -> float:
        """Return the log-odds that a block with these features (see `features`) is residue."""
        odds = self.constant
        for tree in self.trees:
            node = 0
            while (feature := tree.feature[node]) >= 0:
                node = tree.low[node] if row[feature] <= tree.value[node] else tree.high[node]
            odds += tree.value[node]
        return odds


class Surroundings:
    """The blocks of a draft, each to be told among the others; `sentences` are those of each block.

    `strange` are the numbers of the blocks whose voice is not that of the story.
    """

    def __init__(self, analysis: Analysis, sentences: list[list[Span]], strange: Container[int]) -> None:
        self._analysis, self._sentences, self._strange = analysis, sentences, strange
        self.glances: list[Glance] = [seen for _, seen in in_each(analysis, glance)]
        self.standing = Standing(analysis)
        self._leanings: list[float] = []
        self._known: dict[int, float] = {}

    def signs(self, number: int) -> frozenset[str]:
        """Return the signs of block `number`: of its wording, its units and topics, and its standing in the story."""
        analysis, span = self._analysis, self._analysis.blocks[number].span
        seen = sheet(analysis, number, self._sentences[number], self._strange, closely=True)
        if not seen or not seen.units:
            return frozenset()
        found = tokens(analysis.text, span)
        topics: list[Hit] = topic_book().hits(found)
        known = signs(analysis.text, found, 0, len(found), seen.units, topics)
        return frozenset(known.union(self.standing.signs(number)))

    def log_odds(self, number: int) -> float:
        """Return the log-odds that block `number` is residue, standing where it does."""
        if number not in self._known:
            if not self._leanings:
                self._leanings = [log_odds(seen.signs) for seen in self.glances]
            row = features(number, self.signs(number), log_odds, self._leanings, self.glances)
            self._known[number] = _trees().log_odds(row)
        return self._known[number]


def features(
    number: int,
    own: frozenset[str],
    weigh: Callable[[Iterable[str]], float],
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


@cache
def _trees() -> Trees:
    return msgspec.json.decode((shipped_folder() / "models" / "residue-trees.json").read_bytes(), type=Trees)
