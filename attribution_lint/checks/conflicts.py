"""The same quantity told differently in one story, with no word about the difference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from attribution_lint.checks.occurrences import occurrences
from attribution_lint.checks.same_thing import could_be_of_one_thing, fate, have_other_names, same_noun, shared, stem
from attribution_lint.model import Finding, Related, Rule
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Figure, analysis_of
from attribution_lint.packs import shipped_lexicon

_FEW, _MANY = 2, 10
_LIST = 2  # more figures in one sentence are a list, each of something else
_BEFORE, _BEHIND = 60, 45  # code points around a figure in which a word about a difference is of it
_TAKEN_UP = frozenset({"the", "these", "those", "all"})
_FARTHEST_RATIO = 5.0
_PART_BEFORE = regex.compile(r"\b(?:including|among|first|another|more|other|about half)\b", regex.IGNORECASE)
_PART_BEHIND = regex.compile(r"\b(?:of (?:them|those|the|its|his|her|their|whom)|more|others?)\b", regex.IGNORECASE)


def conflict(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a figure that tells the quantity of an earlier one differently, with no word about the difference.

    Two tolls are of one thing if the same befell the same people in sentences that share what caused it; other counts
    only if the later one takes the earlier up (“the 28 libraries”) or turns two of its digits round. Two sources that
    differ, each with an attribution of its own, are right and left alone. The option `kinds` names what is compared:
    “casualty”, “count”, “slip” (digits turned round, of any kind). Rests on the BBC (explain and attribute
    statistics) and Reuters (say whose each toll is).
    """
    analysis = analysis_of(doc)
    kinds = frozenset(rule.options["kinds"])
    told: dict[str, list[_Told]] = {}
    for figure in analysis.figures:
        if not _is_comparable(analysis, figure):
            continue
        alike = told.setdefault(could_be_of_one_thing(figure), [])
        now = _Told(figure, fate(analysis, figure), _is_taken_up(analysis, figure))
        for before in reversed(alike):
            earlier = before.figure
            if _agree(earlier, figure) or _attributed_apart(analysis, earlier, figure):
                continue
            if not _conflict(analysis, before, now, kinds):
                continue
            yield Finding(
                figure.span,
                values={"figure": analysis.slice(figure.span), "other": analysis.slice(earlier.span)},
                related=(Related(earlier.span, "told differently here"),),
            )
            break
        alike.append(now)


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure, what befell those it counts, and whether the reader is to know it already."""

    figure: Figure
    fate: str | None
    taken_up: bool


def _conflict(analysis: Analysis, before: _Told, now: _Told, kinds: frozenset[str]) -> bool:
    earlier, figure = before.figure, now.figure
    if earlier.sentence == figure.sentence:
        return False
    turned_round = "slip" in kinds and _is_turned_round(analysis, earlier, figure)
    of_one_fate = "casualty" in kinds and now.fate is not None and now.fate == before.fate
    taken_up = "count" in kinds and now.taken_up and not (now.fate or before.fate)
    if not (turned_round or of_one_fate or taken_up) or have_other_names(analysis, earlier, figure):
        return False
    common = shared(analysis, earlier, figure)
    if turned_round and len(common) >= 2:
        return True
    if not same_noun(analysis, earlier, figure):
        return False
    if of_one_fate:
        return any(word not in _fate_words() for word in common)
    return taken_up and _ratio(earlier, figure) <= _FARTHEST_RATIO and len(common) >= 1


def _is_comparable(analysis: Analysis, figure: Figure) -> bool:
    """Whether a figure counts something that another may count too, in words of the reporter that claim one number."""
    if figure.value is None or figure.vague or figure.high is not None:
        return False
    if figure.value < (_FEW if fate(analysis, figure) else _MANY):
        return False
    if figure.kind not in {"count", "magnitude", "casualty", "money"}:
        return False
    if analysis.text.startswith("-", figure.span.end):
        return False  # the 1,200-vote line: no count of anything
    if analysis.quotation_at(figure.span.start) is not None:
        return False
    if analysis.blocks[figure.block].kind in {"cell", "code", "heading"}:
        return False
    sentence = analysis.sentences[figure.sentence].span
    if len(analysis.figures_in(sentence)) > _LIST or _is_part(analysis, figure):
        return False
    start = max(sentence.start, figure.span.start - _BEFORE)
    end = min(sentence.end, figure.span.end + _BEHIND)
    return not occurrences(analysis.text, shipped_lexicon("figure-differences"), start, end)


def _is_part(analysis: Analysis, figure: Figure) -> bool:
    """Whether the words right before or behind a figure make it a part of another: 20 of them, another 20."""
    before = analysis.text[max(figure.span.start - 12, 0) : figure.span.start]
    behind = analysis.text[figure.span.end : figure.span.end + 14]
    return _PART_BEFORE.search(before) is not None or _PART_BEHIND.search(behind) is not None


def _is_taken_up(analysis: Analysis, figure: Figure) -> bool:
    """Whether “the” before a figure says that the reader knows it already."""
    at = analysis.words.at(figure.span.start)
    return at > 0 and analysis.words.lower[at - 1] in _TAKEN_UP


def _is_turned_round(analysis: Analysis, one: Figure, other: Figure) -> bool:
    """Whether two figures have the same digits with two neighbours turned round: £35 million and £53 million."""
    if one.unit != other.unit or one.noun != other.noun or _ratio(one, other) > _FARTHEST_RATIO:
        return False
    digits = ["".join(filter(str.isdecimal, analysis.slice(figure.span))) for figure in (one, other)]
    if len(digits[0]) != len(digits[1]) or len(digits[0]) < 2:
        return False
    apart = [n for n, (a, b) in enumerate(zip(*digits, strict=True)) if a != b]
    if len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return digits[0][first] == digits[1][second] and digits[0][second] == digits[1][first]


def _ratio(one: Figure, other: Figure) -> float:
    low, high = sorted((one.value or 0.0, other.value or 0.0))
    return high / low if low else _FARTHEST_RATIO + 1


def _agree(one: Figure, other: Figure) -> bool:
    low, high = sorted((one.value or 0.0, other.value or 0.0))
    return low == high or ((one.approximate or other.approximate) and high - low <= 0.1 * high)


def _attributed_apart(analysis: Analysis, one: Figure, other: Figure) -> bool:
    """Whether each figure has an attribution of its own: two sources that differ, as they may.

    One that is only carried over from the sentence before has none of its own.
    """
    return (
        one.attribution != other.attribution
        and None not in (one.attribution, other.attribution)
        and "carried" not in (one.status, other.status)
    )


@cache
def _fate_words() -> frozenset[str]:
    return frozenset(stem(word) for entry in shipped_lexicon("figure-fates") for word in entry.split(":"))
