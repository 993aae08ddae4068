"""The words and marks of which a text is made: the form of each, how it is written, and what stands before it.

Between their spaces texts have few different stretches, which come again and again. Each is taken apart once and kept
in a table, and those of a paragraph are put together by their columns: sooner than its words are looked for.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, chain

from msgspec import Struct

from attribution_lint.kept import Worked
from attribution_lint.model import Span

_WORD = re.compile(r"(\w++(?:[-’'‑]\w++)*+|[-–—]{2,}|\.{3}|[^\w\s])")
_LOOKED_UP = str.maketrans({"’": "'", "-": "", "‑": ""})
_ADDRESSES = {"URL": "U", "MAIL": "M", "HANDLE": "H"}
ADDRESSES = frozenset(_ADDRESSES)
"""The forms of addresses."""
NUMBER = "NUM"
HASH = {"#": "HASH"}
"""A mark by a name, as it would begin a comment in a lexicon."""
_PLAIN = "a"  # how a word in small letters is written
_LINE, _WIDE = "/", "  "
_ONE = frozenset({" ", ""})  # nothing, or the one space that most words have before them


class Tokens(Struct, frozen=True):
    """Parallel lists: the plain form of each word or mark, and where it starts and ends in the prose.

    A `key` is what phrases know the token by: its form, or NUM for a number. `written` says how it is written, `gap`
    what stands between it and the one before: nothing, a space, more than that or a new line.
    """

    form: list[str]
    key: list[str]
    written: list[str]
    gap: list[str]
    start: list[int]
    end: list[int]

    def __len__(self) -> int:
        return len(self.form)

    def range(self, span: Span) -> tuple[int, int]:
        """The numbers of the first token that starts in `span` and of the first one past it."""
        return bisect_left(self.start, span.start), bisect_left(self.start, span.end)

    def span(self, first: int, past: int) -> Span:
        """Where the tokens from `first` to before `past` stand."""
        return Span(self.start[first], self.end[past - 1])

    def is_word(self, number: int) -> bool:
        """Whether the token is a word or an address rather than a mark."""
        return self.form[number][0].isalnum()


def pieces(said: str, begin: int) -> Tokens:
    """Return the words and marks of a text without addresses; `begin` is the offset of its first character."""
    row = list(chain.from_iterable(map(_between_spaces.__getitem__, said.split(" "))))
    if row:
        form, key, written, gap, lead, length = zip(*row, strict=True)
        # What a space stands before is one character further on.
        offsets = list(accumulate(chain.from_iterable(zip(lead, length, strict=True)), initial=begin - 1))
        if offsets[-1] == begin + len(said):
            return Tokens(list(form), list(key), list(written), list(gap), offsets[1::2], offsets[2::2])
    parts = _WORD.split(said)  # where there is other white than one space, by turns gaps and words
    offsets = list(accumulate(map(len, parts), initial=begin))
    return _of_words(parts[1::2], list(map(plain, parts[1::2])), parts[:-1:2], offsets[1:-1:2], offsets[2::2])


def found_pieces(text: str, begin: int, form: list[str], start: list[int], end: list[int]) -> Tokens:
    """Return the words, marks and addresses that were found in a text from `begin` on."""
    words = [text[first:past] for first, past in zip(start, end, strict=True)]
    gaps = [text[past:first] for past, first in zip([begin, *end], start, strict=False)]
    return _of_words(words, form, gaps, start, end)


def _of_words(words: Sequence[str], form: list[str], gaps: Sequence[str], start: list[int], end: list[int]) -> Tokens:
    written = list(map(shape, form, words))
    return Tokens(form, list(map(key_of, form)), written, [_gap(gap) for gap in gaps], start, end)


def _taken_apart(stretch: str) -> tuple[tuple[str, str, str, str, int, int], ...]:
    """Return the pieces of a stretch without a space: what each is, and the lengths of the gap and of the piece."""
    found: list[tuple[str, str, str, str, int, int]] = []
    for word in _WORD.findall(stretch):
        form = plain(word)
        gap = "" if found else " "
        found.append((form, key_of(form), shape(form, word), gap, len(gap), len(word)))
    return tuple(found)


_between_spaces = Worked(_taken_apart)


def plain(word: str) -> str:
    """Return the form in which a word is looked up; a mark stays what it is."""
    if word.isalpha():
        return word.lower()
    return word.lower().translate(_LOOKED_UP) if word[0].isalnum() else word


def key_of(form: str) -> str:
    """Return what phrases know a token by: its form, or NUM for a number."""
    return NUMBER if form.isdigit() else form


def shape(form: str, word: str) -> str:
    """Return how a word is written, as short as can be; a mark is itself."""
    if word.islower() and word.isalpha():
        return _PLAIN
    if form in _ADDRESSES:
        return _ADDRESSES[form]
    if word[0].isdigit():
        return "9"
    if word[0].isalpha():
        return ("AA" if len(word) > 1 and word.isupper() else "Aa") if word[0].isupper() else "a"
    return HASH.get(form, form)


def _gap(between: str) -> str:
    if between in _ONE:
        return between
    return _LINE if "\n" in between else _WIDE
