"""Text that stands twice: the title again as first line, a paragraph or a sentence pasted a second time.

Linear in the length of the story: a sample of the rows of four words of each place is looked up in a table
(shingling and min-wise sampling, Broder 1997), and only a place that shares one with an earlier place is compared
with it word by word.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each, parts

_SAMPLE = 6
_FEWEST = 7  # a shorter sentence may be said twice
_FEWEST_NEXT = 5  # unless it is a paragraph and the one before it
_FEWEST_TITLE = 4
_FEWEST_CUT = 7
_LEAST_CUT = 0.6  # of the sentence before
_MOST_LOST = 2
_FEWEST_STAMMERED, _MOST_STAMMERED = 3, 12
_FEWEST_HEADLINE, _MOST_HEADLINE = 6, 18
_FEWEST_PARAGRAPHS = 3
_STOPS = ".!?…”\"’':;,"
_FEWEST_NEAR = 9
_FEWEST_NEAR_SENTENCE = 9
_ENTRIES = 2
_STAMP = re.compile(r"\W*\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b\.?)?(?: ?\(?[A-Z]{2,4}\)?)?\W*")  # the time of an entry
_SMALL = frozenset(
    {"a", "an", "the", "per", "each", "every", "in", "on", "at", "of", "for", "to", "by", "with", "that", "which"}
)
_REFRAIN = 3  # what comes so often is meant


@dataclass(frozen=True, slots=True)
class Repeat:
    """`span` says again what `first` said; `block` is its number if it fills a block."""

    span: Span
    first: Span
    block: int | None
    title: bool = False
    exact: bool = True


class _Words(NamedTuple):
    """What a place says: its words in lower case and as they are written, and a sample of its rows of four.

    The sample does not depend on where the rows stand: it is the first by the alphabet (min-wise sampling). `line` and
    the rows are the words with spaces between: Python works out once what a text, but not a tuple, is looked up by.
    """

    lower: tuple[str, ...]
    raw: tuple[str, ...]
    line: str
    rows: tuple[str, ...]


class _Place(NamedTuple):
    span: Span
    block: int
    whole: bool
    told: _Words

    @property
    def words(self) -> tuple[str, ...]:
        return self.told.lower


def repeats(analysis: Analysis) -> list[Repeat]:
    """Return the second and later tellings in a story, paragraphs before sentences, in reading order."""
    sentences: list[_Place] = []
    paragraphs: list[_Place] = []
    for part, (whole, inside) in in_each(analysis, _words_in):
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
        for part, inside in in_each(analysis, _stammers)
        for span, first in inside
    )
    stamps = [part.start for part, _ in in_each(analysis, _is_stamp)]
    if len(stamps) >= _ENTRIES:  # the entries of a rolling file each tell the background anew
        found = [repeat for repeat in found if bisect(stamps, repeat.span.start) == bisect(stamps, repeat.first.start)]
    return sorted(found, key=lambda repeat: repeat.span)


def _is_stamp(analysis: Analysis) -> bool:
    return _STAMP.fullmatch(analysis.text) is not None


def _words_in(analysis: Analysis) -> tuple[_Words, list[_Words]]:
    """Return what a paragraph says as a whole, and each of its sentences."""
    sentences: list[_Words] = []
    for sentence in analysis.sentences:
        raw = tuple(word for word in analysis.words.text[sentence.first : sentence.last] if word[0].isalnum())
        lower = tuple(" ".join(raw).lower().split(" ")) if raw else ()
        sentences.append(_Words(lower, raw, " ".join(lower), _sample(lower)))
    if len(sentences) == 1:
        return sentences[0], sentences
    lower = tuple(word for each in sentences for word in each.lower)
    raw = tuple(word for each in sentences for word in each.raw)
    return _Words(lower, raw, " ".join(lower), _sample(lower)), sentences


def _sample(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(" ".join, sorted(zip(words, words[1:], words[2:], words[3:], strict=False))[:_SAMPLE]))


def _title_again(analysis: Analysis, paragraphs: list[_Place]) -> list[Repeat]:
    if len(paragraphs) < 2:
        return []
    title, following = paragraphs[0], paragraphs[1]
    if len(title.words) >= _FEWEST_TITLE and title.words == following.words:
        copies = takewhile(lambda place: place.words == title.words, paragraphs[1:])
        return [Repeat(copy.span, title.span, copy.block, title=True) for copy in copies]
    cut = len(title.words) - 1  # the last word may be cut, too
    if (
        cut >= _FEWEST_CUT
        and analysis.slice(title.span).endswith(("…", "..."))
        and title.words[:cut] == following.words[:cut]
    ):
        return [Repeat(title.span, following.span, title.block, title=True, exact=False)]
    shorter = len(following.words)
    if shorter >= _FEWEST_TITLE and title.words[:shorter] == following.words and len(title.words) <= shorter + 4:
        return [Repeat(title.span, following.span, title.block, title=True)]  # "Title – Name of the site"
    return []


def _next_again(analysis: Analysis, paragraphs: list[_Place]) -> Iterator[Repeat]:
    for place, following in pairwise(paragraphs):
        before, words = place.told.lower, following.told.lower
        same = _FEWEST_NEXT <= len(before) < _FEWEST and before == words
        if same and not _exempt(analysis, following):
            yield Repeat(following.span, place.span, following.block if following.whole else None)
        elif words[:1] == before[:1] and len(words) <= len(before) and not _exempt(analysis, following):
            if not (_is_cut_from(_without_a_stump(analysis, following), before) or _is_reworded(before, words)):
                continue
            yield Repeat(following.span, place.span, following.block if following.whole else None, exact=False)


def _without_a_stump(analysis: Analysis, place: _Place) -> tuple[str, ...]:
    """The words of a place, but for the last one where dots say that it is cut off."""
    words = place.told.lower
    return words[:-1] if analysis.slice(place.span).endswith(("…", "...")) else words


def _is_reworded(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether a sentence says what the one before it says but for a small word: "a month" for "per month"."""
    if len(words) != len(others) or len(words) < _FEWEST:
        return False
    changed = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    return len(changed) == 1 and set(changed[0]) <= _SMALL


