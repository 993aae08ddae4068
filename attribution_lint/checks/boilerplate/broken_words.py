"""Words that a page broke: parted where a line ended, joined by a sign for that, or read wrongly by a scanner.

"govern- ment", "even¬song", "ofﬁcer", "o cial" (a ligature was lost) and "sch0ol" are mended by the dictionary: what
comes of it is a word, and what stood there was none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each
from attribution_lint.patterns import screened
from attribution_lint.strings import characters

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# One of these shows that a paragraph may have such a word: at a sign, of which most have none, or at a space.
_SIGNS = frozenset("¬-01").union(_LIGATURES)
_TELLING_SIGN = re.compile(r"[¬ﬀ-ﬆ]|-(?<=[a-z]-)[ \n]|[01](?<=[a-z][01])[a-z]")
_TELLING_SPACE = re.compile(
    r" (?:(?<=[b-hj-z] )(?<![\w’'-][b-hj-z] )[a-z]|[b-hj-z](?= )|(?<=f[il] )[a-z]"
    r"|c(?<=\bof c)(?:e|er|ers|es|ial|ials|ially)\b|(?<=\bF[il] )[a-z])"
)
_WITH_LIGATURE = screened(r"(?<![\w’'-])[\w’'-]*[ﬀ-ﬆ][\w’'-]*")
_PARTED = screened(r"(?<![\w’'-])(?P<one>[A-Za-z][a-z]+)(?P<sign>-[ \n]+|¬ ?\n?)(?P<other>[a-z]{2,})(?![\w’'-])")
_TO_BE_JOINED = frozenset({"and", "or", "to", "but", "nor", "than", "as", "by", "through", "rather", "versus"})
_SCANNED = screened(r"(?<![\w@#/.:’'-])[A-Za-z]?[a-z]+[01][a-z]+(?![\w@/:’'-]|\.\w)")
_LOST = screened(r"(?<![\w’'-])(?=(?P<one>[a-z]{1,9}) (?P<other>[a-z]{1,9})(?![\w’'-]))")
_FOUND_AGAIN = ("fi", "ffi", "fl", "ff", "ffl")
_SPLIT = screened(r"(?<![\w’'.-])(?P<one>[a-z]*f[il]|f[il]|[Ff][il]) (?P<other>[a-z]{2,})(?![\w’'-])")
_LIKE = {"0": ("o",), "1": ("l", "i")}
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_WORDS = frozenset("ai")


def broken_words(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    """Yield the broken words of a story, each with what it was."""
    for part, found in in_each(analysis, _broken_in):
        yield from ((span.moved(part.start), mended) for span, mended in found)


def _broken_in(analysis: Analysis) -> list[tuple[Span, str]]:
    text = analysis.text
    signed = not _SIGNS.isdisjoint(characters(text)) and _TELLING_SIGN.search(text)
    if not signed and not _TELLING_SPACE.search(text):
        return []
    return [*_with_ligatures(text), *_parted(text), *_scanned(text), *_without_ligatures(text)]


def _with_ligatures(text: str) -> Iterator[tuple[Span, str]]:
    for match in _WITH_LIGATURE.finditer(text):
        yield Span(*match.span()), "".join(_LIGATURES.get(letter, letter) for letter in match[0])


def _parted(text: str) -> Iterator[tuple[Span, str]]:
    for match in _PARTED.finditer(text):
        one, other = match["one"].lower(), match["other"]
        parted = other not in _TO_BE_JOINED and english.is_word(one + other) and not _are_words(one, other)
        if "¬" in match["sign"] or parted:
            yield Span(*match.span()), match["one"] + other


def _scanned(text: str) -> Iterator[tuple[Span, str]]:
    for match in _SCANNED.finditer(text):
        for letter in _LIKE["1"]:
            mended = match[0].replace("0", "o").replace("1", letter)
            if english.is_word(mended.lower()):
                yield Span(*match.span()), mended
                break


def _without_ligatures(text: str) -> Iterator[tuple[Span, str]]:
    """Words that lost "fi", "fl" or "ff", or hold a space behind it."""
    for match in _LOST.finditer(text):
        one, other = match["one"], match["other"]
        if not (_is_piece(one) or _is_piece(other) or (one == "of" and other.startswith("c"))):
            continue
        for lost in _FOUND_AGAIN:
            if english.is_word(one + lost + other) and not english.is_word(other):
                yield Span(match.start(), match.end("other")), one + lost + other
                break
    for match in _SPLIT.finditer(text):
        one, other = match["one"], match["other"]
        if english.is_word((one + other).lower()) and not english.is_word(other):
            yield Span(*match.span()), one + other


def _are_words(one: str, other: str) -> bool:
    return english.is_word(one) and english.is_word(other)


def _is_piece(word: str) -> bool:
    return len(word) == 1 and word in _LETTERS and word not in _WORDS
