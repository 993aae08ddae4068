"""attribution-lint beside other prose linters, on the same stories at the same time.

    python benchmarks/peers.py FOLDER [--stories STORIES] [--rounds 3] [--json FILE]

Installs pinned peers from PyPI and npm into FOLDER (npm must be there), then measures each in fresh processes, in turn:
one cold story, 200 stories, a second, unchanged run. Prints Markdown. The peers look for other things than this linter
and than one another; what is compared is what a hook costs.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import venv
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import PACKAGE, Taken, compiled, interleaved, run, table
from benchmarks.stories import write

PYTHON = ("proselint==0.16.0", "codespell==2.4.3", "typos==1.52.0")
NODE = ("textlint@15.8.0", "textlint-rule-write-good@2.0.0", "write-good@1.0.8", "alex@11.0.1", "harper.js@2.10.0")
HARPER = """\
import { readFileSync } from "node:fs";
import { Dialect, LocalLinter } from "harper.js";
import { binary } from "harper.js/binary";
const linter = new LocalLinter({ binary, dialect: Dialect.American });
for (const path of process.argv.slice(2)) {
  const lints = await linter.lint(readFileSync(path, "utf8"), { language: "plaintext" });
  for (const lint of lints) console.log(path, lint.span().start, lint.message());
}
"""
OURS = "attribution-lint"


def main() -> None:
    """Install, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the peers are, or are to be, installed")
    parser.add_argument("--stories", type=Path, help="a folder of .txt stories, 200 of which are used")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--patience", type=float, default=300, help="seconds after which a run is stopped")
    parser.add_argument("--json", type=Path, help="write all runs to this file")
    options = parser.parse_args()
    peers = installed(options.folder.resolve())
    with tempfile.TemporaryDirectory() as scratch:
        given = sorted(options.stories.resolve().glob("*.txt"))[:200] if options.stories else []
        stories = [str(path) for path in given or write(Path(scratch, "stories"), 200, 600)]
        one = [str(path) for path in write(Path(scratch, "one"), 1, 800)]
        ours = [sys.executable, "-m", "attribution_lint", "check", "--isolated", "--cache-dir", str(Path(scratch, "c"))]
        anew = {
            OURS: [*ours, "--no-cache", "--jobs", "1"],
            f"{OURS} --jobs 2": [*ours, "--no-cache", "--jobs", "2"],
        }
        run([*ours, *stories], patience=600)
        measured = {
            "One cold story of 800 words": ({OURS: anew[OURS], **peers}, one, "proselint"),
            f"{len(stories)} stories": ({**anew, **peers}, stories, "proselint"),
            f"{len(stories)} stories, unchanged": ({OURS: anew[OURS], f"{OURS}, second run": ours}, stories, OURS),
        }
        taken: dict[str, dict[str, Taken]] = {}
        for title, (commands, paths, base) in measured.items():
            full = {name: [*command, *paths] for name, command in commands.items()}
            taken[title] = interleaved(full, options.rounds, options.patience, options.folder)
            print(f"\n**{title}**\n\n{table(taken[title], base)}", flush=True)
    if options.json:
        plain = {title: {name: asdict(seen) for name, seen in rows.items()} for title, rows in taken.items()}
        options.json.write_text(json.dumps(plain, indent=1), encoding="utf-8")


def installed(folder: Path) -> dict[str, list[str]]:
    """Install the peers into `folder` unless they are there, and return the command of each."""
    python, node = folder / "python", folder / "node"
    if not (python / "bin").is_dir():
        venv.create(python, with_pip=True)
        subprocess.run([python / "bin" / "pip", "install", "-q", *PYTHON], check=True)
    if not (node / "node_modules").is_dir():
        node.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent", *NODE], cwd=node, check=True)
    compiled(python / "lib", PACKAGE)
    (node / "harper.mjs").write_text(HARPER, encoding="utf-8")
    (node / "textlintrc.json").write_text('{"rules": {"write-good": true}}', encoding="utf-8")
    programs, tools = python / "bin", node / "node_modules" / ".bin"
    return {
        "proselint": [str(programs / "proselint"), "check"],
        "codespell": [str(programs / "codespell")],
        "typos": [str(programs / "typos")],
        "textlint (write-good)": [str(tools / "textlint"), "--config", str(node / "textlintrc.json")],
        "write-good": [str(tools / "write-good")],
        "alex": [str(tools / "alex"), "-q"],
        "Harper (harper.js)": ["node", str(node / "harper.mjs")],
    }


if __name__ == "__main__":
    main()
