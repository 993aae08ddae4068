"""Quotation marks and speakers: the forms that published copy has, right and wrong."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from attribution_lint.settings import Settings


def found(text: str, *codes: str) -> list[tuple[str, int]]:
    result = Linter(Settings(select=codes)).lint_text(text, "draft.txt")
    return [(each.text, each.start.offset) for each in result.diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        "“One,” she said. “Two.”",
        '"One," she said. "Two."',
        "“One.\n\n“Two.\n\n“Three,” she said.",
        '"One.\n\n"Two," she said.',
        'A 12" pipe and a 6" pipe.',
        "“He said ‘no’ twice,” she said.",
        "''One,'' she said.",
    ],
)
def test_marks_that_balance(text: str) -> None:
    assert found(text, "QUO104") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One, she said.", [("“", 0)]),
        ("One,” she said.", [("”", 4)]),
        ("“One,“ she said.", [("“", 5)]),  # it faces the wrong way
        ("“One.\n\nTwo,” she said.", [("“", 0), ("”", 11)]),
        ('"One, she said.', [('"', 0)]),
    ],
)
def test_marks_that_do_not(text: str, expected: list[tuple[str, int]]) -> None:
    assert found(text, "QUO104") == expected


def test_a_speaker_two_paragraphs_up_is_in_reach() -> None:
    text = "Ada Moss said so.\n\n“We have had a very hard year here.”\n\n“It will be a better year next time.”"
    assert found(text, "QUO101") == []


def test_the_same_man_may_go_on_in_the_paragraph() -> None:
    text = "“We shall sell it by May,” the mayor said. “It is too dear for us.” Reed said he was sorry."
    assert found(text, "QUO102") == []


def test_words_held_at_arms_length_are_left_alone_by_default() -> None:
    text = "The “experts” met.\n\nThe “plan” failed.\n\nNobody came."
    assert found(text, "QUO1") != []
    assert [d.code for d in Linter().lint_text(text, "draft.txt").diagnostics if d.code.startswith("QUO")] == []
