"""Numbers in digits and words have the value that a reader gives them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.nlp.numbers import NUMBER, SCALES, TENS, UNITS, value_of


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("7", 7),
        ("1,200", 1200),
        ("1,20,000", 120_000),
        ("4.5", 4.5),
        (".5", 0.5),
        ("2½", 2.5),
        ("½", 0.5),
        ("1 3/4", 1.75),
        ("2.7 million", 2_700_000),
        ("2.7\xa0million", 2_700_000),
        ("12\u2009500", 12_500),
        ("3bn", 3e9),
        ("3m", 3e6),
        ("40k", 40_000),
        ("3 lakh", 300_000),
        ("2 crore", 20_000_000),
        ("seven", 7),
        ("zero", 0),
        ("twenty-one", 21),
        ("ninety nine", 99),
        ("a hundred", 100),
        ("a dozen", 12),
        ("two dozen", 24),
        ("two hundred and five", 205),
        ("three thousand", 3000),
        ("one million two hundred thousand", 1_200_000),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("three quarters of a billion", 750_000_000),
        ("1 900", 1_900),
        ("two and a half", 2.5),
        ("several thousand", 3000),
        ("a couple of hundred", 200),
    ],
)
def test_a_number_has_its_value(number: str, value: float) -> None:
    assert value_of(number) == pytest.approx(value)


@pytest.mark.parametrize("words", ["", "cats", "seven cats", "7 cats", "-", "9" * 400, "²"])
def test_what_is_no_number_has_no_value(words: str) -> None:
    assert value_of(words) is None


@given(st.integers(min_value=0, max_value=10**15))
def test_digits_stand_for_themselves_with_and_without_commas(number: int) -> None:
    assert value_of(str(number)) == value_of(f"{number:,}") == number


@given(st.decimals(min_value=0, max_value=999, places=2), st.sampled_from(["thousand", "million", "billion", "crore"]))
def test_a_scale_multiplies(number: object, scale: str) -> None:
    assert value_of(f"{number} {scale}") == pytest.approx(float(str(number)) * SCALES[scale])


@given(st.sampled_from(sorted(TENS)), st.sampled_from(sorted(UNITS)), st.sampled_from(["-", " "]))
def test_tens_and_units_add_up(ten: str, unit: str, joint: str) -> None:
    assert value_of(f"{ten}{joint}{unit}") == TENS[ten] + UNITS[unit]


@given(st.text(max_size=40))
def test_no_text_is_too_odd(text: str) -> None:
    value = value_of(text)
    assert value is None or value >= 0


@given(st.text(alphabet="0123456789., half-onetwdzmi½¼/", max_size=40))
def test_what_is_found_as_a_number_has_a_value(text: str) -> None:
    for match in re.finditer(NUMBER, text, re.IGNORECASE):
        assert value_of(match.group()) is not None
