"""Counts from an annotated corpus what speaks for a cue's and a source's slot, and writes it as lexicons.

    python benchmarks/evidence.py CORPUS [--half even] [--into rules/lexicons]

CORPUS holds brat files with Source and Cue marks. Two regressions are fitted for each slot: one on the contexts of the
marked words against all other contexts, and one on damage made of the marked words, whose confusions are those of
`damage.py`, against the words that stand in the corpus. Only weights of kinds of words are written, and how
often a word fills the slot.
"""

from __future__ import annotations

import argparse
import math
import random
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from brat import Article, articles, fold_of, half_of
from damage import confusions, slip
from numpy.typing import NDArray

from attribution_lint.checks.phrases import channel, english
from attribution_lint.checks.phrases.context import Feature, features, kinds_of, surroundings
from attribution_lint.checks.phrases.evidence import Evidence, SlotName, read
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import Story
from attribution_lint.checks.phrases.unlikely import accepted, is_looked_at
from attribution_lint.checks.phrases.vocabulary import Vocabulary, vocabulary
from attribution_lint.linter import Linter
from attribution_lint.packs import shipped_lexicon
from attribution_lint.settings import Settings

Numbers = NDArray[np.float64]
_FOLDS = 2
_RAREST = 5
_LIGHTEST = 0.2
_NATURAL = 10.0
_ENDS_HEAD = frozenset("of for from who at in with on to by and or whose which that ,".split())


@dataclass(frozen=True)
class Place:
    """A word of the corpus with its context; `label` is the slot it fills, "other", or "unclear"."""

    story: int
    word: str
    context: tuple[Feature, ...]
    label: str
    neighbours: tuple[str, str]
    repeated: bool


def main() -> None:
    """Fit and write both lexicons."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--half", choices=("even", "odd"), help="use only a half of the articles")
    parser.add_argument("--into", type=Path, default=Path("rules/lexicons"))
    options = parser.parse_args()
    linter = Linter(Settings(select=("ATT",)))
    words = vocabulary(linter.library.rules["ATT101"].lexicons)
    places: list[Place] = []
    for number, article in enumerate(articles(options.corpus)):
        if options.half in (None, half_of(article.name)):
            story = Story.of(linter.read_text(article.text, "story.txt").analysis, words)
            places += _places(number, article, story)
    slots: tuple[SlotName, ...] = ("cue", "source")
    for slot in slots:
        lines = _fitted(slot, places, words)
        head = f"# What speaks for a {slot}: weights of contexts and of damage, counts of words; by evidence.py."
        path = options.into / f"phrase-evidence-{slot}.txt"
        path.write_text("\n".join([head, *sorted(lines)]) + "\n", encoding="utf-8")
        print(f"{path}: {len(lines)} weights")


def _places(number: int, article: Article, story: Story) -> list[Place]:
    labels = _labels(article, story)
    kinds, often = kinds_of(story), Counter(story.lower)
    return [
        Place(
            number,
            word,
            tuple(features(surroundings(story, kinds, at))),
            labels.get(at, "other"),
            (story.word(at - 1), story.word(at + 1)),
            often[word] > 1,
        )
        for at, word in enumerate(story.lower)
        if is_looked_at(story, at)
    ]


def _labels(article: Article, story: Story) -> dict[int, str]:
    """Return what each marked word is: a cue that reports, a noun of the source or of a document, or unclear."""
    reporting = {form for entry in shipped_lexicon("cues-saying") for form in entry.split(":")}
    reporting |= {base for form in story.words.frequent_cues for _, base in story.words.cues[form]}
    nouns = story.words.persons.keys() | story.words.organisations.keys() | story.words.documents.keys()
    labels: dict[int, str] = {}

    def numbers(start: int, end: int) -> range:
        return range(bisect_left(story.start, start), bisect_left(story.start, end))

    for marked in article.attributions:
        for span in marked.cue:
            for at in numbers(span.start, span.end):
                word = story.lower[at]
                before = story.word(at - 1)
                modified = at > span.start and (before in DETERMINERS or "ADJ" in english.parts_of_speech(before))
                if modified and (word in story.words.documents or word in story.words.occasions):
                    labels[at] = "source"
                elif any(base in reporting for _, base in story.words.cues.get(word, ())):
                    labels[at] = "cue"
                else:
                    labels.setdefault(at, "unclear")
        for span in marked.source[:1]:
            inside = numbers(span.start, span.end)
            ends = (at for at in inside if at > inside.start and story.lower[at] in _ENDS_HEAD)
            end = next(ends, inside.stop)
            for at in inside:
                word = story.lower[at]
                if word in nouns and word not in story.words.function:
                    labels[at] = "source"
                elif any(form == "participle" and base in reporting for form, base in story.words.cues.get(word, ())):
                    labels[at] = "cue"
            if end > inside.start:
                labels[end - 1] = "source"
    return labels


def _fitted(slot: SlotName, places: list[Place], words: Vocabulary) -> list[str]:
    """Return the entries of a slot's lexicon."""
    used = Counter(place.word for place in places if place.label == slot)
    kept = [word for word in used if word in accepted(words, slot) and word not in words.function]
    lines = [f"prior {word} {math.log(used[word] + 0.3):.2f}" for word in sorted(kept)]
    clear = [place for place in places if place.label in (slot, "other")]
    folds = np.array([fold_of(place.story, _FOLDS) for place in clear])
    right = np.array([place.label == slot for place in clear], dtype=float)
    scores = np.zeros(len(clear))
    for fold in range(_FOLDS):
        train = [n for n in range(len(clear)) if folds[n] != fold]
        weights = _contexts([clear[n] for n in train], right[train])
        for n in np.flatnonzero(folds == fold):
            scores[n] = weights[("constant",)] + sum(weights.get(feature, 0.0) for feature in clear[n].context)
    lines += [f"{' '.join(feature)} {weight:.2f}" for feature, weight in _contexts(clear, right).items()]
    return lines + _channel(read(slot, lines), clear, scores, frozenset(kept), words)


