"""Quantities that an editor seldom asks about: how often, how long, which in a row, none at all, more
than any other.

“Elephants pass twice a week”, “a case takes 14 months”, “not one has been paid” and “less than any other province” are
claims as numbers are, but most of their like is narration. They are kept for the weighing, as small counts are, which
drops those that nobody would ask about.
"""

from __future__ import annotations

import re

from attribution_lint.alternatives import Alternatives
from attribution_lint.nlp import numbers
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import screened

_N = numbers.NUMBER
_TIME = r"(?:seconds?|minutes?|mins|hours?|days?|nights?|weeks?|months?|years?)"
_PERIOD = r"(?:a|an|per|every|each) (?:hour|day|night|shift|week|month|season|year|decade)\b"
_HEDGED = r"(?:(?:about|around|some|nearly|almost|roughly|only|just|at least|up to|more than|less than) ){0,2}"
_RANGE = rf"(?:{_N})(?: (?:or|to) (?:{_N}))?"

FREQUENCY = Alternatives(
    (
        rf"\btwice {_PERIOD}",
        rf"\b{_RANGE} times(?: {_PERIOD}|\b)",
        r"\btwice(?= (?:since|in|before|this|last|already)\b)",
        rf"\b(?:(?<=rate of )|(?<=pace of ))one {_PERIOD}",
        rf"\bevery (?:(?:{_N})|couple of|half)[ -]{_TIME}\b",
        rf"\b(?<=\bon ){_HEDGED}(?:{_N}) (?:days|nights|evenings|weekends|occasions)\b(?![’'])",
    ),
    re.IGNORECASE,
)
"""Twice a week, 17 times, every three minutes, on 13 days; once a year is how things are done and claims nothing."""

DURATION = Alternatives(
    (
        rf"\b(?:takes?|lasts|averages?|averaged|(?:wait|queue)(?:s|d|ed|ing)?(?: for)?) {_HEDGED}{_RANGE} {_TIME}\b",
        rf"\b(?:waits?|queues?|delays?|(?:waiting|response|travel|journey) times?)(?: for [a-z]+(?: [a-z]+)?)?"
        rf" (?:(?:now|still|already) )?(?:is|was|are|were|of|has been|had been|runs to|stands at|averages?)"
        rf"(?: (?:now|still|already))? {_HEDGED}{_RANGE} {_TIME}\b",
        rf"\b{_RANGE} {_TIME} on average\b",
        rf"\b(?:(?<=up from )|(?<=down from )){_HEDGED}{_RANGE} {_TIME}\b",
        rf"\b(?:(?<=average of )|(?<=median of )|(?<=total of )){_HEDGED}(?:{_N}) {_TIME}\b",
        r"\b\d{1,3}(?:,\d{3}){1,4} (?:hours|days|nights)\b",
        rf"\b(?:(?:{_N})(?P<scale>{numbers.SCALE})?|a)[ -]{_TIME}"
        r"(?(scale)(?:(?<=hours)|(?<=days)|(?<=nights))\b|(?:"
        rf"(?: of [a-z]+(?: [a-z]+)?)? {_PERIOD}| of (?P<stock>[a-z]+)\b|"
        r" (?:ahead|behind(?! bars)|longer|shorter|older|younger|slower|faster|late(?! (?:in|last|this|on))|off the)\b|"
        r"(?:(?<! a day)[’']s?)? (?P<measured>[a-z]+)\b))",
    ),
    re.IGNORECASE,
)
"""60 hours a week, an average of seven years, two days' pay, takes 14 months, 9,000 hours, five weeks of cash."""

NEGATIVE = Alternatives(
    (
        r"\bnone of (?:the|its|their|his|her|our|those|these|them)\b",
        r"\bnot (?:even |a single )?one\b(?!,? but\b)",
        rf"\ball but (?:a handful|a few|a dozen|{_N})\b",
    ),
    re.IGNORECASE,
)
"""None of them, not one, all but a handful."""

COMPARISON = screened(
    r"\b(?:(?:more|fewer|less|[a-z]{3,}er) (?:often )?than (?:any|anyone|anywhere|anything|at any|in any)\b|"
    r"as (?:much|many) again\b)",
    re.IGNORECASE,
)
"""Less than any other province, more than in any year, as much again."""

_PLAIN = r"(?:(?!to\b|and\b|but\b|or\b|in\b)[\w’'-]{1,20} )"
_SPAN = rf"(?:{_N}|an?|as many|the (?:past|last)(?: (?:{_N}))?) (?:{_TIME}|decades?)\b"
ORDINAL = screened(
    r"\b(?:the|its|their|his|her) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"\d{1,3}(?:st|nd|rd|th))"
    r"(?! (?:half|quarter|third|day|night|week|weekend|month|year|century|decade|season|round|term|stage|place|set|"
    r"consecutive|straight|successive)\b)"
    rf"(?= such\b| {_PLAIN}{{0,7}}?(?:since\b|(?:in|within|over|to \w+(?: \w+ed)?) "
    rf"(?:less than |just |just under |under |barely |about )?(?:{_SPAN}|(?:19|20)\d\d\b)|"
    rf"(?:in |to \w+ (?:\w+ed )?)?this (?:week|month|year|season|decade)\b))",
    re.IGNORECASE,
)
"""The fifth such explosion, the 41st festival to be cancelled this year, the third flood in two years."""

SELDOM: tuple[tuple[str, Alternatives | re.Pattern[str]], ...] = (
    ("frequency", FREQUENCY),
    ("duration", DURATION),
    ("negative", NEGATIVE),
    ("comparison", COMPARISON),
    ("ordinal", ORDINAL),
)


def is_measured(form: str, match: re.Match[str]) -> bool:
    """Whether a match of one of the forms measures something: two days' pay, not a year's absence."""
    if form != "duration":
        return True
    groups = match.groupdict()
    measured = groups.get("measured") or groups.get("stock")
    return not measured or measured.lower() in shipped_lexicon("figure-stocks")
