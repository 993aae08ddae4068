"""Figures: the checkable quantities of a story, and only those.

Kept are the quantities that Reuters and AP ask a source for: shares, money, counts, tolls, rates, changes.
Dates, times, ages, durations, addresses, scores, names with numbers and idioms are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution_lint.model import Span
from attribution_lint.nlp import numbers
from attribution_lint.nlp.analysis import Analysis, Figure, Sentence
from attribution_lint.nlp.figures.context import NOT_COUNTED, OR_SO, Candidate, Context, context_of
from attribution_lint.nlp.figures.forms import may_be_ratio
from attribution_lint.nlp.figures.loose import FORMS, is_loose_figure, is_slight, is_vague
from attribution_lint.nlp.figures.patterns import QUANTITY, SIGN, may_count, signs_in
from attribution_lint.nlp.figures.seldom import SELDOM, is_measured
from attribution_lint.nlp.figures.skipped import skipped_spans
from attribution_lint.nlp.figures.strong import strong_figure
from attribution_lint.nlp.figures.weak import weak_figure
from attribution_lint.nlp.lexical import ending_in
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_lexicon

_COUNTING = frozenset({"count", "magnitude", "casualty", "vague", "fraction", "ratio"})
_DETERMINERS = frozenset({"of", "the", "its", "their"})
_SIGN = re.compile(SIGN, re.IGNORECASE)
_APPROXIMATION_WINDOW = 30  # code points before a figure


def find_figures(analysis: Analysis) -> list[Figure]:
    """Return the figures of a story in order; their status is settled later."""
    return [
        figure.placed(part.start, part.sentence, part.number)
        for part, found in in_each(analysis, _in_block)
        for figure in found
    ]


def _in_block(analysis: Analysis) -> list[Figure]:
    figures: list[Figure] = []
    if analysis.blocks[0].kind == "code":
        return figures
    for number, sentence in enumerate(analysis.sentences):
        if any(map(may_count, analysis.words.text[sentence.first : sentence.last])):
            figures += sorted(_in_sentence(analysis, number, sentence), key=lambda figure: figure.span.start)
    return figures


def _in_sentence(analysis: Analysis, number: int, sentence: Sentence) -> Iterator[Figure]:
    """Yield the figures of a sentence: those in words, those with a unit, the bare numbers, the seldom asked."""
    text, start, end = analysis.text, sentence.span.start, sentence.span.end
    taken = skipped_spans(text, sentence.span)

    def free(span: Span) -> bool:
        return not any(span.overlaps(other) for other in taken)

    signs = {form for word in analysis.words.text[sentence.first : sentence.last] for form in signs_in(word)}
    for form, pattern in FORMS:
        if form not in signs and not (form == "ratio" and may_be_ratio(text, start, end)):
            continue
        for match in pattern.finditer(text, start, end):
            span = Span(*match.span())
            if free(span) and is_loose_figure(text, form, match, sentence.span):
                taken.append(span)
                vague = is_vague(form, match)
                kind = "magnitude" if form == "vague" and not vague else form
                slight = is_slight(text, form, match, sentence.span)
                yield _figure(analysis, number, sentence, span, kind, vague=vague, slight=slight)
    shares = False
    waiting: list[Candidate] = []
    for match in QUANTITY.finditer(text, start, end):
        candidate = Candidate(analysis, sentence, match)
        found = strong_figure(candidate)
        if found is None:
            waiting.append(candidate)
            continue
        span, kind = found
        is_sure = kind in {"money", "percent"}
        if free(Span(*match.span("low"))) or (is_sure and not any(other.covers(span) for other in taken)):
            taken.append(span)
            shares = shares or kind in {"percent", "points"}
            yield _figure(analysis, number, sentence, span, kind, match)
    for candidate in waiting:
        if free(candidate.whole) and (weak := weak_figure(candidate, shares)):
            taken.append(candidate.number)
            yield _figure(analysis, number, sentence, candidate.number, weak, candidate.match)
    for form, pattern in SELDOM:
        if form in signs:
            for match in pattern.finditer(text, start, end):
                span = Span(*match.span())
                if free(span) and is_measured(form, match):
                    taken.append(span)
                    yield _figure(analysis, number, sentence, span, form, slight=True)


def _figure(
    analysis: Analysis,
    number: int,
    sentence: Sentence,
    span: Span,
    kind: str,
    match: re.Match[str] | None = None,
    vague: bool = False,
    slight: bool = False,
) -> Figure:
    text = analysis.text
    value = high = None
    if match is not None:
        shared_scale = match["high_scale"] if span.end >= match.end() else ""  # 3 to 5 million
        value = numbers.value_of(match["low"] + (match["scale"] or shared_scale or ""))
        if match["to"] and span.end >= match.end("high"):
            high = numbers.value_of(match["high"] + (match["high_scale"] or ""))
    before = max(sentence.span.start, span.start - _APPROXIMATION_WINDOW)
    if kind == "small":
        kind, slight = "count", True
    return Figure(
        span=span,
        kind=kind,
        sentence=number,
        block=sentence.block,
        value=value,
        high=high,
        unit=_unit(text, span, kind),
        noun=_counted(context_of(text, span, sentence.span)) if kind in _COUNTING else "",
        approximate=ending_in("figure-approximations").search(text, before, span.start) is not None
        or OR_SO.match(text, span.end) is not None,
        vague=vague,
        slight=slight,
    )


def _counted(context: Context) -> str:
    """Return the noun that a number counts, in lower case; empty if none stands behind it."""
    adjectives = shipped_lexicon("figure-adjectives")
    for word in (context.right, context.right_two, context.right_three):
        if word and word not in adjectives and word not in _DETERMINERS:
            return "" if word in NOT_COUNTED else word
    return ""


def _unit(text: str, span: Span, kind: str) -> str:
    """Return what a figure is of by nature: %, points, or the sign or name of its money."""
    written = text[span.start : span.end]
    if kind == "percent":
        return "points" if "point" in written.lower() else "%"
    if kind == "points":
        return "points"
    if kind == "money":
        sign = _SIGN.match(written)
        return sign.group().strip() if sign else written.rsplit(None, 1)[-1].lstrip("0123456789.,").lower()
    return ""
