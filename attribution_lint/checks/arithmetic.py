"""Changes that do not follow from the figures beside them, and percent where points are meant.

A change is held against two figures only if nothing but a unit, a date or a comma stands between them: words such as
“after” or “as” make the two things different ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex
from msgspec import Struct

from attribution_lint.checks.arithmetic_terms import (
    HEDGE,
    NOT_POINTS,
    NUMBER,
    PERCENT,
    alternatives,
    is_year,
    says_percent,
    sign_of,
)
from attribution_lint.model import Finding, Rule, Span
from attribution_lint.nlp.amounts import Amount, amount_of, numbers_in, value_of
from attribution_lint.nlp.analysis import AnalysedDoc, analysis_of
from attribution_lint.nlp.numbers import SMALL
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import lazily

_ABOUT = r"(?:about |some |around |just |an? (?:average|estimated|low|high|record|peak|total)(?: of)? )"
_UNIT = r"(?:\s+(?!to\b|from\b|and\b|percent|per cent)[a-z]+){0,2}"
_WHEN = r"(?:,? (?:in|on|a|last|this|the) [\w’']+(?: [\w’']+){0,2})?"
_FROM_TO = lazily(
    rf"\bfrom {_ABOUT}?(?P<old>{NUMBER})(?P<p1>{PERCENT})?{_UNIT}{_WHEN},? to "
    rf"{_ABOUT}?(?P<new>{NUMBER})(?P<p2>{PERCENT})?",
    regex.IGNORECASE,
)
_TO_FROM = lazily(
    rf"\bto {_ABOUT}?(?P<new>{NUMBER})(?P<p2>{PERCENT})?{_UNIT}{_WHEN},? from "
    rf"{_ABOUT}?(?P<old>{NUMBER})(?P<p1>{PERCENT})?",
    regex.IGNORECASE,
)
_NEW_FROM_OLD = lazily(
    rf"(?<![\w.,])(?P<new>{NUMBER})(?P<p2>{PERCENT})?{_UNIT}{_WHEN},? (?:up|down) from "
    rf"{_ABOUT}?(?P<old>{NUMBER})(?P<p1>{PERCENT})?",
    regex.IGNORECASE,
)
_BEHIND = lazily(
    r"(?:\s+(?!and\b|while\b|but\b|as\b|when\b|after\b|because\b|with\b|which\b|who\b)[\w’']+(?:-[\w’']+)*){0,5}\s*[,(—–;-]+\s*"
    r"(?:or |representing |which is |for |an? |its )*",
    regex.IGNORECASE,
)
_ADJUSTED = lazily(
    r"\b(?:constant currenc|adjust|real terms|like-for-like|annual rate|on average|annuali[sz]ed|compound|organic|"
    r"same-store|seasonal)",
    regex.IGNORECASE,
)
_RISES, _FALLS = "figure-rises", "figure-falls"
_LEAST_RATIO, _MOST_RATIO = 0.1, 10.0
_ROUNDING = 0.75  # points of percent that a whole number may be off


class _Change(Struct, frozen=True):
    """What a sentence says of a change: its place, its size in percent with its sign, as written."""

    start: int
    end: int
    span: Span
    percent: float
    hedge: str
    text: str
    multiple: float = 0.0


class _Pair(Struct, frozen=True):
    """Two figures that a change leads from and to."""

    start: int
    end: int
    old: str
    new: str
    in_percent: bool


def change(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a change that does not follow from the two figures beside it: “from 40 to 60, up 30 percent”, “doubled”.

    `slack` is how far, in percent of the change, rounding may carry it beyond what the digits given allow.
    Rests on the BBC's guidelines on statistics: check the arithmetic.
    """
    analysis = analysis_of(doc)
    for sentence in analysis.sentences:
        text = analysis.slice(sentence.span)
        if " from " not in text or _ADJUSTED.search(text):
            continue
        for stated, pair in _changes_of_pairs(text):
            old, new = _amounts(pair)
            if (
                pair.in_percent
                or old is None
                or new is None
                or _follows(stated, old, new, float(rule.options["slack"]))
            ):
                continue
            yield Finding(
                Span(sentence.span.start + stated.span.start, sentence.span.start + stated.span.end),
                values={
                    "stated": stated.text,
                    "right": _told(old.value, new.value, stated),
                    "old": pair.old.strip(),
                    "new": pair.new.strip(),
                },
            )


