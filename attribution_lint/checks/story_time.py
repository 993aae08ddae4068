"""When a sentence plays: two figures of one thing at two times are no conflict."""

from __future__ import annotations

from attribution_lint.kept import kept_by_text
from attribution_lint.nlp import grammar
from attribution_lint.patterns import lazily

MONTHS = frozenset(map(str.title, grammar.MONTHS))
_UNIT = r"(?:day|night|week|weekend|month|quarter|year|season|decade|century|time|summer|winter|spring|autumn|fall)s?"
_SAID_ON = lazily(
    r"\b(?:said|says|told \w+|announced|reported|added|confirmed)(?: \w+){0,2}? (?:on |late )?"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
_DAY = lazily(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight|tomorrow)\b")
_OTHER_TIME = lazily(
    rf"\b(?:(?:last|previous|prior|past|next|preceding|following|coming|first|second|third|fourth|final) {_UNIT}|"
    rf"{_UNIT} (?:ago|earlier|before|later)|ago|at the time|back then|so far|since|originally|initially|once|until|"
    r"by (?:now|then|evening|nightfall|noon|midday|morning|midnight|dawn)|"
    rf"(?:{'|'.join(sorted(MONTHS - {'May'}))}|(?<=(?:in|of|by|since|on) )May)(?: \d{{1,2}})?)\b"
)


@kept_by_text
def days_of(sentence: str) -> frozenset[str]:
    """Return the days that a sentence names, the day on which somebody said it left out."""
    return frozenset(_DAY.findall(_SAID_ON.sub("", sentence)))


@kept_by_text
def other_times_of(sentence: str) -> frozenset[str]:
    """Return the words of a sentence that set it at another time than the story's day: last year, in May, so far."""
    return frozenset(match[0].lower() for match in _OTHER_TIME.finditer(_SAID_ON.sub("", sentence)))


def play_apart(earlier: str, later: str, taken_up: bool = False) -> bool:
    """Whether two sentences play at two times, as far as their words tell.

    What is taken up again need not repeat its time.
    """
    times = other_times_of(earlier), other_times_of(later)
    apart = bool(times[1] - times[0]) if taken_up else times[0] != times[1]
    days = days_of(earlier), days_of(later)
    return apart or bool(days[0] and days[1] and not days[0] & days[1])
