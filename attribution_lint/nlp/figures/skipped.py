"""Stretches of text whose numbers are never read: links, dates, telephone numbers, model names, idioms."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attribution_lint.model import Span
from attribution_lint.nlp.lexical import pattern_of
from attribution_lint.patterns import lazily_plain

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_OF_YEAR = r"(?:,? (?:1[5-9]|20)\d\d\b)?"
_NETWORK = (
    r"https?://\S+",
    r"www\.\S+",
    r"\b[\w.-]{1,80}\.(?:com|org|gov|net|edu|co|uk|io)\b\S*",
    r"[@#]\w+",
    r"<[^<>]{1,300}>",
)
_DECADES = (r"\b(?:tw|th|f|s|e|n)\w+ties\b",)
_TELEPHONE = (
    r"(?:\+?\d{1,2}[-. ])?\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b",
    r"\b\d{3}-\d{4}\b",
    r"\b\d{4,5} \d{6}\b",
)
_DATES = (
    r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b",
    r"\b\d{4}-\d{2}-\d{2}\b",
    r"\b\d{1,2}\.\d{1,2}\.\d{2,4}\b",
    rf"\b{_DAY}(?: ?[-–] ?\d{{1,2}})?(?: of)? {_MONTH}(?=\W){_OF_YEAR}",
)
_AFRICAN_MONEY = (
    r"(?:Sh|KSh|Ksh|Rs|Tk)\d|[RN]\d{1,3}(?:[\d.,]*[ \xa0]?(?:[mbt]r?illion|bn|tn|m|k)\b|(?:[ \xa0,]\d{3})+\b|\.\d\d\b)"
)
_NUMBERS = (
    r"\b\d{1,2}[’'] ?\d{1,2}[”\"]?",  # feet and inches
    r"\b\d+[A-Za-z]{1,3}\d\w*",  # a number with letters in it
    r"[’'‘]?\b\d0s\b",
    r"\b\d{3}0s\b",
    r"[$£€]\d+(?=[- ]bills?\b)",
)
_LAW_AND_CODE = (
    r"\{[^{}]{0,99}\d[^{}]{0,99}\}",
    r"\b\d+px\b",
    r"§+ ?\d[\d.]*",
    r"\b\d+\((?:[a-z]|\d)\)(?:\(\d\))?",
    r"\b501 ?\(?c\)?\S*",
    r"\b401 ?\(?k\)?s?\b",
)
_SIZES = (
    r"\b\d{1,2}-(?:foot|feet)-\d{1,2}\b",
    r"(?<!\d)\.\d{2}[- ](?:caliber|calibre)\b",
    r"\b\d+(?:\.\d+)?[- ]?mm\b(?! (?:of|to|a|deep|thick|higher|wide|more)\b)",
)
_LETTERED = (
    r"\b[A-Z]{2},? \d{5}(?:-\d{4})?\b",
    rf"\b{_MONTH} {_DAY}(?: ?(?:[-–]|to|and|or|&) ?(?:{_MONTH} )?{_DAY})?\b(?!,\d| ?%| per){_OF_YEAR}",
    r"\b[A-Z][a-z]+ \d{1,3}:\d{1,3}(?:-\d+)?",  # chapter and verse
    rf"\b(?!{_AFRICAN_MONEY})[A-Za-z]+-?\d+[A-Za-z]*(?:-\d+)?\b",  # A380, MH-17; but R68bn is money
    r"\bNo\. \d+(?:-\d+)?",
)
_UNLETTERED = (*_TELEPHONE, *_DATES, *_NUMBERS, *_LAW_AND_CODE, *_SIZES)
_START = r"(?=\b|[\d@#<+($£€{§.’'‘hw])"  # all begin so: it spares them being tried inside of words


def _any_of(letters: Iterable[str], others: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of those that may open with a letter and the others; no place is tried for both."""
    letter, other = "|".join(letters), "|".join(others)
    return lazily_plain(rf"{_START}(?:(?=[^\W\d])(?:{letter})|(?![^\W\d])(?:{other}))")


_SKIPPED = _any_of((*_NETWORK, *_LETTERED, *_DECADES), (*_NETWORK, *_UNLETTERED))
_SKIPPED_WITH_DIGITS = _any_of(_LETTERED, _UNLETTERED)
# A sentence without one of these signs of links and decades, of digits with something at them, or of a date holds
# nothing of the above.
_SIGN = re.compile(r"https?://|www\.|\.(?:com|org|gov|net|edu|co|uk|io)\b|[@#]\w|<|ties\b")
_DIGIT = re.compile(
    r"[\d{§](?:(?<=[{§])|(?<=[A-Za-z]\d)|(?<=[A-Za-z]-\d)|(?<!\d\.\d)(?<=\.\d)|(?<=No\. \d)|(?<=[45])(?=01 )|"
    r"(?=[A-Za-z’'(:/]|-\d| \d|\)[-. ]\d|\.\d+\.\d|-f|[- ](?:mm|bill)|\d{4}))"
)
_MONTHS = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


def skipped_spans(text: str, sentence: Span) -> list[Span]:
    """Return the spans of a sentence in which no figure is looked for, in prose offsets."""
    found: list[Span] = []
    if _SIGN.search(text, sentence.start, sentence.end):
        found += [Span(*match.span()) for match in _SKIPPED.finditer(text, sentence.start, sentence.end)]
    elif any(sign.search(text, sentence.start, sentence.end) for sign in (_DIGIT, _MONTHS)):
        found += [Span(*match.span()) for match in _SKIPPED_WITH_DIGITS.finditer(text, sentence.start, sentence.end)]
    idioms = pattern_of("figure-idioms").finditer(text, sentence.start, sentence.end)
    return found + [Span(*match.span()) for match in idioms]
