"""Joined verbs in one form, and *be* behind an auxiliary."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "code", "wrong", "right"),
    [
        ("The ministry would neither confirmed nor deny the leak, an aide said.", "ATT502", "confirmed", "confirm"),
        ("The ministry has neither confirmed nor deny the leak, an aide said.", "ATT502", "deny", "denied"),
        ("The skipper had been arrested and charge with theft, police said.", "ATT502", "charge", "charged"),
        ("Police said the man had been stabbed and rob.", "ATT502", "rob", "robbed"),
        ("The mayor had be told of the leak, the inquiry heard.", "ATT502", "be", "been"),
    ],
)
def test_found(text: str, code: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry would neither confirm nor deny the leak.",
        "She was neither told nor asked, she said.",
        "The man was shot and police in Leeds said so.",
        "The road was closed and charge points were shut, the council said.",
        "The bill was passed and release of the funds is expected, officials said.",
        "The driver had best be told, the clerk said.",
        "The trick is be seen by nobody, he said.",
    ],
)
def test_right_as_it_stands(text: str) -> None:
    assert diagnostics_of(text) == ()
