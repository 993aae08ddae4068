"""The cast of a story: who the sources are, with the later mentions of each joined to the first.

News names a person in full once and by surname after that (AP and Reuters agree), so a surname that belongs to one
full name of the story is that person. Where two would do, nothing is joined: a wrong name is worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Source, SourceType
from attribution_lint.nlp.names import described_by
from attribution_lint.nlp.pronouns import Pronouns
from attribution_lint.nlp.voices import Voice, Voices

_PLURALS = ("s", "people", "men", "women", "police")
_SEVERAL = grammar.QUANTIFIERS - {"any", "no", "every", "each", "another", "either", "neither", "such", "one"}
_ENDS_PHRASE = frozenset({",", "(", "who", "which", "whose", "that", "—", "–", "--"})
_INSTITUTIONS: frozenset[SourceType] = frozenset({"organisation", "document", "media"})


@dataclass(frozen=True, slots=True)
class Cast:
    """The voices in order of appearance, and for each attribution the number of its voice, None without a source."""

    voices: list[Voice]
    of_attribution: list[int | None]


def cast_of(analysis: Analysis) -> Cast:
    """Return the cast of a story whose attributions are known."""
    return _Casting(analysis).run()


class _Casting:
    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.voices = Voices(analysis)
        self.pronouns = Pronouns(analysis, self.voices)
        self.of: list[int | None] = []

    def run(self) -> Cast:
        for number, attribution in enumerate(self.analysis.attributions):
            source = attribution.source
            voice = self._voice(source, attribution.sentence) if source is not None else None
            self.of.append(voice)
            if voice is not None:
                self.voices[voice].attributions.append(number)
        return Cast(self.voices.all, self.of)

    def _voice(self, source: Source, sentence: int) -> int:
        found = self._pronoun(source, sentence) if source.type == "pronoun" else self._named(source)
        self.voices.hear(found, sentence, self.analysis.sentences[sentence].block)
        return found

    def _pronoun(self, source: Source, sentence: int) -> int:
        """The voice that a pronoun stands for, or else one of its own for the bare word."""
        found = self.pronouns.antecedent(source, sentence, self.of)
        if found is None:
            known = (
                n for n, voice in enumerate(self.voices.all) if (voice.type, voice.name) == ("pronoun", source.head)
            )
            found = next(known, None)
        return self.voices.add(source.head, "pronoun", False, ()) if found is None else found

    def _named(self, source: Source) -> int:
        first, last = self.analysis.words.at(source.span.start), self.analysis.words.at(source.span.end - 1) + 1
        together = "and" in self.analysis.words.lower[first:last]
        name = None if together else self.voices.names.in_phrase(first, last)
        if name is not None and source.type not in {"document", "media"}:
            found = self.voices.person(name, source.type)
            if found is not None:
                return found
        described = self._description(source, first, last)
        return self._phrase(source, first, last) if described is None else described

    def _description(self, source: Source, first: int, last: int) -> int | None:
        """The one voice that “the mayor”, “the institute” or “the report” can mean."""
        lower = self.analysis.words.lower[first:last]
        if len(lower) != 2 or lower[0] not in {"the", "that", "this"}:
            return None
        return self.voices.described(lower[1])

    def _phrase(self, source: Source, first: int, last: int) -> int:
        """The voice of an organisation, a document or whoever has no name, known by its own words."""
        words = self.analysis.words
        if last - first > 1 and words.lower[first] in grammar.ARTICLES:
            first += 1
        end = next((n for n in range(first + 1, last) if words.lower[n] in _ENDS_PHRASE), last)
        text = self.analysis.slice(words.span(first, end)).removesuffix("’s").removesuffix("'s")
        text = " ".join(text.split())
        key = tuple(text.lower().split())
        known = self.voices.known_by(key, text)
        if known is not None:
            return known
        number = self.voices.add(text, source.type, self._is_named(source, first, last), key)
        several = source.head.endswith(_PLURALS) or words.lower[first] in _SEVERAL or words.text[first].isdigit()
        self.voices[number].plural = (not self.voices[number].named and several) or "and" in words.lower[first:last]
        self.voices.describe(number, described_by(words, first, last, source.head))
        return number

    def _is_named(self, source: Source, first: int, last: int) -> bool:
        """Whether a phrase bears a proper name: an institution anywhere, others in their main word."""
        words = self.analysis.words
        if source.type in {"anonymous", "vague"}:
            return False
        opens = first == self.analysis.sentences[self.analysis.sentence_at(source.span.start)].first
        capitals = [n for n in range(first + opens, last) if words.text[n][0].isupper()]
        return any(source.type in _INSTITUTIONS or words.lower[n] == source.head for n in capitals)
