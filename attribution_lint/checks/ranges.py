"""Ranges upside down: the higher number first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import regex

from attribution_lint.checks.arithmetic_terms import NUMBER, PERCENT, alternatives, is_year, sign_of
from attribution_lint.model import Finding, Rule, Span
from attribution_lint.nlp.amounts import value_of
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Figure, analysis_of
from attribution_lint.patterns import lazily, lazily_plain

_BETWEEN = lazily_plain(
    rf"\bbetween (?P<low>{NUMBER})(?P<p1>{PERCENT})? and (?P<high>{NUMBER})(?P<p2>{PERCENT})?", re.IGNORECASE
)
_TO_MONEY = (" to $", " to £", " to €")
_FROM_MONEY = lazily_plain(rf"(?P<low>[$£€]\s?{NUMBER}) to (?P<high>[$£€]\s?{NUMBER})(?!\s*-)", re.IGNORECASE)
_CONTEST = lazily(
    r"\b(?:vot\w+|beat|won|lost|lead\w*|led|defeat\w*|win|score\w*|ruling|ruled|margin|edge\w*|ahead|trail\w*|over|"
    r"victory|favou?r\w*|oppos\w+|split|approv\w+|passed|poll\w*|match\w*|decision|against|odds|to (?:his|her))\b",
    regex.IGNORECASE,
)
_TIME_OF_DAY = lazily(
    r"\s*(?:a\.?m|p\.?m|o[’']clock|BC|B\.C|degrees|GMT|on\b|in\b|at\b|[.,;:?!”\"]|$)", regex.IGNORECASE
)
_LATEST_HOUR = 12
_ALIKE_ENDS = 5.0  # times that the ends of a range with one scale may lie apart
_TIGHT_RANGE = lazily(r"\d[-–—]\p{Sc}?\d| to ")
_YEAR = lazily(r"(?:19|20)\d\d\b(?!,)")


def reversed_range(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a range whose first number is the higher one: “between 40 and 30 percent”, “$60 to $40”, “80-60”.

    “From 40 to 30” is a fall, results and odds are no ranges, and two small numbers may be hours of the day.
    Rests on AP's entry “ranges”.
    """
    analysis = analysis_of(doc)
    told: list[Span] = []
    for span in (*_of_figures(analysis), *_between(analysis), *_money(analysis)):
        if not any(span.overlaps(other) for other in told):
            told.append(span)
            yield Finding(span, values={"text": analysis.slice(span)})


def _of_figures(analysis: Analysis) -> Iterator[Span]:
    for figure in analysis.figures:
        if figure.value is None or figure.high is None or figure.high >= figure.value:
            continue
        if figure.kind in {"score", "ratio"}:
            continue
        sentence = analysis.sentences[figure.sentence].span
        before = analysis.text[max(sentence.start, figure.span.start - 40) : figure.span.start].lower().split()
        between = before[-1:] == ["between"]
        text = analysis.slice(figure.span)
        if _YEAR.match(text) or not (_TIGHT_RANGE.search(text) or between):
            continue  # 2008 - 45%, 65,000 H-1B: two things side by side
        if not between and (" to " in text or "%" in text):
            continue  # “from 40 to 30” is a fall, 55%-41% a result
        if _CONTEST.search(analysis.slice(sentence)) or "from" in before[-2:]:
            continue
        yield figure.span


def _between(analysis: Analysis) -> Iterator[Span]:
    if "between" not in analysis.text and "Between" not in analysis.text:
        return
    for match in _BETWEEN.finditer(analysis.text):
        low, high = _in_one_scale(match["low"], match["high"])
        if low is None or high is None or high >= low or bool(match["p1"]) > bool(match["p2"]):
            continue
        if _scale(match["low"]) not in {"", _scale(match["high"])} or is_year(match["low"]):
            continue
        if sign_of(match["high"]) != sign_of(match["low"]) and sign_of(match["high"]):
            continue
        if low <= _LATEST_HOUR and not match["p2"] and _TIME_OF_DAY.match(analysis.text, match.end()):
            continue
        yield Span(match.start("low"), match.end())


def _in_one_scale(low: str, high: str) -> tuple[float | None, float | None]:
    """Return the ends of a range; the scale behind it goes for both if they are alike: between 5 and 3 billion."""
    one, other = value_of(low), value_of(high)
    scale = _scale(high)
    if scale and not _scale(low) and one is not None and other is not None:
        plain = value_of(high[: high.lower().index(scale[:2])])
        if plain and one / plain <= _ALIKE_ENDS:
            return one, plain
    return one, other


def _money(analysis: Analysis) -> Iterator[Span]:
    """“$60 to $40” with nothing in the sentence that goes down."""
    for figure in _money_figures(analysis):
        sentence = analysis.sentences[figure.sentence].span
        if all(analysis.text.find(to, figure.span.start, sentence.end) < 0 for to in _TO_MONEY):
            continue
        match = _FROM_MONEY.match(analysis.text, figure.span.start, sentence.end)
        if match is None or sign_of(match["low"]) != sign_of(match["high"]):
            continue
        low, high = value_of(match["low"]), value_of(match["high"])
        if low is None or high is None or high >= low or _scale(match["low"]) != _scale(match["high"]):
            continue
        text = analysis.slice(sentence).lower()
        before = analysis.text[sentence.start : figure.span.start].lower().split()[-1:]
        if before == ["from"] or _goes_down().search(text) or _CONTEST.search(text):
            continue
        yield Span(*match.span())


def _money_figures(analysis: Analysis) -> Iterator[Figure]:
    return (figure for figure in analysis.figures if figure.kind == "money")


@cache
def _goes_down() -> regex.Pattern[str]:
    verbs = alternatives("figure-falls").replace("a loss|", "")  # “a loss of $4 to $3” is a range
    return regex.compile(rf"\b(?:{verbs}|cuts|cutting|slash\w*|halv\w*|discount\w*|reduc\w*|was|were|had)\b")


def _scale(text: str) -> str:
    """Return the word that scales a number in digits; one in words is its own scale."""
    return "".join(each for each in text.lower() if each.isalpha()) if text.strip("$£€ ")[:1].isdigit() else ""
