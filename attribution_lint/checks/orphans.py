"""Quotations with no speaker in reach: nobody beside them, before or behind them can be the one who said it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property

from attribution_lint.checks.occurrences import occurrences
from attribution_lint.checks.speech import TEXT_BLOCKS, opening_of
from attribution_lint.checks.telling_of import Telling, is_plural_person
from attribution_lint.model import Finding, Rule
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Attribution, Quotation, analysis_of
from attribution_lint.nlp.nouns import source_nouns
from attribution_lint.patterns import screened

_CREDIT = 80  # code points of a line that names the speaker
_ALL_QUOTED = 0.9
_SCENE = 5  # words: a shorter paragraph is a beat of a dialogue
_PERSONAL = frozenset({"person", "official", "pronoun"})
_ASKED = screened(r"\b(?:asked|answers?|answered|replied|sang|sings|prayed|chanted|shouted|reads?)\b")
_TAKEN_UP = screened(
    r"\b(?:(?:those|these|his|her|their) words|so (?:said|says|began|ended)|(?:that|it|this) (?:is|was)|"
    r"(?:is|was) that of)\b",
    re.IGNORECASE,
)
_SOMEBODY = screened(
    r"(?<![.!?] )\b[A-Z]|\b(?:he|she|they|his|her|their|who|whose|we|our|I|my|man|woman|mother|father|son|daughter|"
    r"wife|husband|boy|girl|friends?|people|[a-z]+(?:ers?|ors?|ists?|ants?|men|women|ians?))\b",
)
_FIRST_PERSON = screened(r"\b(?:I|[Mm]y|me|mine|myself)\b")
_OUR = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
_SAID_INSIDE = re.compile(r"[,?!] (?:said|says) [A-Z]|[,?!] [A-Z][a-z]+ (?:said|says)\b")
_TRANSCRIPT = re.compile(r"[A-Z]{3}[A-Z. ]*: ")
_ENDS = (".", "!", "?", "…", ",", ".”", "—", "–")
_WAS_SPEAKING = re.compile(r"\b(?:was|were|is) (?:\w+ )?speaking\b")
_SENTENCE_ENDS = (".", "!", "?", "”", '"')
_TELLTALE = 5  # words by which a quotation is known again


def orphan(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield quotations of at least `words` words, a sentence or more, with no speaker in reach.

    A reader takes for the speaker whoever speaks in the paragraph, the person whom the paragraph before tells of or
    lets speak, and whoever speaks as the next one opens. A body or a crowd does not say “I”. What a sign, a letter or a
    song says needs no speaker. Rests on the Reuters Handbook: identify the speaker after the first sentence of a
    quotation.
    """
    reader = _Reader(analysis_of(doc))
    blocks: set[int] = set()
    for quotation in reader.analysis.quotations:
        if quotation.block in blocks or not reader.is_speech(quotation, int(rule.options["words"])):
            continue
        if not reader.knows_speaker(quotation):
            blocks.add(quotation.block)
            yield Finding(opening_of(reader.analysis, quotation))


