"""How likely it is that one word was written for another: letters, keys, sound and shape.

Letters: optimal string alignment (Damerau 1964: four in five typing errors are one letter dropped, added, changed
or two transposed). Sound: Metaphone (Philips 1990). Shape: shared beginning and ending, by which autocorrection
and the eye take one word for another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from string import ascii_lowercase

import jellyfish
from rapidfuzz.distance import OSA, JaroWinkler, Postfix, Prefix

_VOWELS = frozenset("aeiou")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
NEAR = 0.66
FAR = 0.58


def _adjacent() -> frozenset[str]:
    pairs: set[str] = set()
    for y, row in enumerate(_ROWS):
        for x, key in enumerate(row):
            for other_y in (y, y + 1):
                for other_x in (x - 1, x, x + 1):
                    if other_y < len(_ROWS) and 0 <= other_x < len(_ROWS[other_y]):
                        other = _ROWS[other_y][other_x]
                        if other != key:
                            pairs.update((key + other, other + key))
    return frozenset(pairs)


_ADJACENT = _adjacent()


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """Return the Metaphone key of a word."""
    return str(jellyfish.metaphone(word))


@lru_cache(maxsize=4096)
def similarity(wrong: str, right: str) -> float:
    """Return from 0 to 1 how alike two lower-case words are."""
    longest = max(len(wrong), len(right))
    distance = OSA.distance(wrong, right)
    letters = 1 - distance / longest
    shape = min(1.0, (Prefix.similarity(wrong, right) + Postfix.similarity(wrong, right)) / longest)
    here, there = sound(wrong), sound(right)
    heard = 1 - OSA.distance(here, there) / max(len(here), len(there), 1)
    score = 0.4 * letters + 0.2 * shape + 0.15 * heard + 0.25 * JaroWinkler.similarity(wrong, right)
    if distance == 1:
        score += 0.06 + (0.03 if _is_slip(wrong, right) else 0.0)
    if here == there:
        score += 0.05
    return min(score, 1.0)


def distance(wrong: str, right: str) -> int:
    """Return the number of letter edits between two words, a transposition counting as one."""
    return OSA.distance(wrong, right)


def is_close(wrong: str, right: str) -> bool:
    """Whether no more than one letter edit, or the sound alone, sets the two apart."""
    return distance(wrong, right) <= 1 or sound(wrong) == sound(right)


def is_slip(wrong: str, right: str) -> bool:
    """Whether one letter edit, or two in a long word, or the sound alone sets the two apart."""
    return is_close(wrong, right) or (distance(wrong, right) == 2 and min(len(wrong), len(right)) >= 6)


def is_certain(wrong: str, candidates: Sequence[str]) -> bool:
    """Whether the first of the candidates is the only one that is a letter away."""
    apart = [distance(wrong, right) for right in candidates]
    return bool(apart) and apart[0] <= 2 and all(later > apart[0] for later in apart[1:])


def closest(
    wrong: str, pool: Iterable[str], frequent: Collection[str] = (), least: float = NEAR
) -> list[tuple[str, float]]:
    """Return the words of `pool` that `wrong` may stand for, the likeliest first, with their scores.

    A word of `frequent` is likelier; one that is not must be closer.
    """
    found: list[tuple[str, float]] = []
    for right in pool if isinstance(pool, tuple) else _alike(wrong, frozenset(pool)):
        if abs(len(right) - len(wrong)) > 4:
            continue
        score = similarity(wrong, right) + (0.06 if right in frequent else 0.0)
        if score >= least:
            found.append((right, score))
    found.sort(key=lambda item: (-item[1], item[0]))
    return found


def _alike(wrong: str, pool: frozenset[str]) -> set[str]:
    """Return the words of a large pool that begin like `wrong`.

    The first letter is rarely wrong (Pollock and Zamora 1984) unless the edit is that one letter.
    """
    first, second, heard, vowel = wrong[0], wrong[1:2], sound(wrong)[:1], wrong[0] in _VOWELS
    found = {letter + wrong[1:] for letter in ascii_lowercase} & pool
    for (initial, follower, sounds), words in _by_beginning(pool).items():
        if first in (initial, follower) or second == initial or heard == sounds or (vowel and initial in _VOWELS):
            found |= words
    return found


@lru_cache(maxsize=32)
def _by_beginning(pool: frozenset[str]) -> dict[tuple[str, str, str], set[str]]:
    """Return the words of a pool by their first and second letter and the sound that they begin with."""
    found: dict[tuple[str, str, str], set[str]] = {}
    for word in pool:
        found.setdefault((word[0], word[1:2], sound(word)[:1]), set()).add(word)
    return found


def _is_slip(wrong: str, right: str) -> bool:
    """Whether one edit is what fingers do: neighbouring keys, a transposition, a letter lost or doubled."""
    if len(wrong) != len(right):
        return True
    differing = [(a, b) for a, b in zip(wrong, right, strict=True) if a != b]
    return len(differing) == 2 or are_neighbours(*differing[0])


def are_neighbours(letter: str, other: str) -> bool:
    """Whether the keys of two letters lie side by side."""
    return letter + other in _ADJACENT


def begins_like(word: str, right: str) -> bool:
    """Whether two words are a letter apart, or begin with the same letter or with a vowel each."""
    return distance(word, right) == 1 or word[0] == right[0] or {word[0], right[0]} <= _VOWELS
