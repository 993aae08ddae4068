"""What the remark on a figure without a source says of the nearest source."""

from __future__ import annotations

import pytest

from attribution_lint import Linter, Settings

FIGURE = "The ferry company sold 48,000 tickets in May and lost $3 million."


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Settings(select=("FIG101",)))


def told(linter: Linter, before: str) -> list[str]:
    return [each.message for each in linter.lint_text(f"{before}\n\n{FIGURE}").diagnostics]


@pytest.mark.parametrize(
    ("before", "source", "said"),
    [
        (
            "The lane will close for a week, the harbour office said.",
            "the harbour office",
            "The lane will close for a…",
        ),
        ("Ada Moss, the mayor, said that the lane would close.", "Ada Moss, the mayor", "the lane would close"),
        ("“We will close the lane,” Ada Moss said.", "Ada Moss", "We will close the lane"),
        ("Ada Moss said the lane was “a risk to children” and would close.", "Ada Moss", "the lane was…"),
        ("The lane, Ada Moss said, must close.", "Ada Moss", ""),
        ("“No comment,” Ada Moss said.", "Ada Moss", ""),
        ("Ada Moss declined to comment.", "Ada Moss", ""),
    ],
)
def test_the_nearest_source_comes_with_what_it_stands_for(linter: Linter, before: str, source: str, said: str) -> None:
    place = f"“{source}”, a paragraph up" + (f", for “{said}”" if said else "")
    assert told(linter, before) == [
        f"Says who? No source in reach for “{figure}”; the nearest is {place}." for figure in ("48,000", "$3 million")
    ]


def test_a_verb_that_nobody_has_said_yet_is_no_source(linter: Linter) -> None:
    before = "The crew, Ada Moss said, was tired. Leaflets were printed to persuade the sceptics."
    assert [each.partition("the nearest is ")[2] for each in told(linter, before)] == [
        "“Ada Moss”, a paragraph up."
    ] * 2


def test_a_story_without_a_source_is_told_so(linter: Linter) -> None:
    assert told(linter, "The lane is closed.") == [
        f"Says who? No source in reach for “{figure}”; the story has named none so far."
        for figure in ("48,000", "$3 million")
    ]
