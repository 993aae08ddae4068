"""Quotations and their speakers: none in reach, two run together, one named too late, the same words twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from attribution_lint.checks.speech import names_somebody, plain
from attribution_lint.model import Finding, Related, Rule, Span
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Attribution, Quotation, analysis_of

_TEXT_BLOCKS = frozenset({"paragraph", "quote", "item"})
_CREDIT = 80  # code points
_ALL_QUOTED = 0.9
_PERSONAL = frozenset({"person", "official", "pronoun"})
_SPEECH_NOUN = re.compile(
    r"\b(?:remarks?|speech|statement|words?|asked|questions?|answers?|replied|message|letter|e-?mail)\b"
)
_PERSON_OPENS = re.compile(
    r"(?:[\w,’' -]{0,40}?, )?"
    r"(?:He|She|They|he|she|they|(?:Mr|Mrs|Ms|Dr|Sir)\b|[A-Z][\w’'-]+ (?:[A-Z][\w.’'-]+ ?){1,3}|"
    r"[A-Z][a-z]+ (?:has|had|was|is|lives?|[a-z]+ed)\b)"
)
_SOMEBODY = re.compile(
    r"(?<![.!?] )\b[A-Z]|\b(?:he|she|they|his|her|their|who|whose|we|our|I|my|man|woman|mother|father|son|daughter|"
    r"wife|husband|boy|girl|friends?|people|[a-z]+(?:ers?|ors?|ists?|ants?|men|women|ians?))\b",
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|me)\b")
_SCENE = 5  # words: a shorter paragraph is a beat of a dialogue
_UNCLOSED = re.compile(r"[,?!] (?:said|says) [A-Z]|[,?!] [A-Z][a-z]+ (?:said|says)\b")
_TRANSCRIPT = re.compile(r"[A-Z]{3}[A-Z. ]*: ")
_ENDS = (".", "!", "?", "…", ",", ".”", "—", "–")


def orphan(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield quotations of at least `words` words, a sentence or more, with no speaker in reach.

    A speaker is in reach if anybody speaks in the paragraph, in the `reach` ones before or in the one behind.
    Rests on the Reuters Handbook: identify the speaker after the first sentence of a quotation.
    """
    analysis = analysis_of(doc)
    heard = _heard(analysis)
    for quotation in analysis.quotations:
        if not _is_speech(analysis, quotation, int(rule.options["words"])) or not _stands_alone(analysis, quotation):
            continue
        if (
            _leads_in(analysis, quotation)
            or analysis.blocks[quotation.block].links
            or _has_credit_below(analysis, quotation)
            or _is_heard(analysis, heard, quotation)
        ):
            continue
        yield Finding(_opening(analysis, quotation))


def _heard(analysis: Analysis) -> dict[int, list[Attribution]]:
    """Return by block the attributions that are not part of what was said."""
    heard: dict[int, list[Attribution]] = {}
    for each in analysis.attributions:
        if each.source is not None and not _is_spoken(analysis, each):
            heard.setdefault(analysis.sentences[each.sentence].block, []).append(each)
    return heard


def _is_heard(analysis: Analysis, heard: dict[int, list[Attribution]], quotation: Quotation) -> bool:
    """Whether a reader knows whose voice a quotation is.

    Somebody speaks beside it, or a colon leads to it; the paragraph before speaks or tells of a person; or the one
    behind opens with a person who speaks.
    """
    if heard.get(quotation.block):
        return True
    if not _is_all_quoted(analysis, quotation.block):
        return not _follows_scene(analysis, quotation)
    before = quotation.block - 1
    while before >= 0 and _is_all_quoted(analysis, before) and not heard.get(before):
        before -= 1
    if before < 0 or _may_lead_to_speech(analysis, before):
        return True
    voices = heard.get(before, [])
    if len({analysis.slice(each.source.span) for each in voices if each.source is not None}) > 1:
        voices = [each for each in voices if names_somebody(analysis, each) and each.source_type in _PERSONAL]
    if any(_could_say(analysis, each, quotation) for each in voices):
        return True
    if quotation.block + 1 >= len(analysis.blocks):
        return False
    first = analysis.sentence_at(analysis.blocks[quotation.block + 1].span.start)
    return any(
        each.sentence == first and each.via != "phrase" and each.source_type in _PERSONAL
        for each in heard.get(quotation.block + 1, ())
    )


