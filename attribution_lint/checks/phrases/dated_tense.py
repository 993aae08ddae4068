"""A plain form of a cue where only the past can stand: `The commission find last year that the fees were unlawful`.

The present does not go with a time that is over (Quirk et al. 1985, 4.14 to 4.16); the plain form of a body may be a
British plural, *the commission find that*, but not beside *last year*. Of those who hear a case it is told what they
heard.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import CALENDAR, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_HEARERS = group("hearers") - {"hearing", "trial", "bench"}
_TIMES = group("times")
_SPANS = frozenset({"last", "late", "early", "earlier", "later"})
_BETWEEN = group("later") - {"have", "had", "has", "never"}
_MODALS = group("auxiliary") | frozenset({"let", "to", "did", "do", "does", "made", "make", "help", "helped"})
_LONGEST_TIME = 6
_LONGEST_SUBJECT = 5


@interest
def _is_plain_form(word: str, words: Vocabulary) -> bool:
    return word in words.cues and {form for form, _ in words.cues[word]} == {"base"}


def dated_tense(story: Story) -> Iterator[Issue]:
    """Yield the plain forms of a story's cues that stand for the past."""
    for verb, word in story.among(_is_plain_form):
        if not _is_plain_form(word, story.words) or not story.is_plain(verb) or verb in story.firsts:
            continue
        if story.in_compound(verb):
            continue
        if _has_one_subject(story, verb) and (_is_dated(story, verb) or _is_heard(story, verb)):
            base = story.words.cues[word][0][1]
            right = next((spelt for spelt, uses in story.words.cues.items() if ("past", base) in uses), "")
            if right:
                reason = f"“{word}” does not go with the past"
                yield Issue("agreement", story.span(verb, verb + 1), "… that", reason, (right,))


def _has_one_subject(story: Story, verb: int) -> bool:
    """Whether one source with a determiner, or one name, opens the sentence and ends before the verb."""
    head, low = verb - 1, story.sentence_start(verb)
    while story.word(head) in _BETWEEN and head > low:
        head -= 1
    first = head
    while first > low and head - first < _LONGEST_SUBJECT:
        if story.lower[first] in DETERMINERS:
            break
        if not (story.is_plain(first) or story.is_capital(first) or story.text[first] in ("-", ".")):
            return False
        if story.lower[first] in story.words.function or story.lower[first] in _MODALS:
            return False
        first -= 1
    if first not in story.firsts:
        return False
    if story.lower[first] in DETERMINERS:
        noun = story.lower[head]
        return first < head and story.words.sources.get(noun) == "singular" and story.is_plain(head)
    return False


def _is_dated(story: Story, verb: int) -> bool:
    """Whether a time that is over, or a place in writing of the source's own, stands before what is reported."""
    end = _time_end(story, verb + 1)
    if not end and story.word(verb + 1) == "in" and story.word(verb + 2) in ("his", "her", "its"):
        end = next((n for n in range(verb + 3, verb + 3 + _LONGEST_TIME) if story.word(n) == "that"), 0)
    return bool(end) and story.word(end) == "that"


def _time_end(story: Story, at: int) -> int:
    """Return the number past a time: *in May*, *late on Sunday*, *last year*, *in 2021*; 0 if there is none."""
    first = at
    while at < first + _LONGEST_TIME and at < story.sentence_end(first - 1):
        word = story.lower[at]
        day = word in CALENDAR and story.is_capital(at)
        if not (word in ("in", "on", "at", "yesterday") or word in _SPANS or word in _TIMES or day or _is_year(word)):
            break
        at += 1
    last = story.lower[at - 1]
    dated = (
        last == "yesterday" or _is_year(last) or last in CALENDAR or (story.word(at - 2) == "last" and last in _TIMES)
    )
    return at if at > first and dated else 0


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def _is_heard(story: Story, verb: int) -> bool:
    """Whether a court hears what follows: `The jury HEAR that he had fled`."""
    if story.lower[verb] != "hear" or story.word(verb - 1) not in _HEARERS:
        return False
    end = _time_end(story, verb + 1) or verb + 1
    return story.word(end) == "that" and not english.can_be_verb(story.word(end + 1))
