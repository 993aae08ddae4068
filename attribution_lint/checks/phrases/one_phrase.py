"""Whether the words between a preposition and a finite verb are one noun phrase, so that the verb has no subject.

Two phrases may stand there as well, *in the past year prices were*, where the second needs no article: a plural, a
mass or a name. What is read as one ends in a singular that is counted, or holds no other noun (Huddleston and Pullum
2002, 5.1).
"""

from __future__ import annotations

from collections.abc import Set

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import CALENDAR, Story

_TIMES = group("times") | CALENDAR
_LONGEST = 5


def one_phrase(story: Story, first: int, verbs: Set[str]) -> int | None:
    """Return the number of the verb that follows the one noun phrase which starts at a word; None if there is none."""
    opener = story.word(first)
    at = first
    if opener in DETERMINERS or opener in PLURAL_SIGNS or opener.isdigit():
        at += 1
    if at == first or story.is_capital(first):
        return None
    nouns: list[int] = []
    end = min(first + _LONGEST, story.sentence_end(first))
    while at < end and story.lower[at] not in verbs:
        word = story.lower[at]
        if not story.is_plain(at) or word in story.words.function or word in _TIMES or word in NOMINATIVE:
            return None
        if story.in_compound(at) or word in DETERMINERS:
            return None
        if word in story.words.frequent_cues and not english.can_be_noun(word):
            return None
        if "NOUN" in english.parts_of_speech(word):
            nouns.append(at)
        at += 1
    if at >= end or not nouns or nouns[-1] != at - 1:
        return None
    return at if len(nouns) == 1 or _is_counted(story, at - 1) else None


def _is_counted(story: Story, head: int) -> bool:
    """Whether a noun is a singular that needs an article of its own, so that the article ahead is its."""
    noun, words = story.lower[head], story.words
    if noun in words.mass or noun.endswith("s"):
        return False
    kinds = (words.persons.get(noun), words.documents.get(noun), words.organisations.get(noun))
    return "singular" in kinds or noun in _COUNTED


_COUNTED = group("articled-persons") | group("articled-bodies") | group("articled-things")
