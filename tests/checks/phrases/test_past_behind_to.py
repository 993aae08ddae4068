"""Past forms where *to* asks for an infinitive."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "code", "wrong", "right"),
    [
        ("The ministry was not able to confirmed the toll.", "ATT502", "confirmed", "confirm"),
        ("The agency is reluctant to said how many had died.", "ATT502", "said", "say"),
        ("The minister is said to told aides that he would go.", "ATT502", "told", "have told"),
        ("The suspect is believed to said that he acted alone.", "ATT502", "said", "have said"),
        ("The firm promised to told the police, she said.", "ATT502", "told", "tell"),
        ("The minister was eager to said that the road was safe.", "ATT502", "said", "say"),
    ],
)
def test_found(text: str, code: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The rise was due to confirmed reports of fraud, police said.",
        "The clerk he wrote to said that the roll was lost.",
        "The union agreed to proposed changes, it said.",
        "The woman he was reported to told police that he had gone.",
        "The charity they had pledged to told them it would wait.",
        "The fund he was thought to have robbed denied it.",
    ],
)
def test_right_as_it_stands(text: str) -> None:
    assert diagnostics_of(text) == ()
