"""Residue in wordings that no list has: told by what a line is about, how it speaks and its shape."""

from __future__ import annotations

import pytest

from attribution_lint.checks.boilerplate.tokens import tokens
from attribution_lint.checks.boilerplate.verdict import ANYWHERE, COMPANY, LINE, prove
from attribution_lint.checks.boilerplate.voice import voice
from attribution_lint.linter import Linter
from attribution_lint.model import Severity, Span
from attribution_lint.settings import Settings

LEAD = "The ferry to the outer islands will run twice a day from June, the port authority said on Monday."
MORE = "Fares stay at 14 crowns for adults, and children under six travel free with a parent."
LAST = "The owner of the yard said she would rebuild it before the first snow falls in November."
LINTER = Linter(Settings(select=("BOI",)))


def warned(*blocks: str, name: str = "draft.txt") -> list[tuple[str, str]]:
    found = LINTER.lint_text("\n\n".join(blocks) + "\n", name).diagnostics
    return [(item.code, item.text) for item in found if item.severity >= Severity.WARNING]


def speech(text: str) -> set[str]:
    found = tokens(text, Span(0, len(text)))
    return voice(found.form, 0, len(found), commands=False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tap the bell for more.", {"asks"}),
        ("Please check this.", {"asks"}),
        ("Support fell in May.", {"past", "third"}),
        ("Read in full, the letter is kind.", {"third"}),
        ("It may not be copied.", {"forbids", "denies", "own"}),
        ("The council voted.", {"past"}),
        ("First carried by the Gazette", {"fragment"}),
        ("Supplied by two wells, the village thrives.", set()),
    ],
)
def test_how_a_line_speaks(text: str, expected: set[str]) -> None:
    assert speech(text) == expected


def test_a_combination_convicts_as_far_as_it_goes() -> None:
    assert prove({"embargo"}) == {"press": ANYWHERE}
    assert prove({"photo", "short", "lean", "untold"}) == {"photo": LINE}
    assert prove({"photo"}) == {"photo": COMPANY}
    assert prove({"photo", "short", "lean", "untold", "report"}) == {}


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("BOI101", "Content may not be copied or stored without written agreement from this page's owners."),
        ("BOI201", "Like what you've read? Chip in with a fiver for our newsroom."),
        ("BOI501", "I have rewritten the opening and kept the quotes as they were in your draft."),
        ("BOI601", "Kari Moe beside the old ferry on Sunday. (Submitted by Kari Moe)"),
        ("BOI901", "Can someone check the third quote in the last par before we run it?"),
    ],
)
def test_a_line_with_the_voice_of_a_page_is_found(code: str, line: str) -> None:
    assert warned(LEAD, MORE, LAST, line) == [(code, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Residents can sign up for flood alerts on the county's website.",
        "Tickets are available at the door.",
        "What happens next",
        "The background",
        "Keep to the path. Dogs must be on a lead.",
        "The report may not be copied without the court's consent, the judge ruled.",
        "If you are worried about a neighbour, call the helpline on 0800 555 0100.",
        "Published in 1961, the novel sold slowly.",
        "The publisher printed a line on the cover that no machine was used.",
        "It is prohibited to fish here without a permit.",
    ],
)
def test_a_line_of_the_story_is_left_alone(line: str) -> None:
    assert warned(LEAD, MORE, line, LAST) == []


def test_a_column_may_speak_to_its_readers() -> None:
    assert (
        warned(
            "I spent last week without a phone, and I can report that nothing happened.",
            "You will say that this is no feat. Try it.",
            "We have handed our evenings to a machine, and we could take them back.",
            "Send me a letter if you disagree. I will read it.",
        )
        == []
    )


def test_the_items_that_an_assistant_announces_are_of_its_answer() -> None:
    announced = "Here are three alternative headlines:"
    text = "\n\n".join((LEAD, MORE, LAST, announced)) + "\n\n1. Ferry doubles\n2. Twice a day\n3. Islands cheer\n"
    found = LINTER.lint_text(text, "draft.txt").diagnostics
    assert [(item.code, item.text.startswith(announced), item.text.endswith("Islands cheer")) for item in found] == [
        ("BOI501", True, True)
    ]


def test_a_sentence_told_again_with_a_word_changed() -> None:
    first = "The harbour will stay closed until the divers have looked at both of the sunken barges."
    again = "The harbour will stay shut until the divers have looked at both of the sunken barges."
    assert warned(LEAD, f"{first} {MORE}", f"{LAST} {again}") == [("BOI802", again)]


@pytest.mark.parametrize(
    ("code", "text", "span"),
    [
        ("BOI801", "Megan FaulkStaff WriterThe settlement was approved.", "Megan FaulkStaff Writer"),
        ("BOI803", "The mayor?s office stayed shut.", "mayor?s"),
        ("BOI804", "It cost =E2=82=AC40 to enter.", "=E2=82=AC"),
        ("BOI701", "AdvertisementThe vote was late.", "Advertisement"),
        ("BOI401", "Its subject, $subject.fullName, came by bus.", "$subject.fullName"),
        ("BOI902", "Rents rose by 8%9% in May.", "8%9%"),
    ],
)
def test_damage_inside_a_sentence(code: str, text: str, span: str) -> None:
    assert warned(LEAD, text, LAST) == [(code, span)]


@pytest.mark.parametrize("sign", ["–", "-", "*", "• –"])
def test_a_sign_between_two_lines_has_no_voice(sign: str) -> None:
    text = f"The mayor said no.\n\nAda left.\n\nRelated: Fans boo the striker\n\n{sign}\n\nRelated: Rain stops play"
    found = Linter().lint_text(text).diagnostics
    assert [item.text for item in found] == ["Related: Fans boo the striker", "Related: Rain stops play"]


@pytest.mark.parametrize(
    ("line", "is_residue"),
    [
        ("Source: the port authority's yearly accounts", False),
        ("Figures: Harbour Board, 2023", False),
        ("Source: AFP", True),
    ],
)
def test_the_line_that_sources_a_table_is_copy(line: str, is_residue: bool) -> None:
    found = warned(LEAD, MORE, line)
    assert [text for _, text in found] == ([line] if is_residue else [])
