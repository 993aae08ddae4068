"""Short patterns of words, read from lexicons, and the places where a block has them.

An entry is a row of words. `a/b` is either word, `…` up to five others, `NUM` a number, and `URL`, `MAIL` and
`HANDLE` an address. `sign/signing up for/to` and `for more … visit URL` are entries.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from attribution_lint.checks.boilerplate.pieces import Tokens, plain
from attribution_lint.packs import shipped_lexicon

_GAP = "…"
_WIDEST_GAP = 5
_STOPS = frozenset('.!?;:()[]"“”')  # a gap does not reach past these
_DEEPEST_ANCHOR = 6
_KINDS = frozenset({"NUM", "URL", "MAIL", "HANDLE"})

Slot = frozenset[str]


class Hit(NamedTuple):
    """The tokens `first` up to and without `last` fit an entry of the lexicon `name`."""

    name: str
    first: int
    last: int


def beginning(hit: Hit) -> int:
    """Return the first token of a hit: the key by which hits are sorted and found."""
    return hit.first


class _Entry(Struct, frozen=True):
    name: str
    slots: tuple[Slot | None, ...]  # None is a gap
    anchor: int
    plain: bool  # no mark, number or address in it
    following: Slot | None  # what must stand after the anchor, where that is a word
    leading: Slot | None  # and what before it


class _Entries(Struct, frozen=True):
    """The entries that one word indexes, always in their order: all, and those that may fit by the word behind it.

    `rest` are those that ask for no word behind it; `plain` says that all of them are.
    """

    all: tuple[_Entry, ...]
    by_following: dict[str, tuple[_Entry, ...]]
    rest: tuple[_Entry, ...]
    plain: bool


class PhraseBook:
    """Entries of several lexicons, indexed by their rarest word and read when a block has that."""

    def __init__(self, lexicons: Mapping[str, Iterable[str]]) -> None:
        self._lines: dict[str, list[tuple[int, str, str]]] = {}
        for number, (name, lines) in enumerate(lexicons.items()):
            for line in lines:
                for word in _slot(_anchor(line)):
                    self._lines.setdefault(word, []).append((number, line, name))
        self._read: dict[str, _Entries] = {}
        self.rare = frozenset(self._lines) - shipped_lexicon("words-common")

    def _entries(self, word: str) -> _Entries:
        """Return the entries that are indexed by a word, in the order of the lexicons and the alphabet."""
        if (found := self._read.get(word)) is None:
            lines = sorted(self._lines.get(word, ()))
            found = self._read[word] = _by_following([_entry(name, line) for _, line, name in lines])
        return found

    def hits(self, found: Tokens) -> list[Hit]:
        """Return every place where an entry fits, in the order of their rarest words."""
        index, form, keys = self._lines, found.form, found.key
        hits: list[Hit] = []
        last_number = len(form) - 1
        for number in [number for number, key in enumerate(keys) if key in index]:
            entries = self._read.get(keys[number]) or self._entries(keys[number])
            rest = entries.rest
            for entry in entries.by_following.get(form[number + 1], rest) if number < last_number else rest:
                if entry.leading is not None and form[number - 1] not in entry.leading:
                    continue
                first = number - entry.anchor
                if first >= 0 and (last := _match(entry.slots, 0, form, first)) is not None:
                    hits.append(Hit(entry.name, first, last))
        return hits

    def could_fit(self, words: list[str]) -> bool:
        """Whether an entry that has a rare word may fit in a row of words whose marks were left out."""
        last_number = len(words) - 1
        for word in self.rare.intersection(words):
            entries, number = self._entries(word), -1
            rest = entries.rest
            if not entries.plain:
                return True
            for _ in range(words.count(word)):
                number = words.index(word, number + 1)
                for entry in entries.by_following.get(words[number + 1], rest) if number < last_number else rest:
                    if entry.leading is not None and words[number - 1] not in entry.leading:
                        continue
                    first = number - entry.anchor
                    if first >= 0 and _match(entry.slots, 0, words, first) is not None:
                        return True
        return False

    def hits_at(self, found: Tokens, first: int) -> list[Hit]:
        """Return the entries that fit at the token `first`."""
        hits: list[Hit] = []
        for number in range(first, min(first + _DEEPEST_ANCHOR, len(found))):
            key = found.key[number]
            for entry in self._entries(key).all if key in self._lines else ():
                if number - entry.anchor == first:
                    last = _match(entry.slots, 0, found.form, first)
                    if last is not None:
                        hits.append(Hit(entry.name, first, last))
        return hits


@cache
def phrase_book(names: tuple[str, ...]) -> PhraseBook:
    """Return the phrase book of shipped lexicons. Raises PackError for one that is missing."""
    return PhraseBook({name: shipped_lexicon(name) for name in names})


def _anchor(line: str) -> str:
    """Return the part of an entry by which it is known: the first of no common word that no gap comes before."""
    common = shipped_lexicon("words-common")
    parts = line.split()
    for part in parts:
        if part == _GAP:
            break
        if part not in common and common.isdisjoint(_slot(part)):
            return part
    return parts[0]


def _entry(name: str, line: str) -> _Entry:
    parts = line.split()
    slots = tuple(None if part == _GAP else _slot(part) for part in parts)
    anchor = parts.index(_anchor(line))
    plain_words = all(slot is None or _is_of_words(slot) for slot in slots)
    after = slots[anchor + 1] if anchor + 1 < len(slots) else None
    before = slots[anchor - 1] if anchor else None
    following, leading = (None if slot is None or "NUM" in slot else slot for slot in (after, before))
    return _Entry(name, slots, anchor, plain_words, following, leading)


def _by_following(entries: list[_Entry]) -> _Entries:
    words = frozenset[str]().union(*(entry.following for entry in entries if entry.following))
    return _Entries(
        tuple(entries),
        {word: tuple(entry for entry in entries if not entry.following or word in entry.following) for word in words},
        tuple(entry for entry in entries if not entry.following),
        all(entry.plain for entry in entries),
    )


@cache
def _slot(part: str) -> Slot:
    words = part.split("/") if len(part) > 1 else [part]
    return frozenset(word if word in _KINDS else plain(word) for word in words if word)


@cache
def _is_of_words(slot: Slot) -> bool:
    """Whether a slot takes words alone: no mark, number or address."""
    return slot.isdisjoint(_KINDS) and all(word.isalpha() or "'" in word for word in slot)


def _match(slots: tuple[Slot | None, ...], at: int, form: list[str], number: int) -> int | None:
    while at < len(slots):
        slot = slots[at]
        if slot is None:
            for skip in range(number, min(number + _WIDEST_GAP + 1, len(form))):
                last = _match(slots, at + 1, form, skip)
                if last is not None:
                    return last
                if form[skip] in _STOPS:
                    break
            return None
        if number >= len(form):
            return None
        word = form[number]
        if word not in slot and not ("NUM" in slot and word.isdigit()):
            return None
        at += 1
        number += 1
    return number
