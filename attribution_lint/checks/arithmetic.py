"""Figures that do not follow from one another: changes and shares, and percent where points are meant."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from attribution_lint.checks.arithmetic_terms import (
    DOWN,
    FROM_TO,
    NUMBER,
    PERCENT,
    TO_FROM,
    UP,
    YEARS,
    group_span,
    value_of,
)
from attribution_lint.model import Finding, Rule, Span
from attribution_lint.nlp.analysis import AnalysedDoc, analysis_of

_CHANGE = regex.compile(
    rf"\b(?P<way>{UP}|{DOWN})\s+(?:of |by )?(?P<hedge>about |nearly |almost |roughly |some |more than |over |at least )?"
    rf"(?P<amount>\d+(?:\.\d+)?){PERCENT}(?!age| points?)",
    regex.IGNORECASE,
)
_OF_OR = regex.compile(
    rf"\b(?P<part>{NUMBER})(?:\s+[a-z]+)? (?:out )?of (?:the |its |their |his |her )?(?P<whole>{NUMBER})(?:\s+[a-z]+){{0,3}}?"
    rf"(?:,? or|,| \(|\s+—)\s*(?:about |nearly |almost |roughly |some |just over |just under |more than )?"
    rf"(?P<share>\d+(?:\.\d+)?){PERCENT}(?!age| points?)",
    regex.IGNORECASE,
)
_OUT_OF = regex.compile(
    rf"\b(?:out )?of (?:the |its |their )?(?P<whole>{NUMBER}) [a-z]+(?: [a-z]+)?,\s*(?:only |just )?(?P<part>{NUMBER})(?:\s+[a-z]+)?"
    rf"(?:,? or|,| \()\s*(?:about |nearly |almost |roughly |some |just over |just under |more than )?"
    rf"(?P<share>\d+(?:\.\d+)?){PERCENT}(?!age| points?)",
    regex.IGNORECASE,
)
_IN_OR = regex.compile(
    rf"\b(?P<part>{NUMBER}) (?:in|out of)(?: every)? (?P<whole>{NUMBER})(?:\s+[a-z]+){{0,3}}?(?:,? or|,| \()\s*"
    rf"(?P<share>\d+(?:\.\d+)?){PERCENT}(?!age| points?)",
    regex.IGNORECASE,
)
_DIFFERENCE = regex.compile(
    rf"\b(?:{UP}|{DOWN}|raised|lowered|cut|increase|rise|drop|fall|decline|gain)\s+(?:by |of )?"
    rf"(?P<amount>\d+(?:\.\d+)?)(?P<unit>{PERCENT})(?!age| points?)",
    regex.IGNORECASE,
)
_BESIDE = 30


def change(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a percentage that does not follow from the two figures beside it: “from 40 to 60, up 30 percent”.

    `slack` is how far, in percent of the change, rounding may carry it.
    """
    analysis = analysis_of(doc)
    for sentence in analysis.sentences:
        text = analysis.slice(sentence.span)
        if " from " not in text or " to " not in text or not ("%" in text or "percent" in text or "per cent" in text):
            continue
        pairs = [*FROM_TO.finditer(text), *TO_FROM.finditer(text)]
        changes = list(_CHANGE.finditer(text))
        if len(pairs) != 1 or len(changes) != 1 or pairs[0]["p2"] or pairs[0]["p1"]:
            continue
        old, new = value_of(pairs[0]["old"]), value_of(pairs[0]["new"])
        if not old or new is None or int(old) in YEARS or abs(changes[0].start() - pairs[0].end()) > 60:
            continue
        if changes[0].start() < pairs[0].end() and changes[0].end() > pairs[0].start():
            continue
        stated, right = float(changes[0]["amount"]), abs(new - old) / old * 100
        if abs(stated - right) > max(1.5, right * float(rule.options["slack"]) / 100):
            yield Finding(
                group_span(sentence.span.start, changes[0], "amount"),
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
            part, whole = value_of(match["part"]), value_of(match["whole"])
            if not part or not whole or part > whole or "margin" in text.lower():
                continue
            right, stated = part / whole * 100, float(match["share"])
            if abs(right - stated) > max(1.0, right * float(rule.options["slack"]) / 100):
                yield Finding(
                    group_span(sentence.span.start, match, "share"),
                    values={
                        "stated": match["share"],
                        "right": f"{right:.1f}".removesuffix(".0"),
                        "part": match["part"],
                        "whole": match["whole"],
                    },
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
        pairs = [*FROM_TO.finditer(text), *TO_FROM.finditer(text)]
        for pair in pairs:
            old, new = value_of(pair["old"]), value_of(pair["new"])
            if not (pair["p1"] or pair["p2"]) or not pair["p2" if pair.re is FROM_TO else "p1"] or not old or not new:
                continue
            for match in _DIFFERENCE.finditer(text):
                away = min(abs(match.start() - pair.end()), abs(pair.start() - match.end()))
                if away < _BESIDE and abs(abs(new - old) - float(match["amount"])) < 0.051:
                    start = sentence.span.start
                    span = Span(start + match.start("amount"), start + match.end("unit"))
                    yield Finding(span, values={"text": analysis.slice(span)}, suggestions=(_points(match["amount"]),))


def _points(amount: str) -> str:
    return f"{amount} percentage point" if amount == "1" else f"{amount} percentage points"
