"""Numbers whose unit makes them figures whatever their size: percent, points, money, thousands and above."""

from __future__ import annotations

import re

from attribution_lint.model import Span
from attribution_lint.nlp.figures.context import Candidate, context_of
from attribution_lint.nlp.figures.labels import is_ranked_group
from attribution_lint.packs import shipped_lexicon

_POINTS = re.compile(
    r"[ -](?:(?:basis|percentage|national)[ -])?points?\b(?!-plan| plan| guard| of (?:view|order))", re.IGNORECASE
)
_POINT_NOUN = re.compile(
    r"-point\b(?! (?:plan|list|agenda|program|programme|scale|guard|strategy|proposal|system|font|manifesto))",
    re.IGNORECASE,
)
_CURRENCY = re.compile(
    r"[ \xa0-](?:(?:US|American|Australian|Canadian|Hong Kong|Singapore|New Zealand) )?(?P<name>[A-Za-z]+)"
)
_STERLING = re.compile(
    r"[ -]pounds? (?:sterling|a (?:week|month|year)|per|to pay|in (?:fines|cash|debt))", re.IGNORECASE
)
_BANKNOTE = re.compile(r"(?:[ -]bills?(?!i)|-bill |-a-)", re.IGNORECASE)  # a $20 bill, the $1,000-a-plate dinner
_PENCE = re.compile(r"p\b(?!\.m)")
_MOST_PENCE = 480.0  # from here on a number before p counts the lines of a screen
_NAME_BEHIND = re.compile(r" [A-Z][a-z]")
_WORD_BEHIND = re.compile(r"[ -]?([A-Za-z’']+)")
_SMALL_SCALES = frozenset({"dozen", "hundred"})


def strong_figure(candidate: Candidate) -> tuple[Span, str] | None:
    """Return the span and the kind of a number with a unit, or None if it has none.

    The span takes in the unit; the kinds are percent, points, money and magnitude.
    """
    match, text, end = candidate.match, candidate.text, candidate.sentence.span.end
    span = _span(candidate)
    if is_ranked_group(candidate, context_of(text, span, candidate.sentence.span)):
        return None
    if match["percent"] or (match["high_percent"] and span.end == match.end()):
        return span, "percent"
    points = (_POINT_NOUN if text[span.end : span.end + 1] == "-" else _POINTS).match(text, span.end, end)
    if points:
        return (Span(span.start, points.end()), "points") if _measures(candidate, points.group()) else None
    if match["sign"]:
        return None if _BANKNOTE.match(text, span.end) else (span, "money")
    if _PENCE.match(text, span.end) and (candidate.value or 0.0) < _MOST_PENCE:
        return Span(span.start, span.end + 1), "money"
    currency = _currency_end(text, span.end, end)
    if currency:
        return Span(span.start, currency), "money"
    scale = (match["scale"] or "").strip(" -\xa0").lower()
    if scale and scale not in _SMALL_SCALES and not _is_duration(text, span.end):
        return span, "magnitude"
    return None


def _span(candidate: Candidate) -> Span:
    """The range if its ends share what is behind them, else the first number with its percent."""
    match = candidate.match
    shared = match["high_percent"] and match["to"].startswith((" and", " or"))
    if candidate.is_range or shared:
        return candidate.whole
    return Span(match.start(), match.end("percent")) if match["percent"] else candidate.single


def _measures(candidate: Candidate, points: str) -> bool:
    """Whether points are those of a poll, an index or a rate, not of a game."""
    if "basis" in points or "percentage" in points:
        return True
    return candidate.mentions("figure-votes") or candidate.mentions("figure-points")


def _currency_end(text: str, start: int, end: int) -> int | None:
    """Return where the name of a currency behind a number ends, or None if there is none."""
    named = _CURRENCY.match(text, start, end)
    if named is None or named["name"].lower() not in shipped_lexicon("figure-currencies"):
        return None
    if named["name"][0].isupper() and _NAME_BEHIND.match(text, named.end(), end):
        return None  # a place in a list and a name: 8 Rand Paul
    if named["name"].lower() in shipped_lexicon("figure-weights") and not _STERLING.match(text, start):
        return None
    return named.end()


def _is_duration(text: str, start: int) -> bool:
    word = _WORD_BEHIND.match(text, start)
    return word is not None and word[1].lower() in shipped_lexicon("figure-durations")
