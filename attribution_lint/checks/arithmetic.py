"""Figures that do not follow from one another: sums of shares, changes, ratios, percent for points, ranges."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from attribution_lint.model import Finding, Related, Rule, Span
from attribution_lint.nlp import numbers
from attribution_lint.nlp.analysis import AnalysedDoc, Figure, analysis_of

_N = rf"(?:[$£€]\s?)?(?:{numbers.NUMBER})(?:{numbers.SCALE})?"
_PERCENT = r"(?: ?%|[ -]per ?cent\b)"
_UNIT = r"(?:\s+(?!to\b|from\b|and\b|percent|per\b)[a-z]+){0,2}"
_UP = r"(?:rose|increased?|grew|climbed|jumped|surged|gained|went up|up|risen|grown|an increase|a rise|higher)"
_DOWN = r"(?:fell|decreased?|dropped|declined|shrank|plunged|slid|went down|down|fallen|a drop|a fall|a decline|lower)"
_FROM_TO = regex.compile(
    rf"\bfrom (?P<old>{_N})(?P<p1>{_PERCENT})?{_UNIT}(?: in (?:\d{{4}}|\w+))?,? to (?P<new>{_N})(?P<p2>{_PERCENT})?",
    regex.IGNORECASE,
)
_TO_FROM = regex.compile(
    rf"\bto (?P<new>{_N})(?P<p2>{_PERCENT})?{_UNIT}(?: in (?:\d{{4}}|\w+))?,? from (?P<old>{_N})(?P<p1>{_PERCENT})?",
    regex.IGNORECASE,
)
_CHANGE = regex.compile(
    rf"\b(?P<way>{_UP}|{_DOWN})\s+(?:of |by )?(?P<hedge>about |nearly |almost |roughly |some |more than |over |at least )?"
    rf"(?P<amount>\d+(?:\.\d+)?){_PERCENT}(?!age| points?)",
    regex.IGNORECASE,
)
_OF_OR = regex.compile(
    rf"\b(?P<part>{_N})(?:\s+[a-z]+)? (?:out )?of (?:the |its |their |his |her )?(?P<whole>{_N})(?:\s+[a-z]+){{0,3}}?"
    rf"(?:,? or|,| \(|\s+—)\s*(?:about |nearly |almost |roughly |some |just over |just under |more than )?"
    rf"(?P<share>\d+(?:\.\d+)?){_PERCENT}(?!age| points?)",
    regex.IGNORECASE,
)
_OUT_OF = regex.compile(
    rf"\b(?:out )?of (?:the |its |their )?(?P<whole>{_N}) [a-z]+(?: [a-z]+)?,\s*(?:only |just )?(?P<part>{_N})(?:\s+[a-z]+)?"
    rf"(?:,? or|,| \()\s*(?:about |nearly |almost |roughly |some |just over |just under |more than )?"
    rf"(?P<share>\d+(?:\.\d+)?){_PERCENT}(?!age| points?)",
    regex.IGNORECASE,
)
_IN_OR = regex.compile(
    rf"\b(?P<part>{_N}) (?:in|out of)(?: every)? (?P<whole>{_N})(?:\s+[a-z]+){{0,3}}?(?:,? or|,| \()\s*"
    rf"(?P<share>\d+(?:\.\d+)?){_PERCENT}(?!age| points?)",
    regex.IGNORECASE,
)
_RANGE = regex.compile(
    rf"\b(?:between|from) (?P<low>{_N})(?P<p1>{_PERCENT})? (?P<join>and|to) (?P<high>{_N})(?P<p2>{_PERCENT})?",
    regex.IGNORECASE,
)
_DIFFERENCE = regex.compile(
    rf"\b(?:{_UP}|{_DOWN}|raised|lowered|cut|increase|rise|drop|fall|decline|gain)\s+(?:by |of )?"
    rf"(?P<amount>\d+(?:\.\d+)?)(?P<unit>{_PERCENT})(?!age| points?)",
    regex.IGNORECASE,
)
_TOTAL = regex.compile(
    rf"(?:,| and|:| –| —| -)\s*(?:for )?(?:a |in )?total(?:ing|ling)? (?:of )?(?P<total>{_N})\b(?! *%| per)|"
    rf",\s*(?:or )?(?P<total>{_N})(?: [a-z]+)?,? (?:in all|altogether|in total|all told)\b",
    regex.IGNORECASE,
)
_PART = regex.compile(
    rf"(?<![\w.,-]){_N}(?!\w|[-–]|,\d| ?%| per ?cent| of\b| (?:years?|months?|days?|hours?|a\.m|p\.m))",
    regex.IGNORECASE,
)
_PARTIAL = regex.compile(
    r"\b(?:including|of (?:them|whom|which|those)|among|so far|since|up to|about|more|another|over|nearly|almost|about|"
    r"roughly|fewer|less|at least|each|every|times|apiece|per|against|from|than|dates?|age[ds]?)\b",
    regex.IGNORECASE,
)
_TOTAL_WORDS = ("total", " in all", "altogether", "all told")
_MOST_PARTS = 6
_BESIDE = 30
_YEARS = range(1900, 2101)


def change(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a percentage that does not follow from the two figures beside it: “from 40 to 60, up 30 percent”.

    `slack` is how far, in percent of the change, rounding may carry it.
    """
    analysis = analysis_of(doc)
    for sentence in analysis.sentences:
        text = analysis.slice(sentence.span)
        if " from " not in text or " to " not in text or not ("%" in text or "percent" in text or "per cent" in text):
            continue
        pairs = [*_FROM_TO.finditer(text), *_TO_FROM.finditer(text)]
        changes = list(_CHANGE.finditer(text))
        if len(pairs) != 1 or len(changes) != 1 or pairs[0]["p2"] or pairs[0]["p1"]:
            continue
        old, new = _value(pairs[0]["old"]), _value(pairs[0]["new"])
        if not old or new is None or int(old) in _YEARS or abs(changes[0].start() - pairs[0].end()) > 60:
            continue
        if changes[0].start() < pairs[0].end() and changes[0].end() > pairs[0].start():
            continue
        stated, right = float(changes[0]["amount"]), abs(new - old) / old * 100
        if abs(stated - right) > max(1.5, right * float(rule.options["slack"]) / 100):
            yield Finding(
                _span(sentence.span.start, changes[0], "amount"),
                values={
                    "stated": changes[0]["amount"],
                    "right": f"{right:.0f}",
                    "old": pairs[0]["old"],
                    "new": pairs[0]["new"],
                },
            )


