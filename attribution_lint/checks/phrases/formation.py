"""Whether a word is one: in a dictionary or in a lexicon of what dictionaries lack, or made of listed words.

English makes words freely: by endings and beginnings (*downloadable*, *re-elect*), of two nouns (*checkpoint*). What is
so made was meant as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.packs import shipped_lexicon

_STEM, _WHOLE, _PART = 4.5, 5.5, 6.5
"""How often what an ending or a beginning is put to must be written, and each part of a compound."""
_SHORTEST_PART = 4


@lru_cache(maxsize=8192)
def is_unknown(word: str) -> bool:
    """Whether a lower-case word is in no dictionary but as a misspelling, and no lexicon of what dictionaries lack."""
    if word in group("misheld"):
        return True
    return not (english.is_word(word) or word in _known() or word in english.lemmas(f"{word}s"))


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return (
        group("calendar")
        | shipped_lexicon("phrase-known")
        | shipped_lexicon("phrase-known-rare")
        | shipped_lexicon("phrase-name-words")
        | shipped_lexicon("phrase-titles")
    )


def is_common(word: str) -> bool:
    """Whether a listed word is no mere name."""
    return (
        bool(english.parts_of_speech(word) - {"PROPN"})
        or word.endswith(tuple(group("word-endings")))
        or word in shipped_lexicon("phrase-function")
    )


def is_formed(word: str) -> bool:
    """Whether a word is made of listed ones: by an ending or a beginning, of two nouns, as the singular of a plural."""
    if english.frequency(word + "s") or any(_are_joined(word[:at], word[at:]) for at in _seams(word)):
        return True
    if (word.endswith("bly") and english.is_word(word[:-1] + "e")) or (
        word.endswith("ically") and english.is_word(word.removesuffix("ally"))
    ):
        return True
    if any(
        word.endswith(end) and english.is_word(word.removesuffix(end) + "y") for end in ("ier", "iest", "ist", "ists")
    ):
        return True
    if any(_stands(stem, _STEM) for stem in _stems(word)):
        return True
    return any(
        word.startswith(prefix) and _stands(word.removeprefix(prefix), _WHOLE) for prefix in group("word-prefixes")
    )


def _seams(word: str) -> range:
    """Return where two words of a compound may meet."""
    return range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)


def _are_joined(first: str, second: str) -> bool:
    """Whether two frequent words make a compound: check and post."""
    return _stands(first, _PART) and _stands(second, _PART) and "ADJ" not in english.parts_of_speech(second)


def _stems(word: str) -> Iterator[str]:
    for suffix in group("word-suffixes"):
        if word.endswith(suffix):
            stem = word.removesuffix(suffix)
            if not (suffix[0] in "ei" and stem.endswith("e")):
                yield stem
            if suffix[0] in "eiay" and len(stem) > 3 and not (suffix == "able" and stem[-1] in "gc"):
                yield stem + "e" if stem[-1] != stem[-2] else stem[:-1]


def _stands(stem: str, least: float) -> bool:
    return len(stem) > 3 and english.frequency(stem) > least and bool(english.parts_of_speech(stem))
