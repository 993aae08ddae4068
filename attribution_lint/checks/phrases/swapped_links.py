"""A small word that changed places with its neighbour: `said Thursday ON`, `Speaking THE OUTSIDE court`.

A preposition stands before its noun phrase, and a subject before its verb where a clause is itself an object
(Huddleston and Pullum 2002, 7.2 and 11.5).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.governed_phrases import head_of
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) & CALENDAR
_SPEAKING = frozenset({"speaking", "spoke", "speaks", "told", "said", "standing", "interviewed", "talking"})
_PLACING = frozenset({"outside", "inside", "after", "before", "during", "near", "from", "at", "in", "behind", "beside"})
_SWAPPED = "two words are swapped"
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its"})
_TAKES_ON = group("links") | {"that", "the", "this", "last", "next"}


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _DAYS or word in _SPEAKING or word in ("what", "much")


def swapped_links(story: Story) -> Iterator[Issue]:
    """Yield the pairs of words in a story's frames that changed places."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word in _DAYS:
            yield from _day(story, number)
        elif word == "what":
            yield from _said_before_subject(story, number)
        elif word == "much":
            yield from _as_much(story, number)
        elif word in _SPEAKING:
            yield from _article_before_place(story, number)


def _day(story: Story, day: int) -> Iterator[Issue]:
    """`The sheriff said Thursday on that divers`: behind *on* nothing stands that it could take."""
    link, after = day + 1, day + 2
    if story.word(link) not in ("on", "in", "at", "of", "to") or not story.is_capital(day) or after >= len(story):
        return
    before = story.word(day - 1)
    cue = before in story.words.frequent_cues or before in ("reporters", "conference", "statement", "interview")
    that = story.word(after) == "that" and (story.word(day + 3) in DETERMINERS or story.word(day + 3).endswith("s"))
    closes = story.word(link) == "on" and story.text[after] in (",", ".", *QUOTE_MARKS)
    if cue and (that or closes):
        right = f"on {story.text[day]}"
        yield grammar_issue(story, "swapped-words", day, after, right, _SWAPPED, right)


def _article_before_place(story: Story, verb: int) -> Iterator[Issue]:
    """`Speaking the outside court`, `told reporters the after match`; no *the outside world*."""
    article = verb + 1
    if story.word(article) in ("reporters", "journalists"):
        article += 1
    elif story.lower[verb] in ("told", "said"):
        return
    link = article + 1
    if story.word(article) not in _ARTICLES or story.word(link) not in _PLACING or not story.is_plain(link):
        return
    if story.in_compound(link) or story.word(link + 1) in story.words.function:
        return
    right = f"{story.text[link]} {story.text[article]}"
    yield grammar_issue(story, "swapped-words", article, link + 1, right, _SWAPPED, right)


def _said_before_subject(story: Story, what: int) -> Iterator[Issue]:
    """`According to what said the mayor at the opening`."""
    cue, first = what + 1, what + 2
    if story.word(cue) not in ("said", "says", "told") or story.word(first) not in ("the", "a", "his", "her", "its"):
        return
    head = head_of(story, first, frozenset(story.words.persons) | frozenset(story.words.organisations))
    if head is not None:
        right = f"{story.slice(first, head + 1)} {story.text[cue]}"
        yield grammar_issue(story, "swapped-words", cue, head + 1, f"what … {story.lower[cue]}", _SWAPPED, right)


def _as_much(story: Story, much: int) -> Iterator[Issue]:
    """`and as much said in his sermon`, `The mayor as much said`."""
    cue = much + 1
    if story.word(much - 1) != "as" or story.word(cue) not in ("said", "says", "admitted") or much - 1 in story.firsts:
        return
    if story.word(cue + 1) in _TAKES_ON or story.text[cue + 1 : cue + 2] in (["."], [","]):
        right = f"{story.text[cue]} as much"
        yield grammar_issue(story, "swapped-words", much - 1, cue + 1, right, _SWAPPED, right)
