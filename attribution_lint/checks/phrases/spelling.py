"""Words of attribution misspelt anywhere in a story: no word of English, and a letter from one of ours.

Candidates are found by deletions on both sides, as in SymSpell (Garbe 2012): two words are a letter apart if they,
or they less a letter, meet.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.similar import distance, is_certain, similarity, sound
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_SHORTEST = 6
_ALSO = group("also-spelt")
_FRAME_WORDS = group("frame-words")
_MADE = frozenset(
    {"seen", "obtained", "reviewed", "released", "filed", "show", "shows", "suggest", "from", "published"}
)


def misspelt_words(story: Story) -> Iterator[Issue]:
    """Yield the misspelt words of attribution, spoken ones apart."""
    for number, word in story.among(_is_misspelt):
        if story.spoken[number]:
            continue
        titled = story.text[number][1:].islower() and (story.is_first(number) or story.word(number - 1) == "the")
        if not (story.is_plain(number) or titled):
            continue
        found = corrections(word, story.words)
        if story.in_compound(number) or story.recurs(word):
            continue
        if story.is_capital(number) and not _may_open(story, number, word, found[0]):
            continue
        if story.is_capital(number):
            found = tuple(right.capitalize() for right in found)
        sure = is_certain(word, [right.lower() for right in found])
        reason = f"“{story.text[number]}” is no word"
        yield Issue("misspelling", story.span(number, number + 1), f"… {found[0]} …", reason, found, certain=sure)


@interest
def _is_misspelt(word: str, words: Vocabulary) -> bool:
    if len(word) < _SHORTEST - 1 or not word.isalpha() or word in words.sources or word in words.clause_verbs:
        return False
    return (
        word not in words.function
        and word not in words.criteria
        and word not in _ALSO
        and bool(corrections(word, words))
    )


@lru_cache(maxsize=16384)
def corrections(word: str, words: Vocabulary) -> tuple[str, ...]:
    """Return the words of attribution that a word of no dictionary was meant for, the likeliest first."""
    index = _index(words)
    met: set[str] = set(index.get(word, ()))
    for cut in _deletions(word):
        met.update(index.get(cut, ()))
    if not met:
        return ()
    frequent = _frequent(words)
    met = {right for right in met if _is_slip(word, right, right in frequent)}
    if not met or english.is_word(word):
        return ()
    ranked = sorted(met, key=lambda right: (-similarity(word, right) - (0.06 if right in frequent else 0), right))
    return tuple(ranked[:3])


def _is_slip(word: str, right: str, usual: bool) -> bool:
    """Whether one edit behind the first letter parts the two, or two in a long and usual word.

    In a rarer word it must not merely change a letter.
    """
    apart = distance(word, right)
    if word[0] != right[0] or apart > 2:
        return False
    if apart == 2:
        return usual and len(word) > 7 and word[-1] == right[-1]
    return usual or len(word) != len(right) or sorted(word) == sorted(right) or sound(word) == sound(right)


def _may_open(story: Story, number: int, word: str, right: str) -> bool:
    """Whether a capital word is no name: it opens a sentence and is no surname, or is a body after *the*."""
    if story.is_capital(number + 1) or word[-1] != right[-1] or story.recurs(story.text[number]):
        return False
    if story.word(number - 1) == "the":
        return story.words.organisations.get(right) == "singular" and right in _frequent(story.words)
    if story.words.documents.get(right) == "plural" and story.word(number + 1) in _MADE:
        return True
    return story.words.persons.get(right) == "plural" or right in _ALSO or right.endswith("ing")


@lru_cache(maxsize=4)
def _frequent(words: Vocabulary) -> frozenset[str]:
    return words.frequent | words.frequent_cues | _ALSO | _FRAME_WORDS


@lru_cache(maxsize=4)
def _index(words: Vocabulary) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    known = {*words.persons, *words.documents, *words.frequent, *words.frequent_cues, *_ALSO, *_FRAME_WORDS}
    for word in known:
        if len(word) >= _SHORTEST and word.isalpha():
            for cut in (word, *_deletions(word)):
                found.setdefault(cut, []).append(word)
    return found


def _deletions(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}
