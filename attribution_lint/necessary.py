r"""What any match of a pattern must hold: strings that are found sooner than the pattern, or than it is compiled.

"\bsaid (?:it|they) (?:would|will)\b" matches no text without "said " in it. Of all the stretches of a pattern that
stand for themselves the most telling is taken; where it has alternatives, one of each (as in Cox, Regular Expression
Matching with a Trigram Index, 2012). What is not understood asks for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from attribution_lint.strings import share_of

_ZERO_WIDTH = "bBAZGmMK"
_CONTROL = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}
_QUANTIFIER = re.compile(r"(?:[?*+]|\{(?P<least>\d*)(?:,\d*)?\})[?+]?")
_NAMED = re.compile(r"\?P?<\w+>|\?:|\?>")
_FLAGGED = re.compile(r"\?(?P<on>[aiLmsu]*)(?:-(?P<off>[ims]+))?:")
_LOOK = re.compile(r"\?<?[=!]")
_AGAIN = re.compile(r"\?P=\w+")
_BRACED = re.compile(r"\{[^}]*\}|<[^>]*>")
_PLAIN = re.compile(r"[^\\\[\](){}.*+?|^$]+")
_SET = re.compile(r"\^?+\]?+(?:[^]\\\[]|\\.)*\]", re.DOTALL)
_GLOBAL = re.compile(r"\(\?[a-zA-Z0-9]+\)")  # flags of the whole pattern
_OTHER = re.compile(r"(?:[^\\[()|]++|\\.|\[\^?+\]?+(?:[^]\\[]|\\.)*+\])++", re.DOTALL)  # what opens and ends no group
_HEX = re.compile(r"[0-9a-fA-F]{2}")
_MOST = 80  # strings: looking for more takes as long as the pattern
_MOST_REPEATED = 4  # times that a repeated character is written out: more tells no more
_MORE = 0.4  # what each further character of a string leaves of the share of paragraphs that have it
_ENOUGH = 0.06  # the share of a string than which none need be found that tells more: "said "
_TOO_COMMON = 0.8  # the share of which to ask for more is not worth the look
_LONG_TEXT = 4096  # characters of one that is not kept
_ODD = "İı"  # to a pattern that heeds no case they are an i, but not when text is folded


class _NotUnderstoodError(Exception):
    """The pattern has something that is left to the real parser."""


@dataclass(frozen=True, slots=True)
class Necessary:
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


def necessary(pattern: str, ignore_case: bool = False) -> Necessary:
    """Return what a match of the pattern must hold; one empty string if nothing is known of it.

    `pattern` is one of `re` or `regex`, without the flag VERBOSE; it need not be valid.
    """
    if _GLOBAL.search(pattern):
        return ANYTHING
    reader = _Reader(pattern, ignore_case)
    try:
        found = reader.alternatives()
    except (_NotUnderstoodError, RecursionError):
        return ANYTHING
    return found if found and reader.at == len(pattern) else ANYTHING


def _joined(found: Iterable[Necessary]) -> Necessary | None:
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


def _either(found: Iterable[Necessary | None]) -> Necessary | None:
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


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, pattern: str, ignore_case: bool) -> None:
        self.pattern, self.ignore_case, self.at = pattern, ignore_case, 0

    def alternatives(self) -> Necessary | None:
        """Read alternatives up to the bracket that ends them, or the end."""
        found = [self._sequence()]
        while self.pattern.startswith("|", self.at):
            self.at += 1
            found.append(self._sequence())
        return _either(found)

    def _sequence(self) -> Necessary | None:
        known: list[Necessary] = []
        run = ""
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            if plain := _PLAIN.match(self.pattern, self.at):
                self.at = plain.end() - self.pattern.startswith(("?", "*", "+", "{"), plain.end())
                run += self.pattern[plain.start() : self.at]
                if self.at == plain.end():
                    continue
            literal, found, wide = self._item()
            least, repeated = self._quantifier()
            if literal and least:
                run += literal * min(least, _MOST_REPEATED)
            if least and found:
                known.append(found)
            if (wide and not literal) or repeated or not least:
                if run:
                    known.append(self._literally(run))
                run = ""
                if known and known[-1].tells_most:
                    self._pass_over()
                    return known[-1]
        return _joined([*known, self._literally(run)] if run else known)

    def _pass_over(self) -> None:
        """Pass over the rest of an alternative."""
        depth = 0
        while self.at < len(self.pattern):
            if other := _OTHER.match(self.pattern, self.at):
                self.at = other.end()
                continue
            sign = self.pattern[self.at]
            if sign == "[" or (not depth and sign in "|)"):
                return  # a set that is not understood stops whoever reads on
            depth += (sign == "(") - (sign == ")")
            self.at += 1

    def _literally(self, run: str) -> Necessary:
        folded = self.ignore_case and run.lower() != run.upper()
        return Necessary((fold(run) if folded else run,), folded)

    def _quantifier(self) -> tuple[int, bool]:
        """Read how often the item before must stand at least, and whether that was asked."""
        match = _QUANTIFIER.match(self.pattern, self.at)
        if match is None:
            if self.pattern.startswith("{", self.at):
                raise _NotUnderstoodError
            return 1, False
        self.at = match.end()
        if (asked := match["least"]) is not None:
            return int(asked or 0), True
        return int(match[0][0] == "+"), True

    def _item(self) -> tuple[str, Necessary | None, bool]:
        """Read one item: the character that it is, what it needs, and whether it takes any room."""
        sign = self.pattern[self.at]
        self.at += 1
        if sign == "\\":
            return self._escaped()
        if sign == "[":
            return "", self._set(), True
        if sign == "(":
            return self._group()
        if sign in "^$":
            return "", None, False
        if sign in ".*+?{":
            if sign != ".":
                raise _NotUnderstoodError
            return "", None, True
        return sign, None, True

    def _escaped(self) -> tuple[str, Necessary | None, bool]:
        sign = self.pattern[self.at : self.at + 1]
        self.at += 1
        if sign in _CONTROL:
            return _CONTROL[sign], None, True
        if sign == "x" and (match := _HEX.match(self.pattern, self.at)):
            self.at = match.end()
            return chr(int(match[0], 16)), None, True
        if sign and sign in _ZERO_WIDTH:
            return "", None, False
        if sign in ("p", "P", "N", "L", "g"):
            match = _BRACED.match(self.pattern, self.at)
            if match is None:
                raise _NotUnderstoodError
            self.at = match.end()
            return "", None, True
        if sign in ("d", "D", "w", "W", "s", "S"):
            return "", None, True
        if not sign or sign.isalnum():
            raise _NotUnderstoodError
        return sign, None, True

    def _set(self) -> Necessary | None:
        """Read a set of characters; a small one is so many alternatives."""
        match = _SET.match(self.pattern, self.at)
        if match is None:
            raise _NotUnderstoodError
        self.at = match.end()
        inside = match[0][:-1]
        if inside[0] == "^" or "\\" in inside or "-" in inside[1:-1]:
            return None
        folded = self.ignore_case and inside.lower() != inside.upper()
        return Necessary(tuple(fold(each) if folded else each for each in inside), folded)

    def _group(self) -> tuple[str, Necessary | None, bool]:
        heeds = self.ignore_case
        if self.pattern.startswith("?", self.at):
            if match := _AGAIN.match(self.pattern, self.at):
                self.at = match.end() + 1
                return "", None, True
            if match := _LOOK.match(self.pattern, self.at):
                return self._look(match.end())
            if match := _FLAGGED.match(self.pattern, self.at):
                self.ignore_case = ("i" in match["on"] or heeds) and "i" not in (match["off"] or "")
            elif not (match := _NAMED.match(self.pattern, self.at)):
                raise _NotUnderstoodError
            self.at = match.end()
        found = self.alternatives()
        self.ignore_case = heeds
        if not self.pattern.startswith(")", self.at):
            raise _NotUnderstoodError
        self.at += 1
        return "", found, True

    def _look(self, at: int) -> tuple[str, Necessary | None, bool]:
        """Pass over what is only looked at."""
        self.at = at
        self._pass_over()
        while self.pattern.startswith("|", self.at):
            self.at += 1
            self._pass_over()
        if not self.pattern.startswith(")", self.at):
            raise _NotUnderstoodError
        self.at += 1
        return "", None, False
