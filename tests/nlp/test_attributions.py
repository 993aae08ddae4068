"""Attributions: what a cue attributes, and whose words a quotation is."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from tests.nlp.stories import marked, story


@pytest.mark.parametrize(
    "text",
    [
        "Moss said [[rents rose in May.]]",
        "[[Rents rose in May,]] Moss said.",
        "[[“Rents rose,”]] said Ada Moss.",
        "[[“Rents rose,” Moss said, “and wages fell.”]]",
        "[[Rents rose in May, according to Moss.]]",
        "According to Moss, [[rents rose in May.]]",
        "[[The kitchen cost £46,000, the court heard, and the bath more.]]",
        "Court records show [[that rents rose.]]",
    ],
)
def test_content_is_what_is_told(text: str) -> None:
    text, spans = marked(text)
    contents = [each.content for each in story(text).attributions]
    assert [each for each in contents if each] == spans


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Moss said rents rose.", "cue"),
        ("Rents rose, according to Moss.", "phrase"),
        ("The report says rents rose.", "document"),
    ],
)
def test_an_attribution_knows_its_way(text: str, via: str) -> None:
    assert [each.via for each in story(text).attributions] == [via]


def speakers(text: str) -> list[tuple[str, str]]:
    """Each quotation with its speaker."""
    found = story(text)
    return [(found.slice(q.span), found.slice(q.speaker) if q.speaker else "-") for q in found.quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Rents rose,” Moss said.", [("“Rents rose,”", "Moss")]),
        ('"Rents rose," Moss said.', [('"Rents rose,"', "Moss")]),
        ("Moss refused to comment.\n\n“Rents rose.”", [("“Rents rose.”", "-")]),
        ("Lane said no. Moss refused to comment.\n\n“Rents rose.”", [("“Rents rose.”", "-")]),
        ("Moss did not answer.\n\n“Rents rose.”", [("“Rents rose.”", "-")]),
        ("Moss said: “Rents rose.”", [("“Rents rose.”", "Moss")]),
        ("‘Rents rose in May,’ Moss said.", [("‘Rents rose in May,’", "Moss")]),
        ("“It was ‘grim’ there,” Moss said.", [("“It was ‘grim’ there,”", "Moss")]),
        ("“They [the owners] left us,” Moss said.", [("“They [the owners] left us,”", "Moss")]),
        ("“Rents rose,” Moss said. “Wages fell.”", [("“Rents rose,”", "Moss"), ("“Wages fell.”", "Moss")]),
        ("“Rents rose,” Moss said, “and wages fell.”", [("“Rents rose,”", "Moss"), ("“and wages fell.”", "Moss")]),
        (
            "“Rents rose,” Moss said.\n\n“Wages fell,” Lane said.",
            [("“Rents rose,”", "Moss"), ("“Wages fell,”", "Lane")],
        ),
        ("Moss shrugged.\n\n“Rents rose.”", [("“Rents rose.”", "-")]),
        ("Moss said rents rose.\n\n“Wages fell.”", [("“Wages fell.”", "Moss")]),
    ],
)
def test_a_quotation_has_its_speaker(text: str, expected: list[tuple[str, str]]) -> None:
    assert speakers(text) == expected


def test_a_quotation_goes_on_over_paragraphs_left_open() -> None:
    text = "“Rents rose, Moss said.\n\n“Wages fell.\n\n“We left.”"
    found = story("Moss said: “Rents rose.\n\n“Wages fell.\n\n“We left.”")
    assert [q.continues for q in found.quotations] == [True, True, False]
    assert [found.slice(q.inner) for q in found.quotations] == ["Rents rose.", "Wages fell.", "We left."]
    assert {found.slice(q.speaker) for q in found.quotations if q.speaker} == {"Moss"}
    assert [q.continues for q in story(text).quotations][-1] is False


def test_dialogue_keeps_two_speakers_apart() -> None:
    text = "“Who pays?” Moss asked.\n\n“We do,” Lane said. “We always did.”\n\n“Since when?” Moss asked."
    assert [speaker for _, speaker in speakers(text)] == ["Moss", "Lane", "Lane", "Moss"]


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ("The “quick fix” failed.", True),
        ("“We will never leave this town again,” Moss said.", False),
        ("“Never.”", False),
    ],
)
def test_a_few_quoted_words_are_no_speech(text: str, scare: bool) -> None:
    (quotation,) = story(text).quotations
    assert quotation.scare is scare


def test_an_inch_mark_opens_nothing() -> None:
    assert story('The pipe is 12" wide. The tap is 3" wide.').quotations == []


def test_whoever_is_told_something_is_not_its_source() -> None:
    text = "The agency’s chief, Yusuf Demir, told reporters that 1,100 people were hurt."
    analysis = Linter().read_text(text, "draft.txt").analysis
    (told,) = analysis.attributions
    assert told.source is not None
    assert analysis.slice(told.source.span) == "The agency’s chief, Yusuf Demir"


def test_a_relative_clause_tells_more_of_whoever_speaks_behind_it() -> None:
    text = "A cook who asked not to be named said the oven was cold."
    analysis = Linter().read_text(text, "draft.txt").analysis
    assert [analysis.slice(each.source.span) for each in analysis.attributions if each.source] == ["who", "A cook"]


def test_a_paragraph_of_quotation_is_whose_voice_was_heard_last() -> None:
    text = "The council called it “a blow”. Ada Moss said it was late.\n\n“I have lived here since I was six.”"
    analysis = Linter().read_text(text, "draft.txt").analysis
    assert [analysis.slice(each.speaker) for each in analysis.quotations if each.speaker] == ["The council", "Ada Moss"]
