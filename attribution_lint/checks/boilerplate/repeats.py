"""Text that stands twice: the title again as first line, a paragraph or a sentence pasted a second time.

Linear in the length of the story: rows of four words are looked up in a table (shingling, Broder 1997), and
only a place that shares enough of them with an earlier one is compared word by word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis

_WORDS = re.compile(r"[\w’'%$£€.,-]*\w[%]?")
_SHINGLE = 4
_FEWEST = 9  # a shorter sentence may be said twice
_FEWEST_TITLE = 4
_FEWEST_NEAR = 12
_REFRAIN = 3  # what comes so often is meant


@dataclass(frozen=True, slots=True)
class Repeat:
    """`span` says again what `first` said; `block` is its number if it fills a block."""

    span: Span
    first: Span
    block: int | None
    title: bool = False
    exact: bool = True


@dataclass(slots=True)
class _Place:
    span: Span
    block: int
    whole: bool
    words: list[str]
    raw: list[str]


def repeats(analysis: Analysis) -> list[Repeat]:
    """Return the second and later tellings in a story, paragraphs before sentences, in reading order."""
    paragraphs = [
        _place(analysis, block.span, number, True)
        for number, block in enumerate(analysis.blocks)
        if block.kind in ("paragraph", "heading", "item")
    ]
    found = list(_again(analysis, paragraphs))
    title = _title_again(paragraphs)
    if title and title.span not in {repeat.span for repeat in found}:
        found.append(title)
    taken = {repeat.block for repeat in found}
    sentences = [
        _place(analysis, sentence.span, sentence.block, False)
        for sentence in analysis.sentences
        if sentence.block not in taken
    ]
    found.extend(_again(analysis, sentences))
    return sorted(found, key=lambda repeat: repeat.span)


def _place(analysis: Analysis, span: Span, block: int, whole: bool) -> _Place:
    raw = _WORDS.findall(analysis.text, span.start, span.end)
    return _Place(span, block, whole, [word.lower().rstrip(".,") for word in raw], raw)


def _title_again(paragraphs: list[_Place]) -> Repeat | None:
    if len(paragraphs) < 2:
        return None
    title, following = paragraphs[0], paragraphs[1]
    if len(title.words) >= _FEWEST_TITLE and title.words == following.words:
        return Repeat(following.span, title.span, following.block, title=True)
    return None


def _again(analysis: Analysis, places: list[_Place]) -> Iterator[Repeat]:
    times = Counter(tuple(place.words) for place in places)
    seen: dict[tuple[str, ...], _Place] = {}
    index: dict[tuple[str, ...], int] = {}
    for number, place in enumerate(places):
        words = tuple(place.words)
        if len(words) < _FEWEST:
            continue
        if words in seen:
            earlier = seen[words]
            if times[words] < _REFRAIN and not _exempt(analysis, place):
                yield Repeat(place.span, earlier.span, place.block if place.whole else None)
            continue
        seen[words] = place
        rows = list(zip(*(words[shift:] for shift in range(_SHINGLE)), strict=False))
        shared = Counter(index[row] for row in rows if row in index)
        if shared and len(words) >= _FEWEST_NEAR:
            candidate, count = shared.most_common(1)[0]
            if count * 2 >= len(rows) and _nearly(places[candidate], place) and not _exempt(analysis, place):
                yield Repeat(place.span, places[candidate].span, place.block if place.whole else None, exact=False)
        for row in rows:
            index.setdefault(row, number)


def _nearly(one: _Place, other: _Place) -> bool:
    """Whether two places differ by a word or two, and not in whom or what they are about."""
    allowed = max(1, min(3, len(other.words) // 8))
    if abs(len(one.words) - len(other.words)) > allowed:
        return False
    if Levenshtein.distance(one.words, other.words, score_cutoff=allowed) > allowed:
        return False
    for edit in Levenshtein.editops(one.words, other.words):
        if edit.tag == "replace" and _is_particular(one, edit.src_pos) and _is_particular(other, edit.dest_pos):
            return False
    return True


def _is_particular(place: _Place, number: int) -> bool:
    word = place.raw[number]
    return word[0].isdigit() or word[-1].isdigit() or (number > 0 and word[0].isupper())


def _exempt(analysis: Analysis, place: _Place) -> bool:
    quoted = sum(
        min(quotation.span.end, place.span.end) - max(quotation.span.start, place.span.start)
        for quotation in analysis.quotations
        if quotation.span.overlaps(place.span)
    )
    return quoted * 2 > place.span.end - place.span.start