def _contexts(places: list[Place], right: Numbers) -> dict[Feature, float]:
    """Fit the weights of context features: logistic regression, by Adam, small weights dropped."""
    often = Counter(feature for place in places for feature in place.context)
    names = [feature for feature, count in often.items() if count >= _RAREST]
    number = {feature: n for n, feature in enumerate(names)}
    width, none = len(places[0].context), len(names)
    index = np.array([[number.get(feature, none) for feature in place.context] for place in places], dtype=np.int32)
    weights, flat = np.zeros(none + 1), index.ravel()
    constant, first, second = -3.0, np.zeros(none + 2), np.zeros(none + 2)
    for step in range(1, 221):
        wrong = 1 / (1 + np.exp(-(weights[index].sum(1) + constant))) - right
        slope = np.bincount(flat, weights=np.repeat(wrong, width), minlength=none + 1) / len(places)
        slope += 2e-5 * weights
        slope[none] = 0.0
        change = _adam(np.append(slope, wrong.mean()), first, second, step, 0.08)
        weights -= change[:-1]
        weights = np.sign(weights) * np.maximum(np.abs(weights) - 4e-5, 0)
        constant -= float(change[-1])
    found: dict[Feature, float] = {("constant",): constant}
    found.update({name: float(w) for name, w in zip(names, weights, strict=False) if abs(w) >= _LIGHTEST})
    return found


def _adam(slope: Numbers, first: Numbers, second: Numbers, step: int, rate: float) -> Numbers:
    first *= 0.9
    first += 0.1 * slope
    second *= 0.999
    second += 0.001 * slope * slope
    change: Numbers = rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return change


