"""Worker processes: answers in order, a task that ends its process, and processes that end with their parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from itertools import count

import pytest

from attribution_lint.processes import Workshop

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of a POSIX system")


def square(number: int) -> int:
    if number < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def nothing() -> None:
    pass


SQUARES = Workshop(square, nothing, (), nothing)


@pytest.mark.parametrize("jobs", [1, 2])
def test_answers_come_in_order_and_a_task_that_ends_its_process_costs_only_its_own(jobs: int) -> None:
    tasks = [3, -1, 4, *range(20), -5, 9]
    expected = [(task, None if task < 0 else task * task) for task in tasks]
    assert list(SQUARES.answers(tasks, jobs)) == expected


def test_tasks_are_not_taken_far_ahead_of_the_answers() -> None:
    tasks = count(1)
    answers = SQUARES.answers(tasks, 2)
    assert [next(answers) for _ in range(3)] == [(1, 1), (2, 4), (3, 9)]
    assert next(tasks) < 20
    answers.close()  # type: ignore[attr-defined]


def test_processes_end_with_a_parent_that_is_killed() -> None:
    code = (
        "import os\nfrom attribution_lint.processes import Workshop\n"
        "from tests.test_processes import nothing\n"
        "def work(task): return os.getpid()\n"
        "for _, found in Workshop(work, nothing, (), nothing).answers(iter(int, 1), 2): print(found, flush=True)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    workers = {int(parent.stdout.readline()) for _ in range(50)}
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 20
    while any(alive(worker) for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [worker for worker in workers if alive(worker)]


def alive(pid: int) -> bool:
    """Whether the process runs; one that ended and was not waited for does not."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
