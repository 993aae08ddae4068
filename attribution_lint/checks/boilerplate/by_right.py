"""What was found and stands by right all the same: its form of print has such lines, or the guess rests on a scrap."""

from __future__ import annotations

from attribution_lint.checks.boilerplate.found import Residue
from attribution_lint.checks.boilerplate.naming import is_named
from attribution_lint.checks.boilerplate.print_forms import (
    is_a_line_of_code,
    is_borne,
    is_in_a_footnote,
    is_of_a_table,
    is_shown_as_code,
)
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.patterns import screened

_FORMS_OF_PRINT = (is_shown_as_code, is_of_a_table, is_in_a_footnote, is_borne)
_BEFORE_SOURCES = ("according to ", "interview with ", "interviews with ", " told ", " citing ")
_LONGEST_BEFORE = max(map(len, _BEFORE_SOURCES))
_SCRAP, _DECODED = screened(r"[©®€¢£]"), "ÃÂâ"
_BLANK = screened(r"[$£€]?[X?_]{1,3}(?: (?:[mb]illion|crore|lakh|per ?cent)\b)?")
_TAG = screened(r"</?[a-z][^<>]*>")


def stands_by_right(analysis: Analysis, one: Residue) -> bool:
    """Whether residue stands in a form of print that has such lines, or is a guess that tells of nothing left over.

    Of programs between paragraphs, which are of the family “code”, no form of print is one.
    """
    text, span = analysis.text, one.span
    if one.family != "code" and is_a_line_of_code(text, span):
        return True
    return any(belongs(text, span) for belongs in _FORMS_OF_PRINT) or (one.guessed and _is_no_guess(analysis, span))


def _is_no_guess(analysis: Analysis, span: Span) -> bool:
    """Whether a stretch is a tag, a scrap of a letter, a blank that the story speaks of, or what a cue takes."""
    text = analysis.text
    if _TAG.fullmatch(text, span.start, span.end):
        return True  # which is told as markup
    if _SCRAP.match(text, span.start, span.end) and text[span.start - 1] in _DECODED:
        return True  # the rest of a letter that was decoded wrongly
    blank = _BLANK.match(text, span.start)
    if blank and span.end <= blank.end() and is_named(analysis, Span(*blank.span())):
        return True
    # "according to audio provided by Kestrel Public Radio"
    return text.endswith(_BEFORE_SOURCES, max(0, span.start - _LONGEST_BEFORE), span.start)
