"""Commands measured side by side: wall time, processor time and peak memory, interleaved so that all share the weather.

What counts is the ratio of medians. A machine that does other things at the same time slows wall time down, processor
time much less.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from statistics import median

_SPEC = find_spec("attribution_lint")
PACKAGE = Path(_SPEC.origin).parent if _SPEC and _SPEC.origin else Path()
"""The folder of the package that is measured. It is not imported here: a child process begins with our memory."""


@dataclass
class Taken:
    """What a command took, run by run: seconds of wall and of processor time, and MiB at its peak."""

    wall: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    note: str = ""

    def add(self, wall: float, processor: float, memory: float) -> None:
        """Take up one run."""
        self.wall.append(wall)
        self.processor.append(processor)
        self.memory.append(memory)


def interleaved(
    commands: Mapping[str, Sequence[str]], rounds: int, patience: float = 60.0, folder: Path | None = None
) -> dict[str, Taken]:
    """Run each command once a round, and return what each took.

    One that takes longer than `patience` seconds is stopped; one that takes more than a fifth of it runs once only.
    """
    taken = {name: Taken() for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            seen = taken[name]
            if seen.note or (seen.wall and seen.wall[0] > patience / 5):
                continue
            once = run(command, patience, folder)
            if once is None:
                seen.note = f"stopped after {patience:.0f} s"
            else:
                seen.add(*once)
    return taken


def run(
    command: Sequence[str], patience: float = 60.0, folder: Path | None = None
) -> tuple[float, float, float] | None:
    """Return wall seconds, processor seconds and peak MiB of a command; None if it had to be stopped."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder
    )
    while True:
        pid, _, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = 0
            break
        if time.perf_counter() - began > patience:
            process.kill()
            os.wait4(process.pid, 0)
            process.returncode = -9
            return None
        time.sleep(0.002)
    return time.perf_counter() - began, usage.ru_utime + usage.ru_stime, _mebibytes(usage)


def _mebibytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def compiled(*places: Path) -> None:
    """Compile Python files beforehand: an environment variable may keep byte code from being kept at a start."""
    for place in places:
        subprocess.run([sys.executable, "-m", "compileall", "-q", str(place)], check=False, stdout=subprocess.DEVNULL)


def table(taken: Mapping[str, Taken], base: str) -> str:
    """Return a Markdown table of medians, with ratios to `base`."""
    lines = [
        "| command | wall s | processor s | of the base: wall | processor | peak MiB |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    first = taken[base]
    least = _mebibytes(resource.getrusage(resource.RUSAGE_SELF))  # a child starts as a copy of this process
    for name, seen in taken.items():
        if not seen.wall:
            lines.append(f"| {name} | {seen.note} | | | | |")
            continue
        wall, processor = median(seen.wall), median(seen.processor)
        ratios = "— | —"
        if first.wall:
            ratios = f"{wall / median(first.wall):.2f} | {processor / median(first.processor):.2f}"
        peak = median(seen.memory)
        memory = f"{peak:.0f}" if peak > least * 1.05 else f"under {least:.0f}"
        lines.append(f"| {name} | {wall:.2f} | {processor:.2f} | {ratios} | {memory} |")
    return "\n".join(lines)
