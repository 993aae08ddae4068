"""A draft inside a draft: the prose of a value that stands, encoded, in a larger text."""

from __future__ import annotations

from collections.abc import Iterable

from attribution_lint.formats.prose import Block, Link, OffsetMap, Piece, Prose
from attribution_lint.model import Span

_APART = "\n\n"


def moved(prose: Prose, outer: OffsetMap) -> Prose:
    """Return the prose of a value with its places in the text around it, of which `outer` is the map."""
    pieces = [part for piece in prose.offsets.pieces for part in _moved_piece(piece, outer)]
    blocks = tuple(
        Block(block.span, outer.source_span(block.source), block.kind, block.level, block.links)
        for block in prose.blocks
    )
    comments = tuple((outer.source_span(span), words) for span, words in prose.comments)
    return Prose(prose.text, blocks, OffsetMap(pieces), comments, prose.meta)


def together(proses: Iterable[Prose]) -> Prose:
    """Return one prose of several, in the order in which they are given."""
    texts: list[str] = []
    pieces: list[Piece] = []
    blocks: list[Block] = []
    comments: list[tuple[Span, str]] = []
    length = 0
    for prose in proses:
        pieces += (piece._replace(prose=piece.prose + length) for piece in prose.offsets.pieces)
        blocks += (_shifted(block, length) for block in prose.blocks)
        comments += prose.comments
        texts += (prose.text, _APART)
        length += len(prose.text) + len(_APART)
    return Prose("".join(texts), tuple(blocks), OffsetMap(pieces), tuple(comments))


def _moved_piece(piece: Piece, outer: OffsetMap) -> Iterable[Piece]:
    if piece.length != piece.source_length:
        span = outer.source_span(Span(piece.source, piece.source + piece.source_length))
        yield Piece(piece.prose, piece.length, span.start, span.end - span.start)
        return
    for part in outer.pieces_in(Span(piece.source, piece.source + piece.length)):
        yield part._replace(prose=piece.prose + part.prose - piece.source)


def _shifted(block: Block, by: int) -> Block:
    links = tuple(Link(Span(k.span.start + by, k.span.end + by), k.target) for k in block.links)
    return Block(Span(block.span.start + by, block.span.end + by), block.source, block.kind, block.level, links)
