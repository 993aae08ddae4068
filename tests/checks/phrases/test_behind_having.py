"""Plain forms behind *having*."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "code", "wrong", "right"),
    [
        ("Having tell the inquest that he slept, the guard changed his story.", "ATT502", "tell", "told"),
        ("Having speak to the widow, the officer closed the file, he said.", "ATT502", "speak", "spoken"),
        ("The chairman, having deny the story twice, admitted it on Friday.", "ATT502", "deny", "denied"),
        (
            "Having repeatedly insist that the wall was safe, the mayor moved the school.",
            "ATT502",
            "insist",
            "insisted",
        ),
    ],
)
def test_found(text: str, code: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "Having say over the budget matters to them, the teachers said.",
        "Having claim forms at hand helps, the lawyer said.",
        "Having read the letter, she told the court, he left.",
        "Having doubts, she told the court, he left.",
    ],
)
def test_right_as_it_stands(text: str) -> None:
    assert diagnostics_of(text) == ()
