"""Which lines of a plain text are one paragraph.

A line that ends although the next word would still have fitted was ended on purpose; one that ends only because
the next word would not have fitted was wrapped, and its paragraph goes on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from attribution_lint.model import Span

_WIDEST = 120
_NARROWEST = 40
_NARROW_COLUMN = 25
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words. `start` is where it begins, marks included; `indent` and `width` count from the end of
    the marks of quoting, `depth` counts those; `item` says that a bullet stood before the words."""

    words: Span
    start: int
    indent: int
    width: int
    item: bool
    depth: int


def joined(text: str, chunk: list[Line]) -> list[bool]:
    """Return for each line of a run without blank lines whether its paragraph goes on with the next line."""
    pairs = list(pairwise(chunk))
    if not pairs:
        return [False]
    width = max((line.width for line in chunk if " " in text[line.words.start : line.words.end]), default=0)
    full = [line.width + 1 + _first_word(text, following) > width for line, following in pairs]
    share = sum(full) / len(full)
    if width > _WIDEST or width < _NARROW_COLUMN:
        return [False] * len(chunk)
    if width < _NARROWEST and not (share >= 0.7 and len(full) >= 4):
        return [False] * len(chunk)
    ended = sum(_is_ended(text, line) for line, _ in pairs) / len(pairs)
    wrapped = sum(full) >= 2 and share >= 0.5 and ended <= 0.5
    base = min(line.indent for line in chunk)
    goes_on: list[bool] = []
    in_item = False
    for (line, following), is_full in zip(pairs, full, strict=True):
        in_item = line.item or (in_item and bool(goes_on) and goes_on[-1])
        goes_on.append(_goes_on(text, line, following, is_full, wrapped, base, in_item, width))
    return [*goes_on, False]


def _goes_on(
    text: str, line: Line, following: Line, full: bool, wrapped: bool, base: int, in_item: bool, width: int
) -> bool:
    ended = _is_ended(text, line)
    if following.item and (in_item or not full or ended):
        return False
    if following.indent > base and not in_item:
        return False
    lower = text[following.words.start].islower()
    if full:
        return wrapped or not ended or lower
    return not ended and lower and line.width * 2 >= width


def _is_ended(text: str, line: Line) -> bool:
    return _SENTENCE_END.search(text, max(line.words.start, line.words.end - 4), line.words.end) is not None


def _first_word(text: str, line: Line) -> int:
    return len(text[line.words.start : line.words.end].split(maxsplit=1)[0])
