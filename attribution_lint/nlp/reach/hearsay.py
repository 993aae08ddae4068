"""Hearsay: what is told of the seeming source of a sentence, while nobody says it: “the gunmen, said to number 60”."""

from __future__ import annotations

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Attribution

_HEARSAY = frozenset("said believed thought reported rumoured rumored alleged understood reckoned".split())
_BEFORE = frozenset(", is are was were - – — (".split())
_ADDRESSED = grammar.DETERMINERS | grammar.PRONOUNS


def is_hearsay(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether nobody says what is told of the seeming source: “the gunmen, said to number 60, …”."""
    cue, lower = attribution.cue, analysis.words.lower
    if attribution.via != "cue" or cue is None or cue.first < 1 or cue.first + 2 >= len(lower):
        return False
    return (
        lower[cue.first + 1] == "to"
        and lower[cue.first - 1] in _BEFORE
        and lower[cue.first + 2] not in _ADDRESSED
        and lower[cue.first] in _HEARSAY
    )
