"""Attributions: joins every cue with its source and with what it attributes, and quotations with their speakers."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from attribution_lint.model import Span
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Attribution, Cue, Quotation, Source, Via
from attribution_lint.nlp.cues.lexicon import cue_lexicon
from attribution_lint.nlp.sources import source_of

_BEFORE_CUE = grammar.QUOTES | frozenset([",", "?", "!", "—", "–"])


def find_attributions(analysis: Analysis) -> list[Attribution]:
    """Return the attributions of a story in the order of their cues, and give each quotation its speaker."""
    attributions: list[Attribution] = []
    earlier: Source | None = None
    sentence = -1
    for cue in analysis.cues:
        if cue.sentence != sentence:
            earlier, sentence = None, cue.sentence
        source, behind = source_of(analysis, cue, earlier)
        if source is None and cue.lemma in _bare_acts():
            continue  # “Thank you”: nobody is reported
        attributions.append(
            Attribution(source, cue, _content(analysis, cue, source, behind), _via(cue, source), cue.sentence)
        )
        earlier = source or earlier
    _give_speakers(analysis, attributions)
    return attributions


@cache
def _bare_acts() -> frozenset[str]:
    """Verbs that report what somebody did by speaking and nothing else: they attribute to somebody or not at all."""
    lexicon = cue_lexicon()
    return (
        frozenset(lexicon.speech_acts.values())
        - frozenset(lexicon.saying.values())
        - frozenset(lexicon.evidence.values())
    )


def is_sourcing(attribution: Attribution) -> bool:
    """Whether an attribution sources what it covers: somebody or something says or shows it.

    What somebody wants, hopes or plans is no source for the figures in it; what somebody charges or denounces is.
    """
    cue = attribution.cue
    if cue is None or cue.kind == "phrase":
        return True
    return attribution.source is not None and cue.finite and cue.lemma in _sourcing_lemmas()


@cache
def _sourcing_lemmas() -> frozenset[str]:
    lexicon = cue_lexicon()
    return frozenset(lexicon.forms.values())


def _via(cue: Cue, source: Source | None) -> Via:
    if cue.kind == "phrase":
        return "phrase"
    return "document" if source is not None and source.type == "document" else "cue"


def _content(analysis: Analysis, cue: Cue, source: Source | None, behind: bool) -> Span | None:
    """Return what the cue attributes: what follows it, or what stands before it where it closes the sentence."""
    words = analysis.words
    sentence = analysis.sentences[cue.sentence]
    after = max(cue.last, words.at(source.span.end - 1) + 1) if behind and source else cue.last
    before = min(cue.first, words.at(source.span.start)) if source and not behind else cue.first
    first = sentence.first
    spoken_before = before - first >= 2 and words.lower[before - 1] in _BEFORE_CUE
    if cue.kind == "phrase":
        if before - first >= 2:
            return sentence.span
        return Span(words.start[after], sentence.span.end) if after < sentence.last else None
    if not spoken_before and after < sentence.last and not _ends_clause(analysis, cue, after):
        return Span(words.start[after], sentence.span.end)
    if spoken_before and after < sentence.last and words.lower[after] == ",":
        return sentence.span  # “The kitchen cost £46,000, the court heard, and …”
    told_after = after < sentence.last and _is_clause(analysis, after, sentence.last)
    if not _is_clause(analysis, first, before) and told_after:
        return Span(words.start[after], sentence.span.end)
    if told_after:
        return sentence.span
    return Span(sentence.span.start, words.end[before - 1]) if before > first else None


def _ends_clause(analysis: Analysis, cue: Cue, after: int) -> bool:
    """Whether a passive cue with nothing but a day or a place behind it closes what it attributes."""
    return cue.lemma in {"tell", "hear"} and not _is_clause(analysis, after, analysis.sentences[cue.sentence].last)


def _is_clause(analysis: Analysis, first: int, last: int) -> bool:
    """Whether the words hold a verb or a quotation, so that something is told in them."""
    words = analysis.words
    return any(
        word in grammar.QUOTES or word in grammar.AUXILIARIES or word in grammar.COMMON_VERBS or word.endswith("ed")
        for word in words.lower[first:last]
    )


def _give_speakers(analysis: Analysis, attributions: list[Attribution]) -> None:
    """Attach every quotation that is speech to the attribution beside it, else to the speaker who goes on."""
    by_sentence: dict[int, list[int]] = {}
    for place, attribution in enumerate(attributions):
        by_sentence.setdefault(attribution.sentence, []).append(place)
    previous: Quotation | None = None
    for quotation in analysis.quotations:
        number = _beside(analysis, quotation, attributions, by_sentence)
        if number is None and previous is not None and (previous.continues or _goes_on(analysis, previous, quotation)):
            number = previous.attribution
            quotation.speaker = previous.speaker
        if number is None:
            number = _in_block_before(analysis, quotation, attributions)
        quotation.attribution = number
        if number is not None and attributions[number].source is not None:
            speaker = attributions[number].source
            quotation.speaker = speaker.span if speaker else None
        previous = quotation


def _beside(
    analysis: Analysis, quotation: Quotation, attributions: list[Attribution], by_sentence: dict[int, list[int]]
) -> int | None:
    """Return the attribution in the quotation's sentences, or next to them in the same block; the nearest wins."""
    first = analysis.sentence_at(quotation.span.start)
    last = analysis.sentence_at(max(quotation.span.end - 1, quotation.span.start))
    for offsets in ((0, 0), (0, 1), (-1, 0)):
        near: list[tuple[bool, int, int]] = []
        for number in range(max(first + offsets[0], 0), last + offsets[1] + 1):
            if number >= len(analysis.sentences) or analysis.sentences[number].block != quotation.block:
                continue
            for candidate in by_sentence.get(number, ()):
                cue = attributions[candidate].cue
                if cue is None or quotation.inner.covers(cue.span) or attributions[candidate].source is None:
                    continue
                gap = min(abs(cue.span.start - quotation.span.end), abs(cue.span.end - quotation.span.start))
                near.append((cue.kind == "phrase", gap, candidate))
        if near:
            return min(near)[2]
    return None


def _goes_on(analysis: Analysis, previous: Quotation, quotation: Quotation) -> bool:
    """Whether two quotations stand in one block, or the second opens the block right after the first's."""
    if quotation.block == previous.block:
        return True
    opens = quotation.span.start == analysis.blocks[quotation.block].span.start
    return quotation.block == previous.block + 1 and opens


def _in_block_before(analysis: Analysis, quotation: Quotation, attributions: list[Attribution]) -> int | None:
    """Return the last attribution with a source in the block before, for a paragraph that is all quotation."""
    block = analysis.blocks[quotation.block].span
    if quotation.span.start > block.start + 1 or quotation.block == 0:
        return None
    before = analysis.blocks[quotation.block - 1].span
    for place in range(len(attributions) - 1, -1, -1):
        attribution = attributions[place]
        if attribution.cue is None or attribution.source is None:
            continue
        if before.covers(attribution.cue.span):
            return place
        if attribution.cue.span.end < before.start:
            break
    return None


def sentences_of_block(analysis: Analysis, block: int) -> range:
    """Return the numbers of the sentences of a block."""
    first = bisect_left(analysis.sentences, block, key=lambda sentence: sentence.block)
    last = bisect_left(analysis.sentences, block + 1, key=lambda sentence: sentence.block)
    return range(first, last)
