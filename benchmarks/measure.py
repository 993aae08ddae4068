"""Commands measured side by side: wall time, processor time and peak memory, interleaved so that all share the weather.

What counts is the ratio of medians. A machine that does other things at the same time slows wall time down, processor
time much less.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from statistics import median

_SPEC = find_spec("attribution_lint")
PACKAGE = Path(_SPEC.origin).parent if _SPEC and _SPEC.origin else Path()
"""The folder of the package that is measured; the package is not imported here."""

_LAUNCHER = """
import os, signal, sys, time
patience, command = float(sys.argv[1]), sys.argv[2:]
stopped = []
nothing = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
began = time.perf_counter()
child = os.posix_spawnp(command[0], command, os.environ, file_actions=nothing, setpgroup=0)
def stop(*_):
    stopped.append(os.killpg(child, signal.SIGKILL))
signal.signal(signal.SIGALRM, stop)
signal.setitimer(signal.ITIMER_REAL, patience)
try:
    _, _, usage = os.wait4(child, 0)
except BaseException:
    stop()
    raise
wall = time.perf_counter() - began
print("stopped" if stopped else f"{wall} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss}")
"""
"""A small process that starts a command and waits for it.

The kernel counts the memory of the process that starts a command to the peak of the command, so a large one, such as a
test run, cannot measure a small command by itself.
"""


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
    """Return wall seconds, processor seconds and peak MiB of a command; None if it had to be stopped.

    Time and memory are those of the command with all the processes that it waited for; the peak is that of the
    largest of them, and 9 MiB at the least. Raises OSError if the command cannot be started.
    """
    launcher = [sys.executable, "-I", "-S", "-c", _LAUNCHER, str(patience), *command]
    done = subprocess.run(launcher, stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd=folder)
    if done.returncode:
        raise OSError(f"cannot be started: {command[0]}")
    if done.stdout.strip() == "stopped":
        return None
    wall, processor, peak = map(float, done.stdout.split())
    return wall, processor, peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


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
    for name, seen in taken.items():
        if not seen.wall:
            lines.append(f"| {name} | {seen.note} | | | | |")
            continue
        wall, processor = median(seen.wall), median(seen.processor)
        ratios = "— | —"
        if first.wall:
            ratios = f"{wall / median(first.wall):.2f} | {processor / median(first.processor):.2f}"
        lines.append(f"| {name} | {wall:.2f} | {processor:.2f} | {ratios} | {median(seen.memory):.0f} |")
    return "\n".join(lines)
