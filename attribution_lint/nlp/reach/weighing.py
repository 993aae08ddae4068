"""Weighing: whether an editor would ask for the source of a figure, by all that speaks for it and against it.

The rules of reach and the exemptions decide one thing at a time; what they leave open, and what they settle on thin
grounds, is weighed here. A reader who does not ask has one of several grounds: the figure tells of an official act, it
goes on with a source, or it is seen, known or quoted. Each ground has weights of its own, as what speaks for one tells
nothing of the others. The weights are those of a multinomial logistic regression over verdicts that readers gave on
published and on invented copy, made by `benchmarks/verdicts.py` and kept in the lexicon `figure-evidence`: a sign, its
weight against each ground, and what is added to each in a story of politics (Daumé 2007 on what differs by domain).
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from attribution_lint.nlp.analysis import Figure
from attribution_lint.nlp.parts import parts
from attribution_lint.nlp.reach.own_sentence import IN_SENTENCE, UNKNOWN_KIND
from attribution_lint.nlp.reach.signs import Signs
from attribution_lint.nlp.reach.story import Story
from attribution_lint.packs import shipped_lexicon

CONSTANT = "constant"
CAMPAIGN = "campaign"
GROUNDS = ("official", "carried", "other")
"""What readers do not ask about a figure for: an act of an authority, a source that goes on, anything else."""
_NOTHING = (0.0,) * len(GROUNDS)
_NOTED = -1.8  # log odds from which what the rules softened is worth a look
_DRAWN = 0.3  # how far the doubt of a figure is drawn to those of the others in its paragraph
LITTLE_DOUBT = "little doubt"
WEIGHED = frozenset({"unattributed", "carried", "exempt"})


class _Lines(NamedTuple):
    """The log odds from which an editor would ask about what the rules left open, and about what they settled."""

    left_open: float
    settled: float


_EVERYWHERE = _Lines(-1.4, -0.8)
_IN_POLITICS = _Lines(-1.1, 0.0)  # where results and polls abound, what the rules settled is seldom asked about


def weigh(story: Story) -> None:
    """Grade the figures of a settled story that no source in their own sentence reaches."""
    signs = Signs(story)
    lines = _IN_POLITICS if signs.is_campaign else _EVERYWHERE
    open_to_doubt = (figure for figure in story.analysis.figures if figure.exempted_by not in story.certain)
    doubts = [(figure, doubt(signs, figure)) for figure in open_to_doubt if figure.status in WEIGHED]
    drawn = drawn_together([(figure.block, doubted) for figure, doubted in doubts])
    for (figure, _), doubted in zip(doubts, drawn, strict=True):
        _grade(figure, doubted, lines)
    figures = story.analysis.figures
    figures[:] = [each for each in figures if not each.slight or (each.status == "unattributed" and not each.soft)]


def drawn_together(doubts: Sequence[tuple[Hashable, float]]) -> list[float]:
    """Return the doubts of figures, each drawn to what the others of its paragraph have on average.

    Each comes with its paragraph. Figures of a paragraph stand or fall together, as they share what is told and by whom
    (Sen and others 2008 on collective classification).
    """
    sums: dict[Hashable, float] = {}
    counts: dict[Hashable, int] = {}
    for paragraph, doubted in doubts:
        sums[paragraph] = sums.get(paragraph, 0.0) + doubted
        counts[paragraph] = counts.get(paragraph, 0) + 1
    return [
        doubted + _DRAWN * ((sums[paragraph] - doubted) / (counts[paragraph] - 1) - doubted)
        if counts[paragraph] > 1
        else doubted
        for paragraph, doubted in doubts
    ]


def doubt(signs: Signs, figure: Figure) -> float:
    """Return the log odds that an editor would ask for the source of a figure."""
    in_politics = signs.is_campaign
    found = [_own_weights(signs, figure), *(_weights_of(group, in_politics) for group in signs.around(figure))]
    if in_politics:
        found.append(_known((CAMPAIGN,), in_politics)[0])
    return -math.log(sum(math.exp(-ground) for ground in _together(found)))


def _own_weights(signs: Signs, figure: Figure) -> tuple[float, ...]:
    """Return what the paragraph of a figure alone adds, found once while it stays the same."""
    part = parts(signs.analysis)[figure.block]
    kept: dict[Hashable, tuple[float, ...]] = part.known.setdefault(_own_weights, {})
    key = figure.span.start - part.start, figure.span.end - part.start, figure.kind, signs.is_campaign
    if key not in kept:
        kept[key] = _together(_known((CONSTANT, *signs.own(figure)), signs.is_campaign))
    return kept[key]


@lru_cache(maxsize=8192)
def _weights_of(group: tuple[str, ...], in_politics: bool) -> tuple[float, ...]:
    """Return what the signs of a group add together."""
    return _together([_NOTHING, *_known(group, in_politics)])


def _together(found: Sequence[tuple[float, ...]]) -> tuple[float, ...]:
    return tuple(map(sum, zip(*found, strict=True)))


def _grade(figure: Figure, doubted: float, lines: _Lines) -> None:
    left_open = figure.status == "unattributed"
    if doubted >= (lines.left_open if left_open and not figure.soft else lines.settled):
        figure.status, figure.soft, figure.reason = "unattributed", False, ""
        figure.attribution, figure.exempted_by = None, ""
    elif left_open:
        figure.quiet = figure.soft and doubted < _NOTED
        figure.soft = True
        figure.reason = figure.reason or LITTLE_DOUBT
    elif figure.reason == UNKNOWN_KIND:
        figure.status, figure.reason = "attributed", IN_SENTENCE


def _known(signs: Iterable[str], in_politics: bool) -> list[tuple[float, ...]]:
    """Return the weights of those signs that have any."""
    return [found for sign in signs if (found := weights_of(sign, in_politics)) is not None]


@lru_cache(maxsize=8192)
def weights_of(sign: str, in_politics: bool) -> tuple[float, ...] | None:
    """Return what a sign adds to the log odds of asking against each of `GROUNDS` in a story of that kind."""
    if (entry := _entries().get(sign)) is None:
        return None
    numbers = [float(number) for number in entry.split()]
    everywhere, added = numbers[: len(GROUNDS)], numbers[len(GROUNDS) :]
    return tuple(one + more * in_politics for one, more in zip(everywhere, added, strict=True))


@cache
def _entries() -> dict[str, str]:
    """Return the entries of the lexicon by their signs; a story has few, and they are read when it has them."""
    signs = (entry.partition(" ") for entry in shipped_lexicon("figure-evidence"))
    return {sign: numbers for sign, _, numbers in signs}