class _Reader:
    """What a reader of a story knows of its voices, block by block."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.voices: dict[int, list[Attribution]] = {}
        for each in analysis.attributions:
            spoken = each.cue is not None and analysis.quotation_at(each.cue.span.start) is not None
            if each.source is not None and not spoken:
                self.voices.setdefault(analysis.sentences[each.sentence].block, []).append(each)

    @cached_property
    def telling(self) -> Telling:
        """The people whom the paragraphs tell of."""
        return Telling(self.analysis)

    def is_speech(self, quotation: Quotation, words: int) -> bool:
        """Whether a quotation is a sentence or more, and nothing but it stands in its sentences.

        It is no title, no slogan, no word in scare quotes, and nobody's speech in a quotation whose marks are wrong.
        """
        block = self.analysis.blocks[quotation.block]
        if quotation.scare or block.kind not in TEXT_BLOCKS or block.links:
            return False
        quoted = self.analysis.slice(quotation.inner)
        parts = quoted.split()
        if _TRANSCRIPT.match(quoted) or _SAID_INSIDE.search(quoted):
            return False
        if len(parts) < words or not quoted.lstrip("‘'[ ")[:1].isupper() or not quoted.rstrip("’' ").endswith(_ENDS):
            return False
        if sum(part[:1].isupper() for part in parts) >= 0.6 * len(parts):
            return False
        return self._stands_alone(quotation) and not self._is_led_to(quotation)

    def knows_speaker(self, quotation: Quotation) -> bool:
        """Whether a reader knows whose words a quotation is, or that they are nobody's."""
        if self.voices.get(quotation.block) or self._has_credit_below(quotation) or self._is_told_again(quotation):
            return True
        if not self._is_all_quoted(quotation.block):
            return not self._ends_scene(quotation)
        before = quotation.block - 1
        while before >= 0 and self._is_all_quoted(before) and not self.voices.get(before):
            before -= 1
        if before < 0 or self._leads_on(before, quotation):
            return True
        return self._is_taken_up(quotation.block + 1)

    # What stands beside it

    def _stands_alone(self, quotation: Quotation) -> bool:
        """Whether no words of the reporter stand in the sentences of a quotation."""
        analysis = self.analysis
        first = analysis.sentences[analysis.sentence_at(quotation.span.start)].span
        last = analysis.sentences[analysis.sentence_at(quotation.span.end - 1)].span
        behind = analysis.text[quotation.span.end : quotation.span.end + 4].strip(" .")
        return (
            first.start >= quotation.span.start - 1
            and last.end <= quotation.span.end + 1
            and behind[:1] not in {"[", "("}
        )

    def _is_led_to(self, quotation: Quotation) -> bool:
        """Whether a colon, a comma or a dash leads to a quotation, or a dash or a handle credits it."""
        analysis = self.analysis
        sentence = analysis.sentences[analysis.sentence_at(quotation.span.start)].span
        before = analysis.text[sentence.start : quotation.span.start].rstrip()
        behind = analysis.text[quotation.span.end : quotation.span.end + 3].strip()
        return before.endswith((":", ",", "—", "–", "that", "as")) or behind.startswith(("—", "–", "-", "(", "@"))

    def _is_all_quoted(self, number: int) -> bool:
        """Whether a block is no more than quotations."""
        block = self.analysis.blocks[number].span
        inside = sum(q.span.end - q.span.start for q in self.analysis.quotations if q.block == number)
        return inside >= _ALL_QUOTED * (block.end - block.start)

    def _ends_scene(self, quotation: Quotation) -> bool:
        """Whether a quotation ends a paragraph that the reporter opens with nobody in it: “The pit closed. “…””."""
        block = self.analysis.blocks[quotation.block].span
        lead = self.analysis.text[block.start : quotation.span.start].rstrip()
        alone = [q for q in self.analysis.quotations if q.block == quotation.block] == [quotation]
        ends = quotation.span.end >= block.end - 1
        return alone and ends and lead.endswith(".") and _SOMEBODY.search(lead[1:]) is None and not _carries(lead)

    def _has_credit_below(self, quotation: Quotation) -> bool:
        """Whether the next line is no more than a name and an office: the credit of a quotation set apart."""
        if quotation.block + 1 >= len(self.analysis.blocks):
            return False
        below = self.analysis.slice(self.analysis.blocks[quotation.block + 1].span).strip(" —–-")
        words = below.split()
        return (
            not below.endswith(_SENTENCE_ENDS)
            and len(below) < _CREDIT
            and len(words) > 1
            and words[0][:1].isupper()
            and words[1][:1].isupper()
        )

    def _is_told_again(self, quotation: Quotation) -> bool:
        """Whether the story has the same words elsewhere, so that they are set apart from there."""
        opening = " ".join(self.analysis.slice(quotation.inner).split()[:_TELLTALE])
        return len(occurrences(self.analysis.text, [opening])) > 1

    # What stands before and behind it

    def _leads_on(self, number: int, quotation: Quotation) -> bool:
        """Whether the block before has somebody who can be the speaker, or leads to what is said."""
        block = self.analysis.blocks[number]
        text = self.analysis.slice(block.span)
        if block.kind not in TEXT_BLOCKS or len(text.split()) < _SCENE or text.endswith((":", "…", "...")):
            return True
        if _carries(text) or self.telling.of_one(number):
            return True
        says_i = _FIRST_PERSON.search(self.analysis.slice(quotation.inner)) is not None
        if any(self._is_one(each) for each in self.voices.get(number, ())):
            return True
        if says_i or not (voices := self.voices.get(number)):
            return False
        written = all(each.source_type == "document" for each in voices)
        return not (written and _OUR.search(self.analysis.slice(quotation.inner)))

    def _is_one(self, attribution: Attribution) -> bool:
        """Whether a voice is that of somebody single, who may say “I”."""
        source = attribution.source
        if source is None or attribution.source_type not in _PERSONAL:
            return False
        return source.head not in {"they", "it", "we"} and not is_plural_person(source.head)

    def _is_taken_up(self, number: int) -> bool:
        """Whether a block opens with who spoke, or speaks of the words before it: “With those words the mayor …”."""
        if number >= len(self.analysis.blocks):
            return False
        first = self.analysis.sentence_at(self.analysis.blocks[number].span.start)
        text = self.analysis.slice(self.analysis.sentences[first].span)
        if _TAKEN_UP.search(text) and _carries(text):
            return True
        speaks = any(each.sentence == first for each in self.voices.get(number, ()))
        return _WAS_SPEAKING.search(text) is not None or (not speaks and self.telling.introduces(first))


def _carries(text: str) -> bool:
    """Whether a passage speaks of words that are said, sung or written."""
    return _ASKED.search(text) is not None or bool(occurrences(text, _carriers()))


@cache
def _carriers() -> frozenset[str]:
    return source_nouns("quotation-carriers")
