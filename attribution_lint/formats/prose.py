"""Prose: the words of a draft without its markup, in blocks, with the way back to the source.

The analysis reads `Prose.text` only. Every code point of it came from a known place of the source, or is
white space set between blocks; `OffsetMap` keeps which. Nothing is ever searched for again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from attribution_lint.model import Span

# A footnote sign looks back over no more parts of its block than this, so that many signs cost no more than one each.
_NOTE_REACH = 16
_LINE_END = re.compile(r"\r\n|\n|\r")

BlockKind = Literal["paragraph", "heading", "item", "quote", "cell", "caption", "code"]


class Piece(NamedTuple):
    """A run of prose and the source it came from.

    Where both lengths are equal the text is verbatim, code point by code point; where they differ (an entity,
    an escape) the piece stands for its source as a whole.
    """

    prose: int
    length: int
    source: int
    source_length: int


class OffsetMap:
    """The way from prose offsets to source offsets."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = [piece for piece in pieces if piece.length]
        self._starts = [piece.prose for piece in self.pieces]

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of a prose text that is its source."""
        return cls([Piece(0, length, 0, length)])

    def source_start(self, offset: int) -> int:
        """The source offset at which the prose code point `offset` begins."""
        piece = self._piece(offset)
        if piece is None:
            return 0
        inside = min(max(offset - piece.prose, 0), piece.length)
        if piece.length == piece.source_length:
            return piece.source + inside
        return piece.source + (piece.source_length if inside == piece.length else 0)

    def source_end(self, offset: int) -> int:
        """The source offset just past the prose code point before `offset`."""
        if offset <= 0:
            return self.source_start(0)
        piece = self._piece(offset - 1)
        if piece is None:
            return 0
        inside = min(offset - piece.prose, piece.length)
        if piece.length == piece.source_length:
            return piece.source + inside
        return piece.source + piece.source_length

    def source_span(self, span: Span) -> Span:
        """The source of a prose span, markup between its words included."""
        if span.start == span.end:
            at = self.source_start(span.start)
            return Span(at, at)
        piece = self._piece(span.start)
        if (
            piece is not None
            and piece.length == piece.source_length
            and piece.prose <= span.start
            and span.end <= piece.prose + piece.length
        ):
            return span.moved(piece.source - piece.prose)
        return Span(self.source_start(span.start), self.source_end(span.end))

    def pieces_in(self, span: Span) -> Iterator[Piece]:
        """Yield the pieces of a prose span, those at its ends cut to it; one that is not verbatim stays whole."""
        for number in range(max(bisect_right(self._starts, span.start) - 1, 0), len(self.pieces)):
            piece = self.pieces[number]
            if piece.prose >= span.end:
                break
            start, end = max(piece.prose, span.start), min(piece.prose + piece.length, span.end)
            if piece.length != piece.source_length:
                yield piece
            elif start < end:
                yield Piece(start, end - start, piece.source + start - piece.prose, end - start)

    def prose_span(self, span: Span) -> Span | None:
        """The prose of a source span, from its first word to its last; None if it holds markup only."""
        pieces = self._by_source
        first = bisect_right(pieces, span.start, key=lambda piece: piece.source + piece.source_length)
        last = bisect_left(pieces, max(span.end, span.start + 1), key=lambda piece: piece.source)
        if first >= last:
            return None
        one, other = pieces[first], pieces[last - 1]
        start, end = one.prose, other.prose + other.length
        if one.length == one.source_length:
            start += max(span.start - one.source, 0)
        if other.length == other.source_length:
            end -= max(other.source + other.source_length - max(span.end, span.start), 0)
        return Span(start, end) if start <= end else None

    @cached_property
    def _by_source(self) -> list[Piece]:
        """The pieces in order of source; a footnote may be read elsewhere than it stands."""
        return sorted(self.pieces, key=lambda piece: piece.source)

    def _piece(self, offset: int) -> Piece | None:
        if not self.pieces:
            return None
        return self.pieces[max(bisect_right(self._starts, offset) - 1, 0)]


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a footnote reference: the prose it covers and what it points to."""

    span: Span
    target: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or whatever stands apart like one.

    `span` counts in the prose. `source` is everything of the block in the source, its markup included and the
    line end after it not. `level` is 1 for a title and 2 and up for lesser headings, 0 for all else.
    """

    span: Span
    source: Span
    kind: BlockKind = "paragraph"
    level: int = 0
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Prose:
    """What a format reader makes of a draft. `comments` are (source span, text) of what the markup hides;
    `written` gives new words the form that they must have in the source.
    """

    text: str
    blocks: tuple[Block, ...]
    offsets: OffsetMap
    comments: tuple[tuple[Span, str], ...] = ()
    meta: dict[str, str] = field(default_factory=dict)
    written: Callable[[str], str] = str


class ProseBuilder:
    """Collects blocks in reading order and keeps the map while doing so."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._links: list[Link] = []
        self._start = 0
        self._first_part = 0

    @property
    def length(self) -> int:
        """The code points collected so far."""
        return self._length

    def verbatim(self, text: str, source: int) -> None:
        """Add text that stands in the source at `source` just so."""
        last = self._pieces[-1] if self._pieces else None
        if (
            last
            and last.length == last.source_length
            and last.prose + last.length == self._length
            and last.source + last.length == source
        ):
            length = last.length + len(text)
            self._pieces[-1] = Piece(last.prose, length, last.source, length)
        else:
            self._pieces.append(Piece(self._length, len(text), source, len(text)))
        self._add(text)

    def line(self, text: str, source: int) -> None:
        """Add a paragraph that is one line of plain words, without white space at its ends, where no block is begun."""
        length, start = len(text), self._length
        self._pieces.append(Piece(start, length, source, length))
        self._blocks.append(Block(Span(start, start + length), Span(source, source + length)))
        self._parts += text, "\n\n"
        self._start = self._length = start + length + 2
        self._first_part = len(self._parts)

    def replaced(self, text: str, source: int, source_length: int) -> None:
        """Add text that stands for `source_length` code points of the source."""
        self._pieces.append(Piece(self._length, len(text), source, source_length))
        self._add(text)

    def link(self, start: int, target: str) -> None:
        """Remember that the prose since `start` is a link to `target`."""
        if self._length > start:
            self._links.append(Link(Span(start, self._length), target))

    def note(self, target: str) -> None:
        """Remember that a footnote sign to `target` stands here: it belongs to the word before it."""
        word = _last_word("".join(self._parts[self._first_part :][-_NOTE_REACH:]))
        if word.end > word.start:
            self._links.append(Link(Span(self._length - word.end, self._length - word.start), target))

    def close_block(self, source: Span, kind: BlockKind = "paragraph", level: int = 0) -> None:
        """End the block that is being collected; nothing happens if it holds no words."""
        text = "".join(self._parts[self._first_part :])
        words = text.strip()
        if words:
            start = self._start + len(text) - len(text.lstrip())
            span = Span(start, start + len(words))
            links = tuple(
                Link(Span(max(link.span.start, span.start), min(link.span.end, span.end)), link.target)
                for link in self._links
                if link.span.overlaps(span)
            )
            self._blocks.append(Block(span, source, kind, level, links))
            self._add("\n\n")
        self._links = []
        self._start = self._length
        self._first_part = len(self._parts)

    def build(self, comments: tuple[tuple[Span, str], ...] = (), meta: dict[str, str] | None = None) -> Prose:
        """Return what was collected."""
        return Prose("".join(self._parts), tuple(self._blocks), OffsetMap(self._pieces), comments, meta or {})

    def _add(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)


def _last_word(text: str) -> Span:
    """Where the last word of `text` stands, counted back from its end: (end of word, start of word)."""
    kept = text.rstrip()
    blank = len(text) - len(kept)
    return Span(blank, blank + (len(kept.split()[-1]) if kept else 0))


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    r"""Yield the lines of `text[start:end]` without their ends (\n, \r\n, \r)."""
    stop = len(text) if end is None else end
    at = start
    for match in _LINE_END.finditer(text, start, stop):
        yield Span(at, match.start())
        at = match.end()
    if at < stop:
        yield Span(at, stop)
