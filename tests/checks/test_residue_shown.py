"""What a story shows and tells of, what people say in turn, and the rows of a box: copy."""

from __future__ import annotations

import pytest

from tests.checks.between import warned, warned_in


@pytest.mark.parametrize(
    "draft",
    [
        "All rights reserved, unless you are a crow. The artist Bo Lindqvist bakes in Malmö.\nHe sells nothing.\n",
        "Any views expressed here are those of the parrot. So reads the card on the cage in Frome.\nIt bit him.\n",
        "Query: who owns the moon? Nobody, according to a treaty of 1967.\nLawyers met in Vienna to talk about it.\n",
        "Tap to enlarge: the new screens in Oulu let you do it to anything, and children do.\nThey grow.\n",
        "TBD is how the calendar listed the match, and TBD it remained for a month.\nThen the clubs agreed.\n",
        "$XX million: that is what the brochure promised, and 61 people signed.\nIt was an error, they heard.\n",
        "She signs herself N.N. and will not be photographed.\nNN has won the prize twice.\n",
        "His name is Jürgen Groß, and his post comes for JÃ¼rgen GroÃŸ, the umlaut turned to rubble.\nHe keeps it.\n",
        "The bank made out the cheque to Ms Se&ntilde;or.\nIt has an ampersand and a semicolon, she said.\n",
        "The picture was sold by Getty Images and by its maker at the same time.\nFelix Odum will be paid $12,000.\n",
        "By Hook or By Crook is for sale. By Christmas Eve it will have gone, the agent said.\nIt has no roof.\n",
        "~~The best~~ The only bakery in Port Ellen is to close.\nIts owner crossed the words out herself in 2011.\n",
        "Like and subscribe! It is the cry of the age, and Margaret Ott has 400,000 people who do both.\nShe knits.\n",
    ],
)
def test_what_a_story_shows_is_left_alone(draft: str) -> None:
    assert warned_in(draft) == []
    assert warned_in(draft.replace("\n", "\n\n")) == []


@pytest.mark.parametrize(
    "draft",
    [
        "His headstone will carry the old wire man's sign-off:\n\n-30-",
        "The trouble lay in one line. Instead of a draw the program said:\n\n    n = 4  # TODO: draw before launch\n\n"
        "Nobody had looked since.",
        "He had two lines tattooed on an arm.\n\nIt says: Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
        "Odda, you do not sleep,\nodda, you do not sleep,\nyour bridge is a long brown arm.\n\nThe poem won a prize.",
        "A letter is no cloak, she said in XYZ v Fjord Ltd [2024] EWHC 9917 (KB), at paragraph 38.",
        "Spending rose by a quarter, figures show.\n\nOffice | 2023 | 2024\nPorts | 41.2 | 52.6\nRoads | 18.0 | 21.9\n",
        "I have asked three times, and I have the numbers.\n\nMend the stile and they will come.\n\n"
        "Ada Dunstable\nAshby-under-Wold",
        "On Friday @tidewatcher_jo was late. On Sunday there was nothing.",
        "A man in a blazer drank a can of XXXX outside the hotel.",
    ],
)
def test_what_a_sentence_announces_or_its_form_has_is_left_alone(draft: str) -> None:
    assert warned_in(f"The ferry will run twice a day from June, the port said on Monday.\n\n{draft}\n") == []


@pytest.mark.parametrize(
    ("paragraph", "code", "mark"),
    [
        ("<drop in Thursday forecast, 40 wds, from the coast>", "BOI401", None),
        ("The ward lost four of its seven nurses last year.citeturn4search2", "BOI502", "citeturn4search2"),
        ("— goes on to second take —", "BOI301", None),
        ("ODD SKD BRJ 1912hrs", "BOI301", None),
    ],
)
def test_marks_that_a_form_gives_away(paragraph: str, code: str, mark: str | None) -> None:
    assert (code, mark or paragraph) in warned(paragraph)


@pytest.mark.parametrize(
    "draft",
    [
        "JOYCE MENSAH: Did you know that it would be banned?\nKWAME ADU: I hoped so.\nJOYCE MENSAH: And your mother?\n"
        "KWAME ADU: I told her that I made it up on the stairs.\n",
        "Dear Aunt Ros,\nHe borrows my ladder. Should I ask him for it, or climb over?\nAsk him for his car.\n",
        "Your columnist says that the dam is safe.\nI built a wall of it.\nPlease print this before the vote.\n"
        "R. Iyer, Salem\n",
        "Dr Eze answers you.\nI wake at three each night. Should I take something? — T.B., Owerri\nNot yet.\n",
        "The Kestrel is a small car with a big boot.\n\n**Price:** £18,400\n\n**Range:** 212 miles\n\n"
        "**Boot:** two suitcases and a cat\n\nIt is the best of its kind.\n",
    ],
)
def test_talk_and_boxes_of_facts_are_copy(draft: str) -> None:
    assert warned_in(draft) == []


def test_what_stands_above_a_story_is_still_found() -> None:
    story = "The council in Kalvik voted on Tuesday to reopen the hall.\n\nRepairs will take eight months, it said.\n"
    for line in (
        "Like and subscribe! Follow us on Facebook for more.",
        "Note to night editor: second deck can lose a line if the ad on 7 moves.",
        "Certainly! Here is a draft of your article about the council.",
    ):
        assert [text for _, text in warned_in(f"{line}\n\n{story}")] == [line]


def test_damage_in_a_story_of_something_else_is_still_found() -> None:
    found = warned_in(
        "The mayor of SÃ£o Paulo resigned on Friday, his office said.\n\nHe had held the post since 2021.\n"
    )
    assert found == [("BOI803", "SÃ£o")]
    found = warned_in("The fee rose to $XX million, the ministry said.\n\nIt was $3 million a year ago.\n")
    assert [code for code, _ in found] == ["BOI401"]
