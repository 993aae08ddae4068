"""What a word of no dictionary was meant for: the words a slip away, the likeliest first.

A slip costs what fingers and memory make it (Damerau 1964: one letter dropped, added, changed or two transposed;
Pollock and Zamora 1984: seldom the first, often a doubled one or a vowel), and a word that is often written costs less:
a noisy channel (Kernighan, Church and Gale 1990). Candidates are words of our lexicons that begin alike, or are spelt
out from the word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from string import ascii_lowercase

from rapidfuzz.distance import LCSseq

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.formation import is_common, is_formed, is_unknown
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.similar import are_neighbours, distance, sound
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

_VOWELS = frozenset("aeiouy")
_SHORTEST = 5
_LONG = 8
"""Letters from which two slips leave a word recognisable."""
_USUAL = 6.3
_RARER = {7: 5.8}
_RAREST = 5.3
"""How often a word of no lexicon of ours must be written to be meant, as a decimal logarithm: less if it is long."""
_DEAREST = 1.65
"""What the slip of a misspelling costs at most: of 430 that authors made up or collected, 19 in 20 cost less."""
_PLAIN = 1.25
_UNHEARD = 0.6
"""The same for what is like a word with a common beginning or ending, *concured*: a doubled letter, said alike."""
_WORTH = 0.35
_MOST = 3


@lru_cache(maxsize=16384)
def corrections(word: str, words: Vocabulary) -> tuple[str, ...]:
    """Return the words of attribution that a word of no dictionary was meant for, the likeliest first."""
    if regular := _regularised(word, words):
        return regular
    if word in _known_to_frames(words):
        return ()
    usual = _usual(words)
    met = {right for right in _a_slip_away(word, words) if is_possible(word, right, right in usual)}
    if len(word) >= _LONG and not met:
        alike = (right for right in _beginning(word[0], len(word), 2, words) if right[1] == word[1])
        met = {right for right in alike if len(right) >= _LONG - 1 and is_possible(word, right, right in usual)}
    if not met or not is_unknown(word):
        return ()
    if is_formed(word):
        limits = {right: _PLAIN if right in usual else _UNHEARD for right in met}
        met = {right for right, limit in limits.items() if distance(word, right) == 1 and slip(word, right) < limit}
    if word[-1] in "aeio":
        met = {right for right in met if right in usual or ends_alike(word, right)}
    near = {right for right in met if distance(word, right) == 1}
    met = near or met
    return ranked(word, met, usual)


def gives_itself_away(word: str, right: str, words: Vocabulary) -> bool:
    """Whether a misspelling is so plain, and of a word so usual in attributions, that nothing else need show one."""
    return right in _usual(words) and slip(word, right) < _PLAIN


def _regularised(word: str, words: Vocabulary) -> tuple[str, ...]:
    """Return the past of an irregular verb of saying whose ending is a regular one: *telled*, *finded*."""
    stem = word.removesuffix("ed")
    if stem == word or not is_unknown(word):
        return ()
    for base in (stem, stem + "e", stem[:-1]):
        if ("base", base) in words.clause_verbs.get(base, ()):
            past = (spelt for spelt, uses in words.clause_verbs.items() if ("past", base) in uses)
            return tuple(spelt for spelt in past if not spelt.endswith("ed"))[:1]
    return ()


def is_possible(word: str, right: str, usual: bool) -> bool:
    """Whether one slip parts the two, or two in a long word; in a rarer word it must not merely change a letter."""
    apart = distance(word, right)
    if not is_likely(word, right) or (word[0] != right[0] and (apart == 2 or not _first_letter_slip(word, right))):
        return False
    if apart == 2 and len(word) > _SHORTEST and word[-1] == right[-1] and sorted(word) == sorted(right):
        return True
    if apart == 2:
        # A changed letter at the end is the other number or another word.
        return len(word) >= _LONG and word[-1] == right[-1] and (usual or word[:3] == right[:3])
    return usual or len(word) != len(right) or sorted(word) == sorted(right) or sound(word) == sound(right)


def is_likely(word: str, right: str) -> bool:
    """Whether people write `word` for `right`: by a cheap slip, or by two that keep its sound or its letters."""
    if distance(word, right) > 2:
        return False
    return slip(word, right) < _DEAREST or sound(word) == sound(right) or sorted(word) == sorted(right)


def _first_letter_slip(word: str, right: str) -> bool:
    """Whether the first letter was lost, doubled or exchanged with the second."""
    return word == right[1:] or word[1:] == right or word[:2] == right[1::-1]


def ranked(word: str, candidates: Collection[str], usual: Collection[str] = ()) -> tuple[str, ...]:
    """Return candidates in order of what it takes to write `word` for them."""

    def cost(right: str) -> tuple[float, str]:
        bonus = 0.5 if right in usual else 0.0
        return slip(word, right) - _WORTH * (english.frequency(right) - _USUAL) - bonus, right

    return tuple(sorted(candidates, key=cost)[:_MOST])


def slip(word: str, right: str) -> float:
    """Return what it costs to write `word` for `right`: about 1 for a slip of fingers or memory."""
    apart = distance(word, right)
    if not apart:
        return 0.0
    last = 0.3 if word[-1] != right[-1] else 0.0
    heard = 0.3 if sound(word) == sound(right) else 0.0
    first = last + (0.8 if word[0] != right[0] and word[:2] != right[1::-1] else 0.0)
    if apart > 1:
        return 1.3 * apart + first - heard
    at = next((n for n, (a, b) in enumerate(zip(word, right, strict=False)) if a != b), min(len(word), len(right)))
    if len(word) == len(right):
        wrong_letter, letter = word[at], right[at]
        if word[at + 1 : at + 2] == letter and right[at + 1 : at + 2] == wrong_letter:
            return 0.9 + first
        both_vowels = wrong_letter in _VOWELS and letter in _VOWELS
        return (1.1 if both_vowels else 1.3 if are_neighbours(wrong_letter, letter) else 1.9) + first - heard
    longer = word if len(word) > len(right) else right
    doubled = longer[at] in (longer[at - 1 : at] or "-", longer[at + 1 : at + 2])
    return (0.8 if doubled else 1.2 if longer is right else 1.4) + first - heard


@lru_cache(maxsize=4096)
def ordinary(word: str) -> tuple[str, ...]:
    """Return the usual words of the language that a word of no dictionary was meant for, the likeliest first.

    What is made of a word by a common ending or beginning was meant as it stands, and so was what a vowel at the end
    makes of one: foreign words.
    """
    if len(word) < _SHORTEST or not is_unknown(word) or is_formed(word):
        return ()
    least = _USUAL if len(word) < _LONG - 1 else _RARER.get(len(word), _RAREST)
    met = {right for right in edits(word) if english.frequency(right) >= least and is_common(right)}
    met = {right for right in met if is_likely(word, right)}
    if word[-1] in "aeio":
        met = {right for right in met if ends_alike(word, right)}
    return ranked(word, met)


def ends_alike(word: str, right: str) -> bool:
    """Whether two words have the last letter in common, or their last two the other way about."""
    return word[-1] == right[-1] or (len(word) == len(right) and word[-2:] == right[:-3:-1])


def edits(word: str) -> Iterator[str]:
    """Yield all that one slip behind the first letter makes of a word, and the first two letters exchanged."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        if at and after:
            yield before + after[1:]
            for letter in ascii_lowercase:
                yield before + letter + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        if at:
            for letter in ascii_lowercase:
                yield before + letter + after
    if word:
        yield word[0] + word


