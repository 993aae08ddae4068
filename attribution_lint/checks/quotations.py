"""Quotations and their speakers: none in reach, two run together, one named too late, the same words twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution_lint.checks.speech import names_somebody, plain
from attribution_lint.model import Finding, Related, Rule, Span
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Attribution, Quotation, analysis_of

_TEXT_BLOCKS = frozenset({"paragraph", "quote", "item"})
_CREDIT = 80  # code points
_ENDS = (".", "!", "?", "…", ",", ".”", "—", "–")


def orphan(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield quotations of at least `words` words, a sentence or more, with no speaker in reach.

    A speaker is in reach if anybody speaks in the paragraph, in the `reach` ones before or in the one behind.
    Rests on the Reuters Handbook: identify the speaker after the first sentence of a quotation.
    """
    analysis = analysis_of(doc)
    speaking = {
        analysis.sentences[each.sentence].block
        for each in analysis.attributions
        if each.source is not None and (names_somebody(analysis, each) or not _is_spoken(analysis, each))
    }
    for quotation in analysis.quotations:
        if quotation.speaker is not None or not _is_speech(analysis, quotation, int(rule.options["words"])):
            continue
        reach = int(rule.options["reach"])
        if speaking & set(range(quotation.block - reach, quotation.block + 2)):
            continue
        if (
            not _stands_alone(analysis, quotation)
            or _leads_in(analysis, quotation)
            or analysis.blocks[quotation.block].links
            or _has_credit_below(analysis, quotation)
        ):
            continue
        yield Finding(_opening(analysis, quotation))


