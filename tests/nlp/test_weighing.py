"""Weighing what the rules leave open."""

from __future__ import annotations

import math

import pytest

from attribution_lint.nlp.reach.signs import Signs
from attribution_lint.nlp.reach.story import Story
from attribution_lint.nlp.reach.weighing import CAMPAIGN, CONSTANT, GROUNDS, doubt, drawn_together, weights_of
from tests.nlp.stories import story, the_figure

_OPENING = "The old ferry came back to Torvik on Monday.\n\nCrowds lined the quay and a band played.\n\n"


def grade(sentence: str, figure: str) -> tuple[str, bool, bool]:
    found = the_figure(story(_OPENING + sentence), figure)
    return found.status, found.soft, found.quiet


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Nearly a quarter of the island's homes are damp, more than in any other county.", "a quarter"),
        ("The illegal trade is worth more than $3 billion a year across the region.", "$3 billion"),
        ("Drownings have doubled since 2015 and cost the country an estimated €40 million a year.", "€40 million"),
    ],
)
def test_a_claim_about_the_world_is_asked_about(sentence: str, figure: str) -> None:
    assert grade(sentence, figure) == ("unattributed", False, False)


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Deckhands unloaded 48 crates of fish and two pianos.", "48"),
        ("The captain bought 14 tickets for the raffle and won nothing.", "14"),
    ],
)
def test_plain_narration_is_not_warned_about(sentence: str, figure: str) -> None:
    status, soft, _ = grade(sentence, figure)
    assert status != "unattributed" or soft


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Nine rugby leagues have folded across the north since 2015.", "Nine"),
        ("Two buses were torched and three bakers hurt by stones on Monday night.", "Two"),
        ("Thieves cut the line at Orwell on Tuesday night, stranding 12 trains.", "12"),
        ("Two schools and a health post were burned on Monday night.", "Two"),
        ("Three of the five pumps in the camp have been out of service since May.", "Three"),
        ("It is the fourth such theft on the island in 18 months.", "the fourth"),
        ("The fire destroyed 40 homes, most of them uninsured.", "most of them"),
    ],
)
def test_a_small_count_is_kept_where_an_editor_would_ask(sentence: str, figure: str) -> None:
    assert grade(sentence, figure) == ("unattributed", False, False)


@pytest.mark.parametrize(
    "sentence",
    [
        "The captain carried two suitcases and three umbrellas ashore.",
        "Nine rugby leagues have folded, the union said.",
        "Her two sons met her on the quay.",
    ],
)
def test_a_small_count_that_nobody_asks_about_is_no_figure(sentence: str) -> None:
    assert story(_OPENING + sentence).figures == []


def test_signs_are_words_and_none_comes_twice() -> None:
    text = _OPENING + "Nearly 40 percent of 12,000 homes are damp, she said, and 30 more leak."
    analysis = story(text)
    signs = Signs(Story(analysis))
    for figure in analysis.figures:
        found = list(signs.of(figure))
        assert len(found) == len(set(found))
        assert not any(set(sign) & set(" \t\n") for sign in found)


def test_a_doubt_adds_up_the_signs_against_each_ground() -> None:
    analysis = story(_OPENING + "The trade is worth about $3 billion a year.")
    signs = Signs(Story(analysis))
    figure = the_figure(analysis, "$3 billion")
    known = [each for sign in (CONSTANT, *signs.of(figure)) if (each := weights_of(sign, False))]
    against = [sum(each[ground] for each in known) for ground in range(len(GROUNDS))]
    assert doubt(signs, figure) == pytest.approx(-math.log(sum(math.exp(-each) for each in against)))


def test_the_doubts_of_a_paragraph_are_drawn_together() -> None:
    assert drawn_together([(1, 2.0), (1, -1.0), (3, 0.5)]) == pytest.approx([1.1, -0.1, 0.5])
    assert drawn_together([(1, 3.0), (1, 0.0), (1, -3.0)]) == pytest.approx([1.65, 0.0, -1.65])


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("The clerk said the pool had 200 visitors. It has been shut on 26 days this year.", True),
        ("The clerk said the pool had 200 visitors. It had been shut on 26 days by May.", False),
        ("The clerk says the pool has 200 visitors. It has been shut on 26 days this year.", False),
        ("Rain was heavy in June, according to the clerk. The pool is at 19 percent of its depth.", True),
        ("Rain is heavy in June, according to the clerk. The pool is at 19 percent of its depth.", False),
    ],
)
def test_what_is_not_shifted_back_behind_a_cue_in_the_past_has_a_sign(behind: str, expected: bool) -> None:
    analysis = story(_OPENING + behind)
    found = Signs(Story(analysis)).of(analysis.figures[-1])
    assert ("unshifted" in found) is expected


def test_a_thing_that_is_said_to_source_a_claim_is_doubted() -> None:
    assert grade("Under a deal announced in May half of all homes in the region are damp.", "half")[0] == "unattributed"
    assert grade("The hill said half of the homes were damp.", "half")[0] == "attributed"


def test_politics_is_told_by_its_words() -> None:
    campaign = "The candidate held a rally for voters before the primary election and the debate."
    assert Signs(Story(story(campaign))).is_campaign
    assert not Signs(Story(story(_OPENING))).is_campaign
    assert len(weights_of(CAMPAIGN, True) or ()) == len(GROUNDS)


def test_a_sign_without_weights_is_told() -> None:
    assert weights_of("no such sign", False) is None
