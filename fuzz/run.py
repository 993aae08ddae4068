"""Runs the targets under atheris: `python -m fuzz.run readers --runs 1000000`, or `--all`."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
NAMES = ("readers", "offsets", "pipeline", "fixes", "suppressions", "configuration", "packs")


def main() -> int:
    """Fuzz one target in this process, or all of them in one of their own each; return the worst exit status."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("target", nargs="?", choices=NAMES)
    options.add_argument("--all", action="store_true", help="every target, one after the other")
    options.add_argument("--runs", type=int, default=1_000_000, help="executions of a target")
    options.add_argument("--seconds", type=int, default=0, help="stop a target after so long (0: never)")
    given = options.parse_args()
    if given.all:
        more = ["--runs", str(given.runs), "--seconds", str(given.seconds)]
        return max(subprocess.call([sys.executable, "-m", "fuzz.run", name, *more]) for name in NAMES)
    if not given.target:
        options.error("name a target, or give --all")
    try:
        import atheris
    except ImportError:
        print("atheris is not installed: nothing was fuzzed", file=sys.stderr)
        return 0
    with atheris.instrument_imports(include=["attribution_lint"]):
        from fuzz.targets import TARGETS
    found = HERE / "found" / given.target
    found.mkdir(parents=True, exist_ok=True)
    limits = [f"-runs={given.runs}", f"-max_total_time={given.seconds}", "-timeout=20", "-max_len=4096"]
    folders = [f"-artifact_prefix={found}/", str(found), str(HERE / "corpus")]
    atheris.Setup([sys.argv[0], *limits, *folders], TARGETS[given.target])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
