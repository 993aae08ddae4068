"""Bytes as decisions: what a target is given is made from them, so that almost every execution gets past the gate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Choices:
    """Decisions taken from bytes, first to last; when they have run out, each is the first there is."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def __bool__(self) -> bool:
        """Whether bytes are left."""
        return self._at < len(self._data)

    def below(self, number: int) -> int:
        """Return a whole number from 0 up to and without `number`, which is 256 at most."""
        if not self:
            return 0
        self._at += 1
        return self._data[self._at - 1] % number

    def one_of(self, values: Sequence[T]) -> T:
        """Return one of the values."""
        return values[self.below(len(values))]

    def rest(self) -> bytes:
        """Return what is left, as it is."""
        left, self._at = self._data[self._at :], len(self._data)
        return left

    def text(self) -> str:
        """Return what is left as text; what is no UTF-8 becomes a replacement character."""
        return self.rest().decode(errors="replace")
