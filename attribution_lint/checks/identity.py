"""Whether two mentions are of one thing: what speaks for it, and what against.

Two numbers differ in every story; only few are two tellings of one quantity. So each way of knowing that they are
asks for the same noun and then for something that no other thing of the story has.
"""

from __future__ import annotations

from functools import cache, cached_property

import regex

from attribution_lint.checks.mentions import Mention
from attribution_lint.checks.same_thing import context_outside, fate_stems, stem
from attribution_lint.checks.story_time import MONTHS
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis, Attribution
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


class Contexts:
    """What the sentences of a story's mentions are of, each found once."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._attributions: dict[int, list[Attribution]] = {}
        for each in analysis.attributions:
            self._attributions.setdefault(each.sentence, []).append(each)
        self._words: dict[Span, frozenset[str]] = {}
        self._names: dict[Span, frozenset[str]] = {}
        self._digits: dict[Span, str] = {}

    def words_of(self, mention: Mention) -> frozenset[str]:
        """Return the stems of the sentence of a mention that tell what it is of."""
        if mention.span not in self._words:
            told_by = self._attributions.get(mention.sentence, ())
            self._words[mention.span] = context_outside(self._analysis, mention.sentence, mention.span, told_by)
        return self._words[mention.span]

    def names_of(self, mention: Mention) -> frozenset[str]:
        """Return those of them that are names."""
        if mention.span not in self._names:
            self._names[mention.span] = frozenset(word for word in self.words_of(mention) if word[0].isupper())
        return self._names[mention.span]

    def digits_of(self, mention: Mention) -> str:
        """Return the digits of a mention as they are written."""
        if mention.span not in self._digits:
            self._digits[mention.span] = "".join(filter(str.isdecimal, self._analysis.slice(mention.span)))
        return self._digits[mention.span]


def could_be_one(before: Mention, now: Mention) -> bool:
    """Whether the units and sizes of two mentions let them be of one thing at all."""
    if before.unit != now.unit or (before.kind == "money") != (now.kind == "money"):
        return False
    return before.value <= _FARTHEST_RATIO * now.value and now.value <= _FARTHEST_RATIO * before.value


class Pair:
    """Two mentions that could be one, the earlier first; `alone` if no third mention counts the same noun."""

    def __init__(self, analysis: Analysis, contexts: Contexts, before: Mention, now: Mention, alone: bool) -> None:
        self.analysis = analysis
        self.contexts = contexts
        self.before = before
        self.now = now
        self.alone = alone
        low, high = sorted((before.value, now.value))
        self._ratio = high / low
        self._same_noun = bool(now.noun) and stem(now.noun) == stem(before.noun)

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
        if not _have_turned_digits(*map(self.contexts.digits_of, (self.before, self.now))):
            return False
        if (self.before.noun and self.now.noun and not self._same_noun) or self._have_other_names:
            return False
        if self.alone and ((self._same_noun and self.now.noun not in _ANYBODY) or self._is_sum_taken_up):
            return True
        return len(self.shared) >= (1 if len(self.contexts.digits_of(self.now)) > 2 else 2)

    @property
    def is_long_slip(self) -> bool:
        """Whether two of at least four digits changed places: no two sources differ so by chance."""
        return self.is_slip and len(self.contexts.digits_of(self.now)) >= _LONG

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
            (self.now.tail | self.now.adjectives) & (self.contexts.words_of(self.before) | self.before.adjectives)
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
        return self.now.definite and (stem(self.now.noun) in self.contexts.words_of(self.before) or self.alone)

    def _is_told_alike(self) -> bool:
        """The same noun, and two words more that tell what is told of it."""
        if self.now.fate or self.before.fate or self._ratio > _TAKEN_UP_RATIO:
            return False
        if not self._same_noun or self.now.noun in _ANYBODY or min(self.now.value, self.before.value) < _FEW:
            return False
        if self.now.adjectives != self.before.adjectives or self._have_other_names:
            return False
        return len(self.shared) + len(self.contexts.names_of(self.before) & self.contexts.names_of(self.now)) >= _ALIKE

    # What they rest on

    @property
    def _is_sum_taken_up(self) -> bool:
        """Whether the later one is *the* €5.4 million, of whatever it is."""
        return self.now.kind == "money" and self.now.definite

    @cached_property
    def shared(self) -> frozenset[str]:
        """The stems that both sentences have, what is counted, names and who says so left out."""
        nouns = set() if self.now.kind == "money" else {stem(self.before.noun), stem(self.now.noun)}
        return frozenset(
            word
            for word in self.contexts.words_of(self.before) & self.contexts.words_of(self.now)
            if word.islower() and word not in nouns
        )

    @cached_property
    def _have_other_names(self) -> bool:
        """Whether both sentences name things, and not one the same, or the later has a place of its own."""
        one, other = self.contexts.names_of(self.before), self.contexts.names_of(self.now)
        return bool(one and other and not one & other) or self._has_new_place

    @cached_property
    def _has_new_place(self) -> bool:
        """Whether a name right behind the noun, or one that opens the sentence, narrows the later mention."""
        sentence = self.analysis.sentences[self.now.sentence].span
        behind = self.analysis.text[self.now.span.end : min(self.now.span.end + 70, sentence.end)]
        tail, opening = _NARROWED.match(behind), _SET_IN.match(self._sentence(self.now))
        known = self.contexts.names_of(self.before)
        names = {each["name"] for each in (tail, opening) if each is not None}
        return bool(names - known - MONTHS)

    def _sentence(self, mention: Mention) -> str:
        return self.analysis.slice(self.analysis.sentences[mention.sentence].span)


@cache
def _counting() -> frozenset[str]:
    return frozenset(stem(entry.split(":")[0]) for entry in shipped_lexicon("cues-counting"))


def _have_turned_digits(one: str, other: str) -> bool:
    """Whether two digits have changed places: 35 and 53, 8412 and 8214."""
    if len(one) != len(other) or len(one) < 2:
        return False
    if one == other or sorted(one) != sorted(other):
        return False
    apart = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(apart) != 2:
        return False
    first, second = apart
    return one[first] == other[second] and one[second] == other[first]
