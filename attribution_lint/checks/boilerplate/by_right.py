"""What was found and stands by right all the same: its form of print has such lines, or the guess rests on a scrap."""

from __future__ import annotations

import re

from attribution_lint.checks.boilerplate.encoding import is_a_tag
from attribution_lint.checks.boilerplate.found import Residue
from attribution_lint.checks.boilerplate.naming import is_named
from attribution_lint.checks.boilerplate.print_forms import (
    is_a_line_of_code,
    is_announced,
    is_borne,
    is_in_a_footnote,
    is_of_a_citation,
    is_of_a_script,
    is_of_a_table,
    is_registered,
    is_shown_as_code,
    is_worded,
)
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.patterns import screened

_FORMS_OF_PRINT = (
    *(is_shown_as_code, is_of_a_table, is_in_a_footnote, is_of_a_citation),
    *(is_borne, is_announced, is_worded, is_registered),
)
_BEFORE_SOURCES = ("according to ", "interview with ", "interviews with ", " told ", " citing ")
_LONGEST_BEFORE = max(map(len, _BEFORE_SOURCES))
_SCRAP, _DECODED = screened(r"[©®€¢£]"), "ÃÂâ"
_BLANK = screened(r"[$£€]?[X?_]{1,3}(?: (?:[mb]illion|crore|lakh|per ?cent)\b)?")

_NAME = re.compile(r"(?<!\w)[A-Z][\w’-]{3,}")
_SIGNATURE = re.compile(r"[A-Z][a-z][\w.’'-]*(?:,? [A-Z&][\w.’'-]*){1,4}\n[A-Z][\w’'-]+(?:,? [\w’'-]+){0,5}")
_I = re.compile(r"(?<![\w“\"])I(?= [a-z])")
_FEWEST_NAMES = 2
_STOPS = ".!?"


def stands_by_right(analysis: Analysis, one: Residue) -> bool:
    """Whether residue stands in a form of print that has such lines, or is a guess that tells of nothing left over.

    Of programs between paragraphs, which are of the family “code”, no form of print is one.
    """
    text, span = analysis.text, one.span
    if one.family != "code" and is_a_line_of_code(text, span):
        return True
    if one.family == "related" and _is_its_headline(analysis, span):
        return True
    if one.family in ("press", "wire-mark") and _signs_a_letter(analysis, span):
        return True
    if one.family == "wire-mark" and is_of_a_script(text, span):
        return True
    return any(belongs(text, span) for belongs in _FORMS_OF_PRINT) or (one.guessed and _is_no_guess(analysis, span))


def _is_no_guess(analysis: Analysis, span: Span) -> bool:
    """Whether a stretch is a tag, a scrap of a letter, a blank that the story speaks of, or what a cue takes."""
    text = analysis.text
    if is_a_tag(text, span):
        return True  # which is told as markup
    if _SCRAP.match(text, span.start, span.end) and text[span.start - 1] in _DECODED:
        return True  # the rest of a letter that was decoded wrongly
    blank = _BLANK.match(text, span.start)
    if blank and span.end <= blank.end() and is_named(analysis, Span(*blank.span())):
        return True
    # "according to audio provided by Kestrel Public Radio"
    return text.endswith(_BEFORE_SOURCES, max(0, span.start - _LONGEST_BEFORE), span.start)


def _is_its_headline(analysis: Analysis, span: Span) -> bool:
    """Whether a line above the story names, with two capitals, whom or what the story is about."""
    text, above = analysis.text, analysis.blocks[0].span
    if span.start != above.start or span.end < above.end or text[span.end - 1 : span.end] in _STOPS:
        return False
    names = set(_NAME.findall(text, above.start + 1, above.end))
    return len(names & set(_NAME.findall(text, above.end))) >= _FEWEST_NAMES


def _signs_a_letter(analysis: Analysis, span: Span) -> bool:
    """Whether the last lines are a name and a place, under a text that says *I*."""
    text, end = analysis.text, analysis.blocks[-1].span.end
    first = text.rfind("\n\n", 0, span.end) + 2
    within = first <= span.start and _SIGNATURE.fullmatch(text, first, end) is not None
    return within and _I.search(text, 0, first) is not None
