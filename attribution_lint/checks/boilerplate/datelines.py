"""A dateline that stands twice before a story: `KISUMU, Kenya (Lakepress) — KISUMU — Fishermen have agreed`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.patterns import screened

_TWICE = screened(
    r"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})\b[^\n–—~]{0,50}?(?: ?[–—~]| --|:) "
    r"(?P<again>(?:\([A-Z][^()\n]{1,40}\) )?(?P<bare>(?P=place)\b[^\n–—.]{0,50}?(?: ?[–—~]| --|:))) ?(?=[“\"‘']?[A-Z])",
    re.IGNORECASE,  # “KISUMU — Kisumu, 14 March —”
)
_DASHES = ("—", "–", "--", ": ", "~")
_NEAR_THE_TOP = 3  # blocks


def doubled_datelines(analysis: Analysis) -> Iterator[Span]:
    """Yield the one that says less of two datelines of one place that open a paragraph at the top of the story."""
    text = analysis.text
    for block in analysis.blocks[:_NEAR_THE_TOP]:
        head = text[block.span.start : min(block.span.end, block.span.start + 160)]
        if sum(map(head.count, _DASHES)) < 2 or not head[:1].isupper():
            continue
        match = _TWICE.match(text, block.span.start, block.span.end)
        if match is not None and match["place"][:1].isupper():
            again = Span(*match.span("again"))
            first = Span(block.span.start, again.start)
            before = text[first.start : first.end].rstrip()
            yield first if before.endswith("~") or len(before) < len(match["bare"]) else again
