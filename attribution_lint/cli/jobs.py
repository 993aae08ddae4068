"""How many processes lint the drafts, and which drafts need linting at all.

Drafts that an earlier run knows are answered by this process; only what is left is given to others, so a run that the
cache answers starts no process.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from attribution_lint.cli.run import Outcome, Run

_WORTH_A_PROCESS = 40  # drafts; starting a process takes as long as linting some twenty


def outcomes(run: Run, paths: Sequence[str], jobs: int | None = None) -> Iterator[Outcome]:
    """Yield what came of each draft, in order, linted in `jobs` processes or as many as pay."""
    if jobs == 1 or len(paths) < 2:
        yield from map(run.lint, paths)
        return
    waiting = [path for path in paths if run.needs_analysis(path)]
    jobs = min(jobs, len(waiting)) if jobs else min(processors(), len(waiting) // _WORTH_A_PROCESS)
    if jobs < 2:
        yield from map(run.lint, paths)
        return
    from attribution_lint.cli.workers import lint_in_processes

    given_away = set(waiting)
    answers = lint_in_processes(run, waiting, jobs)
    for path in paths:
        yield next(answers) if path in given_away else run.lint(path)
    next(answers, None)  # let it end: processes left to the end of the interpreter are not waited for


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
