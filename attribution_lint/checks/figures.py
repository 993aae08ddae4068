"""Figures without a source, graded as an editor would: a query, a soft one, or none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from attribution_lint.model import Finding, Related, Rule, Severity
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Attribution, Figure, analysis_of
from attribution_lint.nlp.attributions import is_sourcing
from attribution_lint.nlp.exemptions import exemptions_of
from attribution_lint.nlp.reasons import softened
from attribution_lint.nlp.speakers import is_silent

_LONGEST_NAME = 60
_MOST_SAID = 6  # words of what a source stands for: enough to know it again
_FEWEST_SAID = 3
_BEFORE_SAID = re.compile(r"^[\s“”\"‘,:;—–-]*(?:that\b\s*)?[“\"‘]?")
_AFTER_SAID = re.compile(r"[“”\"\n(\[]")
_NO_ANSWER = frozenset({"pronoun", "vague"})
_BARE = frozenset({"source", "sources", "a source", "one source", "some sources", "several sources"})
_STOPS = '”" .,;:—–-'


def unattributed(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield the figures that no source reaches; soft ones at info.

    Rests on the Reuters Handbook (source every statement that is not established, public or witnessed) and on AP's
    rule that an attribution holds while the context is clear.
    """
    analysis = analysis_of(doc)
    for figure in analysis.figures:
        if figure.status != "unattributed" or figure.quiet:
            continue
        nearest = _nearest(analysis, figure)
        yield Finding(
            figure.span,
            values={
                "figure": analysis.slice(figure.span),
                "nearest": _told(analysis, figure, nearest) + _grade(figure),
            },
            severity=Severity.INFO if figure.soft else None,
            related=_related(nearest),
        )


def check(rule: Rule) -> None:
    """Raise PackError naming the rule if a pattern of its options is not valid."""
    for exemption in exemptions_of([rule]):
        for pattern in exemption.patterns():
            _ = pattern.pattern  # makes it


def exempt(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield the figures that an exemption holds for, if its option `report` asks for them; else nothing."""
    if not rule.options.get("report"):
        return
    analysis = analysis_of(doc)
    (exemption,) = exemptions_of([rule])
    for figure in analysis.figures:
        if exemption.matches(analysis, figure):
            yield Finding(figure.span, values={"figure": analysis.slice(figure.span)})


def _nearest(analysis: Analysis, figure: Figure) -> Attribution | None:
    """Return the last attribution before the figure that could have sourced it, a pronoun's aside; None without one.

    Neither who declined to comment nor “studies” or bare “sources” could, nor “the deal announced in May”.
    """
    attributions = analysis.attributions
    for number in range(bisect_right(attributions, figure.sentence, key=_sentence) - 1, -1, -1):
        attribution = attributions[number]
        if (
            attribution.source is not None
            and is_sourcing(attribution)
            and attribution.source.type not in _NO_ANSWER
            and not (attribution.source.type == "unknown" and attribution.via == "cue")
            and not attribution.source.span.covers(figure.span)
            and analysis.slice(attribution.source.span).lower() not in _BARE
            and not (attribution.cue and is_silent(analysis, attribution.cue))
        ):
            return attribution
    return None


def _sentence(attribution: Attribution) -> int:
    return attribution.sentence


def _told(analysis: Analysis, figure: Figure, nearest: Attribution | None) -> str:
    if nearest is None or nearest.source is None:
        return "; the story has named none so far"
    name = analysis.slice(nearest.source.span)
    if len(name) > _LONGEST_NAME:
        name = name[: _LONGEST_NAME - 1].rstrip() + "…"
    return f"; the nearest is “{name}”, {_distance(analysis, figure, nearest)}{_subject(analysis, figure, nearest)}"


def _grade(figure: Figure) -> str:
    return f". Only a note: {softened(figure.reason)}" if figure.soft else ""


def _subject(analysis: Analysis, figure: Figure, nearest: Attribution) -> str:
    """Return the first words of what the nearest source stands for; nothing where they would tell no more."""
    if nearest.source is None or nearest.content is None or nearest.sentence == figure.sentence:
        return ""
    if nearest.content.covers(nearest.source.span):
        return ""  # “The lane, she said, must …”
    content = _BEFORE_SAID.sub("", analysis.slice(nearest.content)).rstrip(_STOPS)
    whole, *rest = _AFTER_SAID.split(content, maxsplit=1)
    words = whole.split()
    if len(words) < _FEWEST_SAID:
        return ""
    said = " ".join(words[:_MOST_SAID]).rstrip(_STOPS)
    return f", for “{said}…”" if rest or len(words) > _MOST_SAID else f", for “{said}”"


def _distance(analysis: Analysis, figure: Figure, nearest: Attribution) -> str:
    paragraphs = figure.block - analysis.sentences[nearest.sentence].block
    if paragraphs == 0:
        return (
            "in the sentence, about something else"
            if nearest.sentence == figure.sentence
            else "earlier in the paragraph"
        )
    return "a paragraph up" if paragraphs == 1 else f"{paragraphs} paragraphs up"


def _related(nearest: Attribution | None) -> tuple[Related, ...]:
    if nearest is None or nearest.source is None:
        return ()
    return (Related(nearest.source.span, "nearest source"),)
