"""Words of a frame with a space inside or without one between them, and spaces at marks."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        ("ATT601", "A un ion leader in the port said the talks had failed.", "un ion", "union"),
        ("ATT601", "Two people with know ledge of the deal said it was dead.", "know ledge", "knowledge"),
        ("ATT601", "The law yer said her client was innocent.", "law yer", "lawyer"),
        ("ATT601", "The judge war ned him twice, the court heard.", "war ned", "warned"),
        ("ATT601", "The owner was in formed by letter that the licence had lapsed.", "in formed", "informed"),
        ("ATT601", "The edit or said the story was true.", "edit or", "editor"),
        ("ATT601", "The mayor sa id the road was safe.", "sa id", "said"),
        ("ATT601", "According t o the bank, rates will rise.", "t o", "to"),
        ("ATT602", "The trust didnot respond to requests for comment.", "didnot", "did not"),
        ("ATT602", "The pool is safe, theysaid on Monday.", "theysaid", "they said"),
        ("ATT602", "The coach toldthem to go home.", "toldthem", "told them"),
        ("ATT602", "The letter was signedby nine doctors, the trust said.", "signedby", "signed by"),
        ("ATT602", "A formerofficial said the list was false.", "formerofficial", "former official"),
        ("ATT602", "Thebank said it would appeal.", "Thebank", "The bank"),
        ("ATT602", "Two peoplefamiliar with the talks said so.", "peoplefamiliar", "people familiar"),
        ("ATT603", "The road was shut, said,Karen Bligh, the county engineer.", ",", " "),
        ("ATT603", "Officials,said the ferry was full.", ",", " "),
        ("ATT603", "Some 300 jobs depend on the pit, according to the ,minister.", " ,", " "),
        ("ATT603", "The judge said ,that the case was closed.", " ,", " "),
        ("ATT603", "The bank said,in a statement, that it was sorry.", ",", ", "),
        ("ATT603", "The union 's leader said it would strike.", " 's", "'s"),
        ("ATT603", "The minister' s office said he was well.", "' s", "'s"),
        ("ATT603", "The company did n't respond to a request for comment.", " n't", "n't"),
        ("ATT603", 'The guide said"the bear is only a guest" and shrugged.', "said", "said "),
        ("ATT603", "According to police,Mr Otieno had left by ten.", ",", ", "),
        ("ATT603", "“ We are tired,” said the coach.", "“ ", "“"),
    ],
)
def test_found_with_what_was_meant(code: str, text: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The power to act or veto is his, the clerk said.",
        "About 40 per cent of members said they would go.",
        "The law says no one may know the ledge is loose, he said.",
        "Police were in touch with her, an officer said.",
        "The firms were in advanced talks, the bank said.",
        "A policymaker in the newsroom said the rollout was late.",
        "He said he would go on, in spite of all, as before.",
        "The players' statement and the mayor's reply were read out, she said.",
        "The council's plan for a car park, said the mayor, is dead.",
    ],
)
def test_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()
