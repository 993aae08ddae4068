"""What a line is made of, as its register is judged by: words, pairs of words, and the shapes at its two ends.

A sign of a word is the word; of a longer one also what it begins with (`licen*`), of a number NUM. A pair is two words
or marks in a row (`sign up`), `^` and `$` standing for the ends of the line. A shape says of each of the first or the
last words how it is written: `Aa`, `AA`, `a`, `9`, a mark as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from attribution_lint.checks.boilerplate.pieces import ADDRESSES, HASH, NUMBER, Tokens

PREFIX = 5  # letters of a word by which its relatives are known
_LONGEST = 40  # tokens; of a longer line pairs say little that its words do not
_FEW = 6
_WRITTEN = frozenset({"Aa", "AA", "a", "9"})
_OPENING, _CLOSING = 3, 2
_FOURTHS = 4


def words(form: Iterable[str]) -> set[str]:
    """Return the words of a block, what the longer ones begin with, and NUM for figures."""
    found: set[str] = set()
    for word in form:
        if word in ADDRESSES or not word[0].isalnum():
            continue
        if word[0].isdigit():
            found.add("NUM")
            continue
        found.add(word)
        if len(word) > PREFIX:
            found.add(word[:PREFIX] + "*")
    return found


def pairs(form: list[str]) -> Iterator[str]:
    """Yield the pairs of a line that is not too long for them."""
    if len(form) <= _LONGEST:
        row = ["^", *(NUMBER if word[0].isdigit() else HASH.get(word, word) for word in form), "$"]
        for first, second in pairwise(row):
            yield f"{first} {second}"


def shapes(found: Tokens, first: int, last: int) -> Iterator[str]:
    """Yield how the tokens `first` up to `last` are written: at the ends, all of few, and the marks among them."""
    row = found.written[first:last]
    yield "shape^" + "_".join(row[: _OPENING - 1])
    yield "shape^" + "_".join(row[:_OPENING])
    yield "shape$" + "_".join(row[-_CLOSING:])
    yield "shape$" + row[-1]
    if len(row) <= _FEW:
        yield "shape=" + "_".join(row)
    for mark in set(row) - _WRITTEN:
        yield "mark:" + mark
    capitals = row.count("Aa") + row.count("AA")
    yield f"capitals:{_FOURTHS * capitals // max(1, capitals + row.count('a'))}"