def _stammers(analysis: Analysis) -> list[tuple[Span, Span]]:
    """Return the words within a sentence that stand twice in a row without a mark between: the second, the first."""
    found: list[tuple[Span, Span]] = []
    known = analysis.words
    for sentence in analysis.sentences:
        words = known.text[sentence.first : sentence.last]
        if len(set(pairwise(words))) == len(words) - 1:
            continue  # no two words come again in a row
        last: dict[str, int] = {}
        for number, word in enumerate(words):
            earlier, last[word] = last.get(word), number
            if earlier is None or not _FEWEST_STAMMERED <= number - earlier <= _MOST_STAMMERED:
                continue
            count = number - earlier
            row = words[earlier:number]
            if row == words[number : number + count] and _is_stammered(row):
                first, second = sentence.first + earlier, sentence.first + number
                span = Span(known.start[second], known.end[second + count - 1])
                if analysis.quotation_at(span.start) is None:
                    found.append((span, Span(known.start[first], known.end[first + count - 1])))
                break
    return found


def _is_stammered(row: list[str]) -> bool:
    opens = row[0][0].isupper() or len(row) > _FEWEST_STAMMERED  # "a rose is a rose is a rose"
    return opens and all(word[0].isalnum() for word in row) and len(set(row)) > 1 and any(len(word) > 3 for word in row)


def _is_cut_from(words: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether a sentence is the one before it again, without a word or two or without its end."""
    lost = len(whole) - len(words)
    if lost <= 0 or len(words) < _FEWEST_CUT or words[:2] != whole[:2] or len(words) < _LEAST_CUT * len(whole):
        return False
    if whole[: len(words)] == words:
        return True
    rest = iter(whole)
    return lost <= _MOST_LOST and all(word in rest for word in words)


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
    for number, place in enumerate(places):
        words, _, line, rows = place.told
        if len(words) < _FEWEST:
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
            if _nearly(places[candidate], place) and not _exempt(analysis, place):
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
    word = place.told.raw[number]
    return word[0].isdigit() or word[-1].isdigit() or (number > 0 and word[0].isupper())


def _exempt(analysis: Analysis, place: _Place) -> bool:
    quoted = sum(
        min(quotation.span.end, place.span.end) - max(quotation.span.start, place.span.start)
        for quotation in parts(analysis)[place.block].quotations
        if quotation.span.overlaps(place.span)
    )
    return quoted * 2 > place.span.end - place.span.start
