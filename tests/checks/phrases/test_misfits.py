"""Words that fit their place by a frame far worse than one that looks or sounds like them."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "code", "wrong", "right"),
    [
        ("The lifeguard conformed that the flag had been red all morning.", "ATT201", "conformed", "confirmed"),
        ("The mayor, who leaves office in May, warmed that reserves would run out.", "ATT201", "warmed", "warned"),
        ("The archdeacon earned in a pastoral letter that the roof was rotten.", "ATT201", "earned", "warned"),
        ("The porters' union clams more than half of its members have not been paid.", "ATT201", "clams", "claims"),
        ("The ferry had sailed an hour late, her lawyer climbed on Tuesday.", "ATT201", "climbed", "claimed"),
        ("“The lift is safe,” the caretaker, Dai Rees, aided, “but slow.”", "ATT201", "aided", "added"),
        ("Speeding outside the court, the trader's lawyer said it was paid.", "ATT201", "Speeding", "Speaking"),
        ("A senior defiance official said the frigates were late.", "ATT101", "defiance", "defence"),
        ("A pole of 1,200 likely voters by Calder found the mayor ahead.", "ATT101", "pole", "poll"),
        ("In a tweak deleted within the hour, the minister called it a farce.", "ATT101", "tweak", "tweet"),
        ("She spoke only on condition of autonomy.", "ATT101", "autonomy", "anonymity"),
        ("The breach, discoloured by the bank in a notice, exposed names.", "ATT201", "discoloured", "disclosed"),
        ("According to wetness accounts, the bus had braked too late.", "ATT101", "wetness", "witness"),
        ("A breeding prepared for the governors in May warned of the roof.", "ATT101", "breeding", "briefing"),
        ("Date from the port authority show that fewer ships called.", "ATT101", "Date", "Data"),
        ("He said in a stalemate read out by his lawyer that he was sorry.", "ATT101", "stalemate", "statement"),
        ("A breeding note for the cabinet, seen by Radio Orre, warned of a flood.", "ATT101", "breeding", "briefing"),
    ],
)
def test_found_with_what_was_meant(text: str, code: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The crews scaled the wall the council had raised in 1998.",
        "The ring was found in the lining of a coat, the dealer said.",
        "The last tram had left, the screens at the depot said.",
        "The growers' mutual said the frost had cost its members a third of the crop.",
        "A fumigator told ratepayers that the hall would stay shut.",
        "The secretariat said it would train 500 of them again.",
        "Exporters in Morbi said they had hired a translator.",
        "Hail at the airfield broke the lights, the tower said.",
        "The tug pulled the barge that the storm had driven ashore.",
        "The actor starred in a film that the critics had hated.",
        "Lecturers owed four months of pay would be paid in June, the dean said.",
        "Gay rights groups have welcomed the ruling.",
        "The ferry had sailed an hour late, and her lawyer climbed on board.",
        "Speeding through the village, the van hit a wall, police said.",
        "Standing in the rain outside the court, her sister said the fine would be paid.",
        "A dog breeding manual warned that the pups were at risk.",
        "The horse said to have bolted had been led away.",
        "The roof had leaked for years, the chef said.",
        "The owners have been written to by the stewards, who want to know more.",
        "By according the poet a state funeral, said his daughter, the state had apologised.",
        "A letter of the poet's says what everyone had guessed.",
        "Of these, nine, the authors report, “were lost”.",
        "Asked who owned the hat, she said it was hers.",
        "The firm said it will request comment for its next issue.",
        "He said a statement in the Gazette was false.",
        "In statement after statement, the club has denied that the plant leaks.",
        "The levy falls according as the harvest is good or bad, the ordinance says.",
        "The bill, according tenants the right of first refusal, was approved, clerks said.",
        "The crew told rescuers that the coast guard station at Balud had called them.",
    ],
)
def test_correct_copy_is_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()
