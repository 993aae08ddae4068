"""What must hold of every prose that a reader makes."""

from __future__ import annotations

from attribution_lint.draft import Draft
from attribution_lint.formats.prose import Prose
from attribution_lint.model import Span


def check_prose(draft: Draft, prose: Prose) -> None:
    """Every code point of a block came from a known place; places and blocks are in order and apart."""
    at = source = 0
    covered = []
    for piece in prose.offsets.pieces:
        assert piece.prose >= at
        assert piece.source >= source
        at, source = piece.prose + piece.length, piece.source + piece.source_length
        assert at <= len(prose.text)
        assert source <= len(draft.text)
        covered.append(Span(piece.prose, at))
        if piece.length == piece.source_length:
            assert prose.text[piece.prose : at] == draft.text[piece.source : source]
    inside = [False] * len(prose.text)
    for span in covered:
        inside[span.start : span.end] = [True] * (span.end - span.start)
    at = source = 0
    for block in prose.blocks:
        assert at <= block.span.start < block.span.end
        assert source <= block.source.start < block.source.end <= len(draft.text)
        at, source = block.span.end, block.source.end
        assert all(inside[block.span.start : block.span.end])
        words = prose.text[block.span.start : block.span.end]
        assert words == words.strip()
        assert block.source.covers(prose.offsets.source_span(block.span))
        for link in block.links:
            assert block.span.covers(link.span)
    for span, _ in prose.comments:
        assert 0 <= span.start < span.end <= len(draft.text)


def shown(draft: Draft, prose: Prose) -> list[tuple[str, str, str]]:
    """Each block as (kind with level, prose, source of that prose)."""
    return [
        (
            block.kind + (str(block.level) if block.level else ""),
            prose.text[block.span.start : block.span.end],
            draft.text[slice(*_bounds(prose.offsets.source_span(block.span)))],
        )
        for block in prose.blocks
    ]


def check_words(draft: Draft, prose: Prose, words: list[str]) -> None:
    """Each of `words`, which stand in the draft once, is mapped to where it stands there, if it is prose at all."""
    for word in words:
        at = prose.text.find(word)
        if at >= 0:
            span = prose.offsets.source_span(Span(at, at + len(word)))
            assert draft.text[span.start : span.end] == word
            assert span.start == draft.text.index(word)


def _bounds(span: Span) -> tuple[int, int]:
    return span.start, span.end
