"""Names: who was never introduced, and who is spelt two ways."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from attribution_lint.settings import Settings

LINTER = Linter(Settings(select=("SRC111", "SRC112")))


def found(text: str) -> list[tuple[str, str]]:
    return [(each.code, each.text) for each in LINTER.lint_text(text, "draft.txt").diagnostics]


@pytest.mark.parametrize(
    "introduction",
    [
        "Ada Moss runs it.",
        "A. J. Moss runs it.",
        "Ada van Moss runs it.",
        "Ada “Bo” Moss runs it.",
        "Moss Hart runs it.",
    ],
)
def test_any_full_name_introduces(introduction: str) -> None:
    assert found(f"The mill will close. {introduction} Moss said she was sorry.") == []


@pytest.mark.parametrize("introduction", ["Mr. Moss runs it.", "But Moss runs it.", "Sen. Moss runs it."])
def test_a_title_or_an_opening_word_does_not(introduction: str) -> None:
    assert found(f"The mill will close. {introduction} Moss said she was sorry.") == [("SRC111", "Moss")]


@pytest.mark.parametrize(
    "text",
    [
        "Hull said it would pay.",  # a town
        "Associates say he will stay.",
        "Adele said she would sing.",
        "BuzzFeed reported that he was late.",
        "“Moss said she was sorry,” Ada Reed said.",  # in a quotation
    ],
)
def test_what_is_no_bare_surname_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Anthony Kiering spoke. Kiering was brief. Keiring left.", "Keiring"),
        ("Ada Marsden came. Ada Marsdon left. Ada Marsden runs it.", "Ada Marsdon"),
    ],
)
def test_one_person_is_spelt_one_way(text: str, span: str) -> None:
    assert found(text) == [("SRC112", span)]


@pytest.mark.parametrize(
    "text",
    [
        "Eric Garnett came with Erica Garnett. Garnett spoke.",
        "East Germany fell. An East German wrote.",
        "Bernie Sanders spoke. A Sanders-style plan followed. Sanders left.",
        "Tom Clark met Ann Clarkson. Clark left.",
        "The Marsdens came. Ada Marsden spoke. Marsden's book sold.",
    ],
)
def test_relatives_plurals_and_peoples_are_no_misspellings(text: str) -> None:
    assert found(text) == []


def test_the_full_name_of_a_relative_introduces_nobody_else() -> None:
    text = "Moss said she had been asleep when the door came in.\n\nHer son, Tom Moss, said she snores."
    assert found(text) == [("SRC111", "Moss")]
    assert found("Her son, Tom Moss, came.\n\nMoss said he was glad.") == []


def test_a_given_name_may_look_like_a_preposition() -> None:
    assert found("The leader, Per Lund, came late. Lund said he was glad.") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Woman came. Woman spoke. Women left. The women sang.", id="small elsewhere"),
        pytest.param("Angela Correy [sic] came. Angela Corey left. Corey was late.", id="as written"),
    ],
)
def test_a_likeness_is_no_second_spelling(text: str) -> None:
    assert [code for code, _ in found(text) if code == "SRC112"] == []


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("Bob, who would not give his surname, runs it.", []),
        ("It is run by a man known only as Bob.", []),
        ("Bob runs it. He uses one name.", []),
        ("Reed runs it, and gave no first name.", [("SRC111", "Bob")]),
    ],
)
def test_a_story_may_tell_why_it_has_no_more_of_a_name(reason: str, expected: list[tuple[str, str]]) -> None:
    assert found(f"The mill will close. {reason}\n\n“It is late,” said Bob, who lives there.") == expected
