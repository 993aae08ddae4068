"""Whether a cue with its subject opens its clause: at the start of a sentence, or behind a quotation."""

from __future__ import annotations

from attribution_lint.checks.phrases.slots import NOMINATIVE
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Story
from attribution_lint.checks.phrases.subject import subject_of

PLACING = frozenset({"in", "at", "on", "during", "from", "through", "via", "after", "before", "last", "late"})
"""What opens a phrase of place or time."""


def opens_clause(story: Story, cue: int) -> bool:
    """Whether the subject of the cue opens the sentence, or stands behind a quotation: no relative clause."""
    before = cue - 1
    while story.word(before) in ("also", "later", "then", "has", "have", "had"):
        before -= 1
    if story.word(before) in NOMINATIVE:
        start = before
    else:
        subject = subject_of(story, before + 1)
        if subject is None:
            return story.is_name(before) and _is_name_subject(story, before)
        start = subject.start
    return start in story.firsts or story.text[start - 1] in QUOTE_MARKS or _follows_opening(story, start)


def _follows_opening(story: Story, start: int) -> bool:
    """Whether nothing but a phrase of place or time and its comma stands before: `In a statement, the firm told it`."""
    low = story.sentence_start(start)
    opening = story.lower[low : start - 1]
    opens = story.lower[low] in PLACING or story.lower[low] in _PARTICIPLES
    return story.text[start - 1] == "," and opens and "," not in opening and len(opening) < 8


_PARTICIPLES = frozenset({"addressing", "asked", "citing", "quoting", "referring", "speaking"})


def _is_name_subject(story: Story, last: int) -> bool:
    first = last
    while first not in story.firsts and story.is_capital(first - 1):
        first -= 1
    return first in story.firsts or story.text[first - 1] in QUOTE_MARKS


def follows_quotation(story: Story, cue: int) -> bool:
    """Whether a quotation and a subject stand before a cue."""
    before = cue - 1
    if story.word(before) in NOMINATIVE:
        return ends_quotation(story, before - 1)
    subject = subject_of(story, cue)
    return subject is not None and ends_quotation(story, subject.start - 1)


def ends_quotation(story: Story, mark: int) -> bool:
    """Whether speech ends in a mark: one with a comma, a question or an exclamation before it."""
    return mark > 0 and story.text[mark] in QUOTE_MARKS and story.text[mark - 1][-1] in ",?!"
