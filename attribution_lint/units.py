"""A text counted in the code units of an encoding, for outputs and clients that do not count code points.

The count is taken once, in steps: a draft may be one long line with thousands of places in it.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

_STEP = 1024  # code points
_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class Units:
    """The units of `encoding` (`utf-8`, `utf-16`, `utf-32`) that a text takes up to a place in it."""

    def __init__(self, text: str, encoding: str) -> None:
        self._text = text
        self._codec, self._width = _CODECS[encoding]
        self._are_code_points = encoding == "utf-32" or text.isascii() or self._taken(text) == len(text)
        self._before_steps = [0]
        if not self._are_code_points:
            for start in range(0, len(text), _STEP):
                self._before_steps.append(self._before_steps[-1] + self._taken(text[start : start + _STEP]))

    def before(self, offset: int) -> int:
        """Return how many units stand before the code point `offset`."""
        if self._are_code_points:
            return offset
        step = offset // _STEP
        return self._before_steps[step] + self._taken(self._text[step * _STEP : offset])

    def offset_of(self, units: int) -> int:
        """Return the code point before which so many units stand, or in which they end; at most the text's length."""
        if self._are_code_points:
            return min(units, len(self._text))
        step = bisect_right(self._before_steps, units) - 1
        offset, taken = step * _STEP, self._before_steps[step]
        for char in self._text[offset : offset + _STEP]:
            taken += self._taken(char)
            if taken > units:
                break
            offset += 1
        return min(offset, len(self._text))

    def _taken(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._width


@lru_cache(maxsize=4)
def units_of(text: str, encoding: str) -> Units:
    """Return the count of a text; those of the last few texts are kept."""
    return Units(text, encoding)
