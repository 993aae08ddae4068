"""A preposition between *said* and the speaker behind it: `The gate was open, said TO the harbour master, Ewan Craig.`

Where the clause that was said stands whole before the comma, *said* is its cue, and the speaker behind is the subject
(Quirk et al. 1985, 14.30, on inversion); what follows the speaker is an apposition or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import is_past
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.openings import ends_quotation
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_LINKS = frozenset({"to", "of", "by", "for", "from", "at", "with"})
_FINITE = group("finite")
_RITES = frozenset({"mass", "masses", "prayer", "prayers", "grace", "rosary", "kaddish", "blessing", "words", "phrase"})
_LONGEST = 6


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in ("said", "says")


def said_by(story: Story) -> Iterator[Issue]:
    """Yield the prepositions of a story between *said* and a speaker."""
    for cue, word in story.among(_matters):
        link = cue + 1
        if word not in ("said", "says") or story.word(link) not in _LINKS or not story.is_plain(link):
            continue
        before = cue - 1
        if cue in story.firsts or story.spoken[cue] or link + 2 >= len(story):
            continue
        told = story.text[before] == "," and _is_clause(story, before)
        quoted = ends_quotation(story, before)
        if not told and not quoted:
            continue
        if _is_speaker(story, link + 1) or (quoted and _is_named(story, link + 1)):
            reason = f"“{story.text[link]}” does not belong in it"
            yield grammar_issue(story, "function-word", cue, link + 1, "said …", reason, story.text[cue])


def _is_clause(story: Story, comma: int) -> bool:
    """Whether a finite verb stands in the words up to a comma, and no relative that it may belong to."""
    low = story.sentence_start(comma)
    inside = range(low + 1, comma)
    if not _RITES.isdisjoint(story.lower[low:comma]):
        return False  # "Mass will be at noon, said by the bishop."
    if any(story.lower[n] in ("who", "which", "that", "whose") or story.text[n] == "," for n in inside):
        return False
    return any(story.lower[n] in _FINITE or (is_past(story, n) and story.is_plain(n)) for n in inside)


def _is_named(story: Story, first: int) -> bool:
    """Whether two or more words of a name stand there, and then the stop or an age."""
    at = first
    while story.is_name(at) and at < first + _LONGEST:
        at += 1
    aged = story.text[at : at + 1] == [","] and story.word(at + 1).isdigit()
    return at > first + 1 and (aged or story.text[at : at + 1] == ["."])


def _is_speaker(story: Story, first: int) -> bool:
    """Whether a person stands there who is named behind a comma, or a name who is told of, and the sentence ends so."""
    end = story.sentence_end(first)
    at = first
    if story.lower[first] in ("police", "officials"):
        return story.text[first + 1 : first + 2] in (["."], [","])
    if story.lower[first] in DETERMINERS:
        while at < min(first + _LONGEST, end) and story.text[at] not in (",", "."):
            known = story.is_plain(at) or story.is_capital(at) or story.text[at] in ("'s", "’s", "-")
            if not known or story.lower[at] in ("that", "who") or story.lower[at] in _FINITE:
                return False
            at += 1
        person = story.lower[at - 1] in story.words.persons or story.lower[at - 1] in ("police", "officials")
        if not person or at >= end:
            return _stands_for(story, first, end)
        if story.text[at] == ".":
            return True
        return story.is_name(at + 1) and not _goes_on(story, at + 1, end)
    while at < min(first + _LONGEST, end) and story.is_name(at):
        at += 1
    if at == first or at >= end or story.text[at] != ",":
        return False
    return story.word(at + 1) in ("a", "an", "the", "who") and not _goes_on(story, at + 1, end)


def _stands_for(story: Story, first: int, end: int) -> bool:
    """Whether a person stands there, and then for whom or of what to the end: `a solicitor for the four holders.`"""
    persons = story.words.persons
    head = next((n for n in range(first + 1, min(first + _LONGEST, end)) if story.lower[n] in persons), None)
    if head is None or not all(story.is_plain(n) for n in range(first + 1, head)):
        return False
    if story.word(head + 1) not in ("for", "of", "at", "from", "with") or story.text[end - 1] != ".":
        return False
    rest = range(head + 2, end - 1)
    known = all(story.is_plain(n) or story.is_capital(n) or story.text[n] in ("'s", "’s", "-") for n in rest)
    return known and 0 < len(rest) <= 2 * _LONGEST and not any(story.lower[n] in _FINITE for n in rest)


def _goes_on(story: Story, first: int, end: int) -> bool:
    """Whether a verb with its own clause stands behind the speaker: `The prayer, said by the priest, Al Roe, ended`."""
    mark = next((n for n in range(first, end) if story.text[n] == ","), end)
    return any(story.lower[n] in _FINITE or is_past(story, n) for n in range(mark + 1, min(mark + 3, end)))
