"""Words of a set phrase in another order: `who AUTHORISED was not to speak`, `on ANONYMITY of CONDITION`, `PER AS the`.

A set phrase has one order. The lexicon lists those of attribution with the other orders that are English too; every
other order of the same words, where two changed places or one moved over two, is damage in any wording around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

Places = tuple[frozenset[str], ...]


class Order(Struct, frozen=True):
    """A phrase in a wrong order: the places as they stand, where each belongs, and the orders that are right too."""

    places: Places
    belongs: tuple[int, ...]
    sound: tuple[Places, ...]
    anchor: int


@lru_cache(maxsize=1)
def _table() -> dict[str, list[Order]]:
    """Return the wrong orders by each word of the place that tells the phrase best, which is its longest."""
    found: dict[str, list[Order]] = {}
    for line in sorted(shipped_lexicon("phrase-formulas")):
        phrase, *sound = line.split(" / ")
        parts = phrase.split()
        steady = frozenset(number for number, part in enumerate(parts) if part.startswith("="))
        places, others = _places(phrase), tuple(map(_places, sound))
        moving = [number for number in range(len(places)) if number not in steady]
        telling = max(moving, key=lambda number: len(parts[number].split("|")[0]))
        for order in _orders(len(places), steady):
            wrong = Order(tuple(places[n] for n in order), order, others, order.index(telling))
            for word in sorted(places[telling]):
                found.setdefault(word, []).append(wrong)
    return found


def _places(phrase: str) -> Places:
    return tuple(frozenset(part.removeprefix("=").split("|")) for part in phrase.split())


def _orders(length: int, steady: frozenset[int]) -> Iterator[tuple[int, ...]]:
    """Yield the orders where two places no more than one apart are exchanged, or one has moved over the next two."""
    usual = tuple(range(length))
    for first in range(length - 1):
        near, far = usual[first : first + 2], usual[first : first + 3]
        if steady.isdisjoint(near):
            yield usual[:first] + near[::-1] + usual[first + 2 :]
        if len(far) == 3 and steady.isdisjoint(far):
            a, b, c = far
            for order in ((c, b, a), (b, c, a), (c, a, b)):
                yield usual[:first] + order + usual[first + 3 :]


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _table()


def exchanged_words(story: Story) -> Iterator[Issue]:
    """Yield the set phrases of a story whose words stand in a wrong order."""
    table = _table()
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        for order in table.get(word, ()):
            first = number - order.anchor
            last = first + len(order.places)
            if first < 0 or last > len(story) or not _stands(story.lower[first:last], order.places):
                continue
            if _is_sound(story.lower[first:last], order.sound) or not _is_whole(story, first, last):
                continue
            yield _issue(story, first, order)
            break


def _stands(words: list[str], places: Places) -> bool:
    return all(word in place for word, place in zip(words, places, strict=True))


def _is_sound(words: list[str], sound: tuple[Places, ...]) -> bool:
    """Whether words that are English in this order stand among those of the phrase."""
    return any(
        _stands(words[at : at + len(places)], places) for places in sound for at in range(len(words) - len(places) + 1)
    )


def _is_whole(story: Story, first: int, last: int) -> bool:
    """Whether the words belong to the writer and to one sentence, and none is a part of a compound."""
    if any(story.spoken[n] or n in story.firsts for n in range(first + 1, last)):
        return False
    return not any(story.text[n].isalpha() and story.in_compound(n) for n in range(first, last))


def _issue(story: Story, first: int, order: Order) -> Issue:
    moved = [at for at, place in enumerate(order.belongs) if at != place]
    low, high = moved[0], moved[-1] + 1
    words = [""] * len(order.belongs)
    for at, place in enumerate(order.belongs):
        words[place] = story.text[first + at]
    if first + low in story.firsts:
        words = [word.lower() for word in words]
        words[low] = words[low].capitalize()
    right = " ".join(words[low:high])
    slot = " ".join(words).removeprefix(", ").lower()
    return grammar_issue(story, "swapped-words", first + low, first + high, slot, "words are out of order", right)
