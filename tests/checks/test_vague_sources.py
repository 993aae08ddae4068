"""Sources that name nobody: who is meant after all, who says why, and whose words are the author's own."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from attribution_lint.settings import Settings

OPENING = "The dam was built in 1961 by the county."


def found(text: str, code: str) -> list[str]:
    return [each.text for each in Linter(Settings(select=(code,))).lint_text(text, "draft.txt").diagnostics]


# Vague sources


@pytest.mark.parametrize(
    "following",
    [
        "“It will not last the winter,” said Ada Moss, who lives below it.",
        "The mayor, Tom Reed, said the salt would be washed out of the dam wall by the river.",
        "Prof. Ada Moss of Hull said so in May.",
        "Ada Moss, an expert at the Hull museum, said so.",
    ],
)
def test_the_next_paragraph_names_one_of_those_meant(following: str) -> None:
    vague = "Experts say the salt may eat the dam wall from within."
    assert found(f"{OPENING}\n\n{vague}\n\n{following}", "SRC101") == []


@pytest.mark.parametrize(
    "following",
    [
        "The mayor, Tom Reed, said that turnout had been high.",
        "The council said it would meet.",
        "Tom Reed said his crews had planted 400 trees.",
    ],
)
def test_somebody_named_on_another_matter_is_none_of_them(following: str) -> None:
    vague = "Experts say the salt may eat the dam wall from within."
    assert found(f"{OPENING}\n\n{vague}\n\n{following}", "SRC101") == ["Experts"]


def test_an_opening_sums_up_what_is_named_below() -> None:
    below = "Rain fell.\n\nThe road is shut.\n\nProf. Ada Moss of Hull said the wall had cracked."
    assert found(f"The dam may fail, experts say.\n\n{below}", "SRC101") == []
    assert found(f"{OPENING}\n\nThe dam may fail, experts say.\n\n{below}", "SRC101") == ["experts"]


def test_doctors_of_somebody_told_of_are_known() -> None:
    assert found(f"{OPENING}\n\nTwo men are in hospital. Doctors said one had a broken rib.", "SRC101") == []
    assert found(f"{OPENING}\n\nThe county has shut its pools. Doctors say swimming is good.", "SRC101") == ["Doctors"]


def test_a_vague_source_that_somebody_named_speaks_of_is_theirs() -> None:
    assert found(f"{OPENING}\n\nAda Moss said that polls show she could win.", "SRC101") == []


# Hearsay


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The player has agreed terms, it is understood.", ["it is understood"]),
        ("It was gathered that two stations had sold above the price.", ["It was gathered"]),
        ("The player is learnt to have left.", ["is learnt to have"]),
        ("The Hull Gazette said he had left. He reportedly took the boat.", []),
        ("He reportedly took the boat. The Hull Gazette said he had left.", []),
        ("The dam is widely seen as ugly.", []),
    ],
)
def test_hearsay_and_what_credits_it(text: str, expected: list[str]) -> None:
    assert found(f"{OPENING}\n\n{text}", "SRC102") == expected


def test_a_first_line_that_ends_like_a_sentence_is_text() -> None:
    assert found("Reportedly, the singer has left.\n\nThe hall is dark tonight.", "SRC102") == ["Reportedly"]


# Anonymity


@pytest.mark.parametrize(
    "text",
    [
        "One aide, who feared for his career, said the plan was dead.",
        "A minister tells employees on the tape that the line will stop.",
        "An official declined to comment.",
        "An adviser said in an email that the plan was dead, leaked emails show.",
        "As the Times reported:\n\nAn aide said the plan was dead.",
        "The two aides said the plan was dead.",
        "One aide said the plan was dead. Ada Moss, an aide in the office, said so in public.",
    ],
)
def test_sources_that_need_no_reason(text: str) -> None:
    assert found(f"{OPENING}\n\nRain fell.\n\nIt fell for days.\n\nThen it stopped.\n\n{text}", "SRC104") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A harbour official said the dam had cracked.\n\nTom Reed, a harbour pilot, said he had seen it.", []),
        (
            "A harbour official said the dam had cracked.\n\nTom Reed, a baker, said he had seen it.",
            ["A harbour official"],
        ),
        (
            "Sources at the mill said it would shut.\n\nThe mill’s spokesman, Tom Reed, said no.",
            ["Sources at the mill"],
        ),
    ],
)
def test_an_opening_leaves_out_a_name_that_follows(text: str, expected: list[str]) -> None:
    assert found(text, "SRC104") == expected


def test_who_asked_not_to_be_named_speaks_in_the_same_clause() -> None:
    text = f"{OPENING}\n\nAn aide who asked to be left out said the plan was dead."
    assert found(text, "SRC104") == ["An aide"]


# Loaded cues


@pytest.mark.parametrize(
    "text",
    [
        "I went to the dam. Reed claimed that it was safe, and I did not believe him.",
        "Reed claimed that the dam was safe.\n\nThe county denied that.",
        "Reed claimed that the dam was safe, according to court papers.",
        "Ada Moss revealed that she was ill.",
        "The county refused to answer questions in court.",
    ],
)
def test_cues_that_the_story_bears_out(text: str) -> None:
    assert found(f"{OPENING}\n\n{text}", "SRC110") == []


def test_one_i_makes_no_column() -> None:
    text = f"{OPENING}\n\nReed claimed that the dam was safe. “I know it,” he said. He told me so."
    assert found(text, "SRC110") == ["claimed"]


# Second-hand reports


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Local media reported that two men had drowned.", ["Local media"]),
        ("News outlets declared that Reed had won.", []),
    ],
)
def test_what_media_did_is_no_report_of_theirs(text: str, expected: list[str]) -> None:
    assert found(f"{OPENING}\n\n{text}", "SRC109") == expected
