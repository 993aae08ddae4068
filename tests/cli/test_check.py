"""The check command: what it reads, what it prints where, and how it exits."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.conftest import Command

BAD = "We utilise words.\n"
GOOD = "We use words.\n"


def codes(out: str) -> list[str]:
    return [json.loads(line)["code"] for line in out.splitlines()]


def test_a_clean_draft(command: Command, house: Path) -> None:
    (house / "draft.txt").write_text(GOOD)
    assert command("check", "draft.txt") == (0, "No problems in 1 draft.\n", "")
    assert command("check", "draft.txt", "--output-format", "jsonl") == (0, "", "")


def test_a_diagnostic_as_a_person_reads_it(command: Command, house: Path) -> None:
    (house / "draft.txt").write_text("One.\n\nWe utilise words.\n")
    status, out, err = command("check", "draft.txt")
    assert (status, err) == (1, "")
    assert out == (
        "draft.txt:3:4: warning HSE101 house-swap\n"
        "  “utilise” is not how we write it.\n"
        "    We utilise words.\n"
        "       ^^^^^^^\n"
        "  suggestion: “use” (--fix)\n"
        "\n"
        "1 problem in 1 draft: 1 warning. --fix mends 1.\n"
    )


def test_jsonl_is_the_contract(command: Command, house: Path) -> None:
    (house / "draft.txt").write_bytes("\ufeffOne 🙂.\r\n\r\nWe utilise words.\r\n".encode())
    status, out, _ = command("check", "draft.txt", "--output-format", "jsonl")
    assert status == 1
    assert json.loads(out) == {
        "path": "draft.txt",
        "code": "HSE101",
        "rule": "house-swap",
        "severity": "warning",
        "message": "“utilise” is not how we write it.",
        "text": "utilise",
        "start": {"offset": 13, "line": 3, "column": 4},
        "end": {"offset": 20, "line": 3, "column": 11},
        "suggestions": ["use"],
        "fix": {"applicability": "safe", "edits": [{"start": 13, "end": 20, "text": "use"}]},
        "url": "https://attribution-lint.readthedocs.io/rules/#hse101",
    }
    array = command("check", "draft.txt", "--output-format", "json").out
    assert json.loads(array) == [json.loads(out)]


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        ("perhaps", [], 0),
        ("perhaps", ["--fail-on", "info"], 1),
        ("utilise", ["--fail-on", "error"], 0),
        ("banned", ["--fail-on", "error"], 1),
        ("banned", ["--exit-zero"], 0),
    ],
)
def test_exit_status(command: Command, house: Path, text: str, options: list[str], status: int) -> None:
    (house / "draft.txt").write_text(f"They {text} it.\n")
    done = command("check", "draft.txt", "--output-format", "jsonl", *options)
    assert (done.status, len(done.out.splitlines())) == (status, 1)


def test_a_folder_gives_its_drafts_in_order(command: Command, house: Path) -> None:
    (house / "b").mkdir()
    (house / "a.txt").write_text(BAD)
    (house / "b" / "c.md").write_text(f"# Title\n\n{BAD}")
    (house / "b" / "notes.json").write_text(BAD)
    (house / "b" / ".hidden.txt").write_text(BAD)
    (house / ".git").mkdir()
    (house / ".git" / "d.txt").write_text(BAD)
    out = command("check", "--output-format", "concise").out
    assert [line.split(":")[0] for line in out.splitlines()] == ["a.txt", os.path.join("b", "c.md")]


def test_a_draft_that_is_named_twice_is_read_once(command: Command, house: Path) -> None:
    (house / "a.txt").write_text(BAD)
    assert codes(command("check", "a.txt", "a.txt", ".", "--output-format", "jsonl").out) == ["HSE101"]


def test_standard_input(command: Command, house: Path) -> None:
    done = command("check", "-", "--output-format", "jsonl", stdin=BAD.encode())
    assert json.loads(done.out)["path"] == "<stdin>"
    named = command("check", "-", "--stdin-filename", "x/y.md", "--output-format", "jsonl", stdin=b"`utilise` utilise")
    assert [json.loads(line)["start"]["offset"] for line in named.out.splitlines()] == [10]
    assert json.loads(named.out)["path"] == "x/y.md"
    assert command("check", "a.txt", "--stdin-filename", "x").status == 2


def test_lsp_has_an_entry_for_every_draft(command: Command, house: Path) -> None:
    (house / "bad.txt").write_text("🙂 utilise")
    (house / "good.txt").write_text(GOOD)
    entries = json.loads(command("check", "bad.txt", "good.txt", "--output-format", "lsp").out)
    assert [entry["uri"] for entry in entries] == [(house / name).as_uri() for name in ("bad.txt", "good.txt")]
    assert entries[1]["diagnostics"] == []
    (found,) = entries[0]["diagnostics"]
    assert found["range"] == {"start": {"line": 0, "character": 3}, "end": {"line": 0, "character": 10}}
    assert (found["severity"], found["code"], found["source"]) == (2, "HSE101", "attribution-lint")


def test_one_bad_file_is_reported_and_the_others_are_linted(command: Command, house: Path) -> None:
    (house / "bad.txt").write_text(BAD)
    (house / "latin.txt").write_bytes("Caf\xe9 na\xefve r\xe9sum\xe9".encode("latin-1"))
    done = command("check", "latin.txt", "bad.txt", "gone.txt", "--output-format", "jsonl")
    assert done.status == 2
    assert codes(done.out) == ["HSE101"]
    assert "error: gone.txt: does not exist" in done.err
    assert "error: latin.txt: " in done.err
    assert "UTF-8" in done.err


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("binary.txt", b"\x7fELF\0\0\0\1\2\3", "binary"),
        ("nul.txt", b"We utilise\0 words.", "NUL"),
        ("utf16.txt", b"\xff\xfeW\0e\0 \xd8", "UTF-16"),
    ],
)
def test_what_is_no_text_is_named(command: Command, house: Path, name: str, data: bytes, words: str) -> None:
    (house / name).write_bytes(data)
    done = command("check", name)
    assert done.status == 2
    assert done.err.startswith(f"error: {name}: ")
    assert words in done.err


@pytest.mark.parametrize(
    "data",
    [
        BAD.encode(),
        b"\xef\xbb\xbf" + BAD.encode(),
        b"\xff\xfe" + BAD.encode("utf-16-le"),
        b"\xfe\xff" + BAD.encode("utf-16-be"),
        BAD.replace("\n", "\r\n").encode(),
        BAD.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16-le", "utf-16-be", "crlf", "cr"],
)
def test_encodings_and_line_ends(command: Command, house: Path, data: bytes) -> None:
    (house / "draft.txt").write_bytes(data)
    out = command("check", "draft.txt", "--output-format", "jsonl").out
    assert (json.loads(out)["start"]["offset"], json.loads(out)["text"]) == (3, "utilise")


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b"   \r\r"])
def test_an_empty_draft_is_clean(command: Command, house: Path, data: bytes) -> None:
    (house / "draft.txt").write_bytes(data)
    assert command("check", "draft.txt", "--output-format", "json") == (0, "[]\n", "")


def test_a_folder_with_nothing_to_lint(command: Command, house: Path) -> None:
    (house / "empty").mkdir()
    done = command("check", "empty")
    assert done.status == 2
    assert done.err.startswith("error: empty: holds no drafts (drafts end in ")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs permissions that bind")
def test_an_unreadable_file(command: Command, house: Path) -> None:
    (house / "draft.txt").write_text(BAD)
    (house / "draft.txt").chmod(0)
    done = command("check", "draft.txt")
    assert (done.status, done.err) == (2, "error: draft.txt: permission denied (check the path and its permissions)\n")


def test_excluded_drafts(command: Command, house: Path) -> None:
    config = house / ".attribution-lint.toml"
    config.write_text(config.read_text() + 'exclude = ["old/"]\n')
    (house / "old").mkdir()
    (house / "old" / "a.txt").write_text(BAD)
    assert command("check", ".").status == 0
    assert command("check", "old/a.txt").status == 1
    assert command("check", "old/a.txt", "--force-exclude").status == 0


def test_selection_on_the_command_line(command: Command, house: Path) -> None:
    (house / "a.txt").write_text("utilise banned perhaps")

    def found(*options: str) -> list[str]:
        return codes(command("check", "a.txt", "--output-format", "jsonl", *options).out)

    assert found() == ["HSE101", "HSE201", "HSE301"]
    assert found("--select", "HSE2,HSE3") == ["HSE201", "HSE301"]
    assert found("--ignore", "HSE2") == ["HSE101", "HSE301"]
    assert found("--select", "LNT", "--extend-select", "HSE301") == ["HSE301"]
    done = command("check", "a.txt", "--select", "HSE999")
    assert (done.status, done.out) == (2, "Nothing was linted: 1 error.\n")
    assert "no rule answers to “HSE999”" in done.err


def test_several_outputs_in_one_run(command: Command, house: Path) -> None:
    (house / "a.txt").write_text(BAD)
    done = command("check", "a.txt", "--output-format", "concise", "--output-file", "jsonl=out.jsonl")
    assert done.out == "a.txt:1:4: warning HSE101 “utilise” is not how we write it.\n"
    assert codes((house / "out.jsonl").read_text()) == ["HSE101"]
    silent = command("check", "a.txt", "--output-format", "json", "--output-file", "out.json")
    assert (silent.status, silent.out) == (1, "")
    assert len(json.loads((house / "out.json").read_text())) == 1
    for given, what in (
        (
            "sarf=out.sarif",
            "no such format “sarf”: did you mean “sarif”? For a file of that name write ./sarf=out.sarif",
        ),
        ("sarif=", "no file is named"),
    ):
        wrong = command("check", "a.txt", "--output-file", given)
        assert (wrong.status, wrong.out) == (2, "")
        assert f"--output-file {given}: {what}" in wrong.err
    assert command("check", "a.txt", "--output-file", "./sarf=out.sarif").status == 1
    assert (house / "sarf=out.sarif").exists()
    lost = command("check", "a.txt", "--output-file", "no/such/folder.txt")
    assert (lost.status, lost.err) == (2, "error: no/such/folder.txt: cannot be written: no such file or directory\n")


def test_a_report_never_takes_the_place_of_a_draft_or_of_another_report(command: Command, house: Path) -> None:
    (house / "a.txt").write_text("We utilise words.\n")
    for files, what in (
        (("./a.txt",), "--output-file ./a.txt: is one of the drafts"),
        (("sarif=x.out", "junit=./x.out"), "--output-file junit=./x.out: is named twice"),
    ):
        done = command("check", "a.txt", *(f"--output-file={file}" for file in files))
        assert (done.status, done.out) == (2, "")
        assert what in done.err
    assert (house / "a.txt").read_text() == "We utilise words.\n"


def test_colour(command: Command, house: Path) -> None:
    (house / "a.txt").write_text(BAD)
    assert "\033[" not in command("check", "a.txt").out
    assert "\033[33mwarning\033[0m" in command("check", "a.txt", "--color", "always").out


def test_an_error_inside_a_draft_spares_the_others(
    command: Command, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from attribution_lint.linter import Linter

    lint = Linter.lint_bytes

    def broken(self: Linter, data: bytes, path: str, format: str | None = None) -> object:
        if path == "b.txt":
            raise ZeroDivisionError("oops")
        return lint(self, data, path, format)

    monkeypatch.setattr(Linter, "lint_bytes", broken)
    for name in ("a.txt", "b.txt", "c.txt"):
        (house / name).write_text(f"{BAD}{name}")
    done = command("check", ".", "--output-format", "jsonl")
    assert (done.status, codes(done.out)) == (2, ["HSE101", "HSE101"])
    assert done.err == "error: b.txt: internal error: ZeroDivisionError: oops (please report it with the draft)\n"


def test_a_line_of_ten_million_characters_is_refused_at_once(command: Command, house: Path) -> None:
    (house / "long.txt").write_text("We utilise words. " * 600_000)
    (house / "a.txt").write_text(BAD)
    done = command("check", "a.txt", "long.txt", "--output-format", "jsonl")
    assert (done.status, codes(done.out)) == (2, ["HSE101"])
    assert done.err == "error: long.txt: is too long: 10.8 million characters (split it; up to 2,000,000 are read)\n"


def test_a_paragraph_without_an_end_is_read_in_bounded_time(command: Command, house: Path) -> None:
    (house / "a.txt").write_text("as they said, sources say that " * 1500 + "we utilise words")
    done = command("check", "a.txt", "--output-format", "jsonl", "--extend-select", "ALL")
    assert "HSE101" in codes(done.out)
