"""A second frame that nothing joins to the first: `the coastguard said, it said,`, `According to Mr Roe says that`.

One clause takes one frame (Quirk et al. 1985, 14.28); the two here differ in their words, so that no word stands twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_SAID = frozenset({"said", "says", "told", "tells", "say", "added"})
_PRONOUNS = frozenset({"it", "he", "she", "they"})
_TITLES = group("titles-of-speakers") | group("offices")
_BEFORE_PLAIN = group("auxiliary") | {"not", "n't", "to", "never"}
_LONGEST = 6
_LONGEST_PLACE = 8
_NO_CLAUSE = group("finite") | {"that", "who", "which"}
_WRITTEN = frozenset({"statement", "letter", "report", "email", "tweet", "release", "filing", "post", "message"})
_WHATEVER = frozenset({"what", "whatever", "everything", "all", "that", "who", "which", "as", "if", "when", "words"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _SAID or word == "according"


def second_frames(story: Story) -> Iterator[Issue]:
    """Yield the frames of a story that stand beside another of the same clause."""
    for number, word in story.among(_matters):
        if word == "according":
            if number in story.firsts and story.word(number + 1) == "to":
                yield from _opens_with_cue(story, number)
            elif story.word(number + 1) == "to" and story.is_plain(number):
                yield from _cue_before(story, number)
        elif word in _SAID and story.is_plain(number):
            yield from _said_again(story, number, word)
            yield from _said_at_the_end(story, number)


_PASSIVE = frozenset({"was", "were", "been"})


def _said_again(story: Story, cue: int, word: str) -> Iterator[Issue]:
    """`the coastguard said, it said, after a search`."""
    again, end = cue + 3, cue + 4
    if story.text[cue + 1 : cue + 2] != [","] or story.word(cue + 2) not in _PRONOUNS or story.word(again) not in _SAID:
        return
    if word in ("say", "tell") and story.word(cue - 1) in _BEFORE_PLAIN:
        return  # "She cannot say, she says, and will not guess"
    if story.word(cue - 1) in _PASSIVE and story.text[end : end + 1] == [","]:
        return  # "He was told, he says, to wait"
    if end >= len(story) or story.text[end] not in (",", ".") or story.spoken[cue + 2]:
        return
    if _WHATEVER.isdisjoint(story.lower[max(cue - _LONGEST, story.sentence_start(cue)) : cue]):
        last = end + (story.text[end] == "," and story.text[end - 1] != ",")
        mark = story.text[end]
        right = f"{story.text[cue]}," if mark == "," else f"{story.text[cue]}."
        yield grammar_issue(story, "double-frame", cue, last if mark == "," else end + 1, f"… {word}", _TWICE, right)


def _said_at_the_end(story: Story, cue: int) -> Iterator[Issue]:
    """`…, the owners said in a joint statement, THEY SAID.`"""
    end = story.sentence_end(cue)
    again = end - 2
    if (story.word(cue - 2) == "," and story.word(cue - 1) in _PRONOUNS) or story.text[again + 1 : end] != ["."]:
        return
    spoken_there = story.word(again) in _SAID and story.word(again - 1) in _PRONOUNS and story.word(again - 2) == ","
    between = story.text[cue + 1 : again - 2]
    if not spoken_there or len(between) > _LONGEST_PLACE or story.word(cue + 1) not in ("in", "at", "on", "during"):
        return
    plain = all(text.isalnum() for text in between) and _NO_CLAUSE.isdisjoint(map(str.lower, between))
    if plain and any(text.lower() in story.words.occasions or text.lower() in _WRITTEN for text in between):
        right = f"{story.text[again - 3]}."
        yield grammar_issue(story, "double-frame", again - 3, end, "… said", _TWICE, right)


def _opens_with_cue(story: Story, number: int) -> Iterator[Issue]:
    """`According to Mayor Roe says the wall`, `According to the union says that`: one source, its cue, a clause."""
    first = number + 2
    cue = _behind_source(story, first)
    if not cue or story.word(cue) not in ("says", "said", "told") or story.spoken[cue]:
        return
    clause = story.word(cue + 1)
    if clause == "that" or clause in DETERMINERS or clause in _PRONOUNS or story.word(cue) == "told":
        right = story.text[first][:1].upper() + story.text[first][1:]
        yield grammar_issue(story, "double-frame", number, first + 1, f"… {story.word(cue)}", _TWICE, right)


def _behind_source(story: Story, first: int) -> int:
    """Return the number behind a title and a name, a name of two words, or an article and one speaker; else 0."""
    at, end = first, story.sentence_end(first)
    if story.word(first) in ("the", "his", "her", "its", "their", "a"):
        held = story.word(first + 1) in story.words.persons or story.word(first + 1) in story.words.organisations
        return first + 2 if held and story.is_plain(first + 1) and first + 2 < end else 0
    while at < min(first + _LONGEST, end) and (story.is_capital(at) or story.text[at] in (".", "-", "'", "’")):
        at += 1
    named = at > first + 1 or story.word(first) in _TITLES
    return at if named and at < end else 0


def _cue_before(story: Story, number: int) -> Iterator[Issue]:
    """`The crop has halved, says according to the office`: a frame of two words behind a comma has no speaker."""
    cue = number - 1
    if story.word(cue) not in ("said", "says", "told") or cue in story.firsts:
        return
    if story.text[cue - 1] == "," or (story.text[cue - 1] in QUOTE_MARKS and story.spoken[cue - 2]):
        yield grammar_issue(story, "double-frame", cue, number + 1, "according to", _TWICE, story.text[number])


_TWICE = "the frame is said twice"