@lru_cache(maxsize=4)
def _usual(words: Vocabulary) -> frozenset[str]:
    return words.frequent | words.frequent_cues | group("also-spelt") | group("frame-words")


@lru_cache(maxsize=4)
def _known_to_frames(words: Vocabulary) -> frozenset[str]:
    held = {*words.persons, *words.documents, *words.occasions, *words.organisations, *words.cues, *_usual(words)}
    held |= shipped_lexicon("phrase-modifiers")
    rarer = {word for word in shipped_lexicon("nouns-persons") if len(word) >= _LONG}
    held |= rarer | {f"{word}s" for word in rarer if word[-1] not in "sy"}
    short = {word for word in _usual(words) if len(word) == _SHORTEST}
    return frozenset(word for word in held if (len(word) > _SHORTEST or word in short) and word.isalpha())


@lru_cache(maxsize=4)
def _by_first_letter(words: Vocabulary) -> dict[tuple[str, int], list[str]]:
    found: dict[tuple[str, int], list[str]] = {}
    for word in _known_to_frames(words):
        found.setdefault((word[0], len(word)), []).append(word)
    return found


def _beginning(letter: str, length: int, most: int, words: Vocabulary) -> Iterator[str]:
    """Yield the words that begin with a letter and are at most so many letters longer or shorter than `length`."""
    by_first_letter = _by_first_letter(words)
    for number in range(length - most, length + most + 1):
        yield from by_first_letter.get((letter, number), ())


def _a_slip_away(word: str, words: Vocabulary) -> set[str]:
    """Return the words that differ by a letter, or by one moved, and at their beginning only by a slip there."""
    lost = {letter + word for letter in ascii_lowercase} & _known_to_frames(words)
    near = {right for letter in {*word[:2]} for right in _beginning(letter, len(word), 1, words)}
    return lost | {right for right in near if LCSseq.distance(word, right) <= 1}
