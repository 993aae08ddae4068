"""What a person reads."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcwidth

from attribution_lint.draft import Draft
from attribution_lint.linter import Result
from attribution_lint.model import Diagnostic, Edit, Fix, Related, Severity, Span
from attribution_lint.reporters import Report, reporter_for


def shown(text: str, start: int, end: int, width: int = 60, colour: bool = False, **more: object) -> list[str]:
    draft = Draft("d.txt", text)
    made = Diagnostic(
        "d.txt", "AAA101", "a-rule", Severity.ERROR, "Message.", text[start:end],
        draft.position(start), draft.position(end), **more,  # type: ignore[arg-type]
    )  # fmt: skip
    report = Report((Result(draft, (made,)),), width=width, colour=colour)
    return "".join(reporter_for("text")(report)).split("\n")


def test_the_words_are_underlined() -> None:
    assert shown("One\nand two.", 8, 11)[2:4] == ["    and two.", "        ^^^"]


def test_wide_and_combining_characters_and_tabs_keep_the_line_straight() -> None:
    assert shown("漢字\te\u0301 two", 6, 9)[2:4] == ["    漢字 e\u0301 two", "           ^^^"]


def test_a_long_line_is_cut_at_words_around_the_place() -> None:
    text = "word " * 40 + "TARGET " + "word " * 40
    excerpt, underline = shown(text, 200, 206)[2:4]
    assert excerpt.startswith("    … word")
    assert excerpt.endswith("word …")
    assert len(excerpt) <= 60
    assert excerpt[len(underline) - 6 : len(underline)] == "TARGET"


def test_more_than_a_line_is_shown_by_its_first() -> None:
    assert shown("One two\nthree four", 4, 13)[2:4] == ["    One two", "        ^^^"]


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({"suggestions": ("a", "b", "c", "d")}, "  suggestion: “a” or “b” or “c”"),
        ({"suggestions": ("a",), "fix": Fix("safe", (Edit(Span(0, 3), "a"),))}, "  suggestion: “a” (--fix)"),
        ({"fix": Fix("unsafe", (Edit(Span(0, 3), ""),))}, "  suggestion: delete it (--fix --unsafe-fixes)"),
        ({"related": (Related(Span(4, 7), "see"),)}, "  see d.txt:1:5: see"),
    ],
)
def test_what_to_do(more: dict[str, object], line: str) -> None:
    assert shown("One two.", 0, 3, **more)[4] == line


def test_colour_changes_nothing_but_colour() -> None:
    plain, coloured = shown("One two.", 0, 3), shown("One two.", 0, 3, colour=True)
    assert [re.sub("\033\\[\\d*m", "", line) for line in coloured] == plain
    assert coloured != plain


def test_no_fix_is_promised_for_a_text_that_was_taken_out_of_a_document() -> None:
    draft = Draft("a.docx", "One two", extracted=True)
    found = Diagnostic(
        "a.docx", "AAA101", "r", Severity.ERROR, "m", "One", draft.position(0), draft.position(3),
        suggestions=("a",), fix=Fix("safe", (Edit(Span(0, 3), "a"),)),
    )  # fmt: skip
    out = "".join(reporter_for("text")(Report((Result(draft, (found,)),))))
    assert "  suggestion: “a”\n" in out
    assert "--fix" not in out


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=300), st.data())
def test_the_underline_stands_under_the_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    excerpt, underline = shown(text, start, end)[2:4]
    assert set(underline.strip()) == {"^"}
    before, under = len(underline) - len(underline.lstrip()), underline.count("^")
    columns = [wcwidth(character) for character in excerpt]
    assert min(columns) >= 0
    assert before < sum(columns) + 1
    first = next((i for i in range(len(excerpt) + 1) if sum(columns[:i]) == before), None)
    assert first is not None
    assert before + under <= max(sum(columns), before + 1)


def test_a_code_that_moves_the_cursor_is_never_printed() -> None:
    assert "\033" not in "\n".join(shown("One \033[31m two", 0, 3))
