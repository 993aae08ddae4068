"""Plain text: paragraphs set apart by blank lines, or one to a line, or hard-wrapped.

The prose is the text itself, unless it holds lines that are not the author's words: the marks of quoted e-mail
and comments to the linter are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from attribution_lint.draft import Draft
from attribution_lint.formats.headline import with_headline
from attribution_lint.formats.prose import Block, OffsetMap, Prose, ProseBuilder, lines, trimmed
from attribution_lint.formats.wrapping import Line, joined
from attribution_lint.model import Span

# Besides the line ends of an editor: vertical tab, form feed, the separators of ASCII and of Unicode (UAX 14, BK).
_INNER_END = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
_PARAGRAPH_END = "\f\x1c\x1d\u2029"
# Alone on its line, after a # or as in Markdown and HTML: whoever writes one of these knows it from there.
_COMMENT = re.compile(r"[ \t]*(?:#[ \t]*(attribution-lint:.*)|<!--[ \t]*(attribution-lint:(?:(?!--?>).)*+)-->[ \t]*)")
# "> " opens a quoted line of an e-mail (RFC 3676, 4.5); ">5 %" does not.
_QUOTED = re.compile(r"[ \t]?(?:>[ \t]?)+(?![\d=])")
_FIRST_LEVEL = re.compile(r"^[ \t]?>(?!>|[\d=])", re.MULTILINE)
_BULLET = re.compile(r"[ \t]*(?:[-*•‣◦▪●·–]|\(?\d{1,2}[.)]|\([a-z]\)|[a-z]\))[ \t]+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """The words of one block; `source` takes in the marks before them."""

    lines: tuple[Span, ...]
    source: Span
    item: bool
    quoted: bool


def read(draft: Draft) -> Prose:
    """Return the prose of a plain-text draft, cut into paragraphs, list items, quoted lines and a headline."""
    text = draft.text
    comments: list[tuple[Span, str]] = []
    found = list(_paragraphs(text, comments))
    if comments or any(paragraph.quoted for paragraph in found):
        prose = _without_marks(text, found)
    else:
        blocks = [
            Block(Span(each.lines[0].start, each.lines[-1].end), each.source, "item" if each.item else "paragraph")
            for each in found
        ]
        prose = Prose(text, tuple(blocks), OffsetMap.identity(len(text)))
    return Prose(prose.text, with_headline(prose.text, prose.blocks), prose.offsets, tuple(comments))


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of a plain text, in order: offsets into `text`, without white space at the ends."""
    return [Span(each.lines[0].start, each.lines[-1].end) for each in _paragraphs(text, [])]


def _paragraphs(text: str, comments: list[tuple[Span, str]]) -> Iterator[_Paragraph]:
    for chunk in _chunks(text, comments):
        group: list[Line] = []
        for line, goes_on in zip(chunk, joined(text, chunk), strict=True):
            group.append(line)
            if not goes_on:
                yield _paragraph(group)
                group = []


def _paragraph(group: list[Line]) -> _Paragraph:
    spans = tuple(line.words for line in group)
    source = Span(group[0].start, group[-1].words.end)
    return _Paragraph(spans, source, group[0].item, group[0].depth > 0)


def _chunks(text: str, comments: list[tuple[Span, str]]) -> Iterator[list[Line]]:
    """Yield the runs of lines that no blank line, comment or change of quoting interrupts."""
    chunk: list[Line] = []
    for span, breaks in _lines(text):
        comment = _COMMENT.fullmatch(text, span.start, span.end)
        if comment:
            comments.append((trimmed(text, span.start, span.end), (comment[1] or comment[2]).rstrip()))
        line = None if comment else _line(text, span)
        if chunk and (line is None or line.depth != chunk[-1].depth):
            yield chunk
            chunk = []
        if line is not None:
            chunk.append(line)
        if chunk and breaks:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _lines(text: str) -> Iterator[tuple[Span, bool]]:
    """Yield each line without its end, and whether that end sets paragraphs apart."""
    for line in lines(text):
        at = line.start
        for match in _INNER_END.finditer(text, line.start, line.end):
            yield Span(at, match.start()), match[0] in _PARAGRAPH_END
            at = match.end()
        yield Span(at, line.end), False


def _line(text: str, span: Span) -> Line | None:
    quoted = _QUOTED.match(text, span.start, span.end)
    if quoted and ">>" in quoted[0] and not _has_quoted_lines(text):
        quoted = None  # an arrow: nothing is quoted within a quotation that there is not
    start = quoted.end() if quoted else span.start
    bullet = _BULLET.match(text, start, span.end)
    words = trimmed(text, bullet.end() if bullet else start, span.end)
    if words.start == words.end:
        return None
    first = trimmed(text, start, span.end).start
    return Line(
        words,
        start=trimmed(text, span.start, span.end).start,
        indent=first - start,
        width=words.end - start,
        item=bullet is not None,
        depth=quoted[0].count(">") if quoted else 0,
    )


@lru_cache(maxsize=1)
def _has_quoted_lines(text: str) -> bool:
    """Asked of the same draft line by line."""
    return bool(_FIRST_LEVEL.search(text))


def _without_marks(text: str, found: list[_Paragraph]) -> Prose:
    out = ProseBuilder()
    for each in found:
        if each.quoted:
            for number, line in enumerate(each.lines):
                if number:
                    before = each.lines[number - 1].end
                    out.replaced("\n", before, line.start - before)
                out.verbatim(text[line.start : line.end], line.start)
        else:
            span = Span(each.lines[0].start, each.lines[-1].end)
            out.verbatim(text[span.start : span.end], span.start)
        out.close_block(each.source, "quote" if each.quoted else "item" if each.item else "paragraph")
    return out.build()
