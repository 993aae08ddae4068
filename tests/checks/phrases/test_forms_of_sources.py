"""The number, the possessive and the verb forms of sources: plurals behind *a*, bare openers, nothing owned."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        # a plural behind “a”
        ("ATT501", "The truce holds, according to a Western diplomats briefed on it.", "diplomats", "diplomat"),
        ("ATT501", "He ran, according to a police reports made public on Monday.", "reports", "report"),
        ("ATT501", "“We won,” said a stable spokesmen.", "spokesmen", "spokesman"),
        ("ATT501", "The firm said in an exchange filings in Lagos that it was sold.", "filings", "filing"),
        # a singular that many are meant by
        ("ATT501", "Analyst at the bank said the stock was dear.", "Analyst", "Analysts"),
        ("ATT501", "Fire official urged residents of the canyon to leave.", "official", "officials"),
        ("ATT501", "Both newspaper reported that the talks had failed.", "newspaper", "newspapers"),
        ("ATT501", "Two of the club's director said they had not known.", "director", "directors"),
        ("ATT501", "He ran, according to court document unsealed on Monday.", "document", "documents"),
        ("ATT501", "“We won,” he told reporter in Lagos.", "reporter", "reporters"),
        # a possessive that owns nothing
        ("ATT503", "The ferry firm told passenger's by text that it was late.", "passenger's", "passengers"),
        ("ATT503", "The mine said in a statement's that it would close.", "statement's", "statement"),
        ("ATT503", "He ran, according to an internal memo's seen by the Argus.", "memo's", "memo"),
        ("ATT503", "The union's accused the firm of cutting corners.", "union's", "union"),
        ("ATT503", "An analyst's at Barclays said the shares were dear.", "analyst's", "analyst"),
        ("ATT503", "A spokesman for the ministry's declined to say more.", "ministry's", "ministry"),
        # forms behind an auxiliary
        ("ATT502", "The regulator has says the merger will be blocked.", "says", "said"),
        ("ATT502", "The clerk had been tells to shred the books.", "tells", "told"),
        ("ATT502", "The party has accusing the speaker of bias.", "accusing", "accused"),
        ("ATT502", "Neither firm was prepared to said who had paid.", "said", "say"),
        # number
        ("ATT501", "Police said the drivers was not hurt.", "was", "were"),
        ("ATT501", "Most of the jurors, the foreman later admit, had gone.", "admit", "admitted"),
        ("ATT501", "The firm owed millions, bankruptcy court filings shows.", "shows", "show"),
    ],
)
def test_found_with_what_was_meant(code: str, text: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "He read a fact sheet lawmakers released on Monday.",
        "She sent a letter urging voters who had moved to register.",
        "He backed a bill senators from both parties wrote, she said.",
        "A teachers union said the offer was an insult.",
        "A dozen officers said they had seen him.",
        "A firm reports that sales are up, he said.",
        "A body results in the loss of a pier, she said.",
        "Prosecutor Jane Moss said the man had run.",
        "Analyst says bank to close branches",
        "Official: the road is shut, and the bridge is closed",
        "The company's in talks with two banks, he said.",
        "Her story differs from the officer's in one respect, he said.",
        "He is a friend of the minister's who lives in Leeds, she said.",
        "The council's accused boss denied the charges.",
        "In a statement's second paragraph, the firm apologised.",
        "According to the witness's statement, he ran.",
        "They were told residents' concerns had been heard.",
        "The firm has claims against two banks, it said.",
        "The company has reports that the line is shut.",
        "The council had hearings on the plan, he said.",
        "It was a tough job the staff have keeping up, she said.",
        "Mills then writes back, she said.",
    ],
)
def test_correct_copy_stays_silent(text: str) -> None:
    assert diagnostics_of(text) == ()
