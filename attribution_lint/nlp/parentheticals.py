"""Parentheticals: what stands between dashes, in brackets, or in “which according to …” between commas.

What is attributed inside one reaches no further than it does, and inside it the nearest attribution counts: “the
council said the works, which according to its engineers cost £4 million, had begun”.
"""

from __future__ import annotations

from attribution_lint.model import Span
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Attribution, Cue

_RELATIVES = grammar.RELATIVES | frozenset({"that"})


def parenthetical_of(analysis: Analysis, cue: Cue) -> Span | None:
    """Return the parenthetical that a cue stands in, without its marks; None if it stands in none."""
    words, sentence = analysis.words, analysis.sentences[cue.sentence]
    lower = words.lower
    before = range(cue.first - 1, sentence.first, -1)
    dashes = [n for n in before if lower[n] in grammar.DASHES]
    bracket = next((n for n in before if lower[n] in {"(", ")"}), None)
    if bracket is not None and lower[bracket] == "(":
        opener, closers = bracket, frozenset({")"})
    elif len(dashes) % 2:
        opener, closers = dashes[0], grammar.DASHES
    elif cue.kind == "phrase" and lower[cue.first - 1] in _RELATIVES and lower[cue.first - 2] == ",":
        opener, closers = cue.first - 2, frozenset({","})
    else:
        return None
    closer = next((n for n in range(cue.last, sentence.last) if lower[n] in closers), None)
    if closer is None or closer + 1 >= sentence.last or closer <= opener + 1:
        return None
    return words.span(opener + 1, closer)


def inside_parenthetical(analysis: Analysis, cue: Cue, content: Span | None) -> Span | None:
    """Return what a cue attributes, cut to the parenthetical that it stands in."""
    around = parenthetical_of(analysis, cue)
    if around is None or content is None:
        return content
    start, end = max(content.start, around.start), min(content.end, around.end)
    return Span(start, end) if start < end else around


def is_parenthetical(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether an attribution stands in a parenthetical, so that it counts there before any other."""
    return attribution.cue is not None and parenthetical_of(analysis, attribution.cue) is not None
