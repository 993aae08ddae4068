"""Residue that is stuck in a sentence: counters, credits, questions, time marks, fields that were never filled."""

from __future__ import annotations

import pytest

from tests.checks.between import warned


@pytest.mark.parametrize(
    ("line", "code", "expected"),
    [
        ("The mayor ordered an audit of NUM hotels after the fire.", "BOI401", "NUM"),
        ("Of those, NUMBER FROM TABLE 2 were under ten.", "BOI401", "NUMBER FROM TABLE 2"),
        (
            "Sittings will run from nine to five at the which court?? on Quay Street, he said.",
            "BOI401",
            "which court??",
        ),
        ("She taught how many? children to swim there.", "BOI401", "how many?"),
        ("The region gave R__ million and a tank.", "BOI401", "R__"),
        ("Prices fell 0.0 per cent in August.", "BOI401", "fell 0.0 per cent"),
        ("He must pay £blah compensation.", "BOI401", "£blah"),
        ("The clerk, Mr (get first name) Lund, asked for a date.", "BOI401", "(get first name)"),
        ("Dear «FirstName» readers will know the pump.", "BOI401", "«FirstName»"),
        ("He said the pier was rotten. [12:40] He would not go.", "BOI902", "[12:40]"),
        ("The minister told reporters2 hrs agoOrre that seed is short.", "BOI701", "2 hrs ago"),
        ("A seal left on Sunday@orre_desk, officers said.", "BOI801", "@orre_desk"),
        ("The bakeryIda Lund said orders had come back.", "BOI701", "Ida Lund"),
        ('Seed is up a tenth. :antCitation[]{citations="3f2a"}', "BOI502", ':antCitation[]{citations="3f2a"}'),
        ("HomeNewsCourts", "BOI701", "HomeNewsCourts"),
        ("Wickets fell late in the day. AAPSPORT jt/mw", "BOI301", "AAPSPORT jt/mw"),
    ],
)
def test_what_is_stuck_in_a_sentence(line: str, code: str, expected: str) -> None:
    assert warned(line) == [(code, expected)]


@pytest.mark.parametrize(
    "line",
    [
        "The NUM, the miners\u2019 union, called a strike of NUM members.",
        "She asked how many? and got no answer.",
        "He works for easyJet Holidays in Orre.",
        "Prices rose 0.1 percent in August.",
        "Fill in the missing word, the slip says: A ______ in time saves nine.",
        "**How common is it?**",
        "The sign reads «Sortie» and nobody minds.",
        "Left to right, the houses on the quay are pink, green and a colour that the owner of the last one calls plum.",
    ],
)
def test_what_only_looks_stuck(line: str) -> None:
    assert warned(line) == []


def test_a_sentence_again_but_for_a_small_word_or_its_end() -> None:
    first = "A picker there earns about nine thousand crowns a month."
    again = "A picker there earns about nine thousand crowns per month."
    cut = "A picker there earns about nine thousand crowns a mon\u2026"
    assert warned(f"{first} {again}") == [("BOI802", again)]
    assert warned(f"{first} {cut}") == [("BOI802", cut)]
