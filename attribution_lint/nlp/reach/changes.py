"""Changes: shares that tell by how much something other than opinion went up or down, so that no poll told them."""

from __future__ import annotations

import regex

from attribution_lint.nlp.analysis import Analysis, Figure
from attribution_lint.nlp.answers import kept_by_place
from attribution_lint.patterns import lazily

_CHANGE_LEAD = 30  # code points before a share
_CHANGED = lazily(
    r"\b(?:rose|risen|fell|fallen|grew|grown|went (?:up|down)|gone (?:up|down)|climbed|dropped|jumped|shrank|shrunk|"
    r"declined|increased|decreased|plunged|soared|surged|tumbled)(?: by)?"
    r"(?: \w+| more than| at least| less than)?\s+$"
)
_OPINION = lazily(
    r"\b(?:support|approv|disapprov|favou?r|lead|backing|rating|confidence|oppos|trust|voters?\b)", regex.IGNORECASE
)


@kept_by_place
def is_change(analysis: Analysis, figure: Figure) -> bool:
    """Whether a share tells by how much something other than opinion went up or down: turnover fell by half."""
    sentence = analysis.sentences[figure.sentence].span
    before = max(sentence.start, figure.span.start - _CHANGE_LEAD)
    if not _CHANGED.search(analysis.text, before, figure.span.start):
        return False
    return not _OPINION.search(analysis.text, sentence.start, sentence.end)
