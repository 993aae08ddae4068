"""Counts from clean and damaged copy what tells damage from a rare word that rightly stands in such a place.

    python benchmarks/doubt.py CORPUS [--half even] [--clean FOLDER …] [--items ITEMS.jsonl …] [--into rules/lexicons]

CORPUS is a folder of clean stories (*.txt), whose frames are damaged as in `phrases.py`; --clean are folders of other
clean copy, and --items sets of damaged sentences, a JSON object a line with the `text` and the `wrong` word in it.
Reported words are judged by what speaks for them; those that nobody damaged are false. Written are weights only.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np
from damage import items
from fitting_options import options_of
from nouns import logistic
from numpy.typing import NDArray

from attribution_lint.checks.phrases import doubt, engine
from attribution_lint.checks.phrases.noun_evidence import Signs
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.linter import Linter
from attribution_lint.settings import Settings

_EACH = 600
_SEED = 3
_FOLDS = 8
_RAREST = 6
_SHARES = {1.0: 0.5, 0.0: 0.5}
_SHRUNK = 2e-2
_LEAST_SPREAD = 0.1
"""What a rare sign is taken to vary at least."""
_ALARMS_PER_WORD = {"source-noun": 1 / 110_000, "cue-verb": 1 / 50_000, "misfit-verb": 1 / 280_000}
"""How many of the words of clean copy may be reported for damage of a kind, at most."""
_MARGINS = {"source-noun": 0.3, "cue-verb": 0.0, "misfit-verb": 0.15}
"""How much farther the limit is set, as copy that nobody has counted holds more than what was counted."""


@dataclass(frozen=True)
class Row:
    """What speaks for a reported word being damage, 1 if it is, whose copy it stands in, whether that is natural."""

    signs: Signs
    label: float
    author: str
    natural: bool


def main() -> None:
    """Fit and write the lexicon, and tell by cross-validation what is lost and what false alarms are left."""
    options = options_of(__doc__)
    stories = [path.read_text(encoding="utf-8") for path in options.paths]
    linter, rows, size = Linter(Settings(select=("ATT",))), list[Row](), 0
    for number, text in enumerate(stories):
        rows += [Row(one.signs, 0.0, f"story {number % _FOLDS}", True) for one in _judged(linter, text)]
        size += len(text.split())
    for folder in options.clean:
        for path in sorted(folder.rglob("*.txt")):
            text = path.read_text(encoding="utf-8")
            rows += [Row(one.signs, 0.0, path.parent.name, True) for one in _judged(linter, text)]
            size += len(text.split())
    for author, damaged in (*_damaged(stories), *_listed(options.items)):
        judged = _judged(linter, damaged.text)
        rows += [Row(one.signs, 1.0, author, False) for one in judged if damaged.has(one)]
    for author, text in _right(options.items):
        rows += [Row(one.signs, 0.0, author, False) for one in _judged(linter, text)]
    lines = [f"detect {name} {weight:.3f}" for name, weight in _fitted(rows, size).items()]
    head = "# What speaks for a reported word being damage, and against its standing by right: weights, by doubt.py."
    (options.into / f"{doubt.LEXICON}.txt").write_text("\n".join([head, *sorted(lines)]) + "\n", encoding="utf-8")


@dataclass(frozen=True)
class Judged:
    """A word that is about to be reported: its paragraph, where it stands in it, and what speaks for damage."""

    paragraph: str
    start: int
    end: int
    signs: Signs


@dataclass(frozen=True)
class Damaged:
    """A text with damage in it, the paragraph that holds it, and where it stands in that."""

    text: str
    paragraph: str
    start: int
    end: int

    def has(self, one: Judged) -> bool:
        """Whether a reported word is the damaged one."""
        return one.paragraph == self.paragraph and one.start < self.end and self.start < one.end


def _judged(linter: Linter, text: str) -> list[Judged]:
    """Return the words of a text that would be reported if nobody doubted."""
    found: list[Judged] = []

    def noted(story: Story, issue: Issue, finder: str) -> bool:
        signs = doubt.signs_of(story, issue, finder)
        found.append(Judged(story.analysis.text, issue.span.start, issue.span.end, signs))
        return True  # so that the finders that come later are judged as well

    with patch.object(engine, "is_doubtful", noted):
        linter.lint_text(text, "story.txt")
    return found


def _damaged(stories: list[str]) -> Iterator[tuple[str, Damaged]]:
    """Yield the stories with a frame damaged, of the classes of a wrong noun and a wrong verb."""
    holds: dict[str, tuple[int, str]] = {}
    for number, story in enumerate(stories):
        holds.update((p, (number, story)) for p in story.split("\n") if 40 < len(p) < 900)
    for item in items(list(holds), _EACH, _SEED):
        if item.kind in ("A", "B") and item.mended in holds:
            number, story = holds[item.mended]
            text = story.replace(item.mended, item.text, 1)
            yield f"story {number % _FOLDS}", Damaged(text, item.text, item.start, item.end)


def _listed(paths: list[Path]) -> Iterator[tuple[str, Damaged]]:
    """Yield the sentences of sets that have a wrong noun or verb."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            if item["class"] in ("A", "B"):
                start = item["text"].find(item["wrong"])
                yield str(path), Damaged(item["text"], item["text"], start, start + len(item["wrong"]))


