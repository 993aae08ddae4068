"""Figures that follow from two others beside them: a difference, a sum, a share, a multiple, an average.

Reuters and the BBC ask for no source where the reader can do the sum. Two figures of one sort, in the sentence or in
the one before, must give the third within what their rounding allows (interval arithmetic, Moore 1966).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import islice, permutations

from attribution_lint.nlp.amounts import Amount, amount_of, numbers_in
from attribution_lint.nlp.analysis import Analysis, Figure
from attribution_lint.nlp.lexical import pattern_of

_LOOSE = 0.04  # “a third” is said of what is nearly one
_OVER, _UNDER = 0.25, 0.15  # and “more than a third”, “almost a third” of what is farther off
_AHEAD, _BEHIND = 32, 25  # code points around a figure in which a word may tell that it was worked out
_REACH = 300  # code points on either side in which the numbers of an average stand
_OF_OTHERS = frozenset({"multiple", "fraction", "percent"})
_NO_AMOUNTS = frozenset({"multiple", "fraction", "ratio", "frequency", "duration"})
_MOST = 12  # figures beside one: a table gives any number by chance
_LEAST_MULTIPLE = 1.5
_FARTHEST = 5.0  # times: of amounts farther apart nobody works out by what part they differ
_TIMES = re.compile(r"(?P<number>.+?) times", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more than|over|above|at least|exceed(?:s|ed|ing)?)$", re.IGNORECASE)
_ALMOST = re.compile(r"\b(?:almost|nearly|close to|less than|just under|not quite|under)$", re.IGNORECASE)
_EACH = re.compile(r"\b(?:average|averages|averaging|each|apiece|a head|mean)\b", re.IGNORECASE)
_MARK = re.compile(r"[,;:()—–]")
_NUMBER = re.compile(r"(?<![\w.,])(?!(?:19|20)\d\d\b)\d[\d,]*(?:\.\d+)?(?: (?:million|billion)|(?:m|bn|k)\b)?(?![\w%])")


def follows(analysis: Analysis, figure: Figure) -> bool:
    """Whether a figure follows from two others of its sentence or the one before, by one step of arithmetic."""
    written = analysis.slice(figure.span)
    if figure.kind in _OF_OTHERS:
        share = _share(figure, written)
        if share is None:
            return False
        room = _room(analysis, figure)
        return any(_gives_share(one, other, share, figure.kind, room) for one, other in _pairs(analysis, figure))
    result = _amount(figure, written)
    if result is None:
        return False
    around = _around(analysis, figure)
    if _EACH.search(around) and _is_average(analysis, figure, result):
        return True
    if not pattern_of("figure-results").search(around, 0, len(around)):
        return False
    return any(
        _meet(result, one.low - other.high, one.high - other.low)
        or _meet(result, one.low + other.low, one.high + other.high)
        for one, other in _pairs(analysis, figure)
        if one.value >= other.value
    )


def _pairs(analysis: Analysis, figure: Figure) -> Iterator[tuple[Amount, Amount]]:
    """Yield each two amounts of one sort beside a figure, either way about: in its sentence and in the one before."""
    near = list(islice(_near(analysis, figure), _MOST + 1))
    found = [
        (other, amount)
        for other in (near if len(near) <= _MOST else ())
        if _may_serve(figure, other) and (amount := _amount(other, analysis.slice(other.span)))
    ]
    for (one, amount), (other, other_amount) in permutations(found, 2):
        if _alike(one, other):
            yield amount, other_amount


def _near(analysis: Analysis, figure: Figure) -> Iterator[Figure]:
    figures = analysis.figures
    for number in range(bisect_left(figures, figure.sentence - 1, key=_sentence), len(figures)):
        if figures[number].sentence > figure.sentence:
            return
        if figures[number] is not figure:
            yield figures[number]


def _sentence(figure: Figure) -> int:
    return figure.sentence


def _may_serve(figure: Figure, other: Figure) -> bool:
    """Whether another figure may be reckoned with: a plain one, and of the same sort as what comes of it."""
    if other.vague or other.high is not None or other.kind in _NO_AMOUNTS:
        return False
    return other.kind != "percent" if figure.kind in _OF_OTHERS else _alike(figure, other)


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two figures have one unit, or count the same, or one of them does not say what."""
    return one.unit == other.unit and (bool(one.unit) or not (one.noun and other.noun) or one.noun == other.noun)


def _amount(figure: Figure, written: str) -> Amount | None:
    if figure.value is None or figure.value <= 0:
        return None
    first = re.search(r"\d", written)
    amount = amount_of(written[first.start() :]) if first else None
    slack = amount.slack if amount and amount.value == figure.value else figure.value / 200
    return Amount(figure.value, slack)


