"""Scores the residue rules on drafts whose residue is known.

    python benchmarks/residue.py ITEMS.jsonl|WORDINGS.tsv … [--ids all|even|odd] [--misses]

An item is {"id", "family", "draft", "residue": [exact substrings], "level": "error"|"warning"|"info"}; a trap
has no residue. A substring is found when diagnostics of BOI rules cover most of it (where it stands twice,
either place will do), and at its level when the gravest of them is at least as grave as the item says; what is said
to be information must be no more than that. A trap is failed
by a warning or an error anywhere in it. Wordings are lines of a family, a tab and a text (family "trap" for what
should be left alone); each is set into a stock story, at its tail or between two paragraphs.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attribution_lint.linter import Linter
from attribution_lint.model import Diagnostic, Severity
from attribution_lint.settings import Settings

_ENOUGH = 0.6  # of a substring, to count as found
STORY = (
    "The council in Kalvik voted on Tuesday to reopen the old swimming hall, the mayor's office said.",
    "The hall closed in 2019 after inspectors found cracks in the roof.",
    '"We have missed it," said Nina Foss, who taught lessons there for 20 years.',
    "Repairs will take about eight months and will be paid for by the region, according to the budget.",
    "Local clubs said they hoped to move back in by next spring.",
)
_PLACES = (5, 2, 5, 3)  # the tail, or before which paragraph


def main() -> None:
    """Read the items and print recall, level accuracy and false warnings."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("items", nargs="+", type=Path)
    parser.add_argument("--ids", choices=("all", "even", "odd"), default="all", help="which items, by their number")
    parser.add_argument("--misses", action="store_true", help="print what went wrong")
    options = parser.parse_args()
    items: list[dict[str, Any]] = []
    for path in options.items:
        some = read(path)
        if any("draft" not in item for item in some):
            parser.error(f"{path} holds pieces without drafts, from which register.py learns: give files of drafts")
        items += [item for item in some if chosen(item, options.ids)]
    report(items, options.misses)


def read(path: Path) -> list[dict[str, Any]]:
    """Return the items of a JSON Lines file, or those made of a file of wordings."""
    if path.suffix == ".tsv":
        return list(_set_into_stories(path))
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _set_into_stories(path: Path) -> Iterator[dict[str, Any]]:
    rows = (line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("# "))
    for number, row in enumerate(rows):
        family, _, wording = row.partition("\t")
        story = list(STORY)
        story.insert(_PLACES[number % len(_PLACES)], wording)
        residue = [] if family == "trap" else [wording]
        yield {"id": f"{path.stem}-{number}", "family": family, "draft": "\n\n".join(story) + "\n", "residue": residue}


def chosen(item: dict[str, Any], ids: str) -> bool:
    """Whether an item is among those to score: the number at the end of its id decides."""
    number = int(re.findall(r"\d+", str(item["id"]))[-1])
    return ids == "all" or (number % 2 == 0) == (ids == "even")


def found_in(linter: Linter, item: dict[str, Any]) -> list[Diagnostic]:
    """Return the residue diagnostics of a draft."""
    name = "draft" + item.get("suffix", ".txt")
    return list(linter.lint_text(item["draft"], name).diagnostics)


def grade(item: dict[str, Any], found: list[Diagnostic]) -> list[tuple[str, Severity | None]]:
    """Return the substrings of an item, each with the gravest diagnostic that covers most of it."""
    graded: list[tuple[str, Severity | None]] = []
    draft = item["draft"]
    for part in item["residue"]:
        best = None
        for match in re.finditer(re.escape(part), draft):
            start, end = match.span()
            near = [d for d in found if d.start.offset < end and start < d.end.offset]
            covered = {i for d in near for i in range(max(start, d.start.offset), min(end, d.end.offset))}
            if near and len(covered) >= _ENOUGH * len(part):
                best = max(d.severity for d in near)
        graded.append((part, best))
    return graded


def is_at_its_level(severity: Severity, wanted: Severity) -> bool:
    """Whether a diagnostic is as grave as it should be, or graver; information must be information."""
    return severity is wanted if wanted is Severity.INFO else severity >= wanted


def report(items: list[dict[str, Any]], misses: bool) -> None:
    """Print the scores of all items."""
    linter = Linter(Settings(select=("BOI",)))
    total, hit, level = Counter[str](), Counter[str](), Counter[str]()
    traps = failed = beside = 0
    for item in items:
        found = found_in(linter, item)
        if not item["residue"]:
            traps += 1
            wrong = [d for d in found if d.severity >= Severity.WARNING]
            failed += bool(wrong)
            if misses and wrong:
                print(f"  FALSE {item['id']}", [(d.code, d.text[:100]) for d in wrong])
            continue
        wanted = Severity.parse(item.get("level") or "warning")
        spans = [match.span() for part in item["residue"] for match in re.finditer(re.escape(part), item["draft"])]
        for d in found:
            if d.severity >= Severity.WARNING and not any(
                d.start.offset < end and start < d.end.offset for start, end in spans
            ):
                beside += 1
                if misses:
                    print(f"  BESIDE {item['id']} {d.code} {d.text[:100]!r}")
        for part, severity in grade(item, found):
            least = Severity.INFO if wanted is Severity.INFO else Severity.WARNING
            good = severity is not None and severity >= least
            fits = severity is not None and is_at_its_level(severity, wanted)
            total[item["family"]] += 1
            hit[item["family"]] += good
            level[item["family"]] += fits
            if misses and not good:
                print(f"  MISS {item['id']} {item['family']} {wanted.label} {part[:110]!r} got {severity}")
            elif misses and not fits:
                print(f"  LEVEL {item['id']} {wanted.label} {part[:80]!r} got {severity}")
    for family in sorted(total):
        print(f"{family:28} recall {hit[family]:3}/{total[family]:<3}  at its level {level[family]:3}")
    everything = sum(total.values())
    if everything:
        recall, right = sum(hit.values()) / everything, sum(level.values()) / everything
        print(f"{'all':28} recall {recall:.3f}  at its level {right:.3f}")
        print(f"warnings beside the residue: {beside}")
    if traps:
        print(f"traps with a false warning: {failed} of {traps} ({failed / traps:.1%})")


if __name__ == "__main__":
    main()
