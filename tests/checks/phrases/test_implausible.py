"""Nouns that their frames do not take are found by the frame, not by a list of confusable words."""

from __future__ import annotations

import pytest

from attribution_lint.checks.phrases.noun_evidence import is_misplaced, standing
from attribution_lint.checks.phrases.noun_slots import noun_slots
from attribution_lint.checks.phrases.story import Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary, vocabulary
from attribution_lint.linter import Linter
from attribution_lint.settings import Settings

LINTER = Linter(Settings(select=("ATT101", "ATT201")))


def words() -> Vocabulary:
    return vocabulary(LINTER.library.rules["ATT101"].lexicons)


def slots(text: str) -> list[tuple[str, str, str]]:
    story = Story.of(LINTER.read_text(text, "story.txt").analysis, words())
    return [(story.lower[slot.number], slot.kind, slot.wants) for slot in noun_slots(story)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gander said he would appeal.", ("gander", "speaker", "")),
        ("Two kettles told reporters that the pit had flooded.", ("kettles", "speaker", "plural")),
        ("The pit has flooded, according to a new spoon.", ("spoon", "source", "singular")),
        ("In a spoon, the chairman said the pit had flooded.", ("spoon", "occasion", "singular")),
        ("The chairman said in a brief spoon on Friday that the pit had flooded.", ("spoon", "occasion", "singular")),
        ("Two kettles familiar with the matter said the pit had flooded.", ("kettles", "person", "plural")),
        ("“It flooded,” said a kettle at the pit.", ("kettle", "speaker", "singular")),
        ("The kettle for the county, Ida Roe, said the pit had flooded.", ("kettle", "person", "")),
        ("The kettle of the club, Tom Bray, 61, said the pit had flooded.", ("kettle", "person", "")),
        ("The kettle, a former nurse, told them the pit had flooded.", ("kettle", "person", "")),
        ("The kettle leading the search, Sgt Ida Roe, said the pit had flooded.", ("kettle", "person", "")),
        ("The pit has flooded, according to a kettle, who ran.", ("kettle", "person", "singular")),
        ("A kettle who saw it told police that the pit had flooded.", ("kettle", "person", "singular")),
        ("Area kettle Ida Roe said the pit had flooded.", ("kettle", "speaker", "singular")),
        ("The board said in a spoon late on Monday that the pit had flooded.", ("spoon", "occasion", "singular")),
        ("The pit has flooded, according to spoons kept by the owner.", ("spoons", "document", "")),
        ("It has flooded, said the spoon, which was filed in May.", ("spoon", "source", "")),
    ],
)
def test_a_slot_is_found_whatever_stands_in_it(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in slots(text)


def test_a_source_may_be_of_another_kind_than_the_slot_takes() -> None:
    assert is_misplaced("minutes", words(), "person")
    assert is_misplaced("nurse", words(), "document")
    assert not is_misplaced("nurse", words(), "person")
    assert not is_misplaced("ministry", words(), "person")
    assert not is_misplaced("minutes", words(), "source")


def test_how_a_word_stands_to_a_kind() -> None:
    assert standing("spokesman", words(), "speaker") == "usual"
    assert standing("troglodyte", words(), "speaker") == "broad"
    assert standing("spoon", words(), "speaker") == "alien"


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The manor told reporters on Friday that the bridge would reopen.", "manor", "mayor"),
        ("The engineers described that the beam had cracked.", None, None),
        ("The auditor stretched that the figures were sound.", "stretched", "stressed"),
        ("Researchers at the university renounced on Monday that the trial had failed.", "renounced", "announced"),
        ("The drugs that the company had sold were unsafe, the inspector said.", None, None),
        ("The beekeeper said the hives were lost.", None, None),
    ],
)
def test_the_word_and_what_was_meant(text: str, wrong: str | None, right: str | None) -> None:
    diagnostics = LINTER.lint_text(text, "story.txt").diagnostics
    if wrong is None:
        assert not diagnostics
    else:
        assert [(d.text, d.suggestions[0]) for d in diagnostics] == [(wrong, right)]
