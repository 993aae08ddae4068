"""Which words each finder looks at: asked once for each word of the language, in one table for all finders.

Most words of a story are of no interest to any finder, and few are to more than two.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from msgspec import Struct

from attribution_lint.checks.phrases.vocabulary import Vocabulary

_MOST_WORDS = 30_000  # whose answers are kept
MOST_HITS = 256
"""Words that a finder need remember what it made its interest of: of all others the answer is kept here."""


class Interest(Struct, frozen=True, dict=True):
    """Whether a finder looks at a lower-case word at all; the answer rests on the word and the vocabulary alone."""

    asks: Callable[[str, Vocabulary], bool]
    number: int

    def __call__(self, word: str, words: Vocabulary) -> bool:
        return self.asks(word, words)


_interests: list[Interest] = []


def interest(asks: Callable[[str, Vocabulary], bool]) -> Interest:
    """Make a function an interest."""
    made = Interest(asks, len(_interests))
    _interests.append(made)
    return made


def interests_in(words: Sequence[str], vocabulary: Vocabulary) -> list[list[int]]:
    """Return for each interest, at its number, the places of the lower-case words that it looks at, in order."""
    table = _table(vocabulary)
    if len(table) > _MOST_WORDS:
        table.clear()
    for word in words:
        if word not in table:
            table[word] = tuple([each.number for each in _interests if each.asks(word, vocabulary)])
    places: list[list[int]] = [[] for _ in _interests]
    for place, word in enumerate(words):
        for number in table[word]:
            places[number].append(place)
    return places


@lru_cache(maxsize=4)
def _table(vocabulary: Vocabulary) -> dict[str, tuple[int, ...]]:
    return {}
