"""A sentence or a bracket as a unit: its evidence, where it stands, and how far each family is proved by it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from attribution_lint.checks.boilerplate.evidence import evidence
from attribution_lint.checks.boilerplate.phrases import Hit
from attribution_lint.checks.boilerplate.pieces import Tokens
from attribution_lint.checks.boilerplate.score import subjects, weigh
from attribution_lint.checks.boilerplate.verdict import ANYWHERE, prove
from attribution_lint.checks.boilerplate.voice import is_reported
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis, Quotation

FEWEST_BLOCKS = 2  # a text of no more has no tail
_ASIDES = frozenset({"desk", "related", "photo", "chat"})  # stand in brackets inside a sentence
_STARS = frozenset("*#^/")  # set off a note in the middle of a paragraph, and emphasis
_PERSONS = frozenset({"you", "self", "i"})


class Unit(Struct):
    """A sentence or a bracket: its words, the evidence in it, how far each family is proved, and what it is about."""

    span: Span
    words: int
    known: set[str]
    proved: dict[str, int]
    about: dict[str, int]

    def strength(self, least: int) -> Iterator[str]:
        """The families that are proved at least so far, in their order."""
        return (family for family, degree in self.proved.items() if degree >= least)


class Context(Struct, frozen=True):
    """What the units of a block share: its tokens, the phrases in it, what is quoted, its voice.

    `strange` says that its voice is not that of the story, `weighed` that its topics may convict.
    """

    analysis: Analysis
    found: Tokens
    hits: list[Hit]
    quoted: bytearray
    strange: bool
    weighed: bool


def unit(context: Context, first: int, last: int, topics: list[Hit], *, bracket: bool) -> Unit:
    """Return the unit of the tokens `first` up to `last`; `topics` are those of its block that count for it."""
    analysis, found = context.analysis, context.found
    text = analysis.text
    span = Span(found.start[first], found.end[last - 1])
    known = evidence(text, found, first, last, context.hits, context.quoted, is_reported(analysis, span))
    words = len([word for word in found.form[first:last] if word[0].isalnum()])
    if not known.isdisjoint(_PERSONS):
        known.add("strange" if context.strange else "usual")
    if span.end >= analysis.blocks[-1].span.start and len(analysis.blocks) > FEWEST_BLOCKS:
        known.add("tail")
        if "denies" in known and known.isdisjoint({"past", "told"}):
            known.add("waiver")
            known.discard("narrated")
    if bracket and text[span.start] in _STARS:
        heads = text[span.start - 1 : span.start] in ("", "\n")  # a question in bold that a paragraph answers
        known.update(("starred", "query") if "question" in known and not heads else ("starred",))
    elif bracket:
        known.add("bracket")
        if ("question" in known and text[span.start] in "[{") or text.startswith("((", span.start):
            known.add("query")
        if text[span.start] == "{" or text.startswith("((", span.start):
            known.add("aside")
    proved, about = prove(known), dict[str, int]()
    if topics:
        about, telling = subjects(found.form, topics, first, last, context.quoted)
        for name, degree in weigh(known, about, telling).items() if context.weighed else ():
            if bracket and f"sure:{name}" in known and name in _ASIDES:
                degree = ANYWHERE
            if degree > proved.get(name, 0):
                proved[name] = degree
                known.add(f"weighed:{name}")
    return Unit(span, words, known, proved, about)


def quoted_tokens(analysis: Analysis, span: Span, found: Tokens) -> bytearray:
    """Return a flag for each token of the block at `span`: whether it stands inside a quotation."""
    flags = bytearray(len(found))
    for number in range(bisect_right(analysis.quotations, span.start, key=_end_of), len(analysis.quotations)):
        quotation = analysis.quotations[number]
        if quotation.span.start >= span.end:
            break
        first, last = found.range(quotation.span)
        flags[first:last] = b"\1" * (last - first)
    return flags


def _end_of(quotation: Quotation) -> int:
    return quotation.span.end
