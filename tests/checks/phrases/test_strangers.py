"""A noun that none of its company asks for is damage of one that the company does ask for."""

from __future__ import annotations

import pytest

from attribution_lint.checks.phrases.company import companies
from attribution_lint.checks.phrases.story import Story
from attribution_lint.checks.phrases.vocabulary import vocabulary
from attribution_lint.linter import Linter
from attribution_lint.settings import Settings
from tests.checks.phrases.expectations import assert_found, diagnostics_of

LINTER = Linter(Settings(select=("ATT101",)))


def company_words(text: str, noun: str) -> list[tuple[list[str], list[str]]]:
    """Return, for a noun of a text, the words before and after it that stand in the place of each of its companies."""
    words = vocabulary(LINTER.library.rules["ATT101"].lexicons)
    story = Story.of(LINTER.read_text(text, "story.txt").analysis, words)
    number = story.lower.index(noun)
    return [
        (
            story.lower[number - len(company.before) : number],
            story.lower[number + 1 : number + 1 + len(company.after)],
        )
        for company in companies(story).get(number, [])
    ]


def test_a_noun_keeps_company_on_both_sides() -> None:
    found = company_words("The pumps were worn, according to an internal spoon seen by Reuters.", "spoon")
    assert (["internal"], []) in found
    assert ([], ["seen", "by", "reuters"]) in found


@pytest.mark.parametrize(
    "text",
    [
        "The pumps were worn, said Ms Internal Spoon.",
        "“I have never been shown an internal spoon in all my years here,” she said.",
        "An internal spoon maker won the prize.",
    ],
)
def test_names_quotations_and_modifiers_keep_none(text: str) -> None:
    assert not company_words(text, "spoon")


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The pumps were worn, according to an internal memory seen by Reuters.", "memory", "memo"),
        ("In a sworn affiliate filed in the high court, the trader denied it.", "affiliate", "affidavit"),
        ("The Foreign Mystery in Lima said the boat had been rammed.", "Mystery", "Ministry"),
        ("Prices rose again, the Office for National Statics said.", "Statics", "Statistics"),
        ("Four of the seven economics surveyed by the paper expect a cut.", "economics", "economists"),
        ("Three aides confirmed the deal on condition of anatomy.", "anatomy", "anonymity"),
        ("In its railing, handed down on Friday, the tribunal backed the tenants.", "railing", "ruling"),
        ("The wells are salty, according to water simples taken by volunteers.", "simples", "samples"),
        ("The bank will close two branches, it said in a trailing update on Friday.", "trailing", "trading"),
        ("The plot was sold twice, according to the land resistor.", "resistor", "register"),
        ("An entry in the captain's dairy, read aloud to the jury, said the hold was dry.", "dairy", "diary"),
        ("The grain was short, its spokesman said at a breathing in Lusaka.", "breathing", "briefing"),
        ("The crane was safe, the Health and Safely Executive said.", "Safely", "Safety"),
    ],
)
def test_what_is_strange_to_its_company(text: str, wrong: str, right: str) -> None:
    assert_found("ATT101", text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The pumps were worn, according to an internal log seen by Reuters.",
        "The phone has 64 gigabytes of internal memory, the company said.",
        "Under the terms published by the ministry, tenants may stay.",
        "According to a filing with the commission, the fund has closed.",
        "Every year a new influx of visitors finds its way to the bay.",
        "The Mystery Department at the fair said it had sold every lamp.",
        "The National Statics Museum said on Friday that it would reopen.",
        "After the news went round, the singer posted an apology.",
        "Salter, citing data from the ministry, said exports had fallen.",
        "The trader told the tone of the interview to nobody.",
        "The Prime Minister of Finland said the ice was thin.",
        "The Ministry of Happiness said the survey was done.",
    ],
)
def test_what_may_stand(text: str) -> None:
    assert not diagnostics_of(text)
