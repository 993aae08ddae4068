"""What figures in words look like in print: vague quantities, fractions, multiples, ratios.

The forms are those of the AP and Reuters stylebooks and of Indian English; the words around a match are asked after.
"""

from __future__ import annotations

import re

from attribution_lint.alternatives import Alternatives
from attribution_lint.nlp import numbers
from attribution_lint.patterns import screened

_N = numbers.NUMBER
_W = numbers.WORDS

VAGUE = screened(
    r"\b(?:(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions|lakhs(?= of)|crores(?= of))"
    r"(?: (?:of|and) (?:dozens|hundreds|thousands|millions|billions|trillions|lakhs|crores))*)\b|"
    r"(?<!half )(?<!quarter )(?<!quarter of )(?<!quarters of )\ba (?:dozen|hundred|thousand|million|billion)(?= \w)|"
    r"(?<!but )\ba (?:mere )?handful\b|\ba (?:small |tiny |mere )?fraction\b(?= of\b)|"
    r"\bmost of (?:them|these|those|it|which|whom|(?:the|its|their|his|her|our) [a-z]+(?:-[a-z]+|[’']s? [a-z]+)*|"
    r"(?-i:[A-Z][\w’'-]+))\b|"
    r"(?:(?<![\w’'] )|(?<=\band )|(?<=\bbut )|(?<=\bthough ))most"
    r"(?= (?:are|were|have|had|still|now|never|lived?|come|came|died?|work|worked)\b)",
    re.IGNORECASE,
)
"""Dozens of, tens of thousands, a million, a handful, most of them."""

FRACTION = screened(
    r"\b(?:(?P<count>an?(?: good| full| mere| bare)?|one|two|three|four|five|six|seven|eight|nine)[ -]"
    r"(?P<part>half|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twelfths?|"
    r"twentieths?|hundredths?|thousandths?)(?! of an? (?:hundred|thousand|million|billion|trillion)\b)|"
    r"(?P<half>(?<!and a )half)(?= (?:of|the|its|their|his|her|that|those|these|as|what|are|were|have|had|say|said|"
    r"empty|full|vacant)\b|"
    r"(?<=nearly half)|(?<=about half)|(?<=closer to half)|(?<=above half)|(?<=below half)|(?<=than half)|"
    r"(?<=almost half)|(?<=roughly half)|(?<=by half)|(?<=in half)|(?<=over half)|(?<=under half)|(?<=barely half)|"
    r"(?<=hardly half)|(?<=scarcely half)|(?<=fully half)))\b",
    re.IGNORECASE,
)
"""Two thirds, a quarter, a good fifth, half of."""

MULTIPLE = Alternatives(
    (
        r"\b(?:more than |nearly |almost |about )?"
        r"(?:doubl(?:e[sd]|ing)|tripl(?:e[sd]|ing)|trebl(?:e[sd]|ing)|quadrupl(?:e[sd]|ing)|quintupl(?:e[sd]|ing)|"
        r"halv(?:ed|ing))\b",
        r"\b(?:twice|double|triple|treble|quadruple)"
        r"(?= (?:as|the (?!down)|that|those|what|its|their|his|her|last|any|national|[\w.]+[’']s)\b)\b",
        r"\b(?:more than|nearly|almost|about|roughly|around|over) (?:double|triple|treble|quadruple|twice)\b",
        rf"\b(?:{_N}) times"
        r"(?= (?:as|the|more|less|that|those|what|its|their|his|her|our|earnings|ebitda|"
        r"(?:likel|heav)ier|\w{2,12}[a-z]er)\b)\b",
        r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|\d+)"
        r"-?fold\b",
    ),
    re.IGNORECASE,
)
"""Doubled, triples, twice as many, almost double, 12 times the rate, tenfold."""

_OUT_OF = r"(?:in(?: every)?|out of(?: every)?|of every)"
RATIO = Alternatives(
    (
        rf"(?<![\d.,])\b(?:{_W}|\d+) {_OUT_OF} (?:{_W}|\d[\d,]*)\b"
        r"(?! (?:years?|days?|hours?|weeks?|months?|minutes?))",
        r"\b(?:one|two|three|four|five|six|seven|eight|nine) "
        r"(?:(?!(?:of|in|or|and|to|more|out|at|on|the|an?) )[a-z’'-]{2,20} ){1,3}?"
        r"(?P<shared>in|out of|in every|out of every) "
        r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|a hundred|a dozen|"
        r"dozen|\d{1,3})\b",
        rf"\b(?:{_W}|\d+) (?:[a-z]{{2,20}} ){{0,2}}for every (?:{_W}|\d[\d,]*)\b",
        rf"(?<![\d.,])\b(?!one\b)(?:{_W}|\d[\d,]*) for (?:every|each)(?= [a-z]+[ ,.;])(?! (?:of|other|time|taste)\b)",
        r"\b(?P<every>every) "
        r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth)(?= [a-z])",
        rf"(?<!from )\b(?:{_W}|\d+)(?:-to-| to )(?:one|1)\b(?![.:,]?\d)",
    ),
    re.IGNORECASE,
)
"""One in five, three out of every ten, one gate in eight, nine for every one, 35 for each tenant, every third one."""

_RATIO_SIGN = re.compile(
    rf" (?:in|of)(?: every)? (?:{_W}|\d|a hundred|a dozen|dozen)|to[ -](?:one|1)|"
    r"for (?:every|each) |\bevery \w+(?:th|ird|ond) ",
    re.IGNORECASE,
)


def may_be_ratio(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text has what stands in the middle of a ratio."""
    return _RATIO_SIGN.search(text, start, end) is not None