def _channel(
    slot: Evidence, places: list[Place], scores: Numbers, kept: frozenset[str], words: Vocabulary
) -> list[str]:
    """Fit how candidates are ranked, then how damage is told from what stands in the corpus."""
    draw = random.Random(slot.slot)
    takes = accepted(words, slot.slot) | words.function
    made: list[tuple[str, Place, float]] = []
    for place, score in zip(places, scores, strict=True):
        if place.label == slot.slot and place.word in kept and (place.word != "said" or draw.random() < 0.25):
            wrong = [other for other in confusions(place.word) if other not in takes]
            draw.shuffle(wrong)
            made += [(other, place, float(score)) for other in wrong[:2]]
            if len(place.word) > 5:
                made.append((slip(place.word, draw), place, float(score)))
    ranking = _ranking([(_choices(wrong, place, slot, words), place.word) for wrong, place, _ in made])
    slot.ranking.update(ranking)
    signs: list[dict[str, float]] = []
    damaged: list[bool] = []
    for wrong, place, score in made:
        best = _best(wrong, place, slot, words)
        if best and best[0] == place.word:
            signs.append(channel.signs(wrong, best, slot, score, place.neighbours, False))
            damaged.append(True)
    for place, score in zip(places, scores, strict=True):
        if place.word in takes or score < -5 or len(place.word) < 3:
            continue
        best = _best(place.word, place, slot, words)
        if best:
            signs.append(channel.signs(place.word, best, slot, float(score), place.neighbours, place.repeated))
            damaged.append(False)
    detecting = _detecting(signs, np.array(damaged, dtype=float))
    return [f"rank {n} {w:.2f}" for n, w in ranking.items()] + [f"detect {n} {w:.2f}" for n, w in detecting.items()]


def _choices(wrong: str, place: Place, slot: Evidence, words: Vocabulary) -> dict[str, dict[str, float]]:
    near = channel.likenesses(wrong, words, slot)
    return {right: {**values, **channel.beside(wrong, right, place.neighbours)} for right, values in near.items()}


def _best(wrong: str, place: Place, slot: Evidence, words: Vocabulary) -> channel.Candidate | None:
    found = channel.in_place(wrong, channel.ranked(wrong, words, slot), slot, place.neighbours)
    return found[0] if found else None


def _ranking(choices: list[tuple[dict[str, dict[str, float]], str]]) -> dict[str, float]:
    """Fit a conditional logit over the candidates of each damaged word."""
    choices = [(found, right) for found, right in choices if right in found]
    names = list(next(iter(choices[0][0].values())))
    rows, group, chosen = [], [], []
    for number, (found, right) in enumerate(choices):
        for candidate, values in found.items():
            rows.append([values[name] for name in names])
            group.append(number)
            chosen.append(candidate == right)
    table, groups, taken = np.array(rows), np.array(group), np.array(chosen, dtype=float)
    centre, scale = table.mean(0), table.std(0) + 1e-9
    table = (table - centre) / scale
    weights = np.zeros(len(names))
    for _ in range(500):
        odds = table @ weights
        share = np.exp(odds - odds.max())
        share /= np.bincount(groups, share)[groups]
        weights -= 2.0 * (table.T @ (share - taken) / len(choices) + 1e-3 * weights)
    return dict(zip(names, (weights / scale).tolist(), strict=True))


def _detecting(signs: list[dict[str, float]], damaged: Numbers) -> dict[str, float]:
    """Fit a logistic regression in which a natural word weighs more than a damaged one."""
    names = list(signs[0])
    table = np.array([[values[name] for name in names] for values in signs])
    centre, scale = table.mean(0), table.std(0) + 1e-9
    table = (table - centre) / scale
    heavy = np.where(damaged == 1, 1.0, _NATURAL)
    heavy /= heavy.mean()
    weights, constant = np.zeros(len(names)), -2.0
    first, second = np.zeros(len(names) + 1), np.zeros(len(names) + 1)
    for step in range(1, 1501):
        wrong = heavy * (1 / (1 + np.exp(-(table @ weights + constant))) - damaged)
        slope = np.append(table.T @ wrong / len(damaged) + 1e-4 * weights, wrong.mean())
        change = _adam(slope, first, second, step, 0.03)
        weights -= change[:-1]
        constant -= float(change[-1])
    found = dict(zip(names, (weights / scale).tolist(), strict=True))
    found["constant"] = constant - float((weights * centre / scale).sum())
    for n in (5, 10, 20, 40, 80):
        odds = table @ weights + constant
        least = np.sort(odds[damaged == 0])[-n]
        print(f"{n} natural words above {least:.2f}: {(odds[damaged == 1] > least).mean():.1%} of the damaged")
    return found


if __name__ == "__main__":
    main()
