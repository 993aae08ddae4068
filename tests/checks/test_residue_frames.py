"""What a story says that a sign, a letter or a machine says, and what a recipe asks for: copy, not residue."""

from __future__ import annotations

import pytest

from attribution_lint.checks.boilerplate.frames import told_from
from attribution_lint.linter import Linter
from attribution_lint.model import Severity
from attribution_lint.settings import Settings

LINTER = Linter(Settings(select=("BOI",)))


def warned(*blocks: str) -> list[tuple[str, str]]:
    found = LINTER.lint_text("\n\n".join(blocks) + "\n", "draft.txt").diagnostics
    return [(item.code, item.text) for item in found if item.severity >= Severity.WARNING]


@pytest.mark.parametrize(
    "blocks",
    [
        (
            "The letter came on a Monday. Your tenancy has ended, it said. Click the link below to book a removal van.",
            "Petra Holm clicked, and the van came.",
        ),
        (
            "On the oven door a card read: If you like our buns, tell your friends. If you don't, tell us.",
            "Nobody in the bakery in Ballina can say who wrote it.",
        ),
        (
            "The flyer had promised a boat. Sign up before noon and get your first trip free!",
            "There was no boat.",
        ),
        (
            "The editor typed it into the only machine that still worked: Copy to come. Hold front.",
            "The flood took the rest of the night.",
        ),
        (
            "Peel the beets and grate them. Simmer with the stock for an hour.",
            "Scroll through your phone if you must, but do not leave the pan.",
        ),
        (
            "The four-piece play the old cinema in Odda in June with all the old songs.",
            "Support comes from Fine Print and Terms and Conditions.",
            "Doors open at seven.",
        ),
        (
            "She signs her letters TK, as her mother did, and never says what the T is for.",
            "Her post goes to the wrong house as often as not.",
        ),
        (
            "There is no menu at the hut and no need of one.",
            "Bring cash. Book by ringing the harbour office and asking for Liv.",
        ),
    ],
)
def test_told_texts_and_directions_are_copy(blocks: tuple[str, ...]) -> None:
    assert warned(*blocks) == []


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        (
            (
                "The letter came on a Monday, the tenant said. Sign up for our housing newsletter here.",
                "She has until June to find a flat.",
            ),
            [("BOI201", "Sign up for our housing newsletter here.")],
        ),
        (
            (
                "Peel the beets and grate them. Simmer with the stock for an hour.",
                "Follow us on Instagram for more of our recipes.",
                "Serve cold with a spoon of cream, a boiled egg and some bread.",
            ),
            [("BOI201", "Follow us on Instagram for more of our recipes.")],
        ),
    ],
)
def test_what_speaks_of_the_page_is_found_among_them(blocks: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    assert warned(*blocks) == found


def test_a_label_before_a_colon_tells_nothing() -> None:
    assert told_from(["read", "also", ":", "the", "thaw"], 0, 5) is None
    assert told_from(["a", "card", "there", "read", ":", "no", "entry"], 0, 7) == 5
