"""How long a keystroke takes to its diagnostics: a real server, a real client, a warm start.

    python benchmarks/editor.py [--strokes N]

Types into the middle of an 800-word story and of a 20,000-word draft, one character after the other, each time
waiting for the diagnostics of that version (pulled), and prints the median and the 95th percentile in milliseconds,
what of it is the linting itself, and how the two drafts compare. On Linux it tells as well what processor time the
server takes for a keystroke, which other programs disturb less. The texts are made here from a fixed seed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from attribution_lint.linter import Linter
from tests.lsp.editor import PULLS, Editor

PEOPLE = ("Ada Moss", "Ben Okafor", "Carla Ruiz", "the harbour office", "a spokesman for the port", "the auditors")
PLACES = ("the port", "the old town", "the valley", "the northern district", "the lower docks")
SENTENCES = (
    "{who} said {n} people had left {where} since March.",
    "“Nobody came to ask us,” {who} said. “We waited for weeks, and then the water rose.”",
    "The streets of {where} were quiet on Tuesday, and the shutters of the market stayed down until noon.",
    "About {n},{m:03} homes stand empty, according to {who}.",
    "Repairs will cost ${m} million over {k} years.",
    "Rents in {where} rose by {k} percent.",
    "He walked along the quay with his daughter, past boats that had not moved all winter.",
    "The council has put off its decision twice, and no date has been set for a third meeting.",
    "In a report, {who} described how the work was planned, paid for and then forgotten.",
)


def story(words: int) -> str:
    """A story of about so many words, the same on every run."""
    dice = random.Random(words)
    paragraphs: list[str] = []
    count = 0
    while count < words:
        chosen = dice.choices(SENTENCES, k=dice.randint(2, 4))
        text = " ".join(
            each.format(
                who=dice.choice(PEOPLE), where=dice.choice(PLACES), n=dice.randint(2, 90), m=dice.randint(1, 999), k=7
            )
            for each in chosen
        )
        paragraphs.append(text)
        count += len(text.split())
    return "\n\n".join(paragraphs) + "\n"


def processor_time(editor: Editor) -> float:
    """The milliseconds of processor time that the server has taken so far; 0 where the system does not tell."""
    server = editor.client._server
    file = Path(f"/proc/{server.pid}/stat") if server is not None else None
    if file is None or not file.exists():
        return 0.0
    user, system = file.read_text().rpartition(") ")[2].split()[11:13]
    return (int(user) + int(system)) * 1000 / os.sysconf("SC_CLK_TCK")


async def measured(editor: Editor, text: str, strokes: int) -> tuple[list[float], float]:
    """The milliseconds from each keystroke to its diagnostics, and the server's processor time for one."""
    uri = editor.open(f"{len(text)}.md", text)
    lines = text.split("\n")
    line = len(lines) // 2 // 2 * 2
    for _ in range(5):
        await editor.items(uri)
        editor.type(uri, "x", (line, 0))
    await editor.items(uri)
    taken, processor = [], processor_time(editor)
    for number in range(strokes):
        began = time.perf_counter()
        editor.type(uri, "warm words "[number % 11], (line, number))
        await editor.items(uri)
        taken.append((time.perf_counter() - began) * 1000)
    processor = (processor_time(editor) - processor) / strokes
    editor.close(uri)
    return taken, processor


def linted(text: str, rounds: int) -> float:
    """The median milliseconds of linting alone, in this process."""
    linter = Linter()
    taken = []
    for number in range(rounds + 2):
        began = time.perf_counter()
        linter.lint_text(f"{text}{number}", "story.md")
        taken.append((time.perf_counter() - began) * 1000)
    return sorted(taken[2:])[rounds // 2]


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strokes", type=int, default=100)
    strokes = parser.parse_args().strokes
    medians, processors = [], []
    with tempfile.TemporaryDirectory() as folder:
        editor = await Editor.hired(Path(folder))
        await editor.start(text_document=PULLS)
        for words, share in ((800, 1), (20_000, 10)):
            text = story(words)
            taken, processor = await measured(editor, text, max(strokes // share, 5))
            taken.sort()
            median, late = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
            medians.append(median)
            processors.append(processor)
            print(
                f"{len(text.split()):6} words: keystroke to diagnostics {median:7.1f} ms median, {late:7.1f} ms p95 "
                f"({len(taken)} strokes), {processor:.1f} ms of the server's processor time; "
                f"linting alone from nothing {linted(text, 5):7.1f} ms"
            )
        await editor.leave()
    print(f"the long draft takes {medians[1] / medians[0]:.1f} times as long as the story")
    if processors[0]:
        print(f"and {processors[1] / processors[0]:.1f} times the processor time")


if __name__ == "__main__":
    asyncio.run(main())
