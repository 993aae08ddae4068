"""A row of words that stands twice within a sentence, without a mark between."""

from __future__ import annotations

from itertools import pairwise

from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis

_FEWEST_STAMMERED, _MOST_STAMMERED = 3, 12

_RELATIVE, _BOUND = frozenset({"that", "who", "which"}), frozenset({"by", "of", "from", "with"})


def stammers(analysis: Analysis) -> list[tuple[Span, Span]]:
    """Return the words within a sentence that stand twice in a row without a mark between: the second, the first."""
    found: list[tuple[Span, Span]] = []
    known = analysis.words
    for sentence in analysis.sentences:
        words = known.text[sentence.first : sentence.last]
        count = len(words)
        if count - len(set(words)) < _FEWEST_STAMMERED or len(set(pairwise(words))) == count - 1:
            continue  # too few words come again, or no two of them in a row
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
    if row[0] in ("a", "an") and row[-1] in _BOUND and not _RELATIVE.isdisjoint(row):
        return False  # "an agency that was bought by an agency that was bought by a bank"
    opens = row[0][0].isupper() or len(row) > _FEWEST_STAMMERED  # "a rose is a rose is a rose"
    return opens and all(word[0].isalnum() for word in row) and len(set(row)) > 1 and any(len(word) > 3 for word in row)
