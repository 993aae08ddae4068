"""The summary of an audit: counts, shares and examples, and what changed between two versions of the rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from attribution_lint.audit import comparison
from attribution_lint.audit.parts import Parts
from tests.conftest import HOUSE_PACK, Command


def audited(command: Command, out: str, *more: str) -> None:
    status = command("audit", "archive.jsonl", "-o", out, "--jobs", "1", "--stories-per-part", "2", *more).status
    assert status in (0, 2)


@pytest.fixture
def changed(command: Command, archive: Path, house: Path) -> None:
    """Two audits; in between a rule has lost a word and changed its severity, and another has gained one."""
    audited(command, "before")
    pack = HOUSE_PACK.replace('severity = "warning"', 'severity = "error"')
    pack = pack.replace(', "in order to" = "to"', "").replace("bbanned\\b", "b(?:banned|said)\\b")
    (house / "house.toml").write_text(pack, encoding="utf-8")
    audited(command, "after")


def test_each_rule_is_counted_and_shown(command: Command, archive: Path) -> None:
    audited(command, "out")
    status, out, err = command("audit-summary", "out", "--examples", "1")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("archive.jsonl: 7 stories, ")
    assert "attributed 1" in lines[1]
    assert lines[4:] == [
        "rule    name           stories   share  findings  error  warning  info",
        "HSE101  house-swap           6  85.71%        11              11",
        "HSE201  house-pattern        1  14.29%         1      1",
        "Silent: HSE301, LNT001, LNT002",
        "",
        "HSE101 house-swap",
        "  s1: We [utilise] 1 words in order to please. The mayor said it",
        "",
        "HSE201 house-pattern",
        "  s6: A [banned] word. We utilise it, said Ann Moss, the mayor",
    ]


def test_json_has_it_all(command: Command, archive: Path) -> None:
    audited(command, "out")
    found = json.loads(command("audit-summary", "out", "--output-format", "json").out)
    assert (found["source"], found["stories"], found["complete"], found["changes"]) == ("archive.jsonl", 7, True, None)
    swap = next(rule for rule in found["rules"] if rule["code"] == "HSE101")
    assert (swap["findings"], swap["stories"], swap["share"]) == (11, 6, 6 / 7)
    assert swap["by_severity"] == {"error": 0, "warning": 11, "info": 0}
    assert [example["id"] for example in swap["examples"]] == ["s1", "s2", "s4"]
    assert swap["examples"][0]["text"] == "utilise"
    assert swap["examples"][0]["message"] == "“utilise” is not how we write it."


@pytest.mark.parametrize("at_a_time", [1, 3, 5000])
def test_what_changed_between_two_versions_of_the_rules(
    command: Command, changed: None, monkeypatch: pytest.MonkeyPatch, at_a_time: int
) -> None:
    monkeypatch.setattr(comparison, "_STORIES", at_a_time)
    told = json.loads(command("audit-summary", "after", "--against", "before", "--output-format", "json").out)
    changes = {change.pop("code"): change for change in told["changes"]}
    assert {code for code, change in changes.items() if change["new"] or change["gone"]} == {"HSE101", "HSE201"}
    swap, pattern = changes["HSE101"], changes["HSE201"]
    assert [swap[name] for name in ("new", "gone", "kept", "other_severity")] == [0, 5, 6, 6]
    assert [(each["id"], each["text"]) for each in swap["gone_examples"]] == [
        ("s1", "in order to"),
        ("s2", "in order to"),
        ("s4", "in order to"),
    ]
    assert [pattern[name] for name in ("new", "gone", "kept", "other_severity")] == [6, 0, 1, 0]
    assert [(each["id"], each["text"]) for each in pattern["new_examples"]] == [
        ("s1", "said"),
        ("s2", "said"),
        ("s4", "said"),
    ]


def test_changes_are_told_in_words(command: Command, changed: None) -> None:
    out = command("audit-summary", "after", "--against", "before", "--examples", "1").out
    assert out.partition("\nchange ")[2].splitlines()[1:] == [
        "HSE101  house-swap       0     5     6               6",
        "HSE201  house-pattern    6     0     1               0",
        "",
        "HSE101 house-swap",
        "  - s1: We utilise 1 words [in order to] please. The mayor said it.",
        "",
        "HSE201 house-pattern",
        "  + s1: utilise 1 words in order to please. The mayor [said] it.",
    ]
    same = command("audit-summary", "after", "--against", "after").out
    assert same.endswith("\nNothing changed between the two audits.\n")


def test_errors_are_counted_by_kind(command: Command, archive: Path) -> None:
    with archive.open("a") as file:
        file.write('{"id": 1}\n{"id": 2\n{"id": 3}\n')
    audited(command, "out")
    lines = command("audit-summary", "out").out.splitlines()
    assert lines[1] == "3 more could not be read: has no text 2, is not JSON 1"


def test_an_audit_that_was_stopped_is_counted_so_far(
    command: Command, archive: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write = Parts.write

    def stop(self: Parts, number: int, audited: object) -> None:
        if number == 2:
            raise KeyboardInterrupt
        write(self, number, audited)

    with monkeypatch.context() as patch:
        patch.setattr(Parts, "write", stop)
        audit = command("audit", "archive.jsonl", "-o", "half", "--jobs", "1", "--stories-per-part", "2")
    assert audit.status == 130
    assert "4 stories, " in command("audit-summary", "half").out.splitlines()[0]
    assert "so far; the audit is not complete" in command("audit-summary", "half").out
    status, _, err = command("audit-summary", "half", "--against", "half")
    assert (status, err) == (2, "error: half: is not complete (run its audit again to go on)\n")


def test_what_cannot_be_summed_up(command: Command, archive: Path, tmp_path: Path) -> None:
    hint = "(make one with attribution-lint audit SOURCE -o FOLDER)"
    for folder in (".", "none", "archive.jsonl"):
        status, _, err = command("audit-summary", folder)
        assert (status, err) == (2, f"error: {folder}: holds no audit {hint}\n")
    audited(command, "out")
    archive.write_text('{"id": 1, "text": "Other words."}\n')
    audited(command, "other")
    assert "other: is an audit of another archive than out" in command("audit-summary", "out", "--against", "other").err
    (tmp_path / "out" / "diagnostics" / "part-000001.parquet").write_bytes(b"PAR1")
    status, _, err = command("audit-summary", "out")
    assert status == 2
    assert err.startswith("error: out/diagnostics/part-000001.parquet: is damaged (delete it and its namesakes")
