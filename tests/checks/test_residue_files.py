"""Names of files, slugs and parameters of links that stand in a draft, and codes that belong there."""

from __future__ import annotations

import pytest

from tests.checks.between import warned


@pytest.mark.parametrize(
    ("line", "code", "mark"),
    [
        ("b2917stx-r-Harbour-Vote-Writethru-3", "BOI301", "b2917stx-r-Harbour-Vote-Writethru-3"),
        ("N_DOCK_CLOSE_0412_PM", "BOI301", "N_DOCK_CLOSE_0412_PM"),
        ("pool-pic north slip 02 (crop left).jpg", "BOI601", "pool-pic north slip 02 (crop left).jpg"),
        ("Half of them left, the union said (utm_source=chatbot.answers).", "BOI503", "(utm_source=chatbot.answers)"),
    ],
)
def test_what_a_system_leaves(line: str, code: str, mark: str) -> None:
    assert (code, mark) in warned(line)


@pytest.mark.parametrize(
    "line",
    [
        "The crew flew an F-16 and an F-35 over the harbour.",
        "Call 555-0142 before noon.",
        "It was a well-to-do, middle-aged crowd of 19-year-olds.",
    ],
)
def test_what_is_copy(line: str) -> None:
    assert warned(line) == []
