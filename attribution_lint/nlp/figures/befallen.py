"""What befell the people and things that a number counts: two trucks were torched, one firefighter was airlifted.

A small count tells by itself of nothing that anybody would dispute; that something was done to what it counts is news,
and somebody has told it.
"""

from __future__ import annotations

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Sentence, Words
from attribution_lint.nlp.cues.lexicon import all_cue_forms
from attribution_lint.packs import shipped_lexicon

_FARTHEST = (
    9  # words between a number and what befell what it counts: a dozen old grain stores in the yard were all set
)
_BEING = frozenset("was were been being be are is got lay lie lies lying left set".split())
_LEAVING = frozenset("that which if when while because after before he she they it we i you".split())
_BEHIND = (  # what may follow a participle that has no object: burned in the night, looted since June, hurt when
    grammar.PREPOSITIONS
    | grammar.COORDINATORS
    | grammar.SUBORDINATORS
    | grammar.DAYS
    | frozenset("last this overnight early late yesterday today so far".split())
)


def is_befallen(words: Words, sentence: Sentence, first: int) -> bool:
    """Whether harm is told of what the words from `first` on name: the words right behind a number."""
    harms = shipped_lexicon("figure-harms")
    for index in range(first + 1, min(sentence.last, first + _FARTHEST)):
        word = words.lower[index]
        if word in harms or f"{words.lower[index - 1]} {word}" in harms:
            return words.lower[index - 1] in _BEING or _has_no_object(words, sentence, index + 1)
        if not word[0].isalnum() or word in _LEAVING or (word in all_cue_forms() and word not in _BEING):
            return False
    return False


def _has_no_object(words: Words, sentence: Sentence, behind: int) -> bool:
    """Whether a participle suffers what it tells, by the word behind it: “hurt in the crash”, not “hurt a guard”."""
    if behind >= sentence.last:
        return True
    word = words.lower[behind]
    return not word[0].isalnum() or word in _BEHIND or grammar.is_adverb(word)
