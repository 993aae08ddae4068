"""Plain text: paragraphs set apart by blank lines, or one to a line, or hard-wrapped."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from attribution_lint.draft import Draft
from attribution_lint.formats.prose import Block, OffsetMap, Prose, lines, trimmed
from attribution_lint.model import Span

_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40


def read(draft: Draft) -> Prose:
    """Return the prose of a plain-text draft: its own text, cut into blocks."""
    blocks = tuple(Block(span, span) for span in paragraphs(draft.text))
    return Prose(draft.text, blocks, OffsetMap.identity(len(draft.text)))


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of a plain text, in order.

    A line that ends although the next word would still have fitted ends its paragraph; a line that ends only
    because the next word would not have fitted is wrapped, and its paragraph goes on.
    """
    found: list[Span] = []
    for chunk in _chunks(text):
        width = max(line.end - line.start for line in chunk)
        wraps = len(chunk) > 1 and _NARROWEST_WRAP <= width <= _WIDEST_WRAP
        start = chunk[0].start
        for line, following in itertools.pairwise(chunk):
            if not (wraps and _is_wrapped(text, line, following, width)):
                found.append(trimmed(text, start, line.end))
                start = following.start
        found.append(trimmed(text, start, chunk[-1].end))
    return found


def _chunks(text: str) -> Iterator[list[Span]]:
    chunk: list[Span] = []
    for line in lines(text):
        if text[line.start : line.end].strip():
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _is_wrapped(text: str, line: Span, following: Span, width: int) -> bool:
    if text[following.start].isspace() and not text[line.start].isspace():
        return False
    first_word = text[following.start : following.end].split(maxsplit=1)[0]
    return (line.end - line.start) + 1 + len(first_word) > width
