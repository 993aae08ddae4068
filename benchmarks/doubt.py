"""Counts from clean and damaged copy what tells damage from a rare word that rightly stands in such a place.

    python benchmarks/doubt.py CORPUS [--half even] [--clean FOLDER …] [--items ITEMS.jsonl …] [--into rules/lexicons]

CORPUS is a folder of clean stories (*.txt), whose frames are damaged as in `phrases.py`; --clean are folders of other
clean copy, and --items sets of damaged sentences, a JSON object a line with the `text` and the `wrong` word in it.
Reported words are judged by what speaks for them; those that nobody damaged are false. Written are weights only.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np
from brat import half_of
from damage import items
from nouns import logistic
from numpy.typing import NDArray

from attribution_lint.checks.phrases import doubt, engine
from attribution_lint.checks.phrases.noun_evidence import Signs
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.linter import Linter
from attribution_lint.settings import Settings

_EACH = 600
_SEED = 3
_FOLDS = 5
_RAREST = 8
_SHARES = {1.0: 0.5, 0.0: 0.5}
_LOST = 0.03
"""How much of the damage that finders see may be taken for right."""


def main() -> None:
    """Fit and write the lexicon, and tell by cross-validation what is lost and what false alarms are left."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--half", choices=("even", "odd"), help="use only a half of the stories")
    parser.add_argument("--clean", type=Path, nargs="*", default=[])
    parser.add_argument("--items", type=Path, nargs="*", default=[])
    parser.add_argument("--into", type=Path, default=Path("rules/lexicons"))
    options = parser.parse_args()
    paths = [p for p in sorted(options.corpus.rglob("*.txt")) if options.half in (None, half_of(p.stem))]
    stories = [path.read_text(encoding="utf-8") for path in paths]
    others = [p.read_text(encoding="utf-8") for folder in options.clean for p in sorted(folder.rglob("*.txt"))]
    linter, rows = Linter(Settings(select=("ATT",))), list[tuple[Signs, float]]()
    for text in (*stories, *others):
        rows += [(one.signs, 0.0) for one in _judged(linter, text)]
    for damaged in (*_damaged(stories), *_listed(options.items)):
        judged = _judged(linter, damaged.text)
        rows += [(one.signs, 1.0) for one in judged if damaged.has(one)]
    lines = [f"detect {name} {weight:.3f}" for name, weight in _fitted(rows).items()]
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
        if signs is not None:
            found.append(Judged(story.analysis.text, issue.span.start, issue.span.end, signs))
        return False

    with patch.object(engine, "is_doubtful", noted):
        linter.lint_text(text, "story.txt")
    return found


def _damaged(stories: list[str]) -> Iterator[Damaged]:
    """Yield the stories with a frame damaged, of the classes of a wrong noun and a wrong verb."""
    holds: dict[str, str] = {}
    for story in stories:
        holds.update((p, story) for p in story.split("\n") if 40 < len(p) < 900)
    for item in items(list(holds), _EACH, _SEED):
        if item.kind in ("A", "B") and item.mended in holds:
            text = holds[item.mended].replace(item.mended, item.text, 1)
            yield Damaged(text, item.text, item.start, item.end)


def _listed(paths: list[Path]) -> Iterator[Damaged]:
    """Yield the sentences of sets that have a wrong noun or verb."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            if item["class"] in ("A", "B"):
                start = item["text"].find(item["wrong"])
                yield Damaged(item["text"], item["text"], start, start + len(item["wrong"]))


def _fitted(rows: list[tuple[Signs, float]]) -> dict[str, float]:
    """Return the weights; their constant is set, by cross-validation, for the share of damage that may be lost."""
    often = Counter(name for signs, _ in rows for name in signs)
    names = sorted(name for name, count in often.items() if count >= _RAREST)
    values = np.array([[signs.get(name, 0.0) for name in names] for signs, _ in rows])
    labels = np.array([label for _, label in rows])
    folds, scores = np.arange(len(rows)) % _FOLDS, np.zeros(len(rows))
    for fold in range(_FOLDS):
        scores[folds == fold] = values[folds == fold] @ _logistic(values[folds != fold], labels[folds != fold])
    false, right = scores[labels == 0], scores[labels == 1]
    print(f"{len(false)} false reports, {len(right)} of damage")
    for lost in (0.01, 0.02, 0.03, 0.04, 0.06, 0.08):
        limit = float(np.quantile(right, lost))
        print(f"  {lost:.0%} of damage lost: {np.mean(false >= limit):.1%} of the false ones left, limit {limit:.2f}")
    weights = dict(zip(names, _logistic(values, labels).tolist(), strict=True))
    weights["constant"] -= float(np.quantile(right, _LOST))
    return weights


def _logistic(values: NDArray[np.float64], labels: NDArray[np.float64]) -> NDArray[np.float64]:
    return logistic(values, labels, _SHARES, 1e-3, 600)


if __name__ == "__main__":
    main()
