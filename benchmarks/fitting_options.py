"""What the fits of the phrase checks are told on the command line: the copy to count in, and where to write."""

from __future__ import annotations

import argparse
from pathlib import Path

from brat import half_of


def options_of(documentation: str | None) -> argparse.Namespace:
    """Return `corpus`, `half`, `clean`, `items` and `into` as the user gave them.

    `paths` are the stories of the corpus, or of the half asked for, in order. The first line of the documentation
    tells what the fit does.
    """
    parser = argparse.ArgumentParser(description=(documentation or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--half", choices=("even", "odd"), help="use only a half of the corpus's stories")
    parser.add_argument("--clean", type=Path, nargs="*", default=[])
    parser.add_argument("--items", type=Path, nargs="*", default=[])
    parser.add_argument("--into", type=Path, default=Path("rules/lexicons"))
    options = parser.parse_args()
    options.paths = [p for p in sorted(options.corpus.rglob("*.txt")) if options.half in (None, half_of(p.stem))]
    return options
