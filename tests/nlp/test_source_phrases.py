"""Sources: the phrase that stands beside a cue, to the letter, and what kind of source it names."""

from __future__ import annotations

import pytest

from attribution_lint.nlp.analysis import SourceType
from tests.nlp.stories import marked, story


def sources(text: str) -> list[str]:
    found = story(text)
    return [found.slice(each.source.span) if each.source else "-" for each in found.attributions]


@pytest.mark.parametrize(
    "text",
    [
        # right before the verb
        "[[The mayor]] said rents rose.",
        "[[Ada Moss]] said rents rose.",
        "[[The head of the dockers’ union]] said rents rose.",
        "[[She]] said rents rose.",
        "On Monday [[Ada Moss]] said rents rose.",
        "In a statement, [[the ministry]] said rents rose.",
        "[[Moss]] on Tuesday said rents rose.",
        "[[Reilly]] said rents rose.",
        "‘Rents rose in May,’ [[Moss]] said.",
        "[[Moss]] later told reporters that rents rose.",
        "[[The council]] has repeatedly said rents rose.",
        "Rents rose, [[the mayor]] said.",
        "“Rents rose,” [[the mayor]] said.",
        # behind it
        "“Rents rose,” said [[Ada Moss]].",
        "“Rents rose,” says [[a clerk at the port]].",
        "“Rents rose,” said [[Ada Moss, the mayor]].",
        "“Rents rose,” said [[Ada Moss, who runs the mill]].",
        "“Rents rose,” said [[he]].",
        "“Rents rose,” said [[a volunteer, Ada Moss]].",
        "Rents will rise, said [[one person]] briefed on the plan.",
        # with an insertion
        "[[Ada Moss, the mayor]], said rents rose.",
        "[[Ada Moss, who runs the mill]], said rents rose.",
        "[[Ada Moss (Lab)]] said rents rose.",
        # joined
        "[[Ada Moss and Ben Lane]] said rents rose.",
        "[[Police and prosecutors]] said rents rose.",
        # documents
        "[[The report]] found that rents rose.",
        "[[Census data]] show rents rose.",
        "[[A study of 40 towns]] found that rents rose.",
        # behind a phrase
        "Rents rose, according to [[the mayor]].",
        "According to [[the ministry’s report]], rents rose.",
        "Rents rose, according to [[Ada Moss, the mayor]].",
        # passives
        "The fire was reported by [[the coastguard]].",
        "[[The court]] heard rents rose.",
        "[[The inquest]] heard that rents rose.",
        # a time behind the phrase
        "[[The bank]] last week announced that rents rose.",
        # a participle
        "[[Moss]] left the hall, saying rents rose.",
        "According to [[experts]], the dam could fail in a flood.",
        "According to [[officials]], a fire destroyed the barn.",
        "According to [[Ada Moss, the mayor]], the dam could fail.",
        "The army left the town, Ada Moss with [[state media]] claiming a triumph.",
    ],
)
def test_the_source_is_the_whole_phrase(text: str) -> None:
    text, spans = marked(text)
    found = [each.source.span for each in story(text).attributions if each.source]
    assert found == spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moss said rents rose and warned of floods.", ["Moss", "Moss"]),
        ("Moss said rents rose, adding that wages fell.", ["Moss", "Moss"]),
        ("“Rents rose,” Moss said, and Lane agreed that wages fell.", ["Moss", "Lane"]),
        ("It was said that rents rose.", ["-"]),
        ("The mayor was told that rents rose.", ["-"]),
    ],
)
def test_verbs_share_a_subject_or_have_none(text: str, expected: list[str]) -> None:
    assert sources(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ada Moss said rents rose.", "person"),
        ("A nurse said rents rose.", "person"),
        ("He said rents rose.", "pronoun"),
        ("Mayor Ada Moss said rents rose.", "official"),
        ("The minister said rents rose.", "official"),
        ("The ministry said rents rose.", "organisation"),
        ("UNESCO said rents rose.", "organisation"),
        ("Rents rose, according to FactSet.", "organisation"),
        ("Halvorsen Foods said rents rose.", "organisation"),
        ("Reuters reported that rents rose.", "media"),
        ("Joe DiMaggio said rents rose.", "person"),
        ("Ann FitzGerald said rents rose.", "person"),
        ("The report said rents rose.", "document"),
        ("Census data show rents rose.", "document"),
        ("The newspaper said rents rose.", "media"),
        ("A whaler said rents rose.", "person"),
        ("The junta said rents rose.", "organisation"),
        ("The footnote says rents rose.", "document"),
        ("The hill said rents rose.", "unknown"),
        ("A source said rents rose.", "anonymous"),
        ("An official said rents rose.", "anonymous"),
        ("Officials close to the talks said rents rose.", "anonymous"),
        ("Experts said rents rose.", "vague"),
        ("Critics say rents rose.", "vague"),
        ("Some say rents rose.", "vague"),
    ],
)
def test_a_source_is_of_a_kind(text: str, kind: SourceType) -> None:
    (attribution,) = story(text).attributions
    assert attribution.source_type == kind


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The head of the union said rents rose.", "head"),
        ("Ada Moss, the mayor, said rents rose.", "moss"),
        ("Rents rose, according to a study by the port.", "study"),
        ("Officials close to the talks said rents rose.", "officials"),
        ("Figures given to the house show that rents rose.", "figures"),
        ("A study done for the port found that rents rose.", "study"),
        ("A survey last year by the port found that rents rose.", "survey"),
    ],
)
def test_the_head_is_the_main_word(text: str, head: str) -> None:
    (attribution,) = story(text).attributions
    assert attribution.source is not None
    assert attribution.source.head == head


def test_a_phrase_without_end_is_cut() -> None:
    [source] = sources(f"{'Moss ' * 150}said rents rose.")
    assert source == " ".join(["Moss"] * 100)
