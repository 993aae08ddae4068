"""Strings that a match of a pattern must hold: one of some, and one of others; and which of two sets tells more.

A set tells more than another if fewer paragraphs of news hold one of its strings.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from attribution_lint.strings import share_of

_MOST = 80  # strings: looking for more takes as long as the pattern
_MORE = 0.4  # what each further character of a string leaves of the share of paragraphs that have it
_ENOUGH = 0.06  # the share of a string than which none need be found that tells more: "said "
_TOO_COMMON = 0.8  # the share of which to ask for more is not worth the look
_LONG_TEXT = 4096  # characters of one that is not kept
_ODD = "İı"  # to a pattern that heeds no case they are an i, but not when text is folded
MOST_BEHIND = 16
"""How many characters before a match may belong to what it must hold: those at which the pattern looks back."""


class Necessary(Struct, frozen=True, array_like=True, omit_defaults=True):
    """Strings of which a text holds one if the pattern matches in it; `folded` if case counts for nothing.

    A match holds one of those that `also` has, too.
    """

    strings: tuple[str, ...]
    folded: bool
    also: Necessary | None = None

    @property
    def tells_most(self) -> bool:
        """Whether it needs no more to be said."""
        return len(self.strings) == 1 and _share_of(self.strings[0]) < _ENOUGH

    @property
    def tells(self) -> bool:
        """Whether there are texts that hold none."""
        return "" not in self.strings

    def may_match(self, text: str) -> bool:
        """Whether `text` holds one, and one of the others."""
        within = fold(text) if self.folded else text
        if not any([string in within for string in self.strings]):  # noqa: C419 - a list is made sooner
            return False
        return self.also is None or self.also.may_match(text)


def around(text: str, start: int, end: int | None) -> str:
    """Return where the strings may stand that a match between two offsets must hold."""
    return text[max(0, start - MOST_BEHIND) : end]


ANYTHING = Necessary(("",), False)
"""What a pattern needs of which nothing is known."""


def fold(text: str) -> str:
    """Return a text as strings without case are looked for in it."""
    return _kept_folded(text) if len(text) < _LONG_TEXT else _folded(text)


def _folded(text: str) -> str:
    for odd in _ODD:
        if odd in text:
            text = text.replace(odd, "i")
    return text.casefold()


_kept_folded = lru_cache(maxsize=512)(_folded)  # many look at a paragraph one after the other


def joined(found: Iterable[Necessary]) -> Necessary | None:
    """Return the two that tell most of what a match holds together: those of which fewest paragraphs hold a string."""
    each = {part.strings: part for one in found for part in (one, one.also) if part}
    first, second, *_ = [*sorted(each.values(), key=_share), None, None]
    if first is None:
        return None
    if second and (first.tells_most or _share(second) > _TOO_COMMON):
        second = None
    return Necessary(first.strings, first.folded, second and Necessary(second.strings, second.folded))


def _share(found: Necessary) -> float:
    """About what share of the paragraphs of news hold one of the strings."""
    return sum(map(_share_of, found.strings))


def _share_of(string: str) -> float:
    """About what share of paragraphs hold a string: that of its rarest character, and less with each one more."""
    rare = [share_of(character) for character in string if not character.isspace()]
    return min(rare) * _MORE ** (len(rare) - 1) if rare else 1.0


def either(found: Iterable[Necessary | None]) -> Necessary | None:
    """Return what one of the alternatives needs: nothing if one of them needs nothing."""
    each = list(found)
    known = [one for one in each if one]
    if len(known) < len(each):
        return None
    if len(known) == 1:
        return known[0]
    folded = any(one.folded for one in known)
    strings = {fold(string) if folded else string for one in known for string in one.strings}
    if len(strings) > _MOST:
        return None
    least: list[str] = []
    for string in sorted(strings, key=_length):
        if not any([other in string for other in least]):  # noqa: C419 - a list is made sooner
            least.append(string)
    return Necessary(tuple(least), folded)


def _length(string: str) -> tuple[int, str]:
    return len(string), string
