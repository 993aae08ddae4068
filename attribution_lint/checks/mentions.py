"""Mentions of a quantity that another mention may contradict: what is counted, who told it, what narrows it.

The figures of the analysis are those that need a source. Two mentions of *nine trekkers* need none and can still
contradict one another, so small counts are read here as well.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress, count
from typing import NamedTuple

import regex

from attribution_lint.checks.same_thing import fate, stem
from attribution_lint.model import Span
from attribution_lint.nlp import grammar, numbers
from attribution_lint.nlp.analysis import Analysis, Attribution, Figure
from attribution_lint.nlp.answers import of_each_attribution
from attribution_lint.nlp.lexical import ending_in
from attribution_lint.nlp.parts import Part, parts
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import lazily

PERSONS = frozenset(
    {"people", "persons", "person", "men", "women", "children", "civilians", "passengers", "others", ""}
)
"""Words for anybody: a toll may call the same victims by any of them."""

_KINDS = frozenset({"count", "magnitude", "casualty", "money"})
_BLOCKS = frozenset({"paragraph", "quote", "item"})
_LARGEST_SMALL = 999.0
_FEWEST = 2.0
_BOUND_REACH = 24  # code points before a number in which its bound stands
_NOUN_REACH = 3  # words behind a number among which its noun stands
_TAIL_REACH = 7  # words behind the noun that may narrow it
_DEFINITE = frozenset({"the", "these", "those", "all"})
_TAIL_OPENERS = frozenset("who that which where of from in on at to with whose by".split())
_IRREGULAR = frozenset("people men women children police aircraft staff crew sheep cattle deer fish troops".split())
_LABEL = lazily(
    r"(?:(?P<known>\b(?:the|this|that|its|their|his|her)|[’']s?) (?:[\p{L}-]+ ){0,2}?)?(?P<noun>[a-z]{4,})"
    r"(?: of|,? worth)(?: an?| about| some| nearly| around)? $",
    regex.IGNORECASE,
)


_numbers = count()


class Mention(NamedTuple):
    """A number told of something.

    `noun` is what it counts or what it is the amount of (`stem` is its stem), `fate` what befell those it counts;
    `adjectives` are the stems of the words before the noun, `tail` of those behind that tell which ones; `definite` if
    “the” says that the reader knows them; `bound` the word that makes it no exact number (at least); `digits` those
    that it is written with. `number` is the same for a mention as long as its paragraph stays as it is.
    """

    span: Span
    value: float
    kind: str
    unit: str
    noun: str
    stem: str
    fate: str | None
    adjectives: frozenset[str]
    tail: frozenset[str]
    definite: bool
    bound: str
    digits: str
    sorted_digits: str
    sentence: int
    block: int
    attribution: int | None
    number: int

    def placed(self, start: int, sentence: int, block: int, attribution: int | None) -> Mention:
        """The same mention of a part that starts at `start`, told by that attribution in that sentence and block."""
        return Mention(self.span.moved(start), *self[1:13], sentence, block, attribution, self.number)


def mentions_of(analysis: Analysis) -> list[Mention]:
    """Return the mentions in the running text of a story, in order; none from a quotation, a list or a heading."""
    found: list[Mention] = []
    figures, past = analysis.figures, 0
    speaking = _attribution_by_sentence(analysis)
    for part in parts(analysis):
        first = past
        while past < len(figures) and figures[past].block == part.number:
            past += 1
        here = figures[first:past]
        for mention, number in _in_part(analysis, part, here):
            sentence = mention.sentence + part.sentence
            attribution = speaking.get(sentence) if number is None else _attribution_of(here[number])
            found.append(mention.placed(part.start, sentence, part.number, attribution))
    return found


def thing_of(mention: Mention) -> str:
    """Return a name for what a mention counts; those of other names are of other things, whatever is said of them."""
    if mention.kind == "money":
        return f"money {mention.unit}"
    return "" if mention.noun in PERSONS else mention.stem


def _in_part(analysis: Analysis, part: Part, figures: Sequence[Figure]) -> Sequence[tuple[Mention, int | None]]:
    """Return the mentions in a part, as if it stood alone, each with the number of the figure that it is."""
    of = tuple((figure.span.start - part.start, figure.kind) for figure in figures)
    kept: tuple[object, Sequence[tuple[Mention, int | None]]] | None = part.known.get(_in_part)
    if kept is None or kept[0] != of:
        own = [figure.placed(-part.start, -part.sentence, 0) for figure in figures]
        found = sorted(_mentions(part.analysis(analysis), own), key=lambda each: each[0].span.start)
        kept = part.known[_in_part] = of, found
    return kept[1]


def _mentions(analysis: Analysis, figures: Sequence[Figure]) -> Iterator[tuple[Mention, int | None]]:
    taken: set[int] = set()
    for number, figure in enumerate(figures):
        taken.update(range(analysis.words.at(figure.span.start), analysis.words.at(figure.span.end - 1) + 1))
        if figure.kind in _KINDS and figure.value is not None and figure.high is None and not figure.vague:
            mention = _mention(
                analysis, figure.span, figure.value, figure.kind, figure.unit, figure.noun, figure.sentence, figure
            )
            if mention is not None:
                yield mention, number
    starts = [sentence.first for sentence in analysis.sentences]
    for place, lower in enumerate(analysis.words.lower):
        if place not in taken and (value := _small(lower)) is not None:
            span = analysis.words.span(place, place + 1)
            mention = _mention(analysis, span, value, "count", "", "", bisect_right(starts, place) - 1)
            if mention is not None:
                yield mention, None


def _attribution_of(figure: Figure) -> int | None:
    return None if figure.status == "carried" else figure.attribution


def _mention(
    analysis: Analysis,
    span: Span,
    value: float,
    kind: str,
    unit: str,
    noun: str,
    number: int,
    figure: Figure | None = None,
) -> Mention | None:
    sentence = analysis.sentences[number]
    if value < _FEWEST or not _is_running_text(analysis, sentence.block):
        return None
    if analysis.quotation_at(span.start) is not None or analysis.text.startswith("-", span.end):
        return None
    words = analysis.words
    first, last = words.at(span.start), words.at(span.end - 1) + 1
    at = _noun_at(analysis, last, sentence.last)
    adjectives = range(last, last)
    if kind != "money" and at is not None:
        noun, adjectives, last = words.lower[at], range(last, at), at + 1
    definite = first > sentence.first and words.lower[first - 1] in _DEFINITE
    if kind == "money" or not noun:
        label = _LABEL.search(analysis.text, max(span.start - 60, sentence.span.start), span.start)
        noun = label["noun"].lower() if label else noun
        definite = definite or (label is not None and label["known"] is not None)
    if figure is None and at is None:
        return None
    bound = ending_in("figure-approximations").search(
        analysis.text, max(sentence.span.start, span.start - _BOUND_REACH), span.start
    )
    return Mention(
        span,
        value,
        kind,
        unit,
        noun,
        stem(noun),
        fate(analysis, figure or Figure(span, "count", number, sentence.block)),
        frozenset(stem(words.lower[n]) for n in adjectives),
        frozenset(_tail(analysis, last, sentence.last)),
        definite,
        bound[0].strip().lower() if bound else "",
        digits := "".join(filter(str.isdecimal, analysis.slice(span))),
        "".join(sorted(digits)),
        number,
        sentence.block,
        None,
        next(_numbers),
    )


def _is_running_text(analysis: Analysis, number: int) -> bool:
    """Whether a block is text; a first line that ends like a sentence is, even if it is taken for a headline."""
    block = analysis.blocks[number]
    return block.kind in _BLOCKS or (block.kind == "heading" and analysis.slice(block.span).endswith("."))


def _small(lower: str) -> float | None:
    """Return the value of a lower-case word if it is a small whole number, in words or digits."""
    if not (lower.isdecimal() or lower in numbers.SMALL or "-" in lower):
        return None
    value = numbers.value_of(lower)
    return value if value is not None and value <= _LARGEST_SMALL and value == int(value) else None


def _noun_at(analysis: Analysis, first: int, last: int) -> int | None:
    """Return the place of the plural noun that a number before word `first` counts."""
    words = analysis.words
    for n in range(first, min(first + _NOUN_REACH, last)):
        lower = words.lower[n]
        if not words.text[n][0].islower() or not lower.replace("-", "").isalpha() or lower in _closed():
            return None
        if lower in _IRREGULAR or (lower.endswith("s") and not lower.endswith("ss") and len(lower) > 3):
            return None if lower in _never_counted() else n
    return None


def _tail(analysis: Analysis, first: int, last: int) -> set[str]:
    """Return the stems of the words right behind a noun that tell which ones: “killed in the crash”, “of the ward”."""
    words = analysis.words
    if first >= last or not (
        words.lower[first] in _TAIL_OPENERS | grammar.PAST_PARTICIPLES | shipped_lexicon("verbs-past")
        or words.lower[first].endswith(("ed", "en", "ing"))
    ):
        return set()
    found: set[str] = set()
    for n in range(first, min(first + _TAIL_REACH, last)):
        text, lower = words.text[n], words.lower[n]
        if not text[0].isalnum():
            break
        if lower in grammar.AUXILIARIES and words.lower[first] not in grammar.RELATIVES | {"that"}:
            break
        if text[0].islower() and lower not in _closed() and len(lower) > 2:
            found.add(stem(lower))
    return found


def _attribution_by_sentence(analysis: Analysis) -> dict[int, int]:
    found: dict[int, int] = {}
    speaking = of_each_attribution(analysis, _is_outside_quotations)
    for number, attribution in compress(enumerate(analysis.attributions), speaking):
        found.setdefault(attribution.sentence, number)
    return found


def _is_outside_quotations(analysis: Analysis, attribution: Attribution) -> bool:
    cue = attribution.cue
    return attribution.source is not None and cue is not None and analysis.quotation_at(cue.span.start) is None


@cache
def _closed() -> frozenset[str]:
    return (
        grammar.DETERMINERS
        | grammar.PREPOSITIONS
        | grammar.AUXILIARIES
        | grammar.SUBORDINATORS
        | grammar.COORDINATORS
        | grammar.PRONOUNS
        | grammar.COMMON_VERBS
        | grammar.ADVERBS
    )


@cache
def _never_counted() -> frozenset[str]:
    """Words behind a number that make it a duration, a measure or a turn of phrase."""
    return shipped_lexicon("figure-durations") | shipped_lexicon("figure-uncounted")
