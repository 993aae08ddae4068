"""Sentences that are long or dense, and sources that a reader meets too late in the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.speech import plain
from attribution_lint.model import Finding, Rule, Span
from attribution_lint.nlp import measures
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, analysis_of

_TEXT = frozenset({"paragraph", "item"})
_HEAD_WORDS = 6


def long_sentence(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield sentences of more than `words` words; those that are mostly quotation are the speaker's own."""
    analysis = analysis_of(doc)
    most = int(rule.options["words"])
    for number, sentence in enumerate(analysis.sentences):
        if sentence.last - sentence.first <= most or analysis.blocks[sentence.block].kind not in _TEXT:
            continue
        count = measures.length(analysis, number)
        if count > most and _quoted(analysis, sentence.span) < 0.5 and not _is_list(analysis, sentence.span):
            yield Finding(_head(analysis, number), values={"count": str(count), "most": str(most)})


def dense_sentence(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield sentences of at least `words` words whose Flesch-Kincaid grade is above `grade`."""
    analysis = analysis_of(doc)
    least, most = int(rule.options["words"]), float(rule.options["grade"])
    for number, sentence in enumerate(analysis.sentences):
        if sentence.last - sentence.first < least or analysis.blocks[sentence.block].kind not in _TEXT:
            continue
        if measures.length(analysis, number) < least or _quoted(analysis, sentence.span) >= 0.5:
            continue
        grade = measures.grade(analysis.slice(sentence.span))
        if grade > most:
            yield Finding(_head(analysis, number), values={"grade": f"{grade:.0f}", "most": f"{most:.0f}"})


def buried_attribution(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a cue that comes behind more than `words` words of what it attributes, quotations not counted.

    Rests on AP: the attribution stands just before or after what it covers, and the reader meets it early.
    """
    analysis = analysis_of(doc)
    most = int(rule.options["words"])
    for attribution in plain(doc):
        cue, source = attribution.cue, attribution.source
        assert cue is not None
        assert source is not None
        sentence = analysis.sentences[attribution.sentence]
        start = min(cue.span.start, source.span.start)
        before = analysis.words.at(start) - sentence.first
        if before <= most or _quoted(analysis, Span(sentence.span.start, start)) > 0:
            continue
        content = attribution.content
        if (
            content is None
            or content.start > sentence.span.start
            or analysis.words.lower[analysis.words.at(start) - 1] != ","
        ):
            continue
        if any(each.sentence == attribution.sentence and each is not attribution for each in analysis.attributions):
            continue
        yield Finding(Span(start, max(cue.span.end, source.span.end)), values={"count": str(before), "most": str(most)})


def _head(analysis: Analysis, number: int) -> Span:
    """Return the first words of a sentence: enough to find it, without marking all of it."""
    sentence = analysis.sentences[number]
    return analysis.words.span(sentence.first, min(sentence.first + _HEAD_WORDS, sentence.last))


def _quoted(analysis: Analysis, span: Span) -> float:
    """Return the share of a span that lies in quotations."""
    inside = sum(
        max(0, min(quotation.span.end, span.end) - max(quotation.span.start, span.start))
        for quotation in analysis.quotations
    )
    return inside / max(span.end - span.start, 1)


def _is_list(analysis: Analysis, span: Span) -> bool:
    """Whether a sentence is a list: five semicolons or bullets make it long, not hard."""
    text = analysis.slice(span)
    return text.count(";") + text.count("•") >= 5
