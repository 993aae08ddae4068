"""Text that stands twice: the title again as first line, a paragraph or a sentence pasted a second time.

Linear in the length of the story: a sample of the rows of four words of each place is looked up in a table
(shingling and min-wise sampling, Broder 1997), and only a place that shares one with an earlier place is compared
with it word by word.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import accumulate, pairwise, takewhile
from typing import NamedTuple

from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from attribution_lint.checks.boilerplate.likeness import (
    FEWEST,
    FEWEST_CUT,
    Told,
    is_cut_from,
    is_near,
    is_parallel,
    is_reworded,
)
from attribution_lint.checks.boilerplate.stammers import stammers
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each, parts

_SAMPLE = 6
_FEWEST_NEXT = 5  # unless it is a paragraph and the one before it
_FEWEST_TITLE = 4
_FEWEST_HEADLINE, _MOST_HEADLINE = 6, 18
_MOST_ANEW = 2  # words by which a title differs from the one above it
_FEWEST_PARAGRAPHS = 3
_STOPS = ".!?…”\"’':;,"
_FEWEST_NEAR = 9
_FEWEST_NEAR_SENTENCE = 9
_ENTRIES = 2
_STAMP = re.compile(r"\W*\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b\.?)?(?: ?\(?[A-Z]{2,4}\)?)?\W*")  # the time of an entry
_FEWEST_LINES, _LONGEST_LINE = 3, 60
_LISTED = 2  # tellings that run like the first one
_REFRAIN = 3  # what comes so often is meant


class Repeat(Struct, frozen=True):
    """`span` says again what `first` said; `block` is its number if it fills a block."""

    span: Span
    first: Span
    block: int | None
    title: bool = False
    exact: bool = True


class _Place(NamedTuple):
    span: Span
    block: int
    whole: bool
    told: Told

    @property
    def words(self) -> tuple[str, ...]:
        return self.told.lower


def repeats(analysis: Analysis) -> list[Repeat]:
    """Return the second and later tellings in a story, paragraphs before sentences, in reading order."""
    sentences: list[_Place] = []
    paragraphs: list[_Place] = []
    verse = _lines_of_verse(analysis)
    for part, (whole, inside) in in_each(analysis, _words_in):
        if part.number in verse:
            continue
        of_part = analysis.sentences[part.sentence : part.past]
        sentences += (
            _Place(sentence.span, part.number, False, words) for sentence, words in zip(of_part, inside, strict=True)
        )
        if inside and part.block.kind in ("paragraph", "heading", "item"):
            paragraphs.append(_Place(part.block.span, part.number, True, whole))
    found = [*_again(analysis, paragraphs), *_next_again(analysis, paragraphs)]
    known = {repeat.span for repeat in found}
    found += [title for title in _title_again(analysis, paragraphs) if title.span not in known]
    taken = {repeat.block for repeat in found}
    found += [repeat for repeat in _headlines_again(analysis, paragraphs) if repeat.block not in taken]
    taken = {repeat.block for repeat in found}
    rest = [place for place in sentences if place.block not in taken]
    found.extend([*_again(analysis, rest), *_next_again(analysis, rest)])
    found += (
        Repeat(span.moved(part.start), first.moved(part.start), None)
        for part, inside in in_each(analysis, stammers)
        if part.number not in verse
        for span, first in inside
    )
    stamps = [part.start for part, _ in in_each(analysis, _is_stamp)]
    if len(stamps) >= _ENTRIES:  # the entries of a rolling file each tell the background anew
        found = [repeat for repeat in found if bisect(stamps, repeat.span.start) == bisect(stamps, repeat.first.start)]
    return sorted(found, key=lambda repeat: repeat.span)


def _is_stamp(analysis: Analysis) -> bool:
    return _STAMP.fullmatch(analysis.text) is not None


def _lines_of_verse(analysis: Analysis) -> set[int]:
    """Return the blocks that are lines of a stanza or a program: three or more in a row, short, not each begun anew."""
    found: set[int] = set()
    row: list[int] = []
    lines: list[str] = []
    for number, block in enumerate(analysis.blocks):
        own = analysis.slice(block.span).split("\n")
        if lines and (block.span.start - analysis.blocks[number - 1].span.end > 1 or not _are_short(own)):
            found.update(row if _is_stanza(lines) else ())
            row, lines = [], []
        if _are_short(own):
            row.append(number)
            lines += own
    found.update(row if _is_stanza(lines) else ())
    return found


def _are_short(lines: list[str]) -> bool:
    return len(max(lines, key=len)) <= _LONGEST_LINE


def _is_stanza(lines: list[str]) -> bool:
    return len(lines) >= _FEWEST_LINES and any(line[:1].islower() for line in lines)


def _words_in(analysis: Analysis) -> tuple[Told, list[Told]]:
    """Return what a paragraph says as a whole, and each of its sentences."""
    sentences: list[Told] = []
    for sentence in analysis.sentences:
        raw = tuple([word for word in analysis.words.text[sentence.first : sentence.last] if word[0].isalnum()])
        lower = tuple(" ".join(raw).lower().split(" ")) if raw else ()
        sentences.append(Told(lower, raw, " ".join(lower), _sample(lower)))
    if len(sentences) == 1:
        return sentences[0], sentences
    lower = tuple([word for each in sentences for word in each.lower])
    raw = tuple([word for each in sentences for word in each.raw])
    return Told(lower, raw, " ".join(lower), _sample_of_all(lower, sentences)), sentences


def _sample(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the rows of four words that come first in the alphabet; only those with an early first word can."""
    firsts = words[:-3]
    latest = sorted(firsts)[:_SAMPLE][-1:]
    numbers = [number for number, word in enumerate(firsts) if word <= latest[0]]
    return tuple(sorted([" ".join(words[number : number + 4]) for number in numbers])[:_SAMPLE])


