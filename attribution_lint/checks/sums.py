"""Totals that their parts do not come to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_letters

import regex
from msgspec import Struct

from attribution_lint.checks.arithmetic_terms import NUMBER, is_year, most_numbers, sign_of
from attribution_lint.model import Finding, Rule, Span
from attribution_lint.nlp import numbers
from attribution_lint.nlp.amounts import value_of
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, analysis_of
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import lazily

_BEHIND = lazily(
    r"(?:,| and|:| –| —| -|\b(?:gave|giving|give|makes?|made|making|brings?|brought)(?: \w+)?)\s*"
    rf"(?:for )?(?:an? |in )?(?:overall )?total(?:ing|ling)? (?:of )?(?P<total>{NUMBER})\b(?! *%| per)|"
    rf"(?<![\w.,$£€-])(?P<total>{NUMBER})(?: (?!and\b|in\b|to\b)[a-z]+){{0,2}},? "
    r"(?:in all|altogether|in total|all told|all up)\b",
    regex.IGNORECASE,
)
_BEFORE_COLON = lazily(
    rf"\b(?:a total of|in all,?|altogether,?|all told,?) (?P<total>{NUMBER})(?: [\w’'-]+){{1,6}}?(?::| ?[—–] )\s*",
    regex.IGNORECASE,
)
_LISTED = lazily(
    rf"(?<![\w.,$£€-])(?P<total>{NUMBER}) (?:[a-z’'-]+ ){{0,2}}[a-z’'-]+s(?::| ?[—–] )\s*"
    rf"(?P<parts>{NUMBER} [^:;.,]{{2,60}}(?:, {NUMBER} [^:;.,]{{2,60}}?){{1,4}},? and {NUMBER} [^:;.,]{{2,60}})"
    r"(?=[.;—–]|$)",
    regex.IGNORECASE,
)
_SUM_OF_MONEY = r"[$£€¥₹]\s?" + NUMBER.removeprefix(r"(?:[$£€¥₹]\s?)?")
_SPENT = rf"{_SUM_OF_MONEY} (?:for|to|on|in|from|goes|went|will go) [^:;.,]{{2,60}}?"
_SHARED_OUT = lazily(
    rf"(?P<total>{_SUM_OF_MONEY})(?:(?: [\w’'-]+){{0,4}}?(?::| ?[—–] )|(?: in (?:all|total)| altogether),? with )\s*"
    rf"(?P<parts>{_SPENT}(?:, {_SPENT}){{1,4}},? and {_SPENT})(?=[.;—–]|$)",
    regex.IGNORECASE,
)
_VOTED = lazily(
    rf"\bof (?:the |its |their |all )?(?P<total>{NUMBER})(?: [\w’'-]+){{1,6}}?, (?P<parts>{NUMBER} (?:[a-z]+ ){{0,2}}?"
    rf"(?:for|in favou?r|yes|backed|supported)\b[^,.;]{{0,30}}, {NUMBER} (?:[a-z]+ ){{0,2}}?(?:against|opposed)\b"
    rf"(?: it)?,? and {NUMBER} (?:[a-z]+ )?(?:abstain\w*|stayed (?:away|home)|absent|not vote|boycotted))\b",
    regex.IGNORECASE,
)
_PART = lazily(
    rf"(?<![\w.,-]){NUMBER}(?!\w|[-–]|,\d| ?%| per ?cent| of\b| (?:years?|months?|days|hours?|a\.m|p\.m))",
    regex.IGNORECASE,
)
_PARTIAL = lazily(
    r"\b(?:including|of (?:them|whom|which|those)|among|so far|since|up to|about|more|another|over|nearly|almost|"
    r"roughly|fewer|less|at least|each|every|times|apiece|per|against|from (?=\S*\d)|than|dates?|age[ds]?)\b",
    regex.IGNORECASE,
)
_OTHER_SPAN = lazily(r"\b(?:this (?:season|year|month|week)|career|already|now)\b")
_DIGIT = re.compile(r"[\d½¼¾⅓⅔]")
_IN_WORDS = frozenset((*numbers.SMALL, *numbers.TENS, *numbers.SCALES, "half", "several", "few", "couple"))
_TOTAL_WORDS = ("total", "in all", "altogether", "all told", "all up")
_FEWEST_NUMBERS = 3  # a total and two parts; a list has another
_MOST_PARTS = 6
_ROUNDING = 0.03


class _Sum(Struct, frozen=True):
    """A total at a place of its sentence, and its parts as written."""

    start: int
    end: int
    total: str
    parts: list[str]


def total(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a total that its parts do not come to: “40 here, 30 there, a total of 100”, “12 jurors, seven women and
    four men”.

    Parts count only where the sentence gives them as the whole: it says “in all” behind them, a colon before them, or
    they are complements such as women and men, or votes for, votes against and those who cast none. Rests on the
    BBC's guidelines on statistics.
    """
    for part, found in in_each(analysis_of(doc), _wrong_totals):
        yield from (finding.moved(part.start) for finding in found)


