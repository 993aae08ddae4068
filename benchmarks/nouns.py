"""Counts from clean copy how firmly each frame asks for its noun, and how damage is told from what may stand there.

    python benchmarks/nouns.py CORPUS [--half even] [--into rules/lexicons]

CORPUS is a folder of clean stories (*.txt). Usual nouns in the slots of frames, and others of their kind in their
place, are damaged into words that look or sound alike; two regressions are fitted, one that ranks the nouns that may
have been meant, one that tells the damaged words from the words that stand in the corpus. Written are weights only.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from brat import fold_of, half_of
from damage import frequencies
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from attribution_lint.checks.phrases import english, inflection, noun_evidence
from attribution_lint.checks.phrases.evidence import evidence
from attribution_lint.checks.phrases.noun_slot import NounSlot
from attribution_lint.checks.phrases.noun_slots import noun_slots
from attribution_lint.checks.phrases.similar import similarity
from attribution_lint.checks.phrases.story import Recurrence, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary, vocabulary
from attribution_lint.linter import Linter
from attribution_lint.settings import Settings

Numbers = NDArray[np.float64]
_FOLDS = 4
_WRITTEN = 400_000
"""How often a word is written at least, of a trillion, to be taken for another."""
_RAREST = 12
_PER_SLOT = 3
_ODD_ONES = 3
_SHARES = {1.0: 0.5, 0.0: 0.35, -1.0: 0.15}
"""How much damage, what stands in the corpus and odd ones count."""
_ODD_ALARMS = 1 / 200
"""The most of the odd ones that may be reported."""
_ALARMS_PER_WORD = 1 / 40_000


@dataclass(frozen=True)
class Place:
    """A slot with the word in it, the word that is right (the same if it is), its neighbours and its story."""

    slot: NounSlot
    word: str
    right: str
    neighbours: tuple[str, str]
    repeated: bool
    story: int


def main() -> None:
    """Fit and write the lexicon, and tell what is found of held-out damage at the false alarms aimed at."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--half", choices=("even", "odd"), help="use only a half of the stories")
    parser.add_argument("--into", type=Path, default=Path("rules/lexicons"))
    options = parser.parse_args()
    linter = Linter(Settings(select=("ATT",)))
    words = vocabulary(linter.library.rules["ATT101"].lexicons)
    draw = random.Random(1)
    standing: list[Place] = []
    damaged: list[Place] = []
    odd_ones: list[Place] = []
    size = 0
    for number, path in enumerate(sorted(options.corpus.rglob("*.txt"))):
        if options.half not in (None, half_of(path.stem)):
            continue
        text = path.read_text(encoding="utf-8")
        size += len(text.split())
        analysis = linter.read_text(text, "story.txt").analysis
        story = Story.of(analysis, words, Recurrence(analysis))
        seen: set[int] = set()
        for slot in noun_slots(story):
            word = story.lower[slot.number]
            around = (story.word(slot.number - 1), story.word(slot.number + 1))
            if noun_evidence.standing(word, words, slot.kind) != "usual":
                standing.append(Place(slot, word, word, around, story.recurs(word), number))
            elif slot.number not in seen:
                damaged += _damaged(slot, word, around, number, words, draw)
                odd_ones += _odd_ones(slot, number, words, draw)
            seen.add(slot.number)
    print(f"{size} words, {len(standing)} other words in slots, {len(damaged)} damaged")
    found = noun_evidence.weights()
    found.ranking.clear()
    found.ranking.update({"similarity": 16.0, "prior": 1.0})
    found.ranking.update(_ranking([place for place in damaged if draw.random() < 0.5], words))
    noun_evidence.likely.cache_clear()
    found.detecting.clear()
    found.detecting.update(_detecting(standing, damaged, odd_ones, words, size))
    lines = [f"rank {name} {weight:.3f}" for name, weight in found.ranking.items()]
    lines += [f"detect {name} {weight:.3f}" for name, weight in found.detecting.items() if abs(weight) >= 0.005]
    head = "# What speaks for damage in a noun’s slot, and for the noun that was meant: weights, by nouns.py."
    (options.into / "phrase-evidence-noun.txt").write_text("\n".join([head, *sorted(lines)]) + "\n", encoding="utf-8")


