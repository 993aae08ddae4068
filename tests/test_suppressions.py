"""Allow-comments: what they cover, and when they are reported themselves."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from attribution_lint.config import read
from attribution_lint.linter import Linter, Result


@pytest.fixture
def linter(house: Path) -> Linter:
    return Linter(read(house / ".attribution-lint.toml"))


def told(result: Result) -> list[tuple[str, int]]:
    return [(found.code, found.start.line) for found in result.diagnostics]


@pytest.mark.parametrize("path", ["d.txt", "d.md", "d.html"])
@pytest.mark.parametrize("codes", ["HSE101", "HSE", "HSE201, HSE101", "HSE101 — as the desk agreed", ""])
def test_a_comment_covers_the_paragraph_that_follows(linter: Linter, path: str, codes: str) -> None:
    words = f"attribution-lint: allow {codes}".strip()
    comment = f"# {words}" if path.endswith("txt") else f"<!-- {words} -->"
    source = f"We utilise one.\n\n{comment}\n\nWe utilise banned two.\n\nWe utilise three.\n"
    if path.endswith("html"):
        source = f"<p>We utilise one.</p>\n\n{comment}\n<p>\nWe utilise banned two.</p>\n\n<p>We utilise three.</p>\n"
    result = linter.lint_text(source, path)
    expected = [("HSE101", 1), ("HSE201", 5), ("HSE101", 7)]
    if codes in ("HSE", "HSE201, HSE101", ""):
        expected.remove(("HSE201", 5))
    assert told(result) == expected
    assert ("HSE101", 5) in [(found.code, found.start.line) for found in result.allowed]


@pytest.mark.parametrize("comment", ["# {}", "<!-- {} -->", "  <!--{}-->  ", "#{}"])
@pytest.mark.parametrize("codes", ["HSE101", "house-swap", "house-swap — as agreed", "HSE201, house-swap (agreed)"])
def test_plain_text_takes_both_ways_of_writing_a_comment_and_names(linter: Linter, comment: str, codes: str) -> None:
    text = comment.format(f"attribution-lint: allow {codes}") + "\nWe utilise this.\n\nWe utilise that.\n"
    result = linter.lint_text(text, "d.txt")
    assert ("HSE101", 4) in told(result)
    assert [(found.code, found.text, found.start.line) for found in result.allowed] == [("HSE101", "utilise", 2)]


def test_another_comment_in_plain_text_is_markup_that_readers_would_see() -> None:
    text = "<!-- pick up here -->\n\nThe council met on Tuesday.\n"
    found = Linter().lint_text(text, "d.txt").diagnostics
    assert [(item.code, item.text) for item in found] == [("BOI804", "<!-- pick up here -->")]


def test_a_comment_for_the_whole_file(linter: Linter) -> None:
    result = linter.lint_text("utilise\n\n# attribution-lint: allow-file HSE101\n\nutilise banned\n", "d.txt")
    assert told(result) == [("HSE201", 5)]
    assert len(result.allowed) == 2


def test_a_comment_inside_a_paragraph_covers_it(linter: Linter) -> None:
    source = "We utilise <!-- attribution-lint: allow HSE101 --> this.\n\nWe utilise that.\n"
    assert told(linter.lint_text(source, "d.md")) == [("HSE101", 3)]


def test_what_a_comment_does_not_cover_any_more_is_reported(linter: Linter) -> None:
    source = "One.\n\n# attribution-lint: allow HSE101\nWe use it.\n"
    (found,) = linter.lint_text(source, "d.txt").diagnostics
    assert (found.code, found.text) == ("LNT001", "# attribution-lint: allow HSE101")
    assert found.message == "This comment allows HSE101, but there is nothing left to allow."
    assert found.fix is not None
    (edit,) = found.fix.edits
    assert source[: edit.span.start] + source[edit.span.end :] == "One.\n\nWe use it.\n"


def test_only_the_code_that_covers_nothing_is_reported(linter: Linter) -> None:
    (found,) = linter.lint_text("# attribution-lint: allow HSE101, HSE201\nutilise\n", "d.txt").diagnostics
    assert "HSE201" in found.message
    assert found.fix is None


def test_a_code_that_no_rule_has_is_reported_with_the_nearest(linter: Linter) -> None:
    (found,) = linter.lint_text("# attribution-lint: allow HSE102\nwords\n", "d.txt").diagnostics
    assert found.message == "No rule answers to “HSE102”: did you mean “HSE101”?"
    assert found.fix is None


def test_a_rule_that_is_not_in_force_is_no_reason_to_report(house: Path) -> None:
    settings = read(house / ".attribution-lint.toml").with_choices(ignore=["HSE101"])
    assert told(Linter(settings).lint_text("# attribution-lint: allow HSE101\nwords\n", "d.txt")) == []


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("ignore HSE101", ""),
        ("alow HSE101", " (Did you mean “allow”?)"),
        ("allowfile", " (Did you mean “allow-file”?)"),
        ("allow-flie HSE101", " (Did you mean “allow-file”?)"),
        ("allow hse101", " Codes are written in capitals."),
        ("allow house-swop", " (Did you mean “house-swap”?)"),
        ("allow house-swap by count", " Words that are no codes go after a dash."),
        ("allow HSE1O1", " Words that are no codes go after a dash."),
        ("allow HSE101 because we counted", " Words that are no codes go after a dash."),
        ("allow-file because we counted", " Words that are no codes go after a dash."),
        ("", ""),
    ],
)
def test_a_comment_that_cannot_be_read(linter: Linter, words: str, hint: str) -> None:
    result = linter.lint_text(f"# attribution-lint: {words}\nutilise\n", "d.txt")
    assert told(result) == [("LNT002", 1), ("HSE101", 2)]
    assert result.diagnostics[0].message.endswith(f"“attribution-lint: allow-file CODE”.{hint}")


def test_a_remark_in_a_word_document_covers_its_paragraph(linter: Linter) -> None:
    document = docx.Document()
    document.add_paragraph("We utilise this.")
    paragraph = document.add_paragraph("We utilise ")
    document.add_comment(paragraph.add_run("that."), "attribution-lint: allow HSE101 — as agreed", author="A. Desk")
    unused = document.add_paragraph("Words.")
    document.add_comment(unused.runs, "attribution-lint: allow HSE201", author="A. Desk")
    document.add_comment(unused.runs, "Who says so?", author="A. Desk")
    data = io.BytesIO()
    document.save(data)
    result = linter.lint_bytes(data.getvalue(), "d.docx")
    assert told(result) == [("HSE101", 1), ("LNT001", 5)]
    assert [found.start.line for found in result.allowed] == [3]


def test_other_comments_are_no_business_of_ours(linter: Linter) -> None:
    assert told(linter.lint_text("<!-- vale off -->\n\nwords\n", "d.md")) == []


def test_a_comment_at_the_end_covers_nothing(linter: Linter) -> None:
    assert told(linter.lint_text("utilise\n\n# attribution-lint: allow HSE101\n", "d.txt")) == [
        ("HSE101", 1),
        ("LNT001", 3),
    ]
