"""Topics: whether a passage still speaks of what the one before it spoke of, by the words that they share.

Cohesion by repeated words is the oldest measure of where a text changes its subject (Halliday and Hasan 1976; Hearst
1997). Names are left out, as those of the people a story is about stand in all of it.
"""

from __future__ import annotations

from attribution_lint.model import Span
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.cues.lexicon import all_cue_forms
from attribution_lint.packs import shipped_lexicon

_SHORTEST = 4  # letters: shorter words are about nothing
_SHORTEST_STEM = 4
_ENDINGS = ("ings", "ing", "ions", "ion", "ers", "ed", "es", "er", "s")


def topic_of(analysis: Analysis, span: Span) -> frozenset[str]:
    """Return the stems of the words in a span of the prose that say what it is about."""
    words = analysis.words
    first, last = words.at(span.start), words.at(span.end - 1) + 1
    return frozenset(
        _stem(words.lower[at])
        for at in range(first, min(last, len(words)))
        if words.text[at].islower() and len(words.text[at]) >= _SHORTEST and _is_telling(words.lower[at])
    )


def _is_telling(word: str) -> bool:
    if not word.isalpha() or word in shipped_lexicon("topic-idle") or word in all_cue_forms():
        return False
    return not (word in grammar.PREPOSITIONS or word in grammar.SUBORDINATORS or grammar.is_adverb(word))


def _stem(word: str) -> str:
    """Take an ending off a word, so that its forms agree: donor, donors; donated, donation."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
