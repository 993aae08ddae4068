"""Runs the targets under atheris: `python -m fuzz.run readers --runs 1000000`, or `--all`."""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "attribution_lint"
NAMES = (
    "fixes", "visible", "offsets", "suppressions", "configuration", "packs", "readers", "word", "components",
    "pipeline",
)  # fmt: skip
"""The targets, the cheapest first."""
WATCHED = {
    "fixes": ("fixes",),
    "visible": ("visible",),
    "offsets": ("formats.prose",),
    "suppressions": ("suppressions",),
    "configuration": ("config", "config_table", "settings"),
    "packs": ("packs", "checks.patterns"),
    "readers": ("formats", "draft"),
    "word": ("formats.word", "annotations.word"),
    "components": ("nlp",),
    "pipeline": ("checks", "nlp.reach", "linter", "diagnostics"),
}
"""The modules whose branches lead the fuzzer to new inputs; all others run at full speed."""
LONGEST = {
    "fixes": 20,
    "visible": 16,
    "offsets": 28,
    "suppressions": 60,
    "configuration": 100,
    "packs": 100,
    "readers": 128,
    "word": 256,
    "components": 60,
    "pipeline": 80,
}
"""Bytes of the longest input: what takes more to go wrong, tests of drafts show."""
_NOT_FUZZED = (
    "attribution_lint.__main__",
    "attribution_lint.cli",
    "attribution_lint.lsp",
    "attribution_lint.sourcemap",
)


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
        print("atheris is not installed: nothing was fuzzed (pip install atheris)", file=sys.stderr)
        return 2
    # Modules are imported late and by name here: what is not imported now would be run without being watched.
    modules = _modules()
    watched = tuple(f"attribution_lint.{name}" for name in WATCHED[given.target])
    others = [name for name in modules if name not in watched and not name.startswith(tuple(f"{w}." for w in watched))]
    # Atheris includes whole packages of the first level only: what should run at full speed has to be excluded.
    with atheris.instrument_imports(include=["attribution_lint"], exclude=others):
        for name in modules:
            import_module(name)
        from fuzz.targets import TARGETS
    found = HERE / "found" / given.target
    found.mkdir(parents=True, exist_ok=True)
    limits = [f"-runs={given.runs}", f"-max_total_time={given.seconds}", "-timeout=20"]
    limits.append(f"-max_len={LONGEST[given.target]}")
    ways = [f"-dict={HERE / 'dictionary.txt'}"]
    folders = [f"-artifact_prefix={found}/", str(found), str(HERE / "corpus" / given.target)]
    atheris.Setup([sys.argv[0], *limits, *ways, *folders], TARGETS[given.target])
    gc.freeze()  # what is there now stays: looking through it again and again takes half of the time
    atheris.Fuzz()
    return 0


def _modules() -> list[str]:
    """Return the names of all modules that drafts come through, without importing any."""
    files = (path.relative_to(PACKAGE.parent).with_suffix("") for path in sorted(PACKAGE.rglob("*.py")))
    names = (".".join(file.parts).removesuffix(".__init__") for file in files)
    return [name for name in names if not name.startswith(_NOT_FUZZED)]


if __name__ == "__main__":
    sys.exit(main())
