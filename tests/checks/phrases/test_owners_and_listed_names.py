"""Owners without their apostrophe, names glued together in a list, and small words and forms behind a cue."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "code", "wrong", "right"),
    [
        (
            "The study authors say that gulls sleep less, but the reports authors do not.",
            "ATT503",
            "reports",
            "report's",
        ),
        (
            "The farmer, whose neighbours statement was read out, said he was sorry.",
            "ATT503",
            "neighbours",
            "neighbour's",
        ),
        ("The yard will shut, according to Derek Lomond, Faye Imrie,Owen Stacey and a welder.", "ATT603", ",", ", "),
        (
            "“The roof came off like a lid,” said by Marjorie Stott, 81, who lives opposite.",
            "ATT403",
            "said by",
            "said",
        ),
        ("Neither the seller nor the broker have commenting on the claim.", "ATT502", "commenting", "commented"),
        ("The treasurer denied to having known of the second ledger.", "ATT403", "denied to", "denied"),
    ],
)
def test_found(text: str, code: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The yard will shut, according to Derek Lomond, Faye Imrie and 1,200 others.",
        "The study authors say that gulls sleep less.",
        "“Amen,” said by the whole church, ends the rite.",
        "The staff have maintaining to do, the warden said.",
    ],
)
def test_right_as_it_stands(text: str) -> None:
    assert diagnostics_of(text) == ()
