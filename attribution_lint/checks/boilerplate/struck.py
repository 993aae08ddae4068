"""Words struck through in Markdown that are meant to be seen so: a joke of one who says "I", or a story of them."""

from __future__ import annotations

import re

from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.patterns import screened

_SIGN = "~~"
_CROSSED = screened(
    r"\b(?:cross|scor|scratch|strik|struck|rubb)(?:ed|es|e|ing)?(?:[ -][\w’']++){0,4}?[ -](?:out|off|through)\b"
    r"|\bcrossings[ -]out\b|\bpaint(?:ed|ing) over\b|\bdeletions?\b",
    re.IGNORECASE,
)
_I = re.compile(r"\b(?:I|[Mm]y|[Mm]e)\b")
_FEWEST = 3  # places where the writer speaks of themself


def is_meant(analysis: Analysis, span: Span) -> bool:
    """Whether the struck words at `span` are for the reader rather than left by an edit."""
    if not analysis.text.startswith(_SIGN, span.start):
        return False
    if _CROSSED.search(analysis.text):
        return True
    own = (match for match in _I.finditer(analysis.text) if analysis.quotation_at(match.start()) is None)
    return sum(1 for _ in own) >= _FEWEST
