"""The cast of a story: who the sources are, with the later mentions of each joined to the first.

News names a person in full once and by surname after that (AP and Reuters agree), so a surname that belongs to one
full name of the story is that person. `he` and `she` are the last person quoted in this paragraph or the one before,
unless another name has come between. Where two would do, nothing is joined: a wrong name is worse than none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Source, SourceType
from attribution_lint.nlp.names import Name, Names, described_by, holds_office

_HE, _SHE = frozenset({"he", "him"}), frozenset({"she", "her"})
_SPOKEN = frozenset({"i", "we", "me", "us"})
_PLURAL = frozenset({"they", "them"})
_RELATIVE = frozenset({"who", "which", "that"})
_BODIES: frozenset[SourceType] = frozenset({"organisation", "media", "vague"})
_PLURALS = ("s", "people", "men", "women", "police")
_SEVERAL = grammar.QUANTIFIERS - {"any", "no", "every", "each", "another", "either", "neither", "such", "one"}
_ENDS_PHRASE = frozenset({",", "(", "who", "which", "whose", "that", "—", "–", "--"})
_GENDERED_TITLES = {"mr": "he", "sir": "he", "lord": "he", "mrs": "she", "ms": "she", "dame": "she", "lady": "she"}
_HUMAN: frozenset[SourceType] = frozenset({"person", "official", "unknown", "anonymous"})
_INSTITUTIONS: frozenset[SourceType] = frozenset({"organisation", "document", "media"})


@dataclass(slots=True)
class Voice:
    """One source of a story under its fullest name.

    `type` is that of its clearest mention; `named` says whether it bears a proper name. `pronoun` is the one that
    stands for it, if the story has used one. `roles` are the lower-case words that describe it.
    """

    name: str
    type: SourceType
    named: bool
    parts: tuple[str, ...] = ()
    roles: set[str] = field(default_factory=set)
    attributions: list[int] = field(default_factory=list)
    pronoun: str = ""
    block: int = 0
    sentence: int = 0
    plural: bool = False

    @property
    def is_human(self) -> bool:
        """Whether “he” or “she” can stand for it."""
        return self.type in _HUMAN and not self.plural and (self.named or self.type != "unknown")


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
        self.names = Names(analysis.words)
        self.voices: list[Voice] = []
        self.recent: list[int] = []
        self.of: list[int | None] = []

    def run(self) -> Cast:
        for number, attribution in enumerate(self.analysis.attributions):
            source = attribution.source
            voice = self._voice(source, attribution.sentence) if source is not None else None
            self.of.append(voice)
            if voice is not None:
                self.voices[voice].attributions.append(number)
        return Cast(self.voices, self.of)

    def _voice(self, source: Source, sentence: int) -> int:
        found = self._pronoun(source, sentence) if source.type == "pronoun" else self._named(source)
        voice = self.voices[found]
        voice.sentence, voice.block = sentence, self.analysis.sentences[sentence].block
        if found in self.recent:
            self.recent.remove(found)
        self.recent.append(found)
        return found

    # names

    def _named(self, source: Source) -> int:
        first, last = self.analysis.words.at(source.span.start), self.analysis.words.at(source.span.end - 1) + 1
        together = "and" in self.analysis.words.lower[first:last]
        name = None if together else self.names.in_phrase(first, last)
        if name is not None and source.type not in {"document", "media"}:
            found = self._person(source, name)
            if found is not None:
                return found
        described = self._description(source, first, last)
        return self._phrase(source, first, last) if described is None else described

    def _person(self, source: Source, name: Name) -> int | None:
        """The voice of a person's name, a new one if need be; None if the phrase is no person's."""
        full = self.names.full(name)
        if len(full) < 2 and source.type not in {"person", "official"}:
            return None
        if source.type == "organisation" and not name.titles and not self.names.is_surname(name.parts[-1]):
            return None
        fitting = [n for n, voice in enumerate(self.voices) if _same(voice.parts, full)]
        exact = [n for n in fitting if self.voices[n].parts == full]
        if exact or len(fitting) == 1:
            number = (exact or fitting)[0]
        else:
            number = self._add(" ".join(full), "official" if source.type == "official" else "person", True, full)
        voice = self.voices[number]
        voice.roles |= name.titles | self.names.titles_of(full)
        if source.type == "official" or holds_office(voice.roles):
            voice.type = "official"
        for title in name.titles & _GENDERED_TITLES.keys():
            voice.pronoun = _GENDERED_TITLES[title]
        return number

    def _description(self, source: Source, first: int, last: int) -> int | None:
        """The one voice that “the mayor”, “the institute” or “the report” can mean."""
        lower = self.analysis.words.lower[first:last]
        if len(lower) != 2 or lower[0] not in {"the", "that", "this"}:
            return None
        fitting = [n for n, voice in enumerate(self.voices) if lower[1] in voice.roles]
        return fitting[0] if len(fitting) == 1 else None

    def _phrase(self, source: Source, first: int, last: int) -> int:
        """The voice of an organisation, a document or whoever has no name, known by its own words."""
        words = self.analysis.words
        if last - first > 1 and words.lower[first] in grammar.ARTICLES:
            first += 1
        end = next((n for n in range(first + 1, last) if words.lower[n] in _ENDS_PHRASE), last)
        text = self.analysis.slice(words.span(first, end)).removesuffix("’s").removesuffix("'s")
        text = " ".join(text.split())
        key = tuple(text.lower().split())
        for number, voice in enumerate(self.voices):
            if voice.parts == key or (voice.parts and _is_acronym(text, voice.name)):
                return number
        number = self._add(text, source.type, self._is_named(source, first, last), key)
        several = source.head.endswith(_PLURALS) or words.lower[first] in _SEVERAL or words.text[first].isdigit()
        self.voices[number].plural = (not self.voices[number].named and several) or "and" in words.lower[first:last]
        self.voices[number].roles |= described_by(words, first, last, source.head)
        return number

    def _is_named(self, source: Source, first: int, last: int) -> bool:
        """Whether a phrase bears a proper name: an institution anywhere, others in their main word."""
        words = self.analysis.words
        if source.type in {"anonymous", "vague"}:
            return False
        opens = first == self.analysis.sentences[self.analysis.sentence_at(source.span.start)].first
        capitals = [n for n in range(first + opens, last) if words.text[n][0].isupper()]
        return any(source.type in _INSTITUTIONS or words.lower[n] == source.head for n in capitals)

    def _add(self, name: str, type_: SourceType, named: bool, parts: tuple[str, ...]) -> int:
        self.voices.append(Voice(name, type_, named, parts))
        return len(self.voices) - 1

    # pronouns

    def _pronoun(self, source: Source, sentence: int) -> int:
        word = source.head
        found: int | None = None
        if word in _SPOKEN:
            quotation = self.analysis.quotation_at(source.span.start)
            if quotation is not None and quotation.attribution is not None and quotation.attribution < len(self.of):
                found = self.of[quotation.attribution]
        elif word in _HE | _SHE:
            found = self._last_person("he" if word in _HE else "she", source, sentence)
        elif word in _RELATIVE:
            found = self.recent[-1] if self.recent and self.voices[self.recent[-1]].sentence == sentence else None
        elif word == "it":
            found = self._last(sentence, lambda voice: voice.type in _INSTITUTIONS)
        elif word in _PLURAL:
            found = self._last(sentence, lambda voice: voice.plural or voice.type in _BODIES)
        if found is not None:
            return found
        for number, voice in enumerate(self.voices):
            if voice.type == "pronoun" and voice.name == word:
                return number
        return self._add(word, "pronoun", False, ())

    def _last_person(self, pronoun: str, source: Source, sentence: int) -> int | None:
        block = self.analysis.sentences[sentence].block
        subject = self._subject_before(pronoun, source, sentence)
        if subject is not None:
            return subject
        for number in reversed(self.recent):
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
        opening = self.names.opening(before.first, before.last)
        if opening is None or not self.names.is_person(opening):
            return None
        number = self._person(source, opening)
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
            opening = self.names.opening(there.first, stop)
            if opening is None or _same(voice.parts, opening.parts):
                continue
            known = {other.pronoun for other in self.voices if _same(other.parts, opening.parts)}
            if not known or known & {"", pronoun}:
                return True
        return False

    def _last(self, sentence: int, fits: Callable[[Voice], bool]) -> int | None:
        block = self.analysis.sentences[sentence].block
        for number in reversed(self.recent):
            voice = self.voices[number]
            if block - voice.block > 1:
                return None
            if voice.type != "pronoun" and fits(voice):
                return number
        return None


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names can be one person's: the surname is the same and the fewer parts are among the more."""
    if not one or not other or one[-1] != other[-1]:
        return False
    few, many = sorted((_without_initials(one), _without_initials(other)), key=len)
    return few <= many


def _without_initials(name: tuple[str, ...]) -> set[str]:
    return {part for part in name if len(part.rstrip(".")) > 1} | {name[-1]}


def _is_acronym(text: str, name: str) -> bool:
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return len(text) > 1 and text.isupper() and text.isalpha() and text == initials
