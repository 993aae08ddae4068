"""What programs leave in a text: values that stand for none ("Invalid Date", "1.2E+09"), and debris of their signs.

No writer meant either. For a value no reader can tell what belongs there; debris belongs nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attribution_lint.alternatives import Alternatives
from attribution_lint.checks.boilerplate.naming import is_named
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_lexicon

_LEXICONS = (("placeholder", "marks-defaults"), ("code", "marks-debris"))
_HAVE_WORDED, _WORDED = ("marks-defaults",), "marks-defaults-worded"


def defaults(analysis: Analysis) -> Iterator[tuple[str, Span]]:
    """Yield "placeholder" or "code" and the place of each such value or piece, but for what a story names or quotes."""
    for part, found in in_each(analysis, _left_in):
        yield from ((family, span.moved(part.start)) for family, span in found)


def _left_in(analysis: Analysis) -> list[tuple[str, Span]]:
    if analysis.blocks[0].kind == "code":
        return []
    words = analysis.words.text, analysis.words.lower
    return [
        (family, span)
        for family, name in _LEXICONS
        for span in (Span(*match.span()) for match in _patterns(name).finditer(analysis.text, words=words))
        if not is_named(analysis, span)
    ]


@cache
def _patterns(name: str) -> Alternatives:
    worded = shipped_lexicon(_WORDED) if name in _HAVE_WORDED else frozenset[str]()
    return Alternatives(sorted(shipped_lexicon(name) | worded), worded=worded)
