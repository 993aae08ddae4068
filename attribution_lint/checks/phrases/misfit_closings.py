"""A verb with its subject behind what was said that fits there far worse than a cue: `…, his agent CLIMBED on Tuesday`.

Two main clauses are not joined by a comma alone (Huddleston and Pullum 2002, 20.3.1): what stands so behind a clause or
a quotation, a short subject and a verb without an object, says who spoke. The verb must look or sound like a usual cue,
and that must fit what stands around much better (`fit`).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.cues import cue_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.like_cues import FITS_BETTER, is_like_a_cue, likelier_cues
from attribution_lint.checks.phrases.openings import ends_quotation
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, before_adverbs
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Issue, Story

_FINITE = group("finite")
_SUBORDINATORS = group("subordinators")
_ADVERBS = group("adverbs")
_ENDS = frozenset({".", ",", ";", "—", "–", "--"})
_PLACES = frozenset({"in", "on", "at", "during", "after", "before", "when", "as", "last", "earlier"})
_LONGEST_SUBJECT, _LONGEST_ASIDE = 6, 8


def misfit_closings(story: Story) -> Iterator[Issue]:
    """Yield the verbs of a story that stand with their subject behind a clause or a quotation and are no cues."""
    for verb, _ in story.among(is_like_a_cue):
        if not story.is_plain(verb) or story.in_compound(verb) or story.spoken[verb] or not _closes(story, verb + 1):
            continue
        boundary = _boundary(story, verb)
        if boundary is None or not _is_said_before(story, boundary):
            continue
        found = likelier_cues(story, verb, FITS_BETTER)
        if found:
            yield cue_issue(story, verb, "…, … ", found)


def _closes(story: Story, after: int) -> bool:
    if after >= len(story):
        return True
    word = story.lower[after]
    return story.text[after] in _ENDS or word in _PLACES or word in CALENDAR


def _boundary(story: Story, verb: int) -> int | None:
    """Return the number of the comma or quotation mark before the subject of a verb; None if it is no speaker."""
    low = story.sentence_start(verb)
    at = before_adverbs(story, verb, _ADVERBS)
    if at <= low or story.spoken[at]:
        return None
    if story.lower[at] in NOMINATIVE - {"it", "there", "you"}:
        return at - 1 if _bounds(story, at - 1) else None
    if story.text[at] == ",":  # what closes an apposition
        at = next((n - 1 for n in range(at - 1, max(low, at - _LONGEST_ASIDE), -1) if story.text[n] == ","), low)
    if at <= low or not (story.is_name(at) or story.lower[at] in story.words.speakers):
        return None
    for first in range(at, max(low, at - _LONGEST_SUBJECT), -1):
        bare = first == at and story.words.persons.get(story.lower[first]) == "plural"
        opens = bare or story.lower[first] in DETERMINERS
        opens = opens or (story.is_name(first) and not story.is_capital(first - 1))
        if opens and _bounds(story, first - 1):
            return first - 1
        if not (story.is_plain(first) or story.is_capital(first) or story.text[first] in ("-", ".", "'s", "’s")):
            return None
    return None


def _bounds(story: Story, mark: int) -> bool:
    return mark > 0 and (story.text[mark] == "," or ends_quotation(story, mark))


def _is_said_before(story: Story, boundary: int) -> bool:
    """Whether a quotation or a main clause ends at a mark: it has a finite verb, and nothing subordinates it."""
    if story.text[boundary] in QUOTE_MARKS:
        return True
    low = story.sentence_start(boundary)
    before = story.lower[low:boundary]
    if not before or before[0] in _SUBORDINATORS or "," in before:
        return False
    return any(word in _FINITE or english.is_past_form(word) for word in before)
