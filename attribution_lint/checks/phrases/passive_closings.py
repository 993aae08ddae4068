"""A frame that closes a clause in the passive: `…, the federation WAS announced on Wednesday.`, `…, police WERE said.`

Whoever says what the clause before the comma tells is the subject of an active verb (Quirk et al. 1985, 14.28). Verbs
that take a listener are left alone, *…, the court was told*, as is what follows a clause that only gives the time.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import is_past
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.openings import ends_quotation
from attribution_lint.checks.phrases.slots import DETERMINERS, is_clause
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_NEVER = frozenset(
    {"said", "added", "claimed", "insisted", "stated", "argued", "explained", "stressed", "maintained", "alleged"}
    | {"concluded", "noted", "conceded", "asserted", "contended", "remarked", "replied", "reiterated"}
    | {"emphasised", "emphasized"}
)
"""Verbs of saying whose passive takes no person for its subject, or only before an infinitive."""
_SELDOM = frozenset(
    {"announced", "confirmed", "reported", "revealed", "disclosed", "declared", "predicted", "admitted", "acknowledged"}
)
"""Verbs of saying that a thing or a new office-holder may be the subject of, and hardly a body or its spokesman."""
_BE = frozenset({"was", "were", "is", "are", "been", "being"})
_HAVE = frozenset({"has", "have", "had"})
_FINITE = group("finite")
_SUBORDINATORS = (
    group("subordinators") - {"it"}
    | {"if", "once", "hours", "days", "weeks", "months", "years", "minutes", "moments"}
    | {
        "no",
        "not",
        "had",
        "hardly",
        "only",
        "scarcely",
        "should",
        "barely",
        "whoever",
        "whatever",
    }
)
_VOICES = frozenset({"police", "officials", "spokesman", "spokeswoman", "spokesperson", "prosecutors", "officers"})
_OCCASIONS = frozenset({"statement", "report", "interview", "letter", "briefing", "release"})
_REASON = "speakers say, and are not said"
_DAYS = group("times")
_LONGEST = 6


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _NEVER or word in _SELDOM


def passive_closings(story: Story) -> Iterator[Issue]:
    """Yield the passives of a story that close a clause or a quotation as if their subject were told of."""
    for cue, word in story.among(_matters):
        be = cue - 1
        if not (word in _NEVER or word in _SELDOM) or story.spoken[cue] or story.word(be) not in _BE:
            continue
        if not story.is_plain(be):
            continue
        told = story.word(cue + 1) == "that" and is_clause(story, cue + 2) and story.word(cue + 2) not in _DAYS
        if told and _speaks(story, be - 1):
            yield grammar_issue(story, "function-word", be, cue + 1, f"… {word}", _REASON, story.text[cue])
            continue
        if not _ends(story, cue + 1):
            continue
        first = be - 1 if story.word(be) == "been" and story.word(be - 1) in _HAVE else be
        start = _subject_start(story, first, word in _SELDOM)
        if start is None:
            continue
        mark = start - 1
        quoted = ends_quotation(story, mark) or (story.text[mark] in QUOTE_MARKS and story.text[mark - 1] == ",")
        if not quoted and not (story.text[mark] == "," and _is_main_clause(story, mark, word in _SELDOM)):
            continue
        yield grammar_issue(story, "function-word", first, cue + 1, f"… {word}", _REASON, story.text[cue])


def _speaks(story: Story, at: int) -> bool:
    """Whether somebody or a body stands there: `The bank was confirmed that`, no *The news was confirmed that*."""
    word = story.word(at)
    known = story.is_plain(at) and (word in story.words.persons or word in story.words.organisations)
    return known or word in ("he", "she", "they")


def _ends(story: Story, at: int) -> bool:
    """Whether the sentence ends there, or behind a day or what was written or said on that occasion."""
    end = story.sentence_end(at)
    if at >= end or story.text[at] == ".":
        return True
    if story.word(at) == "on" and story.word(at + 1) in CALENDAR:
        return _INNER.isdisjoint(story.lower[at + 2 : end]) and end - at <= _LONGEST
    if story.word(at) in CALENDAR or story.word(at) in ("yesterday", "today"):
        return end - at <= 2
    if story.word(at) in ("in", "at") and story.word(at + 1) in ("a", "an", "its", "his", "her", "their", "the"):
        return not _OCCASIONS.isdisjoint(story.lower[at + 2 : at + 4]) and end - at <= _LONGEST
    return False


def _subject_start(story: Story, be: int, voice: bool) -> int | None:
    """Return where the subject before the passive begins: who speaks, and with `voice` a body or who speaks for it."""
    head = be - 1
    word, words = story.word(head), story.words
    if story.pronoun(head) in ("he", "she", "they"):
        return None if voice else head
    if story.is_name(head) and not voice:
        start = head
        while story.is_capital(start - 1) and head - start < _LONGEST:
            start -= 1
        return start - 1 if story.word(start - 1) == "the" else start
    speaks = word in _VOICES or word in words.organisations or (not voice and word in words.persons)
    if not speaks or not story.is_plain(head):
        return None
    for start in range(head, max(head - _LONGEST, story.sentence_start(be)), -1):
        if story.lower[start] in DETERMINERS and story.word(start - 1) in ("for", "of"):
            return _subject_start(story, start - 1, voice)
        if story.lower[start] in DETERMINERS or story.text[start - 1] in (",", *QUOTE_MARKS):
            return start
        if not (story.is_plain(start) or story.is_capital(start)) or story.lower[start] in words.function:
            return None
    return None


def _is_main_clause(story: Story, comma: int, alone: bool) -> bool:
    """Whether a clause with its verb ends in the comma that gives no time or reason for another; with `alone`, one."""
    low = story.sentence_start(comma)
    inside = story.lower[low:comma]
    if comma - low < 4 or inside[0] in _SUBORDINATORS or (alone and not _INNER.isdisjoint(inside)):
        return False
    return any(story.lower[n] in _FINITE or (is_past(story, n) and story.is_plain(n)) for n in range(low + 1, comma))


_INNER = frozenset({"and", "but", "or", "who", "which", "whose", "when", "while", "as", "where", ",", ";"})
