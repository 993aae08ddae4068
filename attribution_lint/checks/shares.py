"""Shares that do not follow from the part and the whole beside them, and shares of one thing that exceed it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from attribution_lint.checks.arithmetic_terms import (
    HEDGE,
    NOT_POINTS,
    NUMBER,
    PERCENT,
    group_span,
    most_numbers,
    says_percent,
)
from attribution_lint.model import Finding, Related, Rule
from attribution_lint.nlp.amounts import amount_of, numbers_in
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Figure, analysis_of
from attribution_lint.nlp.parts import in_each
from attribution_lint.patterns import lazily, lazily_plain, longest_first

_LEAST_SHARES = 3
_PART_AND_WHOLE = 2  # numbers
_LOOSE_ROOM = 0.12  # “a third” is said of anything from 29 to 37 percent
_WHOLE = r"(?:the |its |their |his |her |(?:the |this |that )?[\w-]+[’']s? )?"
_OTHER_THING = lazily(r"\s*(?:more|less|fewer|higher|lower|above|below|than|up|down|of (?:whose|the|which|their))\b")
_BESIDE = 30  # code points between the last share and the word for those who have not decided
_MOST_TOTAL = 130  # more are the answers to several questions
_SPLIT = lazily(
    r"(?<!\bof )\b(?:the rest|the remaining|(?:is|are|was|were|be|been) (?:split|divided)\b|split:|broken? down|"
    r"breakdown|made up of)"
)
_UNDECIDED = lazily(
    r"\b(?:undecided|unsure|not sure|no opinion|don[’']?t know|didn[’']?t know|did not know|abstain\w*|neither|"
    r"no preference|not decided|had yet to decide)\b"
)
_NOT_A_SPLIT = lazily(
    r"\b(?:than|compared|from|last year|year ago|up|down|rose|fell|multiple|more than one|both|among|while|women|men|"
    r"also|margin|error|but|of (?:those|them|whom|which|the)|whose|earlier|previous)\b"
)


def share(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a share that does not follow from the part and the whole before it: “50 of 200, or 30 percent”.

    A share may be in percent, or a fraction in words. `slack` is how far, in percent of the share, rounding may carry
    it. Rests on the BBC's guidelines on statistics.
    """
    slack = float(rule.options["slack"]) / 100
    for part, found in in_each(analysis_of(doc), _wrong_shares, slack):
        yield from (finding.moved(part.start) for finding in found)


def _wrong_shares(analysis: Analysis, slack: float) -> list[Finding]:
    wrong: list[Finding] = []
    for sentence in analysis.sentences:
        text = analysis.slice(sentence.span)
        lower = text.lower()
        if not (" of " in lower or " in " in lower or lower.startswith("of ")) or "margin" in lower:
            continue
        if not says_percent(text) and not any(map(lower.__contains__, (" or ", "(", "—", "–", "--"))):
            continue
        if not says_percent(lower) and not any(map(lower.__contains__, _fractions())):
            continue
        if most_numbers(lower) < _PART_AND_WHOLE:
            continue
        for match in _matches(text, lower.count("of ")):
            part, whole = amount_of(match["part"]), amount_of(match["whole"])
            if part is None or whole is None or not 0 < part.value <= whole.value:
                continue
            if match["part"].strip()[-1:].isalpha() != match["whole"].strip()[-1:].isalpha() and whole.value >= 1000:
                continue  # 1.5 of 6 million: the part may be in the whole's scale
            group = "share" if match["share"] else "fraction"
            stated = float(match["share"]) if match["share"] else _fractions()[match["fraction"].lower()]
            low, high = 100 * part.low / whole.high, 100 * part.high / max(whole.low, part.high)
            right = part.value / whole.value * 100
            hedged = bool((match["hedge"] or "").strip())
            loose = _LOOSE_ROOM if hedged or group == "fraction" else slack
            room = max(1.0, right * max(slack, loose))
            if low - room <= stated <= high + room or _OTHER_THING.match(text, match.end()):
                continue
            values = {
                "stated": match[group] + (" percent" if group == "share" else ""),
                "right": f"{right:.1f}".removesuffix(".0"),
                "part": match["part"].strip(),
                "whole": match["whole"].strip(),
            }
            wrong.append(Finding(group_span(sentence.span.start, match, group), values=values))
    return wrong


