"""Quotations and their speakers: two run together, one named too late, the same words twice."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from attribution_lint.checks.speech import TEXT_BLOCKS, opening_of, plain
from attribution_lint.model import Finding, Related, Rule, Span
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Attribution, Quotation, analysis_of


def run_together(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a quotation that opens right behind another speaker's in one paragraph, before its own speaker is named.

    Rests on the Reuters Handbook: never run the quotations of two speakers together.
    """
    analysis = analysis_of(doc)
    spoken = [each for each in plain(doc) if each.source_type in {"person", "official"}]
    said_in = [each.sentence for each in spoken]
    for before, quotation in pairwise(analysis.quotations):
        if before.block != quotation.block or before.scare or quotation.scare:
            continue
        if analysis.sentence_at(quotation.span.start) - analysis.sentence_at(before.span.end - 1) > 1:
            continue  # the reporter speaks between them
        sentence = analysis.sentence_at(quotation.span.start)
        if quotation.span.start != analysis.sentences[sentence].span.start:
            continue
        before_it = bisect_left(said_in, sentence)
        one = spoken[before_it - 1] if before_it else None
        if one is None or analysis.sentences[one.sentence].block != quotation.block:
            continue
        behind = bisect_left(said_in, analysis.sentence_at(quotation.span.end - 1), before_it)
        other = _speaker_behind(analysis, spoken[behind : behind + 1], quotation)
        if other is None or one.source is None or other.source is None:
            continue
        names = _names(analysis, one.source.span), _names(analysis, other.source.span)
        newcomer = analysis.slice(other.source.span).startswith(("a ", "an ", "another "))
        if not names[0] or not (names[1] or newcomer) or names[0] & names[1]:
            continue
        yield Finding(
            opening_of(analysis, quotation),
            values={"speaker": _called(analysis, other.source.span), "other": _called(analysis, one.source.span)},
            related=(Related(one.source.span, "the speaker before"),),
        )


def _called(analysis: Analysis, who: Span) -> str:
    """Return a source as it is called, without a clause that tells more: “Ada Moss” of “Ada Moss, who bakes”."""
    return re.split(r",? (?:who|whose|which)\b", analysis.slice(who))[0]


def _speaker_behind(analysis: Analysis, spoken: list[Attribution], quotation: Quotation) -> Attribution | None:
    """Return who is named behind a quotation, in the sentence in which it ends; they lead `spoken`, if anybody does."""
    first = next(iter(spoken), None)
    if first is None or first.source is None or first.sentence != analysis.sentence_at(quotation.span.end - 1):
        return None
    return None if first.source.span.start < quotation.span.end else first


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
        if analysis.blocks[quotation.block].kind not in TEXT_BLOCKS:
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


def _names(analysis: Analysis, span: Span) -> set[str]:
    """Return the capitalised words of a source without their marks; an article at its head is none."""
    return {word.strip(",.()’'") for word in analysis.slice(span).split() if word[:1].isupper()} - {"The", "He", "She"}


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
