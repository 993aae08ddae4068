"""Where the phrases of a lexicon occur in a text: plain string search, much faster than one big pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each

_WORD = re.compile(r"\w+")
_NO_WORD = ""  # is in every text
_PLAIN = dict.fromkeys("\n\r\t\xa0\u2009\u202f", " ") | {"’": "'"}


@lru_cache(maxsize=4)
def folded(text: str) -> str:
    """Return a text in lower case with plain spaces and apostrophes, code point by code point."""
    spaced = text
    for character, plain in _PLAIN.items():
        spaced = spaced.replace(character, plain)
    lower = spaced.lower()
    if len(lower) == len(text):
        return lower
    return "".join(each.lower() if len(each.lower()) == 1 else each for each in spaced)


def occurrences(text: str, phrases: Iterable[str], start: int = 0, end: int | None = None) -> list[Span]:
    """Return where the phrases stand as whole words between two offsets, in any case, the longest at a place."""
    plain = folded(text)
    stop = len(plain) if end is None else end
    found: dict[int, int] = {}
    telling, present = _by_word(frozenset(phrases)), _words_of(plain)
    for wanted in [wanted for word in telling.keys() & present for wanted in telling[word]]:
        at = plain.find(wanted, start, stop)
        while at >= 0:
            last = at + len(wanted)
            if _is_whole(plain, at, last):
                found[at] = max(found.get(at, 0), last)
            at = plain.find(wanted, at + 1, stop)
    return [Span(at, last) for at, last in sorted(found.items())]


def occurrences_in(analysis: Analysis, phrases: frozenset[str]) -> list[Span]:
    """Return where the phrases stand in the blocks of a story, in order."""
    return [span.moved(part.start) for part, found in in_each(analysis, _occurrences_in, phrases) for span in found]


def _occurrences_in(analysis: Analysis, phrases: frozenset[str]) -> list[Span]:
    return occurrences(analysis.text, phrases)


@lru_cache(maxsize=128)
def _by_word(phrases: frozenset[str]) -> dict[str, list[str]]:
    """Return the phrases by the longest word of each: most texts lack it, and that is soon seen."""
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        wanted = folded.__wrapped__(phrase)
        found.setdefault(max(_WORD.findall(wanted), key=len, default=_NO_WORD), []).append(wanted)
    return found


@lru_cache(maxsize=4)
def _words_of(plain: str) -> frozenset[str]:
    return frozenset((_NO_WORD, *_WORD.findall(plain)))


def _is_whole(text: str, start: int, end: int) -> bool:
    before = start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "_")
    return before and (end == len(text) or not (text[end].isalnum() or text[end] == "_"))
