"""Numbers as newspapers write them: digits, words, magnitudes, fractions; and the value they stand for."""

from __future__ import annotations

import math
import re

UNITS = dict(zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], range(1, 10), strict=True))
TEENS = dict(
    zip(
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
        range(10, 20),
        strict=True,
    )
)
TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
SMALL = {"zero": 0, "no": 0, **UNITS, **TEENS, **TENS}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "million": 1e6,
    "mln": 1e6,
    "mn": 1e6,
    "mil": 1e6,
    "m": 1e6,
    "crore": 1e7,
    "crores": 1e7,
    "billion": 1e9,
    "bln": 1e9,
    "bn": 1e9,
    "bil": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "k": 1e3,
    "dozen": 12.0,
}
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

_BLANK = r"(?:[ \xa0]|(?=\s)[\u2007-\u200a\u202f])"  # the thin ones of the SI among them
GROUPS = re.compile(rf",|(?<=\d){_BLANK}(?=\d{{3}}(?!\d))")
"""What sets off the thousands of a number."""
_UNIT = "|".join(UNITS)
_SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{_UNIT})\b)?+|{'|'.join(TEENS)}|{_UNIT}|zero)"
_SCALE_WORD = r"(?:hundred|thousand|million|billion|trillion|dozen|lakhs?|crores?)"
# Words that no label, date or age ends with: behind them a plain space sets off thousands (some 1 900 trucks).
_LEADING = (
    ", ",
    *(
        f"{word} "
        for word in (
            "about all almost are around been cost costs employ employs had has have held hold holds is least nearly "
            "of only over pay pays some than the to took was were with"
        ).split()
    ),
)
_LED = f"(?:{'|'.join(f'(?<={word})' for word in _LEADING)})"
_SPACED = (
    rf"\d{{1,3}}(?:{_BLANK}\d{{3}}){{0,3}}{_BLANK}000(?!\d)|\d{{1,3}}(?:(?! ){_BLANK}\d{{3}}){{1,3}}(?!\d)|"
    rf"(?<=[$R€£])\d{{1,3}}(?: \d{{3}}){{1,3}}(?!\d)|(?=\d{{1,3}} \d){_LED}\d{{1,3}}(?: \d{{3}}){{1,3}}(?= [a-z])"
)  # 9 000; R9 415; holds 1 900 trucks
DIGITS = (
    rf"(?:{_SPACED}|\d{{1,3}}(?:,\d{{2,3}}){{0,12}},\d{{3}}(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"(?:[½¼¾⅓⅔]| ?\d/\d\b)?|[½¼¾⅓⅔]"
)
WORDS = (
    rf"(?:(?:{_SMALL}|half[ -]an?|(?:a|three)[ -]quarters?(?: of)? an?|"
    rf"an?(?:[ -]half)?|several|a few|a couple(?: of)?)(?:[ -]{_SCALE_WORD}\b){{1,4}}+"
    rf"(?:(?:[ -]and)?[ -]{_SMALL}\b(?:[ -](?:hundred|thousand)\b)?){{0,8}}+|{_SMALL}(?:-and-a-half| and a half)?)"
)
NUMBER = rf"(?:{DIGITS}|\b{WORDS}\b)"
SCALE = (
    r"(?:[ \xa0-]?(?:million|billion|trillion|mln|bln)\b|(?<=\d)[ \xa0]?(?:bn|bil|mn|mil|tn|m|b|k)\b|"
    r"[ \xa0-](?:hundred|thousand|dozen|lakhs?|crores?)\b)"
)


def value_of(number: str) -> float | None:
    """Return the value of a number in digits or words, its scale included; None if it is none or larger than any."""
    value = _value_of(number)
    return value if value is not None and math.isfinite(value) else None


def _value_of(number: str) -> float | None:
    text = GROUPS.sub("", number.lower()).replace("\xa0", " ").strip(" -")
    digits = re.match(r"\d*\.?\d+", text)
    total = 0.0
    if digits:
        total = float(digits.group())
        rest = text[digits.end() :]
        for glyph, part in _GLYPHS.items():
            if glyph in rest:
                total += part
        fraction = re.search(r"(\d)/(\d)", rest)
        if fraction and int(fraction[2]):
            total += int(fraction[1]) / int(fraction[2])
        for word in re.findall(r"[a-z]+", rest):
            if word not in SCALES:
                return None
            total *= SCALES[word]
        return total
    if text in _GLYPHS:
        return _GLYPHS[text]
    return _value_of_words(re.findall(r"[a-z]+", text))


def _value_of_words(words: list[str]) -> float | None:
    total = current = 0.0
    seen = False
    if words[-3:] == ["and", "a", "half"] and len(words) > 3:
        whole = _value_of_words(words[:-3])
        return None if whole is None else whole + 0.5
    for number, word in enumerate(words):
        if word in SMALL:
            current += SMALL[word]
        elif word in {"a", "an"}:
            current = current or 1.0  # “one and a half” keeps its one
        elif word == "half":
            current = current + 0.5 if words[max(number - 2, 0) : number] == ["and", "a"] else 0.5
        elif word in {"quarter", "quarters"}:
            current = (current or 1.0) / 4
        elif word in {"several", "few"}:
            current = 3.0
        elif word == "couple":
            current = 2.0
        elif word in SCALES and len(word) > 2:
            if word in {"hundred", "dozen"}:
                current = (current or 1.0) * SCALES[word]
            else:
                total += (current or 1.0) * SCALES[word]
                current = 0.0
        elif word not in {"and", "of"}:
            return None
        seen = True
    return total + current if seen else None
