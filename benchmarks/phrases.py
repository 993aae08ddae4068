"""How many damaged attribution phrases are found, how often the right correction comes first, and false alarms.

    python benchmarks/phrases.py CORPUS [--each 100] [--seed 1] [--show]

CORPUS is a folder of clean stories (*.txt). Every class of damage is generated from it; the undamaged stories
give the false alarms.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

from damage import Item, items

from attribution_lint.linter import Linter
from attribution_lint.model import Diagnostic
from attribution_lint.settings import Settings

_REACH = 2


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--each", type=int, default=100, help="items a class")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stories", type=int, default=0, help="read at most so many stories")
    parser.add_argument("--show", action="store_true", help="print what is missed or badly corrected")
    options = parser.parse_args()
    linter = Linter(Settings(select=("ATT",)))
    paths = sorted(options.corpus.rglob("*.txt"))
    if options.stories:
        paths = random.Random(options.seed).sample(paths, min(options.stories, len(paths)))
    stories = [path.read_text(encoding="utf-8") for path in paths]
    paragraphs = [p for story in stories for p in story.split("\n") if 40 < len(p) < 900]
    found, first, third, total = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for item in items(paragraphs, options.each, options.seed):
        near = [d for d in linter.lint_text(item.text, "item.txt").diagnostics if _touches(d, item)]
        places = [place for diagnostic in near for place in [_place(diagnostic, item)] if place]
        total[item.kind] += 1
        found[item.kind] += bool(near)
        first[item.kind] += 1 in places
        third[item.kind] += any(place <= 3 for place in places)
        if options.show and 1 not in places:
            shown = item.text[max(item.start - 60, 0) : item.end + 40].replace("\n", "⏎")
            got = [(d.text, d.suggestions) for d in near]
            verdict = "rank" if near else "miss"
            wrong = item.text[item.start : item.end]
            print(f"{item.kind} {verdict} {wrong!r} for {item.right!r}: {shown} {got}")
    words = sum(len(story.split()) for story in stories)
    alarms = sum(len(linter.lint_text(story, "story.txt").diagnostics) for story in stories)
    print("class  items  found  first  third")
    for kind in (*sorted(total), "all"):
        keys = sorted(total) if kind == "all" else [kind]
        n = sum(total[k] for k in keys)
        shares = [sum(counter[k] for k in keys) / n for counter in (found, first, third)]
        print(f"{kind:5} {n:6} " + " ".join(f"{share:6.1%}" for share in shares))
    print(f"alarms on undamaged copy: {alarms} in {words} words, {alarms / words * 10_000:.2f} per 10,000")


def _touches(diagnostic: Diagnostic, item: Item) -> bool:
    span = diagnostic.span
    return span.start <= item.end + _REACH and span.end >= item.start - _REACH


def _place(diagnostic: Diagnostic, item: Item) -> int:
    """Return which suggestion restores the paragraph, from 1; 0 if none does."""
    for place, suggestion in enumerate(diagnostic.suggestions, start=1):
        text = item.text[: diagnostic.span.start] + suggestion + item.text[diagnostic.span.end :]
        if text.split() == item.mended.split():
            return place
    return 0


if __name__ == "__main__":
    main()