def _share(figure: Figure, written: str) -> float | None:
    """Return the part of one, or the multiple, that a figure tells."""
    lower = written.lower()
    if figure.kind == "percent":
        return figure.value / 100 if figure.value else None
    if figure.kind == "fraction":
        return _fractions().get(lower.replace("-", " "))
    times = _TIMES.match(lower)
    number = amount_of(times["number"]) if times else None
    if number:
        return number.value
    return next((multiple for stem, multiple in _multiples().items() if stem in lower), None)


@cache
def _fractions() -> dict[str, float]:
    return {name.replace("-", " "): percent / 100 for name, percent in numbers_in("figure-fractions").items()}


@cache
def _multiples() -> dict[str, float]:
    """Return the stems of verbs of multiples (doubl-ed) with how many times the larger amount is the smaller."""
    verbs = numbers_in("figure-multiples").items()
    return {"twice": 2.0} | {verb.removesuffix("ed"): max(times, 1 / times) for verb, times in verbs}


def _gives_share(one: Amount, other: Amount, share: float, kind: str, room: tuple[float, float]) -> bool:
    """Whether one amount is that part or multiple of the other, or differs from it by that part of it."""
    if other.low <= 0:
        return False
    near = one.value < _FARTHEST * other.value and other.value < _FARTHEST * one.value
    if kind == "multiple":
        return share >= _LEAST_MULTIPLE and one.value / other.value >= 1 and _meet_loosely(one, other, share, room)
    if kind == "fraction":
        change = Amount(abs(one.value - other.value), one.slack + other.slack)
        part = one.value < other.value and _meet_loosely(one, other, share, room)
        return part or (near and _meet_loosely(change, other, share, room))
    stated = Amount(share, 0.0005 if round(share * 1000) % 10 else 0.005)
    part = one.value < other.value and _meet(stated, one.low / other.high, one.high / other.low)
    changed = abs(one.value - other.value) / other.value
    slack = (one.slack + other.slack * one.value / other.value) / other.value
    return part or (near and _meet(stated, changed - slack, changed + slack))


def _meet(result: Amount, low: float, high: float) -> bool:
    return result.low <= high and low <= result.high


def _meet_loosely(one: Amount, other: Amount, share: float, room: tuple[float, float]) -> bool:
    return one.low / other.high <= share * (1 + room[1]) and share * (1 - room[0]) <= one.high / other.low


def _room(analysis: Analysis, figure: Figure) -> tuple[float, float]:
    """Return how far below and above what is told the truth may lie, by the words before it."""
    written = analysis.slice(figure.span)
    inside = re.match(r"(?:\w+ )+(?=\w)", written) if figure.kind == "multiple" else None
    before = (_before(analysis, figure) + (inside[0] if inside else "")).rstrip()
    if _MORE.search(before):
        return 0.0, _OVER
    if _ALMOST.search(before):
        return _UNDER, 0.0
    return _LOOSE, _LOOSE


def _before(analysis: Analysis, figure: Figure, most: int = _AHEAD, number: int | None = None) -> str:
    """Return what stands before a figure from a sentence on, its own if not given: whole words, so many code points."""
    first = analysis.sentences[figure.sentence if number is None else number].span.start
    start = max(first, figure.span.start - most)
    while first < start < figure.span.start and not analysis.text[start - 1].isspace():
        start += 1
    return analysis.text[start : figure.span.start]


def _behind(analysis: Analysis, figure: Figure, most: int = _BEHIND) -> str:
    """Return what stands behind a figure in its sentence: whole words, so many code points at most."""
    last = analysis.sentences[figure.sentence].span.end
    end = min(last, figure.span.end + most)
    while figure.span.end < end < last and not analysis.text[end].isspace():
        end -= 1
    return analysis.text[figure.span.end : end]


def _around(analysis: Analysis, figure: Figure) -> str:
    """Return the words around a figure, up to a mark on either side."""
    behind = _MARK.split(_behind(analysis, figure), maxsplit=1)[0]
    return f"{_MARK.split(_before(analysis, figure))[-1]} {behind}"


def _is_average(analysis: Analysis, figure: Figure, result: Amount) -> bool:
    """Whether a figure is what one number of the sentence or the one before comes to for each of another."""
    before = _before(analysis, figure, _REACH, max(figure.sentence - 1, 0))
    text = f"{before} {_behind(analysis, figure, _REACH)}"
    amounts = [amount for match in _NUMBER.finditer(text) if (amount := amount_of(match[0])) and amount.value > 1]
    return len(amounts) <= _MOST and any(
        other.low > 1 and _meet(result, one.low / other.high, one.high / other.low)
        for one, other in permutations(amounts, 2)
        if one.value > other.value
    )
