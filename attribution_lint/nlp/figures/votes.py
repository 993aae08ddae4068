"""Results: two numbers joined by a dash that tell how a vote, a poll or a court went."""

from __future__ import annotations

import re

from attribution_lint.nlp import numbers
from attribution_lint.nlp.figures.context import NOT_COUNTED, Candidate, Context
from attribution_lint.nlp.figures.times import YEAR
from attribution_lint.nlp.lexical import pattern_of
from attribution_lint.packs import shipped_lexicon

_FEWEST_VOTES = 4  # the winning side of a vote: smaller pairs are scores of games and odds
_RESULT_NOUNS = frozenset("vote votes decision ruling majority margin against percent".split())
_AGED = re.compile(
    r"\b(?:ages?|aged|voters|people|men|women|adults|those|old|between)\s+(?:aged\s+)?(?:from\s+)?$", re.IGNORECASE
)
_WINDOW = 30


def is_vote(candidate: Candidate, context: Context) -> bool:
    """Whether a range is the result of a vote: 52-48 in the Senate, not 3-2 at half-time or voters 18-34."""
    match, sentence = candidate.match, candidate.sentence.span
    if match["scale"] or match["high_scale"]:
        return False
    low, high = numbers.value_of(match["low"]), numbers.value_of(match["high"])
    if low is None or high is None or max(low, high) < _FEWEST_VOTES:
        return False
    if context.right in shipped_lexicon("figure-durations") or YEAR.fullmatch(match["low"]):
        return False
    if context.right and context.right not in NOT_COUNTED | _RESULT_NOUNS:
        return False
    if not candidate.mentions("figure-votes"):
        return False
    if pattern_of("figure-seasons").search(candidate.text, sentence.start, sentence.end):
        return False
    return not _AGED.search(candidate.text, max(sentence.start, match.start() - _WINDOW), match.start())
