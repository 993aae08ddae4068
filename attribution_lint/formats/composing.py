"""Words with their accents in one code point each, whatever form the draft has them in.

macOS and some programs take an é apart into an e and its accent (Unicode Standard Annex 15, form NFD). Lexicons and
patterns know the composed form (NFC), so the prose has that; the map leads to what stands in the source.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace

import regex

from attribution_lint.formats.prose import Block, Link, OffsetMap, Piece, Prose
from attribution_lint.model import Span

# Conjoining letters of Korean are parts of a syllable as an accent is one of a letter.
_TAKEN_APART = regex.compile(r"[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|[^\p{M}]\p{M}++")


def composed(prose: Prose) -> Prose:
    """Return the prose with each letter and its accents composed, where they stand beside each other in the source."""
    if prose.text.isascii() or unicodedata.is_normalized("NFC", prose.text):
        return prose
    parts: list[str] = []
    pieces: list[Piece] = []
    starts, removed = [0], [0]  # from each of these offsets on so many code points fewer stand before
    at = 0
    for piece in prose.offsets.pieces:
        parts.append(prose.text[at : piece.prose])
        at = piece.prose + piece.length
        for part, text in _parts_of(piece, prose.text):
            parts.append(text)
            pieces.append(Piece(part.prose - removed[-1], len(text), part.source, part.source_length))
            if len(text) < part.length:
                starts.append(part.prose + part.length)
                removed.append(removed[-1] + part.length - len(text))
    parts.append(prose.text[at:])

    def moved(offset: int) -> int:
        return offset - removed[bisect_right(starts, offset) - 1]

    blocks = tuple(_moved(block, moved) for block in prose.blocks)
    return replace(prose, text="".join(parts), blocks=blocks, offsets=OffsetMap(pieces))


def _parts_of(piece: Piece, text: str) -> Iterator[tuple[Piece, str]]:
    """Yield the piece in parts, each with its new text: letters that are composed, and what lies between."""
    at, end = piece.prose, piece.prose + piece.length
    if piece.length == piece.source_length:
        for match in _TAKEN_APART.finditer(text, at, end):
            whole = unicodedata.normalize("NFC", match[0])
            if len(whole) < len(match[0]):
                if at < match.start():
                    yield _cut(piece, at, match.start()), text[at : match.start()]
                at = match.end()
                yield _cut(piece, match.start(), at), whole
    if at < end:
        yield (_cut(piece, at, end) if at > piece.prose else piece), text[at:end]


def _cut(piece: Piece, start: int, end: int) -> Piece:
    return Piece(start, end - start, piece.source + start - piece.prose, end - start)


def _moved(block: Block, moved: Callable[[int], int]) -> Block:
    def span_of(span: Span) -> Span:
        return Span(moved(span.start), moved(span.end))

    links = tuple(Link(span_of(link.span), link.target) for link in block.links)
    return replace(block, span=span_of(block.span), links=links)
