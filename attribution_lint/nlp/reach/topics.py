"""Topics: whether a passage still speaks of what the one before it spoke of, by the words that they share.

Cohesion by repeated words is the oldest measure of where a text changes its subject (Halliday and Hasan 1976; Hearst
1997). Names are left out, as those of the people a story is about stand in all of it.
"""

from __future__ import annotations

from functools import lru_cache

from attribution_lint.model import Span
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Sentence
from attribution_lint.nlp.answers import kept_by_place
from attribution_lint.nlp.cues.lexicon import all_cue_forms
from attribution_lint.packs import shipped_lexicon

_SHORTEST = 4  # letters: shorter words are about nothing
_SHORTEST_STEM = 4
_MOST_WORDS = 16384  # whose stems are kept
_GIVEN = (
    grammar.DETERMINERS
    | grammar.PRONOUNS
    | grammar.PREPOSITIONS
    | grammar.SUBORDINATORS
    | grammar.COORDINATORS
    | frozenset("some many most more several few fewer nearly almost about around over under up just total".split())
)
_ENDINGS = ("ings", "ing", "ions", "ion", "ers", "ed", "es", "er", "s")


def topic_of(analysis: Analysis, span: Span) -> frozenset[str]:
    """Return the stems of the words in a span of the prose that say what it is about."""
    words = analysis.words
    first, last = words.at(span.start), words.at(span.end - 1) + 1
    return frozenset(
        told for told in map(_told_by, words.text[first:last], words.lower[first:last]) if told is not None
    )


@kept_by_place
def topic_of_sentence(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """Return the same for a sentence, found once while its paragraph stays as it is."""
    return topic_of(analysis, sentence.span)


def opens_with_news(analysis: Analysis, sentence: Sentence, told: frozenset[str], names: frozenset[str]) -> bool:
    """Whether a sentence opens with a bare noun that has not been spoken of: “Burglaries in the county …”.

    What has been told is taken up by a name, a pronoun, an article or a noun that is among the stems `told` (Prince
    1981 on given and new information). `names` are the story's names in lower case.
    """
    words = analysis.words
    opening = next((at for at in range(sentence.first, sentence.last) if words.text[at][0].isalnum()), None)
    if opening is None or not words.text[opening].isalpha():
        return False
    word = words.lower[opening]
    if word in _GIVEN or grammar.is_adverb(word) or stem(word) in told:
        return False
    following = words.text[opening + 1] if opening + 1 < sentence.last else ""
    if following[:1].isupper() or following in grammar.GENITIVES:
        return False  # a name
    return word not in names


@lru_cache(maxsize=_MOST_WORDS)
def _told_by(text: str, lower: str) -> str | None:
    """Return the stem of a word if it says what its passage is about."""
    return stem(lower) if text.islower() and len(text) >= _SHORTEST and _is_telling(lower) else None


def _is_telling(word: str) -> bool:
    if not word.isalpha() or word in shipped_lexicon("topic-idle") or word in all_cue_forms():
        return False
    return not (word in grammar.PREPOSITIONS or word in grammar.SUBORDINATORS or grammar.is_adverb(word))


@lru_cache(maxsize=_MOST_WORDS)
def stem(word: str) -> str:
    """Take an ending off a word, so that its forms agree: donor, donors; donated, donation."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
