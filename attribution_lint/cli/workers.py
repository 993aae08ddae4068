"""Drafts linted in several processes, their outcomes in the order of the drafts.

A draft that ends its process (out of memory, a crash of a library) is reported as an error; the others are linted all
the same.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from attribution_lint.cli.run import Outcome, Run
from attribution_lint.errors import DraftError

_LARGEST_SHARE = 16  # drafts handed over at a time

_run: Run
"""The run of a worker process."""


def lint_in_processes(run: Run, paths: Sequence[str], jobs: int) -> Iterator[Outcome]:
    """Yield what came of each draft, in order, linted in `jobs` processes."""
    size = max(1, min(_LARGEST_SHARE, len(paths) // (jobs * 4)))
    shares = [paths[at : at + size] for at in range(0, len(paths), size)]
    done = 0
    with _pool(run, jobs) as pool:
        futures = [pool.submit(_lint, share) for share in shares]
        try:
            for future in futures:
                for outcome in future.result():
                    yield outcome
                    done += 1
        except BrokenProcessPool:
            pass
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    yield from _one_by_one(run, paths[done:])


def _one_by_one(run: Run, paths: Sequence[str]) -> Iterator[Outcome]:
    """Lint drafts one of which ends its process: one process, one draft at a time, so that it is known which."""
    done = 0
    while done < len(paths):
        with _pool(run, 1) as pool:
            for future in [pool.submit(_lint, [path]) for path in paths[done:]]:
                try:
                    yield from future.result()
                except BrokenProcessPool:
                    what = "ended the process that linted it"
                    yield Outcome(paths[done], error=DraftError(paths[done], what, "please report it with the draft"))
                    done += 1
                    break
                done += 1


def _pool(run: Run, jobs: int) -> ProcessPoolExecutor:
    # A forked process has all that is loaded here; elsewhere each process loads it for itself.
    method = "fork" if sys.platform == "linux" else "spawn"
    if method == "fork":
        run.warm_up()
        gc.freeze()
    context = multiprocessing.get_context(method)
    return ProcessPoolExecutor(jobs, context, _start, (run.options,))


def _start(options: dict[str, Any]) -> None:
    global _run
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent says when to stop
    _run = Run(options)


def _lint(paths: Sequence[str]) -> list[Outcome]:
    return [_run.lint(path) for path in paths]
