"""The cast of a story: who the sources are, with the later mentions of each joined to the first.

News names a person in full once and by surname after that (AP and Reuters agree), so a surname that belongs to one
full name of the story is that person. Where two would do, nothing is joined: a wrong name is worse than none.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Attribution, Source, SourceType
from attribution_lint.nlp.answers import of_each_attribution
from attribution_lint.nlp.names import Name, described_by, follows_end, name_in_phrase
from attribution_lint.nlp.pronouns import Pronouns
from attribution_lint.nlp.voices import Voice, Voices

_PLURALS = ("s", "people", "men", "women", "police")
_SEVERAL = grammar.QUANTIFIERS - {"any", "no", "every", "each", "another", "either", "neither", "such", "one"}
_ENDS_PHRASE = frozenset({",", "(", "who", "which", "whose", "that", "—", "–", "--"})
_INSTITUTIONS: frozenset[SourceType] = frozenset({"organisation", "document", "media"})


class Cast(Struct, frozen=True):
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
        self.phrases = of_each_attribution(analysis, _phrase_of)
        self.of: list[int | None] = []

    def run(self) -> Cast:
        for number, attribution in enumerate(self.analysis.attributions):
            voice = self._voice(number, attribution) if attribution.source is not None else None
            self.of.append(voice)
            if voice is not None:
                self.voices[voice].attributions.append(number)
        return Cast(self.voices.all, self.of)

    def _voice(self, number: int, attribution: Attribution) -> int:
        source, sentence = attribution.source, attribution.sentence
        assert source is not None
        found = self._pronoun(source, sentence) if source.type == "pronoun" else self._named(number)
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

    def _named(self, number: int) -> int:
        phrase = self.phrases[number]
        source = self.analysis.attributions[number].source
        assert source is not None
        assert phrase is not None
        name = self._name(source, phrase)
        if name is not None and source.type not in {"document", "media"}:
            found = self.voices.person(name, source.type)
            if found is not None:
                return found
        described = self.voices.described(phrase.taken_up) if phrase.taken_up else None
        if described is not None:
            return described
        known = self.voices.known_by(phrase.key, phrase.text)
        if known is not None:
            return known
        number = self.voices.add(phrase.text, source.type, phrase.named, phrase.key)
        self.voices[number].plural = phrase.plural
        self.voices.describe(number, phrase.roles)
        return number

    def _name(self, source: Source, phrase: _Phrase) -> Name | None:
        names = self.voices.names
        common = [word for word in phrase.openings if names.is_common(word)]
        if not common:
            return phrase.name
        if len(common) == len(phrase.openings):
            return phrase.name_behind
        words = self.analysis.words
        return names.in_phrase(words.at(source.span.start), words.at(source.span.end - 1) + 1)


class _Phrase(NamedTuple):
    """What the phrase of a source tells by itself.

    `name` is the person's name in it, `name_behind` the one if those words of it that open a sentence, the `openings`,
    are common ones of the story; there are none where that is the same. `taken_up` is the role in “the mayor”, “the
    institute” or “the report”, else empty. An organisation, a document or whoever has no name is known by its own
    words: `text`, in lower case as `key`; `named` says that they hold a proper name, `roles` are what may take them up.
    """

    name: Name | None
    name_behind: Name | None
    openings: tuple[str, ...]
    taken_up: str
    text: str
    key: tuple[str, ...]
    named: bool
    plural: bool
    roles: frozenset[str]


def _phrase_of(analysis: Analysis, attribution: Attribution) -> _Phrase | None:
    source, words = attribution.source, analysis.words
    if source is None:
        return None
    first, last = words.at(source.span.start), words.at(source.span.end - 1) + 1
    lower = words.lower[first:last]
    together = "and" in lower
    openings: list[int] = []

    def opens(index: int) -> bool:
        openings.extend([index] if follows_end(words, index) else [])
        return False

    name = None if together else name_in_phrase(words, first, last, opens)
    behind = None if together else name_in_phrase(words, first, last, lambda index: follows_end(words, index))
    taken_up = lower[1] if len(lower) == 2 and lower[0] in {"the", "that", "this"} else ""
    if last - first > 1 and words.lower[first] in grammar.ARTICLES:
        first += 1
    end = next((n for n in range(first + 1, last) if words.lower[n] in _ENDS_PHRASE), last)
    text = " ".join(analysis.slice(words.span(first, end)).removesuffix("’s").removesuffix("'s").split())
    named = _is_named(analysis, source, first, last)
    several = source.head.endswith(_PLURALS) or words.lower[first] in _SEVERAL or words.text[first].isdigit()
    return _Phrase(
        name,
        behind,
        () if name == behind else tuple(words.lower[index].rstrip(".") for index in openings),
        taken_up,
        text,
        tuple(text.lower().split()),
        named,
        (not named and several) or "and" in words.lower[first:last],
        frozenset(described_by(words, first, last, source.head)),
    )


def _is_named(analysis: Analysis, source: Source, first: int, last: int) -> bool:
    """Whether a phrase bears a proper name: an institution anywhere, others in their main word."""
    words = analysis.words
    if source.type in {"anonymous", "vague"}:
        return False
    opens = first == analysis.sentences[analysis.sentence_at(source.span.start)].first
    capitals = [n for n in range(first + opens, last) if words.text[n][0].isupper()]
    return any(source.type in _INSTITUTIONS or words.lower[n] == source.head for n in capitals)
