"""An occasion that opens a sentence and somebody right behind it: `In an interview THE BBC, the minister said`.

Two noun phrases side by side need a preposition. Where the second were the subject, *In a statement the company, a
bank, said*, the verb would follow it; here another subject follows its comma, with the verb.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import is_past
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import CALENDAR, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_LINKS = {
    **dict.fromkeys(("interview", "interviews", "conversation", "call"), ("with", "to")),
    **dict.fromkeys(
        ("letter", "email", "e-mail", "memo", "message", "note", "statement", "submission", "reply", "response"),
        ("to", "from"),
    ),
    **dict.fromkeys(("speech", "address", "presentation", "appeal"), ("to", "in")),
    **dict.fromkeys(("visit", "trip"), ("to", "from")),
    "tour": ("of", "with"),
    **dict.fromkeys(("conference", "briefing", "rally", "hearing", "meeting", "event"), ("in", "at")),
}
_OPENERS = frozenset({"in", "at", "during", "on"})
_ARTICLES = frozenset({"a", "an", "his", "her", "its", "their", "another", "one"})
_TIMES = group("times") | CALENDAR | {"same", "last", "next", "following", "previous"}
_FINITE = group("finite")
_COUNTING = group("counting") | {"forty", "fifty", "dozens", "ten", "twenty", "thirty", "hundreds"}
_LONGEST, _FEW = 5, 4


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _LINKS


def lost_opener_links(story: Story) -> Iterator[Issue]:
    """Yield the occasions that open a sentence of a story without the preposition before what follows them."""
    for noun, word in story.among(_matters):
        low = story.sentence_start(noun)
        if word not in _LINKS or not 2 <= noun - low <= _FEW or story.lower[low] not in _OPENERS or story.spoken[noun]:
            continue
        if story.lower[low + 1] not in _ARTICLES or not all(story.is_plain(n) for n in range(low + 1, noun + 1)):
            continue
        comma = _behind_phrase(story, noun + 1)
        if comma is None or not _says(story, comma + 1):
            continue
        here, there = story.text[noun], story.text[noun + 1]
        found = tuple(f"{here} {link} {there}" for link in _LINKS[word])
        slot, reason = f"{word} {_LINKS[word][0]} …", f"“{_LINKS[word][0]}” is missing"
        yield Issue("lost-word", story.span(noun, noun + 2), slot, reason, found, certain=True)


def _behind_phrase(story: Story, first: int) -> int | None:
    """Return the number of the comma behind a noun phrase of its own, without a verb: `the BBC,`, `Reuters,`."""
    opens = story.word(first) in DETERMINERS and story.word(first) not in ("that", "this", "no")
    if not opens and not story.is_name(first):
        return None
    for at in range(first + opens, min(first + opens + _LONGEST, story.sentence_end(first))):
        if story.text[at] == ",":
            return at if at > first + opens and _is_noun(story, at - 1) else None
        if story.is_capital(at) and story.lower[at] not in _TIMES:
            continue
        word = story.lower[at]
        if not story.is_plain(at) or word in story.words.function or word in _TIMES or is_past(story, at):
            return None
        if word in _FINITE:
            return None
    return None


def _is_noun(story: Story, at: int) -> bool:
    """Whether a name, somebody or a body stands there, or a word that is no verb: no *the minister regrets*."""
    word = story.lower[at]
    if story.is_capital(at) or word in story.words.persons or word in story.words.organisations:
        return True
    return english.can_be_noun(word) and not english.can_be_verb(word)


def _says(story: Story, first: int) -> bool:
    """Whether a subject and a verb of saying follow, with no comma between or right behind."""
    if story.pronoun(first) in NOMINATIVE:
        return story.word(first + 1) in story.words.frequent_cues
    counted = story.word(first) in _COUNTING or story.words.persons.get(story.word(first)) == "plural"
    if story.word(first) not in DETERMINERS and not story.is_name(first) and not counted:
        return False
    for at in range(first + 1, min(first + 2 + _LONGEST, story.sentence_end(first))):
        if story.lower[at] in story.words.frequent_cues and story.is_plain(at):
            behind = story.text[at + 1 : at + 1 + _FEW]  # no "the aide said on Monday, was calm"
            return bool(behind) and behind[0] != "." and "," not in behind
        known = story.is_plain(at) or story.is_capital(at) or story.text[at] in ("'s", "’s", "-")
        if not known or story.lower[at] in story.words.function:
            return False
    return False
