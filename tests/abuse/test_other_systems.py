"""What other systems bring along: their paths, names that are more than names, consoles with few characters."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest

from attribution_lint.cli import main
from attribution_lint.cli.outputs import diff
from attribution_lint.reporters import lsp, sarif


class WindowsPath(PureWindowsPath):
    """A path of Windows that is there; what is absolute is so on every system."""

    def absolute(self) -> WindowsPath:
        return self


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (r"C:\Desk\Été 1.md", "file:///C:/Desk/%C3%89t%C3%A9%201.md"),
        ("c:/desk/a#b.md", "file:///c:/desk/a%23b.md"),
        (r"\\server\share\a%b.md", "file://server/share/a%25b.md"),
    ],
)
def test_absolute_paths_of_windows_are_uris(monkeypatch: pytest.MonkeyPatch, path: str, uri: str) -> None:
    for module in (lsp, sarif):
        monkeypatch.setattr(module, "Path", WindowsPath)
        assert module.uri_of(path) == uri


@pytest.mark.parametrize(
    ("path", "uri"),
    [(r"desk\a b.md", "desk/a%20b.md"), (r"..\a.md", "../a.md"), ("e\u0301.md", "e%CC%81.md"), ("c:a.md", "c%3Aa.md")],
)
def test_relative_paths_of_windows_are_relative_references(
    monkeypatch: pytest.MonkeyPatch, path: str, uri: str
) -> None:
    monkeypatch.setattr(sarif, "Path", WindowsPath)
    assert sarif.uri_of(path) == uri


def test_a_file_whose_name_begins_like_that_of_no_file_is_one(tmp_path: Path) -> None:
    assert lsp.uri_of("<stdin>") == "untitled:stdin"
    assert lsp.uri_of(str(tmp_path / "<b>.txt")) == (tmp_path / "<b>.txt").as_uri()
    assert lsp.uri_of("<b>.txt") == (Path.cwd() / "<b>.txt").as_uri()


@pytest.mark.parametrize(
    ("path", "header"),
    [
        ("desk/Été 1.txt", "--- a/desk/Été 1.txt\n"),
        ("a\n+++ b/.profile", '--- "a/a\\012+++ b/.profile"\n'),
        ('a"b\\c.txt', '--- "a/a\\"b\\\\c.txt"\n'),
        ("a\udcff.txt", '--- "a/a\\377.txt"\n'),
    ],
)
def test_a_name_is_no_line_of_a_patch(path: str, header: str) -> None:
    lines = list(diff(path, "one\n", "two\n"))
    assert lines[0] == header
    assert [line[:1] for line in lines] == ["-", "+", "@", "-", "+"]


@pytest.mark.skipif(sys.platform == "win32", reason="such names are none on Windows")
def test_git_applies_the_patch_of_an_odd_name(tmp_path: Path) -> None:
    name = 'a\n+++ b "x".txt'
    (tmp_path / name).write_text("one\n")
    try:
        done = subprocess.run(
            ["git", "apply", "-"], cwd=tmp_path, input="".join(diff(name, "one\n", "two\n")).encode(), check=False,
            capture_output=True,
        )  # fmt: skip
    except FileNotFoundError:
        pytest.skip("git is not installed")
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / name).read_text() == "two\n"


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252"])
@pytest.mark.parametrize("arguments", [("check",), ("check", "--output-format", "concise"), ("sources",)])
def test_a_console_of_few_characters_is_no_reason_to_end(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, encoding: str, arguments: tuple[str, ...]
) -> None:
    status, said = on_a_console(monkeypatch, tmp_path, encoding, arguments)
    assert status in (0, 1)
    assert b"4,300" in said
    assert rb"\u4e2d" in said


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252", "utf-8"])
@pytest.mark.parametrize(
    "arguments",
    [
        *(("check", "--output-format", name) for name in ("json", "sarif", "lsp")),
        ("sources", "--output-format", "json"),
        ("rules", "--output-format", "json"),
    ],
)
def test_what_programs_read_is_utf_8_whatever_the_console(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, encoding: str, arguments: tuple[str, ...]
) -> None:
    _, said = on_a_console(monkeypatch, tmp_path, encoding, arguments)
    json.loads(said.decode("utf-8"))
    assert "“".encode() in said
    assert "json" not in arguments or arguments[0] == "rules" or "中 ž.txt".encode() in said


def on_a_console(
    monkeypatch: pytest.MonkeyPatch, folder: Path, encoding: str, arguments: tuple[str, ...]
) -> tuple[object, bytes]:
    """Return the exit status of a command over a draft of many scripts, and the bytes that the console gets."""
    draft = folder / "中 ž.txt"
    draft.write_text("Some 4,300 “people” in Žižkové👩 were hurt in 中文.\n\nMé👩 said 12 “lé👩ft”.\n", "utf-8")
    out = io.BytesIO()
    with monkeypatch.context() as patched:
        for name, stream in (("stdout", out), ("stderr", io.BytesIO())):
            patched.setattr(sys, name, io.TextIOWrapper(stream, encoding=encoding))
        with pytest.raises(SystemExit) as stop:
            main([*arguments, *([] if arguments[0] == "rules" else [str(draft)])])
        sys.stdout.flush()
        return stop.value.code, out.getvalue()
