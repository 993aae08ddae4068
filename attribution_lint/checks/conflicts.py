"""The same quantity told differently in one story, with no word about the difference."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from attribution_lint.checks.differences import Explanations
from attribution_lint.checks.identity import Pair, that_could_be
from attribution_lint.checks.mentions import Mention, mentions_of, thing_of
from attribution_lint.kept import Kept
from attribution_lint.model import Finding, Related, Rule
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Attribution, analysis_of
from attribution_lint.nlp.answers import of_each_attribution
from attribution_lint.nlp.cast import cast_of
from attribution_lint.patterns import lazily

_LIST = 2  # more numbers in one sentence are a list, each of something else
_SIDE_BY_SIDE = 2  # sentences
_ABOUT = 0.1
_NEAR_RATIO = 2.0
_MOST_EARLIER = 40  # mentions of one thing that a later one is held against: a story has fewer
_OF_ANY_SOURCE = frozenset(
    "the a an of for to in at his her its their mr mrs ms dr spokesman spokeswoman spokesperson".split()
)
_LEAST = lazily(r"at least|(?<!no )more than|over|no less than|no fewer than|upwards? of")
_MOST = lazily(r"no more than|(?<!no )fewer than|(?<!no )less than|up to|as many as|at most|under|maximum")


def conflict(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield a number that tells the quantity of an earlier one differently, with no word about the difference.

    Two tolls are of one thing if the same befell the same people in sentences that share what caused it; other counts
    if the later one takes the earlier up (“the 28 libraries”), is told in the same words, or turns two of its digits
    round. Two voices that differ are right and left alone. The option `kinds` names what is compared: “casualty”,
    “count”, “slip” (digits turned round, of any kind). Rests on the BBC (explain and attribute statistics) and
    Reuters (say whose each toll is).
    """
    analysis = analysis_of(doc)
    kinds = frozenset(rule.options["kinds"])
    told: defaultdict[str, _Told] = defaultdict(_Told)
    mentions = mentions_of(analysis)
    voices, explanations = _Voices(analysis), Explanations(analysis, mentions)
    pairs = _Pairs(analysis, mentions, kinds, explanations)
    for now in mentions:
        alike = told[thing_of(now)]
        if now.value in alike.values:
            alike.add(now)
            continue
        for before, verdict in pairs.that_differ(alike, now):
            if before.sentence == now.sentence or explanations.of(before, now):
                continue
            if verdict != _CERTAIN and voices.are_two(before, now):
                continue
            yield Finding(
                now.span,
                values={"figure": analysis.slice(now.span), "other": analysis.slice(before.span)},
                related=(Related(before.span, "told differently here"),),
            )
            break
        alike.add(now)


_NONE, _DIFFER, _CERTAIN = 1, 2, 3
_verdicts: Kept[int] = Kept(65_536)
_differing: Kept[tuple[tuple[int, int], ...]] = Kept()


class _Pairs:
    """Which mentions of a story differ, by what their paragraphs say: found once for each pair, and for each row."""

    def __init__(
        self, analysis: Analysis, mentions: Sequence[Mention], kinds: frozenset[str], explanations: Explanations
    ) -> None:
        self._analysis = analysis
        self._kinds = kinds
        self._explanations = explanations
        self._in_sentence = Counter([each.sentence for each in mentions])

    def that_differ(self, alike: _Told, now: Mention) -> Iterator[tuple[Mention, int]]:
        """Yield the last mentions before `now` from which it differs, the nearest first, each with the verdict."""
        if self._in_sentence[now.sentence] > _LIST + now.definite:
            return
        earlier = alike.mentions[-_MOST_EARLIER:]
        near = frozenset(alike.near(now))
        key = now.number, *alike.numbers[-_MOST_EARLIER:], near, self._kinds
        found = _differing.get(key)
        if found is None:
            found = tuple(self._find(earlier, now, near))
            _differing.put(key, found)
        for place, verdict in found:
            yield earlier[place], verdict

    def _find(self, earlier: Sequence[Mention], now: Mention, near: frozenset[float]) -> Iterator[tuple[int, int]]:
        longest = _LIST + now.definite
        for place in that_could_be(now, earlier):
            before = earlier[place]
            if self._in_sentence[before.sentence] > longest or before.sentence == now.sentence:
                continue
            key = before.number, now.number, near <= {before.value}, self._kinds
            verdict = _verdicts.get(key)
            if verdict is None:
                verdict = _verdict(Pair(self._analysis, before, now, key[2]), self._kinds, self._explanations)
                _verdicts.put(key, verdict)
            if verdict != _NONE:
                yield place, verdict


