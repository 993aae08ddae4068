"""What breaks a sentence off that goes on behind it: a page's words, running heads, captions."""

from __future__ import annotations

import pytest

from tests.checks.between import warned


@pytest.mark.parametrize(
    ("sentence", "stretch"),
    [
        ("The slip at Odda will close for Video Player is loading. three weeks in May.", "Video Player is loading."),
        ("The ferry Tap to unmute Show less runs again from May.", "Tap to unmute Show less"),
        ("Skippers 3.1k views · 14 comments want the slip mended.", "3.1k views · 14 comments"),
        ("The yard, closed in 1921, Subscribe Sign in has never been sold.", "Subscribe Sign in"),
        ("The skippers will meet again on Tap to unmute Thursday.", "Tap to unmute"),
        ("The pilot had THE ODDA POST | ODDA | MONDAY 4 warned the crew.", "THE ODDA POST | ODDA | MONDAY 4"),
        ("Tickets will be sold Odda Observer 3 May 2026 Page 9 next spring.", "Odda Observer 3 May 2026 Page 9"),
        ("The mast is the tallest in ODDA HERALD 14 the county.", "ODDA HERALD 14"),
        ("The levy would © Odda Post cost each skipper a day's catch.", "© Odda Post"),
        (
            "The levy would Edda Lien mends nets in the old boat house in 2018. cost each skipper a day's catch.",
            "Edda Lien mends nets in the old boat house in 2018.",
        ),
    ],
)
def test_what_stands_between_two_words_of_a_sentence(sentence: str, stretch: str) -> None:
    assert warned(sentence) == [("BOI701", stretch)]


@pytest.mark.parametrize(
    "sentence",
    [
        "She tapped Share and the picture was all over Odda by noon.",
        "A video on Facebook Live shows the moment the mast fell.",
        "The exhibition Read Watch Listen opens at the boat house in May.",
        "The skippers’ Follow the Money campaign cost 12,000 crowns.",
        "Users who tap Not Interested still see the videos, the study found.",
        "On Easter Monday 24 April 1916 the crew went ashore.",
        "The Sunday Mail 12 March 2026 edition was pulped.",
        "The Odda Post 14 times called him a liar and lost each time.",
        "The ferry, a Marin 737 MAX 8, was two years old.",
        "The fares rise on May 12 to close the gap, the owner said.",
        "Only then would Labour 40 years ago have built the slip.",
    ],
)
def test_capitals_that_belong_there(sentence: str) -> None:
    assert warned(sentence) == []


def test_a_long_run_of_capitals_and_figures_is_read_once() -> None:
    """Every reading of `AB1AB1…` as one head or many would double the time with each letter."""
    assert warned("The mayor would " + "AB1" * 300 + " on the bridge, the clerk said.") == []