def _wrong_totals(analysis: Analysis) -> list[Finding]:
    wrong: list[Finding] = []
    for sentence in analysis.sentences:
        text = analysis.slice(sentence.span)
        if not _DIGIT.search(text) and _IN_WORDS.isdisjoint(analysis.words.lower[sentence.first : sentence.last]):
            continue
        for found in _sums(text):
            stated, parts = value_of(found.total), [value_of(each) for each in found.parts]
            known = [value for value in parts if value is not None]
            if stated is None or len(known) != len(parts) or not 2 <= len(parts) <= _MOST_PARTS:
                continue
            if any(is_year(each) for each in found.parts) or len({sign_of(e) for e in (found.total, *found.parts)}) > 1:
                continue
            if stated <= max(known) or abs(sum(known) - stated) <= max(0.5, _ROUNDING * stated):
                continue
            start = sentence.span.start
            wrong.append(
                Finding(
                    Span(start + found.start, start + found.end),
                    values={"stated": found.total, "right": _written_as(found.total, sum(known))},
                )
            )
            break
    return wrong


def _written_as(model: str, value: float) -> str:
    """Return a value with the currency sign and the scale of a number as written: “$38 million”."""
    own = value_of(model)
    shown = value_of(regex.sub(r"[^\d.,]", "", model)) if any(map(str.isdigit, model)) else None
    if not own or not shown or own == shown:
        return f"{sign_of(model)}{value:,.10g}"
    words = model.strip()
    scale = words[len(words.rstrip(ascii_letters)) :]
    return f"{sign_of(model)}{value / (own / shown):,.6g} {scale}".strip()


def _sums(text: str) -> Iterator[_Sum]:
    lower = text.lower()
    count = most_numbers(lower)
    if count < _FEWEST_NUMBERS:
        return
    if any(word in lower for word in _TOTAL_WORDS) and not (_PARTIAL.search(text) or _OTHER_SPAN.search(lower)):
        match = _BEHIND.search(text)
        if match is not None:
            start, end = match.span("total")
            yield _Sum(start, end, match["total"], [each[0] for each in _PART.finditer(text[: match.start()])])
        leading = _BEFORE_COLON.search(text)
        if leading is not None:
            start, end = leading.span("total")
            yield _Sum(start, end, leading["total"], [each[0] for each in _PART.finditer(text, leading.end())])
    if " and " in lower and count > _FEWEST_NUMBERS:
        patterns = [_VOTED] if " of " in f" {lower}" and ("against" in lower or "opposed" in lower) else []
        if not _PARTIAL.search(text):
            patterns += [_LISTED, _SHARED_OUT] if any(sign in text for sign in "$£€¥₹") else [_LISTED]
        for match in (found for pattern in patterns for found in pattern.finditer(text)):
            parts = [each[0] for each in _PART.finditer(text, match.start("parts"), match.end("parts"))]
            yield _Sum(*match.span("total"), match["total"], parts)
    if any(map(lower.__contains__, _signs_of_partners())):
        for match in _apposition().finditer(text):
            one, other = match["one"].lower(), match["other"].lower()
            if other in _partners().get(one, ()) and match["whole"].lower() not in {one, other}:
                yield _Sum(*match.span("total"), match["total"], [match["first"], match["second"]])


@cache
def _partners() -> dict[str, set[str]]:
    """Return for each kind the ones that make up a whole with it."""
    partners: dict[str, set[str]] = {}
    for entry in shipped_lexicon("figure-complements"):
        one, other = entry.split(":")
        partners.setdefault(one, set()).add(other)
        partners.setdefault(other, set()).add(one)
    return partners


@cache
def _signs_of_partners() -> tuple[str, ...]:
    return tuple(f" {kind}" for kind in _partners())


@cache
def _apposition() -> regex.Pattern[str]:
    """“The 12 jurors, seven women and four men”, “a jury of 12, …”: a closed pair behind the number of the whole."""
    return regex.compile(
        rf"\b(?:(?P<total>{NUMBER}) (?:[a-z]+ )?(?P<whole>[a-z]+)|(?P<whole>[a-z]+) of (?P<total>{NUMBER}))"
        rf"(?:,| ?[—–(-]+|:)\s*(?P<first>{NUMBER}) (?P<one>[a-z]+)"
        rf" and (?P<second>{NUMBER}) (?P<other>[a-z]+)\s?(?=[,.;)—–]|$)",
        regex.IGNORECASE,
    )
