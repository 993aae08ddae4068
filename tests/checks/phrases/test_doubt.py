"""A word that a frame does not take is reported only if the rest of the evidence speaks for damage too."""

from __future__ import annotations

import pytest

from attribution_lint.checks.phrases import doubt
from attribution_lint.linter import Linter
from attribution_lint.settings import Settings

LINTER = Linter(Settings(select=("ATT101", "ATT201")))


def reported(text: str) -> list[tuple[str, str]]:
    return [(found.text, found.suggestions[0]) for found in LINTER.lint_text(text, "story.txt").diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        "They hardly knew a word of it, though their smiles said a lot.",
        "An enthusiastic audience confirmed the live character of the hour.",
        "The rates vary according to the horsepower of the boat.",
        "Cement is sorted according to its composition into seven kinds.",
        "His watch told him that he was still early.",
        "Last week it developed that the singer would stay at school.",
        "The choir is so well trained that towns bid for it.",
        "Word circulated that buyers from abroad had come.",
        "The school declined to comment on Tuesday on reports that its coach had been dismissed.",
        "She continued that an officer had admitted it.",
        "The court directed that a ruling be sought.",
        "The pier will be raised gradually to assess whether the birds come back.",
        "The senator slid the matter of wages into his speech.",
        "In a twist, the judge said, the letter was found in the piano.",
        "The roofer and his mate, who had not slept, said the slates were sound.",
        "The keeper of the lighthouse, Tom Bray, said the lamp was lit by hand.",
        "The hospital in the town, St Anne’s, said no patient had been harmed.",
        "The barber who cut his hair said he had paid in coins.",
        "He hosted the gala and she performed. “It was a night to remember,” he said.",
    ],
)
def test_rare_but_right_words_stay_silent(text: str) -> None:
    assert reported(text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("It burnt, according to several Dutch, Belgian and Danish expects seen by us.", "expects", "experts"),
        ("The fitness told the court that the van had stopped.", "fitness", "witness"),
        ("The treasure of the rowing club, Ned Fox, said the boat had been sold.", "treasure", "treasurer"),
        ("A whiteness who saw the smoke told police that the door was locked.", "whiteness", "witness"),
        ("The wheel had failed, according to recorders kept by the mill.", "recorders", "records"),
        ("The board said in a stalemate late on Friday that it had appealed.", "stalemate", "statement"),
        ("Rents doubled, according to figurines from the housing agency.", "figurines", "figures"),
        ("The auditor concealed that nothing had been spent.", "concealed", "conceded"),
        ("“We shall not move,” the warden relied.", "relied", "replied"),
    ],
)
def test_damage_is_reported_all_the_same(text: str, wrong: str, right: str) -> None:
    assert reported(text) == [(wrong, right)]


def test_the_fit_and_the_surroundings_weigh_for_damage_and_a_word_that_recurs_against_it() -> None:
    weights = doubt.weights().detecting
    assert weights["source-noun:gain"] > 0
    assert weights["cue-verb:gain"] > 0
    assert weights["cue-verb:odds"] > 0
    assert weights["source-noun:repeated"] < 0
