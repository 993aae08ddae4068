"""Figures that another part of the story does not bear out: a headline without its body, a slip of a scale."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from attribution_lint.checks.arithmetic_terms import HEDGE, NUMBER, alternatives
from attribution_lint.checks.same_thing import have_other_names, shared
from attribution_lint.model import Finding, Related, Rule
from attribution_lint.nlp.amounts import amount_of, value_of
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Figure, analysis_of
from attribution_lint.nlp.answers import kept_by_place
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import lazily

_KINDS = frozenset({"count", "magnitude", "casualty", "percent", "money"})
_HEAD_BLOCKS = 2
_SCALED = lazily(
    r"(?P<digits>\d[\d,.]{0,30}\d|\d)[ \xa0-]?(?P<scale>million|billion|trillion|m|bn|tn|b)\b", regex.IGNORECASE
)
_SLUG = lazily(r"(?-i:\b[A-Z]{4,}): |¥|\b(?:goes here|embargo\w*|not to be published|0\d{3})\b", regex.IGNORECASE)
_HEDGED_ROOM = 0.2


def scale_slip(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a figure that equals another of the story but for its scale: $4.2 million here, $4.2 billion there.

    Their sentences have to share a word that tells what they are of. Rests on AP's entry “millions, billions”.
    """
    analysis = analysis_of(doc)
    seen: dict[tuple[str, str], dict[float, list[Figure]]] = {}
    for figure in analysis.figures:
        if figure.value is None or figure.high is not None or not (digits := _scaled_digits(analysis, figure)):
            continue
        alike = seen.setdefault((digits, figure.unit), {})
        for other in (each for value, told in alike.items() if value != figure.value for each in told):
            apart = other.sentence != figure.sentence
            if apart and shared(analysis, figure, other) and not have_other_names(analysis, figure, other):
                yield Finding(
                    figure.span,
                    values={"figure": analysis.slice(figure.span), "other": analysis.slice(other.span)},
                    related=(Related(other.span, "the other scale"),),
                )
                break
        alike.setdefault(figure.value, []).append(figure)


@kept_by_place
def _scaled_digits(analysis: Analysis, figure: Figure) -> str:
    """Return the digits of a figure in millions or billions, empty for any other and for one that is round."""
    match = _SCALED.search(analysis.slice(figure.span))
    digits = match["digits"].replace(",", "") if match else ""
    return digits if len(digits.replace(".", "").strip("0")) >= 2 else ""


def headline(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a figure of a headline or standfirst that the body never gives, nor one that rounds to it.

    A body bears a figure out if it has the number, one that rounds to it, or two of one sentence that add up to it.
    Rests on the Reuters Handbook: the story has to bear out its headline.
    """
    analysis = analysis_of(doc)
    heads = [f for f in analysis.figures if analysis.blocks[f.block].kind == "heading" and f.block < _HEAD_BLOCKS]
    heads = [f for f in heads if f.value is not None and not f.vague and f.high is None and f.kind in _KINDS]
    heads = [f for f in heads if (f.noun or f.unit) and _is_headline(analysis.slice(analysis.blocks[f.block].span))]
    if not heads:
        return
    told: dict[int, list[float]] = {}
    for figure in analysis.figures:
        if figure.value is not None:
            told.setdefault(figure.sentence, []).append(figure.value)
    body = [
        _numbers(analysis.slice(sentence.span)) + told.get(number, [])
        for number, sentence in enumerate(analysis.sentences)
        if analysis.blocks[sentence.block].kind != "heading"
    ]
    for figure in heads:
        if figure.noun in shipped_lexicon("headline-lists"):
            continue
        if any(_bears_out(analysis, numbers, figure) for numbers in body):
            continue
        yield Finding(figure.span, values={"figure": analysis.slice(figure.span)})


def _is_headline(text: str) -> bool:
    """Whether the first line of a plain text is one: a lede ends with a full stop, a slug has labels and codes."""
    return not text.rstrip("”\"’' ").endswith((".", "!", ":")) and _SLUG.search(text) is None


def _bears_out(analysis: Analysis, numbers: list[float], figure: Figure) -> bool:
    """Whether the numbers of one sentence hold what the headline gives, as it is, rounded, or as a sum of two."""
    value = figure.value
    assert value is not None
    given = amount_of(analysis.slice(figure.span))
    room = max(_rounding(value), given.slack if given else 0.0)
    if figure.approximate or _is_hedged(analysis, figure):
        room = max(room, _HEDGED_ROOM * value)
    if any(abs(number - value) <= room for number in numbers):
        return True
    return any(
        one + other == value for place, one in enumerate(numbers) for other in numbers[place + 1 :] if one and other
    )


def _is_hedged(analysis: Analysis, figure: Figure) -> bool:
    before = analysis.text[max(figure.span.start - 16, 0) : figure.span.end]
    return regex.search(rf"\b{HEDGE}(?=[$£€]?\d|[a-z]+)", before, regex.IGNORECASE) is not None and bool(
        regex.search(rf"\b(?:{alternatives('figure-approximations')})\b", before, regex.IGNORECASE)
    )


def _rounding(value: float) -> float:
    """Return half a unit of the last digit of a round number that is not nought: 5 of 20, 50 of 1,300."""
    unit = 1.0
    while value >= 10 * unit and value % (10 * unit) == 0:
        unit *= 10
    return unit / 2 if unit > 1 else 0.0


def _numbers(text: str) -> list[float]:
    found = (value_of(match[0]) for match in _number().finditer(text))
    return [value for value in found if value is not None]


@cache
def _number() -> regex.Pattern[str]:
    return regex.compile(rf"(?<![\w.,]){NUMBER}", regex.IGNORECASE)
