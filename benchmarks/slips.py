"""Damages words in the places of sources, and learns how the damage is told from what stands there; called by `fit.py`.

Three sorts of words are weighed: those that stand in the corpus and are not settled, damage drawn by likeness and use,
and odd ones, which a place may take though the corpus has none of them there.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from brat import fold_of
from damage import frequencies
from nouns import logistic, softmax
from numpy.typing import NDArray

from attribution_lint.checks.phrases import english, inflection, misfit_evidence, misfit_places
from attribution_lint.checks.phrases.fit import Fit
from attribution_lint.checks.phrases.noun_evidence import broad, pool
from attribution_lint.checks.phrases.noun_slots import NounKind
from attribution_lint.checks.phrases.story import Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

FOLDS = 2
"""A story is judged by a model of the other stories."""
_RAREST = 12
_PER_PLACE = 4
_ALARMS_PER_WORD = 1 / 200_000
_ODD_ALARMS = 1 / 6
"""The most of the odd ones that may be reported."""
_SHARES = {1.0: 0.4, 0.0: 0.45, -1.0: 0.15}
"""How much damage, what stands in the corpus and odd ones count."""
_WRITTEN = 400_000
"""How often an odd one is written at least, of a trillion."""
Near = dict[str, list[tuple[str, float]]]


@dataclass(frozen=True)
class Told:
    """A story with the kinds of its words."""

    number: int
    story: Story
    kinds: list[str]


@dataclass(frozen=True)
class Case:
    """A word in a place: its signs if another may be meant, 1 if it is damage, 0 if it stands there, -1 if it may."""

    signs: dict[str, float]
    label: int
    story: int
    known: bool
    shown: str


def write_weights(path: Path, told: list[Told], fits: list[Fit], near: Near, size: int) -> None:
    """Fit how candidates are ranked and how damage is told, and write both."""
    table = misfit_evidence.weights()
    table.ranking.clear()
    table.ranking.update({"gain": 1.0, "similarity": 12.0})
    draw = random.Random(1)
    damage = [(each, *one) for each in told for one in _damaged(each, near, draw)]
    choices = [(_choices(each, place, wrong, fits), right) for each, place, wrong, right in damage]
    table.ranking.update(softmax(choices))
    cases = [_case(each, place, word, fits, 0, each.story.recurs(word)) for each, place, word in _standing(told)]
    cases += [_case(each, place, word, fits, -1, False) for each, place, word in _odd_ones(told, draw)]
    for each, place, wrong, right in damage:
        cases.append(_case(each, place, wrong, fits, 1, wrong in each.story.lower, right))
    kept = [case for case in cases if case is not None]
    print(f"{len(damage)} damaged, {sum(case.label > 0 for case in kept)} with the right word first")
    table.detecting.update(_detecting(kept, size, len(damage)))
    lines = [f"rank {name} {weight:.3f}" for name, weight in table.ranking.items()]
    lines += [f"detect {name} {weight:.3f}" for name, weight in table.detecting.items() if abs(weight) >= 0.005]
    head = "# What speaks for a word being damage of one that fits its place better: weights, by fit.py."
    path.write_text("\n".join([head, *sorted(lines)]) + "\n", encoding="utf-8")


def _choices(each: Told, place: misfit_places.Place, word: str, fits: list[Fit]) -> list[misfit_evidence.Candidate]:
    fit = fits[fold_of(each.number, FOLDS)]
    asked = fit.asked(fit.around(each.story, each.kinds, place.number, place.signs))
    return misfit_evidence.ranked(fit, asked, each.story, place, word)


def _case(
    each: Told, place: misfit_places.Place, word: str, fits: list[Fit], label: int, repeated: bool, right: str = ""
) -> Case | None:
    """Return the case of a word; None if no other may be meant, or not the right one."""
    found = _choices(each, place, word, fits)
    standing = misfit_evidence.stands(word, each.story.words, place.kind)
    if (
        not found
        or (right and found[0][0] != right)
        or not misfit_evidence.is_thinkable(word, found[0][0], standing, word in fits[0].number)
    ):
        return None
    at = place.number
    shown = f"{word}>{found[0][0]} {place.role} {' '.join(each.story.text[max(at - 5, 0) : at + 4])}"
    signs = misfit_evidence.signs_of(each.story, place, word, found, repeated)
    return Case(signs, label, each.number, standing != "alien", shown)


def _standing(told: list[Told]) -> Iterator[tuple[Told, misfit_places.Place, str]]:
    for each in told:
        for place in misfit_places.places(each.story, each.kinds, misfit_places.settles):
            yield each, place, each.story.lower[place.number]


def _odd_ones(told: list[Told], draw: random.Random) -> Iterator[tuple[Told, misfit_places.Place, str]]:
    """Yield places with words that they may take, though the corpus has none of them there: a beekeeper may speak."""
    for each in told:
        words = each.story.words
        for place in misfit_places.places(each.story, each.kinds, _none):
            stands = each.story.lower[place.number]
            if place.role == "modifier" or not (stands in words.likely_sources or stands in words.occasions):
                continue
            nouns, often = _seldom(words, place.kind or "source", place.wants)
            for word in draw.choices(nouns, often, k=2):
                if not misfit_places.settles(words, place.role, word):
                    yield each, place, word


def _none(words: Vocabulary, role: misfit_places.Role, word: str) -> bool:
    return False


@cache
def _seldom(words: Vocabulary, kind: NounKind, wants: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    nouns = {*broad(kind), *(noun for noun in pool(words, kind) if words.number(noun) != "plural")}
    listed = sorted(noun for noun in nouns if frequencies().get(noun, 0) > _WRITTEN)
    spelt = (inflection.plural(noun) if wants == "plural" else noun for noun in listed)
    return tuple(spelt), tuple(frequencies()[noun] ** 0.5 for noun in listed)


def _damaged(each: Told, near: Near, draw: random.Random) -> Iterator[tuple[misfit_places.Place, str, str]]:
    """Yield places with a wrong word for the right one that stands there, drawn by likeness and use."""
    story = each.story
    for place in misfit_places.places(story, each.kinds, _none):
        right = story.lower[place.number]
        fills = place.role == "modifier" or right in story.words.likely_sources or right in story.words.occasions
        if not fills or right not in near:
            continue
        wrong = [(o, s) for o, s in near[right] if not misfit_places.settles(story.words, place.role, o)]
        if not wrong:
            continue
        weights = [
            math.exp(8 * s) * frequencies().get(o, 1) ** 0.2 * (1.0 if english.can_be_noun(o) else 0.3)
            for o, s in wrong
        ]
        for other in dict.fromkeys(draw.choices([o for o, _ in wrong], weights, k=_PER_PLACE)):
            yield place, other, right


def _detecting(cases: list[Case], size: int, made: int) -> dict[str, float]:
    """Fit what tells damage; the constant is set for the false alarms aimed at, by cross-validation."""
    often = Counter(name for case in cases for name in case.signs)
    names = sorted(name for name, count in often.items() if count >= _RAREST)
    values = np.array([[case.signs.get(name, 0.0) for name in names] for case in cases])
    labels = np.array([case.label for case in cases], dtype=float)
    folds = np.array([fold_of(case.story, 4) for case in cases])
    scores = np.zeros(len(cases))
    for fold in range(4):
        scores[folds == fold] = values[folds == fold] @ _logistic(values[folds != fold], labels[folds != fold])
    known = np.array([case.known for case in cases])
    limits: list[float] = []
    for listed in (False, True):
        standing = np.flatnonzero((labels == 0) & (known == listed))
        worst = standing[np.argsort(-scores[standing])]
        odd = np.flatnonzero((labels < 0) & (known == listed))
        odd = odd[np.argsort(-scores[odd])]
        for n in (*worst[:30], *odd[:30]):
            print(f"  {scores[n]:.2f} {cases[n].shown}")
        right = scores[(labels > 0) & (known == listed)]
        for alarms in [n for n in (1, 2, 4, 8, 16, 32) if n < len(worst)]:
            limit = scores[worst[alarms]]
            odd_ones = np.mean(scores[odd] > limit)
            share = np.sum(right > limit) / made
            print(f"{listed} {alarms} alarms in {size} words, {odd_ones:.2%} of {len(odd)}: {limit:.2f}, {share:.1%}")
        natural, strange = scores[worst[int(size * _ALARMS_PER_WORD)]], scores[odd[int(len(odd) * _ODD_ALARMS)]]
        limits.append(float(max(natural, strange) if listed else natural) + 0.01)
        share = np.sum(right > limits[-1]) / made
        print(f"limits {natural:.2f} {strange:.2f}: {share:.1%} of {made} found with the right word")
    weights = dict(zip(names, _logistic(values, labels).tolist(), strict=True))
    weights["constant"] -= limits[0]
    weights["known"] = weights.get("known", 0.0) + limits[0] - limits[1]
    return weights


def _logistic(values: NDArray[np.float64], labels: NDArray[np.float64]) -> NDArray[np.float64]:
    return logistic(values, labels, _SHARES, 1e-3, 600)
