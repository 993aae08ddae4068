"""Frames that hardly any other noun stands in, and subjects that only somebody at work can be."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Three people with college of the bids said the yard would close.", "college", "knowledge"),
        ("The vice-chandelier told students that the library would stay open.", "chandelier", "chancellor"),
        ("The envoy told a Senate earring in Manila that the cable was a forgery.", "earring", "hearing"),
        ("The dam was safe, the governor wrote on her Telegram chapel on Sunday.", "chapel", "channel"),
        ("The port confirmed the spill in a breeding to reporters at noon.", "breeding", "briefing"),
        ("He was dropped, the coach wrote in his weekly volume for the Argus.", "volume", "column"),
        ("A study in the journey Reef Biology found that the eels had moved north.", "journey", "journal"),
        ("Turnout fell to a third, said the clerk of the electoral omission, who counted.", "omission", "commission"),
        ("A widow, who spoke on condition that her mane be withheld, saw the truck.", "mane", "name"),
        ("The weekly, citing two former exclusives of the bank, said the loans were bad.", "exclusives", "executives"),
        ("The onion representing tram drivers said the offer was an insult.", "onion", "union"),
        ("The detention investigating the thefts said two men were held.", "detention", "detective"),
        ("Forage aired by state television showed the tanks leaving the square.", "Forage", "Footage"),
        ("An assistance prepared for the port ministry warned that the quay was sinking.", "assistance", "assistant"),
    ],
)
def test_a_closed_frame_takes_no_other_noun(text: str, wrong: str, right: str) -> None:
    assert_found("ATT101", text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The flats stood empty, according to provisional and as yet unpublished figures from the ministry.",
        "The flats stood empty, according to an internal and previously unseen report by the auditor.",
        "Pay fell, according to a lengthy if incomplete survey of firms.",
        "The vice-presidential candidate told a rally that the count was fair.",
        "The leftovers suggest that the feast went on for days.",
        "The union representing tram drivers said the offer was an insult.",
        "The detective investigating the raid said the van had been found.",
        "The bones suggest that the feast went on for days.",
        "The bruises show that somebody had held her, said the coroner.",
        "The wreckage suggests a fire on board, the inspector said.",
        "The wardens say ponies found outside the fence will be sold.",
        "The clerk of the course reported the going good to soft.",
        "A resolution according the widow a life interest in the farm was passed, the minutes record.",
        "He is alleged by that newspaper, and by no other, to have kept a second set of books.",
        "The Walrus, said a statement from its receivers, has poured its last.",
        "The finding, that claims in earlier reports had not been checked, was sound, the ombudsman said.",
        "People with custody of the keys said the gate was locked.",
        "The county association said it had twelve learners on its books.",
    ],
)
def test_what_else_may_stand_in_it_is_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()
