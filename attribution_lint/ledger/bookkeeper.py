"""Builds a ledger from an analysed draft."""

from __future__ import annotations

from collections.abc import Iterable

from attribution_lint.draft import Draft
from attribution_lint.formats.prose import Prose
from attribution_lint.ledger.entries import (
    AttributionEntry,
    Excerpt,
    FigureEntry,
    Ledger,
    Paragraph,
    QuoteEntry,
    VoiceEntry,
)
from attribution_lint.model import Span
from attribution_lint.nlp import attributions
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.cast import Cast, cast_of
from attribution_lint.nlp.voices import Voice


def ledger_of(draft: Draft, prose: Prose, analysis: Analysis) -> Ledger:
    """Return the ledger of a draft whose prose has been analysed."""
    return _Bookkeeper(draft, prose, analysis).ledger()


class _Bookkeeper:
    def __init__(self, draft: Draft, prose: Prose, analysis: Analysis) -> None:
        self.draft, self.prose, self.analysis = draft, prose, analysis
        self.cast: Cast = cast_of(analysis)

    def ledger(self) -> Ledger:
        figures, quotes = tuple(self._figures()), tuple(self._quotes())
        return Ledger(
            path=self.draft.path,
            attributions=tuple(self._attributions()),
            figures=figures,
            quotes=quotes,
            cast=tuple(self._voices(figures, quotes)),
            paragraphs=tuple(self._paragraphs(figures, quotes)),
        )

    def _excerpt(self, span: Span) -> Excerpt:
        source = self.prose.offsets.source_span(span)
        text = self.draft.text[source.start : source.end]
        return Excerpt(text, source.start, source.end, self.draft.position(source.start).line, span)

    def _maybe(self, span: Span | None) -> Excerpt | None:
        return None if span is None else self._excerpt(span)

    def _attributions(self) -> Iterable[AttributionEntry]:
        for number, found in enumerate(self.analysis.attributions):
            yield AttributionEntry(
                source=self._maybe(found.source.span if found.source else None),
                cue=self._maybe(found.cue.span if found.cue else None),
                content=self._maybe(found.content),
                source_type=found.source_type,
                via=found.via,
                voice=self.cast.of_attribution[number],
            )

    def _figures(self) -> Iterable[FigureEntry]:
        for found in self.analysis.figures:
            yield FigureEntry(
                words=self._excerpt(found.span),
                kind=found.kind,
                status=found.status,
                reason=found.reason,
                soft=found.soft,
                attribution=found.attribution,
                voice=self._voice(found.attribution),
                paragraph=found.block,
            )

    def _quotes(self) -> Iterable[QuoteEntry]:
        for found in self.analysis.quotations:
            yield QuoteEntry(
                words=self._excerpt(found.span),
                speaker=self._maybe(found.speaker),
                scare=found.scare and found.speaker is None,
                attribution=found.attribution,
                voice=self._voice(found.attribution) if found.speaker else None,
                count=self._count(found.inner),
                paragraph=found.block,
            )

    def _voice(self, attribution: int | None) -> int | None:
        return None if attribution is None else self.cast.of_attribution[attribution]

    def _count(self, span: Span) -> int:
        """How many words stand in a span, without marks."""
        return sum(self.analysis.words.text[n][0].isalnum() for n in range(*self._range(span)))

    def _voices(self, figures: Iterable[FigureEntry], quotes: Iterable[QuoteEntry]) -> Iterable[VoiceEntry]:
        entries = [self._entry(voice) for voice in self.cast.voices]
        for figure in figures:
            if figure.voice is not None:
                entries[figure.voice].figures += 1
        for quote in quotes:
            if quote.voice is not None:
                entries[quote.voice].quoted_words += quote.count
        return entries

    def _entry(self, voice: Voice) -> VoiceEntry:
        told = any(attributions.is_sourcing(self.analysis.attributions[n]) for n in voice.attributions)
        return VoiceEntry(
            voice.name, voice.type, voice.named, attributions=list(voice.attributions), sources_anything=told
        )

    def _paragraphs(self, figures: Iterable[FigureEntry], quotes: Iterable[QuoteEntry]) -> Iterable[Paragraph]:
        sourced = self._sourced_words()
        found: list[Paragraph] = []
        for block in self.analysis.blocks:
            first, last = self._range(block.span)
            line = self.draft.position(block.source.start).line
            words = [sourced[n] for n in range(first, last) if self.analysis.words.text[n][0].isalnum()]
            found.append(Paragraph(block.kind, block.level, block.span, line, len(words), sum(words)))
        for figure in figures:
            counts = found[figure.paragraph].figures
            counts[figure.standing] = counts.get(figure.standing, 0) + 1
        for quote in quotes:
            found[quote.paragraph].orphans += quote.speaker is None and not quote.scare
        for number, attribution in enumerate(self.analysis.attributions):
            voice = self.cast.of_attribution[number]
            voices = found[self.analysis.sentences[attribution.sentence].block].voices
            if voice is not None and voice not in voices and attributions.is_sourcing(attribution):
                voices.append(voice)
        return found

    def _sourced_words(self) -> list[bool]:
        """For each word whether it is quoted from a speaker, or told by a source that is named."""
        sourced = [False] * len(self.analysis.words)
        spans = [quotation.span for quotation in self.analysis.quotations if quotation.speaker]
        spans += [
            found.content
            for found in self.analysis.attributions
            if found.content and found.source and attributions.is_sourcing(found)
        ]
        for span in spans:
            for n in range(*self._range(span)):
                sourced[n] = True
        return sourced

    def _range(self, span: Span) -> tuple[int, int]:
        words = self.analysis.words
        if span.start >= span.end:
            return 0, 0
        last = words.at(span.end - 1)
        return words.at(span.start), last + (last < len(words) and words.start[last] < span.end)
