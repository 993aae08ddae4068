"""Scores the grades of figures on drafts that an editor has judged.

    python benchmarks/judged.py JUDGED.jsonl … [--show]

A line is {"id", "text", "figures": [{"start", "end", "editor", "reason"}]}, offsets in code points; `editor` is query
(the editor would ask "says who?"), soft (a source would be nice) or none. A warning is kept if it stands on a query or
a soft one; it counts for nothing where nobody judged its figure.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from attribution_lint.linter import Linter
from attribution_lint.model import Severity, Span
from attribution_lint.settings import Settings

_BEFORE, _BEHIND = 120, 60


def main() -> None:
    """Print for each file how many warnings are kept and how many queries are warned about."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("judged", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true", help="print queries missed and false warnings")
    options = parser.parse_args()
    linter = Linter(Settings(select=("FIG101",)))
    for path in options.judged:
        counts = Counter[str]()
        for line in path.read_text(encoding="utf-8").splitlines():
            counts += scored(linter, json.loads(line), options.show)
        warned, queries = counts["kept"] + counts["false"], counts["found"] + counts["missed"]
        print(
            f"{path.name}: {counts['kept'] / max(warned, 1):.3f} of {warned} warnings kept, "
            f"{counts['found'] / max(queries, 1):.3f} of {queries} queries found, {counts['unjudged']} not judged"
        )


def scored(linter: Linter, draft: dict[str, Any], show: bool) -> Counter[str]:
    """Return how many warnings on a draft are kept, false and not judged, and how many queries found and missed."""
    counts = Counter[str]()
    diagnostics = linter.lint_text(draft["text"], "draft.txt").diagnostics
    warned = [diagnostic.span for diagnostic in diagnostics if diagnostic.severity >= Severity.WARNING]
    matched: set[Span] = set()
    for figure in draft["figures"]:
        here = Span(figure["start"], figure["end"])
        near = [span for span in warned if span.overlaps(here)]
        is_query = figure["editor"] == "query"
        if is_query:
            counts["found" if near else "missed"] += 1
        fresh = set(near) - matched
        matched |= fresh
        counts["false" if figure["editor"] == "none" else "kept"] += len(fresh)
        if show and ((is_query and not near) or (figure["editor"] == "none" and fresh)):
            said = "missed" if is_query else f"false ({figure.get('reason', '')})"
            around = draft["text"][max(here.start - _BEFORE, 0) : here.end + _BEHIND]
            print(f"{draft['id']} {said} {draft['text'][here.start : here.end]!r}: {' '.join(around.split())}")
    counts["unjudged"] = len(set(warned) - matched)
    return counts


if __name__ == "__main__":
    main()
