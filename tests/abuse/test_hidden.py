"""Hidden characters of a draft, a path and a configuration: shown to a person, kept whole and valid for a program."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest
from lxml import etree

from attribution_lint.reporters import REPORTERS
from tests.conftest import Command

TEXT = (
    "TKTK \u202e45 percent\u202c of \u200bpeople \x1b[31m\x07 said nothing on Tuesday.\n\n"
    "As an AI language model, I\u2066 cannot [insert name\x9b31m] do %0A::error::x ]]> this \u2028 thing.\n\n"
    "He spoke, accroding to \u202eofficials\u2069.\n"
)
NAMES = ["a\u202ex.txt", "b\x1b[2J.txt", "c\n::error::d.txt", "d\u200b%0A.md", "e\"<&>'.html", "g,h:i.txt"]
HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028\u202a-\u202e\u2066-\u2069]")
FOR_PEOPLE = ("text", "concise", "github")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="such names are none on Windows")


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    for name in NAMES:
        (tmp_path / name).write_text(TEXT, encoding="utf-8", newline="")
    try:
        with open(os.fsencode(tmp_path) + b"/f\xff.txt", "wb") as file:
            file.write(TEXT.encode())
    except OSError:
        pass  # a file system whose names are Unicode
    return tmp_path


@pytest.mark.parametrize("output_format", sorted(REPORTERS))
def test_every_format_keeps_its_form(command: Command, drafts: Path, output_format: str) -> None:
    done = command("check", ".", "--output-format", output_format)
    assert done.status == 1
    assert not HIDDEN.search(done.err)
    if output_format in FOR_PEOPLE:
        assert not HIDDEN.search(done.out)
        assert "<U+202E>" in done.out
    elif output_format in ("checkstyle", "junit"):
        etree.fromstring(done.out.encode())
    else:
        pieces = done.out.split("\n") if output_format.endswith("jsonl") else [done.out]
        assert all(json.loads(piece) for piece in pieces if piece)
        assert not re.search("[\x00-\x09\x0b-\x1f]", done.out)


def test_a_draft_gives_no_orders_to_a_build_server(command: Command, drafts: Path) -> None:
    done = command("check", ".", "--output-format", "github")
    for line in done.out.splitlines():
        assert re.match(r"::(error|warning|notice) file=[^,:]+,line=\d+,", line), line


@pytest.mark.parametrize("arguments", [("sources", "."), ("check", ".", "--statistics"), ("config", "a\u202ex.txt")])
def test_other_commands_show_them_too(command: Command, drafts: Path, arguments: tuple[str, ...]) -> None:
    (drafts / ".attribution-lint.toml").write_text('[tool.attribution-lint]\nexclude = ["\\u202e\\u001b[2J"]\n')
    done = command(*arguments)
    assert not HIDDEN.search(done.out)
    assert not HIDDEN.search(done.err)


def test_the_page_shows_them_too(command: Command, drafts: Path) -> None:
    command("report", ".", "-o", "page.html")
    page = (drafts / "page.html").read_text(encoding="utf-8")
    assert not HIDDEN.search(page)
    assert "&lt;U+202E&gt;" in page
    assert "&lt;U+200B&gt;" in page


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "no\x1b[2Jsuch\u202e.txt"),
        ("check", ".", "--select", "X\x1b[2J\u202e"),
        ("explain", "X\x1b[2J\u202e"),
        ("check\x1b[2J\u202e",),
    ],
)
def test_an_error_shows_them_too(command: Command, drafts: Path, arguments: tuple[str, ...]) -> None:
    done = command(*arguments)
    assert done.status == 2
    assert not HIDDEN.search(done.err)
    assert "<U+202E>" in done.err
