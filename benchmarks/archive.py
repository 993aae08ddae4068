"""What an audit of an archive costs, estimated from a small one and checked on a large one.

    python benchmarks/archive.py [--stories 100000] [--words 100] [--jobs 2] [--folder FOLDER]

Generates the archive, audits 1,000 stories of it, says what all should take, audits all and says what they took. What
counts is processor time, as the machine may do other things. Audits go on where they were stopped, given a FOLDER.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import PACKAGE, compiled, run
from benchmarks.stories import story

SAMPLE = 1_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=100)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="where archives and findings go, instead of a scratch folder")
    options = parser.parse_args()
    compiled(PACKAGE)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch)
        folder.mkdir(exist_ok=True)
        measure(folder, options.stories, options.words, options.jobs)


def measure(folder: Path, stories: int, words: int, jobs: int) -> None:
    """Print what the audits of few and of all stories took."""
    print(f"Stories of about {words} words, {jobs} processes\n")
    print("| stories | wall s | processor s | ms a story | peak MiB of the largest process | findings MiB |")
    print("|---:|---:|---:|---:|---:|---:|")
    start = audited(folder, 1, words, 1)
    few = audited(folder, SAMPLE, words, jobs)
    each = (few - start) / SAMPLE
    estimate = start + each * stories
    took = audited(folder, stories, words, jobs)
    print(f"\nEstimated from {SAMPLE:,}: {estimate:.0f} s of processor time;", end=" ")
    print(f"measured {took:.0f}, {took / estimate:.2f} x.")
    print(f"A million such stories: {each * 1e6 / 3600:.1f} hours of one processor.")


def audited(folder: Path, stories: int, words: int, jobs: int) -> float:
    """Audit so many generated stories, print a row and return the seconds of processor time."""
    archive, out = folder / f"{stories}x{words}.jsonl", folder / f"found-{stories}x{words}"
    if not archive.exists():
        with archive.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({"id": n, "text": story(n, words)}) + "\n" for n in range(stories))
    command = [sys.executable, "-m", "attribution_lint", "audit", str(archive), "-o", str(out), "--isolated"]
    took = run([*command, "--jobs", str(jobs)], patience=86_400)
    if took is None:
        raise SystemExit("stopped")
    wall, processor, peak = took
    size = sum(path.stat().st_size for path in out.glob("*/*.parquet")) / 2**20
    each = processor / stories * 1000
    print(f"| {stories:,} | {wall:.1f} | {processor:.1f} | {each:.1f} | {peak:.0f} | {size:.1f} |", flush=True)
    return processor


if __name__ == "__main__":
    main()
