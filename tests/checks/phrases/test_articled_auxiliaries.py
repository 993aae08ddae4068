"""*Have* and *were* behind one person of any kind."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "code", "wrong", "right"),
    [
        ("A deckhand have told the tribunal that the anchor was lost.", "ATT501", "have", "has"),
        ("The lights were green, a lighterman have told the inquest.", "ATT501", "have", "has"),
        ("Every allotment holder were sent a bill, the club said.", "ATT501", "were", "was"),
        ("The paper said that a stevedore have told the police of the theft.", "ATT501", "have", "has"),
        ("In Mombasa, a lighterman have told the inquiry that the barge was overladen.", "ATT501", "have", "has"),
    ],
)
def test_found(text: str, code: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "If a deckhand were told to jump, he would jump, the captain said.",
        "Would a deckhand have told the court a lie?",
        "The men who met a deckhand have told the court that he was drunk.",
        "The captain, two mates and a deckhand have told the court that the sea was calm.",
        "A family have said they will appeal.",
        "A few have told the paper that they will leave.",
        "Friends of a lighterman have told police that she was afraid.",
        "Two men, one of them a deckhand, have told the court that the sea was calm.",
        "The couple, a nurse and a welder, have told the police they saw nothing.",
    ],
)
def test_right_as_it_stands(text: str) -> None:
    assert diagnostics_of(text) == ()
