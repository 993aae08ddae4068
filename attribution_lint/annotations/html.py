"""Diagnostics as `<mark>` elements around their exact words.

Only words are wrapped, never markup, so the elements of the page stay as they are nested; a diagnostic that
reaches over markup gets several marks of one `data-diagnostic` number.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from attribution_lint.annotations import remark
from attribution_lint.draft import Draft, decode
from attribution_lint.fixes import encoded_like
from attribution_lint.formats.html import read
from attribution_lint.formats.prose import Prose
from attribution_lint.model import Diagnostic, Span

_Marked = tuple[Span, list[tuple[int, Diagnostic]]]


def write(data: bytes, path: str, diagnostics: Sequence[Diagnostic]) -> bytes:
    """Return the page with its diagnostics marked, encoded as it was. Raises DraftError if it cannot be read."""
    draft = decode(data, path)
    found = sorted(enumerate(diagnostics, start=1), key=lambda item: item[1].span)
    parts: list[str] = []
    done = 0
    for span, numbered in _marked(draft, read(draft), found):
        parts += (draft.text[done : span.start], _opening(numbered), draft.text[span.start : span.end], "</mark>")
        done = span.end
    return encoded_like("".join([*parts, draft.text[done:]]), data)


def _marked(draft: Draft, prose: Prose, found: Sequence[tuple[int, Diagnostic]]) -> Iterator[_Marked]:
    """Yield each stretch of words with the diagnostics that hold for all of it, in order; neighbours joined."""
    last: _Marked | None = None
    for span, here in _cut(draft, prose, found):
        if last and last[1] == here and last[0].end == span.start:
            last = Span(last[0].start, span.end), here
            continue
        if last:
            yield last
        last = span, here
    if last:
        yield last


def _cut(draft: Draft, prose: Prose, found: Sequence[tuple[int, Diagnostic]]) -> Iterator[_Marked]:
    waiting = deque(found)
    active: list[tuple[int, Diagnostic]] = []
    for piece in prose.offsets.pieces:
        words = Span(piece.source, piece.source + piece.source_length)
        verbatim = piece.length == piece.source_length
        if not verbatim and draft.text.startswith("<", words.start):
            continue  # a line break or a code span: markup
        while waiting and waiting[0][1].span.start < words.end:
            active.append(waiting.popleft())
        active = [item for item in active if item[1].span.end > words.start]
        cuts = {words.start, words.end}
        if verbatim:
            cuts.update(edge for _, each in active for edge in (each.span.start, each.span.end))
        for start, end in pairwise(sorted(cut for cut in cuts if words.start <= cut <= words.end)):
            here = [item for item in active if item[1].span.overlaps(Span(start, end))]
            if here and draft.text[start:end].strip():
                yield Span(start, end), here


def _opening(found: list[tuple[int, Diagnostic]]) -> str:
    worst = max(each.severity for _, each in found).label
    numbers = " ".join(str(number) for number, _ in found)
    title = "\n\n".join("\n".join(remark(each)) for _, each in found)
    return f'<mark class="{worst}" data-diagnostic="{numbers}" title="{escape(title)}">'
