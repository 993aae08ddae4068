"""Polls: what a reader has to be told of one before its numbers mean anything."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from attribution_lint.model import Finding, Rule, Span
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, analysis_of
from attribution_lint.nlp.parts import in_each
from attribution_lint.patterns import lazily

_WORD = lazily(r"\b(?:poll|survey)\b", regex.IGNORECASE)
_ASKED = lazily(
    r"\b(?:voters?|adults?|people|respondents?|residents?|americans|citizens|parents|workers|employees|students|readers|"
    r"democrats|republicans|of those|said|say|support\w*|favou?r\w*|oppos\w*|approv\w*|disapprov\w*|agree\w*|"
    r"against|undecided|would vote|lead\w*|trail\w*|ahead|percent (?:to|for) \d)\b",
    regex.IGNORECASE,
)
_PARTS = {
    "pollster": lazily(
        r"\b[A-Z][\w/.&’'-]{1,40} (?:\w{1,40} ){0,2}(?:poll|survey)\b|\b(?:poll|survey)\b[^.]{0,40}\b(?:by|from|of|for) (?:the )?[A-Z]"
    ),
    "sample": lazily(
        r"\b(?:of|surveyed|polled|interviewed|questioned|sampled|sample of|among)\s{1,9}(?:\w{1,40} ){0,2}\d[\d,]{2,12}|\d[\d,]{2,12} (?:\w{1,40} ){0,4}(?:adults|voters|people|"
        r"respondents|residents|interviews|registered|likely|Americans|Republicans|Democrats)",
        regex.IGNORECASE,
    ),
    "dates": lazily(
        r"\b(?:conducted|taken|carried out|fielded|surveyed|interviewed|polled|held)\b[^.]{0,80}\b(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
        r"[a-z.]*|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|week|month)\b",
        regex.IGNORECASE,
    ),
    "margin of error": lazily(
        r"\bmargin (?:of|for) (?:sampling )?error\b|\bsampling error\b|\bplus or minus\b|±|\+/-|\bcredibility interval\b",
        regex.IGNORECASE,
    ),
}


def incomplete(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield the first poll of a story that gives its percentages, where the story tells too little of how it was taken.

    The option `missing` is how many of pollster, sample, dates and margin may lack before the rule speaks. Rests on
    the poll checklists of AP and the NYT.
    """
    analysis = analysis_of(doc)
    first = _first_poll(analysis)
    if first is None:
        return
    missing = [part for part, pattern in _PARTS.items() if not pattern.search(analysis.text)]
    if len(missing) > int(rule.options["missing"]):
        yield Finding(first, values={"missing": _listed(missing)})


def _first_poll(analysis: Analysis) -> Span | None:
    """Return the first mention of a poll in a sentence that gives two percentages or more."""
    for part, found in in_each(analysis, _polls_in):
        for inside, place in found:
            number = part.sentence + inside
            figures = analysis.figures_in(analysis.sentences[number].span)
            if len([each for each in figures if each.unit == "%" and each.sentence == number]) >= 2:
                return place.moved(part.start)
    return None


def _polls_in(analysis: Analysis) -> list[tuple[int, Span]]:
    """Return the first mention of a poll in each sentence of a paragraph that has one outside quotations."""
    found: list[tuple[int, Span]] = []
    if analysis.blocks[0].kind == "heading" or not _WORD.search(analysis.text):
        return found
    for number, sentence in enumerate(analysis.sentences):
        match = _WORD.search(analysis.text, sentence.span.start, sentence.span.end)
        if match is None or analysis.quotation_at(match.start()) is not None:
            continue
        if match[0].lower() == "survey" and not _ASKED.search(analysis.text, sentence.span.start, sentence.span.end):
            continue  # a survey of the seabed asks nobody
        found.append((number, Span(*match.span())))
    return found


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
