"""Singulars that stand where a frame takes them, without their article: kinds that the table of government asks for.

A singular that is counted takes a determiner (Huddleston and Pullum 2002, 5.6); where one stands behind the small word
of a frame, and the frame goes on behind it, the article was lost. What is usual without one, *in prison*, is left out.
"""

from __future__ import annotations

from collections.abc import Callable

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import CALENDAR, Story

_PERSONS = group("articled-persons")
_INSTITUTIONS = frozenset({"college", "hospital", "parish", "port", "prison", "school", "university"})
_SOURCES = (_PERSONS | group("articled-bodies") | group("bare-bodies")) - _INSTITUTIONS
_FILED = group("filed-documents")
_MEMOS = frozenset({"memo", "letter", "leaflet", "document", "report", "survey", "statement"})
_LETTERS = frozenset({"letter", "memo", "statement", "message", "tweet", "speech", "filing", "briefing"})
_EMAILS = frozenset({"email", "interview", "affidavit", "e-mail"})
_REQUESTS = frozenset({"request", "behest", "insistence", "invitation", "suggestion"})
_NOT_ASKED = group("not-asked-about")
_MADE = group("made") | group("reduced-relatives")
_LINKS = frozenset({"by", "in", "at", "on", "with", "to", "from"})
_FINITE = group("finite")
_ARTICLES = frozenset({"a", "an", "the"})


def _goes_on(story: Story, at: int) -> bool:
    """Whether the frame goes on behind a noun: its verb, a mark, or a clause, in a sentence that has its articles."""
    after = story.word(at + 1)
    verb = after in story.words.frequent_cues and not english.can_be_noun(after)
    closes = at + 1 >= len(story) or story.text[at + 1] in (".", ",")
    low, end = story.sentence_start(at), story.sentence_end(at)
    prose = not _ARTICLES.isdisjoint(story.lower[low:end]) and story.text[end - 1] in (".", "”", '"')
    return prose and (verb or closes or after == "that" or after in _FINITE)


def _bare(story: Story, at: int, nouns: frozenset[str]) -> bool:
    if story.lower[at] not in nouns and "ADJ" in english.parts_of_speech(story.lower[at]) and story.is_plain(at):
        at += 1
    plain = story.is_plain(at) and not story.in_compound(at)
    return plain and story.word(at) in nouns and _goes_on(story, at)


def _made(story: Story, at: int, nouns: frozenset[str]) -> bool:
    """Whether one of the nouns stands there, and behind it how it was made or who made it."""
    after = story.word(at + 1)
    made = after in _MADE and (story.word(at + 2) in _LINKS or story.word(at + 2) in CALENDAR)
    return story.lower[at] in nouns and story.is_plain(at) and (made or after in ("by", "from"))


def _opening(story: Story, at: int, nouns: frozenset[str]) -> bool:
    """Whether one of the nouns stands behind the preposition that opens the sentence, and somebody says something."""
    after, end = story.word(at + 1), story.sentence_end(at)
    follows = after in ("to", "with") or after in _MADE
    says = any(word in ("said", "says", "wrote", "told") for word in story.lower[at:end])
    return at - 1 in story.firsts and story.lower[at] in nouns and follows and says and "," in story.text[at:end]


_ASKED_FOR = group("asked-without-link")
"""What somebody is asked without *about*: `asked its nature`."""


def _asked_about(story: Story, at: int) -> bool:
    """Whether a thing stands behind the participle that opens the sentence, then a comma and who was asked."""
    if at - 1 not in story.firsts or story.lower[at] not in ("the", "his", "her", "its", "their"):
        return False
    comma = next((n for n in range(at + 1, min(at + 5, story.sentence_end(at))) if story.text[n] == ","), None)
    if comma is None or comma == at + 1 or not _NOT_ASKED.isdisjoint(story.lower[at:comma]):
        return False
    if comma == at + 2 and story.lower[at + 1] in _ASKED_FOR:
        return False
    inside = all(story.is_plain(n) and story.lower[n] not in story.words.function for n in range(at + 1, comma))
    follows = story.word(comma + 1)
    person = story.word(comma - 1) in story.words.persons
    return inside and not person and (follows in DETERMINERS or follows in NOMINATIVE or story.is_name(comma + 1))


KINDS: dict[str, Callable[[Story, int], bool]] = {
    "ASKED_ABOUT": _asked_about,
    "AT_REQUEST": lambda story, at: story.lower[at] in _REQUESTS and story.word(at + 1) == "of",
    "BARE_FILED": lambda story, at: _made(story, at, _FILED),
    "BARE_MEMO": lambda story, at: _made(story, at, _MEMOS),
    "BARE_PERSON": lambda story, at: _bare(story, at, _PERSONS),
    "BARE_SOURCE": lambda story, at: _bare(story, at, _SOURCES),
    "OPENING_EMAIL": lambda story, at: _opening(story, at, _EMAILS),
    "OPENING_LETTER": lambda story, at: _opening(story, at, _LETTERS),
}
