"""Owners of opinions without their apostrophe."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "code", "wrong", "right"),
    [
        ("In the auditors opinion, the accounts are false.", "ATT503", "auditors", "auditor's"),
        ("In the ministers view, the road is safe.", "ATT503", "ministers", "minister's"),
        ("In the trial judges words, he kept two sets of books.", "ATT503", "judges", "judge's"),
        ("In the doctors words, it was a miracle.", "ATT503", "doctors", "doctor's"),
    ],
)
def test_found(text: str, code: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "In the judges' opinion, the law is clear.",
        "In the officials view of the time, salt was safe.",
        "In the ministers words fail, a critic said.",
        "According to the way officials view risk, the dam is safe.",
    ],
)
def test_right_as_it_stands(text: str) -> None:
    assert diagnostics_of(text) == ()
