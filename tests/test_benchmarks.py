"""The benchmarks of speed: stories that anybody can generate, commands measured in turn, cost linear in length."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from attribution_lint.linter import Linter
from benchmarks.measure import Taken, interleaved, run, table
from benchmarks.stories import story, write


def test_the_same_seed_gives_the_same_story(tmp_path: Path) -> None:
    text = story(7, 300)
    assert text == story(7, 300) != story(8, 300)
    assert 300 <= len(text.split()) < 400
    assert text.count("\n\n") > 3
    assert "{" not in text
    assert [path.name for path in write(tmp_path / "a", 2, 50)] == ["00000.txt", "00001.txt"]


def test_commands_are_measured_and_stopped() -> None:
    python = [sys.executable, "-c"]
    wall, processor, _ = run([*python, "sum(range(10**6))"]) or (0, 0, 0)
    assert wall > 0
    assert processor > 0
    taken = interleaved({"quick": [*python, ""], "slow": [*python, "import time; time.sleep(60)"]}, 2, patience=2)
    assert len(taken["quick"].wall) == 2
    assert taken["slow"].note == "stopped after 2 s"
    with pytest.raises(OSError, match="cannot be started: no-such-command"):
        run(["no-such-command"])


def test_the_peak_is_that_of_the_command_and_not_of_who_starts_it() -> None:
    ours = b"x" * (200 << 20)
    bare = run([sys.executable, "-I", "-c", ""])
    large = run([sys.executable, "-I", "-c", "b'x' * (100 << 20)"])
    inner = "import subprocess, sys; subprocess.run([sys.executable, '-I', '-c', \"b'x' * (100 << 20)\"])"
    of_a_child = run([sys.executable, "-I", "-c", inner])
    assert len(ours) == 200 << 20
    assert bare
    assert large
    assert of_a_child
    assert 4 < bare[2] < 40
    assert 95 < large[2] - bare[2] < 110
    assert 95 < of_a_child[2] - bare[2] < 110


def test_a_table_tells_medians_and_ratios() -> None:
    taken = {
        "one": Taken([1.0, 9.0, 2.0], [1.0, 1.0, 1.0], [10_000.0, 30_000.0, 20_000.0]),
        "two": Taken([3.0], [4.0], [5.0]),
        "none": Taken(note="stopped after 60 s"),
    }
    rows = table(taken, "one").splitlines()
    assert rows[2:] == [
        "| one | 2.00 | 1.00 | 1.00 | 1.00 | 20000 |",
        "| two | 3.00 | 4.00 | 1.50 | 4.00 | 5 |",
        "| none | stopped after 60 s | | | | |",
    ]


@pytest.mark.nightly
def test_ten_times_the_words_take_about_ten_times_as_long() -> None:
    linter = Linter()
    linter.lint_text(story(1, 1_000))

    def took(words: int) -> float:
        text = story(words, words)
        began = time.process_time()
        linter.lint_text(text)
        return time.process_time() - began

    short = min(took(2_000) for _ in range(3))
    long = min(took(20_000) for _ in range(2))
    assert long < 16 * short  # a square would be 100
