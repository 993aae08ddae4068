"""What is found: a stretch of residue."""

from __future__ import annotations

from msgspec import Struct

from attribution_lint.model import Span


class Residue(Struct, frozen=True):
    """A stretch of residue: its family, its place, and the blocks (first, past the last) it fills, if it does.

    `proper` says that it stands where such a line belongs, at the top or the tail of the story; `certain` that one
    sentence of it would have been residue anywhere, and `guessed` that nothing but the register of a line convicts it.
    """

    family: str
    span: Span
    blocks: tuple[int, int] | None = None
    proper: bool = False
    certain: bool = True
    guessed: bool = False
