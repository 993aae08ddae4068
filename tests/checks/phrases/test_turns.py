"""The table of turns of phrase: each row finds its example, the parts of a row are read as they are meant."""

from __future__ import annotations

import pytest

from attribution_lint import packs
from attribution_lint.checks.phrases.turn_kinds import FORMS, KINDS
from attribution_lint.checks.phrases.vocabulary import vocabulary
from attribution_lint.linter import Linter
from tests.checks.phrases.expectations import assert_found, diagnostics_of

_LEXICON = packs.shipped_folder() / "lexicons" / "phrase-turns.txt"
_ROWS = [
    line.partition(" # ")[::2] for line in _LEXICON.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
]


@pytest.mark.parametrize(("row", "example"), _ROWS, ids=[example for _, example in _ROWS])
def test_each_row_finds_its_example(row: str, example: str) -> None:
    assert diagnostics_of(example), row


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        ("ATT502", "The keeper is saying to be well.", "saying", "said"),
        ("ATT403", "The two porters denied of having seen the crate.", "denied of", "denied"),
        ("ATT404", "The warden went to on say that the tank was dry.", "to on", "on to"),
        ("ATT401", "It has widely reported that the tour lost money.", "has", "has been"),
        ("ATT401", "It understood that the pilot had flown there before.", "It", "It is"),
        ("ATT503", "She spoke on the family behalf, the coroner heard.", "family", "family's"),
        ("ATT501", "In the word of the foreman, they counted hats.", "word", "words"),
        ("ATT406", "She was said by police that the van was found.", "said by", "told by"),
    ],
)
def test_what_is_wrong_is_told_with_what_is_right(code: str, text: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "In a statement issued late on Sunday, the line said the boats were full.",
        "Three diplomats briefed on the plan said that monitors would cross at once.",
        "As she left by a side door, Ms Moss was told reporters were waiting at the front.",
        "There have been claims by growers that the weir leaks.",
        "The scheme, as cited in the parish minutes, cost more than that, the clerk said.",
        "The keeper is said to be well.",
        "“He is saying to be careful,” her brother said.",
        "The two porters, denied of late a rise, said they would go.",
        "The warden went on to say that the tank was dry.",
        "Passers-by told firefighters that they had heard two bangs.",
        "It has been widely reported that the tour lost money.",
        "Two bankers said they were not authorised to speak.",
        "The board wrote in June that the pool would shut.",
        "In the word of God, the preacher said, there was comfort.",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert not diagnostics_of(text)


def test_rows_name_kinds_that_there_are() -> None:
    for row, _ in _ROWS:
        places = row.partition(": ")[2].replace("{", " ").replace("}", " ").replace(">", " ").split()
        named = {option.rstrip("?") for place in places for option in place.lstrip("*").split("|")}
        assert {name for name in named if name.isupper() and len(name) > 1} <= set(KINDS)


@pytest.mark.parametrize(
    ("form", "text", "right"),
    [
        ("base", "told", ["tell"]),
        ("owner", "Ms Moss", ["Ms Moss'"]),
        ("owner", "family", ["family's"]),
        ("participle", "obtain", ["obtained"]),
        ("past", "spoken", ["spoke"]),
        ("plural", "filing", ["filings"]),
        ("progressive", "adds", ["adding"]),
        ("singular", "years", ["year"]),
        ("third", "say", ["says"]),
    ],
)
def test_a_form_of_a_wrong_word(form: str, text: str, right: list[str]) -> None:
    assert FORMS[form](text, vocabulary(Linter().library.rules["ATT101"].lexicons)) == right
