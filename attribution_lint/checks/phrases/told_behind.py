"""*told* behind what is told, with nobody to hear it: `“No,” the mayor told on Friday.`, `It is shut, the clerk told.`

What is told stands ahead as a quotation or a clause, so that only a listener could follow (Huddleston and Pullum 2002,
11.4.2).
"""

from __future__ import annotations

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import is_past
from attribution_lint.checks.phrases.openings import PLACING, ends_quotation
from attribution_lint.checks.phrases.slots import NOMINATIVE
from attribution_lint.checks.phrases.story import CALENDAR, Story
from attribution_lint.checks.phrases.subject import subject_of

_FINITE = group("finite")
_LINKING = frozenset({"as", "when", "while", "adding"})
_JOINING = frozenset({"once", "after", "as", "because", "when", "while", "although", "though", "adding", "and", "but"})
_TOLD = group("told") | {"all", "what", "that"}
"""What is told and needs no listener: *a story, the captain told in his book*."""


def closes_alone(story: Story, told: int) -> bool:
    """Whether a quotation or a clause and a speaker stand before *told*, and no listener can follow."""
    start = _subject_start(story, told)
    if start is None or start < 2:
        return False
    after = told + 1
    ends = after >= len(story) or story.text[after] in (".", ",", ";")
    if ends_quotation(story, start - 1):
        day = story.word(after) in CALENDAR - _NAMES and story.word(after + 1) not in ("'s", "’s", "'", "’")
        return ends or day or story.word(after) in PLACING | _LINKING
    if story.text[start - 1] != "," or not _is_clause(story, start - 1):
        return False
    rest = range(after, story.sentence_end(told))
    comma = next((n for n in rest if story.text[n] == ","), story.sentence_end(told))
    closed = comma == story.sentence_end(told) or story.word(comma + 1) in _JOINING
    alone = closed and not any(story.lower[n] in _FINITE for n in range(after, comma))
    placed = alone and story.word(after) in ("in", "on", "at") and story.text[start + 1][0].islower()
    return ends or placed


def _subject_start(story: Story, told: int) -> int | None:
    """Return where a speaker starts that ends right before the verb."""
    before = told - 1
    if story.word(before) in NOMINATIVE:
        return None if story.word(before) == "it" else before  # "Whatever it was, it told."
    subject = subject_of(story, told)
    if subject is None or story.lower[subject.head] in _TOLD:
        return None
    head = story.lower[subject.head]
    speaks = head in story.words.speakers or story.is_name(subject.head)
    return subject.start if speaks else None


def _is_clause(story: Story, comma: int) -> bool:
    """Whether a clause of its own stands before the comma, from the start of the sentence."""
    low = story.sentence_start(comma)
    ahead = range(low, comma)
    if "," in story.text[low:comma] or story.lower[low] in _OPENERS or not _TOLD.isdisjoint(story.lower[low:comma]):
        return False
    return any(story.lower[n] in _FINITE or (n > low and is_past(story, n)) for n in ahead)


_NAMES = frozenset({"april", "august", "june", "may", "May"})
"""Months that may be somebody: *he told May*."""
_OPENERS = group("clause-openers") | {"as", "how", "in", "at", "for", "to"}
