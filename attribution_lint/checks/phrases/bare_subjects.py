"""A subject that has lost its article: `…, tabloid said`, `said bridge was shut`, `according to priest`.

A singular noun for one of many persons or bodies takes an article or another determiner (Huddleston and Pullum 2002,
5.6), but in headlines and before a name. Headlines are told by their having no other article and no full stop.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_COUNTED = group("articled-persons") | group("articled-bodies") | group("articled-things")
_OPENERS = frozenset(
    {",", "that", "because", "after", "when", "while", "whether", "if", "said", "says", "say", "saying", "but"}
)
_FINITE = group("finite")
_ARTICLES = frozenset({"a", "an", "the"})
_SPEAKS = frozenset({"said", "says", "told", "tells", "confirmed", "added", "announced", "reported", "found", "heard"})
_PLACED = frozenset({"in", "at", "from", "who", "with"})
_HEADLINE = 6


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _COUNTED


def bare_subjects(story: Story) -> Iterator[Issue]:
    """Yield the subjects of a story that stand without the article that they need."""
    for noun, word in story.among(_matters):
        if (
            word not in _COUNTED
            or not story.is_plain(noun)
            or story.in_compound(noun)
            or noun + 2 >= story.sentence_end(noun)
        ):
            continue
        first = noun
        while first - 1 > story.sentence_start(noun) and noun - first < 2 and _describes(story, first - 1):
            first -= 1
        again = story.word(first - 2) == word  # "witness after witness"
        if first in story.firsts or again or not _is_subject(story, first, noun) or not _is_prose(story, noun):
            continue
        right = f"the {story.slice(first, noun + 1)}"
        slot, reason = f"the {word} …", "an article is missing"
        yield grammar_issue(story, "lost-word", first, noun + 1, slot, reason, right)


def _describes(story: Story, at: int) -> bool:
    word = story.lower[at]
    if not story.is_plain(at) or word in story.words.function or word in story.words.cues or story.in_compound(at):
        return False
    return "ADJ" in english.parts_of_speech(word) or word in story.words.organisations


def _is_aforesaid(story: Story, first: int) -> bool:
    """Whether *said* is a determiner, as in law: `the said vehicle`, `the officer agreed that said deputy`."""
    return story.lower[first - 1] == "said" and story.word(first - 2) in ("the", "that", "of", ",")


def _is_subject(story: Story, first: int, noun: int) -> bool:
    """Whether the clause opens before the phrase, and its verb follows."""
    opener, verb = story.lower[first - 1], story.word(noun + 1)
    if opener == ",":
        closes = verb in _SPEAKS and (story.text[noun + 2] in (".", ",") or verb in ("told", "tells"))
        return closes and "," not in story.text[story.sentence_start(first) : first - 1]
    if opener == "to":
        if story.lower[noun] in story.words.persons:
            return False  # which rather lost its plural
        placed = verb in _PLACED or story.text[noun + 1] in (",", ".")
        return story.word(first - 2) == "according" and placed
    if opener not in _OPENERS or story.text[first - 1] in QUOTE_MARKS or _is_aforesaid(story, first):
        return False
    if opener == "that" and story.word(first - 2) not in story.words.frequent_cues:
        return False  # "when that agency is foreign"
    return verb in _FINITE or (verb in _SPEAKS and story.is_plain(noun + 1))


def _is_prose(story: Story, at: int) -> bool:
    """Whether the sentence is no headline: it has an article elsewhere, and ends in a full stop."""
    low, end = story.sentence_start(at), story.sentence_end(at)
    return end - low > _HEADLINE and not _ARTICLES.isdisjoint(story.lower[low:end]) and "." in story.text[at:end]
