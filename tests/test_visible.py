"""Hidden code points of a draft are shown, never obeyed."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.visible import one_line, shown


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain “words” – naïve €5", "plain “words” – naïve €5"),
        ("a\u202eb\u202c", "a<U+202E>b<U+202C>"),
        ("sa\u200bid", "sa<U+200B>id"),
        ("\u200b\u200b\u200b", "<U+200B x 3>"),
        ("\x1b[31m", "<U+001B>[31m"),
        ("\x9b31m", "<U+009B>31m"),
        ("a\tb", "a b"),
        ("a\r\nb", "a<U+000D><U+000A>b"),
        ("a\u2028b\u2029", "a<U+2028>b<U+2029>"),
        ("\ud800", "<U+D800>"),
        ("\ufeff\xad", "<U+FEFF><U+00AD>"),
        ("\U000e0041", "<U+E0041>"),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("a\u200db", "a<U+200D>b"),
        ("\u200d", "<U+200D>"),
        ("é\u202e\u200dé", "é<U+202E><U+200D>é"),
        ("é\u200c\u200dé", "é<U+200C><U+200D>é"),
        ("نمی\u200cخواهم", "نمی\u200cخواهم"),
    ],
)
def test_what_is_hidden_is_shown(text: str, seen: str) -> None:
    assert shown(text) == seen


def test_what_is_kept_stays() -> None:
    assert shown("a\nb\x07", kept="\n") == "a\nb<U+0007>"


def test_one_line() -> None:
    assert one_line(" a \r\n\t b\u2028c ") == "a b<U+2028>c"


@given(st.text())
def test_nothing_that_acts_is_left(text: str) -> None:
    left = {unicodedata.category(character) for character in shown(text) if character not in "\u200c\u200d"}
    assert not left & {"Cc", "Zl", "Zp", "Cs"}
    assert not re.search("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]", shown(text))