def _sample_of_all(words: tuple[str, ...], sentences: list[Told]) -> tuple[str, ...]:
    """Return the sample of the words of sentences in a row, from their own samples and the rows that join them."""
    ends = list(accumulate(len(each.lower) for each in sentences))
    joining = {number for end in ends for number in range(max(0, end - 3), min(end, len(words) - 3))}
    rows = [row for each in sentences for row in each.rows]
    rows += [" ".join(words[number : number + 4]) for number in joining]
    return tuple(sorted(rows)[:_SAMPLE])


def _title_again(analysis: Analysis, paragraphs: list[_Place]) -> list[Repeat]:
    if len(paragraphs) < 2:
        return []
    title, following = paragraphs[0], paragraphs[1]
    if len(title.words) >= _FEWEST_TITLE and title.words == following.words:
        copies = takewhile(lambda place: place.words == title.words, paragraphs[1:])
        return [Repeat(copy.span, title.span, copy.block, title=True) for copy in copies]
    cut = len(title.words) - 1  # the last word may be cut, too
    if (
        cut >= FEWEST_CUT
        and analysis.slice(title.span).endswith(("…", "..."))
        and title.words[:cut] == following.words[:cut]
    ):
        return [Repeat(title.span, following.span, title.block, title=True, exact=False)]
    if _is_title_anew(analysis, title, following):
        return [Repeat(following.span, title.span, following.block, title=True, exact=False)]
    shorter = len(following.words)
    if shorter >= _FEWEST_TITLE and title.words[:shorter] == following.words and len(title.words) <= shorter + 4:
        return [Repeat(title.span, following.span, title.block, title=True)]  # "Title – Name of the site"
    return []


def _is_title_anew(analysis: Analysis, title: _Place, following: _Place) -> bool:
    """Whether the line below a title is the title once more in nearly the same words: neither ends with a stop."""
    count = len(following.words)
    if not _FEWEST_HEADLINE <= count <= _MOST_HEADLINE or abs(len(title.words) - count) > _MOST_ANEW:
        return False
    if any(analysis.text[place.span.end - 1] in _STOPS for place in (title, following)):
        return False
    near = Levenshtein.distance(title.words, following.words, score_cutoff=_MOST_ANEW) <= _MOST_ANEW
    return near and not is_parallel(title.told, following.told)  # two lines of verse


