"""What numbers and quantities look like in print, before the words around them are asked.

The forms are those of the AP and Reuters stylebooks, with Indian groups and scales (1,20,000; 3 lakh; 2 crore) and
the currency signs of African, Asian and Pacific papers.
"""

from __future__ import annotations

import re
from functools import lru_cache

from attribution_lint.nlp import numbers

SIGN = (
    r"(?:(?:US|U\.S\.|AU|NZ|HK|CA|TT|EC|NT|A|C|S|R|J|Z|F|B)?\$|[£€¥₹₦₽₩₪฿₱₺₴₫₸]|"
    r"\b(?:Rs\.?|R(?=\d)|[NP](?=\d[\d.]*(?:,\d{3}|[ \xa0-]?(?:[mb]illion|trillion|bn|tn|m)\b))|"
    r"KSh|Ksh|Sh|Tk|RM(?=\d)|Php|PHP|GH₵|USD|EUR|GBP|INR|NGN|ZAR|AUD|CAD) ?)"
)
_PERCENT = (
    r"(?: ?%|[ \xa0-]per ?cent(?:age)?\b)(?:[ -]points?\b)?|"
    r"[ -]percentage[ -]points?\b|[ -]pct\b|[ -]?pp\b|pc\b"
)
_N = numbers.NUMBER
_S = numbers.SCALE
# “and” and “or” join a range only where both ends share the unit behind them: “10 or 12 percent”.
_TO = rf"(?: ?[-–—] ?| to |-to-| (?:and|or) (?=(?:{_N})(?:{_S})?(?:{_PERCENT})))"

_SCREEN = re.compile(
    r"\d|[½⅓⅔¼¾]|"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|most|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|\w*hundreds?|thousands?|millions?|billions?|trillions?|dozens?|scores|tens|half|halves|"
    r"thirds?|quarters?|fourths?|fifths?|tenths?|doubl\w+|tripl\w+|trebl\w+|quadrupl\w+|quintupl\w+|halv\w+|twice|\w+fold|lakhs?|crores?)\b",
    re.IGNORECASE,
)
# Without one of these in a word there is no multiple, fraction or vague quantity in a sentence.
_SIGNS = {
    "multiple": re.compile(r"doubl|tripl|trebl|quadrupl|quintupl|halv|twice|times|fold", re.IGNORECASE),
    "fraction": re.compile(r"half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth", re.IGNORECASE),
    "vague": re.compile(r"tens|dozen|most|score|hundred|thousand|million|billion|trillion", re.IGNORECASE),
}
_MOST_WORDS = 32768  # words whose answer is kept; a story has some hundreds


@lru_cache(maxsize=_MOST_WORDS)
def may_count(word: str) -> bool:
    """Whether a word is a number or says how many; asked of each word, as most sentences have none."""
    return _SCREEN.search(word) is not None


@lru_cache(maxsize=_MOST_WORDS)
def signs_in(word: str) -> tuple[str, ...]:
    """Return the forms without digits that a word can be part of: a multiple (doubled, times), a fraction, vague."""
    return tuple(form for form, sign in _SIGNS.items() if sign.search(word))


def may_be_ratio(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text has what stands in the middle of a ratio."""
    return _RATIO_SIGN.search(text, start, end) is not None


QUANTITY = re.compile(
    rf"(?<![\w.,/:#@&])(?<!\d[-–])"
    rf"(?P<sign>{SIGN})?(?P<low>{_N})(?P<scale>{_S})?(?P<percent>{_PERCENT})?"
    rf"(?P<to>{_TO}(?:{SIGN})?(?P<high>{_N})(?P<high_scale>{_S})?(?P<high_percent>{_PERCENT})?)?",
    re.IGNORECASE,
)
"""A number or a range, with what is written onto it: sign, scale, percent."""

VAGUE = re.compile(
    r"\b(?:(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)"
    r"(?: (?:of|and) (?:dozens|hundreds|thousands|millions|billions|trillions))*)\b"
    r"(?= (?:of|more|in|into|towards?|who|were|have|had|attended|died|dead|hurt|marched|protest|gathered|are|turned|"
    r"fled|missing|homeless|stranded|\w+ed)\b)|"
    r"(?<!half )(?<!quarter )\ba (?:dozen|hundred|thousand|million|billion)(?= \w)|"
    r"\bmost of (?:them|these|those|it|which|whom|the [a-z]{2,20}(?:s|people|children|women|men|dead))\b",
    re.IGNORECASE,
)
"""Dozens of, tens of thousands, a million, most of them."""

FRACTION = re.compile(
    r"\b(?:(?P<count>(?<!and )(?<!and-)(?:an?|one)|two|three|four|five|six|seven|eight|nine)[ -]"
    r"(?P<part>half|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)|"
    r"(?P<half>(?<!and a )half)(?= (?:of|the|its|their|his|her|that|those|these|as|what|are|were|have|had|say|said)\b|"
    r"(?<=nearly half)|(?<=about half)|(?<=closer to half)|(?<=above half)|(?<=below half)|(?<=than half)|"
    r"(?<=almost half)|(?<=roughly half)|(?<=by half)|(?<=in half)|(?<=over half)|(?<=under half)))\b",
    re.IGNORECASE,
)
"""Two thirds, a quarter, half of."""

MULTIPLE = re.compile(
    rf"\b(?:(?:more than |nearly |almost |about )?"
    rf"(?:doubl(?:ed|ing)|tripl(?:ed|ing)|trebl(?:ed|ing)|quadrupl(?:ed|ing)|quintupl(?:ed|ing)|halv(?:ed|ing))|"
    rf"(?:twice|double|triple|quadruple)(?= (?:as|the (?!down)|that|what|its|their|his|her)\b)|"
    rf"(?:{_N}) times"
    rf"(?= (?:as|the|more|less|that|what|its|their|his|her|our|(?:likel|heav)ier|\w{{2,12}}[a-z]er)\b)|"
    rf"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|\d+)"
    rf"-?fold)\b",
    re.IGNORECASE,
)
"""Doubled, twice as many, 12 times the rate, tenfold."""

_AFTER_RATIO = (
    r"(?= (?:in|of|at|on|to|with|since|for|by|from|over|out|before|after|when|where|than|and|or|but|without|away|up|"
    r"who|that|now|also|still|already|will|would|has|have|had|is|are|was|were|does|do|did|"
    r"nationwide|worldwide|across|among|goes?|gets?|speaks?|takes?|makes?|needs?|lives?|pays?|says?|can|cannot)\b|"
    r"[.,;:!?)”\"’—–]|$)"
)

RATIO = re.compile(
    rf"(?<![\d.,])\b(?:{numbers.WORDS}|\d+) (?:in(?: every)?|out of(?: every)?|of every) (?:{numbers.WORDS}|\d[\d,]*)\b"
    r"(?! (?:years?|days?|hours?|weeks?|months?|minutes?))|"
    rf"\b(?:one|two|three|four) (?:[a-z’'-]{{2,20}} ){{1,2}}(?:in|out of) "
    rf"(?:two|three|four|five|six|seven|eight|nine|ten|a hundred|\d{{1,3}})\b{_AFTER_RATIO}|"
    rf"(?<!from )\b(?:{numbers.WORDS}|\d+)(?:-to-| to )(?:one|1)\b(?![.:,]?\d)",
    re.IGNORECASE,
)
"""One in five, three out of every ten, one gate in eight."""

_RATIO_SIGN = re.compile(rf" (?:in|of)(?: every)? (?:{numbers.WORDS}|\d)|to[ -](?:one|1)", re.IGNORECASE)
