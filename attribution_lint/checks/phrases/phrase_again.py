"""A phrase of place or time on both sides of a cue: `the coastguard IN ITS LOG said IN ITS LOG that`.

When and where something is said is said once, before the subject, between it and the verb, or behind the verb; copy
that moves the phrase leaves the first one standing.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import is_past
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import BREAKS, CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_LINKS = frozenset({"on", "in", "at", "during", "after", "outside", "through", "by", "late", "last", "earlier", "this"})
_FINITE = group("finite")
_HEARERS = group("audience")
_STOPS = frozenset({"that", "who", "which", "and", "but", ",", ".", "he", "she", "it", "they"})
_LONGEST, _REACH = 5, 14


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in words.frequent_cues


def phrase_again(story: Story) -> Iterator[Issue]:
    """Yield the phrases behind a cue of a story that stand before it already."""
    for cue, word in story.among(_matters):
        if word not in story.words.frequent_cues or story.spoken[cue] or not story.is_plain(cue):
            continue
        first = cue + 1
        if story.word(first) in _HEARERS:
            first += 1
        if story.word(first) not in _LINKS or not story.is_plain(first) or cue - story.sentence_start(cue) < 3:
            continue
        length = _phrase(story, first)
        again = _before(story, first, length, cue) if length > 1 else None
        if again is None or not _is_one_frame(story, again + length, cue):
            continue
        slot, reason, end = f"… {story.lower[cue]}", "the phrase stands twice", first + length
        if again + length == cue:
            kept = (story.slice(cue, end), story.slice(again, first))
            yield grammar_issue(story, "doubled-word", again, end, slot, reason, *kept)
        else:
            yield grammar_issue(story, "doubled-word", first - 1, end, slot, reason, story.text[first - 1])


def _phrase(story: Story, first: int) -> int:
    """Return how many words the phrase has; 0 if it does not end in what was said or with a mark."""
    end = story.sentence_end(first)
    for at in range(first + 1, min(first + 1 + _LONGEST, end)):
        word = story.lower[at]
        if word in CALENDAR or (word in ("month", "week", "year") and at == first + 1):
            return at + 1 - first
        if story.text[at] in BREAKS or story.text[at] in QUOTE_MARKS or word in _STOPS:
            return 0 if story.lower[at - 1] in ("end", "fact") else at - first
        if word in _FINITE:
            return 0
    return 0


def _before(story: Story, first: int, length: int, cue: int) -> int | None:
    """Return where the same words stand before the cue, at the opening of the sentence or behind the subject."""
    phrase, low = story.lower[first : first + length], story.sentence_start(cue)
    for at in (low, cue - length):
        if low <= at and at + length <= cue and story.lower[at : at + length] == phrase:
            return at
    return None


def _is_one_frame(story: Story, behind: int, cue: int) -> bool:
    """Whether only a subject stands between the phrase and the cue, so that both tell of one saying."""
    if behind == cue:
        return True
    between = range(behind + (story.text[behind] == ","), cue)
    if not 0 < len(between) <= _REACH:
        return False
    return not any(
        story.text[n] in (",", *QUOTE_MARKS)
        or story.lower[n] in _FINITE
        or story.lower[n] in ("that", "who", "which")
        or (is_past(story, n) and story.is_plain(n))
        for n in between
    )
