"""Which words exist, and as what parts of speech.

The word list is lemminflect's, which rests on the SPECIALIST Lexicon of the US National Library of Medicine. It
takes a fifth of a second to load and is asked only about a filler that no lexicon of ours accepts.
"""

from __future__ import annotations

from functools import lru_cache

_AUXILIARY = frozenset(
    "is are was were be been being has have had do does did can could will would shall should may might must".split()
)


@lru_cache(maxsize=4096)
def parts_of_speech(word: str) -> frozenset[str]:
    """Return the universal tags that the lower-case `word` can have; none if it is no English word."""
    from lemminflect.core.Lemmatizer import Lemmatizer

    return frozenset(_lemmatizer(Lemmatizer).getAllLemmas(word))


@lru_cache(maxsize=1)
def _lemmatizer(kind: type) -> object:  # type: ignore[type-arg]
    return kind()


def is_word(word: str) -> bool:
    """Whether the lower-case `word` is an English word."""
    return word in _AUXILIARY or bool(parts_of_speech(word))


def can_be_verb(word: str) -> bool:
    """Whether the lower-case `word` can be a verb form."""
    return "VERB" in parts_of_speech(word) or "AUX" in parts_of_speech(word)


@lru_cache(maxsize=4096)
def lemmas(word: str) -> frozenset[str]:
    """Return the dictionary forms that the lower-case `word` can belong to."""
    from lemminflect.core.Lemmatizer import Lemmatizer

    found = _lemmatizer(Lemmatizer).getAllLemmas(word)
    return frozenset(lemma for forms in found.values() for lemma in forms)
