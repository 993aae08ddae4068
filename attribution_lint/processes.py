"""Work done in several processes, answers in order, whatever the work does to a process.

A task that ends its process (out of memory, a crash of a library) costs its own answer and no other. Processes end with
the one that started them, also where that one is killed.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")
Answer = TypeVar("Answer")

_AHEAD = 4  # tasks for each process that are handed over before the first is answered
_LOOK = 1.0  # seconds between two looks whether the parent still lives


@dataclass(frozen=True)
class Workshop(Generic[Task, Answer]):
    """What worker processes do: `work` answers a task, after `start(*given)` has prepared the process.

    All of it has to be known by name in a module. `warm_up` loads in this process what every forked one needs.
    """

    work: Callable[[Task], Answer]
    start: Callable[..., None]
    given: tuple[Any, ...]
    warm_up: Callable[[], None]

    def answers(self, tasks: Iterable[Task], jobs: int) -> Iterator[tuple[Task, Answer | None]]:
        """Yield each task with its answer, in order, worked on in `jobs` processes; None if it ended its process.

        Few tasks are taken ahead of the answers, so that they can come from a source of any length.
        """
        rest = iter(tasks)
        while True:
            waiting: deque[tuple[Task, Future[Answer]]] = deque()
            try:
                yield from self._until_one_ends(rest, jobs, waiting)
                return
            except BrokenProcessPool:
                # One of those that wait did it: each is tried in a process of its own.
                for task, _ in waiting:
                    yield task, self._alone(task)

    def _until_one_ends(
        self, rest: Iterator[Task], jobs: int, waiting: deque[tuple[Task, Future[Answer]]]
    ) -> Iterator[tuple[Task, Answer]]:
        with self._pool(jobs) as pool:
            try:
                waiting.extend((task, self._submitted(pool, task)) for task in islice(rest, jobs * _AHEAD))
                while waiting:
                    task, future = waiting[0]
                    answer = future.result()
                    waiting.popleft()
                    for following in islice(rest, 1):
                        waiting.append((following, self._submitted(pool, following)))
                    yield task, answer
            except BrokenProcessPool:
                raise  # its thread has to end before another pool forks this process
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _submitted(self, pool: ProcessPoolExecutor, task: Task) -> Future[Answer]:
        try:
            return pool.submit(self.work, task)
        except BrokenProcessPool as error:
            failed: Future[Answer] = Future()
            failed.set_exception(error)
            return failed

    def _alone(self, task: Task) -> Answer | None:
        with self._pool(1) as pool:
            try:
                return pool.submit(self.work, task).result()
            except BrokenProcessPool:
                return None

    def _pool(self, jobs: int) -> ProcessPoolExecutor:
        # A forked process has all that is loaded here; elsewhere each process loads it for itself.
        method = "fork" if sys.platform == "linux" else "spawn"
        if method == "fork":
            self.warm_up()
            gc.freeze()
        context = multiprocessing.get_context(method)
        return ProcessPoolExecutor(jobs, context, _start, (os.getpid(), self.start, self.given))


def _start(parent: int, start: Callable[..., None], given: tuple[Any, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent says when to stop
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    start(*given)


def _end_with(parent: int) -> None:
    """End this process once the parent is gone: nobody would ever give it a task again."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)
