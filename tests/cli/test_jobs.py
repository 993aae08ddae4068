"""Several processes: the same report as one process gives, in the same order, whatever becomes of a draft."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from attribution_lint.linter import Linter, Result
from attribution_lint.processes import Workshop
from tests.conftest import Command


@pytest.fixture
def drafts(house: Path) -> Path:
    for number in range(7):
        (house / f"{number}.txt").write_text(f"We utilise {number} words.\n")
    (house / "3.txt").write_bytes(b"\x89PNG....")
    return house


@pytest.mark.parametrize("options", [[], ["--output-format", "jsonl"], ["--diff"], ["--statistics"], ["--no-cache"]])
def test_the_report_is_the_same(command: Command, drafts: Path, options: list[str]) -> None:
    alone = command("check", ".", "--jobs", "1", *options)
    assert "3.txt" in alone.err
    assert command("check", ".", "--jobs", "2", "--no-cache", *options) == alone
    assert command("check", ".", "--jobs", "3", *options) == alone


def test_fixes_are_made_in_workers_too(command: Command, drafts: Path) -> None:
    status, _, err = command("check", ".", "--fix", "--jobs", "2")
    assert "Fixed 6 problems in 6 drafts." in err
    assert status == 2
    assert (drafts / "6.txt").read_text() == "We use 6 words.\n"


@pytest.mark.skipif(sys.platform != "linux", reason="the worker must have what the test has put in place")
def test_a_draft_that_ends_its_process_is_reported_and_the_others_are_linted(
    command: Command, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lint = Linter.lint_bytes

    def fatal(self: Linter, data: bytes, path: str, format: str | None = None) -> Result:
        if path == "5.txt":
            os._exit(9)
        return lint(self, data, path, format)

    monkeypatch.setattr(Linter, "lint_bytes", fatal)
    status, out, err = command("check", ".", "--jobs", "2", "--output-format", "concise")
    assert status == 2
    assert [line.partition(":")[0] for line in out.splitlines()] == ["0.txt", "1.txt", "2.txt", "4.txt", "6.txt"]
    assert [line.split(":")[1].strip() for line in err.splitlines()] == ["3.txt", "5.txt"]
    assert "5.txt: ended the process that linted it" in err


def test_no_process_is_started_for_known_drafts(
    command: Command, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = command("check", ".", "--jobs", "2")
    monkeypatch.setattr(Workshop, "_pool", None)
    (drafts / "3.txt").unlink()
    second = command("check", ".", "--jobs", "2")
    assert second.out == first.out.replace(" 1 error kept others from being read.", "")
    assert second.err == ""


def test_jobs_must_be_a_number_of_processes(command: Command, drafts: Path) -> None:
    assert command("check", ".", "--jobs", "0").status == 2
