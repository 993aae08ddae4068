"""Verbs of what *as* opens."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "code", "wrong", "right"),
    [
        ("As widely report in the Welsh papers, the mine is to reopen.", "ATT502", "report", "reported"),
        ("As announce by the palace on Friday, the wedding is off.", "ATT502", "announce", "announced"),
        ("The wedding is off, as first report by the Clarion.", "ATT502", "report", "reported"),
        ("As mention above, the minister denies the claim.", "ATT502", "mention", "mentioned"),
        ("As the coroner note in his verdict, nobody had looked at the chart.", "ATT501", "note", "noted"),
        ("As her lawyers points out, the will was never signed.", "ATT501", "points", "point"),
    ],
)
def test_found(text: str, code: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "As the ombudsman notes in her report, the form is of no use.",
        "As the ombudsman note in the file shows, the form is of no use.",
        "As claim followed claim, the lawyers fell silent.",
        "As report after report has said, the dam is unsafe.",
        "As the police report in its summary, thefts have fallen.",
        "As the committee note in their report, rents have doubled.",
        "As state after state votes, the mood changes, pollsters said.",
        "As claim forms by the thousand arrived, the office closed.",
        "As the two lawyers point out, the contract is void.",
    ],
)
def test_right_as_it_stands(text: str) -> None:
    assert diagnostics_of(text) == ()