def _damaged(
    slot: NounSlot, word: str, around: tuple[str, str], story: int, words: Vocabulary, draw: random.Random
) -> list[Place]:
    """Return the slot with damage of its noun, and of others of the kind in its place."""
    mates, weights = _mates(words, slot.kind)
    number = words.number(word)
    found: list[Place] = []
    for turn in range(_PER_SLOT):
        others = draw.choices(mates, weights, k=12) if turn else [word]
        right = next((noun for noun in others if noun != word and words.number(noun) == number), word)
        near, likely = _near(right, words, slot.kind)
        if near:
            wrong = draw.choices(near, likely)[0]
            found.append(Place(slot, wrong, right, around if right == word else ("", ""), False, story))
    return found


def _odd_ones(slot: NounSlot, story: int, words: Vocabulary, draw: random.Random) -> list[Place]:
    """Return the slot with nouns that it may take, though the corpus has none of them there: a beekeeper may speak."""
    nouns, often = _seldom(words, slot.kind)
    drawn = draw.choices(nouns, often, k=_ODD_ONES)
    many = slot.wants == "plural"
    found = ((inflection.plural(noun) if many else noun) for noun in drawn)
    return [Place(slot, noun, noun, ("", ""), False, story) for noun in found]


@cache
def _seldom(words: Vocabulary, kind: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    listed = [noun for noun in noun_evidence.broad(kind) if frequencies().get(noun, 0) > _WRITTEN]  # type: ignore[arg-type]
    nouns = sorted({*listed, *(noun for noun in noun_evidence.pool(words, kind) if words.number(noun) == "singular")})  # type: ignore[arg-type]
    nouns = [noun for noun in nouns if noun_evidence.standing(noun, words, kind) != "usual"]  # type: ignore[arg-type]
    return tuple(nouns), tuple(frequencies().get(noun, 1) ** 0.5 for noun in nouns)


@cache
def _mates(words: Vocabulary, kind: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    prior = evidence("source").prior
    mates = noun_evidence.pool(words, kind)  # type: ignore[arg-type]
    often = (prior.get(noun, 0.9 * (english.frequency(noun) - 6.5)) for noun in mates)
    return mates, tuple(map(math.exp, often))


@cache
def _vocabulary() -> tuple[str, ...]:
    listed = (word for word, often in frequencies().items() if often >= _WRITTEN and len(word) > 3 and word.isalpha())
    return tuple(sorted(word for word in listed if english.parts_of_speech(word)))


@cache
def _near(right: str, words: Vocabulary, kind: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Return the words that may be taken for a noun, with how likely each is."""
    own = english.lemmas(right) | {right}
    found: dict[str, float] = {}
    for wrong, _, _ in process.extract(
        right, _vocabulary(), scorer=JaroWinkler.similarity, score_cutoff=0.66, limit=200, processor=None
    ):
        alike = similarity(wrong, right)
        if wrong == right or own & (english.lemmas(wrong) | {wrong}) or not alike >= 0.52:
            continue
        if noun_evidence.standing(wrong, words, kind) == "usual":  # type: ignore[arg-type]
            continue
        noun = 1.0 if "NOUN" in english.parts_of_speech(wrong) else 0.25
        found[wrong] = noun * math.exp(7 * alike) * frequencies()[wrong] ** 0.2
    return tuple(found), tuple(found.values())


def _ranking(places: list[Place], words: Vocabulary) -> dict[str, float]:
    """Fit the weights of the candidates of each damaged word."""
    choices = [noun_evidence.ranked(place.word, place.slot, words, place.neighbours) for place in places]
    return softmax([(found, place.right) for found, place in zip(choices, places, strict=True)])


Candidate = tuple[str, float, dict[str, float]]


def softmax(damaged: list[tuple[list[Candidate], str]]) -> dict[str, float]:
    """Return the weights of signs with which the right one of each list of candidates comes first most often."""
    rows: list[tuple[list[dict[str, float]], int]] = []
    for choices, meant in damaged:
        at = next((n for n, (name, _, _) in enumerate(choices) if name == meant), None)
        if at is not None and len(choices) > 1:
            rows.append(([signs for _, _, signs in choices], at))
    names = sorted({name for signs, _ in rows for one in signs for name in one})
    most = max(len(signs) for signs, _ in rows)
    values = np.zeros((len(rows), most, len(names)))
    there = np.zeros((len(rows), most), dtype=bool)
    for n, (signs, _) in enumerate(rows):
        for k, one in enumerate(signs):
            values[n, k] = [one.get(name, 0.0) for name in names]
            there[n, k] = True
    right = np.array([at for _, at in rows])
    weights, first, second = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, 300):
        scores = np.where(there, values @ weights, -1e9)
        chances = np.exp(scores - scores.max(1, keepdims=True))
        chances /= chances.sum(1, keepdims=True)
        chances[np.arange(len(rows)), right] -= 1
        slope = np.einsum("nk,nkf->f", chances, values) / len(rows) + 1e-4 * weights
        weights -= adam(slope, first, second, step, 0.06)
    best = np.where(there, values @ weights, -1e9).argmax(1)
    print(
        f"ranking: {len(rows)} of {len(damaged)} have the right noun among more, first in {np.mean(best == right):.1%}"
    )
    return dict(zip(names, weights.tolist(), strict=True))


def adam(slope: Numbers, first: Numbers, second: Numbers, step: int, rate: float) -> Numbers:
    first *= 0.9
    first += 0.1 * slope
    second *= 0.999
    second += 0.001 * slope * slope
    change: Numbers = rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return change


def _signs(place: Place, words: Vocabulary) -> dict[str, float] | None:
    choices = noun_evidence.ranked(place.word, place.slot, words, place.neighbours)
    if not choices:
        return None
    margin = choices[0][1] - choices[1][1] if len(choices) > 1 else 4.0
    return noun_evidence.signs_of(place.word, choices[0], place.slot, words, margin, place.repeated)


def _detecting(
    standing: list[Place], damaged: list[Place], odd_ones: list[Place], words: Vocabulary, size: int
) -> dict[str, float]:
    """Fit what tells damage; its constant is set for the false alarms aimed at, by cross-validation."""
    rows: list[tuple[dict[str, float], float, int, Place]] = []
    for places, label in ((standing, 0.0), (odd_ones, -1.0), (damaged, 1.0)):
        for place in places:
            signs = _signs(place, words)
            if signs is not None:
                fold = fold_of(place.story, _FOLDS)
                rows.append((signs, label, fold, place))
    often = Counter(name for signs, _, _, _ in rows for name in signs)
    names = sorted(name for name, count in often.items() if count >= _RAREST)
    values = np.array([[signs.get(name, 0.0) for name in names] for signs, _, _, _ in rows])
    labels = np.array([label for _, label, _, _ in rows])
    folds = np.array([fold for _, _, fold, _ in rows])
    scores = np.zeros(len(rows))
    limits: dict[str, float] = {}
    for fold in range(_FOLDS):
        scores[folds == fold] = values[folds == fold] @ _logistic(values[folds != fold], labels[folds != fold])
    alien = np.array([noun_evidence.standing(p.word, words, p.slot.kind) == "alien" for _, _, _, p in rows])
    for strange, offset in ((True, "constant"), (False, "known")):
        worst = np.sort(scores[(labels == 0) & (alien == strange)])[::-1]
        odd = np.sort(scores[(labels == -1) & (alien == strange)])[::-1]
        limit = float(worst[int(size * _ALARMS_PER_WORD)])
        if not strange:
            limit = max(limit, float(odd[int(len(odd) * _ODD_ALARMS)]))
        limits[offset] = limit + 0.01
        right = scores[(labels == 1) & (alien == strange)]
        print(f"{offset}: limit {limit:.2f}, {np.mean(right > limit):.1%} of {len(right)} found; {len(odd)} odd ones")
        for alarms in (1, 2, 4, 8, 16):
            print(
                f"  {np.mean(right > worst[alarms]):.1%} at {alarms} alarms in {size} words, limit {worst[alarms]:.2f}"
            )
    weights = dict(zip(names, _logistic(values, labels).tolist(), strict=True))
    weights["constant"] -= limits["constant"]
    weights["known"] = weights.get("known", 0.0) + limits["constant"] - limits["known"]
    return weights


def logistic(values: Numbers, labels: Numbers, shares: Mapping[float, float], ridge: float, steps: int) -> Numbers:
    """Return the weights that tell labels above nothing from the others, each label with its share of the whole."""
    weights, first, second = np.zeros(values.shape[1]), np.zeros(values.shape[1]), np.zeros(values.shape[1])
    share = np.zeros(len(labels))
    for label, part in shares.items():
        share[labels == label] = part / max(np.sum(labels == label), 1)
    for step in range(1, steps):
        wrong = (1 / (1 + np.exp(-np.clip(values @ weights, -30, 30))) - (labels > 0)) * share
        weights -= adam(wrong @ values + ridge * weights, first, second, step, 0.05)
    return weights


def _logistic(values: Numbers, labels: Numbers) -> Numbers:
    return logistic(values, labels, _SHARES, 2e-3, 400)


if __name__ == "__main__":
    main()
