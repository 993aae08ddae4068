"""Scores the rules of attribution phrases on sentences that people damaged by hand.

    python benchmarks/typos.py ITEMS.jsonl … [--ids all|even|odd] [--show]

An item is {"id", "class", "text", "wrong", "right"}: `wrong` stands once in the text and `right` in its place mends
it; classes are those of `phrases.py`, and "clean" is a correct sentence, in which any warning is a false alarm. Damage
is found where a warning or an error touches `wrong`, and rightly corrected where the first suggestion mends the text.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attribution_lint.linter import Linter
from attribution_lint.model import Diagnostic, Severity
from attribution_lint.settings import Settings


def main() -> None:
    """Read the items and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("items", nargs="+", type=Path)
    parser.add_argument("--ids", choices=("all", "even", "odd"), default="all", help="which items, by their line")
    parser.add_argument("--show", action="store_true", help="print what is missed, badly corrected or a false alarm")
    options = parser.parse_args()
    linter = Linter(Settings(select=("ATT",)))
    total, found, first = Counter[str](), Counter[str](), Counter[str]()
    for item in (item for path in options.items for item in read(path, options.ids)):
        told = warnings_in(linter, item["text"])
        near = [diagnostic for diagnostic in told if touches(diagnostic, item)]
        is_clean = item["class"] == "clean"
        total[item["class"]] += 1
        found[item["class"]] += bool(told if is_clean else near)
        first[item["class"]] += any(mends(diagnostic, item) for diagnostic in near)
        if options.show and (told if is_clean else not any(mends(diagnostic, item) for diagnostic in near)):
            said = [(diagnostic.code, diagnostic.text, diagnostic.suggestions[:1]) for diagnostic in told]
            print(f"{item['class']} {item['id']}: {item['text']}\n    {item['wrong']} -> {item['right']}; {said}")
    print_table(total, found, first)


def read(path: Path, ids: str) -> Iterator[dict[str, Any]]:
    """Yield the items of a file, all or every second one."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if ids == "all" or number % 2 == (ids == "odd"):
            yield json.loads(line)


def warnings_in(linter: Linter, text: str) -> list[Diagnostic]:
    """Return what is said of a text, but for what is mere information."""
    return [d for d in linter.lint_text(text, "item.txt").diagnostics if d.severity >= Severity.WARNING]


def touches(diagnostic: Diagnostic, item: dict[str, Any]) -> bool:
    """Whether a diagnostic lies in or at the damage."""
    if not item["wrong"]:
        return False
    start = item["text"].find(item["wrong"])
    return diagnostic.span.start <= start + len(item["wrong"]) and diagnostic.span.end >= start


def mends(diagnostic: Diagnostic, item: dict[str, Any]) -> bool:
    """Whether the first suggestion of a diagnostic gives the text as it was meant."""
    if not diagnostic.suggestions:
        return False
    text, meant = item["text"], item["text"].replace(item["wrong"], item["right"], 1)
    mended = text[: diagnostic.span.start] + diagnostic.suggestions[0] + text[diagnostic.span.end :]
    return mended.replace("’", "'").lower().split() == meant.replace("’", "'").lower().split()


def print_table(total: Counter[str], found: Counter[str], first: Counter[str]) -> None:
    """Print for each class, and for all damage together, what was found and mended, and the false alarms."""
    print("class  items  found  first")
    classes = sorted(total.keys() - {"clean"})
    for name in (*classes, "all"):
        keys = classes if name == "all" else [name]
        number = sum(total[key] for key in keys)
        shares = [sum(counter[key] for key in keys) / max(number, 1) for counter in (found, first)]
        print(f"{name:5} {number:6} " + " ".join(f"{share:6.1%}" for share in shares))
    print(f"correct sentences with an alarm: {found['clean']} of {total['clean']}")


if __name__ == "__main__":
    main()
