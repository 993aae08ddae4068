"""What the remark on a figure without a source says of the nearest source."""

from __future__ import annotations

import pytest

from attribution_lint import Linter, Settings

FIGURE = "The ferry company sold 48,000 tickets in May and lost $3 million."


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Settings(select=("FIG101",)))


def told(linter: Linter, before: str) -> list[str]:
    """The remarks of the figures, without why one is only a note."""
    found = linter.lint_text(f"{before}\n\n{FIGURE}").diagnostics
    return [each.message.partition(" Only a note: ")[0] for each in found if each.rule == "unattributed-figure"]


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


@pytest.mark.parametrize(
    "before",
    [
        "Judge Ada Moss declined to comment on the verdict.",
        "Judge Ada Moss, through a clerk, declined to say why.",
        "Ada Moss, the mayor, did not immediately respond to a request for comment.",
        "Ada Moss would not comment on the lane.",
        "Ada Moss has yet to explain the plan.",
        "The mayor refused to say why.",
        "The mayor never told the council.",
        "Studies have shown that the lane is dangerous.",
        "Experts say the lane is dangerous.",
        "Sources said the lane is closed.",
    ],
)
def test_who_said_nothing_and_who_cannot_be_weighed_is_no_nearest_source(linter: Linter, before: str) -> None:
    assert {each.partition("; ")[2] for each in told(linter, before)} == {"the story has named none so far."}
    above = f"The lane is safe, Rosa Lind said.\n\n{before}"
    assert {each.partition("; ")[2] for each in told(linter, above)} == {
        "the nearest is “Rosa Lind”, 2 paragraphs up, for “The lane is safe”."
    }


def test_somebody_who_not_only_said_something_is_a_source(linter: Linter) -> None:
    assert "the nearest is “Ada Moss”" in told(linter, "Ada Moss not only said that the lane was safe.")[0]


def test_a_thing_of_no_known_kind_is_no_nearest_source(linter: Linter) -> None:
    said = "Ada Moss said that the lane was safe. The mood binds us, the hill announced on Friday that it was."
    assert "the nearest is “Ada Moss”" in told(linter, said)[0]


@pytest.mark.parametrize(
    ("text", "figure", "why"),
    [
        ("Profits fell 40 percent.", "40 percent", "all told, few editors would ask"),
        ("The new line will carry 40,000 riders a day.", "40,000", "it tells of what is to come"),
    ],
)
def test_a_figure_that_is_only_worth_a_look_says_why(linter: Linter, text: str, figure: str, why: str) -> None:
    (found,) = linter.lint_text(text).diagnostics
    assert (found.severity.label, found.text) == ("info", figure)
    assert found.message == (
        f"Says who? No source in reach for “{figure}”; the story has named none so far. Only a note: {why}."
    )


def test_a_story_without_a_source_is_told_so(linter: Linter) -> None:
    assert told(linter, "The lane is closed.") == [
        f"Says who? No source in reach for “{figure}”; the story has named none so far."
        for figure in ("48,000", "$3 million")
    ]
