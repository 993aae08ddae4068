"""What a baseline knows stays known, and only that."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from attribution_lint.baseline import read
from attribution_lint.errors import UserError
from tests.conftest import Command


def start(command: Command, house: Path, text: str) -> None:
    (house / "a.txt").write_text(text)
    done = command("check", "a.txt", "--baseline", "known.json", "--write-baseline")
    assert (done.status, done.out) == (0, "")


@pytest.mark.parametrize(
    ("later", "new"),
    [
        ("We utilise it.\n", []),
        ("One more line.\n\nWe utilise it.\n", []),
        ("And so we utilise  the thing now.\n", []),
        ("We Utilise it.\n", []),
        ("We utilise it.\n\nWe utilise it.\n", [3]),
        ("We use it in order to go.\n", [1]),
    ],
)
def test_known_is_known_by_its_words(command: Command, house: Path, later: str, new: list[int]) -> None:
    start(command, house, "We utilise it.\n")
    (house / "a.txt").write_text(later)
    done = command("check", "a.txt", "--baseline", "known.json", "--output-format", "jsonl")
    assert [json.loads(line)["start"]["line"] for line in done.out.splitlines()] == new
    assert done.status == bool(new)


def test_the_same_words_in_another_draft_are_new(command: Command, house: Path) -> None:
    start(command, house, "We utilise it.\n")
    (house / "b.txt").write_text("We utilise it.\n")
    assert command("check", ".", "--baseline", "known.json", "--output-format", "concise").out.startswith("b.txt:")


def test_the_file_is_fit_for_version_control(command: Command, house: Path) -> None:
    start(command, house, "perhaps we utilise it, utilise it.\n")
    written = json.loads((house / "known.json").read_text())
    assert [(e["path"], e["code"], e["count"]) for e in written["known"]] == [
        ("a.txt", "HSE101", 2),
        ("a.txt", "HSE301", 1),
    ]
    start(command, house, "perhaps we utilise it, utilise it.\n")
    assert json.loads((house / "known.json").read_text()) == written


def test_writing_for_one_draft_keeps_what_is_known_of_others(command: Command, house: Path) -> None:
    (house / "b.txt").write_text("utilise\n")
    command("check", "b.txt", "--baseline", "known.json", "--write-baseline")
    start(command, house, "utilise\n")
    assert [e["path"] for e in json.loads((house / "known.json").read_text())["known"]] == ["a.txt", "b.txt"]


def test_the_configuration_names_the_baseline(command: Command, house: Path) -> None:
    start(command, house, "utilise\n")
    config = house / ".attribution-lint.toml"
    config.write_text(config.read_text() + 'baseline = "known.json"\n')
    assert command("check", "a.txt").status == 0


def test_known_diagnostics_are_not_fixed(command: Command, house: Path) -> None:
    start(command, house, "utilise\n")
    command("check", "a.txt", "--baseline", "known.json", "--fix")
    assert (house / "a.txt").read_text() == "utilise\n"


@pytest.mark.parametrize(
    "content", [None, "no json", "[" * 99_999, "[]", '{"version": 9, "known": []}', '{"version": 1, "known": [{}]}']
)
def test_a_baseline_that_is_none(command: Command, house: Path, content: str | None) -> None:
    (house / "a.txt").write_text("utilise\n")
    if content is not None:
        (house / "known.json").write_text(content)
    done = command("check", "a.txt", "--baseline", "known.json")
    assert done.status == 2
    assert done.err.startswith("error: known.json: ")
    assert "--write-baseline" in done.err


def test_writing_needs_a_file(command: Command, house: Path) -> None:
    (house / "a.txt").write_text("utilise\n")
    done = command("check", "a.txt", "--write-baseline")
    assert done.status == 2
    assert "--write-baseline needs --baseline FILE" in done.err


@pytest.mark.parametrize(
    "content",
    [
        "{}",
        "[]",
        '{"version": 1, "known": 3}',
        '{"version": 1, "known": [{"path": "a", "code": "b", "fingerprint": "c", "count": Infinity}]}',
        "[" * 100_000,
    ],
)
def test_what_is_no_baseline_is_refused_in_words(tmp_path: Path, content: str) -> None:
    file = tmp_path / "known.json"
    file.write_text(content)
    with pytest.raises(UserError, match=r"is no baseline of attribution-lint"):
        read(file)
