"""What is kept stays within its bounds, and goes when nobody asks for it."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint import kept
from attribution_lint.kept import Kept, Worked, kept_by_text
from attribution_lint.linter import Linter

SEEDS = sorted(Path(__file__).parents[1].joinpath("seeds").glob("*.txt"))


def test_what_a_function_says_of_a_text_is_asked_for_once() -> None:
    asked: list[str] = []

    @kept_by_text
    def length(text: str) -> int | None:
        asked.append(text)
        return len(text) or None

    assert [length(text) for text in ("one", "", "one", "")] == [3, None, 3, None]
    assert asked == ["one", ""]
    kept.forget()
    assert length("one") == 3
    assert asked == ["one", "", "one"]


def test_what_was_not_asked_for_longest_goes() -> None:
    table: Kept[str] = Kept(2)
    table.put("a", "1")
    table.put("b", "2")
    kept.begin_story()
    assert (table.get("b"), table.get("a")) == ("2", "1")
    table.put("c", "3")
    kept.begin_story()
    assert table.get("c") == "3"
    assert [table.get(key) for key in "abc"] == ["1", None, "3"]
    table.clear()
    assert table.get("a") is None


def test_what_no_later_story_asks_for_goes_soon() -> None:
    table: Kept[str] = Kept()
    table.put("stays", "1")
    for number in range(100):
        kept.begin_story()
        assert table.get("stays") == "1"
        table.put(f"typed {number}", "2")
    assert table.get("typed 99") == "2"
    assert table.get("typed 20") is None


def test_what_is_worked_out_of_a_word_is_worked_out_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    table = Worked(length)
    assert list(map(table.__getitem__, ["tide", "pier", "tide", "", ""])) == [4, 4, 4, 0, 0]
    assert asked == ["tide", "pier", ""]


def test_nothing_is_a_finding_too() -> None:
    table = Worked(lambda word: word.isdigit() or None)
    assert [table["7"], table["seven"], table["seven"]] == [True, None, None]
    assert "seven" in table


def test_a_full_table_keeps_no_more_and_still_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST_WORDS", 2)
    asked: list[str] = []

    def upper(word: str) -> str:
        asked.append(word)
        return word.upper()

    table = Worked(upper)
    assert [table[word] for word in ("a", "b", "c", "c", "a")] == ["A", "B", "C", "C", "A"]
    assert asked == ["a", "b", "c", "c"]
    assert sorted(table) == ["a", "b"]


@given(st.lists(st.text("ab", max_size=3)))
def test_a_table_says_what_is_worked_out_of_each_word(words: list[str]) -> None:
    assert list(map(Worked(str.upper).__getitem__, words)) == [word.upper() for word in words]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_a_story_that_was_linted_goes_without_a_search_for_garbage(seed: Path) -> None:
    linter, text = Linter(), seed.read_text(encoding="utf-8")
    linter.lint_text(text)
    gc.collect()
    gc.disable()
    try:
        gc.set_debug(gc.DEBUG_SAVEALL)
        linter.lint_text(text.replace(".", ". ", 1))
        gc.collect()
        left = sorted({type(each).__qualname__ for each in gc.garbage if "attribution_lint" in type(each).__module__})
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert not left, f"what keeps itself: {left}"
