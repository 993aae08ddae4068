"""What the table of government asks for where a verb has lost its preposition or has one too many: answers, matters.

`respond A LIST`, `referring A REPORT`, `warned for STRIKES`: a noun phrase that is no time, and has no verb of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Set

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import listener_end
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Story

_TIMES = group("times") | {"way", "lot", "bit", "little", "own", "same", "next", "following", "first", "second", "last"}
_FINITE = group("finite")
_WRITTEN = group("requests") | group("written-in") | {"list", "note", "offer", "petition", "summons", "call", "calls"}
_TOLD_OF = group("claims") | {
    "incident",
    "attack",
    "law",
    "scandal",
    "crash",
    "events",
    "decision",
    "ruling",
    "remarks",
}
_AFTER_WRITTEN = frozenset(
    {"from", "by", "of", "about", "sent", "on", "in", "and", "with", "within", "asking", "dated"}
)
_CROWDS = frozenset({"crowd", "crowds", "nation", "audience", "congregation", "gathering", "conference", "rally"})
_NEEDS = frozenset({"need", "importance", "fact", "necessity", "urgency", "significance", "role", "value"})
_BETWEEN = frozenset({"also", "later", "then", "had", "has", "have"})
_BREAKS = frozenset({",", ".", ";", ":", *QUOTE_MARKS})
_NO_HAZARD = frozenset(
    {"example", "instance", "part", "good", "certain", "sure", "once", "now", "ever", "free", "fear"}
)
_LONGEST, _SUBJECT = 4, 7


def _any_but_time(story: Story, at: int) -> bool:
    if story.lower[at] not in DETERMINERS or story.lower[at] in ("that", "no", "each", "every"):
        return False
    return _TIMES.isdisjoint(story.lower[at + 1 : at + 1 + _LONGEST])


def _noun_alone(story: Story, at: int) -> bool:
    """Whether a noun phrase stands there that has no verb of its own up to the next mark."""
    return _any_but_time(story, at) and _FINITE.isdisjoint(_clause(story, at))


def _hearer_alone(story: Story, at: int) -> bool:
    """Whether those who sit to listen stand there, and nothing that they do."""
    end = listener_end(story, at, persons=False)
    return end is not None and (story.text[end] in (",", ".") or story.lower[end] in ("in", "on", "at", "this", "last"))


def _noun_of(story: Story, at: int, nouns: Set[str]) -> int | None:
    """Return the number of the first of the nouns in the phrase that a determiner opens."""
    if story.lower[at] not in DETERMINERS:
        return None
    for n in range(at + 1, min(at + 1 + _LONGEST, story.sentence_end(at))):
        if story.lower[n] in nouns:
            return None if story.in_compound(n) else n
        if not (story.is_plain(n) or story.is_capital(n)) or story.lower[n] in story.words.function:
            return None
    return None


def _clause(story: Story, first: int) -> list[str]:
    """Return the words up to the next mark, those with a capital as they are: *May* is no verb."""
    end = story.sentence_end(first)
    return story.text[first : next((n for n in range(first, end) if story.text[n] in _BREAKS), end)]


def _asked_in(story: Story, at: int) -> bool:
    """Whether a question or a letter stands there that can be answered, and no verb of its own follows."""
    noun = _noun_of(story, at, _WRITTEN)
    if noun is None:
        return False
    after = story.word(noun + 1)
    ends = noun + 1 >= story.sentence_end(at) or story.text[noun + 1] in _BREAKS or after in _AFTER_WRITTEN
    return ends and _FINITE.isdisjoint(_clause(story, noun))


def _report_alone(story: Story, at: int) -> bool:
    """Whether what one speaks of stands there, and nobody *to* whom it could be sent."""
    noun = _noun_of(story, at, story.words.documents.keys() | story.words.occasions.keys() | _TOLD_OF)
    return noun is not None and "to" not in _clause(story, at) and _FINITE.isdisjoint(_clause(story, at))


def _opening_subject(story: Story, at: int) -> bool:
    """Whether a subject able to speak ends there that opens its clause, so that no object stands before it."""
    while story.word(at) in _BETWEEN:
        at -= 1
    if not (story.is_name(at) or story.word(at) in story.words.speakers or story.word(at) in ("he", "she", "they")):
        return False
    low = max(story.sentence_start(at), at - _SUBJECT)
    for n in range(at, low - 1, -1):
        if n in story.firsts or story.text[n - 1] in _BREAKS or story.lower[n - 1] in ("and", "but", "that", "as"):
            return n != at or n in story.firsts or story.text[n - 1] in _BREAKS or not story.is_plain(n)
        if story.lower[n] in DETERMINERS:
            return False
        if not (story.is_plain(n) or story.is_capital(n)) or story.lower[n] in story.words.function:
            return False
    return False


def _need(story: Story, at: int) -> bool:
    return _noun_of(story, at, _NEEDS) is not None


def _hazard(story: Story, at: int) -> bool:
    """Whether a noun phrase stands there that is neither a time nor a set phrase: `for more strikes`."""
    word = story.lower[at]
    if not story.is_plain(at) or word in _NO_HAZARD or word in ("his", "her", "their", "its", "that", "this", "all"):
        return False
    phrase = _clause(story, at)[:_LONGEST]
    if not _TIMES.isdisjoint(phrase) or not _NO_HAZARD.isdisjoint(phrase):
        return False
    opens = word in ("a", "an", "the", "more", "further", "possible")
    return opens or (word not in story.words.function and english.parts_of_speech(word) <= {"NOUN", "ADJ"})


KINDS: dict[str, Callable[[Story, int], bool]] = {
    "ANY_BUT_TIME": _any_but_time,
    "ASKED_IN": _asked_in,
    "CROWD": lambda story, at: _noun_of(story, at, _CROWDS) is not None,
    "FAULT": lambda story, at: listener_end(story, at) is None and story.lower[at] == "the" and _noun_alone(story, at),
    "HAZARD": _hazard,
    "HEARER_ALONE": _hearer_alone,
    "NEED": _need,
    "NOUN_ALONE": _noun_alone,
    "OPENING_SUBJECT": _opening_subject,
    "REPORT_ALONE": _report_alone,
}
