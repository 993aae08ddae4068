"""Weighing: whether an editor would ask for the source of a figure, by all that speaks for it and against it.

The rules of reach and the exemptions decide one thing at a time; what they leave open, and what they settle on thin
grounds, is weighed here. The weights are those of a logistic regression over verdicts that readers gave on published
and on invented copy, made by `benchmarks/verdicts.py` and kept in the lexicon `figure-evidence`: a sign, its weight,
and what is added to it in a story of politics (Daumé 2007 on what differs by domain).
"""

from __future__ import annotations

from functools import cache

from attribution_lint.nlp.analysis import Figure
from attribution_lint.nlp.reach.signs import Signs
from attribution_lint.nlp.reach.story import Story
from attribution_lint.packs import shipped_lexicon

CONSTANT = "constant"
CAMPAIGN = "campaign"
_ASKED = -0.3  # log odds from which an editor would ask where the rules found nothing
_REOPENED = 0.3  # and from which what they softened, carried on or exempted is asked about all the same
_POLITICS = 0.9  # how much less it takes in politics, where verdicts differ more and the odds tell less
_NOTED = -1.8  # and from which what they softened is worth a look
LITTLE_DOUBT = "little doubt"
WEIGHED = frozenset({"unattributed", "carried", "exempt"})


def weigh(story: Story) -> None:
    """Grade the figures of a settled story that no source in their own sentence reaches."""
    signs = Signs(story)
    line = -_POLITICS if signs.is_campaign else 0.0
    doubts = [(figure, doubt(signs, figure) - line) for figure in story.analysis.figures if figure.status in WEIGHED]
    for figure, doubted in doubts:
        _grade(figure, doubted)


def doubt(signs: Signs, figure: Figure) -> float:
    """Return the log odds that an editor would ask for the source of a figure."""
    weights = figure_weights()
    found = [weights[sign] for sign in (CONSTANT, *signs.of(figure)) if sign in weights]
    if signs.is_campaign:
        return sum(everywhere + added for everywhere, added in (*found, weights[CAMPAIGN]))
    return sum(everywhere for everywhere, _ in found)


def _grade(figure: Figure, doubted: float) -> None:
    left_open = figure.status == "unattributed"
    if doubted >= (_ASKED if left_open and not figure.soft else _REOPENED):
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
