"""Sources behind their cue that have lost the article, and those that need none."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("“It was dark on the quay,” said resident, who asked not to be named.", "said resident", "said a resident"),
        (
            "“The weir sings at night,” said fourth-floor tenant.",
            "said fourth-floor tenant",
            "said a fourth-floor tenant",
        ),
        (
            "“It was dark on the quay,” said union official, who keeps geese.",
            "said union official",
            "said a union official",
        ),
        ("Half the locks in the valley leak, says report, which runs to 80 pages.", "says report", "says the report"),
        (
            "The trust would lose its grant, says leaked draft of the bill.",
            "says leaked draft",
            "says the leaked draft",
        ),
        ("The weir has been sold for a pound, says man who bought it.", "says man", "says a man"),
        ("The weir lost money, according to audit presented by the trust.", "audit", "an audit"),
    ],
)
def test_a_lost_article_is_found(text: str, wrong: str, right: str) -> None:
    assert_found("ATT401", text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "Half the locks in the valley leak, says report",  # a headline
        "“It was dark on the quay,” said resident Ann Reid, who keeps geese.",
        "“It was dark on the quay,” said counsel for the trust.",
        "“It was dark on the quay,” said master of ceremonies Ann Reid.",
        "“It was dark on the quay,” said one tenant, who keeps geese.",
        "The lock was mended according to plan, the warden said.",
    ],
)
def test_what_needs_none_is_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()
