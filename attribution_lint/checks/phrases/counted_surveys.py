"""A wrong noun for what asked a number of people and found something: `A POLE of 1,200 likely voters found that`.

What is *of* so many people is a group, or what they were asked in; a group does not find, nor is it conducted by
somebody. A word that is neither and looks or sounds like the name of a survey is a slip for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.similar import similarity, sound
from attribution_lint.checks.phrases.slots import PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_SURVEYS = ("survey", "poll", "study", "sample", "census", "analysis", "review", "trial", "ballot", "audit")
_FINDS = group("survey-verbs")
_ALIKE, _SHORTEST, _FAR, _LONGEST = 0.66, 4, 4, 14


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word == "of"


def counted_surveys(story: Story) -> Iterator[Issue]:
    """Yield the nouns of a story that stand for a survey of so many people."""
    for link, word in story.among(_matters):
        noun = link - 1
        if word != "of" or noun < 0 or not (story.is_plain(noun) or story.opens_common(noun)):
            continue
        wrong = story.lower[noun]
        if len(wrong) < _SHORTEST or wrong in story.words.sources or wrong in story.words.function:
            continue
        if not _counts_people(story, link + 1) or not _finds(story, link + 2):
            continue
        found = tuple(right for right in _SURVEYS if similarity(wrong, right) >= _ALIKE or sound(wrong) == sound(right))
        if found:
            ranked = tuple(sorted(found, key=lambda right: -similarity(wrong, right)))
            names = tuple(right.capitalize() for right in ranked) if noun in story.firsts else ranked
            slot, reason = f"… of {story.text[link + 1]} …", f"takes a survey; “{story.text[noun]}” is none"
            yield Issue("source-noun", story.span(noun, link), slot, reason, names)


def _counts_people(story: Story, number: int) -> bool:
    """Whether a number stands there, and people within a few words behind it."""
    first = story.word(number)[:1]
    if not (first.isdigit() or story.word(number) in PLURAL_SIGNS):
        return False
    end = min(number + _FAR + 1, story.sentence_end(number))
    people = story.words.persons
    return any(people.get(story.lower[at]) == "plural" or story.lower[at] == "people" for at in range(number + 1, end))


def _finds(story: Story, first: int) -> bool:
    end = min(first + _LONGEST, story.sentence_end(first))
    return not _FINDS.isdisjoint(story.lower[first:end])
