"""Notes told by how they are written, and residue in the middle of a paragraph."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from attribution_lint.model import Severity
from attribution_lint.settings import Settings

LINTER = Linter(Settings(select=("BOI",)))
LEAD = "The council in Kalvik voted on Tuesday to reopen the swimming hall, the mayor's office said."
MIDDLE = "The hall closed in 2019 after inspectors found cracks in the roof of the north wing."
LAST = "Repairs will take eight months and will be paid for by the region, according to the budget."


def warned(line: str) -> list[tuple[str, str]]:
    text = "\n\n".join((LEAD, MIDDLE, line, LAST)) + "\n"
    found = LINTER.lint_text(text).diagnostics
    return [(item.code, item.text) for item in found if item.severity >= Severity.WARNING]


@pytest.mark.parametrize(
    "line",
    [
        "Ines, I have cut the line on the contractor. If you want it back we need a second source.",
        "Ines to ring the inspectors again, number is in the shared sheet.",
        "short by 4cm",
        "family not told yet",
        "Q for Ines: six months or eight? Release says both",
    ],
)
def test_a_note_to_a_colleague_is_told_by_how_it_is_written(line: str) -> None:
    assert warned(line) == [("BOI901", line)]


def test_a_question_to_a_colleague_in_brackets() -> None:
    for marks in ("()", "[]"):
        note = f"{marks[0]}Ines, can we name the dog? The owner is fifteen.{marks[1]}"
        assert warned(f"The owner paid for two cruises and a dog. {note}") == [("BOI901", note)]


@pytest.mark.parametrize(
    "line",
    [
        "Sadly, I never met her, and you would not have liked her.",
        "He pressed the bell twice (Minister, is it true?) and ran.",
        "(Reader, should I have married him?)",
        "Bell, who ran the club, said we would not like it.",
        "de Boer won the first race.",
        "Marsh to face second trial",
        "It was **the best day of our lives** for the town.",
        "“We wait.” is what they said. is it true, people in the harbour asked each other.",
    ],
)
def test_a_story_is_no_note(line: str) -> None:
    assert not [found for found in warned(line) if found[0] == "BOI901"]


@pytest.mark.parametrize(
    ("line", "code", "span"),
    [
        ("The roof leaked all night. // pls check, release says two // The school stayed shut.", "BOI901",
         "// pls check, release says two //"),
        ("It leaked. **do we name him? ask Ines** It is dry.", "BOI901", "**do we name him? ask Ines**"),
        ("It leaked. hold this para till a letter comes The man left.", "BOI901", "hold this para till a letter comes"),
        ("The roof, which leaked, Ines Holm @inesholm is to be mended in May.", "BOI801", "Ines Holm @inesholm"),
        ("The roof leaked. 4 min agoReporter Ines Holm Neither builder came.", "BOI701", "4 min agoReporter Ines Holm"),
        ("The roof leaked. - Sponsored - He blamed the builder.", "BOI701", "- Sponsored -"),
        ("The roof leaked 3 hrs ago · Updated 1 hr ago and was mended.", "BOI701", "3 hrs ago · Updated 1 hr ago"),
        ("The roof leaked. APA hk/tb The builder left.", "BOI301", "APA hk/tb"),
        ("Kalvik&rsquo;s roof leaked.", "BOI804", "Kalvik&rsquo;s"),
        ("It holds NNN,NNN litres, they said.", "BOI401", "NNN,NNN litres"),
        ("It opens on (DAY), they said.", "BOI401", "(DAY)"),
        ("A- A A+", "BOI701", "A- A A+"),
        ("Reactions: 😂 12 😡 4", "BOI701", "Reactions: 😂 12 😡 4"),
        ("ROWING Kalvik Nightlead", "BOI301", "ROWING Kalvik Nightlead"),
        ("Nina Foss dives in at the old hall. | FILE", "BOI601", "Nina Foss dives in at the old hall. | FILE"),
    ],
)  # fmt: skip
def test_shapes_of_residue(line: str, code: str, span: str) -> None:
    assert warned(line) == [(code, span)]


def test_titles_under_any_header_of_links_are_links() -> None:
    links = "You may also fancy\n\nThe diver who counts herring\n\nSix cold pools, ranked"
    found = LINTER.lint_text(f"{LEAD}\n\n{MIDDLE}\n\n{links}\n").diagnostics
    assert [(item.code, item.text) for item in found] == [("BOI202", links)]


def test_a_title_cut_short_is_the_paragraph_again() -> None:
    title = "Forty divers from the garrison have spent a week under the pier…"
    text = f"{title}\n\n{title[:-1]} after the storm broke two of its legs.\n\n{MIDDLE}\n\n{LAST}\n"
    assert [(item.code, item.text) for item in LINTER.lint_text(text).diagnostics] == [("BOI802", title)]


def test_letters_that_a_story_shows_are_left_alone() -> None:
    assert not warned("Her name had appeared as DÃ©sirÃ©e on the roll, the clerk said.")


@pytest.mark.parametrize("credit", ["Getty.", "Associated Press.", "Bloomberg via Getty Images.", "AFP"])
def test_a_line_that_is_nothing_but_the_credit_of_a_picture(credit: str) -> None:
    text = f"{MIDDLE}\n\n{credit}\n\n{LAST}\n"
    assert [(item.code, item.text) for item in LINTER.lint_text(text).diagnostics] == [("BOI601", credit)]


def test_a_headline_whose_words_the_story_takes_up_is_the_story_s() -> None:
    story = "A photographer has sued Getty over a picture of his own shed, which he gave away in May."
    text = f"# Photographer sues Getty over picture of his own shed\n\n{story}\n\n{MIDDLE}\n\n{LAST}\n"
    assert not LINTER.lint_text(text, path="story.md").diagnostics
