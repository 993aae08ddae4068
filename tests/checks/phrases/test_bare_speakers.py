"""Somebody in the singular without an article, where the cue is that of many."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import diagnostics_of


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The chapel will lose its roof before the winter, surveyor say.", "surveyor say", "surveyors say"),
        ("The men, whom Kenyan official say are brothers, were freed.", "official say", "officials say"),
        ("The valley, which local guide say is haunted, is for sale.", "guide say", "guides say"),
        ("It is the bay where the ferry sank and that Irish diver say is too deep.", "diver say", "divers say"),
        ("The bridge will reopen in May, engineer say.", "engineer say", "engineers say"),
        ("The firm, auditor believe, hid its debts.", "auditor believe", "auditors believe"),
    ],
)
def test_one_is_named_and_many_are_meant(text: str, wrong: str, right: str) -> None:
    [found] = diagnostics_of(text)
    assert (found.code, found.text, found.suggestions[0]) == ("ATT501", wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The chapel will lose its roof before the winter, surveyors say.",
        "Did the resident say that the gate was hers?",
        "They let the engineer say it.",
        "In the end, police say, it was luck.",
        "The harbour, she heard a pilot say, is too shallow.",
        "The men, whom the official did not name, say the gate was shut.",
        "Nor would any union official say whether the strike would end.",
    ],
)
def test_what_agrees_is_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()
