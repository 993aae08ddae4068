"""Escapes that a program left in a text: those of one sentence as one finding, and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attribution_lint.checks.boilerplate.encoding import word_around
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.patterns import screened

_UNIT = screened(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
_BREAK = re.compile(r"\\[nrt]")
_TAG = screened(r"</?[a-z][a-z0-9]{0,9}(?: [^<>\n]{0,200})?/?>")
_MOST_BETWEEN = 200  # characters between two escapes of one finding


def by_sentence(analysis: Analysis, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the words around the escapes at `spans`, which are in order; those of a sentence together."""
    last: tuple[int, Span] | None = None
    for span in spans:
        here, sentence = word_around(analysis.text, span), analysis.sentence_at(span.start)
        if last and last[0] == sentence and here.start - last[1].end <= _MOST_BETWEEN:
            here = Span(last[1].start, max(here.end, last[1].end))
        elif last:
            yield last[1]
        last = sentence, here
    if last:
        yield last[1]


def unescaped(text: str) -> str:
    """Return the text with its escapes as characters and without the tags they made, or "" if that is not sure."""
    units = _UNIT.sub(lambda match: chr(int(match[1] or match[2], 16)), _BREAK.sub(" ", text))
    try:
        plain = units.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        return ""
    plain = _TAG.sub("", plain).replace("\xa0", " ")
    return plain if plain != text and "\\" not in plain and plain.isprintable() else ""
