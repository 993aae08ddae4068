"""Whom a pronoun stands for, as far as it is safe to say.

`he` and `she` are the last person quoted in this paragraph or the one before, unless another name has come between;
`I` in a quotation is its speaker; `it` and `they` are the last institution or group.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attribution_lint.nlp.analysis import Analysis, Sentence, Source, SourceType
from attribution_lint.nlp.names import Name
from attribution_lint.nlp.voices import Voice, Voices, same_person

_HE, _SHE = frozenset({"he", "him"}), frozenset({"she", "her"})
_SPOKEN = frozenset({"i", "we", "me", "us"})
_PLURAL = frozenset({"they", "them"})
_RELATIVE = frozenset({"who", "which", "that"})
_INSTITUTIONS: frozenset[SourceType] = frozenset({"organisation", "document", "media"})
_BODIES: frozenset[SourceType] = frozenset({"organisation", "media", "vague"})


class Pronouns:
    """The pronouns of one story and the voices they can stand for."""

    def __init__(self, analysis: Analysis, voices: Voices) -> None:
        self.analysis = analysis
        self.voices = voices

    def antecedent(self, source: Source, sentence: int, voice_of: Sequence[int | None]) -> int | None:
        """Return the voice that a pronoun stands for; `voice_of` are those of the attributions before it."""
        word = source.head
        found: int | None = None
        if word in _SPOKEN:
            quotation = self.analysis.quotation_at(source.span.start)
            if quotation is not None and quotation.attribution is not None and quotation.attribution < len(voice_of):
                found = voice_of[quotation.attribution]
        elif word in _HE | _SHE:
            found = self._last_person("he" if word in _HE else "she", source, sentence)
        elif word in _RELATIVE:
            found = next(self.voices.latest(), None)
            if found is not None and self.voices[found].sentence != sentence:
                found = None
        elif word == "it":
            found = self._last(sentence, lambda voice: voice.type in _INSTITUTIONS)
        elif word in _PLURAL:
            found = self._last(sentence, lambda voice: voice.plural or voice.type in _BODIES)
        return found

    def _last_person(self, pronoun: str, source: Source, sentence: int) -> int | None:
        block = self.analysis.sentences[sentence].block
        subject = self._subject_before(pronoun, source, sentence)
        if subject is not None:
            return subject
        for number in self.voices.latest():
            voice = self.voices[number]
            if block - voice.block > 1:
                return None
            if not voice.is_human or voice.pronoun not in {"", pronoun}:
                continue
            if self._another_came_between(voice, pronoun, source, sentence):
                return None
            voice.pronoun = pronoun
            return number
        return None

    def _subject_before(self, pronoun: str, source: Source, sentence: int) -> int | None:
        """The person whose full name opens the sentence before, in the same paragraph, though no source there."""
        sentences = self.analysis.sentences
        before = sentences[max(sentence - 1, 0)]
        if sentence == 0 or before.block != sentences[sentence].block:
            return None
        opening = self._opening(before, before.last)
        if opening is None or not self.voices.names.is_person(opening):
            return None
        number = self.voices.person(opening, "pronoun")
        if number is None or self.voices[number].pronoun not in {"", pronoun}:
            return None
        self.voices[number].pronoun = pronoun
        return number

    def _another_came_between(self, voice: Voice, pronoun: str, source: Source, sentence: int) -> bool:
        """Whether a later sentence, or this one before the pronoun, opens with somebody else whom it can mean."""
        words = self.analysis.words
        for number in range(voice.sentence + 1, sentence + 1):
            there = self.analysis.sentences[number]
            stop = min(there.last, words.at(source.span.start)) if number == sentence else there.last
            opening = self._opening(there, stop)
            if opening is None or same_person(voice.parts, opening.parts):
                continue
            known = {self.voices[other].pronoun for other in self.voices.of_name(opening.parts)}
            if not known or known & {"", pronoun}:
                return True
        return False

    def _opening(self, sentence: Sentence, last: int) -> Name | None:
        """The full name that a sentence opens with, before the word `last`; a name in a quotation introduces nobody."""
        if self.analysis.quotation_at(sentence.span.start) is not None:
            return None
        return self.voices.names.opening(sentence.first, last)

    def _last(self, sentence: int, fits: Callable[[Voice], bool]) -> int | None:
        block = self.analysis.sentences[sentence].block
        for number in self.voices.latest():
            voice = self.voices[number]
            if block - voice.block > 1:
                return None
            if voice.type != "pronoun" and fits(voice):
                return number
        return None
