"""Which noun was meant where another stands in a frame's slot, and how likely it is that another was.

A slot's signs, the word in it and the nearest nouns of the kind weigh together: logistic regressions over the frame,
over the noisy channel between the two words (Kernighan, Church and Gale 1990) and over how often either fills such a
slot.
The weights are counted from a corpus by `benchmarks/nouns.py` and kept as a lexicon.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.channel import beside, likeness, prior
from attribution_lint.checks.phrases.evidence import evidence
from attribution_lint.checks.phrases.noun_slot import NounKind, NounSlot
from attribution_lint.checks.phrases.similar import distance, is_slip, similarity
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

_ALIKE = 0.6
_PREFIXES = ("re", "co", "ex")
_LEAST = 0.46
_CONFUSED = 0.76
"""How alike two who may speak must be for one to be a slip for the other."""
_MOST = 24
Signs = dict[str, float]


class Weights(Struct, frozen=True, eq=False, dict=True):
    """What ranks the nouns that may have been meant, and what tells damage from a word in its place."""

    ranking: dict[str, float]
    detecting: dict[str, float]


def weights() -> Weights:
    """Return the weights of these signs."""
    return weights_in("phrase-evidence-noun")


@lru_cache(maxsize=4)
def weights_in(lexicon: str) -> Weights:
    """Return the weights of a lexicon, read once: of what ranks nouns, and of what tells damage."""
    found = Weights({}, {})
    tables = {"rank": found.ranking, "detect": found.detecting}
    for entry in shipped_lexicon(lexicon):
        what, name, weight = entry.split()
        tables[what][name] = float(weight)
    return found


@lru_cache(maxsize=1)
def broad_kinds() -> dict[str, frozenset[str]]:
    """Return the nouns that are people, bodies, documents and settings in some sense, in the singular."""
    return {
        "person": frozenset(shipped_lexicon("nouns-persons")),
        "body": frozenset(shipped_lexicon("nouns-bodies")),
        "document": frozenset(shipped_lexicon("nouns-documents")),
        "setting": frozenset(shipped_lexicon("nouns-settings")),
    }


_TAKES: dict[NounKind, tuple[str, ...]] = {
    "speaker": ("person", "body"),
    "person": ("person",),
    "source": ("person", "body", "document"),
    "document": ("document",),
    "occasion": ("document", "setting"),
}


def broad(kind: NounKind) -> frozenset[str]:
    """Return the nouns that are of a kind in some sense, in the singular."""
    return frozenset().union(*(broad_kinds()[name] for name in _TAKES[kind]))


@lru_cache(maxsize=16)
def pool(words: Vocabulary, kind: NounKind) -> tuple[str, ...]:
    """Return the nouns that a slot of the kind usually takes, from the reviewed lexicons."""
    usual = words.mass & words.frequent
    taken: set[str] = set()
    if kind != "document" and kind != "occasion":
        taken |= words.persons.keys()
    if kind in ("speaker", "source"):
        taken |= words.organisations.keys() | usual
    if kind in ("source", "document", "occasion"):
        taken |= words.documents.keys()
    if kind == "document":
        taken |= usual
    if kind == "occasion":
        taken |= words.occasions.keys()
    return tuple(sorted(noun for noun in taken if noun not in words.function and noun.isalpha()))


@lru_cache(maxsize=8192)
def standing(word: str, words: Vocabulary, kind: NounKind) -> str:
    """Return how a word stands to a kind: "usual", "listed", "broad" (of the kind in some sense) or "alien"."""
    seen = evidence("source").prior
    listed = word in words.sources or word in words.criteria or (kind == "occasion" and word in words.occasions)
    stem = word[2:].lstrip("-") if word.startswith(_PREFIXES) else ""
    if len(stem) > 3 and stem in words.sources:
        return "usual"  # a retest, a copilot
    if listed and (word in seen or word in words.frequent or (word in words.mass and word not in words.rare)):
        return "usual"
    if listed:
        return "listed"
    of_kind = broad_kinds()
    lemmas = english.lemmas(word) | {word}
    return "broad" if any(lemma in of_kind[name] for name in _TAKES[kind] for lemma in lemmas) else "alien"


@lru_cache(maxsize=8192)
def is_misplaced(word: str, words: Vocabulary, kind: NounKind) -> bool:
    """Whether a source is of another kind than a slot takes: a document for a person, or a person for one."""
    if kind == "person":
        return word in words.documents and word not in words.persons and word not in words.organisations
    if kind == "document":
        return word in words.persons and word not in words.documents and word not in words.organisations
    if kind == "occasion":
        return word in words.persons and word not in words.documents and word not in words.occasions
    return False


@lru_cache(maxsize=8192)
def is_person(word: str) -> bool:
    """Whether a word is somebody in some sense."""
    return not (english.lemmas(word) | {word}).isdisjoint(broad_kinds()["person"])


@lru_cache(maxsize=8192)
def is_another_person(word: str, right: str) -> bool:
    """Whether a word is somebody, and not so like another that it was written for them: *walker* for *worker*."""
    return is_person(word) and distance(word, right) > 1 and similarity(word, right) < _CONFUSED


def holds_another_document(slot: NounSlot | None, word: str, right: str) -> bool:
    """Whether a slot of documents holds one in some sense, and none that a slip of the hand makes of another."""
    return slot is not None and slot.kind in ("document", "source") and _is_another_document(word, right)


@lru_cache(maxsize=8192)
def _is_another_document(word: str, right: str) -> bool:
    held = not (english.lemmas(word) | {word}).isdisjoint(broad_kinds()["document"])
    return held and not is_slip(word, right)


@lru_cache(maxsize=8192)
def likely(word: str, words: Vocabulary, kind: NounKind) -> tuple[tuple[str, Signs], ...]:
    """Return the nouns of the kind that a word may stand for, with what speaks for each whatever stands around."""
    near = process.extract(
        word, pool(words, kind), scorer=JaroWinkler.similarity, score_cutoff=_ALIKE, limit=60, processor=None
    )
    own = english.lemmas(word) | {word}
    found = []
    for right, _, _ in near:
        least = _LEAST - 0.04 * (word[:3] == right[:3])
        longer = len(right) - len(word)
        if right == word or not -5 < longer < (8 if right.startswith(word) else 5) or similarity(word, right) < least:
            continue
        if right in own or own & english.lemmas(right):
            continue
        found.append((right, _likeness(word, right)))
    ranking = weights().ranking
    found.sort(key=lambda item: (-sum_of(ranking, item[1]), item[0]))
    return tuple(found[:_MOST])


def _likeness(word: str, right: str) -> Signs:
    return {
        **likeness(word, right),
        "prior": prior(right, evidence("source")),
        "longer": float(len(right) - len(word) > 2),
        "shorter": float(len(word) - len(right) > 2),
        "prefix": float(word[:3] == right[:3]),
        "within": float(word in right or right in word),
    }


def ranked(word: str, slot: NounSlot, words: Vocabulary, neighbours: tuple[str, str]) -> list[tuple[str, float, Signs]]:
    """Return the nouns that may have been meant in a slot, the likeliest first, with score and signs."""
    ranking, found = weights().ranking, []
    for right, signs in likely(word, words, slot.kind):
        number = words.number(right) or words.occasions.get(right)
        agrees = not slot.wants or number in (slot.wants, "any", None)
        placed = {**signs, "agrees": float(agrees), **beside(word, right, neighbours)}
        found.append((right, sum_of(ranking, placed), placed))
    found.sort(key=lambda item: (-item[1], item[0]))
    return found


def signs_of(
    word: str, best: tuple[str, float, Signs], slot: NounSlot, words: Vocabulary, margin: float, repeated: bool
) -> Signs:
    """Return what speaks for and against a word being damage of the best candidate."""
    _, score, likeness = best
    stands, parts = standing(word, words, slot.kind), english.parts_of_speech(word)
    frequency = english.frequency(word)
    found = {f"{name}*": value for name, value in likeness.items()}
    found |= {
        "constant": 1.0,
        "rank": score,
        "margin": min(margin, 4.0),
        f"stands:{stands}": 1.0,
        f"stands:{stands}:frequency": frequency,
        f"kind:{slot.kind}:{stands}": 1.0,
        "rarer": max(likeness["frequency"] - frequency, 0.0),
        "noun": float("NOUN" in parts),
        "verb": float("VERB" in parts),
        "adjective": float("ADJ" in parts and "NOUN" not in parts),
        "no-word": float(not english.is_word(word)),
        "ing": float(word.endswith("ing")),
        "ed": float(word.endswith("ed")),
        "repeated": float(repeated),
        "word-agrees": float(not slot.wants or word.endswith("s") == (slot.wants == "plural")),
    }
    found.update(dict.fromkeys(slot.signs, 1.0))
    return found


def suspicion(signs: Signs) -> float:
    """Return the log odds that the word of a slot is damage."""
    return sum_of(weights().detecting, signs)


def sum_of(table: dict[str, float], signs: Signs) -> float:
    """Return the signs by their weights in a table, together."""
    return sum(table.get(name, 0.0) * value for name, value in signs.items())
