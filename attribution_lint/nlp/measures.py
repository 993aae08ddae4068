"""How hard a text is to read: published measures, computed by textstat without any network.

textstat is held at the last version that brings its syllable dictionary along; later ones fetch it when they run.
It is imported when a measure is first asked for. Rests on Flesch (1948), Kincaid et al. (1975) and Gunning (1952).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import Struct

from attribution_lint.nlp.analysis import Analysis

_BODY = frozenset({"paragraph", "quote", "item"})


class Measures(Struct, frozen=True):
    """What a draft measures: counts, means in words, and three scores.

    `reading_ease` is higher for easier text (60 to 70 is plain English); `grade` and `fog` are years of school.
    """

    words: int
    sentences: int
    words_per_sentence: float
    longest_sentence: int
    reading_ease: float
    grade: float
    fog: float


def measure(analysis: Analysis) -> Measures:
    """Return the measures of the running text of a story; all are zero if it has none."""
    blocks = [analysis.slice(block.span) for block in analysis.blocks if block.kind in _BODY]
    lengths = [length(analysis, n) for n, s in enumerate(analysis.sentences) if analysis.blocks[s.block].kind in _BODY]
    words = sum(lengths)
    if not words:
        return Measures(0, 0, 0.0, 0, 0.0, 0.0, 0.0)
    text = "\n".join(blocks)
    stats = _textstat()
    syllables = stats.syllable_count(text) / words
    mean = words / len(lengths)
    hard = stats.polysyllabcount(text) / words
    return Measures(
        words=words,
        sentences=len(lengths),
        words_per_sentence=round(mean, 1),
        longest_sentence=max(lengths),
        reading_ease=round(206.835 - 1.015 * mean - 84.6 * syllables, 1),
        grade=round(0.39 * mean + 11.8 * syllables - 15.59, 1),
        fog=round(0.4 * (mean + 100 * hard), 1),
    )


def length(analysis: Analysis, sentence: int) -> int:
    """Return the number of words of a sentence; marks and the endings that a tokenizer parts are none."""
    found = analysis.sentences[sentence]
    texts = analysis.words.text[found.first : found.last]
    return sum(text[0].isalnum() or text[0] in "$£€" for text in texts)


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a passage by textstat."""
    return float(_textstat().flesch_kincaid_grade(text))


@cache
def _textstat() -> Any:
    from textstat import textstat

    textstat.set_lang("en_US")
    return textstat