def _follows_scene(analysis: Analysis, quotation: Quotation) -> bool:
    """Whether a quotation ends a paragraph that the reporter opens with nobody in it: “The pit closed. “…””."""
    block = analysis.blocks[quotation.block].span
    lead = analysis.text[block.start : quotation.span.start].rstrip()
    alone = [q for q in analysis.quotations if q.block == quotation.block] == [quotation]
    ends = quotation.span.end >= block.end - 1
    return (
        alone and ends and lead.endswith(".") and _SOMEBODY.search(lead[1:]) is None and not _SPEECH_NOUN.search(lead)
    )


def _could_say(analysis: Analysis, attribution: Attribution, quotation: Quotation) -> bool:
    """Whether a voice could go on in a quotation: a bureau or a crowd does not say “I”."""
    if attribution.source_type in _PERSONAL | {"unknown"}:
        return True
    return _FIRST_PERSON.search(analysis.slice(quotation.inner)) is None


def _is_all_quoted(analysis: Analysis, number: int) -> bool:
    """Whether a block is no more than quotations."""
    block = analysis.blocks[number].span
    inside = sum(q.span.end - q.span.start for q in analysis.quotations if q.block == number)
    return inside >= _ALL_QUOTED * (block.end - block.start)


def _may_lead_to_speech(analysis: Analysis, number: int) -> bool:
    """Whether a block leads to what somebody says: by a colon, by quoting, or since a sentence of it opens with him."""
    block = analysis.blocks[number]
    text = analysis.slice(block.span)
    if (
        block.kind not in _TEXT_BLOCKS
        or len(text.split()) < _SCENE
        or text.endswith((":", "…", "..."))
        or _SPEECH_NOUN.search(text)
    ):
        return True
    if any(q.block == number and not q.scare for q in analysis.quotations):
        return True
    return any(
        _PERSON_OPENS.match(analysis.slice(sentence.span))
        for sentence in analysis.sentences
        if sentence.block == number
    )


def run_together(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a quotation that opens right behind another speaker's in one paragraph, before its own speaker is named.

    Rests on the Reuters Handbook: never run the quotations of two speakers together.
    """
    analysis = analysis_of(doc)
    spoken = [each for each in plain(doc) if each.source_type in {"person", "official"}]
    for before, quotation in pairwise(analysis.quotations):
        if before.block != quotation.block or before.scare or quotation.scare:
            continue
        if analysis.sentence_at(quotation.span.start) - analysis.sentence_at(before.span.end - 1) > 1:
            continue  # the reporter speaks between them
        one, other = _last_to_speak(analysis, spoken, quotation), _speaker_behind(analysis, spoken, quotation)
        if one is None or other is None or one.source is None or other.source is None:
            continue
        names = _names(analysis, one.source.span), _names(analysis, other.source.span)
        newcomer = analysis.slice(other.source.span).startswith(("a ", "an ", "another "))
        if not names[0] or not (names[1] or newcomer) or names[0] & names[1]:
            continue
        yield Finding(
            _opening(analysis, quotation),
            values={"speaker": analysis.slice(other.source.span), "other": analysis.slice(one.source.span)},
            related=(Related(one.source.span, "the speaker before"),),
        )


def _last_to_speak(analysis: Analysis, spoken: list[Attribution], quotation: Quotation) -> Attribution | None:
    """Return who spoke last in the paragraph before a quotation that opens its sentence."""
    sentence = analysis.sentence_at(quotation.span.start)
    if quotation.span.start != analysis.sentences[sentence].span.start:
        return None
    return next(
        (
            each
            for each in reversed(spoken)
            if each.sentence < sentence and analysis.sentences[each.sentence].block == quotation.block
        ),
        None,
    )


def _speaker_behind(analysis: Analysis, spoken: list[Attribution], quotation: Quotation) -> Attribution | None:
    """Return who is named behind a quotation, in the sentence in which it ends."""
    sentence = analysis.sentence_at(quotation.span.end - 1)
    behind = (each for each in spoken if each.sentence == sentence and each.source is not None)
    first = next(behind, None)
    return None if first is None or first.source is None or first.source.span.start < quotation.span.end else first


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
    if _TRANSCRIPT.match(quoted) or _UNCLOSED.search(quoted):
        return False
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
