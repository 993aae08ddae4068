"""What the trees ask of a block, and of a part of one: numbers for how it reads, where it stands, how it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from statistics import fmean

from msgspec import Struct

from attribution_lint.checks.boilerplate.chain import Row
from attribution_lint.checks.boilerplate.glance import Glance
from attribution_lint.checks.boilerplate.units import Unit
from attribution_lint.checks.boilerplate.verdict import LINE
from attribution_lint.packs import shipped_lexicon

_OPENINGS = "[({<*/#"
_STOPS, _QUOTES = ".!?", '"“”'
_LEAST, _MOST = -12.0, 10.0  # log-odds are held between these
_UNREAD = -9.0  # how words read that are not there
_FEWEST = 3  # words of what may be a sentence
_REPORTED, _TOLD = "=reported", "=told"
_FAR = 30  # words beside a passage in which it is looked for what bears it
_SHOWING = frozenset("read reads reading say says said saying wrote written printed shown showed shows typed".split())
_LONG = 5  # letters of a word that would come again by chance in few stories


class Worded(Struct, frozen=True):
    """The words of a block, and the log-odds that each was left over."""

    row: Row
    odds: list[float]


class Reading(Struct, frozen=True):
    """How a block reads: at a glance, and word by word: the least, mean and most log-odds that one was left over.

    `share` is how many of its words read as left over.
    """

    glance: Glance
    least: float
    mean: float
    most: float
    share: float


def held(odds: float) -> float:
    """Return log-odds no surer than what the trees were fitted on."""
    return min(max(odds, _LEAST), _MOST)


def _held_words(odds: Iterable[float]) -> list[float]:
    most, least = -_UNREAD, _UNREAD
    return [value if least < value < most else most if value > 0 else least for value in odds]


def most_by_stops(worded: Worded) -> Iterator[float]:
    """Yield the most log-odds of any word of each stretch of words that ends with a stop."""
    most, count = _UNREAD, 0
    for form, odds in zip(worded.row.forms, worded.odds, strict=True):
        if form not in _STOPS:
            most, count = max(most, odds), count + 1
        else:
            if count >= _FEWEST:
                yield most
            most, count = _UNREAD, 0


def is_told(signs: frozenset[str]) -> tuple[bool, bool]:
    """Return whether signs say that somebody reports this, and that somebody is named who tells it."""
    return _REPORTED in signs, _TOLD in signs


def reading(seen: Glance, words: Sequence[float]) -> Reading:
    """Return how a block reads, its words by these log-odds."""
    odds = _held_words(words) or [_UNREAD]
    share = len([True for value in odds if value > 0]) / len(odds)
    return Reading(seen, min(odds), fmean(odds), max(odds), share)


def proof(units: Sequence[Unit]) -> list[float]:
    """Return how far wording proves residue: the most of any unit, of how much, and by how many grades of topics."""
    degrees = [max(unit.proved.values(), default=0) for unit in units]
    proved = sum(unit.words for unit, degree in zip(units, degrees, strict=True) if degree >= LINE)
    about = max((grades for unit in units for grades in unit.about.values()), default=0)
    return [max(degrees, default=0), proved / max(1, sum(unit.words for unit in units)), about]


def of_block(
    number: int,
    signs: frozenset[str],
    units: Sequence[Unit],
    leaning: float,
    readings: Sequence[Reading],
) -> list[float]:
    """Return what the trees ask of block `number`: its signs weighed, its place, how it and the others read."""
    here, count = readings[number], len(readings)
    beside = [*readings[:number], *readings[number + 1 :]]
    row = [
        held(leaning),
        number,
        count - number - 1,
        count,
        here.glance.length,
        *is_told(signs),
        here.mean,
        here.most,
        here.least,
        here.share,
        fmean([seen.mean for seen in readings]),
        max((seen.mean for seen in beside), default=_UNREAD),
        *proof(units),
    ]
    kinds = here.glance.kinds
    row += kinds
    row += [fmean(those) for those in zip(*(seen.glance.kinds for seen in beside), strict=True)] or [0.0] * len(kinds)
    return [float(value) for value in row]


def of_aside(text: str, worded: Worded, first: int, past: int, often: Mapping[str, int]) -> list[float]:
    """Return what the trees ask of the words `first` to before `past` of a block with this text: how they stand.

    `often` says how often the draft has a word.
    """
    row, odds = worded.row, worded.odds
    own = _held_words(odds[first:past])
    start, end = row.found.start[first], row.found.end[past - 1]
    said, count = text[start:end], past - first
    values = [
        fmean(own),
        max(own),
        min(own),
        own[0],
        own[-1],
        odds[first - 1] if first else _UNREAD,
        odds[past] if past < len(odds) else _UNREAD,
        count,
        (end - start) / len(text),
        sum(row.quoted[first:past]) / count,
        row.first[first],
        past == len(odds) or row.first[past],
        first == 0,
        past == len(odds),
        text[max(0, start - 2) : start].rstrip().endswith(":"),
        said[-1] in _STOPS,
        start > 0 and not text[start - 1].isspace(),
        end < len(text) and not text[end].isspace(),
        said[0].isupper(),
        _OPENINGS.find(said[0]) + 1,
        sum(map(str.isupper, said)) / len(said),
        sum(map(str.isdigit, said)) / len(said),
        sum(map(said.count, _QUOTES)),
        *_borne(row.forms, first, past),
        shared(row.forms[first:past], often),
        text.count('"') + text.count("“"),
    ]
    return [float(value) for value in values]


def _borne(forms: Sequence[str], first: int, past: int) -> tuple[int, int, int]:
    """Return how near what bears or speaks a text is named before a passage and behind it, and that it was shown."""
    bearers = _bearers()
    before, behind = forms[max(0, first - _FAR) : first][::-1], forms[past : past + _FAR]
    return _nearest(before, bearers), _nearest(behind, bearers), _nearest(before, _SHOWING)


def _nearest(forms: Sequence[str], those: frozenset[str]) -> int:
    return next((number for number, form in enumerate(forms) if form in those), _FAR)


def shared(forms: Sequence[str], often: Mapping[str, int]) -> float:
    """Return the share of the longer words that the draft has elsewhere, too; -1 if there are none."""
    own = Counter(form for form in forms if len(form) >= _LONG)
    return sum(often.get(form, 0) > count for form, count in own.items()) / len(own) if own else -1.0


@cache
def _bearers() -> frozenset[str]:
    return shipped_lexicon("words-bearers") | shipped_lexicon("words-naming")
