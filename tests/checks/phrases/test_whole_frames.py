"""A subject read whole, words that cannot stand side by side, and frames that one of few words fills."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        # the number of a subject, whatever stands behind its head
        ("ATT501", "Letters seen by the Argus on Monday suggests that the weir leaked.", "suggests", "suggest"),
        ("ATT501", "A trial by two Danish clinics have found that the pill is safe.", "have", "has"),
        ("ATT501", "Coach Ida Brekke have said that she will name her side.", "have", "has"),
        ("ATT501", "Neither the bank nor its lawyers was told of the sale.", "was", "were"),
        ("ATT501", "A number of diver said the buoy had drifted.", "diver", "divers"),
        ("ATT501", "In a letters to the Argus, the warden says the weir is safe.", "letters", "letter"),
        # forms
        ("ATT502", "“We closed it,” say the warden in a note.", "say", "said"),
        ("ATT502", "The warden could not be reach for comment.", "reach", "reached"),
        ("ATT502", "Was asked about the weir, the warden blamed the rain.", "Was asked", "Asked"),
        ("ATT502", "He is thought to has left the country, police said.", "has", "have"),
        ("ATT503", "The authority's say six people are missing.", "authority's", "authorities"),
        # side by side
        ("ATT404", "“It held,” a said young warden.", "a said", "said a"),
        ("ATT403", "The warden told to the Weekly Argus that it held.", "told to", "told"),
        ("ATT403", "The study, published to in the Lancet, was small.", "to in", "in"),
        ("ATT402", "The warden she said the weir would hold.", "warden she", "warden"),
        ("ATT404", "The firm not did respond to a request for comment.", "not did", "did not"),
        ("ATT401", "The weir held, according to report by the agency.", "to report", "to a report"),
        (
            "ATT405",
            "Rents fell, according to figures, according to the bureau.",
            "figures, according to",
            "figures from",
        ),
        # narrow frames
        ("ATT101", "The firm did not reply to a quest for comment.", "quest", "request"),
        ("ATT101", "He had no pain, the conquest in Truro heard.", "conquest", "inquest"),
        ("ATT101", "It leaked, the nurse said in a sworn disposition taken in May.", "disposition", "deposition"),
        ("ATT101", "The aide, who asked for amenity, said the deal was off.", "amenity", "anonymity"),
        ("ATT201", "The firm did not correspond to a request for comment.", "correspond", "respond"),
        # run together
        ("ATT602", "The weir is safe, thejudge said.", "thejudge", "the judge"),
        ("ATT602", "It is over, addedMr Tan.", "addedMr", "added Mr"),
        ("ATT601", "“It held,” s aid the warden.", "s aid", "said"),
    ],
)
def test_found_with_what_was_meant(code: str, text: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The committee have said no, and a majority of members have told their whips.",
        "The group may have told the officials, she said.",
        "The lawyer for two of the families has asked for a new inquest.",
        "The sender of the note told callers to wait, the warden said.",
        "House prices declined to a level last seen in 2016.",
        "He spoke Hebrew, the rabbi said.",
        "Any guest who is asked to comment may refuse, the host said.",
        "The said parcel of land was sold, the court heard.",
        "A second test found lead, but the retest showed none, the utility said.",
        "She is relieved to have found the gate, the warden said.",
        "The staff have maintaining to do, the warden said.",
    ],
)
def test_correct_copy_is_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()
