"""Whether a block speaks of what the story speaks of: what was left over rarely has its names or its words."""

from __future__ import annotations

import re

from attribution_lint.nlp.analysis import Analysis

_NAME = re.compile(r"(?<=[\w,;’'] )[A-Z][a-z’'-]{2,}")  # not the first word of a sentence
_WORD = re.compile(r"[a-z]{6,}")
_STEM = 6  # letters by which a word and its relatives are the same
_FEWEST = 3  # words, of which a share says something
_SHARE = 0.5


def is_of_the_story(analysis: Analysis, number: int) -> bool:
    """Whether block `number` has a name that the rest of the story has, or half of its longer words."""
    span, text = analysis.blocks[number].span, analysis.text
    block, rest = text[span.start : span.end], f"{text[: span.start]}\n{text[span.end :]}"
    if any(re.search(rf"\b{re.escape(name)}\b", rest) for name in set(_NAME.findall(block))):
        return True
    stems = {word[:_STEM] for word in _WORD.findall(block)}
    if len(stems) < _FEWEST:
        return False
    told = {word[:_STEM] for word in _WORD.findall(rest)}
    return len(stems & told) >= _SHARE * len(stems)
