r"""Patterns that come from a rule pack: compiled or refused in words, and looked for in bounded time.

They are those of the `regex` module. A repeat of an exact number is written out when it is compiled, so a few nested
ones fill any memory; and a repeat inside a repeat can take for ever (Davis et al., ESEC/FSE 2018).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from math import prod
from typing import Any, cast

import regex

from attribution_lint.errors import PackError
from attribution_lint.necessary import necessary
from attribution_lint.needs import ANYTHING, Necessary, around

SECONDS = 2.0
"""What one pattern may take on one paragraph; a sound one needs microseconds."""
_WAYS = ("search", "match", "fullmatch", "finditer")
_MOST_REPEATED = 1_000_000
_REPEATED = re.compile(r"\{(\d+)")


def compiled(text: str, flags: int, where: str, **lists: Any) -> regex.Pattern[str]:
    """Return the pattern, with the named lists that it uses. Raises PackError naming `where` if it is not valid."""
    counts = [int(count) for count in _REPEATED.findall(text) if len(count) < 10]
    if prod(filter(None, counts)) > _MOST_REPEATED:
        raise PackError(
            where, f"options: the pattern '{_short(text)}' repeats too often", "lower the numbers in braces"
        )
    try:
        return regex.compile(text, flags, **lists)
    except (regex.error, KeyError, ValueError, OverflowError) as error:
        raise PackError(where, f"options: the pattern '{_short(text)}' is not valid: {error}", "correct it") from None
    except RecursionError:
        raise PackError(where, f"options: the pattern '{_short(text)}' is nested too deeply", "simplify it") from None


def longest_first(words: Iterable[str]) -> str:
    """Return words as the alternatives of a pattern: a longer one before one that it begins with, in one order."""
    return "|".join(sorted(map(regex.escape, sorted(words)), key=len, reverse=True))


def lazily(text: str, flags: int = 0) -> regex.Pattern[str]:
    """Return a pattern of our own that is compiled when it is first looked for: most drafts need few of them."""
    return lazy(lambda: regex.compile(text, flags), text, flags)


def lazily_plain(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return the same for a pattern of the module `re`."""
    return cast(re.Pattern[str], LazyPattern(lambda: re.compile(text, flags), text, flags))


def screened(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return the same for one that is looked for only where a sign of it was seen: a text need hold nothing more."""
    return cast(re.Pattern[str], LazyPattern(lambda: re.compile(text, flags), text, flags, ANYTHING))


def lazy(make: Callable[[], regex.Pattern[str]], text: str, flags: int = 0) -> regex.Pattern[str]:
    """Return what passes for the pattern that `make` makes of `text`."""
    return cast(regex.Pattern[str], LazyPattern(make, text, flags))


class LazyPattern:
    """What passes for a pattern; it is made when what any match of it must hold stands where somebody looks."""

    def __init__(self, make: Callable[[], Any], text: str, flags: int = 0, needs: Necessary | None = None) -> None:
        self._make, self._text, self._ignores_case, self._known_needs = make, text, bool(flags & re.IGNORECASE), needs

    @cached_property
    def _made(self) -> Any:
        pattern = self._make()
        for method in ("match", "fullmatch") if self._needs.tells else _WAYS:
            self.__dict__[method] = getattr(pattern, method)
        return pattern

    def asked(self) -> list[tuple[str, bool]]:
        """Return the pattern with whether it heeds no case, if its needs are asked for."""
        return [] if self._known_needs else [(self._text, self._ignores_case)]

    @cached_property
    def _needs(self) -> Necessary:
        return self._known_needs or necessary(self._text, self._ignores_case)

    def search(self, text: str, *where: int, **options: Any) -> Any:
        """Search as a pattern does."""
        return self._made.search(text, *where, **options) if self._may_match(text, *where) else None

    def match(self, text: str, *where: int, **options: Any) -> Any:
        """Match as a pattern does."""
        return self._made.match(text, *where, **options) if self._may_match(text, *where) else None

    def fullmatch(self, text: str, *where: int, **options: Any) -> Any:
        """Match the whole as a pattern does."""
        return self._made.fullmatch(text, *where, **options) if self._may_match(text, *where) else None

    def finditer(self, text: str, *where: int, **options: Any) -> Any:
        """Find all as a pattern does."""
        return self._made.finditer(text, *where, **options) if self._may_match(text, *where) else iter(())

    def _may_match(self, text: str, start: int = 0, end: int | None = None) -> bool:
        return self._needs.may_match(around(text, start, end))

    def __getattr__(self, name: str) -> Any:
        """Hand on what else the pattern has."""
        return getattr(self._made, name)


def too_slow(pattern: str, where: str) -> PackError:
    """Return the error for a pattern that has taken more than its time."""
    what = f"the pattern '{_short(pattern)}' took more than {SECONDS:g} seconds on one paragraph"
    return PackError(where, what, "avoid repeats inside repeats, as in (a+)+")


def _short(text: str) -> str:
    return text if len(text) <= 200 else text[:199] + "…"