def share(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a percentage that does not follow from the part and the whole before it: “50 of 200, or 30 percent”."""
    analysis = analysis_of(doc)
    for sentence in analysis.sentences:
        text = analysis.slice(sentence.span)
        if not (" of " in text or " in " in text or text.startswith("Of ")) or not (
            "%" in text or "percent" in text or "per cent" in text
        ):
            continue
        for match in (found for pattern in (_OF_OR, _OUT_OF, _IN_OR) for found in pattern.finditer(text)):
            part, whole = _value(match["part"]), _value(match["whole"])
            if not part or not whole or part > whole or "margin" in text.lower():
                continue
            right, stated = part / whole * 100, float(match["share"])
            if abs(right - stated) > max(1.0, right * float(rule.options["slack"]) / 100):
                yield Finding(
                    _span(sentence.span.start, match, "share"),
                    values={
                        "stated": match["share"],
                        "right": f"{right:.1f}".removesuffix(".0"),
                        "part": match["part"],
                        "whole": match["whole"],
                    },
                )


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


_SPLIT = regex.compile(
    r"\b(?:the rest|the remaining|respectively|divided|split|broke down|breakdown|made up of|and others?)\b"
)
_NOT_A_SPLIT = regex.compile(
    r"\b(?:than|compared|from|last year|year ago|up|down|rose|fell|multiple|more than one|both)\b"
)


def points(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a difference of two percentages that is called percent: “rose 5 percent, from 40 percent to 45 percent”.

    Rests on AP's entry “percent, percentage, percentage points”.
    """
    analysis = analysis_of(doc)
    for sentence in analysis.sentences:
        text = analysis.slice(sentence.span)
        if " from " not in text and not text.lower().startswith("from "):
            continue
        pairs = [*_FROM_TO.finditer(text), *_TO_FROM.finditer(text)]
        for pair in pairs:
            old, new = _value(pair["old"]), _value(pair["new"])
            if not (pair["p1"] or pair["p2"]) or not pair["p2" if pair.re is _FROM_TO else "p1"] or not old or not new:
                continue
            for match in _DIFFERENCE.finditer(text):
                away = min(abs(match.start() - pair.end()), abs(pair.start() - match.end()))
                if away < _BESIDE and abs(abs(new - old) - float(match["amount"])) < 0.051:
                    start = sentence.span.start
                    span = Span(start + match.start("amount"), start + match.end("unit"))
                    yield Finding(span, values={"text": analysis.slice(span)}, suggestions=(_points(match["amount"]),))


def total(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a total that the parts in front of it do not come to: “40 here, 30 there, a total of 100”."""
    analysis = analysis_of(doc)
    for sentence in analysis.sentences:
        text = analysis.slice(sentence.span)
        match = _TOTAL.search(text) if any(word in text for word in _TOTAL_WORDS) else None
        if match is None or _PARTIAL.search(text):
            continue
        stated = _value(match["total"])
        parts = list(_PART.finditer(text[: match.start()]))
        values = [_value(each[0]) for each in parts]
        if stated is None or not 2 <= len(parts) <= _MOST_PARTS or None in values:
            continue
        known = [value for value in values if value is not None]
        if any(int(value) in _YEARS and "," not in each[0] for value, each in zip(known, parts, strict=True)):
            continue
        if stated <= max(known) or len({each[0][0] in "$£€" for each in parts} | {match["total"][0] in "$£€"}) > 1:
            continue
        right = sum(known)
        if abs(right - stated) > max(0.5, 0.03 * stated):
            yield Finding(
                _span(sentence.span.start, match, "total"), values={"stated": match["total"], "right": f"{right:,g}"}
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
        low, high = _value(match["low"]), _value(match["high"])
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


_CONTEST = regex.compile(
    r"\b(?:vot\w+|beat|won|lost|lead\w*|led|defeat\w*|win|score\w*|ruling|ruled|margin|edge\w*|ahead|trail\w*|over|victory|"
    r"favou?r\w*|oppos\w+|split|approv\w+|passed|poll\w*|match\w*|decision|against|to (?:Trump|Clinton|his|her))\b",
    regex.IGNORECASE,
)
_SEASON = regex.compile(r"\s*(?:a\.?m|p\.?m|o[’']clock|BC|B\.C|degrees)", regex.IGNORECASE)


def _value(text: str) -> float | None:
    return numbers.value_of(text.strip("$£€ \xa0"))


def _scale(text: str) -> str:
    return "".join(each for each in text.lower() if each.isalpha())


def _span(start: int, match: regex.Match[str], group: str) -> Span:
    return Span(start + match.start(group), start + match.end(group))


def _points(amount: str) -> str:
    return f"{amount} percentage point" if amount == "1" else f"{amount} percentage points"


def _related(figures: list[Figure]) -> tuple[Related, ...]:
    return tuple(Related(figure.span, "another share") for figure in figures)
