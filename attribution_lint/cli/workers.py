"""Drafts linted in several processes, their outcomes in the order of the drafts.

A draft that ends its process is reported as an error; the others are linted all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attribution_lint.cli.run import Outcome, Run
from attribution_lint.errors import DraftError
from attribution_lint.processes import Workshop

_LARGEST_SHARE = 16  # drafts handed over at a time

_run: Run
"""The run of a worker process."""


def lint_in_processes(run: Run, paths: Sequence[str], jobs: int) -> Iterator[Outcome]:
    """Yield what came of each draft, in order, linted in `jobs` processes."""
    size = max(1, min(_LARGEST_SHARE, len(paths) // (jobs * 4)))
    shares = [paths[at : at + size] for at in range(0, len(paths), size)]
    workshop = Workshop(_lint, _start, (run.options,), run.warm_up)
    for share, outcomes in workshop.answers(shares, jobs):
        if outcomes is not None:
            yield from outcomes
            continue
        for (path,), outcome in workshop.answers([[path] for path in share], 1):
            yield outcome[0] if outcome else _ended(path)


def _ended(path: str) -> Outcome:
    what = "ended the process that linted it"
    return Outcome(path, error=DraftError(path, what, "please report it with the draft"))


def _start(options: dict[str, Any]) -> None:
    global _run
    _run = Run(options)


def _lint(paths: Sequence[str]) -> list[Outcome]:
    return [_run.lint(path) for path in paths]
