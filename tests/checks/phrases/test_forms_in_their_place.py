"""Forms and small words at the edge of a frame: before their source, without a subject, beside an apostrophe."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        # A cue before its source
        ("ATT501", "The weir is seldom seen to leak, notes the authors of the paper.", "notes", "note"),
        ("ATT501", "Half the gates were shut, say the report, which names no one.", "say", "says"),
        (
            "ATT501",
            "“The weir has leaked for years,” explain Dr Ada Noakes, who runs the trust.",
            "explain",
            "explains",
        ),
        # A verb beside its source
        ("ATT501", "Two neighbours recalls hearing the weir burst at noon.", "recalls", "recall"),
        (
            "ATT501",
            "Two senior official in the water ministry told the Echo that the weir leaked.",
            "official",
            "officials",
        ),
        ("ATT501", "The weir was shut, according to three police source familiar with it.", "source", "sources"),
        ("ATT501", "The gate fell, according to several people who was there.", "was", "were"),
        # Participles
        ("ATT502", "The trust said so in a prepare statement.", "prepare", "prepared"),
        ("ATT502", "The weir leaks, according to leak emails from the trust.", "leak", "leaked"),
        ("ATT502", "In a sign affidavit the clerk says the weir leaked.", "sign", "signed"),
        ("ATT502", "Asking by a reporter whether it leaked, the warden said it did.", "Asking", "Asked"),
        ("ATT502", "It is alleging by the trust that the warden let it leak.", "alleging", "alleged"),
        ("ATT502", "The weir is to go, said a person brief on it.", "brief", "briefed"),
        (
            "ATT502",
            "The bill, as quoting in the papers, is twice the sum the trust named, it said.",
            "quoting",
            "quoted",
        ),
        ("ATT502", "The weir is says to be worth more than the mill.", "says", "said"),
        ("ATT502", "The mill went for a reporting £4m last spring, the Echo said.", "reporting", "reported"),
        ("ATT502", "It can be reveal today that the weir leaked.", "reveal", "revealed"),
        ("ATT502", "The trust would only says that the weir was safe.", "says", "say"),
        (
            "ATT502",
            "The firm, which owns the mill, has yet to responded to questions from the Echo.",
            "responded",
            "respond",
        ),
        ("ATT502", "It has been alleges that the warden let it leak.", "alleges", "alleged"),
        ("ATT502", "An open letter signs by Ada Noakes said the weir leaked.", "signs", "signed"),
        ("ATT502", "The claim, first report by the Echo, is false, the trust said.", "report", "reported"),
        ("ATT502", "In a letter writing to the trust, the vicar called the weir a horror.", "writing", "written"),
        ("ATT502", "In the recording the mayor is hear to say that the weir leaks.", "hear", "heard"),
        ("ATT502", "The tribunal has been telling that the weir leaked.", "telling", "told"),
        ("ATT502", "In a swore affidavit, the clerk says the weir leaked.", "swore", "sworn"),
        ("ATT502", "As the old herdsman putted it, a weir leaks.", "putted", "put"),
        ("ATT502", "A draft, which was saw by the Echo, says the weir leaks.", "saw", "seen"),
        # What a source does
        ("ATT501", "The audit report go on to say that the weir leaked.", "go", "goes"),
        ("ATT501", "MPs was told on Monday that the weir leaked.", "was", "were"),
        ("ATT501", "It emerge on Friday that the weir had leaked.", "emerge", "emerged"),
        ("ATT501", "Neighbours still recalls the night on which it burst.", "recalls", "recall"),
        ("ATT501", "He sold the mill four times, the district court hear on Monday.", "hear", "heard"),
        ("ATT501", "Two customs officer said the weir leaked.", "officer", "officers"),
        ("ATT501", "This findings, published on Monday, suggest that it leaks.", "This", "These"),
        ("ATT501", "Does the wardens accept that it leaked, the chair asked.", "Does", "Do"),
        ("ATT501", "It fell, said one of the few warden who saw it.", "warden", "wardens"),
        ("ATT502", "Sources closes to the trust say the weir leaks.", "closes", "close"),
        # Forms without a subject
        ("ATT502", "Addressed reporters on the quay, the captain said he was sorry.", "Addressed", "Addressing"),
        ("ATT502", "Spoken through an interpreter, the warden said the weir leaked.", "Spoken", "Speaking"),
        ("ATT502", "The weir is shut, the Echo reported, quoted an unnamed warden.", "quoted", "quoting"),
        ("ATT502", "The Evening Ledger, cite two wardens, reported that it leaked.", "cite", "citing"),
        ("ATT502", "The warden said, without gave any names, that two had fled.", "gave", "giving"),
        ("ATT502", "Spoke to the Echo after the flood, the warden said the weir was old.", "Spoke", "Speaking"),
        ("ATT502", "As my old boss use to say, a weir leaks, the warden said.", "use", "used"),
        # Apostrophes
        ("ATT503", "MP's say the weir leaks.", "MP's", "MPs"),
        ("ATT503", "The Kamau's say that they never saw the map.", "Kamau's", "Kamaus"),
        ("ATT503", "In Ms Okafors words, the clinic was a roof.", "Okafors", "Okafor's"),
        ("ATT503", "No plea was entered, according to Mr Abara solicitor.", "Abara", "Abara's"),
        ("ATT503", "The companys' annual report says so.", "companys'", "company's"),
        ("ATT503", "The association claim's that the weir leaks.", "claim's", "claims"),
        ("ATT503", "The trust met twice; it's report said the weir leaked.", "it's", "its"),
        ("ATT503", "The weir leaks, said the trust's chairman's, Desmond Noakes.", "chairman's", "chairman"),
        ("ATT503", "The weir leaks, said one of the studys authors.", "studys", "study's"),
        ("ATT503", "The weir leaks, said the childrens' commissioner.", "childrens'", "children's"),
        ("ATT503", "The weir will go, according to the councils chief executive, Ada Noakes.", "councils", "council's"),
        # A cue or its subject twice
        ("ATT405", "The trust said in a statement said that it would not sell.", "statement said", "statement"),
        ("ATT405", "The authors argue they argue that the weir leaked.", "argue they argue", "argue"),
        ("ATT403", "“All of it is safe,” the water board it said.", "it said", "said"),
        ("ATT403", "It Kilmoyle police confirmed that the weir leaked.", "It Kilmoyle", "Kilmoyle"),
        ("ATT403", "The commissioner, Pia Noakes, she said that the weir leaked.", "she said", "said"),
        ("ATT405", "“It leaks,” said Chief Noakes told villagers on Sunday.", "said Chief", "Chief"),
        ("ATT403", "The judge was remarked that the weir had leaked.", "was remarked", "remarked"),
        ("ATT403", "It is has been reported that the weir leaks.", "is has", "has"),
        ("ATT403", "The weir stays shut, his agent him said.", "him said", "said"),
        ("ATT401", "It will not be mended soon, one the engineers said.", "one the", "one of the"),
        ("ATT404", "By own his account, the warden drank at noon.", "own his", "his own"),
        # Persons, titles and articles
        ("ATT403", "Mrs Noakes, giving an evidence at the court, said it leaked.", "an evidence", "evidence"),
        ("ATT503", "The weir leaks, according to Ms Lomond affidavit.", "Lomond", "Lomond's"),
        ("ATT403", "The lawyer, Ms Ada Noakes, which said it leaked, left early.", "which", "who"),
        ("ATT403", "“It leaked,” said the Mr Noakes, whose mill it is.", "the Mr", "Mr"),
        ("ATT403", "An US official said the weir leaked.", "An", "A"),
        ("ATT403", "A FBI agent said the weir leaked.", "A", "An"),
        ("ATT403", "A minutes of the March meeting show that it leaked.", "A", "The"),
        ("ATT403", "Speaking on a the record, the warden said it leaked.", "a the", "the"),
        ("ATT403", "The warden said on via email that it leaked.", "on via", "via"),
    ],
)
def test_a_wrong_form_is_found(code: str, text: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The union, backed by its members, says the divers are right.",
        "They want to read the file, argue the case and go, the warden said.",
        "“It leaks,” say Ms Noakes, who farms there, and Mr Bains.",
        "Polling by the trust shows that the weir is liked.",
        "Additional reporting by Ada Noakes.",
        "The trust's leak line is open, the warden said.",
        "She held up a sign reading “It leaks”, the warden said.",
        "The judge ordered that the editor tell the court who had given him the tape.",
        "A friend of the family's said that they had left.",
        "Speak to your doctor, the warden said.",
        "Did the warden use to say that it leaked?",
        "The boy was found at an aunt's, South Wales Police said.",
        "The report, which ran to 80 pages, said the weir leaked.",
        "An MP said so, and a UN envoy agreed.",
        "The Mr Darcy of the valley said so.",
        "The address will lay out his case, the aide said.",
        "A van will call on Wednesdays, the warden said.",
        "The memo set out the plan, the warden said.",
        "Both attorneys general say the deal binds the makers.",
        "The minister's said to be furious, but his office would not comment.",
        "Transcripts filed with the small claims court show it.",
        "All he does is say that it leaks.",
        "Everyone we spoke to at the market said so.",
        "The Argus says the Star, the Star says the Argus.",
        "An evidence bag was lost, police said.",
        "This news, she said, is old.",
        "This reports the loss, she said.",
    ],
)
def test_right_forms_are_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()
