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
        "Later in the talk, Moyo stated of the ferry deal that it had been late.",
        "The bishop is known for speaking her mind on other matters, the clerk said.",
        "The warden said Saturday that letting visitors swim in the lakes was out of step with the law.",
        "She said on Saturday that allowing foreign trawlers to fish in the bay was out of step with the law.",
        "Before her move to the coast, she applied for her licence and was checked twice.",
        "The leak came from inside, according to officials familiar with the system.",
        "He called himself a free trader, stances that he has since disavowed.",
        "The bill drew money from both liberal outside groups and unions, the paper said.",
        "The under-30 crowd says by a wide margin that it wants trams.",
        "As a general rule, if a tenant pays late, the deposit is kept, the agent said.",
        "A chief reason he has given for staying is the view.",
        "The staff have maintaining to do, the warden said.",
    ],
)
def test_right_as_it_stands(text: str) -> None:
    assert diagnostics_of(text) == ()
