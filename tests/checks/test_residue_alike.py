"""Sentences that run alike and are copy, beside sentences that were pasted twice."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from attribution_lint.settings import Settings

LEAD = "The ferry to the outer islands will run twice a day from June, the port authority said on Monday."
LAST = "The owner of the yard said she would rebuild it before the first snow falls in November."
LINTER = Linter(Settings(select=("BOI802",)))


def repeated(*blocks: str) -> list[str]:
    return [item.text for item in LINTER.lint_text("\n\n".join((LEAD, *blocks, LAST)) + "\n", "draft.txt").diagnostics]


@pytest.mark.parametrize(
    "blocks",
    [
        (
            "The northern slip was closed for repairs at the end of May.",
            "The southern slip was closed for repairs at the end of May.",
        ),
        (
            "The bakers beat the sailors by two goals and a late penalty.",
            "The printers beat the sailors by two goals and a late penalty.",
            "The welders beat the sailors by two goals and a late penalty.",
        ),
        ("The baker had lost a son to the winter sea. The miller had lost a son to the winter sea.",),
        (
            "First they closed the baths. The council said there was no money, and nobody asked for the books.",
            "Then they closed the baths. The council said there was no money, and nobody asked for the books.",
            "The lollipop man was the last. The council said there was no money, and nobody asked for the books.",
        ),
        (
            "They met at six and sat till ten,\nthey tabled it and met again,\nand still the shed stood by the fen.",
            "They took a vote, they took it twice,\nthey sought the clerk’s and God’s advice,\n"
            "and still the shed stood by the fen.",
        ),
    ],
)
def test_what_only_runs_alike(blocks: tuple[str, ...]) -> None:
    assert repeated(*blocks) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The crew will vote on the new timetable at the end of May, the union said.",
            "The crew will vote on the new timetables at the end of May, the union said.",
        ),
        (
            "The crew asked for the plan in writing and was given a copy of it after the long meeting.",
            "The crew asked for the plan in writing and was handed a copy of it after the long meeting.",
        ),
    ],
)
def test_what_was_pasted_twice(first: str, second: str) -> None:
    assert repeated(first, second) == [second]
