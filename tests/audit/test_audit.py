"""An audit of an archive: what is kept, that it goes on after a stop, and what is wrong with one record only."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from attribution_lint.audit.parts import Parts
from attribution_lint.audit.unit import Audit
from attribution_lint.linter import Linter, Story
from tests.audit.conftest import STORIES, Rows
from tests.conftest import Command

Read = Callable[[Path, str], Rows]
NAMES = ("stories", "diagnostics", "figures", "sources")


def contents(folder: Path) -> dict[str, bytes]:
    """What readers of Parquet see; they pass over hidden files, such as the half of one that a kill leaves."""
    found = [path for path in folder.glob("*/*") if not path.name.startswith(".")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_what_is_found_is_kept(command: Command, archive: Path, rows: Read, tmp_path: Path) -> None:
    status, out, err = command("audit", "archive.jsonl", "-o", "out", "--jobs", "1", "--stories-per-part", "3")
    assert (status, out, err) == (0, "", "7 stories are audited: out\n")
    folder = tmp_path / "out"
    assert sorted(path.name for path in folder.iterdir()) == ["audit.json", *sorted(NAMES)]
    stories = rows(folder, "stories")
    assert [(row["number"], row["id"], row["error"]) for row in stories] == [(n, f"s{n}", None) for n in range(1, 8)]
    assert stories[2]["words"] == 3
    found = [row for row in rows(folder, "diagnostics") if row["number"] == 6]
    assert [(row["id"], row["code"], row["severity"], row["text"]) for row in found] == [
        ("s6", "HSE201", "error", "banned"),
        ("s6", "HSE101", "warning", "utilise"),
    ]
    assert [(row["start"], row["end"], row["line"], row["column"]) for row in found] == [(2, 8, 1, 3), (19, 26, 3, 4)]
    assert found[0]["before"] == "A "
    assert found[0]["after"].startswith(" word.\n\nWe utilise it")
    assert found[1]["suggestions"] == ["use"]
    (figure,) = [row for row in rows(folder, "figures") if row["number"] == 6]
    assert (figure["text"], figure["kind"], figure["status"]) == ("40 percent", "percent", "attributed")
    assert (figure["source"], figure["source_type"]) == ("Ann Moss", "official")
    source = next(row for row in rows(folder, "sources") if row["number"] == 6)
    assert (source["name"], source["cue"], source["text"]) == ("Ann Moss", "said", "Ann Moss, the mayor")
    assert [path.name for path in sorted((folder / "stories").iterdir())] == [
        f"part-00000{n}.parquet" for n in range(3)
    ]


def test_as_many_processes_as_one_likes_keep_the_same(command: Command, archive: Path, tmp_path: Path) -> None:
    size = ["--stories-per-part", "3"]
    for jobs in ("1", "2"):
        assert command("audit", "archive.jsonl", "-o", f"out{jobs}", "--jobs", jobs, *size).status == 0
    assert contents(tmp_path / "out1") == contents(tmp_path / "out2")


def test_a_finished_audit_is_not_made_again(command: Command, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = command("audit", "archive.jsonl", "-o", "out", "--jobs", "1")
    monkeypatch.setattr(Audit, "__call__", None)
    assert command("audit", "archive.jsonl", "-o", "out", "--jobs", "1") == first


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals of a POSIX system")
@pytest.mark.parametrize(("sign", "status"), [(signal.SIGKILL, -9), (signal.SIGINT, 130)])
def test_what_was_killed_goes_on_to_the_same_end(
    command: Command, house: Path, tmp_path: Path, sign: signal.Signals, status: int
) -> None:
    with open("many.jsonl", "w", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": n, "text": STORIES[n % 7] * 5}) + "\n" for n in range(150))
    size = ["--stories-per-part", "10"]
    arguments = ["audit", "many.jsonl", "-o", "out", "--jobs", "2", *size]
    run = subprocess.Popen(
        [sys.executable, "-m", "attribution_lint", *arguments], cwd=tmp_path, stderr=subprocess.PIPE, text=True
    )
    parts = Parts(tmp_path / "out")
    while run.poll() is None and parts.count() < 3:
        time.sleep(0.001)
    run.send_signal(sign)
    _, err = run.communicate()
    assert run.returncode == status
    assert "Traceback" not in err
    if sign is signal.SIGINT:
        assert err.rstrip("\n") == "Stopped; the same command goes on from here."
    stopped = parts.count()
    assert 3 <= stopped < 15
    (tmp_path / "out" / "diagnostics" / f"part-{stopped:06}.parquet").write_bytes(b"half")
    seen = {name: path.stat().st_mtime_ns for name, path in files(tmp_path / "out", stopped).items()}
    assert command(*arguments).status == 0
    assert {name: path.stat().st_mtime_ns for name, path in files(tmp_path / "out", stopped).items()} == seen
    assert command("audit", "many.jsonl", "-o", "whole", "--jobs", "1", *size).status == 0
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def files(folder: Path, parts: int) -> dict[str, Path]:
    return {path.as_posix(): path for part in range(parts) for path in folder.glob(f"*/part-{part:06}.parquet")}


def test_other_rules_sources_and_options_are_told_apart(command: Command, archive: Path, house: Path) -> None:
    audit = ["audit", "archive.jsonl", "-o", "out", "--jobs", "1"]
    assert command(*audit).status == 0
    anew = "give another folder for the findings, or delete this one and audit anew"
    status, _, err = command(*audit, "--ignore", "HSE201")
    assert (status, err) == (2, f"error: out: was begun with other rules ({anew})\n")
    status, _, err = command(*audit, "--format", "html")
    assert (status, err) == (2, f"error: out: was begun with other options: format (give the same, or {anew})\n")
    moved = house / "moved.jsonl"
    archive.rename(moved)
    assert command("audit", "moved.jsonl", *audit[2:]).status == 0
    moved.write_text(moved.read_text() + '{"id": 8, "text": "More."}\n')
    status, _, err = command("audit", "moved.jsonl", *audit[2:])
    what = "holds the audit of another source, or moved.jsonl has changed since"
    assert (status, err) == (2, f"error: out: {what} ({anew})\n")


def test_a_source_that_changes_meanwhile_is_told(
    command: Command, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Parts.write

    def meddling(self: Parts, number: int, audited: pa.Table) -> None:
        write(self, number, audited)
        archive.write_text("{}\n")

    monkeypatch.setattr(Parts, "write", meddling)
    status, _, err = command("audit", "archive.jsonl", "-o", "out", "--jobs", "1", "--stories-per-part", "3")
    assert (status, err) == (2, "error: archive.jsonl: changed while it was audited (delete out and audit anew)\n")


def test_one_bad_record_harms_no_other(command: Command, house: Path, rows: Read) -> None:
    good = b'{"id": "a", "text": "We utilise it."}\n'
    bad = [
        b'{"id": "b", "text": "We util',
        b'{"id": "b", "text": "We \xff utilise it."}',
        b'{"id": "b", "text": "We utilise\\u0000 it."}',
        b'{"id": "b", "text": "We \0 utilise it."}',
        b'{"id": "b"}',
        b'{"id": "b", "text": null}',
        b'{"id": "b", "text": " \\n"}',
        b'{"id": "b", "text": ["We utilise it."]}',
        b'{"id": "b", "text": "\\ud800"}',
        b"[" * 100_000,
        b"7",
    ]
    lines = [line for each in bad for line in (each + b"\n", good)]
    Path("a.jsonl").write_bytes(good + b"\n" + b"".join(lines) + b'{"text": "We utilise it."}\n')
    status, _, err = command("audit", "a.jsonl", "-o", "out", "--jobs", "1")
    assert (status, err) == (2, "24 stories are audited, 11 of which could not be read: out\n")
    stories = rows(Path("out"), "stories")
    assert [row["number"] for row in stories] == list(range(1, 25))
    assert [row["error"] for row in stories[::2]] == [None] * 12
    told = [row["error"] for row in stories[1:-1:2]]
    assert told[0].startswith("line 3 is not JSON: ")
    assert told[1] == "line 5 is not UTF-8: byte 24 cannot be decoded"
    assert told[2] == "holds a NUL character"
    assert told[3].startswith("line 9 is not JSON: ")
    assert told[4:7] == ["has no text"] * 3
    assert told[7] == "line 17: “text” is no text"
    assert told[8].startswith("line 19 is not JSON: ")
    assert told[9].startswith("line 21 is ")
    assert told[10] == "line 23 is no JSON object"
    assert stories[-1]["id"] is None
    assert stories[-1]["error"] is None
    assert [row["number"] for row in rows(Path("out"), "diagnostics")] == [*range(1, 24, 2), 24]


def test_a_record_that_is_too_long_is_passed_over(
    command: Command, house: Path, rows: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("attribution_lint.audit.archives.json_lines.LONGEST_RECORD", 2**20)
    long = json.dumps({"id": "b", "text": "We utilise it. " * 2**18})
    last = '{"id": "c", "text": "We utilise it."}'
    Path("a.jsonl").write_text('{"id": "a", "text": "We utilise it."}\n' + long + "\n" + last)
    assert command("audit", "a.jsonl", "-o", "out", "--jobs", "1").status == 2
    assert [row["error"] for row in rows(Path("out"), "stories")] == [None, "line 2 is longer than 1 MiB", None]
    assert [row["id"] for row in rows(Path("out"), "diagnostics")] == ["a", "c"]


def test_a_story_that_breaks_us_or_ends_its_process_harms_no_other(
    command: Command, archive: Path, rows: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Linter.read_text

    def fatal(self: Linter, text: str, path: str = "", format: str | None = None) -> Story:
        if "4 words" in text:
            raise ZeroDivisionError("oops")
        if "5 words" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        return read(self, text, path, format)

    monkeypatch.setattr(Linter, "read_text", fatal)
    assert command("audit", "archive.jsonl", "-o", "out", "--jobs", "2").status == 2
    stories = {row["id"]: row["error"] for row in rows(Path("out"), "stories")}
    assert stories.pop("s4") == "internal error: ZeroDivisionError: oops"
    assert stories.pop("s5") == "ended the process that audited it"
    assert set(stories.values()) == {None}


def test_an_id_that_stands_twice_stays_two_stories(command: Command, house: Path, rows: Read) -> None:
    Path("a.jsonl").write_text('{"id": 7, "text": "We utilise it."}\n' * 2)
    assert command("audit", "a.jsonl", "-o", "out", "--jobs", "1").status == 0
    assert [(row["number"], row["id"]) for row in rows(Path("out"), "diagnostics")] == [(1, "7"), (2, "7")]


@pytest.mark.parametrize("kind", ["csv", "tsv", "parquet", "parts", "folder"])
def test_every_archive_gives_the_same(command: Command, archive: Path, rows: Read, kind: str, house: Path) -> None:
    records = [json.loads(line) for line in archive.read_text().splitlines()]
    if kind in ("csv", "tsv"):
        with open(f"a.{kind}", "w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter="\t" if kind == "tsv" else ",")
            writer.writerows([["key", "words"], *([each["id"], each["text"]] for each in records)])
    elif kind == "folder":
        for each in records:
            (house / f"a.{kind}").mkdir(exist_ok=True)
            (house / f"a.{kind}" / f"{each['id']}.txt").write_text(each["text"])
    else:
        table = pa.table({"key": [each["id"] for each in records], "words": [each["text"] for each in records]})
        if kind == "parquet":
            pq.write_table(table, "a.parquet", row_group_size=2)
        else:
            (house / "a.parts").mkdir()
            pq.write_table(table.slice(0, 4), "a.parts/1.parquet")
            pq.write_table(table.slice(4), "a.parts/2.parquet")
    columns = ["--id-column", "key", "--text-column", "words"]
    size = ["--jobs", "1", "--stories-per-part", "3"]
    assert command("audit", "archive.jsonl", "-o", "first", *size).status == 0
    assert command("audit", f"a.{kind}", "-o", "out", *columns, *size).status == 0
    suffix = ".txt" if kind == "folder" else ""
    for name in NAMES:
        expected = [{**row, "id": f"{row['id']}{suffix}"} for row in rows(Path("first"), name)]
        assert rows(Path("out"), name) == expected
    (house / "out" / "stories" / "part-000001.parquet").unlink()
    (house / "out" / "audit.json").write_text((house / "out" / "audit.json").read_text().replace("true", "false"))
    before = contents(house / "out")
    assert command("audit", f"a.{kind}", "-o", "out", *columns, *size).status == 0
    assert {name: found for name, found in contents(house / "out").items() if name in before} == before
    assert (house / "out" / "stories" / "part-000001.parquet").exists()


def test_html_is_read_as_html(command: Command, house: Path, rows: Read) -> None:
    Path("a.jsonl").write_text(json.dumps({"id": 1, "text": "<p>We <b>util</b>ise <i title='banned'>it</i>.</p>"}))
    assert command("audit", "a.jsonl", "-o", "out", "--jobs", "1", "--format", "html").status == 0
    (found,) = rows(Path("out"), "diagnostics")
    assert (found["code"], found["text"], found["start"]) == ("HSE101", "util</b>ise", 9)


def test_broken_rows_of_csv(command: Command, house: Path, rows: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("attribution_lint.audit.archives.csv_rows.LONGEST_RECORD", 200)
    lines = [b"id,text", b"a,We utilise it.", b"b", b"c,We \xff utilise it.", b"d,", b"", b"e,We utilise it."]
    broken = b'f,"We utilise it.\n' + b"And on, and on.\n" * 20
    Path("a.csv").write_bytes(b"\n".join(lines) + b"\n" + broken + b"g,We utilise it.\n")
    assert command("audit", "a.csv", "-o", "out", "--jobs", "1").status == 2
    stories = rows(Path("out"), "stories")
    assert [(row["id"], row["error"]) for row in stories[:5]] == [
        ("a", None),
        (None, "row 2 has 1 fields, not 2"),
        ("c", "row 3 is not UTF-8"),
        ("d", "has no text"),
        ("e", None),
    ]
    assert stories[5]["error"].startswith("row 6 cannot be read: field larger than field limit")
    assert [row["id"] for row in rows(Path("out"), "diagnostics")] == ["a", "e", "g"]


def test_a_damaged_row_group_costs_its_own_rows(command: Command, house: Path, rows: Read) -> None:
    texts = [f"We utilise {number} words." for number in range(6)]
    pq.write_table(pa.table({"id": range(6), "text": texts}), "a.parquet", row_group_size=2, compression="gzip")
    place = pq.ParquetFile("a.parquet").metadata.row_group(1).column(1).dictionary_page_offset
    with open("a.parquet", "r+b") as file:
        file.seek(place)
        file.write(b"\xff" * 40)
    status, _, err = command("audit", "a.parquet", "-o", "out", "--jobs", "1")
    assert (status, err) == (2, "6 stories are audited, 2 of which could not be read: out\n")
    stories = rows(Path("out"), "stories")
    assert [row["number"] for row in stories] == [1, 2, 3, 4, 5, 6]
    assert all(row["error"].startswith("row group 1 is damaged: ") for row in stories[2:4])
    assert [row["id"] for row in rows(Path("out"), "diagnostics")] == ["0", "1", "4", "5"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.jsonl", None, "none.jsonl: does not exist (check the spelling)"),
        ("a.xml", b"<a/>", "a.xml: is no archive: it ends in “.xml” (give JSON Lines (.jsonl), CSV (.csv), Parquet"),
        ("a.jsonl", b'{"id": 1, "body": "x"}', "a.jsonl: has no column “text” (name it with --text-column; there are:"),
        ("a.jsonl", '{"id": 1, "text": "x"}'.encode("utf-16"), "a.jsonl: is UTF-16 (save it as UTF-8)"),
        ("a.csv", b"key,text\n", "a.csv: has no column “id” (name it with --id-column; there are: “key”, “text”)"),
        ("a.csv", "id,text\n".encode("utf-16"), "a.csv: is UTF-16 (save it as UTF-8)"),
        ("a.parquet", b"PAR1 and no more", "a.parquet: is no whole Parquet file: "),
        ("a.parquet", b"", "a.parquet: is empty (make it anew)"),
    ],
)
def test_what_is_no_archive(command: Command, house: Path, name: str, content: bytes | None, said: str) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    status, out, err = command("audit", name, "-o", "out")
    assert (status, out) == (2, "")
    assert err.startswith(f"error: {said}")
    assert not Path("out").exists()


def test_a_column_without_text_is_told(command: Command, house: Path) -> None:
    pq.write_table(pa.table({"id": [1], "text": [7]}), "a.parquet")
    said = "a.parquet: “text” holds int64, not text (name it with --text-column)"
    assert command("audit", "a.parquet", "-o", "out").err == f"error: {said}\n"


def test_an_empty_archive_is_audited(command: Command, house: Path) -> None:
    Path("a.jsonl").write_bytes(b"\n")
    assert command("audit", "a.jsonl", "-o", "out").err == "0 stories are audited: out\n"


def test_a_folder_for_findings_that_is_something_else(command: Command, archive: Path, house: Path) -> None:
    audit = ["audit", "archive.jsonl", "--jobs", "1", "-o"]
    new = "(give a new or empty folder for the findings)"
    assert command(*audit, "house.toml").err == f"error: house.toml: is no folder {new}\n"
    assert command(*audit, ".").err == f"error: .: holds something else {new}\n"
    (house / "out").mkdir()
    (house / "out" / "audit.json").write_text('{"layout": 1}')
    assert "out/audit.json: is no manifest of an audit" in command(*audit, "out").err
    assert command(*audit, "archive.jsonl/out").err == "error: archive.jsonl/out: cannot be used: not a directory\n"
    assert not (house / "out" / "stories").exists()


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="there is no folder that even root cannot write to")
def test_a_folder_that_cannot_be_written(command: Command, archive: Path) -> None:
    status, _, err = command("audit", "archive.jsonl", "-o", "/proc/self/out", "--jobs", "1")
    assert status == 2
    assert err.startswith("error: /proc/self/out: cannot be used: ")


def test_a_full_disk_is_told_and_gone_on_from(
    command: Command, archive: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    audit = ["audit", "archive.jsonl", "-o", "out", "--jobs", "1", "--stories-per-part", "3"]
    room = 9  # files

    def full(handle: int) -> None:
        nonlocal room
        room -= 1
        if room < 0:
            raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        status, _, err = command(*audit)
        assert status == 2
        assert err.endswith(".parquet: cannot be written: no space left on device\n")
        assert Parts(tmp_path / "out").count() == 2
    assert command(*audit).status == 0
    assert command("audit", "archive.jsonl", "-o", "whole", "--jobs", "1", "--stories-per-part", "3").status == 0
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_without_pyarrow_it_says_what_to_install(
    command: Command, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("attribution_lint.audit.find_spec", lambda name: None)
    status, _, err = command("audit", "archive.jsonl", "-o", "out")
    assert (status, err) == (2, "error: audit: pyarrow is not installed (pip install 'attribution-lint[audit]')\n")


def test_the_unit_of_work_takes_any_batches(house: Path) -> None:
    batches = [
        pa.RecordBatch.from_pydict({"url": ["a", "b"], "body": ["Fine.", None]}),
        pa.RecordBatch.from_pydict({"url": pa.array([], pa.string()), "body": pa.array([], pa.string())}),
        pa.RecordBatch.from_pydict({"url": [5], "body": [b"\xff"]}),
    ]
    found = list(Audit(id_column="url", text_column="body")(batches))
    assert [batch.num_rows for batch in found] == [2, 0, 1]
    stories = pa.Table.from_batches(found).select(["number", "id", "error"]).to_pylist()
    assert stories[:2] == [
        {"number": None, "id": "a", "error": None},
        {"number": None, "id": "b", "error": "has no text"},
    ]
    assert stories[2]["error"] == "is not UTF-8: byte 0 cannot be decoded (save it as UTF-8)"


def test_a_large_batch_gives_several(house: Path) -> None:
    batch = pa.RecordBatch.from_pydict({"id": range(130), "text": pa.array([None] * 130, pa.string())})
    found = list(Audit()([batch]))
    assert [each.num_rows for each in found] == [64, 64, 2]
    assert pa.Table.from_batches(found)["id"].to_pylist() == [str(number) for number in range(130)]
