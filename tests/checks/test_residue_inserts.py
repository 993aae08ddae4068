"""Labels, credits and stamps between two words of a story; what a scraper did to its characters and its sentences."""

from __future__ import annotations

import pytest

from attribution_lint.checks.boilerplate.repeats import repeats
from attribution_lint.fixes import apply_fixes
from attribution_lint.linter import Linter
from attribution_lint.model import Severity
from attribution_lint.settings import Settings

LEAD = "The ferry to the outer islands will run twice a day from June, the port authority said on Monday."
MORE = "Fares stay at 14 crowns for adults, and children under six travel free with a parent."
LAST = "The owner of the yard said she would rebuild it before the first snow falls in November."
LINTER = Linter(Settings(select=("BOI",)))


def warned(*blocks: str) -> list[tuple[str, str]]:
    found = LINTER.lint_text("\n\n".join(blocks) + "\n", "draft.txt").diagnostics
    return [(item.code, item.text) for item in found if item.severity >= Severity.WARNING]


@pytest.mark.parametrize(
    ("sentence", "code", "label"),
    [
        ("The tenant, Shaquana Share this article Pruitt, kept her receipts in a tin.", "BOI701", "Share this article"),
        ("The ban on nets ended at midnightBy Edda Lien after 52 days.", "BOI801", "By Edda Lien"),
        ("The fund fellShare this: to a new low on Monday.", "BOI701", "Share this"),
        ("The champion @lienruns Edda Lien will not run in May.", "BOI801", "@lienruns"),
        ("The clerk resigned Edda Lien/News24 on Monday after a row.", "BOI801", "Edda Lien/News24"),
        ("The firm will cut 30 jobs in OddaReuters and move to Bergen.", "BOI701", "Reuters"),
        ("The party won 61 seats 10:42 AM in the north on Sunday.", "BOI701", "10:42 AM"),
        ("The slip is shut. Image 1 of 4 Nobody was hurt.", "BOI701", "Image 1 of 4"),
        ("The price of rice ADVERTISEMENT has risen by a fifth since June.", "BOI701", "ADVERTISEMENT"),
        ("The guide Thabo Ramatla @thabo_guides · 2h had seen it before.", "BOI701", "@thabo_guides · 2h"),
        ("The lido First published 5 May 2024 opens at noon.", "BOI701", "First published 5 May 2024"),
        ("The tree Posted 3 hours ago will be felled in spring.", "BOI701", "Posted 3 hours ago"),
        ("Voters in the canton Photo: Urs Amman/AP of Glarus backed the plan.", "BOI701", "Photo: Urs Amman/AP"),
        ("The union Written by Ashish Verma waits for its money.", "BOI801", "Written by Ashish Verma"),
        ("By Ola Nord The minister has not replied to questions.", "BOI801", "By Ola Nord"),
        ("Ola Nord, Kalvik PostThe minister has not replied to questions.", "BOI801", "Ola Nord, Kalvik Post"),
    ],
)
def test_a_label_inside_a_sentence_is_found_alone(sentence: str, code: str, label: str) -> None:
    assert warned(LEAD, sentence, MORE, LAST) == [(code, label)]


@pytest.mark.parametrize(
    "sentence",
    [
        "He pressed Share this article and went to bed.",
        "The button marked Copy link does nothing at all.",
        "The museum got 12 comments and four complaints about the bear.",
        "By Tuesday The Hague had heard of it.",
        "Posted to Kabul in May, she came home in June.",
    ],
)
def test_a_label_that_the_story_speaks_of_is_copy(sentence: str) -> None:
    assert warned(LEAD, sentence, MORE, LAST) == []


def test_a_label_is_cut_out_with_its_space() -> None:
    text = "The price of rice Copy link has risen.\r\n\r\nNobody knows why.\r\n"
    found = LINTER.lint_text(text, "draft.txt").diagnostics
    assert (
        apply_fixes(text, [item.fix for item in found if item.fix])[0]
        == "The price of rice has risen.\r\n\r\nNobody knows why.\r\n"
    )


def test_a_title_with_the_name_of_its_paper() -> None:
    title = "Ghost gum to be felled in spring - The Derwent Post"
    assert warned(title, LEAD, MORE, LAST) == [("BOI701", title)]


def test_a_lone_line_without_a_stop_is_a_headline_from_elsewhere() -> None:
    line = "Lodge bid: what you told us"
    assert warned(LEAD, MORE, line, LAST, "Nobody in the town has seen the bear.") == [("BOI202", line)]


def test_several_lines_without_a_stop_are_subheads() -> None:
    blocks = (LEAD, MORE, "A long walk to the well of the nuns", LAST, "How the women of the hill got home", MORE)
    assert [found for found in warned(*blocks) if found[0] == "BOI202"] == []


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("She said that she would be behind the band. She said she would be behind the band", 1),
        ("The old bridge closes for two weeks from Monday. The old bridge closes for two weeks", 1),
        ("The council voted The council voted to close the pool.", 1),
        ("He marched with the dockers. He marched with the nurses. He marched with the miners.", 0),
        ("They sang row the boat ashore, row the boat ashore, all night.", 0),
    ],
)
def test_a_sentence_cut_off_or_told_twice(text: str, again: int) -> None:
    assert len(repeats(LINTER.read_text(text, "draft.txt").analysis)) == again


def test_a_headline_again_within_the_story() -> None:
    line = "Pony trekkers have best season in a decade"
    story = ("Pony trekkers have had their best season in a decade, and the ponies know it.", MORE, line, LAST)
    assert warned(*story) == [("BOI802", line)]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("T he council met in the barn.", "T he"),
        ("The mayorÕs plan was dear.", "Õ"),
        ("The mayor&rsquos plan was dear.", "&rsquo"),
        ("The plan was dear </div and late.", "</div"),
    ],
)
def test_damaged_characters(text: str, marked: str) -> None:
    assert [found for _, found in warned(text)] == [marked]


@pytest.mark.parametrize("text", ["E coli was found in the well.", "X marks the spot.", "Les dégâts were great."])
def test_characters_that_are_right(text: str) -> None:
    assert warned(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "Would you like a bag?",
        "Have your say, the banner read, and under it sat one man with a pen.",
        "Dummy text messages were sent to 9,000 phones in a test of the alarm.",
        "Loading the boats took all night.",
        "The XX was never meant to be kisses.",
        "Fill in the blank: a bird in the hand is worth ____.",
    ],
)
def test_narrative_that_sounds_like_a_page(line: str) -> None:
    assert warned(LEAD, line, MORE, LAST) == []
