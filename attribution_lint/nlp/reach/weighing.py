"""Weighing: whether an editor would ask for the source of a figure, by all that speaks for it and against it.

The rules of reach and the exemptions decide one thing at a time; what they leave open, and what they settle on thin
grounds, is weighed here. The weights are those of a logistic regression over verdicts that readers gave on published
and on invented copy, made by `benchmarks/verdicts.py` and kept in the lexicon `figure-evidence`: a sign, its weight,
and what is added to it in a story of politics (Daumé 2007 on what differs by domain).
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import NamedTuple

from attribution_lint.nlp.analysis import Figure
from attribution_lint.nlp.parts import parts
from attribution_lint.nlp.reach.signs import Signs
from attribution_lint.nlp.reach.story import Story
from attribution_lint.packs import shipped_lexicon

CONSTANT = "constant"
CAMPAIGN = "campaign"
_NOTED = -1.8  # log odds from which what the rules softened is worth a look
LITTLE_DOUBT = "little doubt"
WEIGHED = frozenset({"unattributed", "carried", "exempt"})


class _Lines(NamedTuple):
    """The log odds from which an editor would ask about what the rules left open, and about what they settled."""

    left_open: float
    settled: float


_EVERYWHERE = _Lines(-1.0, -0.7)
_IN_POLITICS = _Lines(-1.5, 0.2)  # where results and polls abound, what the rules settled is seldom asked about


def weigh(story: Story) -> None:
    """Grade the figures of a settled story that no source in their own sentence reaches."""
    signs = Signs(story)
    lines = _IN_POLITICS if signs.is_campaign else _EVERYWHERE
    doubts = [(figure, doubt(signs, figure)) for figure in story.analysis.figures if figure.status in WEIGHED]
    for figure, doubted in doubts:
        _grade(figure, doubted, lines)
    figures = story.analysis.figures
    figures[:] = [each for each in figures if not each.slight or (each.status == "unattributed" and not each.soft)]


def doubt(signs: Signs, figure: Figure) -> float:
    """Return the log odds that an editor would ask for the source of a figure."""
    weights, nothing = figure_weights(), (0.0, 0.0)
    everywhere, added = _own_weight(signs, figure)
    for sign in signs.around(figure):
        one, other = weights.get(sign, nothing)
        everywhere += one
        added += other
    return everywhere + added if signs.is_campaign else everywhere


def _own_weight(signs: Signs, figure: Figure) -> tuple[float, float]:
    """Return what speaks for asking in the paragraph of a figure alone, and what is added in a story of politics."""
    part = parts(signs.analysis)[figure.block]
    known: dict[Hashable, tuple[float, float]] = part.known.setdefault(_own_weight, {})
    key = figure.span.start - part.start, figure.span.end - part.start, figure.kind
    if key not in known:
        weights = figure_weights()
        found = [weights[sign] for sign in (CONSTANT, *signs.own(figure)) if sign in weights]
        everywhere, in_politics = (sum(each[n] for each in found) for n in (0, 1))
        known[key] = everywhere, in_politics + sum(weights[CAMPAIGN])
    return known[key]


def _grade(figure: Figure, doubted: float, lines: _Lines) -> None:
    left_open = figure.status == "unattributed"
    if doubted >= (lines.left_open if left_open and not figure.soft else lines.settled):
        figure.status, figure.soft, figure.reason = "unattributed", False, ""
        figure.attribution, figure.exempted_by = None, ""
    elif left_open:
        figure.quiet = figure.soft and doubted < _NOTED
        figure.soft = True
        figure.reason = figure.reason or LITTLE_DOUBT


@cache
def figure_weights() -> dict[str, tuple[float, float]]:
    """Return the weight of each sign, and what a story of politics adds to it; read once."""
    found: dict[str, tuple[float, float]] = {}
    for entry in shipped_lexicon("figure-evidence"):
        sign, everywhere, added = entry.split()
        found[sign] = float(everywhere), float(added)
    return found
