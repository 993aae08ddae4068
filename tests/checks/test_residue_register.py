"""Residue by its register: long notices in the third person; what is of the story, of a transcript or of a box."""

from __future__ import annotations

import pytest

from attribution_lint.checks.boilerplate import register
from attribution_lint.checks.boilerplate.misfit import Standing
from attribution_lint.checks.boilerplate.tokens import tokens
from attribution_lint.checks.boilerplate.transcript import is_of_a_transcript
from attribution_lint.checks.boilerplate.wording import pairs, shapes, words
from attribution_lint.linter import Linter
from attribution_lint.model import Severity, Span
from attribution_lint.settings import Settings

LEAD = "The ferry to the outer islands will run twice a day from June, the port authority said on Monday."
MORE = "Fares stay at 14 crowns for adults, and children under six travel free with a parent."
LAST = "The owner of the yard said she would rebuild it before the first snow falls in November."
LINTER = Linter(Settings(select=("BOI",)))


def warned(*blocks: str) -> list[tuple[str, str]]:
    found = LINTER.lint_text("\n\n".join(blocks) + "\n", "draft.txt").diagnostics
    return [(item.code, item.text) for item in found if item.severity >= Severity.WARNING]


def test_the_words_of_a_block_and_what_they_begin_with() -> None:
    assert words(["licensed", "by", "40", "URL", "."]) == {"licensed", "licen*", "by", "NUM"}


def test_what_signs_weigh_rests_on_no_order_of_theirs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "_weights", dict[str, float])
    monkeypatch.setattr(register, "_graded", lambda: {"one": (1e16, None), "two": (1.0, ""), "three": (-1e16, None)})
    assert register.leaning({"one", "two", "three"}, [])[0] == 1.0


def test_the_pairs_of_a_line_and_of_a_long_one_none() -> None:
    assert list(pairs(["sign", "up", "40", "#"])) == ["^ sign", "sign up", "up NUM", "NUM HASH", "HASH $"]
    assert list(pairs(["word"] * 41)) == []


def test_the_shapes_of_a_line() -> None:
    text = "UPDATE 2: see www.kalvik.org"
    found = tokens(text, Span(0, len(text)))
    assert set(shapes(found, 0, len(found))) == {
        "shape^AA_9",
        "shape^AA_9_:",
        "shape$a_U",
        "shape$U",
        "shape=AA_9_:_a_U",
        "mark::",
        "mark:U",
        "capitals:2",
    }


def test_how_a_block_stands_in_its_story() -> None:
    text = "\n\n".join([LEAD, MORE, "Ferry fares and the port", "Ask for Ida Lund", LAST])
    standing = Standing(LINTER.read_text(text, "draft.txt").analysis)
    assert set(standing.signs(2)) == {"story:its-words", "story:rarely-open"}
    assert set(standing.signs(3)) == {"story:other-names", "story:rarely-open"}
    assert set(standing.signs(4)) == {"story:other-names", "story:no-words"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(LAUGHTER)", True),
        ("[Applause and cheers]", True),
        ("(END VIDEO CLIP)", True),
        ("(END)", False),
        ("MODERATOR: One minute each.", True),
        ("SEN. LOW: I did not.", True),
        ("DESK: Hold this for pictures.", False),
        ("(Photo: Kari Moe)", False),
    ],
)
def test_what_is_of_a_transcript(text: str, expected: bool) -> None:
    assert is_of_a_transcript(text, Span(0, len(text))) is expected


@pytest.mark.parametrize(
    "line",
    [
        "(LAUGHTER)",
        "Cheers erupted on the quay, and somebody rang a bell.",
        "Full disclosure: I have loved this boat since I was six.",
        "Ferries: all sailings off. Trains: hourly.",
    ],
)
def test_a_line_of_the_story_is_left_alone(line: str) -> None:
    assert warned(LEAD, line, MORE, LAST) == []


def test_an_arrow_is_no_quotation() -> None:
    assert warned(LEAD, MORE, ">> Click here for the timetable", LAST) == [
        ("BOI202", ">> Click here for the timetable")
    ]


def test_the_name_of_a_picture_file() -> None:
    assert warned(LEAD, MORE, "ferry_quay_02.jpg", LAST) == [("BOI601", "ferry_quay_02.jpg")]
