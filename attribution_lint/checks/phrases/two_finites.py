"""Two finite auxiliaries side by side: `The captain is was said to be in hiding`, `The union has have said`.

A clause has one finite verb, and it is the first of its group (Quirk et al. 1985, 3.52 to 3.55). Where a clause is
itself the subject two may meet, *what it was is unclear*, so nothing that opens such a clause may stand before.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import NOMINATIVE
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.subject import subject_of
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_BE = frozenset({"is", "are", "was", "were"})
_HAVE = frozenset({"has", "have", "had"})
_MODALS = frozenset({"will", "would", "can", "could", "should", "must", "may", "might"})
_SINGULAR = frozenset({"is", "was", "has"})
_PLURAL = frozenset({"are", "were", "have"})
_OPENS_CLAUSE = frozenset(
    {"what", "whatever", "who", "whoever", "all", "everything", "that", "which", "where", "how", "why", "it", "there"}
    | {"as", "than", "anything", "nothing", "when", "if", "say", "says", "whether"}
)


_AUXILIARIES = _BE | _HAVE | _MODALS


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _AUXILIARIES


def two_finites(story: Story) -> Iterator[Issue]:
    """Yield the pairs of finite auxiliaries in a story of which one does not belong there."""
    for first, word in story.among(_matters):
        after = story.word(first + 1)
        if word not in _AUXILIARIES or not _cannot_meet(word, after) or first in story.firsts:
            continue
        if not story.is_plain(first) or not story.is_plain(first + 1) or not _carries_on(story, first + 2):
            continue
        subject = subject_of(story, first)
        low = story.sentence_start(first)
        known = subject is not None or story.is_name(first - 1) or _is_pronoun(story, first - 1, low)
        if not known or not _OPENS_CLAUSE.isdisjoint(story.lower[low:first]):
            continue
        number = subject.number if subject is not None else ""
        kept = sorted((word, after), key=lambda verb: _misfit(verb, number))
        reason = "two finite verbs stand side by side"
        yield grammar_issue(story, "function-word", first, first + 2, f"{word} {after}", reason, *kept)


def _is_pronoun(story: Story, at: int, low: int) -> bool:
    """Whether a pronoun stands there that opens its clause: no *the man he was is gone*."""
    return story.word(at) in NOMINATIVE and (
        at == low or story.text[at - 1] == "," or story.lower[at - 1] in ("and", "but")
    )


def _cannot_meet(first: str, second: str) -> bool:
    if first == second:
        return False
    if first in _BE:
        return second in _AUXILIARIES
    if first in _HAVE:
        return second in _BE or second in _MODALS or (second in _HAVE and second != "had")
    return first in _MODALS and (second in _MODALS or second in _BE or second in ("has", "had"))


def _misfit(verb: str, number: str) -> int:
    """Return 1 for a verb whose number is not that of the subject."""
    wrong = _PLURAL if number == "singular" else _SINGULAR if number == "plural" else frozenset[str]()
    return int(verb in wrong)


def _carries_on(story: Story, at: int) -> bool:
    """Whether a participle, *not* or *been* follows, or a verb's plain form behind a modal."""
    while story.word(at) in ("not", "n't", "also", "been", "already", "never"):
        at += 1
    word = story.word(at)
    return word.endswith(("ed", "ing")) or english.can_be_verb(word)
