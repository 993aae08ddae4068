"""The line under a table or a list that says where its figures come from: copy, and an attribution."""

from __future__ import annotations

import re

from attribution_lint.model import Span
from attribution_lint.packs import shipped_lexicon

_LINE = re.compile(r"(?:Sources?|Data|Figures): (?P<source>[^\n@]{3,120})")
_ADDRESS = re.compile(r"https?:|www\.")
_GOES_ON = re.compile(r"[a-z]{3}\. [A-Z]")  # with more than a source
_NEWSROOM = frozenset({"staff", "agencies", "agency", "wire", "wires", "newsroom"})


def is_source_line(text: str, span: Span) -> bool:
    """Whether the block at `span` names the source of figures; one that names a wire or an address is a credit."""
    line = _LINE.fullmatch(text, span.start, span.end)
    if line is None or _ADDRESS.search(line["source"]) or _GOES_ON.search(line["source"]):
        return False
    words = re.findall(r"[a-z]+", line["source"].lower())
    return bool(words) and _NEWSROOM.isdisjoint(words) and shipped_lexicon("labels-agency").isdisjoint(words)
