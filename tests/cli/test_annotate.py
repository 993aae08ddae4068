"""The annotate command: a copy of the draft with remarks, and nothing else touched."""

from __future__ import annotations

import os
from pathlib import Path

import docx

from tests.conftest import Command


def test_a_word_draft(command: Command, house: Path) -> None:
    draft = docx.Document()
    draft.add_paragraph("We ").add_run("utilise words.").bold = True
    draft.save("draft.docx")
    before = Path("draft.docx").read_bytes()
    assert command("annotate", "draft.docx", "-o", "reviewed.docx") == (0, "", "reviewed.docx: 1 remark\n")
    assert Path("draft.docx").read_bytes() == before
    reviewed = docx.Document("reviewed.docx")
    assert [comment.text.splitlines()[1] for comment in reviewed.comments] == ["Suggestion: “use”"]
    assert [(run.text, run.bold) for run in reviewed.paragraphs[0].runs if run.text] == [
        ("We ", None),
        ("utilise", True),
        (" words.", True),
    ]


def test_fixing_leaves_a_word_draft_alone_and_says_what_to_do(command: Command, house: Path) -> None:
    draft = docx.Document()
    draft.add_paragraph("We utilise words.")
    draft.save("draft.docx")
    before = Path("draft.docx").read_bytes()
    for option in ("--fix", "--diff"):
        done = command("check", "draft.docx", option)
        assert "draft.docx was not changed: “attribution-lint annotate draft.docx -o COPY.docx”" in done.err
    assert Path("draft.docx").read_bytes() == before


def test_a_page(command: Command, house: Path) -> None:
    Path("draft.html").write_text("<p>We <b>utilise</b> words.")
    status, _, err = command("annotate", "draft.html", "--output", "reviewed.html")
    assert (status, err) == (0, "reviewed.html: 1 remark\n")
    made = Path("reviewed.html").read_text()
    assert made.startswith('<p>We <b><mark class="warning" data-diagnostic="1" title="')
    assert made.endswith(">utilise</mark></b> words.")


def test_the_copy_replaces_an_older_one_with_its_permissions(command: Command, house: Path) -> None:
    Path("draft.html").write_text("<p>We use words.")
    Path("old.html").write_text("old")
    os.chmod("old.html", 0o640)
    assert command("annotate", "draft.html", "-o", "old.html")[0] == 0
    assert Path("old.html").read_text() == "<p>We use words."
    assert os.stat("old.html").st_mode & 0o777 == 0o640
    assert sorted(name for name in os.listdir() if name.startswith(".") and "html" in name) == []


def test_what_cannot_be_done_is_said(command: Command, house: Path) -> None:
    Path("draft.html").write_text("<p>We use words.")
    Path("draft.txt").write_text("We use words.")
    assert command("annotate", "draft.html", "-o", "./draft.html") == (
        2,
        "",
        "error: ./draft.html: is the draft itself (give the copy another name)\n",
    )
    assert command("annotate", "draft.txt", "-o", "new.txt") == (
        2,
        "",
        "error: draft.txt: has no place for remarks, being read as plain (annotate Word or HTML drafts)\n",
    )
    assert command("annotate", "draft.html", "-o", "no/such.html") == (
        2,
        "",
        "error: no/such.html: cannot be written: no such file or directory\n",
    )
    assert command("annotate", "none.html", "-o", "new.html")[0] == 2
    assert not Path("new.html").exists()
