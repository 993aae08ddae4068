"""Verbs held to the subject that opens a sentence, forms to what governs them, possessives to what is beside them."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from attribution_lint.settings import Settings

LINTER = Linter(Settings(select=("ATT5",)))


def found(text: str) -> tuple[tuple[str, str, str], ...]:
    """Return the code, the text and the first suggestion of each diagnostic."""
    diagnostics = LINTER.lint_text(text, path="story.txt").diagnostics
    assert all(text[d.start.offset : d.end.offset] == d.text for d in diagnostics)
    assert all(d.severity.name == "ERROR" for d in diagnostics)
    return tuple((d.code, d.text, d.suggestions[0]) for d in diagnostics)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Each of the porters who came forward on Monday say the lift was locked.", "say", "says"),
        ("The minutes of the board, which were leaked in May, shows that nobody voted.", "shows", "show"),
        ("Nine of the cooks, all of them from Leeds, has told the union they were unpaid.", "has", "have"),
        ("Letters between the abbot and the bank, kept in a safe, reveals a debt.", "reveals", "reveal"),
        ("He said nobody in the ward were told of the risk.", "were", "was"),
        ("Those who was there told the inquest it was dark.", "was", "were"),
        ("Members of the choir, all of whom asks not to be named, say the roof leaks.", "asks", "ask"),
        ("The cooks, each of whom say he was locked in, told the union of a fire.", "say", "says"),
        ("The farmer, whose letters has been read in court, said he had asked for help.", "has", "have"),
        ("The abbot, whose statement were read out, said the bell would stay.", "were", "was"),
    ],
)
def test_a_verb_agrees_across_clauses(text: str, wrong: str, right: str) -> None:
    assert found(text) == (("ATT501", wrong, right),)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The baker went on to said that the flour was damp.", "said", "say"),
        ("The abbot ended by say that the roof would hold.", "say", "saying"),
        ("The guard must of told someone, the judge said.", "of", "have"),
        ("The keeper has being quoted as saying the gate was shut.", "being", "been"),
        ("The crew, many of who say they were ill, went home.", "who", "whom"),
        ("Address a crowd in Hull on Sunday, she said the mill would open.", "Address", "Addressing"),
        ("A notice issue by the harbour board said the quay was shut.", "issue", "issued"),
        ("The quay is safe, the pilot said, added that he had moored there.", "added", "adding"),
        ("The memo, date 9 May, says the crane is cracked.", "date", "dated"),
    ],
)
def test_a_form_is_that_which_its_governor_takes(text: str, wrong: str, right: str) -> None:
    assert found(text) == (("ATT502", wrong, right),)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The two girl's grandmother told the inquest they had gone to swim.", "girl's", "girls'"),
        ("The union say's it will ballot its members.", "say's", "says"),
        ("A call from neighbour's led officers to the shed, police said.", "neighbour's", "neighbours"),
        ("Its understood that the two sides will meet in Oslo.", "Its", "It's"),
        ("Mr Hallams solicitor said he would appeal.", "Hallams", "Hallam's"),
    ],
)
def test_a_possessive_is_one_that_the_words_beside_it_allow(text: str, wrong: str, right: str) -> None:
    assert found(text) == (("ATT503", wrong, right),)


@pytest.mark.parametrize(
    "text",
    [
        "Doctors say the scans the hospital has lost were clear.",
        "Residents said the mayor, who was away, has not apologised.",
        "A man who saw the thieves run says he called police.",
        "The committee, which were divided, say they will vote again.",
        "The man she spoke to says the road was shut.",
        "The group that he founded that year said it would close.",
        "Write to us, she said.",
        "Three master's degrees hang on the wall, she said.",
        "A press release by the union said talks had failed.",
        "There were a number of complaints, police said.",
        "What the officials do is lead by example, he said.",
        "Those who came before say the well was dry.",
        "Say",
        "The minutes",
        "Each of the",
        "'s",
        "Both",
    ],
)
def test_correct_copy_is_left_alone(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The cooks, one of whom says he was locked in, told the union of a fire.",
        "The abbot, whose data were read out, said the bell would stay.",
        "The reports, some of which say nothing, were leaked, officials said.",
        "The singer, whose parents were present, said she was glad.",
    ],
)
def test_what_whose_and_whom_go_with_is_left_alone(text: str) -> None:
    assert found(text) == ()
