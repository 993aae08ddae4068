"""Stories for the tests of the analysis: their text, with the words that matter marked `[[…]]`."""

from __future__ import annotations

import re

from attribution_lint.draft import Draft
from attribution_lint.formats import markdown, plain
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis, Figure, analysis_of
from attribution_lint.nlp.pipeline import analyse

_MARK = re.compile(r"\[\[|\]\]")


def story(text: str, format: str = "plain") -> Analysis:
    """The analysis of a draft in plain text or Markdown."""
    reader = {"plain": plain.read, "markdown": markdown.read}[format]
    return analysis_of(analyse(reader(Draft("draft", text))))


def marked(text: str) -> tuple[str, list[Span]]:
    """The text without its marks, and the spans that were marked."""
    bare = _MARK.sub("", text)
    places = [match.start() - 2 * number for number, match in enumerate(_MARK.finditer(text))]
    return bare, [Span(*pair) for pair in zip(places[::2], places[1::2], strict=True)]


def the_figure(analysis: Analysis, words: str) -> Figure:
    """The figure that reads `words`; the last if there are several."""
    found = [figure for figure in analysis.figures if analysis.slice(figure.span) == words]
    assert found, [analysis.slice(figure.span) for figure in analysis.figures]
    return found[-1]
