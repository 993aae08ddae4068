"""The sources command: the ledger of drafts in each of its forms."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.conftest import Command

DRAFT = (
    "A 🙂 day.\r\n\r\nAda Moss, the mayor, said 1,200 homes stood empty.\r\n\r\n"
    "Some 3,500 families left. “It never ends.”\r\n"
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_bytes(DRAFT.encode())
    return path


def test_jsonl_is_the_contract(command: Command, draft: Path) -> None:
    done = command("sources", "draft.txt", "--output-format", "jsonl")
    assert (done.status, done.err) == (0, "")
    assert json.loads(done.out) == {
        "path": "draft.txt",
        "attributions": [
            {
                "source": {"text": "Ada Moss, the mayor", "start": 12, "end": 31},
                "cue": {"text": "said", "start": 33, "end": 37},
                "content": {"text": "1,200 homes stood empty.", "start": 38, "end": 62},
                "source_type": "official",
                "via": "cue",
            }
        ],
        "figures": [
            {
                "text": "1,200", "start": 38, "end": 43, "kind": "magnitude", "status": "attributed",
                "reason": "in the sentence", "attribution": 0,
            },
            {
                "text": "3,500", "start": 71, "end": 76, "kind": "magnitude", "status": "unattributed",
                "reason": "", "attribution": None,
            },
        ],
        "quotes": [{"text": "“It never ends.”", "start": 92, "end": 108, "speaker": None}],
    }  # fmt: skip
    array = command("sources", "draft.txt", "--output-format", "json").out
    assert json.loads(array) == [json.loads(done.out)]


def test_an_object_for_every_draft(command: Command, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    lines = command("sources", "--output-format", "jsonl").out.splitlines()
    assert [json.loads(line)["path"] for line in lines] == ["draft.txt", "empty.txt"]
    assert json.loads(lines[1]) == {"path": "empty.txt", "attributions": [], "figures": [], "quotes": []}


def test_csv_has_a_row_for_each_figure_and_quotation(command: Command, draft: Path) -> None:
    out = command("sources", "draft.txt", "--output-format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["what"], row["text"], row["status"], row["source"], row["cue"]) for row in rows] == [
        ("figure", "1,200", "attributed", "Ada Moss", "said"),
        ("figure", "3,500", "unattributed", "", ""),
        ("quote", "“It never ends.”", "unattributed", "", ""),
    ]


def test_no_cell_of_a_csv_is_a_formula(command: Command, tmp_path: Path) -> None:
    (tmp_path / "=1+1.txt").write_text("Ada Moss said −4% and -3% of 9% left.")
    rows = list(csv.DictReader(io.StringIO(command("sources", "--output-format", "csv").out)))
    assert {row["path"] for row in rows} == {"'=1+1.txt"}
    assert all(row["text"][0] not in "='" for row in rows)


def test_the_table(command: Command, draft: Path) -> None:
    out = command("sources", "draft.txt").out
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[0] == "draft.txt"
    assert "3 1,200 attributed Ada Moss in its own sentence, by “said”" in lines
    assert "5 3,500 unattributed — nobody is named for it" in lines
    assert "Ada Moss official 1 0" in lines
    assert " ".join(lines[-3:]).strip() == (
        "2 figures, 1 without a source; 1 quotation, 1 without a speaker. “check” asks for a speaker (QUO101) only of "
        "longer quotations, and where nobody near can be meant."
    )
    assert "\033" not in out
    assert "\033[1;31m" in command("sources", "draft.txt", "--color", "always").out


def test_why_check_asks_for_fewer_speakers_is_said(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The fund is empty.\n\n“I cried for a week.”\n\nIt was shut in May.\n")
    assert command("check", "a.txt").out == "No problems in 1 draft.\n"
    out = " ".join(command("sources", "a.txt").out.split())
    assert "1 quotation, 1 without a speaker. “check” asks for a speaker (QUO101) only of longer quotations" in out
    (tmp_path / "b.txt").write_text("“I cried for a week,” Ada Moss said.\n")
    assert "none without a speaker.\n" in command("sources", "b.txt").out
    assert "“check” asks" not in command("sources", "b.txt").out


def test_a_draft_cannot_drive_the_terminal(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“Go [red]away\x1b[31m now, all of you,” Ada\x1b]0;x\x07 Moss said of 12%.")
    assert not {"\x1b", "\x07"} & set(command("sources", "a.txt").out)


def test_standard_input(command: Command) -> None:
    done = command("sources", "-", "--stdin-filename", "x.md", "--output-format", "jsonl", stdin=b"**9%** left.")
    assert [each["start"] for each in json.loads(done.out)["figures"]] == [2]
    assert command("sources", "a.txt", "--stdin-filename", "x").status == 2


def test_what_cannot_be_read_is_named(command: Command, draft: Path) -> None:
    done = command("sources", "gone.txt", "draft.txt", "--output-format", "jsonl")
    assert done.status == 2
    assert json.loads(done.out)["path"] == "draft.txt"
    assert done.err == "error: gone.txt: does not exist (check the spelling)\n"
    assert command("sources", "draft.txt", "--format", "nonsense").status == 2
