"""What is pasted to sentences of the story is reported alone, and no fix takes the sentences with it."""

from __future__ import annotations

import pytest

from tests.checks.between import told


@pytest.mark.parametrize(
    ("paragraph", "code", "pasted"),
    [
        ("Nwosu said the team would next study moths. [ADD COMMENT FROM OUTSIDE EXPERT]", "BOI401", None),
        ("The mayor resigned in May, she said. TK", "BOI401", "TK"),
        ("The Trust paid for it. [Insert quote here] It ran for nine months.", "BOI401", "[Insert quote here]"),
        ("Nwosu said so. [ADD QUOTE]", "BOI401", "[ADD QUOTE]"),
        (
            "Police arrested two men. Follow us on Twitter. They are due in court today.",
            "BOI201",
            "Follow us on Twitter.",
        ),
        (
            "The Wellcome Trust paid for it. Sign up for our newsletter here.",
            "BOI201",
            "Sign up for our newsletter here.",
        ),
        ("The river rose two metres overnight. Read more: How to pack.", "BOI202", "Read more: How to pack."),
        ("The trial continues. [check spelling of name with court]", "BOI901", "[check spelling of name with court]"),
    ],
)
def test_only_what_was_pasted_is_told(paragraph: str, code: str, pasted: str | None) -> None:
    expected = pasted or paragraph[paragraph.index("[") :]
    assert told(paragraph) == [(code, expected)]


@pytest.mark.parametrize(
    ("paragraph", "code"),
    [
        ("Our newsletter was launched in May. Sign up for it here.", "BOI201"),
        ("Title: [HEADLINE HERE] Name TK", "BOI401"),
    ],
)
def test_a_paragraph_of_one_kind_is_told_whole(paragraph: str, code: str) -> None:
    assert told(paragraph) == [(code, paragraph)]
