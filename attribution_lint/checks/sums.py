"""Figures that do not add up: totals, shares of a whole, and ranges upside down."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from attribution_lint.checks.arithmetic_terms import (
    NUMBER,
    PERCENT,
    YEARS,
    group_span,
    value_of,
)
from attribution_lint.model import Finding, Related, Rule, Span
from attribution_lint.nlp.analysis import AnalysedDoc, Figure, analysis_of

_RANGE = regex.compile(
    rf"\b(?:between|from) (?P<low>{NUMBER})(?P<p1>{PERCENT})? (?P<join>and|to) (?P<high>{NUMBER})(?P<p2>{PERCENT})?",
    regex.IGNORECASE,
)
_TOTAL = regex.compile(
    rf"(?:,| and|:| –| —| -)\s*(?:for )?(?:a |in )?total(?:ing|ling)? (?:of )?(?P<total>{NUMBER})\b(?! *%| per)|"
    rf",\s*(?:or )?(?P<total>{NUMBER})(?: [a-z]+)?,? (?:in all|altogether|in total|all told)\b",
    regex.IGNORECASE,
)
_PART = regex.compile(
    rf"(?<![\w.,-]){NUMBER}(?!\w|[-–]|,\d| ?%| per ?cent| of\b| (?:years?|months?|days?|hours?|a\.m|p\.m))",
    regex.IGNORECASE,
)
_PARTIAL = regex.compile(
    r"\b(?:including|of (?:them|whom|which|those)|among|so far|since|up to|about|more|another|over|nearly|almost|about|"
    r"roughly|fewer|less|at least|each|every|times|apiece|per|against|from|than|dates?|age[ds]?)\b",
    regex.IGNORECASE,
)
_TOTAL_WORDS = ("total", " in all", "altogether", "all told")
_MOST_PARTS = 6
_SPLIT = regex.compile(
    r"\b(?:the rest|the remaining|respectively|divided|split|broke down|breakdown|made up of|and others?)\b"
)
_NOT_A_SPLIT = regex.compile(
    r"\b(?:than|compared|from|last year|year ago|up|down|rose|fell|multiple|more than one|both)\b"
)
_CONTEST = regex.compile(
    r"\b(?:vot\w+|beat|won|lost|lead\w*|led|defeat\w*|win|score\w*|ruling|ruled|margin|edge\w*|ahead|trail\w*|over|victory|"
    r"favou?r\w*|oppos\w+|split|approv\w+|passed|poll\w*|match\w*|decision|against|to (?:Trump|Clinton|his|her))\b",
    regex.IGNORECASE,
)
_SEASON = regex.compile(r"\s*(?:a\.?m|p\.?m|o[’']clock|BC|B\.C|degrees)", regex.IGNORECASE)

_TIGHT_RANGE = regex.compile(r"\d[-–—]\p{Sc}?\d| to ")
_YEAR = regex.compile(r"(?:19|20)\d\d\b(?!,)")


def shares(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield shares of one sentence that are said to be all of it and come to more than 100 percent and the slack."""
    analysis = analysis_of(doc)
    most = 100 + float(rule.options["slack"])
    for number, sentence in enumerate(analysis.sentences):
        percents = [
            f for f in analysis.figures_in(sentence.span) if f.unit == "%" and f.value is not None and f.high is None
        ]
        if len(percents) < 3 or sum(f.value or 0 for f in percents) <= most or number != percents[0].sentence:
            continue
        text = analysis.slice(sentence.span).lower()
        if not _SPLIT.search(text) or _NOT_A_SPLIT.search(text):
            continue
        total = sum(f.value or 0 for f in percents)
        yield Finding(percents[-1].span, values={"total": f"{total:g}"}, related=_related(percents[:-1]))


def total(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a total that the parts in front of it do not come to: “40 here, 30 there, a total of 100”."""
    analysis = analysis_of(doc)
    for sentence in analysis.sentences:
        text = analysis.slice(sentence.span)
        match = _TOTAL.search(text) if any(word in text for word in _TOTAL_WORDS) else None
        if match is None or _PARTIAL.search(text):
            continue
        stated = value_of(match["total"])
        parts = list(_PART.finditer(text[: match.start()]))
        counts = [value_of(each[0]) for each in parts]
        if stated is None or not 2 <= len(parts) <= _MOST_PARTS or None in counts:
            continue
        known = [value for value in counts if value is not None]
        if any(int(value) in YEARS and "," not in each[0] for value, each in zip(known, parts, strict=True)):
            continue
        if stated <= max(known) or len({each[0][0] in "$£€" for each in parts} | {match["total"][0] in "$£€"}) > 1:
            continue
        right = sum(known)
        if abs(right - stated) > max(0.5, 0.03 * stated):
            yield Finding(
                group_span(sentence.span.start, match, "total"),
                values={"stated": match["total"], "right": f"{right:,g}"},
            )


def reversed_range(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a range whose first number is the higher one: “between 40 and 30 percent”, “30-20 percent”."""
    analysis = analysis_of(doc)
    for figure in analysis.figures:
        if (
            figure.value is None
            or figure.high is None
            or figure.high >= figure.value
            or figure.kind in {"score", "ratio"}
        ):
            continue
        sentence = analysis.sentences[figure.sentence].span
        before = analysis.text[max(sentence.start, figure.span.start - 40) : figure.span.start].lower()
        text = analysis.slice(figure.span)
        if not _TIGHT_RANGE.search(text) and not before.rstrip().endswith("between"):
            continue  # 2008 - 45%, 65,000 H-1B: two things side by side
        if _YEAR.match(text):
            continue
        if " to " in text and not before.rstrip().endswith("between"):
            continue  # “from 40 to 30” is a fall
        if "%" in text and not before.rstrip().endswith("between"):
            continue  # 55%-41% is a result
        if _CONTEST.search(analysis.slice(sentence)) or "from" in before.split()[-2:]:
            continue
        yield Finding(figure.span, values={"text": text})
    for match in _RANGE.finditer(analysis.text) if "between" in analysis.text or "Between" in analysis.text else ():
        if match["join"] != "and" or not match[0].lower().startswith("between"):
            continue
        low, high = value_of(match["low"]), value_of(match["high"])
        if low is None or high is None or high >= low or bool(match["p1"]) > bool(match["p2"]):
            continue
        if _scale(match["low"]) != _scale(match["high"]) or not match["low"].strip("$£€ ")[:1].isdigit():
            continue
        if _SEASON.match(analysis.text, match.end()) or any(
            f.span.overlaps(Span(*match.span())) and f.high for f in analysis.figures
        ):
            continue
        yield Finding(
            Span(match.start("low"), match.end()), values={"text": analysis.text[match.start("low") : match.end()]}
        )


def _scale(text: str) -> str:
    return "".join(each for each in text.lower() if each.isalpha())


def _related(figures: list[Figure]) -> tuple[Related, ...]:
    return tuple(Related(figure.span, "another share") for figure in figures)