def _next_again(analysis: Analysis, paragraphs: list[_Place]) -> Iterator[Repeat]:
    for place, following in pairwise(paragraphs):
        before, words = place.told.lower, following.told.lower
        same = _FEWEST_NEXT <= len(before) < FEWEST and before == words
        if same and not _exempt(analysis, following):
            yield Repeat(following.span, place.span, following.block if following.whole else None)
        elif words[:1] == before[:1] and len(words) <= len(before) and not _exempt(analysis, following):
            if not (is_cut_from(_without_a_stump(analysis, following), before) or is_reworded(before, words)):
                continue
            yield Repeat(following.span, place.span, following.block if following.whole else None, exact=False)


def _without_a_stump(analysis: Analysis, place: _Place) -> tuple[str, ...]:
    """The words of a place, but for the last one where dots say that it is cut off."""
    words = place.told.lower
    return words[:-1] if analysis.slice(place.span).endswith(("…", "...")) else words


def _headlines_again(analysis: Analysis, paragraphs: list[_Place]) -> Iterator[Repeat]:
    """Yield the lines within the story that tell, like a headline, what its title or its first sentence says."""
    if len(paragraphs) < _FEWEST_PARAGRAPHS:
        return
    above = [place for place in paragraphs[:2] if place.words]
    for place in paragraphs[2:]:
        count = len(place.words)
        if not _FEWEST_HEADLINE <= count <= _MOST_HEADLINE or analysis.blocks[place.block].kind != "paragraph":
            continue
        if analysis.text[place.span.end - 1] in _STOPS:
            continue
        allowed = count // 4
        for first in above:
            words = [word for word in place.words if word.isascii()]  # what was decoded wrongly is no difference
            near = min(Levenshtein.distance(words, first.words[: count + more]) for more in (-1, 0, 1, 2))
            if near <= allowed:
                yield Repeat(place.span, first.span, place.block, exact=False)
                break


def _again(analysis: Analysis, places: list[_Place]) -> Iterator[Repeat]:
    often = Counter([place.told.line for place in places])
    seen: dict[str, _Place] = {}
    index: dict[str, int] = {}
    alike: dict[int, list[_Place]] = defaultdict(list)
    for number, place in enumerate(places):
        words, _, line, rows = place.told
        if len(words) < FEWEST:
            continue
        if line in seen:
            earlier = seen[line]
            if often[line] < _REFRAIN and not _exempt(analysis, place):
                yield Repeat(place.span, earlier.span, place.block if place.whole else None)
            continue
        seen[line] = place
        if len(words) < (_FEWEST_NEAR if place.whole else _FEWEST_NEAR_SENTENCE):
            continue
        if shared := [index[row] for row in rows if row in index]:
            candidate = max(shared, key=shared.count)
            first = places[candidate]
            answers = not place.whole and place.block == first.block and number == candidate + 1
            if is_near(first.told, place.told) and not (answers and is_parallel(first.told, place.told, True)):
                alike[candidate].append(place)
        for row in rows:
            index.setdefault(row, number)
    for candidate, others in alike.items():
        first = places[candidate]
        if len(others) >= _LISTED and all(is_parallel(first.told, other.told) for other in others):
            continue  # results, each told in the same words
        for other in others:
            if not _exempt(analysis, other):
                yield Repeat(other.span, first.span, other.block if other.whole else None, exact=False)


def _exempt(analysis: Analysis, place: _Place) -> bool:
    quoted = sum(
        min(quotation.span.end, place.span.end) - max(quotation.span.start, place.span.start)
        for quotation in parts(analysis)[place.block].quotations
        if quotation.span.overlaps(place.span)
    )
    return quoted * 2 > place.span.end - place.span.start
