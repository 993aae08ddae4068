"""Figures that follow from two others beside them, and those that only look so."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from attribution_lint.nlp.working_out import follows

LINTER = Linter()


def _following(text: str) -> list[str]:
    analysis = LINTER.read_text(text, "draft.txt").analysis
    return [analysis.slice(figure.span) for figure in analysis.figures if follows(analysis, figure)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The fine goes up to $500,000 from $20,000, or 25 times the present one.", ["25 times"]),
        ("The surplus was €2.9 million. A year ago it was €6.4 million, so it more than halved.", ["more than halved"]),
        ("The dividend is 2.4p. Last year's was 2p, so the rise is a fifth.", ["a fifth"]),
        ("The bids were £21.4 million and £17 million, a gap of £4.4 million.", ["£4.4 million"]),
        ("The bids were £190 million and £194.4 million, or 2.3 per cent apart.", ["2.3 per cent"]),
        ("The club drew 2,058,221 fans, an average of about 25,400 over 81 home dates.", ["25,400"]),
        ("It sold 1,200 sheds in May and 900 sheds in June, 2,100 in all.", ["2,100"]),
        ("The mill had 400 looms. It sold 100 looms, a quarter of them.", ["a quarter"]),
    ],
)
def test_what_follows(text: str, wanted: list[str]) -> None:
    assert [figure for figure in _following(text) if figure in wanted] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The fine goes up to $500,000 from $20,000, and 30 times as many boats are checked.",
        "The army has 40,000 men and the rebels 3,000 guns, and a third of the land is theirs.",
        "The bids were £21.4 million and £17 million, a gap of £6.1 million.",
        "The town raised $2.3 million, more than three-quarters from people who gave $200.",
        "It sold 1,200 sheds and 900 boats. In the next year trade doubled.",
        "The club drew 2,058,221 fans and paid 25,400 guards over 81 home dates.",
    ],
)
def test_what_does_not_follow(text: str) -> None:
    assert _following(text) == []


def test_a_long_row_of_figures_is_left_alone() -> None:
    row = ", ".join(f"{number:,} hens" for number in range(1000, 30_000, 7))
    assert _following(f"The farms keep {row}, 2,007 hens more.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The bids were $9 415 and $9 300, a gap of $250.",
        "The town raised $300 for 30 boats. The people who beach boats for a living spent $10 on nets.",
    ],
)
def test_thousands_set_off_by_blanks_and_words_that_hold_a_sign_are_read_whole(text: str) -> None:
    assert "$250" not in _following(text)
    assert "$10" not in _following(text)
