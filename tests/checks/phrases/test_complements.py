"""A verb before what only a few verbs take: an object, a listener with a clause, a phrase with a preposition."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The jury retuned a verdict of accidental death on Friday.", "retuned", "returned"),
        ("The premier lunched an inquiry into the fire at the mill.", "lunched", "launched"),
        ("The bank's directors have admired serious mistakes in the accounts.", "admired", "admitted"),
        ("Two tenants fired a complaint against the landlord.", "fired", "filed"),
        ("The union culled for an inquiry into the fire.", "culled", "called"),
        ("Traders had expelled a loss of about 3m pounds.", "expelled", "expected"),
        ("The driver, who sited a customs report, said the lorry was empty.", "sited", "cited"),
    ],
)
def test_a_wrong_verb_before_its_object(text: str, wrong: str, right: str) -> None:
    assert_found("ATT201", text, wrong, right)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Doctors advertised the bishop to rest for a month.", "advertised", "advised"),
        ("The clerk assumed parents at a meeting in Leith that no school would close.", "assumed", "assured"),
        ("The minister was tolled by aides that the vote was lost.", "tolled", "told"),
        ("The coach voted in a letter to members that the pitch was flooded.", "voted", "noted"),
        ("The keeper admired after the 4-0 defeat in Oban that his side had been poor.", "admired", "admitted"),
    ],
)
def test_a_wrong_verb_before_somebody_and_what_is_said(text: str, wrong: str, right: str) -> None:
    assert_found("ATT201", text, wrong, right)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The broker was reminded in custody until Friday, the court said.", "reminded", "remanded"),
        ("The suspect was realised on bail on Monday, police said.", "realised", "released"),
        ("The barge was reposted by the coastguard to have struck rocks.", "reposted", "reported"),
        ("The firm was accursed of lying to its members.", "accursed", "accused"),
    ],
)
def test_a_wrong_participle_in_a_passive(text: str, wrong: str, right: str) -> None:
    assert_found("ATT201", text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The surgeon read the verdict of the panel aloud.",
        "The premier opened an inquiry into the fire at the mill.",
        "The clerk defended the decision of the board to sell.",
        "The firm formed a panel that it could consult on prices.",
        "The prince hired two men to carry the piano.",
        "The broker was held in custody until Friday.",
        "The trust learned of delays at the depot in May.",
        "The editor posted a statement on the website of the paper.",
        "The baker was relieved to have sold the shop.",
        "She has reposted the clip on her page.",
        "It was a plan to depose the chief, the rebels said.",
    ],
)
def test_a_verb_that_may_stand_there(text: str) -> None:
    assert diagnostics_of(text) == ()
