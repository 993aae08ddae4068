"""Which blocks a mark fills, but for words that say nothing of the story, and which it stands inside of."""

from __future__ import annotations

from collections.abc import Container, Iterator

from attribution_lint.checks.boilerplate.encoding import code_blocks
from attribution_lint.checks.boilerplate.families import BY_NAME
from attribution_lint.checks.boilerplate.marks import Mark
from attribution_lint.checks.boilerplate.place import ends_like_a_sentence
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.patterns import screened

_CREDITED_WORDS = 30
_LONGEST_REST = 400  # characters beside a mark in what it fills
_TOLD = screened(r"\b(?:said|says|told|tells|asked|added)\b|[“\"]")
_FIELD_WORDS = 8  # a line with a placeholder and so few other words is a template's
_INSERTED = frozenset({"byline", "desk", "glued", "run-in"})


def filled_blocks(analysis: Analysis, signs: list[Mark]) -> Iterator[tuple[str, int]]:
    """The blocks that hold nothing but a mark, or code."""
    for number in code_blocks(analysis):
        yield "code", number
    for sign in signs:
        block = analysis.blocks[analysis.block_at(sign.span.start)]
        if block.span.end - block.span.start > _LONGEST_REST + sign.span.end - sign.span.start:
            continue  # a paragraph, however many marks are in it
        rest = analysis.text[block.span.start : sign.span.start] + analysis.text[sign.span.end : block.span.end]
        if sign.family == "photo-mark" and _is_caption(rest, sign.span.end >= block.span.end - 1):
            yield "photo", analysis.block_at(sign.span.start)
            continue
        bare = not any(map(str.isalnum, rest))
        if sign.family == "placeholder" and not bare:
            opened = analysis.text[block.span.start : sign.span.start].rstrip(" \xa0[(<{")
            ended = ends_like_a_sentence(opened, Span(0, len(opened))) or ends_like_a_sentence(
                analysis.text, block.span
            )
            bare = len(rest.split()) <= _FIELD_WORDS and not ended
        if sign.family in BY_NAME and bare:
            yield sign.family, analysis.block_at(sign.span.start)


def pierces(analysis: Analysis, sign: Mark, families: Container[str] = _INSERTED) -> bool:
    """Whether a mark of `families` stands inside a paragraph that goes on behind it: the rest is of the story."""
    block = analysis.blocks[analysis.block_at(sign.span.start)].span
    inside = block.start < sign.span.start and sign.span.end < block.end - 1
    return inside and sign.family in families and ends_like_a_sentence(analysis.text, block)


def _is_caption(rest: str, closes: bool) -> bool:
    """Whether the words before a credit that closes a paragraph only say what the picture shows."""
    return closes and len(rest.split()) <= _CREDITED_WORDS and not _TOLD.search(rest)
