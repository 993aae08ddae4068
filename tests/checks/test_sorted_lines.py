"""Lines are found where they lie, whatever their keys."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.checks.phrases.sorted_lines import SortedLines

_WORDS = st.text("abé'", min_size=1, max_size=4)
_MANY = [f"word{number:05} {number}" for number in range(3000)]


def _lines(lines: list[str]) -> SortedLines:
    return SortedLines("\n".join(lines).encode(), b" ", 1)


@given(st.dictionaries(_WORDS, st.lists(st.text("xyz", min_size=1, max_size=300), min_size=1, max_size=8)), _WORDS)
def test_every_line_of_a_key_is_found_in_order(rows: dict[str, list[str]], other: str) -> None:
    keys = sorted(rows, key=str.encode)
    found = _lines([f"{key} {value}" for key in keys for value in rows[key]])
    for key in {*keys, other}:
        assert found.of(key) == rows.get(key, [])


def test_a_line_is_found_among_thousands_and_no_part_of_one_is() -> None:
    found = _lines(_MANY)
    for line in _MANY:
        key, value = line.split()
        assert found.of(key) == [value]
    assert not found.of("word0000")
    assert not found.of("ord00001")
    assert not found.of("")


def test_the_order_may_begin_anew() -> None:
    found = _lines([*(line.replace("word", "name") for line in _MANY), *(f"b{line}" for line in _MANY)])
    assert found.of("name02999") == ["2999"]
    assert found.of("bword00000") == ["0"]
    again = _lines([*_MANY, *(line.replace("word", "name") for line in _MANY)])
    assert [value for line in _MANY for value in again.of(line.replace("word", "name").split()[0])] == [
        line.split()[1] for line in _MANY
    ]
    assert [value for line in _MANY for value in again.of(line.split()[0])] == [line.split()[1] for line in _MANY]


def test_a_key_of_two_fields() -> None:
    found = SortedLines(b"a b 1\na bc 2\nab c 3\n", b" ", 2)
    assert [found.of(key) for key in ("a b", "a bc", "ab c", "b c")] == [["1"], ["2"], ["3"], []]
