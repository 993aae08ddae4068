"""Frames with a word too many: a second finite verb, a second cue, a pronoun or a preposition before the speaker."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        ("ATT403", "The captain is was said by friends to be in hiding.", "is was", "is"),
        ("ATT403", "The union have has said it will strike.", "have has", "have"),
        ("ATT403", "The tenants was were told to leave, they said.", "was were", "were"),
        ("ATT402", "The ferry had been overloaded, said police said.", "said police", "police"),
        ("ATT402", "The bridge will close, said the council said.", "council said", "council"),
        ("ATT402", "The pilot was unhurt, the airline said the airline.", "said the airline", "said"),
        ("ATT402", "Prices rose, the bank the bank said.", "the bank the bank", "the bank"),
        ("ATT403", "It the council said the road was safe.", "It the", "The"),
        ("ATT403", "The they police said nobody was hurt.", "The they", "The"),
        ("ATT403", "The gate had been open, said to the harbour master, Ewan Craig.", "said to", "said"),
        ("ATT403", "The tide had turned, said by Karen Webb, a volunteer.", "said by", "said"),
        ("ATT403", "The survey, carried out on by the university, found few.", "on by", "by"),
        ("ATT403", "The audit, commissioned by for the council, was kept quiet, she said.", "by for", "by"),
        ("ATT403", "The man was accused for stealing a car, police said.", "for", "of"),
        ("ATT403", "In a statement to Friday, the bank said it was sorry.", "to", "on"),
        ("ATT401", "The figure is based a survey of nurses, she said.", "based a", "based on a"),
        ("ATT401", "He said in an interview ahead the vote that he was tired.", "ahead the", "ahead of the"),
    ],
)
def test_found_with_what_was_meant(code: str, text: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "What it was is unclear, police said.",
        "All he had was taken, his lawyer said.",
        "The man he was is gone, she said.",
        "The prayer, said by the priest, lasted an hour.",
        "The rosary was said by the bishop, Paul Rowe, at noon.",
        "The treaty was signed on by the president's birthday, an aide said.",
        "The advice was acted on by the council, it said.",
        "It was, the council said, a mistake.",
        "“It is over,” said the mayor, and the crowd said so too.",
        "The firm refused comment, then confirmed the resignation by text.",
    ],
)
def test_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()
