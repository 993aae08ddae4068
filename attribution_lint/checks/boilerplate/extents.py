"""How far a blank reaches: the unit that it counts, the kind of thing that it stands for, the note behind it.

"?? hours" waits for a number of hours, "TK film title, year" for two things, and "00:00 – CHECK TIME WITH MET" says who
knows; an editor looks for all of it. What is between two marks that are alike ("xxxx add a quote xxxx") is a note too.
"""

from __future__ import annotations

import re
from functools import cache

from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import screened

_FIGURE = re.compile(r"[$£€₹₦]?[XxNn\x23?_\d.,]*[XxNn\x23?_0][.,]? ?\Z|(?:TK|tk)+\Z", re.ASCII)
_COMING = re.compile(r"(?i:(?:tk)+)\Z")
_WORD = screened(r" ?([a-z]+(?:-[a-z]+)?)(?![\w’'-])")
_LISTED = screened(r"(?:,| and| or|/)? ?([a-z]+)(?![\w’'-])")
_NOTE = re.compile(
    r",? ?[–—:(-]+ ?(?:PLS |PLEASE )?(?:CHECK|CHK|CONFIRM|VERIFY|ASK|QUERY|GET|NEED|NEEDS|FROM|SEE|UPDATE|TBC)\b"
    r"(?:[ /][A-Z0-9][A-Z0-9’'&.-]*+){0,8}+\)?"
)
_ROW = re.compile(r"([XxZzQq?*\x23])\1{2,}\Z")  # what fences a note in
_LONGEST_NOTE = 90  # characters between two marks that fence it in
_MOST_LISTED = 4


def reach(analysis: Analysis, span: Span, others: list[Span]) -> Span:
    """Return the whole of the blank that a mark is in, within its block; `others` are the marks behind it."""
    text, block = analysis.text, analysis.blocks[analysis.block_at(span.start)].span
    mark = text[span.start : span.end]
    if _ROW.match(mark):
        for other in others:
            gap = other.start - span.end
            if gap > _LONGEST_NOTE or other.end > block.end or (gap > 0 and "\n" in text[span.end : other.start]):
                break
            if text[other.start : other.end] == mark and other.start > span.end:
                return Span(span.start, other.end)
    if note := _NOTE.match(text, span.end, block.end):
        return Span(span.start, note.end())
    if not _FIGURE.match(mark):
        return span
    end = _past_kinds(text, span.end, block.end) if _COMING.match(mark) else span.end
    return Span(span.start, end if end > span.end else _past_unit(text, span.end, block.end))


def _past_kinds(text: str, start: int, limit: int) -> int:
    """Where the kinds of things end that are still to come: "TK film title, year"."""
    end = start
    for _ in range(_MOST_LISTED):
        word = _LISTED.match(text, end, limit)
        if not word or word[1] not in _kinds():
            break
        end = word.end()
    return end


def _past_unit(text: str, start: int, limit: int) -> int:
    """Where the unit ends that a figure is short of: "?? hours", "TK light years"."""
    first = _WORD.match(text, start, limit)
    if not first:
        return start
    if first[1] in _units():
        return first.end()
    second = _WORD.match(text, first.end(), limit) if first[1] in shipped_lexicon("blank-unit-modifiers") else None
    return second.end() if second and second[1] in _units() else start


@cache
def _kinds() -> frozenset[str]:
    return shipped_lexicon("template-fields") | shipped_lexicon("blank-kinds") | shipped_lexicon("blank-companions")


@cache
def _units() -> frozenset[str]:
    return shipped_lexicon("blank-units") | shipped_lexicon("figure-durations")
