"""Quotations with no speaker in reach: whom a reader takes for the speaker, and where nobody is."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from attribution_lint.settings import Settings

LINTER = Linter(Settings(select=("QUO101",)))
MINE = "“I bought my own gloves since I have a child at home.”"
THEIRS = "“There is no other way to do it in this town.”"


def found(*paragraphs: str) -> list[str]:
    return [each.text for each in LINTER.lint_text("\n\n".join(paragraphs), "draft.txt").diagnostics]


@pytest.mark.parametrize(
    "before",
    [
        "The ferry has been in the dock since May.",
        "Kisii has nine beds for 14,000 people.",
        "The board said the store had been empty since May.",
        "Nurses have worked without gloves for nine days.",
        "Nurses say they have worked without gloves.",
        "Turnout was low in Port Adair and in the hills.",
    ],
)
def test_nobody_who_could_say_i(before: str) -> None:
    assert found("The ward is full.", before, MINE, "The board meets in May.") == [MINE]


@pytest.mark.parametrize(
    "before",
    [
        "Ada Moss lives above the store.",
        "In the ward, Ada Moss counts the beds.",
        "She has worked there since May.",
        "A nurse shook her head.",
        "One nurse said the store was empty.",
        "The captain of the ferry lit a pipe.",
        "A note came up with the drill on Sunday morning.",
        "The letter is dated the third of May.",
        "The board was asked why the store had been empty.",
        "So they left:",
    ],
)
def test_somebody_or_something_leads_to_the_words(before: str) -> None:
    assert found("The ward is full.", before, MINE, "The board meets in May.") == []


def test_a_body_that_speaks_may_go_on_but_not_as_i() -> None:
    speaks = "The board said the store had been empty since May."
    assert found("The ward is full.", speaks, THEIRS) == []
    assert found("The ward is full.", "The store has been empty since May.", THEIRS) == [THEIRS]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("With those words Ada Moss opened the ward.", []),
        ("The voice is that of Ada Moss. It is on the tape.", []),
        ("Ada Moss is a nurse. She has two sons.", []),
        ("Ada Moss, a nurse, was speaking for the ward.", []),
        ("— Ada Moss, nurse", []),
        ("Ada Moss said the board would meet.", [MINE]),
        ("The board will meet in May.", [MINE]),
    ],
)
def test_the_paragraph_behind_may_tell(behind: str, expected: list[str]) -> None:
    assert found("The ward is full.", "The store has been empty since May.", MINE, behind) == expected


def test_what_is_set_apart_from_the_story_has_its_speaker_there() -> None:
    assert found("The ward is full.", "The ferry is late.", MINE, "It rains.", f"{MINE[:-1]},” said Ada Moss.") == []


@pytest.mark.parametrize(
    "quotation",
    [
        "“Never Again Without the Gloves of Our Own”",
        "“I bought them.”",
        "“I bought my own gloves since I have a child,” said Moss.“",
        "“AMOSS: I bought my own gloves since I have a child.”",
    ],
)
def test_what_is_no_speech_needs_no_speaker(quotation: str) -> None:
    assert found("The ward is full.", "The ferry is late today.", quotation) == []


def test_paragraphs_of_one_quotation_are_told_of_once() -> None:
    open_end = "“I bought my own gloves since I have a child at home."
    assert found("The ward is full.", "The store has been empty since May.", f"{MINE} {THEIRS}") == [MINE]
    assert found("The ward is full.", "The store is empty since May.", open_end, "“I did it twice.”") == [open_end]


def test_no_document_says_we() -> None:
    ours = "“It changes all that we thought we knew of the valley.”"
    assert found("The weir is cracked.", "According to a study, silt is to blame.", ours, "It rained.") == [ours]
    assert found("The weir is cracked.", "The county blames silt.", ours, "It rained.") == []
