"""When two tellings are one: a text pasted twice, with a word or two changed or cut, or two that only run alike.

A writer sets sentences side by side that differ in the one word they are about ("The north gate …", "The south gate
…"), and tells a row of results in the same words; what was pasted twice was changed in small words or in its wording.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from attribution_lint.packs import shipped_lexicon

FEWEST = 7  # words; a shorter sentence may be said twice
FEWEST_CUT = 7
_LEAST_CUT = 0.6  # of the sentence before
_MOST_LOST = 2
_SMALL = frozenset(
    {"a", "an", "the", "per", "each", "every", "in", "on", "at", "of", "for", "to", "by", "with", "that", "which"}
)
_LIKE = 0.6  # of its letters: a slip or another form of the word
_LONGEST_FOR_EFFECT = 14  # words of a sentence that answers the one before it


class Told(NamedTuple):
    """The words of a sentence or a paragraph, as they are and in lower case; a sample of their rows of four.

    A `line` and the rows are the words with spaces between: Python works out once what a text, but not a tuple, is
    looked up by.
    """

    lower: tuple[str, ...]
    raw: tuple[str, ...]
    line: str
    rows: tuple[str, ...]


def is_near(one: Told, other: Told) -> bool:
    """Whether two tellings differ by a word or two, and not in whom or what they are about."""
    allowed = max(1, min(3, len(other.lower) // 8))
    if abs(len(one.lower) - len(other.lower)) > allowed:
        return False
    if Levenshtein.distance(one.lower, other.lower, score_cutoff=allowed) > allowed:
        return False
    for edit in Levenshtein.editops(one.lower, other.lower):
        if edit.tag == "replace" and _is_particular(one, edit.src_pos) and _is_particular(other, edit.dest_pos):
            return False
    return not any(_is_contrast(pair) for pair in _changed(one, other))


def is_parallel(one: Told, other: Told, side_by_side: bool = False) -> bool:
    """Whether two tellings run alike but for words that have nothing in common; if `side_by_side`, short ones only."""
    if side_by_side and len(other.lower) > _LONGEST_FOR_EFFECT:
        return False
    changed = _changed(one, other)
    return bool(changed) and all(
        _SMALL.isdisjoint(pair) and Levenshtein.normalized_similarity(*pair) < _LIKE for pair in changed
    )


def _changed(one: Told, other: Told) -> list[tuple[str, str]]:
    """The words by which two tellings of the same length differ, in pairs."""
    if len(one.lower) != len(other.lower):
        return []
    return [pair for pair in zip(one.lower, other.lower, strict=True) if pair[0] != pair[1]]


def _is_contrast(pair: tuple[str, str]) -> bool:
    return any(row.issuperset(pair) for row in _contrasts())


@cache
def _contrasts() -> list[frozenset[str]]:
    return [frozenset(row.split()) for row in shipped_lexicon("words-in-contrast")]


def _is_particular(telling: Told, number: int) -> bool:
    word = telling.raw[number]
    return word[0].isdigit() or word[-1].isdigit() or (number > 0 and word[0].isupper())


def is_cut_from(words: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether a sentence is the one before it again, without a word or two or without its end."""
    lost = len(whole) - len(words)
    if lost <= 0 or len(words) < FEWEST_CUT or words[:2] != whole[:2] or len(words) < _LEAST_CUT * len(whole):
        return False
    if whole[: len(words)] == words:
        return True
    rest = iter(whole)
    return lost <= _MOST_LOST and all(word in rest for word in words)


def is_reworded(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether a sentence says what the one before it says but for a small word: "a month" for "per month"."""
    if len(words) != len(others) or len(words) < FEWEST:
        return False
    changed = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    return len(changed) == 1 and set(changed[0]) <= _SMALL
