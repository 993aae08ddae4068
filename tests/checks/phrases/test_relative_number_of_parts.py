"""The number of what *who* stands for behind a word for several, and of what *whose* comes before."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The two scientists who leads the project said it was late.", "leads", "lead"),
        ("Police say the men, who was armed, fled on foot.", "was", "were"),
    ],
)
def test_found(text: str, wrong: str, right: str) -> None:
    assert_found("ATT501", text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "One of the miners who was rescued has told his story.",
        "The head of the tenants who was ill told the court so.",
        "The nurse, whose brothers police say were armed, denied it.",
        "She was brief in her remarks, the court heard.",
    ],
)
def test_right_as_it_stands(text: str) -> None:
    assert diagnostics_of(text) == ()
