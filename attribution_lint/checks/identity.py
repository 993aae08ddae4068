"""Whether two mentions are of one thing: what speaks for it, and what against.

Two numbers differ in every story; only few are two tellings of one quantity. So each way of knowing that they are
asks for the same noun and then for something that no other thing of the story has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property

import regex

from attribution_lint.checks.mentions import Mention
from attribution_lint.checks.same_thing import context_outside, fate_stems, stem
from attribution_lint.checks.story_time import MONTHS
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.answers import kept_by_place, told_by_place
from attribution_lint.nlp.parts import attributions_of
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import lazily

_ANYBODY = frozenset({"people", "person", "persons", ""})
_FARTHEST_RATIO = 5.0
_TAKEN_UP_RATIO = 1.6
_TOLL_RATIO = 2.0
_CLOSE_RATIO = 1.35
_FEW = 5.0
_LONG = 4  # digits
_ALIKE = 2  # words or names in common
_NEW_EVENT = lazily(
    r"\b(?:in|by|from|during|after|when) an? (?:\w+ ){0,2}\w+\b|\b(?:another|similar|also)\b", regex.IGNORECASE
)
_THIS_EVENT = lazily(r"\b(?:in|by|from|during|on board|aboard) (?:the|this|that) (?P<event>[a-z]{4,})\b")
_NARROWED = lazily(r"(?: [a-z’'-]+){1,5}? (?:in|at|from|of|near|to|by) (?:the )?(?P<name>[A-Z][\w’-]+)")
_SET_IN = lazily(r"(?:In|At|Across) (?:the )?(?P<name>[A-Z][\w’-]+)")
_CONDITION = lazily(r"\b(?:if|could|would|might|should|may)\b")


@told_by_place
def words_of(analysis: Analysis, mention: Mention) -> frozenset[str]:
    """Return the stems of the sentence of a mention that tell what it is of."""
    told_by = attributions_of(analysis, mention.sentence, mention.sentence + 1)
    return context_outside(analysis, mention.sentence, mention.span, told_by)


@told_by_place
def names_of(analysis: Analysis, mention: Mention) -> frozenset[str]:
    """Return those of them that are names."""
    return frozenset(word for word in words_of(analysis, mention) if word[0].isupper())


@kept_by_place
def places_of(analysis: Analysis, mention: Mention) -> frozenset[str]:
    """Return the names right behind the noun of a mention and at the opening of its sentence, which may narrow it."""
    sentence = analysis.sentences[mention.sentence].span
    behind = analysis.text[mention.span.end : min(mention.span.end + 70, sentence.end)]
    tail, opening = _NARROWED.match(behind), _SET_IN.match(analysis.slice(sentence))
    return frozenset(each["name"] for each in (tail, opening) if each is not None) - MONTHS


def that_could_be(now: Mention, earlier: Sequence[Mention]) -> Iterator[int]:
    """Yield the places of those earlier mentions, the last first, that could be of one thing with `now` at all.

    Their units, sizes and words tell.

    A long draft has many pairs of numbers, and nearly all are told apart here.
    """
    value, unit, noun, digits = now.value, now.unit, now.noun and now.stem, now.digits
    money, fate = now.kind == "money", now.fate
    for place in range(len(earlier) - 1, -1, -1):
        before = earlier[place]
        other = before.value
        if other > _FARTHEST_RATIO * value or value > _FARTHEST_RATIO * other or before.unit != unit:
            continue
        if (before.kind == "money") != money:
            continue
        same_noun = bool(noun) and noun == before.stem
        if (
            (now.definite and (same_noun or money))
            or (fate is not None and fate == before.fate)
            or (before.sorted_digits == now.sorted_digits and _have_turned_digits(before.digits, digits))
            or (
                same_noun
                and fate is None
                and before.fate is None
                and value <= _TAKEN_UP_RATIO * other
                and other <= _TAKEN_UP_RATIO * value
                and now.adjectives == before.adjectives
            )
        ):
            yield place


class Pair:
    """Two mentions that could be one, the earlier first; `alone` if no third mention counts the same noun."""

    def __init__(self, analysis: Analysis, before: Mention, now: Mention, alone: bool) -> None:
        self.analysis = analysis
        self.before = before
        self.now = now
        self.alone = alone
        low, high = sorted((before.value, now.value))
        self._ratio = high / low
        self._same_noun = bool(now.noun) and now.stem == before.stem

    def is_of_one_thing(self, kinds: frozenset[str]) -> bool:
        """Whether one of the ways of knowing says so: `kinds` names which are asked."""
        return (
            ("slip" in kinds and self.is_slip)
            or ("casualty" in kinds and self._is_one_toll())
            or ("count" in kinds and (self._is_taken_up() or self._is_amount_taken_up() or self._is_told_alike()))
        )

    # The ways of knowing

    @cached_property
    def is_slip(self) -> bool:
        """Two digits changed places in the same quantity: £35 million and £53 million for the striker."""
        if not _have_turned_digits(self.before.digits, self.now.digits):
            return False
        if (self.before.noun and self.now.noun and not self._same_noun) or self._have_other_names:
            return False
        if self.alone and ((self._same_noun and self.now.noun not in _ANYBODY) or self._is_sum_taken_up):
            return True
        return len(self.shared) >= (1 if len(self.now.digits) > 2 else 2)

    @property
    def is_long_slip(self) -> bool:
        """Whether two of at least four digits changed places: no two sources differ so by chance."""
        return self.is_slip and len(self.now.digits) >= _LONG

    def _is_one_toll(self) -> bool:
        """The same befell the same people, in sentences that share what caused it or speak of *the* crash."""
        if self.now.fate is None or self.now.fate != self.before.fate:
            return False
        if not (self._same_noun or {self.before.noun, self.now.noun} <= _ANYBODY) or self._has_new_place:
            return False
        sentence = self._sentence(self.now)
        if _NEW_EVENT.search(sentence) or _CONDITION.search(sentence):
            return False
        if self.shared - fate_stems() and not self._have_other_names:
            return True
        known = _THIS_EVENT.search(sentence) is not None or (self.now.definite and bool(self.now.tail))
        return known and self._ratio <= _TOLL_RATIO

    def _is_taken_up(self) -> bool:
        """The later one speaks of *the* 28 libraries as of something told."""
        if not self.now.definite or not self._same_noun or self._has_new_place:
            return False
        if self.now.fate != self.before.fate and None not in (self.now.fate, self.before.fate):
            return False
        if self.now.adjectives and self.before.adjectives and not self.now.adjectives & self.before.adjectives:
            return False
        if self.now.tail & _counting():
            return False  # “the 8,000 marchers that the union counted” are the union's
        known = bool(
            (self.now.tail | self.now.adjectives) & (words_of(self.analysis, self.before) | self.before.adjectives)
        )
        few = min(self.now.value, self.before.value) < _FEW
        if few and self.alone and not self.now.tail and self.now.noun not in _ANYBODY:
            return self._ratio <= _TAKEN_UP_RATIO and not self._have_other_names
        if self.now.noun in _ANYBODY or few:
            return known and self._ratio <= _TOLL_RATIO
        if known or (self.shared and not self.now.tail):
            return self._ratio <= _TOLL_RATIO
        return self.alone and self._ratio <= (_CLOSE_RATIO if self._have_other_names else _TAKEN_UP_RATIO)

    def _is_amount_taken_up(self) -> bool:
        """The later one is *the* fine of £1.5 million, and the earlier sentence tells of a fine."""
        if self.now.kind != "money" or not self.now.noun or self._ratio > _CLOSE_RATIO or self._has_new_place:
            return False
        return self.now.definite and (self.now.stem in words_of(self.analysis, self.before) or self.alone)

    def _is_told_alike(self) -> bool:
        """The same noun, and two words more that tell what is told of it."""
        if self.now.fate or self.before.fate or self._ratio > _TAKEN_UP_RATIO:
            return False
        if not self._same_noun or self.now.noun in _ANYBODY or min(self.now.value, self.before.value) < _FEW:
            return False
        if self.now.adjectives != self.before.adjectives or self._have_other_names:
            return False
        names = names_of(self.analysis, self.before) & names_of(self.analysis, self.now)
        return len(self.shared) + len(names) >= _ALIKE

    # What they rest on

    @property
    def _is_sum_taken_up(self) -> bool:
        """Whether the later one is *the* €5.4 million, of whatever it is."""
        return self.now.kind == "money" and self.now.definite

    @cached_property
    def shared(self) -> frozenset[str]:
        """The stems that both sentences have, what is counted, names and who says so left out."""
        nouns = set() if self.now.kind == "money" else {self.before.stem, self.now.stem}
        return frozenset(
            word
            for word in words_of(self.analysis, self.before) & words_of(self.analysis, self.now)
            if word.islower() and word not in nouns
        )

    @cached_property
    def _have_other_names(self) -> bool:
        """Whether both sentences name things, and not one the same, or the later has a place of its own."""
        one, other = names_of(self.analysis, self.before), names_of(self.analysis, self.now)
        return bool(one and other and not one & other) or self._has_new_place

    @cached_property
    def _has_new_place(self) -> bool:
        """Whether a name right behind the noun, or one that opens the sentence, narrows the later mention."""
        return bool(places_of(self.analysis, self.now) - names_of(self.analysis, self.before))

    def _sentence(self, mention: Mention) -> str:
        return self.analysis.slice(self.analysis.sentences[mention.sentence].span)


@cache
def _counting() -> frozenset[str]:
    return frozenset(stem(entry.split(":")[0]) for entry in shipped_lexicon("cues-counting"))


def _have_turned_digits(one: str, other: str) -> bool:
    """Whether two digits have changed places: 35 and 53, 8412 and 8214."""
    if len(one) != len(other) or len(one) < 2 or one == other or sorted(one) != sorted(other):
        return False
    apart = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(apart) != 2:
        return False
    first, second = apart
    return one[first] == other[second] and one[second] == other[first]
