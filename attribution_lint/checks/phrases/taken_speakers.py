"""A speaker whom a stray preposition takes: `It is shut, for the clerk said.`, `“No,” of the coach said.`

A subject is no part of a phrase of its own clause (Huddleston and Pullum 2002, 7.1): where a comma or a quotation, a
preposition, one person and the cue follow each other, nobody is left to have said it.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import is_past, listener_end
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.openings import ends_quotation
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_CUES = frozenset({"said", "says", "added", "confirmed", "told", "insisted", "replied", "warned", "announced"})
_LINKS = frozenset({"of", "to", "for", "at", "on", "by", "from", "about", "in"})
_BARE = frozenset({"police", "officials", "prosecutors", "investigators", "sources", "witnesses", "authorities"})
_BEHIND = frozenset({"that", "in", "on", "at", "after", "as", "when", "he", "she", "they", "it", "there"})
_LONGEST = 4


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _CUES


def taken_speakers(story: Story) -> Iterator[Issue]:
    """Yield the prepositions of a story that stand before the speaker of a clause of its own."""
    for cue, word in story.among(_matters):
        if word not in _CUES or story.spoken[cue] or not _reports(story, cue):
            continue
        if _is_stranded(story, cue):
            slot, reason = f"{story.text[story.sentence_start(cue)]} …", f"“{word}” has no subject here"
            yield grammar_issue(story, "function-word", cue - 1, cue + 1, slot, reason, story.text[cue - 1])
            continue
        link = _link_of(story, cue)
        if link is None or not _opens(story, link):
            continue
        slot, reason = f"… {word}", f"“{story.text[link]}” takes the speaker from the clause"
        right = story.text[link + 1]
        right = right.capitalize() if link in story.firsts else right
        yield grammar_issue(story, "function-word", link, link + 2, slot, reason, right)


def _is_stranded(story: Story, cue: int) -> bool:
    """Whether nothing but an opening phrase stands before the cue, and its comma behind: `In a statement said, the`."""
    low, after = story.sentence_start(cue), cue + 1
    opening = story.lower[low:cue]
    if story.lower[low] not in ("in", "at", "during") or not 2 < len(opening) < 9 or story.word(after) != ",":
        return False
    written = story.word(low + 1) in DETERMINERS and story.word(low + 2) in story.words.occasions
    ends = cue - 1 == low + 2 or (
        story.lower[cue - 1] in CALENDAR and story.lower[cue - 2] in ("on", story.lower[low + 2])
    )
    return written and ends and all(text.isalpha() for text in story.text[low:cue])


def _link_of(story: Story, cue: int) -> int | None:
    """Return the number of the preposition that stands before one person and the cue; None if none does."""
    head = cue - 1
    if story.word(head) not in story.words.persons or not story.is_plain(head) or story.in_compound(head):
        return None
    first = head - 1
    while first > head - _LONGEST and _describes(story, first, story.lower[head] in _BARE):
        first -= 1
    if story.word(first) not in DETERMINERS or story.word(first - 1) not in _LINKS:
        return None
    return first - 1


def _describes(story: Story, at: int, bare: bool) -> bool:
    """Whether a word belongs to the person behind it; before what stands bare a noun ends a phrase of its own."""
    word = story.word(at)
    if not story.is_plain(at) or word in story.words.function or word in DETERMINERS:
        return False
    parts = english.parts_of_speech(word)
    return word not in _TIMES and (parts == {"ADJ"} if bare else bool(parts & {"ADJ", "NOUN"}))


_TIMES = group("times")


def _opens(story: Story, link: int) -> bool:
    """Whether a clause may open there: behind a quotation, or a comma with a whole clause before it."""
    before = link - 1
    if link in story.firsts or before < 0:
        return False
    if story.text[before] in QUOTE_MARKS:
        return ends_quotation(story, before)
    low = story.sentence_start(link)
    ahead = story.lower[low:before]
    if story.text[before] != ",":
        return False
    if story.lower[link] != "for" and any(word in _FINITE or is_past(story, low + n) for n, word in enumerate(ahead)):
        return True  # “He was not alone, for the witness said two had come”
    return _opens_phrase(story, low, before)


def _opens_phrase(story: Story, low: int, comma: int) -> bool:
    """Whether nothing but an opening phrase stands before the comma: `Asked about the strike, for the mayor said`."""
    return story.lower[low] in _OPENERS and "," not in story.text[low:comma]


_FINITE = group("finite")
_OPENERS = frozenset(
    {"in", "asked", "speaking", "citing", "quoting", "addressing", "referring", "at", "on", "after"}
    | {"shortly", "late", "early", "before"}
)


def _reports(story: Story, cue: int) -> bool:
    """Whether what is said follows the cue, or the sentence ends: no *the clerk said to be ill*."""
    after = cue + 1
    word = story.word(after)
    if after >= len(story) or story.text[after] in (".", ",", ":") or story.text[after] in QUOTE_MARKS:
        return True
    if story.lower[cue] == "told":
        return listener_end(story, after) is not None
    return word in _BEHIND or word in DETERMINERS or word in PLURAL_SIGNS or word in NOMINATIVE
