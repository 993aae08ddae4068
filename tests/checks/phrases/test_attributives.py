"""Words before the noun of a source that are none of those that describe it."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("A clerk at the pariah council said that the path would open.", "pariah", "parish"),
        ("The deal was announced in a dress release on Monday.", "dress", "press"),
    ],
)
def test_found(text: str, wrong: str, right: str) -> None:
    assert_found("ATT101", text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The chief minister announced a grant after an aerial survey of the delta.",
        "A clerk at the parish council said that the path would open.",
        "The deal was announced in a joint release on Monday.",
    ],
)
def test_right_as_it_stands(text: str) -> None:
    assert diagnostics_of(text) == ()
