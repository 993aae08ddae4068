"""The words and marks of a text, put together from its stretches, are those that are looked for one by one."""

import re

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from attribution_lint.checks.boilerplate.pieces import Tokens, found_pieces, key_of, pieces, plain, shape

_WORD_OR_MARK = re.compile(r"\w+(?:[-’'‑]\w+)*|[-–—]{2,}|\.{3}|[^\w\s]")
_TEXTS = st.text("aB7 é’'-–—._,#\n\t\xa0@", max_size=30)


def _known(found: Tokens) -> Tokens:
    return replace(found, gap=found.gap[1:])  # what stands before the first one says nothing


def _one_by_one(text: str, begin: int) -> Tokens:
    matches = list(_WORD_OR_MARK.finditer(text))
    form = [plain(match[0]) for match in matches]
    start, end = [begin + match.start() for match in matches], [begin + match.end() for match in matches]
    return found_pieces(" " * begin + text, begin, form, start, end)


def test_each_word_and_mark_has_its_form_how_it_is_written_and_what_stands_before_it() -> None:
    found = pieces("The ferry-master’s 12 BOATS  left...\n#1 again", 100)
    assert found.form == ["the", "ferrymaster's", "12", "boats", "left", "...", "#", "1", "again"]
    assert found.key == ["the", "ferrymaster's", "NUM", "boats", "left", "...", "#", "NUM", "again"]
    assert found.written == ["Aa", "a", "9", "AA", "a", "...", "HASH", "9", "a"]
    assert found.gap[1:] == [" ", " ", " ", "  ", "", "/", "", " "]
    assert found.start == [100, 104, 119, 122, 129, 133, 137, 138, 140]
    assert found.end == [103, 118, 121, 127, 133, 136, 138, 139, 145]


def test_a_text_of_single_spaces_is_put_together_as_one_with_other_white_is() -> None:
    single = pieces("Rain fell, then hail.", 0)
    assert single.gap[1:] == [" ", "", " ", " ", ""]
    double = pieces("Rain fell, then  hail.", 0)
    assert double.gap[1:] == [" ", "", " ", "  ", ""]
    assert (single.form, single.written) == (double.form, double.written)


def test_nothing_is_made_of_no_words() -> None:
    for text in ("", " ", "\n  "):
        assert pieces(text, 7) == Tokens([], [], [], [], [], [])


def test_how_words_are_written_is_told_briefly() -> None:
    words = ("quay", "Quay", "QUAY", "Q", "3rd", "tide-table", "ORMSKIRK-1", "§", "#")
    assert [shape(plain(word), word) for word in words] == ["a", "Aa", "AA", "Aa", "9", "a", "AA", "§", "HASH"]
    assert [shape(form, form) for form in ("URL", "MAIL", "HANDLE")] == ["U", "M", "H"]


def test_an_address_is_known_by_its_kind() -> None:
    found = found_pieces("See quay.example now", 0, ["see", "URL", "now"], [0, 4, 17], [3, 16, 20])
    assert (found.key, found.written, found.gap) == (["see", "URL", "now"], ["Aa", "U", "a"], ["", " ", " "])


def test_only_a_row_of_figures_is_a_number() -> None:
    assert [key_of(form) for form in ("1987", "19th", "nine", ",")] == ["NUM", "19th", "nine", ","]


@given(_TEXTS, st.integers(0, 50))
def test_none_is_lost_and_each_stands_where_it_is(text: str, begin: int) -> None:
    assert _known(pieces(text, begin)) == _known(_one_by_one(text, begin))


@given(_TEXTS)
def test_the_same_text_is_taken_apart_the_same_way_again(text: str) -> None:
    first = pieces(text, 0)
    first.form.append("changed")
    assert _known(pieces(text, 0)) == _known(_one_by_one(text, 0))
