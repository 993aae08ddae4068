"""Where the story itself begins and ends, which decides what stands in its proper place."""

from __future__ import annotations

import re

from attribution_lint.checks.boilerplate.sheets import Sheet
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each

_BODY_WORDS = 6  # a paragraph of so many words that ends like a sentence is of the story
_LONG_WORDS = 25  # and one of so many however it ends
_SUBHEAD_WORDS, _HEADLINE_WORDS = 5, 16
_STANZA = 8  # lines
_LONGEST_VERSE = 60  # characters
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]*]*\Z")


def body(analysis: Analysis, sheets: list[Sheet | None] | None = None) -> tuple[int, int]:
    """Return the numbers of the first and of the last block that is of the story, or 0 and -1 if none is.

    `sheets` tells which blocks are residue; without it all that are long enough count.
    """
    sheets = sheets or [None] * len(analysis.blocks)
    body = [
        part.number
        for part, _ in in_each(analysis, _is_body)
        if (seen := sheets[part.number]) is None or seen.family is None
    ]
    return (body[0], body[-1]) if body else (0, -1)


def _is_body(analysis: Analysis) -> bool:
    return is_body(analysis.text, analysis.blocks[0].span)


def is_lone_headline(analysis: Analysis, number: int) -> bool:
    """Whether a block is the only one that ends without a stop in a row of paragraphs, and too long for a subhead."""
    blocks, text = analysis.blocks, analysis.text
    if not 1 < number < len(blocks) - 1 or blocks[number].kind != "paragraph":
        return False
    span = blocks[number].span
    words = text.count(" ", span.start, span.end) + 1
    if not (text[span.end - 1].isalnum() or text[span.end - 1] == ")"):
        return False
    if not _SUBHEAD_WORDS - (": " in text[span.start : span.end]) < words <= _HEADLINE_WORDS:
        return False
    around = (blocks[number - 1], blocks[number + 1])
    if not all(each.kind == "paragraph" and is_body(text, each.span) for each in around):
        return False
    return not any(text[each.span.end - 1].isalnum() for other, each in enumerate(blocks) if other and other != number)


def is_verse(analysis: Analysis, number: int) -> bool:
    """Whether a block ends with a comma, or is a short line of several of which one before it does."""
    text, blocks = analysis.text, analysis.blocks
    if text[blocks[number].span.end - 1] == ",":
        return True
    if blocks[number].span.end - blocks[number].span.start > _LONGEST_VERSE:
        return False
    for above in range(number - 1, max(-1, number - _STANZA), -1):
        span = blocks[above].span
        if text[span.end : blocks[above + 1].span.start].count("\n") > 1 or span.end - span.start > _LONGEST_VERSE:
            return False
        if text[span.end - 1] in ",;" and text[max(span.start, span.end - 2)].isalpha():
            return True
    return False


def is_body(text: str, span: Span) -> bool:
    """Whether a block is long enough, or enough of a sentence, to be of the story."""
    words = text.count(" ", span.start, span.end) + 1
    return words >= _LONG_WORDS or (words >= _BODY_WORDS and ends_like_a_sentence(text, span))


def ends_like_a_sentence(text: str, span: Span) -> bool:
    """Whether the text in `span` closes with a full stop or its like, marks of quotation aside."""
    return bool(_SENTENCE_END.search(text, max(span.start, span.end - 8), span.end))
