"""Figures that do not follow, do not add up or do not agree: what each rule sees, and what it must leave alone."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from attribution_lint.settings import Settings
from benchmarks.sums import Pair, pairs

LINTER = Linter(Settings(select=("FIG3",)))


def found(text: str) -> list[tuple[str, str]]:
    return [(each.code, each.text) for each in LINTER.lint_text(text, "draft.txt").diagnostics]


@pytest.mark.parametrize(
    ("text", "code", "span"),
    [
        ("Profit rose from $2 million to $3 million, an increase of 40 percent.", "FIG302", "40"),
        ("The price climbed 20%, from $50 to $75.", "FIG302", "20"),
        ("Attendance fell from 8,000 to 6,000, a drop of 30 percent.", "FIG302", "30"),
        ("Sales increased to 300 from 200 units, up 40 percent.", "FIG302", "40"),
        ("Some 30 of the 120 staff (30%) will go.", "FIG303", "30"),
        ("Of 200 schools, 50, or 35 percent, will close.", "FIG303", "35"),
        ("About one in four patients, or 40 percent, waited a day.", "FIG303", "40"),
        ("Of the budget, 60 percent goes to schools, 30 percent to roads and the rest, 20 percent, to parks.", "FIG304",
         "20 percent"),
        ("Unemployment rose from 4 percent to 6 percent, an increase of 2 percent.", "FIG305", "2 percent"),
        ("Turnout fell 5 percent to 45 percent from 50 percent.", "FIG305", "5 percent"),
        ("The firm expects to hire 500-300 workers.", "FIG309", "500-300"),
        ("A fine of between £500 and £200.", "FIG309", "£500 and £200"),
        ("Three men and two women, six people in all, were held.", "FIG310", "six"),
    ],
)  # fmt: skip
def test_what_does_not_follow_is_told_to_the_figure(text: str, code: str, span: str) -> None:
    assert found(text) == [(code, span)]


@pytest.mark.parametrize(
    "text",
    [
        "Profit rose from $2 million to $3 million, an increase of 50 percent.",
        "Profit rose 51 percent, from $2.01 million to $3.02 million.",  # rounding
        "Turnout fell from 50 percent to 45 percent, a drop of 10 percent.",  # a change of the share itself
        "Turnout fell 5 percentage points, from 50 percent to 45 percent.",
        "The firm grew from 1990 to 2010 by 300 percent.",  # years are no figures
        "Some 30 of the 121 staff (25%) will go.",
        "The bill passed by 55%-41%.",
        "Temperatures fell from 30 to 20 degrees.",
        "Three men and two women, five people in all, were held.",
        "It sold 120 cars, more than 40 of them red, a total of 160 this year.",
    ],
)
def test_what_follows_or_cannot_be_told_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_two_sources_may_differ_about_a_toll() -> None:
    told = "The bomb killed 23 people in the market, {}.\n\nThe bomb killed 32 people in the market, {}."
    assert found(told.format("police said", "according to the Red Cross")) == []
    assert found(told.format("on a busy day", "on a busy day")) == [("FIG301", "32")]


def test_a_list_of_counts_is_no_conflict() -> None:
    assert found("Moss shot 370 rats, Reed 163 and Hale 63.\n\nReed shot 129 rats, Moss 370 and Hale 50.") == []


def test_a_headline_figure_stands_in_the_body() -> None:
    story = (
        "Fire Kills {} Workers In Hull Mill\n\nThe fire at the mill in Hull killed 14 workers on Monday, the police "
        "said in a statement that was sent out late at night.\n\nThe mill had no alarm and no second door."
    )
    assert ("FIG306", "17") in found(story.format("17"))
    assert found(story.format("14")) == []


def test_a_poll_with_its_method_is_complete() -> None:
    poll = "In a Hull University poll, 52 percent were for the bridge and 41 percent against."
    method = "The poll of 1,204 adults was taken May 3 to 5. The margin of error is 3 points."
    assert ("FIG307", "poll") in found(poll)
    assert found(f"{poll} {method}") == []


@pytest.mark.parametrize("pair", pairs(each=6, seed=3), ids=lambda pair: pair.code)
def test_rounding_is_borne_and_slips_are_not(pair: Pair) -> None:
    assert found(pair.right) == []
    assert [code for code, _ in found(pair.damaged)] == [pair.code]


@pytest.mark.parametrize(
    "line",
    [
        "SLUG: QUAY FIRE WORDS: 120 DESK: home",
        "Headline goes here (max 60 characters)",
        "Customs officers at the port seized 47 live tortoises in a suitcase.",
    ],
)
def test_a_slug_or_a_lede_is_no_headline(line: str) -> None:
    assert found(f"{line}\n\nA man was held. He will be in court on Friday.\n\nThe port was shut for an hour.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It cost $30 million: $12 million for roads, $10 million for halls and $6 million for staff.", "$28 million"),
        ("It cost $3,000: $1,200 for roads, $1,000 for halls and $600 for staff.", "$2,800"),
        ("The jury of 12, seven men and four women, was out.", "11"),
    ],
)
def test_what_parts_come_to_is_written_as_the_total_is(text: str, told: str) -> None:
    (found,) = Linter(Settings(select=("FIG310",))).lint_text(text).diagnostics
    assert found.message.startswith(f"The parts come to {told}, not ")
