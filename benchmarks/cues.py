"""Counts from clean copy which cues stand where, and from damaged copy which cue a word in such a place was meant for.

    python benchmarks/cues.py CORPUS [--half even] [--clean FOLDER …] [--items ITEMS.jsonl …] [--into rules/lexicons]

CORPUS and --clean are folders of clean stories (*.txt), whose cues are confused with other words as in `damage.py`;
--items are sets of damaged sentences, a JSON object a line with the `text`, what is `wrong` in it and what is `right`.
Fitted is a conditional regression: the cue that stood there against all others that are like the word. A cue's own
stand at a place is not counted when it is judged there. Written are weights, and counts as logarithms.
"""

from __future__ import annotations

import json
import math
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from damage import confusions
from fitting_options import options_of
from numpy.typing import NDArray

from attribution_lint.checks.phrases import cue_ranking
from attribution_lint.checks.phrases.context import kinds_of, surroundings
from attribution_lint.checks.phrases.cue_places import place_of
from attribution_lint.checks.phrases.cue_ranking import Signs, Uses
from attribution_lint.checks.phrases.evidence import evidence
from attribution_lint.checks.phrases.story import Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary, vocabulary
from attribution_lint.linter import Linter
from attribution_lint.settings import Settings

Numbers = NDArray[np.float64]
_SEED = 4
_COUNTED, _DAMAGED = -1.5, -0.5
"""Log odds of a cue's slot from which a cue is counted, and from which it is damaged."""
_MOST_RIGHT, _MOST_WRONG = 60, 10
_BY_AUTHORS = 6.0
"""How much a sentence that an author damaged counts."""
_FOLDS = 4
_RIDGE = 3.0
_STEPS = 12


@dataclass(frozen=True)
class Slip:
    """A word in a cue's place: the cues it may stand for, what speaks for each, which is right, how much it counts."""

    author: str
    kind: str
    word: str
    cues: list[str]
    signs: list[Signs]
    right: int
    counts: float


def main() -> None:
    """Count, fit and write the lexicon."""
    options = options_of(__doc__)
    linter = Linter(Settings(select=("ATT",)))
    words = vocabulary(linter.library.rules["ATT101"].lexicons)
    paths = [*options.paths, *(path for folder in options.clean for path in sorted(folder.rglob("*.txt")))]
    stories = [_story(linter, words, path.read_text(encoding="utf-8")) for path in paths]
    places = [(number, verb, odds) for number, story in enumerate(stories) for verb, odds in _cues_of(story)]
    counts: Counter[tuple[str, str]] = Counter()
    for number, verb, _ in places:
        cue = stories[number].lower[verb]
        counts.update(((place_of(stories[number], verb).kind, cue), (cue_ranking.ANYWHERE, cue)))
    slips = [*_made(stories, places, counts), *_listed(linter, words, options.items, counts)]
    names = sorted({name for slip in slips for name in slip.signs[0]})
    weights = _fitted(slips, names)
    lines = [f"rank {name} {weight:.3f}" for name, weight in zip(names, weights, strict=True)]
    lines += [f"use {kind} {cue} {math.log(1 + count):.2f}" for (kind, cue), count in counts.items()]
    head = (
        "# Which cue was meant by a word in its place: weights of signs, and logarithms of counts of cues; by cues.py."
    )
    (options.into / f"{cue_ranking.LEXICON}.txt").write_text("\n".join([head, *sorted(lines)]) + "\n", encoding="utf-8")


def _story(linter: Linter, words: Vocabulary, text: str) -> Story:
    return Story.of(linter.read_text(text, "story.txt").analysis, words)


def _cues_of(story: Story) -> Iterator[tuple[int, float]]:
    """Yield the cues of a story, with the log odds of their slot."""
    kinds = kinds_of(story)
    for verb, word in enumerate(story.lower):
        if word in story.words.cues and story.is_plain(verb) and not story.in_compound(verb):
            odds = evidence("cue").around(surroundings(story, kinds, verb))
            quoted = place_of(story, verb).kind == "quotation"
            if odds > _COUNTED or quoted:
                yield verb, 0.0 if quoted else odds


def _made(
    stories: list[Story], places: list[tuple[int, int, float]], counts: Counter[tuple[str, str]]
) -> Iterator[Slip]:
    """Yield slips made of the cues of clean copy."""
    draw, rights, wrongs = random.Random(_SEED), Counter[str](), Counter[str]()
    shuffled = [place for place in places if place[2] > _DAMAGED]
    draw.shuffle(shuffled)
    for number, verb, _ in shuffled:
        story = stories[number]
        right, words = story.lower[verb], story.words
        near = [word for word in confusions(right) if word not in words.cues and word not in words.function]
        for word in draw.sample(near, min(2, len(near))):
            if rights[right] < _MOST_RIGHT and wrongs[word] < _MOST_WRONG:
                rights[right] += 1
                wrongs[word] += 1
                yield from _slip(story, verb, word, right, counts, f"story {number % _FOLDS}", 1.0)


