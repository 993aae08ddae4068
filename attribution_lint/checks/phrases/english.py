"""Which words exist, and as what parts of speech.

The word list is lemminflect's, which rests on the SPECIALIST Lexicon of the US National Library of Medicine. It
takes a fifth of a second to load and is asked only about a filler that no lexicon of ours accepts.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from attribution_lint.checks.phrases.groups import group

_AUXILIARY = group("english-auxiliary")


@lru_cache(maxsize=4096)
def _tagged(word: str) -> dict[str, tuple[str, ...]]:
    """Return the dictionary forms of a word by universal tag."""
    from lemminflect import getAllLemmas

    found: dict[str, tuple[str, ...]] = getAllLemmas(word)
    return found


def parts_of_speech(word: str) -> frozenset[str]:
    """Return the universal tags that the lower-case `word` can have; none if it is no English word."""
    return frozenset(_tagged(word))


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    """Return symspellpy's word list, which has what a medical lexicon lacks."""
    path = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt")
    return frozenset(line.partition(" ")[0] for line in path.read_text(encoding="utf-8-sig").splitlines())


def is_word(word: str) -> bool:
    """Whether the lower-case `word` is an English word."""
    return word in _AUXILIARY or word in _listed() or bool(_tagged(word))


def can_be_verb(word: str) -> bool:
    """Whether the lower-case `word` can be a verb form."""
    return "VERB" in _tagged(word) or "AUX" in _tagged(word)


def can_be_noun(word: str) -> bool:
    """Whether the lower-case `word` can be a noun; a word of no dictionary can."""
    parts = _tagged(word)
    return not parts or "NOUN" in parts or "PROPN" in parts


def lemmas(word: str) -> frozenset[str]:
    """Return the dictionary forms that the lower-case `word` can belong to."""
    return frozenset(lemma for forms in _tagged(word).values() for lemma in forms)
