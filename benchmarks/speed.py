"""How fast attribution-lint is, beside what spaCy alone costs.

    python benchmarks/speed.py [--stories FOLDER] [--rounds 5] [--many 2000]

Measures, in fresh processes: one cold story; 200 stories in one and in two processes; a second, unchanged run; one
draft of 1, 10 and 100 thousand words; memory over many stories. Prints Markdown. Stories are generated unless given.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import PACKAGE, compiled, interleaved, run, table
from benchmarks.stories import story, write

SPACY = "import spacy; spacy.blank('en')"
CUT = "import sys, spacy; nlp = spacy.blank('en'); [nlp.make_doc(open(path).read()) for path in sys.argv[1:]]"
LINT = [sys.executable, "-m", "attribution_lint", "check", "--output-format", "jsonl", "--exit-zero"]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, help="a folder of .txt stories; 200 are used")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--many", type=int, default=2000, help="stories over which memory is watched")
    options = parser.parse_args()
    compiled(PACKAGE)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        given = sorted(options.stories.glob("*.txt"))[:200] if options.stories else []
        stories = [str(path) for path in given or write(folder / "stories", 200, 600)]
        print_cold(folder, options.rounds)
        print_many(folder, stories, options.rounds)
        print_lengths(folder, options.rounds)
        print_memory(folder, options.many)


def print_cold(folder: Path, rounds: int) -> None:
    """Print what one story of 800 words costs from a cold start."""
    (draft,) = write(folder / "one", 1, 800)
    taken = interleaved(
        {
            "import spaCy, blank pipeline": [sys.executable, "-c", SPACY],
            "check one story": [*LINT, "--no-cache", str(draft)],
            "--help": [*LINT, "--help"],
        },
        rounds,
    )
    print("\n**One cold story of 800 words**\n")
    print(table(taken, "import spaCy, blank pipeline"))


def print_many(folder: Path, stories: list[str], rounds: int) -> None:
    """Print what 200 stories cost, anew and again."""
    cache = ["--cache-dir", str(folder / "cache")]
    run([*LINT, *cache, *stories], patience=600)
    taken = interleaved(
        {
            "check --jobs 1 --no-cache": [*LINT, "--jobs", "1", "--no-cache", *stories],
            "check --jobs 2 --no-cache": [*LINT, "--jobs", "2", "--no-cache", *stories],
            "check, unchanged": [*LINT, *cache, *stories],
            "spaCy's tokens alone": [sys.executable, "-c", CUT, *stories],
        },
        rounds,
        patience=300,
    )
    print(f"\n**{len(stories)} stories**\n")
    print(table(taken, "check --jobs 1 --no-cache"))


def print_lengths(folder: Path, rounds: int) -> None:
    """Print how the time for one draft grows with its length, start-up taken off."""
    drafts = {words: folder / f"{words}.txt" for words in (1_000, 10_000, 100_000)}
    for words, path in drafts.items():
        path.write_text(story(words, words), encoding="utf-8")
    (folder / "empty.txt").write_text("Nothing here.\n", encoding="utf-8")
    commands = {f"{words:,} words": [*LINT, "--no-cache", str(path)] for words, path in drafts.items()}
    taken = interleaved({"3 words": [*LINT, "--no-cache", str(folder / "empty.txt")], **commands}, rounds, 300)
    print("\n**One draft of so many words**\n")
    print(table(taken, "3 words"))
    start = median(taken["3 words"].processor)
    took = [median(seen.processor) - start for seen in list(taken.values())[1:]]
    tenfold = f"{took[1] / took[0]:.1f}, then {took[2] / took[1]:.1f}"
    print(f"\nBeyond the start, ten times the words take {tenfold} times as long.")


def print_memory(folder: Path, many: int) -> None:
    """Print the peak memory over few and over many stories, beside that of spaCy alone."""
    stories = [str(path) for path in write(folder / "many", many, 300)]
    bare = run([sys.executable, "-c", SPACY])
    print("\n**Peak memory in one process**\n\n| stories | MiB |\n|---|---:|")
    print(f"| spaCy alone | {bare[2] if bare else 0:.0f} |")
    for count in (1, many // 10, many // 2, many):
        took = run([*LINT, "--jobs", "1", "--no-cache", *stories[:count]], patience=3600)
        print(f"| {count} | {took[2] if took else 0:.0f} |")


if __name__ == "__main__":
    main()
