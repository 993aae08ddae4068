"""--statistics: the measures of every draft at the end of a run."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Command


def test_measures_follow_the_run_on_standard_error(command: Command, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The cat sat on the mat. The dog ran.\n", encoding="utf-8")
    found = command("check", "--statistics", "one.txt")
    assert found.status == 0
    assert "reading ease" not in found.out
    heads, row = found.err.splitlines()[-2:]
    assert heads.split("  ")[0].strip() == "draft"
    assert row.split() == ["one.txt", "9", "2", "4.5", "6", "117.7", "-2.0", "1.8"]


def test_nothing_is_measured_unasked(command: Command, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The cat sat on the mat.\n", encoding="utf-8")
    assert "reading ease" not in command("check", "one.txt").err
