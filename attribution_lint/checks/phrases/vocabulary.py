"""What the slots of an attribution accept, spelt out from the lexicons: nouns by number, verbs by form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property, lru_cache
from typing import Literal

from msgspec import Struct

from attribution_lint.checks.phrases import inflection
from attribution_lint.checks.phrases.groups import group
from attribution_lint.packs import shipped_lexicon

Number = Literal["singular", "plural", "any"]
Form = Literal["base", "third", "past", "participle", "progressive"]


class Vocabulary(Struct, frozen=True, eq=False, dict=True):
    """The accepted fillers. A noun maps to its number, a verb form to (form, base) pairs."""

    persons: dict[str, Number]
    organisations: dict[str, Number]
    documents: dict[str, Number]
    mass: frozenset[str]
    rare: frozenset[str]
    criteria: frozenset[str]
    demonyms: frozenset[str]
    function: frozenset[str]
    frequent: frozenset[str]
    frequent_cues: frozenset[str]
    cues: dict[str, tuple[tuple[Form, str], ...]]
    clause_verbs: dict[str, tuple[tuple[Form, str], ...]]
    frames: frozenset[str]
    occasions: dict[str, Number]
    sources: dict[str, Number]
    speakers: dict[str, Number]
    likely_sources: frozenset[str]
    whole_words: frozenset[str]
    likely_documents: frozenset[str]
    likely_speakers: frozenset[str]

    @cached_property
    def singulars(self) -> dict[str, str]:
        """The singular source of each regular plural, the first of them where several share it."""
        found: dict[str, str] = {}
        for noun, number in self.sources.items():
            if number == "singular":
                found.setdefault(inflection.plural(noun), noun)
        return found

    def number(self, noun: str) -> Number | None:
        """Whether the noun is singular or plural; None if it is no source."""
        return self.sources.get(noun)


def vocabulary(lexicons: Mapping[str, frozenset[str]]) -> Vocabulary:
    """Return the vocabulary of a rule's lexicons; built once for each set of them."""
    # Comparing the words of equal lexicons for every rule and draft costs more than many a finder.
    key = tuple(map(id, lexicons.values()))
    known = _known.get(key)
    if known is None:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        known = _known[key] = (tuple(lexicons.values()), _build(tuple(sorted(lexicons.items()))))
    return known[1]


_MOST_KNOWN = 64
_known: dict[tuple[int, ...], tuple[tuple[frozenset[str], ...], Vocabulary]] = {}
"""Vocabularies by the identity of their lexicons, which are kept so that no other takes their place in memory."""


@lru_cache(maxsize=4)
def _build(lexicons: tuple[tuple[str, frozenset[str]], ...]) -> Vocabulary:
    entries = dict(lexicons)
    irregular = _irregular(entries["phrase-irregular-verbs"])
    persons = _nouns(entries["phrase-persons"])
    organisations = _nouns(entries["phrase-organisations"])
    documents = _nouns(entries["phrase-documents"])
    rare = _nouns(entries["phrase-rare"]).keys() - persons.keys() - organisations.keys() - documents.keys()
    mass: dict[str, Number] = dict.fromkeys((*entries["phrase-mass"], *rare), "any")
    clause_verbs = _verbs(entries["phrase-cues"] | entries["phrase-clause-verbs"], irregular)
    cues = _of_bases(clause_verbs, entries["phrase-cues"])
    usual_bases = {base for cue in entries["phrase-frequent-cues"] for _, base in cues.get(cue, ())}
    frequent_cues = frozenset(form for form, uses in cues.items() if any(base in usual_bases for _, base in uses))
    listed = entries["phrase-frequent"]
    frequent = listed | {noun for noun in map(inflection.plural, listed) if noun in documents or noun in persons}
    frequent |= {noun for noun in (*persons, *documents) if inflection.plural(noun) in listed}
    usual = frozenset(mass) & frequent
    speakers = {**mass, **organisations, **persons}
    sources = {**documents, **speakers}
    return Vocabulary(
        persons=persons,
        organisations=organisations,
        documents=documents,
        mass=frozenset(mass),
        rare=frozenset(rare),
        criteria=entries["phrase-criteria"],
        demonyms=entries["phrase-demonyms"],
        function=entries["phrase-function"],
        frequent=frequent,
        frequent_cues=frequent_cues,
        cues=cues,
        clause_verbs=clause_verbs,
        frames=entries["phrase-frames"],
        occasions=_nouns(entries["phrase-occasions"]),
        sources=sources,
        speakers=speakers,
        likely_sources=frozenset(documents) | frozenset(organisations) | frozenset(persons) | usual,
        whole_words=frozenset(w for w in (*(sources.keys() - rare), *cues, *group("frame-words")) if len(w) >= 6),
        likely_documents=frozenset(documents) | usual,
        likely_speakers=frozenset(organisations) | frozenset(persons) | usual | (frequent & frozenset(documents)),
    )


def _nouns(entries: Iterable[str]) -> dict[str, Number]:
    found: dict[str, Number] = {}
    for entry in entries:
        noun = entry.rpartition(" ")[2]
        found.setdefault(noun, "singular")
        found.setdefault(inflection.plural(noun), "plural")
    return found


def _irregular(entries: Iterable[str]) -> dict[str, tuple[str, ...]]:
    return {base: tuple(forms) for base, *forms in map(str.split, entries)}


def verb_forms(bases: Iterable[str]) -> dict[str, tuple[tuple[Form, str], ...]]:
    """Return the forms of verbs by their spelling: which form of which base each is."""
    return _verbs(bases, _shipped_irregular())


@lru_cache(maxsize=1024)
def spelling(base: str, form: Form) -> str:
    """Return how a form of a verb is spelt, the first of its spellings."""
    return next(spelt for spelt, uses in verb_forms([base]).items() if (form, base) in uses)


@cache
def _shipped_irregular() -> dict[str, tuple[str, ...]]:
    return _irregular(shipped_lexicon("phrase-irregular-verbs"))


def _verbs(bases: Iterable[str], irregular: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[tuple[Form, str], ...]]:
    found: dict[str, tuple[tuple[Form, str], ...]] = {}
    for base in sorted(bases):
        for form, spelling in _forms(base, irregular):
            found[spelling] = (*found.get(spelling, ()), (form, base))
    return found


def _of_bases(
    verbs: Mapping[str, tuple[tuple[Form, str], ...]], bases: frozenset[str]
) -> dict[str, tuple[tuple[Form, str], ...]]:
    """Return the forms that are of some of the verbs."""
    some = ((form, tuple([use for use in uses if use[1] in bases])) for form, uses in verbs.items())
    return {form: uses for form, uses in some if uses}


def _forms(base: str, irregular: Mapping[str, tuple[str, ...]]) -> Iterable[tuple[Form, str]]:
    yield "base", base
    for spelling in inflection.participle(base):
        yield "progressive", spelling
    if base in irregular:
        names: tuple[Form, ...] = ("third", "past", "participle")
        for form, variants in zip(names, irregular[base], strict=True):
            for spelling in variants.split("/"):
                yield form, spelling
    else:
        yield "third", inflection.third_person(base)
        for spelling in inflection.past(base):
            yield "past", spelling
            yield "participle", spelling
