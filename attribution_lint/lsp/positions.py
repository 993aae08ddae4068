"""Between code-point offsets and the positions of a client: lines from 0, characters in UTF-8, -16 or -32 units.

LSP 3.17, “Position”: a character beyond its line is the end of the line, a line beyond the draft the draft's end.
"""

from __future__ import annotations

from lsprotocol import types

from attribution_lint.draft import Draft
from attribution_lint.model import Span
from attribution_lint.units import units_of


def offset_at(position: types.Position, draft: Draft, encoding: str) -> int:
    """Return the code-point offset of a client's position; one inside a character is where the character starts."""
    if position.line >= len(draft.line_starts):
        return len(draft.text)
    start, line = draft.line_starts[position.line], draft.line(position.line + 1)
    units = units_of(draft.text, encoding)
    return min(units.offset_of(units.before(start) + position.character), start + len(line))


def span_at(range_: types.Range, draft: Draft, encoding: str) -> Span:
    """Return the source span of a client's range; one that ends before it starts is empty."""
    start = offset_at(range_.start, draft, encoding)
    return Span(start, max(start, offset_at(range_.end, draft, encoding)))


def position_of(offset: int, draft: Draft, encoding: str) -> types.Position:
    """Return the client's position of a code-point offset."""
    place, units = draft.position(offset), units_of(draft.text, encoding)
    start = draft.line_starts[place.line - 1]
    return types.Position(place.line - 1, units.before(offset) - units.before(start))


def range_of(span: Span, draft: Draft, encoding: str) -> types.Range:
    """Return the client's range of a source span."""
    return types.Range(position_of(span.start, draft, encoding), position_of(span.end, draft, encoding))