def points(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a difference of two percentages that is called percent: “rose 5 percent, from 40 percent to 45 percent”.

    Rests on AP's entry “percent, percentage, percentage points”.
    """
    analysis = analysis_of(doc)
    for sentence in analysis.sentences:
        text = analysis.slice(sentence.span)
        if not says_percent(text) or "from " not in text.lower():
            continue
        for stated, pair in _changes_of_pairs(text):
            old, new = value_of(pair.old), value_of(pair.new)
            if not pair.in_percent or not old or not new or stated.multiple:
                continue
            if abs(abs(new - old) - abs(stated.percent)) < 0.051:
                start = sentence.span.start
                span = Span(start + stated.span.start, start + stated.span.end + _unit_length(text, stated.span.end))
                yield Finding(span, values={"text": analysis.slice(span)}, suggestions=(_points(stated.text),))


def _changes_of_pairs(text: str) -> Iterator[tuple[_Change, _Pair]]:
    """Yield each change of a sentence with the pair of figures that it is of; a pair serves once."""
    changes = list(_changes(text))
    if not changes:
        return
    pairs = [
        _Pair(m.start(), m.end(), m["old"], m["new"], bool(m["p2"] if pattern is _FROM_TO else m["p1"]))
        for pattern in (_FROM_TO, _TO_FROM, _NEW_FROM_OLD)
        for m in pattern.finditer(text)
    ]
    for pair in pairs:
        if pair.in_percent or not (is_year(pair.old) or is_year(pair.new)):
            beside = [each for each in changes if _is_of(text, each, pair)]
            if len(beside) == 1:
                yield beside[0], pair
    if not pairs:
        for match in _up_from().finditer(text):
            stated = next((each for each in changes if each.span.start == match.start("amount")), None)
            if stated is not None and bool(match["p2"]) == bool(match["p1"]) and not is_year(match["new"]):
                yield stated, _Pair(match.start(), match.end(), match["old"], match["new"], bool(match["p2"]))


def _is_of(text: str, stated: _Change, pair: _Pair) -> bool:
    """Whether only a date stands between the change and the pair, or a unit and a comma behind the pair."""
    if stated.end <= pair.start:
        gap = regex.findall(r"[^\s,]+", text[stated.end : pair.start])
        time_words = shipped_lexicon("figure-time-words")
        return all(word.lower() in time_words or is_year(word) or word.lower() in SMALL for word in gap)
    return stated.start >= pair.end and _BEHIND.fullmatch(text, pair.end, stated.start) is not None


def _changes(text: str) -> Iterator[_Change]:
    lower = text.lower()
    if says_percent(text):
        for pattern in _percent_patterns():
            for match in pattern.finditer(text):
                up = match["up"] is not None
                size = float(match["amount"]) * (1 if up else -1)
                span = Span(*match.span("amount"))
                yield _Change(match.start(), match.end(), span, size, (match["hedge"] or "").strip(), match["amount"])
    if any(stem in lower for stem in ("doubl", "tripl", "trebl", "quadrupl", "quintupl", "halved")):
        for match in _multiple().finditer(text):
            times = numbers_in("figure-multiples")[match["verb"].lower()]
            hedge = (match["hedge"] or "").strip().lower()
            span = Span(*match.span("verb"))
            yield _Change(match.start(), match.end(), span, (times - 1) * 100, hedge, match["verb"], times)


def _follows(stated: _Change, old: Amount, new: Amount, slack: float) -> bool:
    """Whether a change may be right, with what rounding does to all three figures."""
    if old.low <= 0 or not _LEAST_RATIO <= new.value / old.value <= _MOST_RATIO:
        return True  # too far apart to be of one thing
    if stated.multiple:
        ratio = new.value / old.value / stated.multiple
        if stated.multiple < 1:
            ratio = 1 / ratio
        least, most = {"more than": (1, 2), "over": (1, 2), "nearly": (0.8, 1.03), "almost": (0.8, 1.03)}.get(
            stated.hedge, (0.9, 1.15)
        )
        return least <= ratio <= most
    low, high = (new.low / old.high - 1) * 100, (new.high / old.low - 1) * 100
    size = abs(stated.percent)
    if stated.percent < 0:
        low, high = -high, -low
    right = abs(new.value / old.value - 1) * 100
    room = max(_ROUNDING, right * slack / 100)
    if stated.hedge in {"more than", "over", "at least"}:
        high, low = max(high, 0.0), min(low, size) if right >= size else low
    elif stated.hedge in {"less than", "under", "up to", "as much as", "nearly", "almost", "just under"}:
        high = max(high, size) if 0 < right <= size else high
        low = min(low, size) if right >= 0.8 * size else low
    elif stated.hedge not in {"", "only", "a whopping", "just"}:
        room = max(room, right * 0.12)
    return low - room <= size <= high + room


def _amounts(pair: _Pair) -> tuple[Amount | None, Amount | None]:
    """Return the figures of a pair, the scale of the second given to a bare first: from 1.2 to 1.5 million."""
    old, new = amount_of(pair.old), amount_of(pair.new)
    if sign_of(pair.old) and sign_of(pair.new) and sign_of(pair.old) != sign_of(pair.new):
        return None, None
    scale = regex.search(r"[a-z]+\W*$", pair.new.lower())
    if (
        old
        and new
        and scale
        and pair.new[-1:].isalpha()
        and old.value < 1000 <= new.value
        and not pair.old[-1:].isalpha()
    ):
        old = amount_of(f"{pair.old.strip()} {scale[0]}")
    return old, new


def _told(old: float, new: float, stated: _Change) -> str:
    """Return in words what the change comes to: “a rise of 10 percent”, “2.5 times as much”."""
    if stated.multiple:
        return f"{new / old:.2g} times as much"
    size = abs(new / old - 1) * 100
    return f"a {'rise' if new > old else 'fall'} of {size:.3g} percent"


def _unit_length(text: str, at: int) -> int:
    match = regex.compile(PERCENT, regex.IGNORECASE).match(text, at)
    return match.end() - at if match else 0


def _points(amount: str) -> str:
    return f"{amount} percentage point" if amount == "1" else f"{amount} percentage points"


@cache
def _percent_patterns() -> tuple[regex.Pattern[str], ...]:
    amount = rf"(?P<amount>\d+(?:\.\d+)?){PERCENT}{NOT_POINTS}"
    way = rf"(?:(?P<up>{alternatives(_RISES)})|(?P<down>{alternatives(_FALLS)}))"
    thing = r"(?:(?:its|their|his|her|the|a) (?:[\w-]+ ){1,3})?"  # raised its key rate by
    return (
        regex.compile(rf"\b{way}\s+(?:{thing}by |of |)?{HEDGE}{amount}", regex.IGNORECASE),
        regex.compile(
            rf"\b(?:an? ){HEDGE}{amount}[ -](?:(?P<up>increase|rise|jump|gain|growth|hike|surge)|"
            r"(?P<down>drop|fall|decline|decrease|cut|reduction|slump))\b",
            regex.IGNORECASE,
        ),
    )


@cache
def _up_from() -> regex.Pattern[str]:
    """“2.4 million passengers in May, up 20 percent from 2.0 million”: no other number stands between."""
    way = rf"(?:{alternatives(_RISES)}|{alternatives(_FALLS)})"
    return regex.compile(
        rf"(?P<new>{NUMBER})(?P<p2>{PERCENT})?(?:\s+(?!said\b|and\b|while\b|with\b)(?:[^\W\d][\w’'-]*|(?:19|20)\d\d)){{0,6}},?\s+"
        rf"{way}\s+(?:by |of |)?{HEDGE}(?P<amount>\d+(?:\.\d+)?){PERCENT}{NOT_POINTS} from (?:about |the |an? )?"
        rf"(?P<old>{NUMBER})(?P<p1>{PERCENT})?",
        regex.IGNORECASE,
    )


@cache
def _multiple() -> regex.Pattern[str]:
    verbs = "|".join(numbers_in("figure-multiples"))
    return regex.compile(
        rf"\b(?:(?P<hedge>more than|over|nearly|almost|about|roughly|at least) )?(?P<verb>{verbs})\b", regex.IGNORECASE
    )
