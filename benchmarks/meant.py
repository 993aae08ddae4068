"""Counts from damaged copy what tells which noun was meant where another stands in a slot.

    python benchmarks/meant.py CORPUS [--half even] [--clean FOLDER …] [--items ITEMS.jsonl …] [--into rules/lexicons]

CORPUS and --clean are folders of clean stories (*.txt), whose frames are damaged as in `phrases.py`; --items are sets
of damaged sentences, a JSON object a line with the `text`, the `wrong` words in it and the `right` ones, and count
more. Written are weights only.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from damage import items
from fitting_options import options_of
from nouns import softmax

from attribution_lint.checks.phrases import meant
from attribution_lint.checks.phrases.noun_evidence import Signs
from attribution_lint.checks.phrases.story import Recurrence, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary, vocabulary
from attribution_lint.linter import Linter
from attribution_lint.settings import Settings

_EACH = 1500
_SEED = 5
_BY_PEOPLE = 3
"""How often a sentence that somebody made up counts."""


@dataclass(frozen=True)
class Damaged:
    """A text with a word at `start` in it that should read `right`."""

    text: str
    start: int
    right: str


def main() -> None:
    """Fit and write the lexicon, and tell how often the right noun comes first."""
    options = options_of(__doc__)
    linter = Linter(Settings(select=("ATT",)))
    words = vocabulary(linter.library.rules["ATT101"].lexicons)
    rows: list[Row] = []
    for folder in (options.paths, *(sorted(folder.rglob("*.txt")) for folder in options.clean)):
        rows += [row for one in generated(folder) for row in rows_of(linter, words, one)]
    for one in listed(options.items):
        rows += [row for row in rows_of(linter, words, one) for _ in range(_BY_PEOPLE)]
    ranking = softmax([([(right, 0.0, signs) for right, signs in row.choices], row.right) for row in rows])
    lines = [f"rank {name} {weight:.3f}" for name, weight in ranking.items()]
    head = "# What speaks for the noun that was meant in the place of another: weights, by meant.py."
    (options.into / f"{meant.LEXICON}.txt").write_text("\n".join([head, *sorted(lines)]) + "\n", encoding="utf-8")


@dataclass(frozen=True)
class Row:
    """The nouns that may have been meant, with what speaks for each, and the one that was."""

    choices: list[tuple[str, Signs]]
    right: str


def generated(paths: list[Path]) -> Iterator[Damaged]:
    """Yield the damage of a noun in the paragraphs of stories."""
    texts = (path.read_text(encoding="utf-8") for path in paths)
    paragraphs = [p for text in texts for p in text.split("\n") if 40 < len(p) < 900]
    for item in items(paragraphs, _EACH, _SEED):
        if item.kind != "A":
            return  # the first of the classes
        yield Damaged(item.text, item.start, item.right.lower())


def listed(paths: list[Path]) -> Iterator[Damaged]:
    """Yield the sentences of sets in which one noun stands for another."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            if item["class"] == "A" and item["wrong"].isalpha() and item["right"].isalpha():
                yield Damaged(item["text"], item["text"].find(item["wrong"]), item["right"].lower())


def rows_of(linter: Linter, words: Vocabulary, one: Damaged) -> Iterator[Row]:
    """Yield the choices for the damaged word of a text, if it is one word there."""
    analysis = linter.read_text(one.text, "story.txt").analysis
    story = Story.of(analysis, words, Recurrence(analysis))
    number = bisect_left(story.start, one.start)
    if number < len(story) and story.start[number] == one.start:
        yield Row(meant.candidates(story, number), one.right)


if __name__ == "__main__":
    main()