def run_together(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a quotation that opens right behind another speaker's in one paragraph, before its own speaker is named.

    Rests on the Reuters Handbook: never run the quotations of two speakers together.
    """
    analysis = analysis_of(doc)
    speakers = {id(each): each for each in plain(doc)}
    for before, quotation in zip(analysis.quotations, analysis.quotations[1:], strict=False):
        if before.block != quotation.block or before.scare or quotation.scare:
            continue
        if before.attribution is None or quotation.attribution is None or before.attribution == quotation.attribution:
            continue
        one, other = analysis.attributions[before.attribution], analysis.attributions[quotation.attribution]
        if id(one) not in speakers or id(other) not in speakers or one.source is None or other.source is None:
            continue
        sentence = analysis.sentences[analysis.sentence_at(quotation.span.start)].span
        if quotation.span.start != sentence.start or other.source.span.start < quotation.span.end:
            continue
        if other.sentence != analysis.sentence_at(quotation.span.end - 1):
            continue  # who speaks in the sentence behind need not have spoken these words
        names = _names(analysis, one.source.span), _names(analysis, other.source.span)
        if not names[0] or not names[1] or names[0] & names[1]:
            continue
        yield Finding(
            _opening(analysis, quotation),
            values={"speaker": analysis.slice(other.source.span), "other": analysis.slice(one.source.span)},
            related=(Related(one.source.span, "the speaker before"),),
        )


def late_speaker(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a paragraph's opening quotation that runs on for more than `words` words before its speaker is named.

    A speaker who goes on from the paragraph before is known already. Rests on the Reuters Handbook (after the first
    sentence) and The News Manual, chapter 9.
    """
    analysis = analysis_of(doc)
    most = int(rule.options["words"])
    by_block: dict[int, str] = {}
    for quotation in analysis.quotations:
        if quotation.attribution is None:
            continue
        attribution = analysis.attributions[quotation.attribution]
        if attribution.source is None or attribution.cue is None:
            continue
        who = analysis.slice(attribution.source.span)
        known = by_block.get(quotation.block - 1)
        by_block[quotation.block] = who
        block = analysis.blocks[quotation.block].span
        cue_block = analysis.sentences[attribution.sentence].block
        if quotation.span.start != block.start or quotation.continues or cue_block != quotation.block:
            continue
        if attribution.cue.span.start < quotation.span.end or attribution.source_type not in {"person", "official"}:
            continue
        if not who[0].isupper() or who.startswith("The "):
            continue
        first, last = analysis.words.at(quotation.inner.start), analysis.words.at(quotation.inner.end)
        sentences = analysis.sentence_at(quotation.inner.end - 1) - analysis.sentence_at(quotation.inner.start) + 1
        if last - first <= most or sentences < 2 or known is not None or _spoke_before(analysis, quotation):
            continue
        if _is_named_before(analysis, quotation, attribution.source.span):
            continue
        yield Finding(attribution.source.span, values={"speaker": who, "words": str(last - first)})


def repeated(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a quotation of at least `words` words that the body of the story has given before, word for word."""
    analysis = analysis_of(doc)
    seen: dict[str, Span] = {}
    for quotation in analysis.quotations:
        if analysis.blocks[quotation.block].kind not in _TEXT_BLOCKS:
            continue
        words = "".join(
            each if each.isalnum() else " " for each in analysis.slice(quotation.inner).lower().replace("’", "'")
        ).split()
        if len(words) < int(rule.options["words"]):
            continue
        key = " ".join(words)
        if key in seen:
            yield Finding(quotation.span, related=(Related(seen[key], "the first time"),))
        else:
            seen[key] = quotation.span


def _is_spoken(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether the cue of an attribution stands in a quotation, so that it is part of what was said."""
    return attribution.cue is not None and analysis.quotation_at(attribution.cue.span.start) is not None


def _has_credit_below(analysis: Analysis, quotation: Quotation) -> bool:
    """Whether the next line is no more than a name and an office: the credit of a quotation set apart."""
    if quotation.block + 1 >= len(analysis.blocks):
        return False
    below = analysis.slice(analysis.blocks[quotation.block + 1].span).strip(" —–-")
    return len(below) < _CREDIT and len(below.split()) > 1 and below.split()[1][:1].isupper() and below[:1].isupper()


def _is_speech(analysis: Analysis, quotation: Quotation, words: int) -> bool:
    """Whether a quotation is a sentence or more in running text, not a title, a slogan or a word in scare quotes."""
    block = analysis.blocks[quotation.block]
    if quotation.scare or block.kind not in _TEXT_BLOCKS:
        return False
    quoted = analysis.slice(quotation.inner)
    parts = quoted.split()
    if len(parts) < words or not quoted.lstrip("‘'[ ")[:1].isupper() or not quoted.rstrip("’' ").endswith(_ENDS):
        return False
    return sum(part[:1].isupper() for part in parts) < 0.6 * len(parts)


def _stands_alone(analysis: Analysis, quotation: Quotation) -> bool:
    """Whether nothing but the quotation stands in its sentences: no words of the reporter before or behind it."""
    first = analysis.sentences[analysis.sentence_at(quotation.span.start)].span
    last = analysis.sentences[analysis.sentence_at(quotation.span.end - 1)].span
    behind = analysis.text[quotation.span.end : quotation.span.end + 4].strip(" .")
    return (
        first.start >= quotation.span.start - 1 and last.end <= quotation.span.end + 1 and behind[:1] not in {"[", "("}
    )


def _names(analysis: Analysis, span: Span) -> set[str]:
    """Return the capitalised words of a source without their marks; an article at its head is none."""
    return {word.strip(",.()’'") for word in analysis.slice(span).split() if word[:1].isupper()} - {"The", "He", "She"}


def _leads_in(analysis: Analysis, quotation: Quotation) -> bool:
    """Whether a colon, a dash or a mention of speech or print in the sentence introduces the quotation."""
    sentence = analysis.sentences[analysis.sentence_at(quotation.span.start)].span
    before = analysis.text[sentence.start : quotation.span.start].rstrip()
    behind = analysis.text[quotation.span.end : quotation.span.end + 3].strip()
    return before.endswith((":", ",", "—", "–", "that", "as")) or behind.startswith(("—", "–", "-", "(", "@"))


def _spoke_before(analysis: Analysis, quotation: Quotation) -> bool:
    """Whether somebody speaks in the paragraph before, so that the reader knows who goes on."""
    block = quotation.block - 1
    return any(
        each.source is not None and analysis.sentences[each.sentence].block == block for each in analysis.attributions
    )


def _is_named_before(analysis: Analysis, quotation: Quotation, who: Span) -> bool:
    """Whether the paragraph before names the speaker, so that the reader expects the voice."""
    if quotation.block == 0:
        return False
    before = analysis.slice(analysis.blocks[quotation.block - 1].span)
    return any(re.search(rf"\b{re.escape(name)}\b", before) for name in _names(analysis, who) if len(name) > 1)


def _opening(analysis: Analysis, quotation: Quotation) -> Span:
    """Return the first sentence of a quotation: enough to find it, without marking a paragraph."""
    sentence = analysis.sentences[analysis.sentence_at(quotation.inner.start)].span
    return Span(quotation.span.start, max(min(quotation.span.end, sentence.end), quotation.span.start + 1))
