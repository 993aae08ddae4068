"""Where the content of a Markdown block stands in the source.

markdown-it-py takes the marks of quotes and lists off each line, and white space off both ends, and joins what
is left. What is left of a line is always its tail, so the places follow from lengths alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from markdown_it.common import utils

from attribution_lint.draft import Draft
from attribution_lint.formats.prose import ProseBuilder
from attribution_lint.model import Span

_trimmed: Callable[[str], str] = getattr(utils, "mdTrim", str.strip)
"""Takes off both ends the white space that the parser takes off: its own, or Python's in versions without one."""
_MARKS = re.compile(r"(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*")


class Content:
    """The content of a block, `text`, and the source of its parts; `block` is the source of the whole block.

    `parts` are (offset in the content, offset in the source): from each on, up to the next, the content stands
    in the source as it is, but that a line end may be two code points there.
    """

    def __init__(self, draft: Draft, text: str, parts: list[tuple[int, int]], block: Span) -> None:
        self.draft = draft
        self.text = text
        self.block = block
        self._starts = [start for start, _ in parts]
        self._sources = [source for _, source in parts]

    def source(self, offset: int) -> int:
        """The source offset of the content code point `offset`."""
        part = max(bisect_right(self._starts, offset) - 1, 0)
        return self._sources[part] + offset - self._starts[part]

    def copy(self, out: ProseBuilder, offset: int, length: int) -> None:
        """Add the content from `offset` on to the prose, as it stands in the source."""
        end = min(offset + length, len(self.text))
        while offset < end:
            part = bisect_right(self._starts, offset)
            stop = min(end, self._starts[part] if part < len(self._starts) else end)
            source = self.source(offset)
            words = self.draft.text[source : source + stop - offset]
            if words.endswith("\r") and self.draft.text.startswith("\n", source + len(words)):
                out.verbatim(words[:-1], source)
                out.replaced("\n", source + len(words) - 1, 2)
            else:
                out.verbatim(words, source)
            offset = stop

    def replace(self, out: ProseBuilder, text: str, offset: int, length: int) -> None:
        """Add `text` to the prose for `length` code points of the content."""
        source = self.source(offset)
        words = self.draft.text[source : source + length]
        if text == _read(words):
            out.verbatim(words, source)
        else:
            out.replaced(text, source, self.source(offset + length - 1) + 1 - source)


def paragraph(draft: Draft, first: int, last: int, text: str) -> Content:
    """Return the content `text` of the block on the 0-based lines `first` up to and without `last`."""
    parts: list[tuple[int, int]] = []
    offset = 0
    pieces = text.split("\n")
    number = _first_line(draft, first, last, pieces)
    for left, piece in zip(range(len(pieces) - 1, -1, -1), pieces, strict=True):
        words = piece.lstrip(" \t")
        column = _column(_line(draft, number), words, last=not left)
        parts.append((offset + len(piece) - len(words), draft.line_starts[number] + max(column, 0)))
        offset += len(piece) + 1
        number += 1
    return Content(draft, text, parts, _lines(draft, first, number))


def _first_line(draft: Draft, first: int, last: int, pieces: list[str]) -> int:
    """The line that the content begins on: lines of exotic white space may have been trimmed off both its ends."""
    for number in range(first, last - len(pieces) + 1):
        at_end = _column(_line(draft, number + len(pieces) - 1), pieces[-1].lstrip(" \t"), last=True)
        if at_end >= 0 and (len(pieces) == 1 or _line(draft, number).endswith(pieces[0])):
            return number
    return first


def _column(line: str, words: str, *, last: bool) -> int:
    """Where `words`, the tail of the line, begin in it, or -1; white space has been trimmed off the last line's end.

    Which white space does not matter: the words end in none of it, so they cannot be found again further on.
    """
    column = line.rfind(words)
    after = line[column + len(words) :] if column >= 0 else line
    return column if not (after.strip() if last else after) else -1


def heading(draft: Draft, number: int, text: str) -> Content:
    """Return the content `text` of the heading with number signs on the 0-based line `number`."""
    line = _line(draft, number).rstrip(" \t")
    opened = line.rstrip("#")
    if opened != line and opened.endswith((" ", "\t")):
        line = opened
    start = draft.line_starts[number] + max(_column(line, text, last=True), 0)
    return Content(draft, text, [(0, start)], _lines(draft, number, number + 1))


def cells(draft: Draft, number: int) -> Iterator[Content]:
    r"""Yield the contents of the cells of the table row on the 0-based line `number`.

    A bar after a backslash does not end a cell and stands in it without the backslash (GFM 0.29, "Tables").
    """
    line = _line(draft, number)
    base = draft.line_starts[number]
    start = _MARKS.match(line).end()  # type: ignore[union-attr]
    row = _trimmed(line[start:])
    start = line.index(row, start)
    end = start + len(row)
    if line.startswith("|", start):
        start += 1
    parts = [(0, base + start)]
    text: list[str] = []
    length = 0
    at = start
    for at in range(start, end + 1):
        bar = at == end or line[at] == "|"
        if not bar:
            continue
        escaped = at < end and at > start and line[at - 1] == "\\"
        words = line[parts[-1][1] - base : at - 1 if escaped else at]
        text.append(words)
        length += len(words)
        if escaped:
            parts.append((length, base + at))
            continue
        if at < end or length:
            yield _cell(draft, "".join(text), parts, Span(base + start, base + at))
        start = at + 1
        parts, text, length = [(0, base + start)], [], 0


def _cell(draft: Draft, text: str, parts: list[tuple[int, int]], block: Span) -> Content:
    words = _trimmed(text)
    lead = text.index(words)
    content = Content(draft, text, parts, block)
    shifted = [(0, content.source(lead))] + [(start - lead, source) for start, source in parts if start > lead]
    return Content(draft, words, shifted, block)


def _line(draft: Draft, number: int) -> str:
    """The 0-based line as the parser has it."""
    return _read(draft.line(number + 1))


def _read(text: str) -> str:
    """What the parser reads for a text without line ends (CommonMark 0.31, "Insecure characters")."""
    return text.replace("\0", "\ufffd")


def _lines(draft: Draft, first: int, last: int) -> Span:
    return Span(draft.line_starts[first], draft.line_starts[last - 1] + len(draft.line(last)))
