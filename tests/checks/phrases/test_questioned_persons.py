"""Plain forms for participles behind persons and behind *it was*."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "code", "wrong", "right"),
    [
        ("Two nurses question by the inquiry said the ward was full.", "ATT502", "question", "questioned"),
        ("Three boys arrest on Friday were released, a spokesman said.", "ATT502", "arrest", "arrested"),
        ("It was later reveal that the letter was forged.", "ATT502", "reveal", "revealed"),
        ("It has been claim that the mayor lied.", "ATT502", "claim", "claimed"),
    ],
)
def test_found(text: str, code: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "It was fear that drove them out, she said.",
        "It was state that mattered, not church, he said.",
        "Police question by the roadside all who pass, a spokesman said.",
        "Officers arrest on Friday, charge on Monday and forget on Tuesday, she said.",
        "Workers poll by phone, the firm said.",
    ],
)
def test_right_as_it_stands(text: str) -> None:
    assert diagnostics_of(text) == ()
