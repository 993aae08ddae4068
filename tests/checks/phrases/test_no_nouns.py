"""Places that only a noun of one kind can have: no verb, no document for a hearer, nobody else for who knows."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "Heard in Oakport, the governor told supported in the square that he would run again.",
            "supported",
            "supporters",
        ),
        ("The mayor told suppress Tuesday that the bridge will be rebuilt.", "suppress", "supporters"),
        ("She told a cared in Millbrook on Friday that the mill would stay open.", "cared", "crowd"),
        (
            '"It is too much water for one pipe," said Ben Arlow, a former commissioned with the Port Authority.',
            "commissioned",
            "commissioner",
        ),
        ("The coach told reports as he left the ground that nobody was hurt.", "reports", "reporters"),
        ("The decision was taken in May, according to a version familiar with the board's plans.", "version", "person"),
        ("In a beech last July, he said the harbour was too shallow.", "beech", "speech"),
        ("In a preach Tuesday night, the bishop said the parish would close.", "preach", "speech"),
        ("She spoke on tradition of anonymity because the talks are private.", "tradition", "condition"),
        ("Two thirds are for it, according to a repaired in the Coast Times.", "repaired", "report"),
        ("“It was a long night,” the pilot told recorders outside the hangar.", "recorders", "reporters"),
        (
            "“Rents were lower then,” said Dina Falk, a processor of economics at Wexham University.",
            "processor",
            "professor",
        ),
        ("Figures from the central blank show that deposits rose in May.", "blank", "bank"),
        ("The death was confirmed by hospital stuff on Monday.", "stuff", "staff"),
        ("A spokeswoman for the apartment of health declined to comment.", "apartment", "department"),
        ("The study’s altars say the drug works.", "altars", "authors"),
        ("The firm did not respond to requests for communist on Friday.", "communist", "comment"),
    ],
)
def test_what_cannot_stand_there_is_wrong(text: str, wrong: str, right: str) -> None:
    assert_found("ATT101", text, wrong, right)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The clinic declined to command Tuesday on the inquiry.", "command"),
        ("Through an aide, the senator declined to commitment for this story.", "commitment"),
    ],
)
def test_what_is_declined_is_a_comment(text: str, wrong: str) -> None:
    assert_found("ATT102", text, wrong, "comment")


@pytest.mark.parametrize(
    "text",
    [
        "The runner declined to compete on Tuesday because of the heat.",
        "The club declined to commit this week to a date.",
        "The house close to the river was flooded, the owner said.",
        "The trust was told supported housing in the town would close.",
        "He told the papers that it was over.",
        "The minister told publications across the region that prices would fall.",
        "In a village last July, he said, nobody had heard of it.",
        "The minister told exporters on Tuesday that the duty would go.",
        "The board told claimants on Monday that they would wait until spring.",
        "He told realtors the plan was dead.",
        "Figures from the fair show that it drew 4,000 people.",
        "The paper’s readers say they like it.",
        "A spokeswoman for the office of housing said rents fell.",
        "The sale was confirmed by the buyer.",
        "Several were held back until noon, people familiar with the session said.",
        "The yard will close, two officials familiar with the tape said.",
        "Police told stay in the hall until noon, a resident said.",
        "The number, according to a newly married in the crowd, was two.",
    ],
)
def test_what_can_stand_there_stands(text: str) -> None:
    assert not diagnostics_of(text)


def test_a_body_has_its_article_behind_according_to() -> None:
    (diagnostic,) = diagnostics_of("The bell will not ring, according to temple in the square.")
    assert (diagnostic.code, diagnostic.text, diagnostic.suggestions) == ("ATT401", "temple", ("the temple",))
