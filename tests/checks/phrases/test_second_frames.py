"""Two frames of one clause, a listener behind what was said, and small words that a frame does not take."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        ("ATT405", "The weir was shut, the trust said, it said, after a flood.", "said, it said,", "said,"),
        ("ATT405", "According to Ms Noakes says that the weir leaks.", "According to Ms", "Ms"),
        ("ATT405", "According to the warden says the weir leaks.", "According to the", "The"),
        ("ATT405", "The weir leaks, says according to the trust.", "says according", "according"),
        ("ATT406", "“It leaks,” the warden said reporters as he left the lock.", "said", "told"),
        ("ATT406", "“It leaks,” the warden said the jury when he was called.", "said", "told"),
        ("ATT406", "A diver rang and said her that the road was shut, Ms Noakes recalled.", "said", "told"),
        ("ATT403", "In a an email, the warden said the weir leaked.", "a an", "an"),
        ("ATT403", "The weir leaks, the according to anglers.", "the according to", "according to the"),
        ("ATT403", "The warden said in to an interview that the weir leaked.", "in to", "in"),
        ("ATT403", "The warden is said that the weir leaks.", "is said", "said"),
    ],
)
def test_a_frame_that_is_said_twice_is_found(code: str, text: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "Whatever the warden said, he said, was true.",
        "According to the trust, the warden says the weir leaks.",
        "According to files the warden says are lost, the weir leaks.",
        "The warden said what he said according to the rules of the court.",
        "The warden said the jury had heard him.",
        "“It leaks,” the warden said as he left the lock.",
        "The warden passed the files on to the police.",
        "The weir is said to leak, the warden says.",
    ],
)
def test_correct_copy_is_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()