def over_hundred(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield shares of one sentence that are said to be all of it and come to more than 100 percent and the slack.

    They are all of it if the sentence speaks of the rest or a split, or counts last those who are undecided.
    """
    analysis = analysis_of(doc)
    most = 100 + float(rule.options["slack"])
    for number, sentence in enumerate(analysis.sentences):
        percents = [
            f for f in analysis.figures_in(sentence.span) if f.unit == "%" and f.value is not None and f.high is None
        ]
        total = sum(f.value or 0 for f in percents)
        if len(percents) < _LEAST_SHARES or not most < total <= _MOST_TOTAL or number != percents[0].sentence:
            continue
        text = analysis.slice(sentence.span).lower()
        behind = text[percents[0].span.end - sentence.span.start :].replace("made up of", "")
        if sum(analysis.text.startswith(" of ", each.span.end) for each in percents) > 1:
            continue  # of two groups
        last = percents[-1].span
        around = analysis.text[last.start - _BESIDE : last.end + _BESIDE].lower()
        if not (_SPLIT.search(text) or _UNDECIDED.search(around)) or _NOT_A_SPLIT.search(behind):
            continue
        yield Finding(percents[-1].span, values={"total": f"{total:g}"}, related=_related(percents[:-1]))


def _related(figures: list[Figure]) -> tuple[Related, ...]:
    return tuple(Related(figure.span, "another share") for figure in figures)


def _fractions() -> dict[str, float]:
    return numbers_in("figure-fractions")


class _Written(NamedTuple):
    """How a share stands beside its part and whole."""

    least: int
    """How many “of ” there are at least."""
    share: re.Pattern[str]
    """The share and what leads up to it, a piece of `whole` that is sooner looked for."""
    whole: re.Pattern[str]


@cache
def _ways() -> tuple[_Written, ...]:
    names = longest_first(_fractions())
    percent = rf"(?P<share>\d+(?:\.\d+)?){PERCENT}{NOT_POINTS}"
    fraction = rf"(?P<fraction>{names})\b(?! of\b|[ -]\w+ [a-z]+ing)"
    or_, bracket, dash = r",? or (?:just |only )?", r"\s?\((?:or )?", r"\s*(?:—|–|--)\s*(?:or )?"
    closed = r",\s*(?=\S+(?:\s?%| percent| per cent),)"
    behind = rf"(?:{or_}|{closed}|{bracket}|{dash}){HEDGE}(?:{percent}|{fraction})"
    behind_part = rf"(?:{or_}|,\s*(?=\S+\s?%|\S+ per ?cent)|{bracket}|{dash}){HEDGE}(?:{percent}|{fraction})"
    part, whole, word = rf"(?P<part>{NUMBER})", rf"(?P<whole>{NUMBER})\b", r"(?:\s+[a-z’'-]+)"
    told, told_of_part = (lazily_plain(pattern, re.IGNORECASE) for pattern in (behind, behind_part))
    written = (
        (1, told, rf"\b{part}{word}? (?:out )?of {_WHOLE}{whole}{word}{{0,3}}?{behind}"),
        (
            1,
            told_of_part,
            rf"\b(?:out )?of {_WHOLE}{whole}{word}{{1,6}}?,\s*(?:only |just |some )?{part}{word}{{0,2}}?{behind_part}",
        ),
        (2, told_of_part, rf"\bof {_WHOLE}[a-z’'-]+{word}{{0,2}}? of {whole},\s*{part}{behind_part}"),
        (0, told, rf"\b{part} (?:in|out of)(?: every)? {whole}{word}{{0,3}}?{behind}"),
    )
    return tuple(_Written(least, share, lazily_plain(pattern, re.IGNORECASE)) for least, share, pattern in written)


def _matches(text: str, of: int) -> Iterator[re.Match[str]]:
    """Yield each share beside its part and whole in a sentence that has `of` times “of ”."""
    for way in _ways():
        if of >= way.least and way.share.search(text):
            yield from way.whole.finditer(text)
