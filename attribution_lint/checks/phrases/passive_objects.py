"""A noun phrase right behind a passive that takes none: `was reported THE ECHO`, `was confirmed THE POST by`.

The object of these verbs is the subject of their passive, so that whoever else is named needs a preposition
(Huddleston and Pullum 2002, 16.10). A time, *was reported the next day*, and a clause, *it was announced the club
would*, may stand there.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import CALENDAR, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_BY = frozenset(
    {"reported", "published", "obtained", "compiled", "commissioned", "conducted", "issued", "released", "reviewed"}
    | {"revealed", "carried", "verified", "prepared", "written", "seen", "denied", "rejected", "disputed", "dismissed"}
    | {"condemned", "criticised", "criticized", "approved"}
)
_TO = frozenset({"confirmed", "disclosed", "announced", "leaked", "submitted"})
_BEEN = frozenset({"was", "were", "been", "is", "are", "being"})
_ADVERBS = frozenset({"first", "also", "later", "initially", "originally", "earlier", "independently"})
_TIMES = group("times") | CALENDAR | {"same", "next", "last", "following", "previous", "most", "least", "best", "worst"}
_FINITE = group("finite")
_ENDS = frozenset({",", ".", "by", "on", "in", "at", "last", "from", "which", "who", "and", "after", "through", "this"})
_LONGEST = 6


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _BY or word in _TO


def passive_objects(story: Story) -> Iterator[Issue]:
    """Yield the passives of a story behind which the preposition before a name or a body is missing."""
    for number, word in story.among(_matters):
        verb = number - 1
        while story.word(verb) in _ADVERBS:
            verb -= 1
        if not (word in _BY or word in _TO) or story.spoken[number] or story.word(verb) not in _BEEN:
            continue
        if story.word(verb - 1) in ("it", "what") or story.sentence_start(number) > verb:
            continue
        if not _is_body(story, number + 1):
            continue
        links = ("by", "to", "in") if word in _BY else ("to", "by")
        here, there = story.text[number], story.text[number + 1]
        found = tuple(f"{here} {link} {there}" for link in links)
        slot, reason = f"{word} {links[0]} …", f"“{links[0]}” is missing"
        yield Issue("lost-word", story.span(number, number + 2), slot, reason, found, certain=True)


def _is_body(story: Story, first: int) -> bool:
    """Whether a body or a name stands there with its article, and no verb of its own behind it."""
    if story.word(first) not in ("the", "a", "an", "its", "his", "her"):
        return False
    end = min(first + 1 + _LONGEST, story.sentence_end(first))
    for at in range(first + 1, end):
        word = story.lower[at]
        if word in _ENDS or story.text[at] in _ENDS:
            last = at - 1
            body = story.is_name(last) or story.lower[last] in story.words.organisations
            return last > first and body
        known = story.is_plain(at) or story.is_capital(at) or story.text[at] in ("-", "&")
        if not known or word in _TIMES or word in _FINITE or word in story.words.frequent_cues:
            return False
    return False
