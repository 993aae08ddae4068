"""Lexicons made ready for a search through running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property

import regex

from attribution_lint.packs import shipped_lexicon

_RUN = re.compile(r"\w+")


class Lexical:
    """The entries of a lexicon as whole words in any case, the longest first; an entry may end in a mark (source:).

    Most stretches of text have none of the words by which an entry can be told, and that is seen sooner than that no
    entry stands in them.
    """

    def __init__(self, entries: frozenset[str]) -> None:
        self._entries = entries
        self._telling = frozenset(max(_RUN.findall(entry.casefold()), key=len) for entry in entries)

    @cached_property
    def _pattern(self) -> regex.Pattern[str]:
        return regex.compile(r"\b\L<entries>(?!\w)", regex.IGNORECASE, entries=self._entries)

    def search(self, text: str, start: int, end: int) -> regex.Match[str] | None:
        """Return the first entry between two offsets."""
        return self._pattern.search(text, start, end) if self._may_match(text, start, end) else None

    def finditer(self, text: str, start: int, end: int) -> Iterator[regex.Match[str]]:
        """Yield the entries between two offsets."""
        return self._pattern.finditer(text, start, end) if self._may_match(text, start, end) else iter(())

    def _may_match(self, text: str, start: int, end: int) -> bool:
        return not self._telling.isdisjoint(_RUN.findall(text[start:end].casefold()))


@cache
def pattern_of(lexicon: str) -> Lexical:
    """Return a shipped lexicon ready to be looked for."""
    return Lexical(shipped_lexicon(lexicon))


@cache
def ending_in(lexicon: str) -> regex.Pattern[str]:
    """Return a pattern for an entry of a shipped lexicon, in any case, right before the end of what is searched."""
    return regex.compile(r"\b\L<entries>\s+$", regex.IGNORECASE, entries=shipped_lexicon(lexicon))
