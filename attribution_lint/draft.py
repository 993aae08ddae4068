r"""A draft as it was read: the decoded text, how it was encoded, and an index of its lines.

Lines end at \n, \r\n or \r and nowhere else, as the Language Server Protocol counts them (3.17, "Position").
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import BinaryIO

from attribution_lint.errors import DraftError
from attribution_lint.model import Position
from attribution_lint.reading import all_of, bytes_of

_LINE_END = re.compile(r"\r\n|\n|\r")
_LOOKED_AT = 8192
MOST_BYTES = 256 * 1024 * 1024
"""What is larger is refused unread, whatever its format; most formats have narrower bounds."""
_SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "a Word document of the old kind or an encrypted one"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True)
class Draft:
    """The source text of one draft, without a byte order mark, line ends as they were.

    `extracted` says that the text was taken out of a document, such as one of Word, and cannot be written back.
    """

    path: str
    text: str
    encoding: str = "utf-8"
    extracted: bool = False

    @cached_property
    def line_starts(self) -> list[int]:
        """The code-point offset at which each line starts; the first is 0."""
        text = self.text
        if "\r" in text:
            return [0, *(match.end() for match in _LINE_END.finditer(text))]
        return [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]

    def position(self, offset: int) -> Position:
        """Return the place of the code point `offset`; `len(text)` is the end of the draft."""
        line = bisect_right(self.line_starts, offset)
        return Position(offset, line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return the text of the 1-based line `number` without its line end."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


def decode(data: bytes, path: str) -> Draft:
    """Decode a text draft: UTF-8 with or without a mark, UTF-16 by its mark.

    Raises DraftError for a binary file, and for one in another encoding, naming the first byte that fails.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    if encoding == "utf-32":
        raise DraftError(path, "is UTF-32, which is not read", "save it as UTF-8")
    kind = next((name for sign, name in _SIGNATURES if data.startswith(sign)), None)
    if kind:
        raise DraftError(path, f"is {kind}, not a text", "give a text, Markdown, HTML or Word draft")
    if encoding != "utf-16" and b"\0" in data[:_LOOKED_AT]:
        raise _binary(data, path)
    try:
        return Draft(path, data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise DraftError(
            path,
            f"is not {'UTF-16' if encoding == 'utf-16' else 'UTF-8'}: byte {error.start} cannot be decoded",
            "save it as UTF-8",
        ) from None


def _binary(data: bytes, path: str) -> DraftError:
    head = data[:_LOOKED_AT]
    nuls = head.count(b"\0")
    if nuls * 3 > len(head) and max(head[::2].count(0), head[1::2].count(0)) >= nuls * 0.9:
        return DraftError(path, "is UTF-16 without a byte order mark", "save it as UTF-8")
    return DraftError(path, "is a binary file (it holds NUL bytes)", "give a text, Markdown, HTML or Word draft")


def read_bytes(path: str) -> bytes:
    """Return the content of the file. Raises DraftError where the system will not give it, and for what has no end."""
    return bytes_of(path, MOST_BYTES, DraftError, "check the path and its permissions")


def read_stream(stream: BinaryIO, name: str) -> bytes:
    """Return all that the stream has to give. Raises DraftError if that is more than any draft has."""
    return all_of(stream, MOST_BYTES, name, DraftError, "give a draft")
