"""The table of what few verbs take behind them, read from its lexicon, and the verbs near a word that take it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.complement_places import NounPhrase, place_of
from attribution_lint.checks.phrases.noun_signs import Place
from attribution_lint.checks.phrases.similar import distance, similarity
from attribution_lint.checks.phrases.vocabulary import Form, verb_forms
from attribution_lint.packs import shipped_lexicon

_LEAST, _ROUGHLY = 0.745, 0.8
_FURTHEST = 3
_ENDING = 4


class Row(Struct, frozen=True, eq=False):
    """What stands behind a verb, the verbs that take it, and those that are alike and may stand there besides."""

    behind: tuple[Place | NounPhrase, ...]
    forms: dict[str, tuple[tuple[Form, str], ...]]
    others: frozenset[str]
    form: str


@lru_cache(maxsize=1)
def _rows() -> tuple[Row, ...]:
    """Return the rows. A line reads `behind / verbs / others`; BE or ING before what stands behind asks for a form."""
    found: list[Row] = []
    for line in sorted(shipped_lexicon("phrase-complements")):
        behind, verbs, others = (part.split() for part in line.split("/"))
        form = behind[0] if behind[0] in ("BE", "ING") else ""
        places = tuple(map(place_of, behind[bool(form) :]))
        found.append(Row(places, verb_forms(verbs), frozenset(verbs) | frozenset(others), form))
    return tuple(found)


@lru_cache(maxsize=1)
def _taking() -> dict[str, list[Row]]:
    """Return the rows by each form of the verbs that they ask for."""
    found: dict[str, list[Row]] = {}
    for row in _rows():
        for spelling in row.forms:
            found.setdefault(spelling, []).append(row)
    return found


@lru_cache(maxsize=1)
def _listing() -> dict[str, list[Row]]:
    """Return the rows by each verb, in its base form, that they list."""
    found: dict[str, list[Row]] = {}
    for row in _rows():
        for verb in row.others:
            found.setdefault(verb, []).append(row)
    return found


def rows_of(word: str) -> Iterator[Row]:
    """Yield the rows that list a verb as one that may stand there, in whichever form it is."""
    for verb in english.lemmas(word):
        yield from _listing().get(verb, ())


@lru_cache(maxsize=1)
def _by_letters() -> dict[str, list[str]]:
    """Return the forms by their first letter and by their last ones, in order."""
    found: dict[str, list[str]] = {}
    for form in sorted(_taking()):
        found.setdefault(form[0], []).append(form)
        found.setdefault(form[-_ENDING:], []).append(form)
    return found


def _alike(word: str) -> Iterator[str]:
    """Yield the forms that begin or end like a word and share most letters with it, some of them twice."""
    for letters in (word[0], word[-_ENDING:]):
        forms = _by_letters().get(letters, ())
        near = process.extract(word, forms, scorer=JaroWinkler.similarity, score_cutoff=_ROUGHLY, limit=None)
        for right, _, _ in near:
            if abs(len(right) - len(word)) <= _FURTHEST:
                yield right


@lru_cache(maxsize=2048)
def near_rows(word: str) -> tuple[tuple[Row, tuple[str, ...]], ...]:
    """Return the rows that a word does not fill and the forms near it that do, the nearest first."""
    scores: dict[str, float] = {}
    for right in _alike(word):
        if word.endswith("ing") and distance(word, right) > 1:
            continue  # the ending alone makes them alike
        alike = similarity(word, right)
        if alike >= _LEAST:
            scores[right] = alike
    if not scores:
        return ()
    table, own = _taking(), english.lemmas(word) | {word}
    rows: dict[int, tuple[Row, list[str]]] = {}
    for right in sorted(scores, key=lambda right: (-scores[right], right)):
        for row in table[right]:
            if own.isdisjoint(row.others) and word not in row.forms:
                rows.setdefault(id(row), (row, []))[1].append(right)
    return tuple((row, tuple(near)) for row, near in rows.values())
