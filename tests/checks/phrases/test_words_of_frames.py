"""Small words of a frame that are lost, wrong or out of place, and frames that are closed twice."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        ("ATT401", "Asked if would stand again, the warden said she had not decided.", "if would", "if he would"),
        ("ATT401", "The clerk was not named because was not allowed to speak.", "because was", "because he was"),
        (
            "ATT401",
            "The weir was first reported the Leeds Echo, which had photographs.",
            "reported the",
            "reported by the",
        ),
        ("ATT401", "The file, a copy which was seen by the Echo, says the weir leaks.", "copy which", "copy of which"),
        ("ATT403", "The warden told she and her brother that the weir leaked.", "she", "her"),
        ("ATT403", "The diver, whom police said was drunk, has been released.", "whom", "who"),
        ("ATT403", "The warden was quoted by the Echo with saying the weir leaked.", "with", "as"),
        ("ATT403", "The warden was quoted as to say the weir leaked.", "as to say", "as saying"),
        ("ATT403", "The weir is safe, said two of anglers who had been there.", "two of", "two"),
        ("ATT403", "The warden announced on a press conference in Leeds that the weir leaked.", "on", "at"),
        ("ATT403", "The trust rejected the claim on a terse statement released on Friday.", "on", "in"),
        ("ATT404", "The warden said Monday on that the weir leaked.", "Monday on", "on Monday"),
        ("ATT404", "Speaking the outside court in Leeds, the warden said she was sorry.", "the outside", "outside the"),
        ("ATT403", "In a letter to sent the trust, the anglers said the weir leaked.", "to sent", "sent to"),
        ("ATT405", "“It leaks,” said Ada Roe, the oldest of the wardens, said.", ", said.", "."),
        ("ATT405", "In its yearly report says that the weir was never mended.", "In its", "Its"),
    ],
)
def test_a_small_word_out_of_place_is_found(code: str, text: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The warden commented on a statement released on Friday.",
        "The weir was reported the next day to the trust, the warden said.",
        "It was announced the trust would close the weir.",
        "Many anglers, some of whom were there, said the weir leaked.",
        "The warden was quoted by a man who ended by saying the weir leaked.",
        "Two of the anglers said the weir leaked.",
        "The warden said on Monday that the weir leaked.",
        "Speaking to the outside world, the warden said the weir leaked.",
        "A report which says the weir was never mended has been leaked.",
        "According to the trust, the weir leaks, but the warden said it did not.",
        "In a report said to be secret, the trust blames the warden.",
        "Asked if he would stand again, the warden said she had not decided.",
    ],
)
def test_correct_frames_are_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()
