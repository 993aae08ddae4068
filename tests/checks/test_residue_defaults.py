"""Values that stand for none, debris of a program's signs, kinds in capitals, and words that a page broke."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from attribution_lint.settings import Settings
from tests.checks.between import warned


@pytest.mark.parametrize(
    ("sentence", "blank"),
    [
        ("The slip reopens on Invalid Date, weather permitting.", "Invalid Date"),
        ("Bids close on Saturday 0 January 1900 at the port office.", "Saturday 0 January 1900"),
        ("The hearing is on 00/00/0000 at the county court.", "00/00/0000"),
        ("The fund stood at 1.2E+09 crowns in June.", "1.2E+09"),
        ("As Error! Reference source not found. shows, rents have doubled.", "Error! Reference source not found."),
        ("The seat went to None by 300 votes.", "None"),
        ("The skipper of (null) said she would appeal.", "(null)"),
        ("Turnout was Infinity% in the first round.", "Infinity%"),
        ("The seat went to <winner> by 300 votes.", "<winner>"),
        ("The seat went to $winner by 300 votes.", "$winner"),
        ("The prize went to PLAYER_NAME of Odda.", "PLAYER_NAME"),
        ("Cod sold for P##.## a kilo in the hall.", "P##.## a kilo"),
        ("He was eighty-TK when the slip was built.", "eighty-TK"),
        ("The yard, built in (CHECK YEAR – 1998/2008?), is for sale.", "(CHECK YEAR – 1998/2008?)"),
        ("He leaves a wife, ?, and three sons.", "?"),
        ("The pilot, rank and name please, never ran aground.", "rank and name please"),
        ("The firm, from TOWNLAND, makes winches.", "TOWNLAND"),
        ("The crew in VILLAGE NEAR BERGEN heard a bang.", "VILLAGE NEAR BERGEN"),
    ],
)
def test_a_value_that_stands_for_none(sentence: str, blank: str) -> None:
    assert ("BOI401", blank) in warned(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "None of the crew was hurt, and the treaty is null and void.",
        "The terms of the lease were left undefined, the judge said.",
        "The site POLITICO told of it first, and skippers told POLITICO more.",
        "He walked out (who knew?) and never came back.",
        "The visitor wore a shirt that said SKIPPER on the back.",
        "It was the first/second reading of the bill that split them.",
        "The rule applies to in- and outbound ferries, and to mid- to long-term moorings.",
        "The ‘Dear <name>’ letters went to 300 skippers.",
        "He lives at HOME, as he puts it, in a boat.",
    ],
)
def test_words_that_were_meant(sentence: str) -> None:
    assert warned(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "debris"),
    [
        ("The skipper (cid:31) said no.", "(cid:31)"),
        ("The skipper’s office=20, she said.", "=20"),
        ('The skipper class="lede" said no.', 'class="lede"'),
        ("The skipper #main .entry{max-width:100%} said no.", "#main .entry{max-width:100%}"),
        ("Skippers ads.cmd.push(function() { ads.show(1); }); said no.", "ads.cmd.push(function() { ads.show(1); });"),
    ],
)
def test_debris_of_a_program(sentence: str, debris: str) -> None:
    assert warned(sentence) == [("BOI804", debris)]


@pytest.mark.parametrize(
    ("sentence", "broken", "mended"),
    [
        ("The govern- ment said it would pay.", "govern- ment", "government"),
        ("She spoke at even¬song on Sunday.", "even¬song", "evensong"),
        ("The ofﬁcer was hurt at the slip.", "ofﬁcer", "officer"),
        ("The o cial was hurt at the slip.", "o cial", "official"),
        ("The sch0ol was shut for a week.", "sch0ol", "school"),
    ],
)
def test_a_broken_word_is_mended(sentence: str, broken: str, mended: str) -> None:
    found = Linter(Settings(select=("BOI",))).lint_text(sentence, "draft.txt").diagnostics
    assert [(item.code, item.text, item.suggestions) for item in found] == [("BOI803", broken, (mended,))]
