"""A number as it stands in its sentence: its digits, its range, and the words on either side."""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct

from attribution_lint.model import Span
from attribution_lint.nlp import numbers
from attribution_lint.nlp.analysis import Analysis, Sentence
from attribution_lint.packs import shipped_lexicon

_WINDOW = 40  # code points read on either side of a number
_OR_SO = r" or (?:more|fewer|less|so)\b"
OR_SO = re.compile(_OR_SO)
"""What makes a number approximate from behind: “70 or more pupils”."""
_RIGHT = re.compile(
    rf"(?:{_OR_SO}(?= [a-z]))?"
    r"(?P<gap>[ \t\r\n\xa0]+|[-–]|[’']|)(?P<one>[A-Za-z][\w’'.]*)?(?:[ \t\r\n-]+(?P<two>[A-Za-z][\w’']*))?"
    r"(?:[ \t\r\n-]+(?P<three>[A-Za-z][\w’']*))?"
)
_LEFT = re.compile(
    r"(?:(?P<two>[\w.&’'$]{1,40})[ \t\r\n-]{1,40})?(?P<one>[\w.&’'$#]{1,40})(?P<gap>[ \t\r\n\xa0]{1,40}|[-–(]|)$"
)
NOT_COUNTED = frozenset(
    (
        "of in on at by for with from to and or but that which who is are was were be been has have had will "
        "would can could may a an the as than then so if when while because it he she they we i you his her "
        "its their this these those there here not also his my am pm et est gmt times time o'clock"
    ).split()
)
"""Words that no number counts: the noun is missing or stands elsewhere."""


class Context(Struct, frozen=True):
    """The words around a number in its sentence, in lower case unless `raw_` says otherwise; empty if there is none."""

    left: str
    left_two: str
    left_gap: str
    raw_left: str
    right: str
    right_two: str
    right_three: str
    right_gap: str
    raw_right: str


def context_of(text: str, span: Span, sentence: Span) -> Context:
    """Return the words around the number at `span`, none from beyond the sentence."""
    right = _RIGHT.match(text, span.end, sentence.end)
    left = _LEFT.search(text, max(sentence.start, span.start - _WINDOW), span.start)
    raw_left = (left["one"] if left else "") or ""
    raw_right = (right["one"] if right else "") or ""
    return Context(
        left=raw_left.lower().strip("’'"),
        left_two=((left["two"] if left else "") or "").lower(),
        left_gap=(left["gap"] if left else "") or "",
        raw_left=raw_left,
        right=raw_right.lower().rstrip("."),
        right_two=((right["two"] if right else "") or "").lower(),
        right_three=((right["three"] if right else "") or "").lower(),
        right_gap=(right["gap"] if right else "") or "",
        raw_right=raw_right,
    )


class Candidate(Struct, frozen=True, dict=True):
    """A number or a range that may be a figure; `match` is one of `patterns.QUANTITY`."""

    analysis: Analysis
    sentence: Sentence
    match: re.Match[str]

    @property
    def text(self) -> str:
        """The prose of the story."""
        return self.analysis.text

    @property
    def whole(self) -> Span:
        """All that was matched, both ends of a range included."""
        return Span(*self.match.span())

    @property
    def single(self) -> Span:
        """The first number with its sign and scale."""
        return Span(self.match.start(), self.match.end("scale") if self.match["scale"] else self.match.end("low"))

    @property
    def number(self) -> Span:
        """The span of a bare figure: the range, or the first number."""
        return self.whole if self.is_range else self.single

    @cached_property
    def is_range(self) -> bool:
        """Whether two numbers are joined by a dash or “to”; “and” and “or” join two numbers without a unit."""
        match = self.match
        if not match["to"]:
            return False
        if numbers.value_of(match["low"]) is None or numbers.value_of(match["high"]) is None:
            return False
        return match["to"][: match.start("high") - match.start("to")].strip() not in {"and", "or"}

    @cached_property
    def value(self) -> float | None:
        """The value of the first number, its own scale included."""
        return numbers.value_of(self.match["low"] + (self.match["scale"] or ""))

    @property
    def before(self) -> str:
        """What stands right before the number in its sentence."""
        start = self.match.start()
        return self.text[max(self.sentence.span.start, start - _WINDOW) : start]

    @property
    def after(self) -> str:
        """What stands right after the first number."""
        return self.text[self.single.end : self.single.end + _WINDOW]

    def mentions(self, lexicon: str) -> bool:
        """Whether a word of a shipped lexicon stands in the sentence."""
        words = self.analysis.words.lower[self.sentence.first : self.sentence.last]
        return not shipped_lexicon(lexicon).isdisjoint(words)
