"""The table of what few verbs take behind them, read from its lexicon, and the verbs near a word that take it."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.complement_places import NounPhrase, place_of
from attribution_lint.checks.phrases.noun_signs import Place
from attribution_lint.checks.phrases.similar import similarity
from attribution_lint.checks.phrases.vocabulary import Form, verb_forms
from attribution_lint.packs import shipped_lexicon

_LEAST, _ROUGHLY = 0.73, 0.72
_FURTHEST = 3


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


@lru_cache(maxsize=8192)
def near_rows(word: str) -> tuple[tuple[Row, tuple[str, ...]], ...]:
    """Return the rows that a word does not fill and the forms near it that do, the nearest first."""
    table = _taking()
    own = english.lemmas(word) | {word}
    rows: dict[int, tuple[Row, list[str]]] = {}
    scores: dict[str, float] = {}
    for right, _, _ in process.extract(
        word, table.keys(), scorer=JaroWinkler.similarity, score_cutoff=_ROUGHLY, limit=None, processor=None
    ):
        scores[right] = similarity(word, right)
        if scores[right] < _LEAST or abs(len(right) - len(word)) > _FURTHEST:
            continue
        for row in table[right]:
            if own.isdisjoint(row.others) and word not in row.forms:
                rows.setdefault(id(row), (row, []))[1].append(right)
    return tuple((row, tuple(sorted(near, key=lambda right: (-scores[right], right)))) for row, near in rows.values())
