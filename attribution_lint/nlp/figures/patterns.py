"""What numbers and quantities look like in print, before the words around them are asked.

The forms are those of the AP and Reuters stylebooks, with Indian groups and scales (1,20,000; 3 lakh; 2 crore) and
the currency signs of African, Asian and Pacific papers.
"""

from __future__ import annotations

import re
from functools import lru_cache

from attribution_lint.nlp import numbers

# ISO 4217, in capitals only, without codes that mean something else in print (ALL, COP, MAD, SDG, TOP).
_CODES = (
    "AED ARS BDT BGN BHD BIF BRL BWP CHF CLP CZK DKK DZD EGP ETB FJD GHS GTQ GYD HKD HUF IDR ILS IQD IRR ISK "
    "JMD JOD JPY KES KRW KWD KZT LKR LYD MMK MUR MVR MWK MXN MYR MZN NAD NOK NPR NZD OMR PGK PKR PLN PYG QAR "
    "RMB RON RSD RUB RWF SEK SGD SYP THB TND TTD TWD TZS UAH UGX UYU UZS VND XAF XOF YER ZMW"
).split()
SIGN = (
    r"(?:(?:US|U\.S\.|AU|NZ|HK|CA|TT|EC|NT|A|C|S|R|J|Z|F|B)?\$|\$(?:US|NZ|A|C|S)(?=\d)|[£€¥₹₦₽₩₪฿₱₺₴₫₸]|"
    r"\b(?:Rs\.?|R(?=\d)|[NP](?=\d[\d.]*(?:,\d{3}|[ \xa0-]?(?:[mb]illion|trillion|bn|tn|m)\b))|"
    r"KSh|Ksh|Sh|Tk|RM(?=\d)|Php|PHP|GH[₵¢]|SFr\.?|Fr\.(?= ?\d)|USD|EUR|GBP|INR|NGN|ZAR|AUD|CAD|"
    rf"(?-i:{'|'.join(_CODES)})(?=[ \xa0]?\d)) ?)"
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
    r"seventy|eighty|ninety|\w*hundreds?|thousands?|millions?|billions?|trillions?|dozens?|scores|tens|half|halves|second|eleventh|"
    r"thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twelfths?|twentieths?|"
    r"hundredths?|thousandths?|doubl\w+|tripl\w+|trebl\w+|quadrupl\w+|quintupl\w+|halv\w+|twice|\w+fold|"
    r"lakhs?|crores?|every|none|than|again|handful|fraction)\b",
    re.IGNORECASE,
)
# Without one of these in a word there is no multiple, fraction or vague quantity in a sentence.
_SIGNS = {
    "multiple": re.compile(r"doubl|tripl|trebl|quadrupl|quintupl|halv|twice|times|fold"),
    "fraction": re.compile(r"half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|tieth|dth"),
    "vague": re.compile(r"tens|dozen|most|score|hundred|thousand|million|billion|trillion|lakh|crore|handful|fraction"),
    "frequency": re.compile(r"^(?:times|twice|every|rate|pace|days|nights|evenings|weekends|occasions)$"),
    "duration": re.compile(r"^(?:seconds?|minutes?|mins|hours?|days?|nights?|weeks?|months?|years?)[’']?$"),
    "negative": re.compile(r"^(?:none|not|all)$"),
    "comparison": re.compile(r"^(?:than|again)$"),
    "ordinal": re.compile(
        r"^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,3}(?:st|nd|rd|th))$"
    ),
}
_MOST_WORDS = 32768  # words whose answer is kept; a story has some hundreds


@lru_cache(maxsize=_MOST_WORDS)
def may_count(word: str) -> bool:
    """Whether a word is a number or says how many; asked of each word, as most sentences have none."""
    return _SCREEN.search(word) is not None


@lru_cache(maxsize=_MOST_WORDS)
def signs_in(word: str) -> tuple[str, ...]:
    """Return the forms without digits that a word can be part of: a multiple (doubled, times), a fraction, vague."""
    lower = word.lower()
    return tuple(form for form, sign in _SIGNS.items() if sign.search(lower))


QUANTITY = re.compile(
    rf"(?<![\w.,/:#@&])(?<!\d[-–])"
    rf"(?P<sign>{SIGN})?(?P<low>{_N})(?P<scale>{_S})?(?P<percent>{_PERCENT})?"
    rf"(?P<to>(?(percent)(?! to {SIGN})){_TO}(?:{SIGN})?(?P<high>{_N})(?P<high_scale>{_S})?"
    rf"(?P<high_percent>{_PERCENT})?)?",
    re.IGNORECASE,
)
"""A number or a range, with what is written onto it: sign, scale, percent."""
