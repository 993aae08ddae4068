"""Forms of a verb behind a document that is no subject."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "code", "wrong", "right"),
    [
        ("In a deposition gave in March, the surgeon said the scan was clear.", "ATT502", "gave", "given"),
        ("In a statement swear on Tuesday, the nurse says the ward was locked.", "ATT502", "swear", "sworn"),
        ("According to a memo wrote in 2019, the wall was unsafe.", "ATT502", "wrote", "written"),
        ("From a recording took by a passenger, police identified the man.", "ATT502", "took", "taken"),
        ("Citing a document saw by the agency, the paper said the deal was dead.", "ATT502", "saw", "seen"),
        ("The report, drew up by three judges, says the police lied.", "ATT502", "drew", "drawn"),
        ("Letters send to the council in May were lost, the clerk said.", "ATT502", "send", "sent"),
        ("A recording make by the widow was played in court.", "ATT502", "make", "made"),
        ("A study lead by Dr Tan found that the bats were gone.", "ATT502", "lead", "led"),
        ("The paper cited a report write for the ministry in 2019.", "ATT502", "write", "written"),
    ],
)
def test_found(text: str, code: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "In the film critics saw in May, the hero dies, the paper said.",
        "In a letter the director wrote to staff, she denied it.",
        "The man in the photograph took the train to Leeds, police said.",
        "The author of the report wrote in May that the dam was safe.",
        "In the statement lay the answer, the coroner said.",
        "In a letter, wrote the critic, the poet had lied.",
        "In evidence heard on Monday, the jury saw the film.",
        "The court heard the report give way to a song.",
        "Photographs took months to arrive, the agency said.",
        "The reports take in May what was said in June.",
        "The poem made the letter write itself, the critic said.",
    ],
)
def test_right_as_it_stands(text: str) -> None:
    assert diagnostics_of(text) == ()
