"""Parentheticals: what stands between dashes, in brackets, or in “which according to …” between commas.

What is attributed inside one reaches no further than it does, and inside it the nearest attribution counts: “the
council said the works, which according to its engineers cost £4 million, had begun”.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from attribution_lint.model import Span
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Attribution, Cue, Sentence

_RELATIVES = grammar.RELATIVES | frozenset({"that"})
_KEY = "parentheticals"


class _Marks(NamedTuple):
    """The numbers of the words of a sentence that may open or close a parenthetical, in order."""

    opening: list[int]
    closing: list[int]
    dashes: list[int]
    commas: list[int]


def parenthetical_of(analysis: Analysis, cue: Cue) -> Span | None:
    """Return the parenthetical that a cue stands in, without its marks; None if it stands in none."""
    words, sentence = analysis.words, analysis.sentences[cue.sentence]
    lower, marks = words.lower, _marks_of(analysis, cue.sentence, sentence)
    bracket = _last_before(cue.first, marks.opening)
    if bracket > _last_before(cue.first, marks.closing):
        opener, closer = bracket, _first_from(cue.last, marks.closing)
    elif bisect_left(marks.dashes, cue.first) % 2:
        opener, closer = _last_before(cue.first, marks.dashes), _first_from(cue.last, marks.dashes)
    elif cue.kind == "phrase" and lower[cue.first - 1] in _RELATIVES and lower[cue.first - 2] == ",":
        opener, closer = cue.first - 2, _first_from(cue.last, marks.commas)
    else:
        return None
    if closer is None or closer + 1 >= sentence.last or closer <= opener + 1:
        return None
    return words.span(opener + 1, closer)


def _marks_of(analysis: Analysis, number: int, sentence: Sentence) -> _Marks:
    """Return the marks behind the first word of a sentence, looked for once."""
    known: dict[int, _Marks] = analysis.kept.setdefault(_KEY, {})
    if number not in known:
        lower, inside = analysis.words.lower, range(sentence.first + 1, sentence.last)
        known[number] = _Marks(
            [n for n in inside if lower[n] == "("],
            [n for n in inside if lower[n] == ")"],
            [n for n in inside if lower[n] in grammar.DASHES],
            [n for n in inside if lower[n] == ","],
        )
    return known[number]


def _last_before(word: int, marks: list[int]) -> int:
    at = bisect_left(marks, word)
    return marks[at - 1] if at else -1


def _first_from(word: int, marks: list[int]) -> int | None:
    at = bisect_left(marks, word)
    return marks[at] if at < len(marks) else None


def inside_parenthetical(analysis: Analysis, cue: Cue, content: Span | None) -> Span | None:
    """Return what a cue attributes, cut to the parenthetical that it stands in."""
    around = parenthetical_of(analysis, cue)
    if around is None or content is None:
        return content
    start, end = max(content.start, around.start), min(content.end, around.end)
    return Span(start, end) if start < end else around


def is_parenthetical(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether an attribution stands in a parenthetical, so that it counts there before any other."""
    return attribution.cue is not None and parenthetical_of(analysis, attribution.cue) is not None
