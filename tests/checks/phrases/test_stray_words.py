"""Words of grammar between a speaker and the cue, and between the cue and what it takes."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        # before the cue
        ("Residents as said the lift had failed.", "as said", "said"),
        ("The coach how told the BBC he would stay.", "how told", "told"),
        ("The magistrate and ruled that the film could be shown.", "and ruled", "ruled"),
        ("She that said in a letter that she had been asked.", "that said", "said"),
        ("The ministry to denied that any soldier had crossed.", "to denied", "denied"),
        ("A judge in Durban it said the prison was unfit.", "it said", "said"),
        ("The ministry the confirmed that three people were dead.", "the confirmed", "confirmed"),
        ("Lawyers for the family of said the payment was small.", "of said", "said"),
        ("“I ran,” is said Mrs Okafor, who sells yams.", "is said", "said"),
        ("In a statement on Friday said, the club said it was sorry.", "Friday said", "Friday"),
        # behind it
        ("The company denied it that the tests were faked.", "denied it", "denied"),
        ("The bureau said is the monsoon will arrive late.", "said is", "said"),
        ("The palace confirmed was that the prince had left.", "confirmed was", "confirmed"),
        ("The teacher said he that she had locked the room.", "said he", "said"),
        ("Residents said she the lift had failed.", "said she", "said"),
        ("The bank warned and that rates could double.", "warned and", "warned"),
        ("The jury heard as that Mr Lowe had taken out a loan.", "heard as", "heard"),
        ("The inquiry concluded in that the crew had slept.", "concluded in", "concluded"),
    ],
)
def test_found_with_what_was_meant(text: str, wrong: str, right: str) -> None:
    assert_found("ATT403", text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "Cities with ads looked at 49 towns and found that sales fell.",
        "The force reopened its file in 2021 and says the case is open.",
        "Opponents turned in petitions to put a repeal on the ballot, she said.",
        "The firm beat its forecast for the quarter and raised its outlook, it said.",
        "Asked about that vote, the mayor pointed to her support and praised him.",
        "A spokesman for council leaders said the pool was shut.",
        "She spoke to court reporters outside, and told court staff so.",
        "Asked the same question, the mayor said no.",
        "Asked the time, the clerk said it was noon.",
        "The doctors Pfizer said it had paid were named.",
        "According to report cards sent home in May, grades fell.",
        "In a statement she said, in part, that it was over.",
        "In a letter the mayor said, too, that it was over.",
        "At the hearing on Friday, said the clerk, the room was full.",
        "Growth in reported crime said little about safety, he wrote.",
        "The plan as announced on Monday would cost more.",
        "The claims as reported the next day were false.",
        "The number the council said was right turned out wrong.",
        "The price it said was fair rose again.",
        "The lost and found said it had the umbrella.",
        "The accused and convicted said nothing.",
        "The man he spoke to said the road was shut.",
        "The story she worked on found its way to the front page.",
        "The firm that said no was right.",
        "The house they lived in said much about them.",
        "Mr Cole, as said in court, ran.",
        "Officials on Monday said the road was shut.",
        "What he said was that the road was shut.",
        "All she said is the road was shut.",
        "The mayor said it was that simple.",
        "The committee heard at that point from the mayor.",
        "The council said in that case it would pay.",
        "The court ruled in that year that the law was void.",
        "The coach said it that way to make a point.",
        "The police said it in that way, she said.",
        "The point he argued was that the law was void.",
    ],
)
def test_correct_copy_stays_silent(text: str) -> None:
    assert diagnostics_of(text) == ()


@pytest.mark.parametrize(
    ("draft", "codes"),
    [
        ("In a statement said", []),
        ("At the briefing said", []),
        ("In a statement on Friday said", []),
        ("The mayor sayd in court that", ["ATT301"]),
        ("“It is over,” say the headteacher", ["ATT502"]),
        ("said", []),
    ],
)
def test_a_draft_that_breaks_off_is_linted(draft: str, codes: list[str]) -> None:
    assert [found.code for found in diagnostics_of(draft)] == codes


@pytest.mark.parametrize("opening", ["And ", "Later, "])
def test_a_comma_of_the_next_sentence_changes_nothing(opening: str) -> None:
    found = diagnostics_of(f"The lift is shut, the clerk told in March. {opening}it will not reopen.")
    assert [(each.code, each.text) for each in found] == [("ATT406", "told")]
