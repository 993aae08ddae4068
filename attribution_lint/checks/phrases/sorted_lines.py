"""Lines in order, looked up where they lie.

A list of a quarter of a million lines costs three times its text in memory and most of a tenth of a second to split.
Kept as one text with a mark at every thousandth byte it costs its text, and a line is found in a few microseconds.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

_STRIDE = 1024


class _Run(NamedTuple):
    """A stretch of lines in order: where marked ones begin, and their keys; what is last marks the end."""

    starts: list[int]
    keys: list[bytes]


class SortedLines:
    """Lines of the same number of fields, in order of their first ones; the order may begin anew a few times.

    A few lines that stand where they do not belong are found only by luck: whoever has lines in no order sorts them.
    """

    def __init__(self, data: bytes, separator: bytes, key_fields: int) -> None:
        """Take UTF-8 lines `data`, what parts their fields, and how many fields a line is looked up by."""
        self._data = b"\n" + data.strip(b"\n") + b"\n"
        self._separator = separator
        self._key_fields = key_fields
        self._runs = self._marked()

    def _marked(self) -> list[_Run]:
        starts = []
        at = self._data.find(b"\n", _STRIDE)
        while 0 <= at < len(self._data) - 1:
            starts.append(at)
            at = self._data.find(b"\n", at + _STRIDE)
        keys = [self._key(start + 1) for start in starts]
        runs = [_Run([0], [b""])]
        for start, key, following in zip(starts, keys, [*keys, b""][1:], strict=True):
            run = runs[-1]
            if key < run.keys[-1]:
                runs.append(_Run([run.starts[-1]], [b""]))
                run.starts.append(start)
            elif following and run.keys[-1] <= following < key:
                continue  # a line that stands where it does not belong
            runs[-1].starts.append(start)
            runs[-1].keys.append(key)
        runs[-1].starts.append(len(self._data))
        return runs

    def _key(self, start: int) -> bytes:
        fields = self._data[start : self._data.index(b"\n", start)].split(self._separator, self._key_fields)
        return self._separator.join(fields[: self._key_fields])

    def of(self, key: str) -> list[str]:
        """Return what stands behind the key in each line that `key`, all its fields, is the key of, in their order."""
        wanted, data = key.encode(), self._data
        prefix = b"\n%b%b" % (wanted, self._separator)
        found = []
        for starts, keys in self._runs:
            behind = bisect_left(keys, wanted, 1)
            at = data.find(prefix, starts[behind - 1], starts[behind] + len(prefix))
            while at >= 0:
                end = data.index(b"\n", at + 1)
                found.append(data[at + len(prefix) : end].decode())
                at = end if data.startswith(prefix, end) else -1
        return found
