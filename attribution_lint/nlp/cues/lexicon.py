"""The words that can be cues, from the shipped lexicons, in all their forms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from attribution_lint.nlp import grammar
from attribution_lint.packs import shipped_lexicon

_KINDS = ("cues-saying", "cues-speech-acts", "cues-evidence", "cues-counting", "cues-believing")
Idioms = dict[str, tuple[tuple[tuple[str, ...], int], ...]]


class CueLexicon(Struct, frozen=True):
    """The forms that may be cues, each with its dictionary form.

    `forms` holds all of them; where a form belongs to several verbs, saying goes before showing before doing.
    `phrases` maps a first word to the rests of the phrases it opens, the longest first; `idioms` maps a form to the
    idioms it stands in, which cue nothing, and its place in each.
    """

    saying: Mapping[str, str]
    speech_acts: Mapping[str, str]
    evidence: Mapping[str, str]
    counting: Mapping[str, str]
    believing: Mapping[str, str]
    clause_only: frozenset[str]
    nouns: frozenset[str]
    forms: Mapping[str, str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    idioms: Idioms

    def in_idiom(self, lower: list[str], index: int) -> bool:
        """Whether the word `index` of a text in lower case stands in one of its idioms."""
        for parts, place in self.idioms.get(lower[index], ()):
            first = index - place
            if first >= 0 and tuple(lower[first : first + len(parts)]) == parts:
                return True
        return False


@cache
def cue_lexicon() -> CueLexicon:
    """Return the shipped cue lexicons, inflected."""
    saying, acts, evidence, counting, believing = (_single_words(kind) for kind in _KINDS)
    return CueLexicon(
        saying=saying,
        speech_acts=acts,
        evidence=evidence,
        counting=counting,
        believing=believing,
        clause_only=_clause_only({**acts, **evidence, **saying}),
        nouns=shipped_lexicon("cues-nouns"),
        forms={**believing, **counting, **acts, **evidence, **saying},
        phrases=_phrases_by_first_word(),
        idioms=_idioms_by_cue(all_cue_forms()),
    )


@cache
def all_cue_forms() -> frozenset[str]:
    """Return every form of every cue verb, verbs with a particle included."""
    return frozenset(form for kind in _KINDS for form in grammar.verb_forms(kind))


def is_past_form(word: str) -> bool:
    """Whether a lower-case word is a form of a cue verb or looks like a regular past."""
    return word in all_cue_forms() or (word.endswith("ed") and word != "united")


def _single_words(lexicon: str) -> dict[str, str]:
    return {form: lemma for form, lemma in grammar.verb_forms(lexicon).items() if " " not in form}


def _clause_only(forms: Mapping[str, str]) -> frozenset[str]:
    """Return the forms of the verbs that cue only beside a clause, the irregular ones of other lexicons included."""
    verbs = grammar.verb_forms("cues-clause-only")
    return frozenset(verbs) | {form for form, lemma in forms.items() if lemma in verbs}


def _phrases_by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in shipped_lexicon("cue-phrases"):
        first, *rest = phrase.split()
        phrases.setdefault(first, []).append(tuple(rest))
    return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in phrases.items()}


def _idioms_by_cue(forms: frozenset[str]) -> Idioms:
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for idiom in shipped_lexicon("cue-idioms"):
        parts = tuple(idiom.replace("'s", " 's").split())
        for place, part in enumerate(parts):
            if part in forms:
                found.setdefault(part, []).append((parts, place))
    return {form: tuple(idioms) for form, idioms in found.items()}
