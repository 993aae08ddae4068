"""Who is told something, read forwards: where the phrase for a listener ends, and whether a clause follows it."""

from __future__ import annotations

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import CALENDAR, Story

OBJECTS = frozenset({"him", "her", "them", "me", "us"})
HEARERS = group("listeners") | (group("audience") - OBJECTS)
_OUTLETS = group("outlets")
_FINITE = group("finite")
_PLACED = frozenset({"in", "at", "on", "from", "of"})
_PLURAL_ENDS = ("s", "men", "women", "people", "police", "children")
_SPOKEN = frozenset({"mind", "heart", "name", "language", "tongue", "truth", "lines", "words", "part", "thoughts"})
"""What one speaks: *known for speaking her mind*."""
_LONGEST = 4


def listener_end(story: Story, first: int, persons: bool = True) -> int | None:
    """Return the number past a phrase for a listener that starts at a word; None if there is none.

    With `persons` anybody counts who can listen, else the bodies and audiences that are there to, and pronouns.
    """
    word = story.pronoun(first)
    if first >= len(story) or story.spoken[first]:
        return None
    owns = word == "her" and (story.word(first + 1) in _SPOKEN or _listens(story, first + 1, persons))
    if word in OBJECTS and not owns:
        return first + 1
    if word in _OUTLETS and story.is_capital(first):
        return first + 1
    if word not in DETERMINERS:
        bare = word.endswith(_PLURAL_ENDS) or word in ("parliament", "congress", "jurors")
        return first + 1 if bare and _listens(story, first, persons) else None
    if word == "the" and story.is_name(first + 1):
        at = first + 1
        while at < len(story) and (story.is_capital(at) or story.text[at] == "&") and story.lower[at] not in CALENDAR:
            at += 1
        return at
    for at in range(first + 1, min(first + 1 + _LONGEST, story.sentence_end(first))):
        if _listens(story, at, persons):
            return at + 1
        if not story.is_plain(at) or story.lower[at] in story.words.function:
            return None
    return None


def _listens(story: Story, at: int, persons: bool) -> bool:
    word = story.word(at)
    if not story.is_plain(at):
        return False
    return word in HEARERS or (persons and (word in story.words.persons or word in story.words.organisations))


def told_end(story: Story, first: int, persons: bool = True) -> int | None:
    """Return where what a listener is told begins: past the listener and a phrase of place; None if nothing is told."""
    end = listener_end(story, first, persons)
    if end is None:
        return None
    if story.word(end) in _PLACED:
        place = end + 1
        if story.word(place) in DETERMINERS:
            place += 1
        while place < end + 5 and (story.is_capital(place) or (place > end + 1 and story.is_plain(place))):
            if tells(story, place + 1):
                return place + 1
            place += 1
    return end if tells(story, end) else None


def tells(story: Story, at: int) -> bool:
    """Whether *that* with a clause, or a pronoun with its verb, stands at a word."""
    word, after = story.word(at), story.word(at + 1)
    if word == "that":
        return bool(after) and after not in _FINITE and (after[0].isalnum() or after == "$")
    return word in NOMINATIVE and word != "you" and (after in _FINITE or after == "'d" or is_past(story, at + 1))


def is_past(story: Story, at: int) -> bool:
    """Whether a word is a past form."""
    word = story.word(at)
    return word.endswith("ed") or any(form == "past" for form, _ in story.words.clause_verbs.get(word, ()))
