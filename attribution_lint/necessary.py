r"""What any match of a pattern must hold: strings that are found sooner than the pattern, or than it is compiled.

"\bsaid (?:it|they) (?:would|will)\b" matches no text without "said " in it. Of all the stretches of a pattern that
stand for themselves the most telling is taken; where it has alternatives, one of each (as in Cox, Regular Expression
Matching with a Trigram Index, 2012). What is not understood asks for nothing.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import blake2b
from pathlib import Path

import msgspec

from attribution_lint.needs import ANYTHING, MOST_BEHIND, Necessary, either, fold, joined

_KEPT = Path(__file__).with_name("needs.json")

_ZERO_WIDTH = "bBAZGmMK"
_CONTROL = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}
_QUANTIFIER = re.compile(r"(?:[?*+]|\{(?P<least>\d*)(?:,\d*)?\})[?+]?")
_NAMED = re.compile(r"\?P?<\w+>|\?:|\?>")
_FLAGGED = re.compile(r"\?(?P<on>[aiLmsu]*)(?:-(?P<off>[ims]+))?:")
_LOOK = re.compile(r"\?<?[=!]")
_BEHIND = re.compile(r"\?<=(?:\\b)?([^\\\[\](){}.*+?|^$]+)\)")  # a look at words that stand before
_AGAIN = re.compile(r"\?P=\w+")
_BRACED = re.compile(r"\{[^}]*\}|<[^>]*>")
_PLAIN = re.compile(r"[^\\\[\](){}.*+?|^$]+")
_SET = re.compile(r"\^?+\]?+(?:[^]\\\[]|\\.)*\]", re.DOTALL)
_GLOBAL = re.compile(r"\(\?[a-zA-Z0-9]+\)")  # flags of the whole pattern
_OTHER = re.compile(r"(?:[^\\[()|]++|\\.|\[\^?+\]?+(?:[^]\\[]|\\.)*+\])++", re.DOTALL)  # what opens and ends no group
_HEX = re.compile(r"[0-9a-fA-F]{2}")
_MOST_REPEATED = 4  # times that a repeated character is written out: more tells no more


class _NotUnderstoodError(Exception):
    """The pattern has something that is left to the real parser."""


def necessary(pattern: str, ignore_case: bool = False) -> Necessary:
    """Return what a match of the pattern must hold; one empty string if nothing is known of it.

    `pattern` is one of `re` or `regex`, without the flag VERBOSE; it need not be valid. What it holds may stand up to
    `MOST_BEHIND` characters before it.
    """
    return _kept().get(key_of(pattern, ignore_case)) or worked_out(pattern, ignore_case)


def key_of(pattern: str, ignore_case: bool) -> str:
    """Return the key under which `needs.json` holds what a pattern needs; another pattern has another."""
    return blake2b(f"{ignore_case:d}{pattern}".encode(errors="surrogatepass"), digest_size=9).hexdigest()


@cache
def _kept() -> dict[str, Necessary]:
    """Return what the shipped patterns need, which `docs/generate.py` worked out: to read it takes a tenth as long."""
    return msgspec.json.decode(_KEPT.read_bytes(), type=dict[str, Necessary]) if _KEPT.exists() else {}


def worked_out(pattern: str, ignore_case: bool) -> Necessary:
    """Return what the pattern needs, read from the pattern itself."""
    if _GLOBAL.search(pattern):
        return ANYTHING
    reader = _Reader(pattern, ignore_case)
    try:
        found = reader.alternatives()
    except (_NotUnderstoodError, RecursionError):
        return ANYTHING
    return found if found and reader.at == len(pattern) else ANYTHING


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
        return either(found)

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
        return joined([*known, self._literally(run)] if run else known)

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
            if match := _BEHIND.match(self.pattern, self.at):
                self.at = match.end()
                return "", self._literally(match[1]) if len(match[1]) <= MOST_BEHIND else None, False
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