def _listed(linter: Linter, words: Vocabulary, paths: list[Path], counts: Counter[tuple[str, str]]) -> Iterator[Slip]:
    """Yield the slips of sets in which one word was put for a cue."""
    for number, path in enumerate(paths):
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            pairs = zip(item.get("wrong", "").split(), item.get("right", "").split(), strict=False)
            other = [(wrong, right) for wrong, right in pairs if wrong != right]
            if item["class"] != "B" or len(other) != 1 or other[0][1] not in words.cues:
                continue
            story = _story(linter, words, item["text"])
            if story.lower.count(other[0][0]) == 1:
                at = story.lower.index(other[0][0])
                yield from _slip(story, at, *other[0], counts, f"set {number % _FOLDS}", _BY_AUTHORS)


def _slip(
    story: Story, verb: int, word: str, right: str, counts: Counter[tuple[str, str]], author: str, weight: float
) -> Iterator[Slip]:
    kind = place_of(story, verb).kind
    alone = {(kind, right): 1, (cue_ranking.ANYWHERE, right): 1} if story.lower[verb] == right else {}
    uses: Uses = {
        (place, cue): math.log(1 + many)
        for place in (kind, cue_ranking.ANYWHERE)
        for cue in (*cue_ranking.alike(word, story.words),)
        if (many := counts[place, cue] - alone.get((place, cue), 0)) > 0
    }
    found = cue_ranking.signs_of(story, verb, word, uses)
    if right in found:
        cues = list(found)
        yield Slip(author, kind, word, cues, list(found.values()), cues.index(right), weight)


def _fitted(slips: list[Slip], names: list[str]) -> Numbers:
    """Return the weights, and tell by cross-validation how often the right cue comes first."""
    tables = [np.array([[signs[name] for name in names] for signs in slip.signs]) for slip in slips]
    spread = np.concatenate(tables).std(0) + 1e-6
    tables = [table / spread for table in tables]
    first = np.zeros(len(slips))
    for fold in range(_FOLDS):
        held = [number for number, slip in enumerate(slips) if slip.author.endswith(f" {fold}")]
        rest = [number for number, slip in enumerate(slips) if not slip.author.endswith(f" {fold}")]
        weights = _newton([tables[n] for n in rest], [slips[n].right for n in rest], [slips[n].counts for n in rest])
        for number in held:
            first[number] = float(np.argmax(tables[number] @ weights) == slips[number].right)
    for what in ("story", "set"):
        own = [number for number, slip in enumerate(slips) if slip.author.startswith(what)]
        print(f"{what}: {len(own)} slips, right first {first[own].mean():.1%}" if own else f"{what}: none")
    return _newton(tables, [slip.right for slip in slips], [slip.counts for slip in slips]) / spread


def _newton(tables: list[Numbers], rights: list[int], counts: list[float]) -> Numbers:
    """Return the weights of a conditional regression by Newton's method, halving steps that lead astray."""
    width = tables[0].shape[1]
    weights, value = np.zeros(width), -np.inf
    step = np.zeros(width)
    for _ in range(_STEPS):
        size = 1.0
        while size > 1e-3:
            tried = weights + size * step
            now, slope, bend = _likelihood(tables, rights, counts, tried)
            if now > value:
                break
            size /= 2
        if now <= value + 1e-6:
            break
        weights, value = tried, now
        step = np.linalg.solve(bend, slope)
    return weights


def _likelihood(
    tables: list[Numbers], rights: list[int], counts: list[float], weights: Numbers
) -> tuple[float, Numbers, Numbers]:
    value = -_RIDGE * float(weights @ weights) / 2
    slope, bend = -_RIDGE * weights, _RIDGE * np.eye(len(weights))
    for table, right, count in zip(tables, rights, counts, strict=True):
        scores = table @ weights
        scores = scores - scores.max()
        shares = np.exp(scores) / np.exp(scores).sum()
        value += count * (scores[right] - math.log(np.exp(scores).sum()))
        mean = shares @ table
        slope = slope + count * (table[right] - mean)
        bend = bend + count * ((table * shares[:, None]).T @ table - np.outer(mean, mean))
    return value, slope, bend


if __name__ == "__main__":
    main()
