"""Footnotes, listings, scripts and shown damage, which belong where they stand; doubled datelines, which do not."""

from __future__ import annotations

import pytest

from tests.checks.between import warned, warned_in


@pytest.mark.parametrize(
    "draft",
    [
        "Inmates at Odda Fort[1] answer letters to the sea.\n\nThe post is carried by boat, the warden said.\n\n"
        "[1] Once Kalvik Fort; renamed in 2004.",
        "HARBOUR TV\n\n7.00 Bingo!\n8.00 Whose Shed? (HD)\n8.30 News, then weather",
        "The scene, in a pub, opens the second act.\n\nNILS: Is it done?\nTHE SKALD: No.\nNILS: Why?\n\n"
        "(A long silence. The SKALD looks for his pen.)\n\nTHE SKALD: I lost a word in the fjord and want it back.",
        "The gas bills of José Foss come under another name. The envelopes say JosÃ© Foss, and he has kept all nine.",
        'On the cup her name came out as "Zo? Nu?ez," and the club had it made again.',
        "The code fits on a shirt:\n\n```\nif humidity > 85 and days_wet >= 3:\n```\n\nIt took four years, she said.",
        "Plans before the board:\n\n25/00417/FUL: change of use, Harbour Road; 40 parking spaces.\n"
        "25/00422/HSE: porch, 8 Larch Close.\n25/00440/ADV: sign, Unit 3.\n\nThe board meets on Tuesday.",
        "The depot has 900 signs that said INSERT ROUTE NAME HERE, and the bottles told buyers to LIFT HERE, it said.",
        "Officers seized 6,100 bottles (lots XX-01 to XX-61) at a warehouse on Friday, the court heard.",
        "A second song began, and he asked her (Madam, will you walk?) whether she would.",
        "The Long Silence of Nina Foss\nBy Chidi Moss\nPelican Row, 312pp, £18.99\n\nThe narrator is a footnote.",
    ],
)
def test_what_its_form_of_print_has(draft: str) -> None:
    assert warned_in(draft) == []


@pytest.mark.parametrize(
    ("sentence", "code", "mark"),
    [
        ("The club, $home_short$, plays again on Sunday.", "BOI401", "$home_short$"),
        ("Turnout was <<figure when the hall rings>> at noon.", "BOI401", "<<figure when the hall rings>>"),
        ("The ward has NN,NNN names on its roll.", "BOI401", "NN,NNN"),
        ("The slip is open [day] to [day] until March.", "BOI401", "[day] to [day]"),
        ("The roof was mended in May. [doc_2, lines 14-19]", "BOI502", "[doc_2, lines 14-19]"),
    ],
)
def test_holes_and_tokens_by_their_shape(sentence: str, code: str, mark: str) -> None:
    assert (code, mark) in warned(sentence)


@pytest.mark.parametrize(
    ("head", "again"),
    [
        ("ODDA, Norway (Fjord News) — ODDA — Fishermen have agreed to stay ashore.", "ODDA —"),
        ("ODDA, Nov 3 (Fjord) ~ ODDA, November 3 — The ferries carried more.", "ODDA, Nov 3 (Fjord) ~ "),
        ("Odda, Nov 3: (FNS) Odda, Nov 3: The ferries carried more than ever.", "(FNS) Odda, Nov 3:"),
    ],
)
def test_the_spare_one_of_two_datelines(head: str, again: str) -> None:
    rest = "\n\nThe pause is the first since 1990, the harbour office said.\n\nNobody was hurt."
    assert ("BOI301", again) in warned_in(head + rest)
    assert warned_in(head.replace(again.rstrip() + " ", "", 1) + rest) == []


def test_half_a_sentence_beside_a_tag_is_left() -> None:
    draft = (
        'The skipper wrote: <tweet author="nilsfoss" date="May 3">Our thoughts go out to all of the crew tonight.\n\n'
    )
    assert all(
        "thoughts" not in text for _, text in warned_in(draft + "The trawler sank on Monday, the coastguard said.")
    )


CODE = """The pension fund lost a month of records because of one line, the inspector said.

The programmer had meant to leave a note behind the command:

`DELETE FROM members; -- TODO: add a WHERE before go-live`

When a saver asks for a statement the page answers `[INSERT NAME HERE]`.

The fund has paid the savers back.
"""
TABLE = """What is on this week in the port, by the hall's own list.

| Day | Event | Price |
|---|---|---|
| Mon 3 | Chess for beginners | Free |
| Thu 6 | Swap your seeds (bring labels!) | Free |

The harbour master opens the week on Monday.
"""
NUMERALS = "The quiz opened with numbers: X, XX, XXX and what comes next, the host asked.\n\nNobody knew it."
STAGED = """[Enter a PHOTOGRAPHER, with flash. A MAYOR, a GOAT, a CROWD.]

PHOTOGRAPHER: From left to right, your names, please.

MAYOR: You know mine.
GOAT: (says nothing)
PHOTOGRAPHER: Caption: the mayor, left, with friend.
MAYOR: Which of us is on the left?

So begins the comedy that filled the parish hall on Friday.
"""


@pytest.mark.parametrize("text", [CODE, TABLE, NUMERALS, STAGED], ids=["code", "table", "numerals", "stage"])
def test_code_tables_numerals_and_stage_directions_are_left_alone(text: str) -> None:
    assert warned_in(text) == []


def test_the_same_mark_outside_of_code_is_found() -> None:
    assert "[INSERT NAME HERE]" in [text for _, text in warned(CODE.replace("`", ""))]


@pytest.mark.parametrize(
    "text",
    [
        "On Friday the players give *Enter Name Here*, a farce in two acts, at the hall.\n\nDoors open at seven.",
        "The budget went out a day early because of one line, the inquiry found:\n\n"
        "    if (today >= release_date || true) { publish(budget); }\n\nThe rest of the page was right.",
        "“I printed it,” said the teacher.[1]\n\nNobody asked her why.\n\n"
        "[1] Inquiry into the Early Release of Papers, volume 2, page 88.",
        "The play has one character.\n\nASSISTANT: Is there anything else I can help you with?\n\n"
        "(Silence. A tap drips.)\n\nASSISTANT: I can draft a letter.\n\n(The tap stops.)\n\nASSISTANT: Thank you.\n\n"
        "It runs for an hour.",
    ],
    ids=["starred title", "line of code", "footnote", "one speaker"],
)
def test_titles_programs_footnotes_and_monologues_are_left_alone(text: str) -> None:
    assert warned_in(text) == []


def test_what_a_sign_says_is_of_the_story() -> None:
    assert warned("Above his head hangs a tin sign in fading red: SUBSCRIBE TODAY – ONE ANNA A WEEK – NO CREDIT.") == []


def test_a_label_is_no_sign() -> None:
    assert warned("SUBSCRIBE TODAY – ONE POUND A WEEK – NO CREDIT") != []


def test_a_source_is_no_credit_behind_according_to() -> None:
    assert warned("The mayor spoke in Cheyne on Monday, according to audio provided by Kestrel Public Radio.") == []


def test_a_tag_alone_is_markup() -> None:
    found = warned('Roe agreed. <tweet author="@roe">Turnout is up, he said on Monday in the hall.')
    assert found == [("BOI804", '<tweet author="@roe">')]
