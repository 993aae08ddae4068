"""Whether a noun is the head of a phrase or belongs to one that is, told without a tagger by what stands beside it."""

from __future__ import annotations

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Story

_MULTIPLES = frozenset({"times"})
_TOPICS = frozenset({"of", "on", "into", "about"})
_REACH = 6


def is_no_head(story: Story, number: int) -> bool:
    """Whether a word describes the noun behind it, or is what the document before it is of.

    An adjective before a name describes what follows: `two TOP Labour officials`; the first noun of a compound its
    second: `the government WORK report`; what a study is of is not what was published: `a study of hunger STRIKES`.
    """
    word, after = story.lower[number], story.word(number + 1)
    parts = english.parts_of_speech(word)
    if story.word(number - 1) in QUOTE_MARKS or word in _MULTIPLES:
        return True
    if "ADJ" in parts and story.is_capital(number + 1):
        return story.is_plain(number) or after in story.words.persons
    low = max(story.sentence_start(number), number - _REACH)
    according = "according" in story.lower[low:number] and "," not in story.text[low:number]
    if according and after in story.words.documents and "NOUN" in parts and story.is_plain(number + 1):
        return True
    return is_topic(story, number)


def is_topic(story: Story, number: int) -> bool:
    """Whether a document stands before *of* and the noun phrase that the word ends: `a survey of school CLOSURES`."""
    low, at = story.sentence_start(number), number - 1
    while at > low and story.is_plain(at) and story.lower[at] not in story.words.function:
        at -= 1
    return at > low and story.lower[at] in _TOPICS and story.lower[at - 1] in story.words.documents
