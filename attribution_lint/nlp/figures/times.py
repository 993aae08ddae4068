"""Numbers that tell when or how long: ordinals, times of day, ages, durations, years."""

from __future__ import annotations

import re

from attribution_lint.nlp.figures.context import NOT_COUNTED, Candidate, Context, context_of
from attribution_lint.packs import shipped_lexicon

YEAR = re.compile(r"(?:1[5-9]\d\d|20\d\d)")
_OLDEST = 120  # years
_ADULT, _ELDERLY = 16, 90  # ages that polls and laws draw a line at
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b|-?(?:st|nd|rd|th)-", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:[:.]\d\d)?[ \xa0]?(?:[ap]\.?m\b\.?|o[’']clock|hrs\b|GMT|EST|EDT|ET\b|BST)|:\d\d", re.IGNORECASE
)
_AGE_AFTER = re.compile(
    r"(?:[- ]to[- ]\d+)?[- ]years?[- ]olds?|[- ](?:months?|weeks?|days?)[- ]old| (?:years?|months?) of age",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(
    r"(?:\bage[ds]?|\baged between|\bages of|\bage of|\bturn(?:ed|s|ing)?|\bunder the age of|\bat age) "
    r"(?:just |only )?$",
    re.IGNORECASE,
)
_PERSON_IS = re.compile(r"\b(?:he|she|I|they)(?: is| was| were|’s|'s|’m) (?:now |only |just )?$")
_PERSON_WAS_FOLLOWERS = frozenset("when and now years at but".split())
_AGE_LIMIT = re.compile(
    r"(?:\b(?P<two>[A-Za-z]+)\s+)?\b(?P<one>(?!(?:at|by|for|from|in|of|on|to|with)\s)[A-Za-z]+)\s+"
    r"(?:over|under|younger than|older than)\s+$"
)
_PERSONS = frozenset("adults americans anyone blacks everyone kids latinos ones someone those voters whites".split())
_AGE_LIMIT_WORDS = frozenset("over older under up younger above".split())
_BEFORE_YEAR = frozenset(
    "in since until by from the of late early mid during before after and to its his her their".split()
)


def is_ordinal_or_clock(candidate: Candidate, context: Context) -> bool:
    """The 4th; 9 a.m.; 10:30; 21:00 GMT."""
    after = candidate.after
    return bool(_ORDINAL.match(after) or _CLOCK.match(after))


def is_age(candidate: Candidate, context: Context) -> bool:
    """A 34-year-old; aged 12; Jane Doe, 45, …; she was 19; 65 and over; voters under 30."""
    before, after, value = candidate.before, candidate.after, candidate.value or 0.0
    if _AGE_AFTER.match(after) or _AGE_BEFORE.search(before):
        return True
    if re.search(r"[a-z.], $", before) and after.startswith(", "):
        return 1 <= value < _OLDEST and candidate.match["low"].isdigit()
    if value < 110 and _PERSON_IS.search(before):
        return not context.right or context.right in _PERSON_WAS_FOLLOWERS
    if context.right in {"and", "or"} and context.right_two in _AGE_LIMIT_WORDS:
        return value < 100
    if not _ADULT <= value <= _ELDERLY or (context.right and context.right not in NOT_COUNTED - {"of"}):
        return False
    limit = _AGE_LIMIT.search(before)
    persons = _PERSONS | shipped_lexicon("figure-victims")
    return limit is not None and not persons.isdisjoint(word.lower() for word in limit.groups("") if word)


def is_duration(candidate: Candidate, context: Context) -> bool:
    """Three years; 12 long months; 5 to 10 days; two or three weeks."""
    durations = shipped_lexicon("figure-durations")
    if context.right in durations:
        return context.right != "second" or context.right_gap != " " or (candidate.value or 0.0) <= 1
    behind = {context.right_two, context.right_three}
    if not durations.isdisjoint(behind) and (
        context.right in {"or", "to"} or context.right in shipped_lexicon("figure-adjectives")
    ):
        return True
    if candidate.match["to"] and context.right in {"to", "and", "or"}:
        return context_of(candidate.text, candidate.whole, candidate.sentence.span).right in durations
    return False


def is_year(candidate: Candidate, context: Context) -> bool:
    """In 2014; the 1999 budget; 2016; four digits without a comma that count nothing."""
    if not YEAR.fullmatch(candidate.match["low"]):
        return False
    return (
        not context.right
        or context.right not in shipped_lexicon("figure-counted")
        or context.right in NOT_COUNTED
        or context.raw_right[:1].isupper()
        or context.left in _BEFORE_YEAR
        or context.right_gap in {"-", "–"}
    )


def is_hyphened_time(candidate: Candidate, context: Context) -> bool:
    """A two-hour wait, a 10-step plan."""
    return context.right_gap in {"-", "–"} and (
        context.right in shipped_lexicon("figure-durations")
        or context.right in shipped_lexicon("figure-compounds-idle")
    )
