"""The cast: which mentions are one source, and which stay apart."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from attribution_lint.nlp.cast import Cast, cast_of

LINTER = Linter()


def cast(text: str) -> Cast:
    return cast_of(LINTER.read(text.encode(), "draft.txt").analysis)


def names(text: str) -> list[str]:
    """The name of the voice of each attribution."""
    found = cast(text)
    return ["-" if number is None else found.voices[number].name for number in found.of_attribution]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Moss, the mayor, said rents rose. Moss said wages fell.", ["Ada Moss", "Ada Moss"]),
        ("Mayor Ada Moss said rents rose. She said wages fell.", ["Ada Moss", "Ada Moss"]),
        ("Mayor Ada Moss said rents rose.\n\nThe mayor said wages fell.", ["Ada Moss", "Ada Moss"]),
        ("Moss said rents rose.\n\nAda Moss opened the hall in May.", ["Ada Moss"]),
        ("Ada J. Moss said rents rose. Ada Moss said wages fell.", ["Ada J. Moss", "Ada J. Moss"]),
        ("Ada Moss said rents rose. Ben Moss said wages fell. Moss said so.", ["Ada Moss", "Ben Moss", "Moss"]),
        ("Ada Moss said rents rose. Ben Lane said wages fell.\n\nMoss said so.", ["Ada Moss", "Ben Lane", "Ada Moss"]),
        ("Ben Lane of Leeds said rents rose. Lane said wages fell.", ["Ben Lane", "Ben Lane"]),
        ("Mayor Ada Moss smiled. “It was bad,” she said.", ["Ada Moss"]),
        ("“Donald Ray lost me,” Chris Shays said. “Donald Ray is bad,” he said. Ray left.", ["Chris Shays"] * 2),
        ("Fenwick Hill burned. “It was bad,” she said.", ["she"]),
        ("Two officials said rents rose. They said so twice.", ["Two officials"] * 2),
        ("Ada Moss and Ben Lane said rents rose. Lane said so.", ["Ada Moss and Ben Lane", "Ben Lane"]),
    ],
)
def test_mentions(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_he_and_she_keep_apart() -> None:
    text = "Mr. Ben Lane said rents rose. Mrs. Ada Moss said wages fell. He said it was bad. She said it was good."
    assert names(text) == ["Ben Lane", "Ada Moss", "Ben Lane", "Ada Moss"]


@pytest.mark.parametrize(
    "between",
    ["Carl Webb, her rival, left the hall.", "The hall was full.\n\nIt rained.\n\nNobody came."],
    ids=["another name", "two paragraphs"],
)
def test_a_pronoun_that_may_be_somebody_else_stays_alone(between: str) -> None:
    assert names(f"Ada Moss said rents rose. {between} She said wages fell.") == ["Ada Moss", "she"]


def test_i_in_a_quotation_is_its_speaker() -> None:
    found = names("“I said rents rose, and I said so twice,” Ada Moss said.")
    assert found[-1] == "Ada Moss"


def test_an_institution_is_taken_up_by_its_kind_and_its_initials() -> None:
    text = "The Harbour Safety Board said piers sank. The board said so twice. HSB said more."
    assert names(text) == ["Harbour Safety Board"] * 3


def test_what_a_voice_is() -> None:
    voices = cast("Ada Moss said rents rose. Two sources said wages fell.").voices
    assert [(voice.type, voice.named) for voice in voices] == [("person", True), ("anonymous", False)]