def _right(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """Yield the sentences of sets that have no damage, or had it mended."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            yield str(path), item["text"].replace(item["wrong"], item["right"], 1)


def _fitted(rows: list[Row], size: int) -> dict[str, float]:
    """Return the weights, each kind's by itself: the constants leave the false alarms aimed at, by cross-validation."""
    weights: dict[str, float] = {}
    for defect, alarms in _ALARMS_PER_WORD.items():
        some = [row for row in rows if f"{defect}:constant" in row.signs]
        weights |= _fitted_one(some, f"{defect}:constant", size, alarms)
        weights[f"{defect}:constant"] -= _MARGINS[defect]
    return weights


def _fitted_one(rows: list[Row], constant: str, size: int, alarms: float) -> dict[str, float]:
    often = Counter(name for row in rows for name in row.signs)
    names = sorted(name for name, count in often.items() if count >= _RAREST)
    values = np.array([[row.signs.get(name, 0.0) for name in names] for row in rows])
    labels = np.array([row.label for row in rows])
    authors = {author: number % _FOLDS for number, author in enumerate(sorted({row.author for row in rows}))}
    folds, scores = np.array([authors[row.author] for row in rows]), np.zeros(len(rows))
    for fold in range(_FOLDS):
        scores[folds == fold] = values[folds == fold] @ _logistic(values[folds != fold], labels[folds != fold])
    natural = np.array([row.natural for row in rows])
    false, right = np.sort(scores[natural & (labels == 0)])[::-1], scores[labels == 1]
    print(f"{constant}: {len(false)} in {size} words of clean copy, {len(right)} of damage")
    for many in (1, 2, 3, 5, 8, 12, 20, 30):
        if many < len(false):
            print(f"  {many / size * 1e4:.2f} alarms in 10,000 words: {np.mean(right > false[many]):.1%} of the damage")
    weights = dict(zip(names, _logistic(values, labels).tolist(), strict=True))
    weights[constant] -= max(float(false[min(round(alarms * size), len(false) - 1)]), 0.0)
    return weights


def _logistic(values: NDArray[np.float64], labels: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights, each sign counted by how much it varies, so that all are shrunk alike."""
    spread = values.std(0)
    scale = np.where(spread > 0, np.maximum(spread, _LEAST_SPREAD), 1.0)
    found: NDArray[np.float64] = logistic(values / scale, labels, _SHARES, _SHRUNK, 600) / scale
    return found


if __name__ == "__main__":
    main()