def _verdict(pair: Pair, kinds: frozenset[str], explanations: Explanations) -> int:
    """Return what the two paragraphs of a pair say: nothing, that its numbers differ, or that nobody can have both."""
    before, now = pair.before, pair.now
    if _agree(before, now) or not pair.is_of_one_thing(kinds):
        return _NONE
    if explanations.beside(before, now, now.definite or pair.is_slip):
        return _NONE
    return _CERTAIN if pair.is_long_slip else _DIFFER


class _Told:
    """The mentions of one thing so far, in order, and their different values."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.numbers: list[int] = []
        self.values: set[float] = set()
        self._of_noun: dict[str, set[float]] = {}

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)
        self.numbers.append(mention.number)
        self.values.add(mention.value)
        self._of_noun.setdefault(mention.stem, set()).add(mention.value)

    def near(self, mention: Mention) -> set[float]:
        """Return the values of the same noun that are so near that one could stand for the other; a part is smaller."""
        low, high = mention.value / _NEAR_RATIO, mention.value * _NEAR_RATIO
        return {value for value in self._of_noun.get(mention.stem, ()) if low <= value <= high}


def _agree(one: Mention, other: Mention) -> bool:
    """Whether two numbers can both be true as they are worded: one rounds to the other, or is a bound that it keeps."""
    apart = abs(one.value - other.value)
    if apart <= _room(one.value) or apart <= _room(other.value):
        return True
    for bound, exact in ((one, other), (other, one)):
        if bound.bound and exact.value >= bound.value and _LEAST.search(bound.bound):
            return True
        if bound.bound and exact.value <= bound.value and _MOST.search(bound.bound):
            return True
    return bool(one.bound or other.bound) and apart <= _ABOUT * max(one.value, other.value)


@lru_cache(maxsize=1024)
def _room(value: float) -> float:
    """Return how far a number may lie from a round one that stands for it: 20 of 300, 50,000 of 1.3 million."""
    unit = 1.0
    while value >= 10 * unit and value % (10 * unit) == 0:
        unit *= 10
    if unit == 1.0:
        return 0.0
    return 0.5 * unit if unit < 0.1 * value else 0.3 * unit


def _words_of_source(analysis: Analysis, attribution: Attribution) -> frozenset[str]:
    phrase = analysis.slice(attribution.source.span) if attribution.source is not None else ""
    return frozenset(word.strip(",.’'").lower() for word in phrase.split()) - _OF_ANY_SOURCE


class _Voices:
    """Whose the numbers of a story are; the cast is made once, and only where two numbers differ."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis

    @cached_property
    def _words_of(self) -> list[frozenset[str]]:
        return of_each_attribution(self.analysis, _words_of_source)

    @cached_property
    def _of_attribution(self) -> list[int | None]:
        return cast_of(self.analysis).of_attribution

    def are_two(self, before: Mention, now: Mention) -> bool:
        """Whether each number has a voice of its own; what the reporter takes up as known is nobody's but his."""
        if before.attribution is None or now.attribution is None:
            return False
        if now.definite and now.sentence - before.sentence > _SIDE_BY_SIDE:
            return False
        if self._words_of[before.attribution] & self._words_of[now.attribution]:
            return False
        return self._of_attribution[before.attribution] != self._of_attribution[now.attribution]
