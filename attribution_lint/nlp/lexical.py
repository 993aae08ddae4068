"""Lexicons made ready for a search through running text."""

from __future__ import annotations

from functools import cache

import regex

from attribution_lint.packs import shipped_lexicon


@cache
def pattern_of(lexicon: str) -> regex.Pattern[str]:
    """Return a pattern for the entries of a shipped lexicon as whole words in any case, the longest first.

    An entry may end in a mark (source:).
    """
    return regex.compile(r"\b\L<entries>(?!\w)", regex.IGNORECASE, entries=shipped_lexicon(lexicon))


@cache
def ending_in(lexicon: str) -> regex.Pattern[str]:
    """Return a pattern for an entry of a shipped lexicon, in any case, right before the end of what is searched."""
    return regex.compile(r"\b\L<entries>\s+$", regex.IGNORECASE, entries=shipped_lexicon(lexicon))
