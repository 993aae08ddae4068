"""How far a blank reaches, and what looks like one."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from attribution_lint.model import Severity
from attribution_lint.settings import Settings

LINTER = Linter(Settings(select=("BOI4",)))
LEAD = "The council in Kalvik voted on Tuesday to reopen the swimming hall, the mayor's office said."
LAST = "Repairs will take eight months and will be paid for by the region, according to the budget."


def blanks(line: str) -> list[str]:
    found = LINTER.lint_text("\n\n".join((LEAD, line, LAST)) + "\n").diagnostics
    assert {item.severity for item in found} <= {Severity.ERROR}
    return [item.text for item in found]


@pytest.mark.parametrize(
    ("line", "span"),
    [
        ("The pumps ran for ?? hours before the water fell.", "?? hours"),
        ("The dam holds XX cubic metres in a wet year.", "XX cubic metres"),
        ("The comet is TK light years away.", "TK light years"),
        ("The mine lies tk miles from town.", "tk miles"),
        ("Growers brought in x.x tonnes a hectare.", "x.x tonnes"),
        ("Rents rose by 0.X percent in May.", "0.X percent"),
        ("She was jailed for n years on Monday.", "n years"),
        ("The march drew XXX marchers to the square.", "XXX"),
        ("The landslide buried tk number houses.", "tk number"),
        ("He won a prize for TKTK film title, year, and went home.", "TKTK film title, year"),
        ("The front arrives at 00:00 – CONFIRM TIME WITH MET and is gone by dawn.", "00:00 – CONFIRM TIME WITH MET"),
        ("The jury heard that [CLAIMANT] had left.", "[CLAIMANT]"),
        ("The boat took people (how many?) to the island.", "(how many?)"),
        ("The pier was/has been closed [choose one] since May.", "was/has been closed [choose one]"),
        ("The gate will shut/be shut (pick one) at six.", "shut/be shut (pick one)"),
    ],
)
def test_all_of_a_blank_is_shown(line: str, span: str) -> None:
    assert blanks(line) == [span]


def test_two_marks_that_are_alike_fence_in_a_note() -> None:
    text = f"{LEAD}\nxxxx add quote from the swimmers xxxx\n{LAST}\n"
    assert [item.text for item in LINTER.lint_text(text).diagnostics] == ["xxxx add quote from the swimmers xxxx"]


def test_marks_of_two_paragraphs_fence_nothing_in() -> None:
    text = f"{LEAD}\nThe bill for the roof came to xxxx in the end.\nThe tiles were made in xxxx by hand.\n{LAST}\n"
    assert [item.text for item in LINTER.lint_text(text).diagnostics] == ["xxxx", "xxxx"]


@pytest.mark.parametrize(
    "line",
    [
        "After n years the sum doubles, the teacher wrote.",
        "The rock n roll years are over for the band.",
        "The minister came back from his (what crisis?) holiday.",
        "Nobody (who knew?) had thought of it.",
        "The censor watched XXX films for a living.",
        "The banner read [POLICE] in white.",
        "Firmware 2.x.x of the pump has the fault.",
        "They fell by 0.5 percent.",
    ],
)
def test_what_looks_like_a_blank(line: str) -> None:
    assert blanks(line) == []
