"""Figures that disagree within one story: the same quantity told twice, a headline that the body does not bear out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from attribution_lint.checks.occurrences import occurrences
from attribution_lint.model import Finding, Related, Rule
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Figure, analysis_of
from attribution_lint.packs import shipped_lexicon

_COUNTS = frozenset({"count", "magnitude", "casualty"})
_WORD = regex.compile(r"[A-Za-z][\w’'-]+")
_FEW, _MANY, _COMMON = 2, 10, 3
_LIST = 2  # more figures in one sentence are a list, each of something else


def conflict(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a figure that tells the quantity of an earlier one differently, with no word about the difference.

    Two figures are of one quantity if they count the same noun and their sentences have most of their words, and no
    contrary names, in common. Two sources that differ, each with an attribution of its own, are right and left alone.
    The option `kinds` names the kinds of figure to compare.
    """
    analysis = analysis_of(doc)
    kinds = frozenset(rule.options["kinds"])
    told: list[Figure] = []
    for figure in analysis.figures:
        if figure.kind not in kinds or not _is_comparable(analysis, figure):
            continue
        for earlier in told:
            if (
                _agree(earlier, figure)
                or _attributed_apart(earlier, figure)
                or not _same_thing(analysis, earlier, figure)
            ):
                continue
            yield Finding(
                figure.span,
                values={"figure": analysis.slice(figure.span), "other": analysis.slice(earlier.span)},
                related=(Related(earlier.span, "told differently here"),),
            )
            break
        told.append(figure)


def scale_slip(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a figure that equals another of the story but for its scale: $4.2 million here, $4.2 billion there."""
    analysis = analysis_of(doc)
    seen: dict[tuple[str, str], list[Figure]] = {}
    for figure in analysis.figures:
        match = _SCALED.search(analysis.slice(figure.span))
        if match is None or figure.value is None or figure.high is not None:
            continue
        digits = match["digits"].replace(",", "")
        if len(digits.replace(".", "").strip("0")) < 2:
            continue
        for other in seen.setdefault((digits, figure.unit), []):
            if other.value != figure.value and _share_words(analysis, figure, other):
                yield Finding(
                    figure.span,
                    values={"figure": analysis.slice(figure.span), "other": analysis.slice(other.span)},
                    related=(Related(other.span, "the other scale"),),
                )
                break
        seen[digits, figure.unit].append(figure)


def headline(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a figure of a headline or standfirst that the body never gives, nor one that rounds to it."""
    analysis = analysis_of(doc)
    heads = [f for f in analysis.figures if analysis.blocks[f.block].kind == "heading" and f.block < _HEAD_BLOCKS]
    if not heads:
        return
    body = [f for f in analysis.figures if analysis.blocks[f.block].kind != "heading"]
    text = "\n".join(analysis.slice(block.span) for block in analysis.blocks if block.kind != "heading")
    for figure in heads:
        value = figure.value
        if (
            value is None
            or figure.vague
            or figure.high is not None
            or figure.kind not in {*_COUNTS, "percent", "money"}
        ):
            continue
        if any(_rounds_to(other, value) for other in body) or _spelt_in(text, analysis.slice(figure.span), value):
            continue
        yield Finding(figure.span, values={"figure": analysis.slice(figure.span)})


_HEAD_BLOCKS = 2
_SCALED = regex.compile(
    r"(?P<digits>\d[\d,.]{0,30}\d|\d)[ \xa0-]?(?P<scale>million|billion|trillion|m|bn|tn|b)\b", regex.IGNORECASE
)


@cache
def _stop_words() -> frozenset[str]:
    return shipped_lexicon("sentence-openers") | frozenset(
        {"said", "that", "with", "from", "have", "more", "than", "about"}
    )


def _is_comparable(analysis: Analysis, figure: Figure) -> bool:
    """Whether a figure counts something that another may count too, in words of the reporter that claim one number."""
    if figure.kind not in _COUNTS or figure.value is None or figure.vague or not figure.noun:
        return False
    if figure.value < (_FEW if figure.kind == "casualty" else _MANY) or figure.high is not None:
        return False
    if analysis.quotation_at(figure.span.start) is not None or analysis.blocks[figure.block].kind in {"cell", "code"}:
        return False
    if len(analysis.figures_in(analysis.sentences[figure.sentence].span)) > _LIST:
        return False
    return not _tells_difference(analysis, figure)


def _same_thing(analysis: Analysis, one: Figure, other: Figure) -> bool:
    """Whether two figures count the same noun and their sentences say the same of it."""
    if one.noun != other.noun or one.sentence == other.sentence:
        return False
    words = [_content(analysis, figure) for figure in (one, other)]
    names = [{word for word in each if word[0].isupper()} for each in words]
    if names[0] and names[1] and not names[0] & names[1]:
        return False
    lower = [{word.lower() for word in each} for each in words]
    return len(lower[0] & lower[1]) >= max(_COMMON, 0.4 * min(len(lower[0]), len(lower[1])))


def _content(analysis: Analysis, figure: Figure) -> set[str]:
    """Return the words of a figure's sentence that carry meaning; a capital at its head is no name."""
    sentence = analysis.sentences[figure.sentence].span
    words = _WORD.findall(analysis.slice(sentence))
    plain = [word.lower() if not number else word for number, word in enumerate(words)]
    return {word.removesuffix("'s").removesuffix("’s") for word in plain if len(word) > 3} - _stop_words()


def _agree(one: Figure, other: Figure) -> bool:
    low, high = sorted((one.value or 0.0, other.value or 0.0))
    if one.high is not None or other.high is not None:
        return True
    return low == high or (one.approximate != other.approximate and high - low <= 0.05 * high)


def _attributed_apart(one: Figure, other: Figure) -> bool:
    """Whether each figure has an attribution of its own: two sources that differ, as they may."""
    return one.attribution != other.attribution and None not in (one.attribution, other.attribution)


def _tells_difference(analysis: Analysis, figure: Figure) -> bool:
    sentence = analysis.sentences[figure.sentence].span
    differences = shipped_lexicon("figure-differences")
    return bool(occurrences(analysis.text, differences, sentence.start, sentence.end))


def _share_words(analysis: Analysis, one: Figure, other: Figure) -> bool:
    """Whether the sentences of two figures have enough words in common to speak of one thing."""
    words = [
        {w.lower() for w in _WORD.findall(analysis.slice(analysis.sentences[f.sentence].span)) if len(w) > 3}
        - _stop_words()
        for f in (one, other)
    ]
    return one.sentence != other.sentence and len(words[0] & words[1]) >= 3


def _rounds_to(figure: Figure, value: float) -> bool:
    """Whether a figure of the body is what the headline gives, rounded or within its range."""
    if figure.value is None:
        return False
    if figure.high is not None and figure.value <= value <= figure.high:
        return True
    return any(
        abs(each - value) <= 0.1 * max(abs(value), 1) for each in (figure.value, figure.high) if each is not None
    )


def _spelt_in(text: str, figure: str, value: float) -> bool:
    """Whether the body has the number in digits or in words, as a figure or not."""
    digits = regex.search(r"\d[\d,.]{0,30}\d|\d", figure)
    if digits and regex.search(rf"(?<![\d,.]){regex.escape(digits[0])}(?!\d|[,.]\d)", text):
        return True
    if digits is None:
        first = regex.search(r"[a-z]+", figure.lower())
        return first is not None and first[0] in text.lower()
    names = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten"}
    return value in names and names[int(value)] in text.lower()
