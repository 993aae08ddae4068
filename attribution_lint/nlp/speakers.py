"""Speakers: whose words a quotation is.

News names the speaker beside the quotation, or in the paragraph before one that is all quotation; later quotations of
the paragraph, and of the next where the marks were left open, go on with the same speaker (Reuters Handbook: never
run two speakers' quotations together).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Attribution, Cue, Quotation

_SILENCE = frozenset({"decline", "refuse"})
_SILENT_FORMS = frozenset(
    "decline declined declines declining refuse refused refuses refusing yet failed fails unable unwilling".split()
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b")
_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
_AFFIRM = frozenset({"only", "just", "merely", "simply"})  # not only said, but


def beside_quotations(analysis: Analysis, attributions: list[Attribution]) -> Iterator[int | None]:
    """Yield for each quotation of a block the number of the attribution beside it, None without one."""
    by_sentence: dict[int, list[int]] = {}
    for place, attribution in enumerate(attributions):
        by_sentence.setdefault(attribution.sentence, []).append(place)
    closing = {analysis.sentence_at(max(each.span.end - 1, each.span.start)) for each in analysis.quotations}
    for quotation in analysis.quotations:
        yield _beside(analysis, quotation, attributions, by_sentence, closing)


def give_speakers(
    analysis: Analysis, attributions: list[Attribution], beside: list[int | None], first_of_block: list[int]
) -> None:
    """Attach every quotation that is speech to the attribution beside it, else to the speaker who goes on.

    `beside` has the number of the attribution beside each quotation, `first_of_block` the first one of each block.
    """
    previous: Quotation | None = None
    for quotation, number in zip(analysis.quotations, beside, strict=True):
        if number is None and previous is not None and (previous.continues or previous.block == quotation.block):
            number = previous.attribution
            quotation.speaker = previous.speaker
        if number is None and quotation.block:
            before = range(first_of_block[quotation.block - 1], first_of_block[quotation.block])
            number = _in_block_before(analysis, quotation, attributions, before)
        if number is None and previous is not None and _opens_next_block(analysis, previous, quotation):
            number = previous.attribution
            quotation.speaker = previous.speaker
        quotation.attribution = number
        if number is not None and attributions[number].source is not None:
            speaker = attributions[number].source
            quotation.speaker = speaker.span if speaker else None
        previous = quotation


def _beside(
    analysis: Analysis,
    quotation: Quotation,
    attributions: list[Attribution],
    by_sentence: dict[int, list[int]],
    closing: set[int],
) -> int | None:
    """Return the attribution in the quotation's sentences, or next to them in the same block; the nearest wins.

    `closing` are the sentences in which a quotation ends. Who speaks in one says the words there, and those before it
    only if nobody spoke before.
    """
    first = analysis.sentence_at(quotation.span.start)
    last = analysis.sentence_at(max(quotation.span.end - 1, quotation.span.start))
    for offsets, beside_another in (((0, 0), True), ((0, 1), False), ((-1, 0), True), ((0, 1), True)):
        near: list[tuple[bool, int, int]] = []
        for number in range(max(first + offsets[0], 0), last + offsets[1] + 1):
            if number >= len(analysis.sentences) or analysis.sentences[number].block != quotation.block:
                continue
            if number > last and not beside_another and number in closing:
                continue  # who speaks there says the words there
            for candidate in by_sentence.get(number, ()):
                cue = attributions[candidate].cue
                if cue is None or quotation.inner.covers(cue.span) or attributions[candidate].source is None:
                    continue
                if is_silent(analysis, cue):
                    continue
                gap = min(abs(cue.span.start - quotation.span.end), abs(cue.span.end - quotation.span.start))
                near.append((cue.kind == "phrase", gap, candidate))
        if near:
            return min(near)[2]
    return None


def is_silent(analysis: Analysis, cue: Cue) -> bool:
    """Whether a cue tells that somebody did not speak: “Moss refused to comment”, “did not immediately answer”."""
    lower, first = analysis.words.lower, analysis.sentences[cue.sentence].first
    at = cue.first - 1
    while at > first and lower[at] not in _NEGATIONS | _AFFIRM and grammar.is_adverb(lower[at]):
        at -= 1
    if at < first:
        return cue.lemma in _SILENCE
    is_governed = lower[at] == "to" and at > first and lower[at - 1] in _SILENT_FORMS
    return cue.lemma in _SILENCE or is_governed or lower[at] in _NEGATIONS


def _opens_next_block(analysis: Analysis, previous: Quotation, quotation: Quotation) -> bool:
    """Whether a quotation opens the block right after another's."""
    opens = quotation.span.start == analysis.blocks[quotation.block].span.start
    return quotation.block == previous.block + 1 and opens


def _in_block_before(
    analysis: Analysis, quotation: Quotation, attributions: list[Attribution], before: range
) -> int | None:
    """Return the last attribution with a source in the block before, for a paragraph that is all quotation.

    `before` are the numbers of those in that block.
    """
    if quotation.span.start > analysis.blocks[quotation.block].span.start + 1:
        return None
    for place in reversed(before):
        attribution = attributions[place]
        if attribution.cue is not None and attribution.source is not None:
            mute = is_silent(analysis, attribution.cue) or (
                attribution.source_type == "document" and _speaks_in_person(analysis, quotation)
            )
            return None if mute else place
    return None


def _speaks_in_person(analysis: Analysis, quotation: Quotation) -> bool:
    """Whether somebody says “I” or “we” in a quotation, as no study or report does."""
    return _FIRST_PERSON.search(analysis.text, quotation.inner.start, quotation.inner.end) is not None
