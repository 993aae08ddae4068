"""Of whom a paragraph tells: of somebody whom a reader takes for the speaker of what follows, or of many."""

from __future__ import annotations

from functools import cache

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.nouns import source_nouns
from attribution_lint.nlp.people import FullName, full_names
from attribution_lint.packs import shipped_lexicon

_ONE = frozenset({"he", "she", "him", "his", "her", "i", "my", "me", "who", "whose"})
_OPENS_ONE = frozenset({"a", "an", "the", "this", "that", "one", "another"}) | grammar.POSSESSIVES
_MANY = frozenset("people men women children police staff crew families parents relatives couples crowds".split())
_BEFORE_PLACE = frozenset("in at from near to on off into across outside around through between the".split())
_NOUN_REACH = 3  # words between an article and its noun


class Telling:
    """The people whom the paragraphs of one story tell of, outside quotations."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.names = [name for name in full_names(analysis) if self._is_of_person(name)]
        self._parts = {part for name in self.names for part in analysis.slice(name.span).split()}

    def of_one(self, block: int) -> bool:
        """Whether a paragraph tells of somebody by name, by “he” or “she”, or as “the farmer” or “a widow”."""
        span = self.analysis.blocks[block].span
        if any(span.covers(name.span) and not self._is_quoted(name.span.start) for name in self.names):
            return True
        words = self.analysis.words
        for at in self._words_of(block):
            if words.lower[at] in _ONE or self._is_somebody(at) or words.text[at] in self._parts:
                return True
        return False

    def introduces(self, sentence: int) -> bool:
        """Whether a sentence opens with the full name of somebody whom the story has not named before."""
        start = self.analysis.sentences[sentence].span.start
        for name in self.names:
            if name.span.start == start:
                return self.analysis.text.find(name.family) >= start
        return False

    def _words_of(self, block: int) -> list[int]:
        """The words of a paragraph that stand in no quotation."""
        words, span = self.analysis.words, self.analysis.blocks[block].span
        return [
            n for n in range(words.at(span.start), words.at(span.end - 1) + 1) if not self._is_quoted(words.start[n])
        ]

    def _is_quoted(self, offset: int) -> bool:
        return self.analysis.quotation_at(offset) is not None

    def _is_somebody(self, at: int) -> bool:
        """Whether the word is the noun of “a retired nurse”, “the farmer”; not “the farmer’s field”."""
        words = self.analysis.words
        if words.lower[at] not in _persons() or (at + 1 < len(words) and words.lower[at + 1] in grammar.GENITIVES):
            return False
        return any(words.lower[n] in _OPENS_ONE for n in range(max(at - _NOUN_REACH, 0), at))

    def _is_of_person(self, name: FullName) -> bool:
        """Whether a full name is not that of a place or a body."""
        parts = [part.lower() for part in self.analysis.slice(name.span).split()]
        if not _institutions().isdisjoint(parts):
            return False
        first = self.analysis.words.at(name.span.start)
        return first == 0 or self.analysis.words.lower[first - 1] not in _BEFORE_PLACE


def is_plural_person(word: str) -> bool:
    """Whether a lower-case noun is one for several people."""
    return word in _MANY or word in _plurals()


@cache
def _persons() -> frozenset[str]:
    return shipped_lexicon("phrase-persons") | shipped_lexicon("source-people") | shipped_lexicon("kin")


@cache
def _plurals() -> frozenset[str]:
    return source_nouns("phrase-persons") - shipped_lexicon("phrase-persons")


@cache
def _institutions() -> frozenset[str]:
    return (
        source_nouns("source-organisations")
        | shipped_lexicon("nouns-bodies")
        | shipped_lexicon("nouns-settings")
        | shipped_lexicon("phrase-organisations")
        | frozenset(day.rstrip(".") for day in grammar.DAYS)
        | grammar.MONTHS
    )
