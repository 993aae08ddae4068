"""What is left where copy was changed halfway: a plural made singular, an active clause passive, two drafts joined."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        ("ATT501", "According to one of the pilot, Capt. Joan Roe, the strip was unswept.", "pilot", "pilots"),
        ("ATT501", "A leaked memos from the finance office warned that the trust was short.", "memos", "memo"),
        ("ATT501", "Neither officials said how many beds had been lost.", "officials", "official"),
        ("ATT501", "Neither spokeswomen would say how many beds had been lost.", "spokeswomen", "spokeswoman"),
        ("ATT403", "It is been understood that the palace was told.", "is been", "is"),
        ("ATT401", "The cable, a copy of which seen by the Echo, says so.", "which seen", "which was seen"),
        ("ATT403", "The minister told to a rally in Makondo that rice was dear.", "told to", "told"),
        ("ATT402", "The minister told parliament that that eleven of the pits were unsafe.", "that that", "that"),
        ("ATT502", "The owner was citing by the weekly as saying he would appeal.", "citing", "cited"),
        ("ATT602", "The owner insistedhe had paid the cutters.", "insistedhe", "insisted he"),
        ("ATT602", "The weir leaks, the Ministryof Water reported on Monday.", "Ministryof", "Ministry of"),
        ("ATT503", "The fee is waived, according to the mayors office in Odda.", "mayors", "mayor's"),
        ("ATT301", "A whistelblower at the mill told members that it leaked.", "whistelblower", "whistleblower"),
        ("ATT402", "The Gazette has learned that the the pool was sold.", "the the", "the"),
        ("ATT402", "The driver is is said to have told rescuers.", "is is", "is"),
        ("ATT403", "The warden said an rival bid had come on Monday.", "an", "a"),
        ("ATT403", "The chest was, court the heard, full of eels.", "court the", "the court"),
        ("ATT403", "The dean said that convoy the had been fired on.", "convoy the", "the convoy"),
        ("ATT402", "The memo, sent to all surgeons on Monday, it says that swabs were counted.", "it says", "says"),
        ("ATT405", "According to figures from the growers show, exports rose.", "growers show", "growers"),
        ("ATT502", "The clerk is alleged to pocketed $90,000 in fees, police said.", "pocketed", "have pocketed"),
        ("ATT503", "According to the bishops private secretary, no offer was made.", "bishops", "bishop's"),
        ("ATT503", "It was a mistake, Ms Duffys solicitor, Eamon Tighe, said on Monday.", "Duffys", "Duffy's"),
        ("ATT503", "It was a mistake, the widows lawyer, Eamon Tighe, said on Monday.", "widows", "widow's"),
        ("ATT405", "The owners said in a joint statement, they said.", "statement, they said.", "statement."),
        ("ATT301", "The Bureau of Meterology said that May was dry.", "Meterology", "Meteorology"),
        ("ATT301", "The figures were published on the councl's website on Monday.", "councl", "council"),
        ("ATT301", "The notice was posted on the universty's website.", "universty", "university"),
        ("ATT601", "The faults were set out in are port by the ombudsman.", "are port", "a report"),
        ("ATT602", "It was, as sheput it to the board, a hurricane.", "sheput", "she put"),
        ("ATT401", "As Quilty put, “a wicket is only a lawn”.", "put", "put it"),
    ],
)
def test_what_is_left_of_the_first_wording(code: str, text: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


def test_a_bracket_is_glued_to_a_name() -> None:
    assert_found("ATT603", "Dr Farouk(no relation of the accused) testified that it was deep.", "", " ")


@pytest.mark.parametrize(
    "text",
    [
        "Neither officials nor ministers said how many beds had been lost.",
        "Neither official said how many beds had been lost.",
        "The story was told to a rally in Makondo, the mayor said.",
        "A leaked memo from the finance office warned that the trust was short.",
        "It has been understood for years, the broker said, that the price would fall.",
        "The cable, a copy of which was seen by the Echo, says so.",
        "He said that that report was false.",
        "The bishops said that their private secretary had been told.",
        "In the old harbour, they said, are port and starboard lights.",
        "The owners said in a joint statement that they had said so in May.",
        "The function f(no argument at all) returns nothing, the manual said.",
        "As Quilty put it, “a wicket is only a lawn”.",
    ],
)
def test_what_stands_by_right(text: str) -> None:
    assert diagnostics_of(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Prices are low, according to a note sent to clients by Harrow Securities.",
        "Two of the diplomats, both of whom had seen the draft, spoke on condition of anonymity.",
        "The most famous of the three towns is, of course, Dixville notch.",
        "A clear minority of voters agree, the poll found.",
    ],
)
def test_a_note_a_notch_and_a_minority_are_right(text: str) -> None:
    assert diagnostics_of(text) == ()


def test_a_professor_is_no_processor() -> None:
    text = "It is expensive, said Will Doyle, a processor of higher education at Vanderbilt University."
    assert_found("ATT101", text, "processor", "professor")
