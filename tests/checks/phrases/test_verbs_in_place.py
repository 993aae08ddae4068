"""Words that stand where a cue must and no such verb does, and which cue was meant by place, form and likeness."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        # behind a quotation, the speaker before it
        ("“No angler has been fined this year,” he needed.", "needed", "noted"),
        ("“We shall open the weir in the spring,” Osgood discontinued.", "discontinued", "continued"),
        ("“We shall open the weir in the spring,” she deplored to cheers in Truro.", "deplored", "declared"),
        ("“Why would anybody walk there at night?” Osgood repaired.", "repaired", "replied"),
        ("“You and I shall walk there,” Osgood bold the Argus.", "bold", "told"),
        ("“We queued for an hour at the lock,” Osgood write.", "write", "wrote"),
        # behind a quotation, the speaker behind it
        ("“The gate was never shut,” turned Osgood.", "turned", "warned"),
        ("“You cannot eat a weir,” joined the anglers’ leader.", "joined", "joked"),
        ("“We queued for an hour at the lock,” write Osgood.", "write", "wrote"),
        # behind a clause
        ("The weir would have to be shut for the winter, Osgood animated.", "animated", "estimated"),
        # before a clause
        ("The warden knows it, and they bounce that the weir is open.", "bounce", "announce"),
        ("The warden also said he trunks that the weir would be shut.", "trunks", "thinks"),
        ("Anglers suspend that ice had blocked the gate.", "suspend", "suspected"),
        # before a listener and a clause, and what was alleged of somebody
        ("The warden assumed anglers at a packed meeting in Truro that no gate would close.", "assumed", "assured"),
        ("The keeper is sand to have left the lock.", "sand", "said"),
        # opening a sentence
        ("Spending in Truro, the warden said that the weir was shut.", "Spending", "Speaking"),
        ("Spelling to the Argus on Monday, Osgood said that the weir was shut.", "Spelling", "Speaking"),
    ],
)
def test_the_cue_that_was_meant_comes_first(text: str, wrong: str, right: str) -> None:
    assert_found("ATT201", text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        # thought, gesture and manner
        "“The weir was never shut at all,” she smiled.",
        "“The weir was never shut at all,” he persevered.",
        "“Is the weir open in the spring?” Osgood turned.",
        # a title of the speaker, or a noun of the subject
        "“We shall open the weir in the spring,” Wilders supporter Ada Osgood told the Argus.",
        "“We shall open the weir in the spring,” pollster Ada Osgood said.",
        "“We shall open the weir in the spring,” a market review by the trust said.",
        "“She was elected to head the weir trust”, succeeding Ada Osgood, the officials said.",
        # a title that is quoted, and a quotation within another's clause
        "“The Weir in Winter,” the series that ran for a year, is back.",
        "When the anglers shouted “let us in,” he needed help.",
        # those who may be many
        "“We queued for an hour at the lock,” say Osgood and Bains.",
        "“We queued for an hour at the lock,” Spurs say.",
        # a clause that is a sentence of its own, and what is done in a place
        "He came home and he was tired, he slept.",
        "Sleeping in Truro, the warden said that the weir was shut.",
        "Spending in the second quarter, the trust said, was up.",
        "He is sad to have left the lock, the warden said.",
        "The deal was reputed to have cost a fortune, the warden said.",
        "The warden persuaded anglers that the weir was safe.",
        # a predicate, and a relative clause
        "We all know that, but is the minister confident that the work will go on?",
        "The weir they crossed that the trust owned was shut, the warden said.",
    ],
)
def test_what_stands_there_is_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()


def test_the_tense_of_the_story_comes_first() -> None:
    text = "Ada Osgood said so. Some officials says the weir is shut. An angler said it leaks.\n"
    assert_found("ATT501", text, "says", "said")
    assert_found("ATT501", "Some officials says the weir is shut.", "says", "say")
