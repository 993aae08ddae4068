"""Blanks in a sentence, stamps and headlines that a paragraph swallowed, and escapes with what they stand for."""

from __future__ import annotations

import pytest

from attribution_lint.checks.boilerplate.escapes import unescaped
from tests.checks.between import warned


@pytest.mark.parametrize(
    ("sentence", "blank"),
    [
        ("Mending the slip cost $XX,000, the harbour said.", "$XX,000"),
        ("Mending the slip cost KSh 0,000, the harbour said.", "KSh 0,000"),
        ("The pilot, Edda Lien, ??, had never run aground.", "??"),
        ("She died at the age of 7? after a short illness.", "7?"),
        ("Fares rose by x% in a year.", "x%"),
        ("The ??-year-old was pulled out by a fisherman.", "??-year-old"),
        ("Police are looking for a man in a COLOUR coat.", "COLOUR"),
        ("The inquest opens on DAY OF WEEK in the old chapel.", "DAY OF WEEK"),
        ("Coal will be brought from DEPOT A by barge.", "DEPOT A"),
        ("SPOKESWOMAN said that the slip was safe.", "SPOKESWOMAN"),
        ("“Nice quote here about the tide,” she said.", "Nice quote here about the tide,"),
        ("The yard, built by /name/ in 1911, is to be sold.", "/name/"),
        ("The clerk, what's-his-name, gave the keys back.", "what's-his-name"),
        ("Write to name@email.com before Friday.", "name@email.com"),
        ("Landings fell by NN% in a year.", "NN%"),
        ("Landings fell by nn per cent in a year.", "nn per cent"),
        ("The yard is worth $•• million, the owner said.", "$•• million"),
        ("The ferry was built in 19XX at a yard in Odda.", "19XX"),
        ("A woman in her X0s was pulled from the slip.", "X0s"),
        ("Councillor Name Here was the last to leave the quay.", "Name Here"),
        ("He leaves his wife, name, and a boat.", "name"),
        ("The levy will rise/fall (delete one) in May.", "rise/fall (delete one)"),
        ("It was the second? third? fire at the yard.", "second? third?"),
        ("Divers found [quantity] of rope in the hold.", "[quantity]"),
        ("The crew came from Village 1, Village 2 and Village 3.", "Village 1, Village 2 and Village 3"),
        ("The buyer, from CHECK: Oslo or Bergen?, paid in cash.", "CHECK: Oslo or Bergen?"),
        ("“[Quote from skipper],” said Edda Lien.", "[Quote from skipper]"),
        ("“We lost XX nets in a night,” he said.", "XX"),
        ("“Get quote,” said the owner.", "Get quote,"),
    ],
)
def test_what_stands_for_something_still_to_come(sentence: str, blank: str) -> None:
    assert warned(sentence) == [("BOI401", blank)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Was he 50? 60? Nobody on the quay could say.",
        "He said that it was NOT his boat and never had been.",
        "The form asks for the day, the month and the year.",
        "“XXXXX,” says most of the log for that winter.",
        "He told the clerk his name, age, and rank.",
        "“Get a quote,” said the plumber, and hung up.",
        "The visitor wore a shirt that said COACH on the back.",
        "“It is [the owner] who should pay,” she said.",
        "The tape breaks off twice [inaudible] and then ends.",
        "Between X and Y on the chart there is nothing but sea.",
        "The sign, reading DRIVER, had come off its post.",
        "The fund holds $10,000 and owes £1,000,000.",
        "“A nice quote,” she said of the line on the wall.",
        "“Insert quote here,” the mayor joked when they asked him.",
        "However many boats come, the slip will hold, she said.",
    ],
)
def test_what_only_looks_like_a_blank(sentence: str) -> None:
    assert warned(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "code", "text"),
    [
        (
            "The boat came in on Edda Lien / 6:41 PM / May 4 Tuesday morning.",
            "BOI801",
            "Edda Lien / 6:41 PM / May 4",
        ),
        (
            "The boat was late because of MORE: Why the slip leaked a strike, the crew said.",
            "BOI202",
            "MORE: Why the slip leaked a strike",
        ),
        ("The boat is late,@lien_desk the crew said.", "BOI801", "@lien_desk"),
        ("The crew said so. 〔source 3〕", "BOI502", "〔source 3〕"),
        (
            "\\u201cIt\\u2019s late\\u201d, the crew said.",
            "BOI804",
            "\\u201cIt\\u2019s late\\u201d",
        ),
    ],
)
def test_what_a_paragraph_swallowed(sentence: str, code: str, text: str) -> None:
    assert warned(sentence) == [(code, text)]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("\\u201cIt\\u2019s late\\u201d", "“It’s late”"),
        ("\\u003cp\\u003eThe crew\\u003c/p\\u003e", "The crew"),
        ("\\ud83d\\ude00", "😀"),
        ("\\ud83d", ""),
        ("no escape", ""),
    ],
)
def test_escapes_stand_for_characters(text: str, plain: str) -> None:
    assert unescaped(text) == plain
