"""Frames said twice, shortened clauses, links and words that stand where none can, and joints that came apart."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        (
            "ATT405",
            "According to a memo from the rail regulator said that the line would close.",
            "According to a memo from the rail regulator said",
            "A memo from the rail regulator said",
        ),
        ("ATT403", "The reef would recover, he she said, if the ships stayed away.", "he she", "she"),
        ("ATT403", "A broker familiar of the sale said the price had been cut.", "of", "with"),
        ("ATT403", "She was not authorised to speak to publicly and asked for a coffee.", "speak to", "speak"),
        ("ATT403", "It has been alleged to by two clerks that the ledger was burnt.", "alleged to", "alleged"),
        ("ATT403", "Seals are going hungry, suggests to a paper by three vets.", "suggests to", "suggests"),
        ("ATT401", "A ledger, said be in the widow's hand, turned up in a shed, police said.", "said be", "said to be"),
        (
            "ATT502",
            "Trains save money, a paper publish last week by three economists concluded.",
            "publish",
            "published",
        ),
        ("ATT502", "The report, which was say to run to 600 pages, is missing.", "say", "said"),
        (
            "ATT503",
            "According to the committees final report, the doors had been locked.",
            "committees",
            "committee's",
        ),
        (
            "ATT602",
            "The judge said in herjudgment that the mine had poisoned the river.",
            "herjudgment",
            "her judgment",
        ),
        ("ATT403", "The striker is understood it to have turned down a new deal.", "understood it", "understood"),
        (
            "ATT403",
            "A clerk had testified before to a Senate panel that the bolts were loose.",
            "testified before",
            "testified",
        ),
        ("ATT403", "The ministry would not to say how many rifles had been found.", "not to", "not"),
        ("ATT401", "The letter, seen the Cape Ledger, warns that the pumps will fail.", "seen the", "seen by the"),
        ("ATT502", "It was announce over the tannoy that the show was off.", "announce", "announced"),
        ("ATT604", "The millers' asso-ciation said the price of flour would rise.", "asso-ciation", "association"),
        ("ATT201", "The treasurer relied by email that no tender had been promised to anyone.", "relied", "replied"),
        ("ATT201", "The captain conceived under questioning that the lamp was broken.", "conceived", "conceded"),
        (
            "ATT201",
            "Inviting three officials familiar with the plan, the paper reported that the base would close.",
            "Inviting",
            "Citing",
        ),
    ],
)
def test_what_cannot_stand_is_told(code: str, text: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The court set aside a ruling according the ministry wide powers to close markets, and told it to begin again.",
        "According the visitors full honours, the guard formed up in the rain.",
        "Inviting three people close to the family, the widow said they would dine at noon.",
        "The premier joked when reporters asked for his view of the byelection.",
        "According to a note from the ministry said to be genuine, the pension was lost.",
        "Her vice-like grip, the referee said, decided the match.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()
