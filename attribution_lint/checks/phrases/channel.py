"""Which word was meant where another stands in a slot: a noisy channel over likeness, use and context."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.evidence import Evidence
from attribution_lint.checks.phrases.similar import distance, similarity, sound
from attribution_lint.checks.phrases.vocabulary import Vocabulary

LEAST = 0.5
"""How alike two words must be for one to be thought of at all; half of what `similarity` can give."""
_ALIKE = 0.68
_MOST = 6
UNSEEN = -1.2
"""How often, as a natural logarithm, a word that was never seen in a slot is taken to fill it."""
_PARTS = {"cue": frozenset({"VERB", "AUX"}), "source": frozenset({"NOUN", "PROPN"})}

Candidate = tuple[str, float]


@lru_cache(maxsize=8)
def pool(words: Vocabulary, slot: Evidence) -> tuple[str, ...]:
    """Return the words that a slot is likely to hold."""
    seen = slot.prior.keys()
    if slot.slot == "cue":
        return tuple(sorted(cue for cue in words.cues if cue in words.frequent_cues or cue in seen))
    return tuple(sorted(noun for noun in words.likely_sources | seen if noun not in words.function))


@lru_cache(maxsize=8192)
def ranked(word: str, words: Vocabulary, slot: Evidence) -> tuple[Candidate, ...]:
    """Return the words of a slot that a word may stand for, the likeliest first, with their scores."""
    weights = slot.ranking
    found = [
        (right, sum(weights.get(name, 0.0) * value for name, value in values.items()))
        for right, values in likenesses(word, words, slot).items()
    ]
    found.sort(key=lambda item: (-item[1], item[0]))
    return tuple(found[:_MOST])


def likenesses(word: str, words: Vocabulary, slot: Evidence) -> dict[str, dict[str, float]]:
    """Return the words of a slot that are at all like a word, and how."""
    near = process.extract(
        word, pool(words, slot), scorer=JaroWinkler.similarity, score_cutoff=_ALIKE, limit=25, processor=None
    )
    return {
        right: {**likeness(word, right), "use": prior(right, slot)}
        for right, _, _ in near
        if right != word and abs(len(right) - len(word)) <= 3 and similarity(word, right) >= LEAST
    }


def likeness(word: str, right: str) -> dict[str, float]:
    """Return in how far a word could be damage of another, whatever slot they stand in."""
    alike, apart = similarity(word, right), distance(word, right)
    return {
        "similarity": alike,
        "similarity-squared": alike * alike,
        "letter": float(apart == 1),
        "letters": float(apart == 2),
        "sound": float(sound(word) == sound(right)),
        "other-form": float(form_of(word) != form_of(right)),
        "short": float(len(right) < 5),
        "first-letter": float(word[0] != right[0]),
        "frequency": english.frequency(right),
    }


def beside(word: str, right: str, neighbours: tuple[str, str]) -> dict[str, float]:
    """Return how much oftener the right word than the word stands beside its neighbours, in decimal logarithms.

    The `-only` ones count where the right word is a usual neighbour and the word is none.
    """
    before, after = neighbours
    right_before, word_before = english.togetherness(before, right), english.togetherness(before, word)
    right_after, word_after = english.togetherness(right, after), english.togetherness(word, after)
    return {
        "pair-before": right_before - word_before,
        "pair-after": right_after - word_after,
        "pair-before-only": float(right_before > 0 and not word_before),
        "pair-after-only": float(right_after > 0 and not word_after),
        "pair-none": float(not (right_before or right_after)),
    }


def in_place(word: str, found: Iterable[Candidate], slot: Evidence, neighbours: tuple[str, str]) -> list[Candidate]:
    """Return the candidates in the order that their neighbours make likely."""
    weights, placed = slot.ranking, []
    for right, score in found:
        pairs = beside(word, right, neighbours)
        placed.append((right, score + sum(weights.get(name, 0.0) * value for name, value in pairs.items())))
    return sorted(placed, key=lambda item: (-item[1], item[0]))


def prior(right: str, slot: Evidence) -> float:
    """Return how often a word fills the slot, as a natural logarithm."""
    return slot.prior.get(right, UNSEEN)


def form_of(word: str) -> str:
    """Return the ending that tells the form of a verb or the number of a noun."""
    if word.endswith("ing"):
        return "ing"
    if word.endswith("ed"):
        return "ed"
    return "s" if word.endswith("s") and not word.endswith("ss") else ""


def signs(
    word: str, best: Candidate, slot: Evidence, context: float, neighbours: tuple[str, str], repeated: bool
) -> dict[str, float]:
    """Return what speaks for and against a word being damage of the best candidate."""
    right, rank = best
    alike, parts = similarity(word, right), english.parts_of_speech(word)
    fits = float(bool(parts & _PARTS[slot.slot]) or (slot.slot == "source" and not parts))
    return {
        "context": context,
        "context-above-2": max(context, -2.0),
        "context-above-0": max(context, 0.0),
        "rank": rank,
        "similarity": alike,
        "letter": float(distance(word, right) == 1),
        "sound": float(sound(word) == sound(right)),
        "use": prior(right, slot),
        "fits": fits,
        "other-form": float(form_of(word) != form_of(right)),
        "no-word": float(not english.is_word(word)),
        "repeated": float(repeated),
        "fits-context": fits * max(context, -2.0),
        "similarity-context": alike * max(context + 3.0, 0.0),
        "natural-before": english.togetherness(neighbours[0], word),
        "natural-after": english.togetherness(word, neighbours[1]),
        **beside(word, right, neighbours),
    }


def suspicion(
    word: str, best: Candidate, slot: Evidence, context: float, neighbours: tuple[str, str], repeated: bool
) -> float:
    """Return the log odds that a word is damage of the best candidate."""
    weights = slot.detecting
    found = signs(word, best, slot, context, neighbours, repeated)
    return weights["constant"] + sum(weights.get(name, 0.0) * value for name, value in found.items())
