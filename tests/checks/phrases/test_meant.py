"""Which noun was meant is weighed of likeness, use, surroundings, company, article and number together."""

from __future__ import annotations

import pytest

from attribution_lint.checks.phrases.fitting import slot_at
from attribution_lint.checks.phrases.meant import advantage, asked_number, meant, takes_an
from attribution_lint.checks.phrases.noun_slots import noun_slots
from attribution_lint.checks.phrases.story import Story
from attribution_lint.checks.phrases.vocabulary import vocabulary
from attribution_lint.linter import Linter
from attribution_lint.settings import Settings
from tests.checks.phrases.expectations import assert_found, diagnostics_of

LINTER = Linter(Settings(select=("ATT101",)))


def story_of(text: str) -> Story:
    words = vocabulary(LINTER.library.rules["ATT101"].lexicons)
    return Story.of(LINTER.read_text(text, "story.txt").analysis, words)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The pit has flooded, according to an analogous by the county.", "analogous", "analysis"),
        ("According to a drift of the plan seen by the Gazette, the roof will go first.", "drift", "draft"),
        ("The fee was never paid, according to an edit by the county auditors.", "edit", "audit"),
        ("The export say the roof will not last.", "export", "experts"),
        ("The vicar told a card in Selby that the roof would be mended.", "card", "crowd"),
        ("“The levy will not pass,” said Tom Bray, a profession of marine law at Leeds.", "profession", "professor"),
    ],
)
def test_what_was_meant_comes_first(text: str, wrong: str, right: str) -> None:
    story = story_of(text)
    (first, best), (_, second), *_ = meant(story, story.lower.index(wrong))
    assert first == right
    assert best > second
    assert advantage(story, story.lower.index(wrong), right) > 0


def test_what_a_finder_proposes_is_weighed_too() -> None:
    story = story_of("The pit has flooded, according to a drift of the plan.")
    assert "zebra" not in [right for right, _ in meant(story, story.lower.index("drift"))]
    assert "zebra" in [right for right, _ in meant(story, story.lower.index("drift"), ["zebra"])]


@pytest.mark.parametrize(
    ("text", "noun", "number"),
    [
        ("A spoon said the pit had flooded.", "spoon", "singular"),
        ("Two spoon said the pit had flooded.", "spoon", "plural"),
        ("The spoon say the pit has flooded.", "spoon", "plural"),
        ("The spoon says the pit has flooded.", "spoon", "singular"),
        ("The spoon said the pit had flooded.", "spoon", ""),
    ],
)
def test_article_and_verb_leave_one_number_open(text: str, noun: str, number: str) -> None:
    story = story_of(text)
    at = story.lower.index(noun)
    assert asked_number(story, at, slot_at(story, at)) == number


def test_which_article_a_noun_takes() -> None:
    assert [word for word in ("audit", "hour", "report", "union", "user", "heir") if takes_an(word)] == [
        "audit",
        "hour",
        "heir",
    ]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("“It leaks,” said Tom Bray, a profession of marine law at Leeds University.", "profession", "professor"),
        ("A stuffy of 900 parents found that most backed the levy.", "stuffy", "study"),
        ("A former directly of the museum said the roof would go first.", "directly", "director"),
        ("Several supported of the levy said they would march in May.", "supported", "supporters"),
    ],
)
def test_a_noun_that_fits_its_slot_much_worse_is_found(text: str, wrong: str, right: str) -> None:
    assert_found("ATT101", text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The ferryman told a wedding party that the pit had flooded.",
        "The bank, a lender to farmers, said the pit had flooded.",
        "“It flooded,” said Ida Roe, a beekeeper from the valley.",
        "A plaque by the pit says it flooded in 1911.",
        "According to the tide table, the pit floods at noon.",
        "The sexton, a former miner, told them the pit had flooded.",
    ],
)
def test_what_may_well_speak_or_show_is_left_alone(text: str) -> None:
    assert not diagnostics_of(text)


def test_a_word_that_is_no_noun_has_a_slot_where_only_a_noun_can_stand() -> None:
    held = story_of("A former directly of the museum said the roof would go first.")
    free = story_of("A directly elected mayor of the town said the roof would go first.")
    assert "directly" in [held.lower[slot.number] for slot in noun_slots(held)]
    assert "directly" not in [free.lower[slot.number] for slot in noun_slots(free)]


def test_the_noun_of_a_verb_that_the_story_has_comes_first() -> None:
    damaged = (
        "The flotilla, which according to various Dutch and Danish assistance involved at least 40 boats, has left."
    )
    told = "Both navies assessed the damage in May."
    (found,) = diagnostics_of(f"{damaged}\n\n{told}\n")
    assert (found.code, found.text, found.suggestions[0]) == ("ATT101", "assistance", "assessments")
    (alone,) = diagnostics_of(f"{damaged}\n")
    assert alone.suggestions[0] != "assistant"  # what several say is no singular
