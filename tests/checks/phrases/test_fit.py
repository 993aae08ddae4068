"""How well a word fits its place, told without any list of what the place takes."""

from __future__ import annotations

import subprocess
import sys

import pytest

from attribution_lint.checks.phrases.context import kinds_of
from attribution_lint.checks.phrases.fit import shipped
from attribution_lint.checks.phrases.noun_slots import noun_slots
from attribution_lint.checks.phrases.story import Story
from attribution_lint.checks.phrases.vocabulary import vocabulary
from attribution_lint.linter import Linter
from attribution_lint.settings import Settings

LINTER = Linter(Settings(select=("ATT",)))


def story_of(text: str) -> Story:
    words = vocabulary(LINTER.library.rules["ATT101"].lexicons)
    return Story.of(LINTER.read_text(text, "story.txt").analysis, words)


def fits(text: str, at: str, word: str) -> float:
    """How well a word fits in the place of another."""
    story, fit = story_of(text), shipped()
    kinds, number = kinds_of(story), story.lower.index(at)
    signs = next(((f"kind:{slot.kind}", *slot.signs) for slot in noun_slots(story) if slot.number == number), ())
    return float(fit.code(word, story.words) @ fit.asked(fit.around(story, kinds, number, signs)))


@pytest.mark.parametrize(
    ("text", "at", "right", "wrong"),
    [
        ("The mayor said the bridge would reopen on Friday.", "mayor", "mayor", "manor"),
        ("The pit flooded twice, according to police records.", "records", "records", "rewards"),
        ("The clerk said in a letter to the council that the lease had lapsed.", "letter", "letter", "lettuce"),
    ],
)
def test_what_a_place_asks_for(text: str, at: str, right: str, wrong: str) -> None:
    assert fits(text, at, right) > fits(text, at, wrong) + 3


def test_a_rare_word_is_coded_by_its_kinds() -> None:
    fit, words = shipped(), story_of("He said so.").words
    assert "prothonotary" not in fit.number
    code = fit.code("prothonotary", words)
    assert code.shape == fit.codes(0).shape
    assert not code[: fit.wide].any()
    assert code[-1] == pytest.approx(fit.codes(list(range(len(fit.words))))[:, -1].max())


def test_the_model_is_not_read_for_a_story_without_a_suspect() -> None:
    code = (
        "from attribution_lint import lint; import sys;"
        "lint('The mayor said the bridge was open.');"
        "print('attribution_lint.checks.phrases.fit' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
