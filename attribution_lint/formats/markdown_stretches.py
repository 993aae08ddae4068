"""Stretches of a Markdown draft: lines that can be nothing but a paragraph of plain words, and what lies between them.

Most paragraphs of a story are such a line between two empty ones, and need no parser. What stands between them is
parsed by itself; a draft in which markup may reach over an empty line, or over a paragraph, is one stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from attribution_lint.draft import Draft
from attribution_lint.kept import kept_by_text

# A word at the margin opens no list, no quote and no heading; inline markup begins with one of the signs left out.
_PLAIN = re.compile(r"[“\"‘(]?[^\W\d_][^\\`*_&<\[\]!\0\r\n\t]*(?<!\s)")
# Fenced code and HTML go on over empty lines (CommonMark 0.31, 4.5 and 4.6), at the margin or in a container.
_FAR_REACHING = re.compile(r"^[ \t>*+\d.)-]*(?:<|```|~~~)", re.MULTILINE)


class Stretch(NamedTuple):
    """The 0-based lines `first` up to and without `last`; a plain one is a single line."""

    first: int
    last: int
    plain: bool


def stretches(draft: Draft) -> Iterator[Stretch]:
    """Yield the stretches of a draft in order; empty lines at the ends of one may be left out."""
    text = draft.text
    # Front matter may hold empty lines; what “[…]:” defines counts in all paragraphs.
    if text.startswith("---") or "]:" in text or "\r" in text or _FAR_REACHING.search(text):
        yield Stretch(0, len(draft.line_starts), False)
        return
    lines = text.split("\n")
    first, last = 0, len(lines)
    for number, line in enumerate(lines):
        if (
            not line
            or (number and lines[number - 1])
            or (number + 1 < last and lines[number + 1])
            or not _is_plain(line)
        ):
            continue
        if any(lines[first:number]):
            yield Stretch(first, number, False)
        yield Stretch(number, number + 1, True)
        first = number + 1
    if any(lines[first:]):
        yield Stretch(first, last, False)


@kept_by_text
def _is_plain(line: str) -> bool:
    return _PLAIN.fullmatch(line) is not None
