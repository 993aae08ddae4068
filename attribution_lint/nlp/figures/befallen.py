"""What befell the people and things that a number counts: two trucks were torched, one firefighter was airlifted.

A small count tells by itself of nothing that anybody would dispute; that something was done to what it counts is news,
and somebody has told it.
"""

from __future__ import annotations

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Figure, Sentence, Words
from attribution_lint.nlp.cues.lexicon import all_cue_forms
from attribution_lint.packs import shipped_lexicon

_FARTHEST = (
    9  # words between a number and what befell what it counts: a dozen old grain stores in the yard were all set
)
_NEAREST = 7  # words between a verb of harm and the number in its object: killing the owner of the inn and two guests
_RECALLING = frozenset("of after when where since before following the those".split())
_BEING = frozenset("was were been being be are is got lay lie lies lying left set".split())
_LEAVING = frozenset("that which if when while because after before he she they it we i you".split())
_BEHIND = (  # what may follow a participle that has no object: burned in the night, looted since June, hurt when
    grammar.PREPOSITIONS
    | grammar.COORDINATORS
    | grammar.SUBORDINATORS
    | grammar.DAYS
    | frozenset("last this overnight early late yesterday today so far".split())
)


def is_told_of_harm(analysis: Analysis, figure: Figure) -> bool:
    """Whether harm to what a figure counts is news, not recalled: two trucks were burned, not after two were burned."""
    words, sentence = analysis.words, analysis.sentences[figure.sentence]
    at = words.at(figure.span.start)
    if figure.unit or (at > sentence.first and words.lower[at - 1] in _RECALLING):
        return False
    return is_befallen(words, sentence, words.at(figure.span.end - 1) + 1) or is_object_of_harm(words, sentence, at)


def is_object_of_harm(words: Words, sentence: Sentence, number: int) -> bool:
    """Whether a verb before a number does harm to what it counts: “stranding 12 trains”, “burned three barns”."""
    harming = grammar.verb_forms("figure-harming")
    for index in range(number - 1, max(sentence.first, number - _NEAREST) - 1, -1):
        word = words.lower[index]
        if word in harming:
            return index == sentence.first or words.lower[index - 1] not in _BEING
        if not word[0].isalnum() or (word in grammar.PREPOSITIONS and word != "of") or word in _LEAVING:
            return False
    return False


def is_befallen(words: Words, sentence: Sentence, first: int) -> bool:
    """Whether harm is told of what the words from `first` on name: the words right behind a number."""
    harms, nouns = shipped_lexicon("figure-harms"), shipped_lexicon("cues-nouns")
    for index in range(first + 1, min(sentence.last, first + _FARTHEST)):
        word = words.lower[index]
        two = f"{words.lower[index - 1]} {word}"
        if word in harms or two in harms or f"{words.lower[index - 2]} {two}" in harms:
            return words.lower[index - 1] in _BEING or _has_no_object(words, sentence, index + 1)
        if (
            not word[0].isalnum()
            or word in _LEAVING
            or (word in all_cue_forms() and word not in _BEING and word not in nouns)
        ):
            return False
    return False


def _has_no_object(words: Words, sentence: Sentence, behind: int) -> bool:
    """Whether a participle suffers what it tells, by the word behind it: “hurt in the crash”, not “hurt a guard”."""
    if behind >= sentence.last:
        return True
    word = words.lower[behind]
    return not word[0].isalnum() or word in _BEHIND or grammar.is_adverb(word)
