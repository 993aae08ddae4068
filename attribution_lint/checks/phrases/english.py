"""Which words exist, and as what parts of speech.

The dictionary is lemminflect's, which rests on the SPECIALIST Lexicon of the US National Library of Medicine. Its
table is read without importing the package, which would load spaCy, numpy and the whole table for the few words that no
lexicon of ours accepts.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from math import log10
from pathlib import Path

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.inflection import third_person
from attribution_lint.checks.phrases.sorted_lines import SortedLines
from attribution_lint.patterns import screened

_AUXILIARY = group("english-auxiliary")
_BRITISH = screened(r"([iy])s(e[drs]?|ing|ers|ation|ations)$")
_BEFORE_E = ("in", "iz", "at", "ag", "as", "ur", "ak", "ok", "us")


@lru_cache(maxsize=8192)
def _tagged(word: str) -> dict[str, tuple[str, ...]]:
    """Return the dictionary forms of a lower-case word by universal tag, as lemminflect's `getAllLemmas` does."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in _table().of(word):
        tag, lemmas = entry.split(",")
        found[tag.upper()] = tuple(lemmas.lower().split("/"))
    return found | _overrides().get(word, {})


@lru_cache(maxsize=1)
def _table() -> SortedLines:
    """Return the lines `word,tag,lemma/lemma`, which are kept in order of the words."""
    return SortedLines(_lemma_lines(), b",", 1)


def _lemma_lines() -> bytes:
    return gzip.decompress(_packaged("lemminflect", "resources/lemma_lu.csv.gz").read_bytes())


@lru_cache(maxsize=1)
def _overrides() -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in _packaged("lemminflect", "resources/lemma_overrides.csv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            word, tag, lemma = line.split(",")
            found.setdefault(word, {})[tag] = (lemma,)
    return found


def _packaged(package: str, name: str) -> Path:
    """Return the path of a data file of an installed package, which is not imported for it."""
    spec = find_spec(package)
    assert spec is not None
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0], name)


def parts_of_speech(word: str) -> frozenset[str]:
    """Return the universal tags that the lower-case `word` can have; none if it is no English word."""
    return frozenset(_tagged(word))


@lru_cache(maxsize=4096)
def is_only_verb(word: str) -> bool:
    """Whether the lower-case `word` is a form of a verb and nothing else."""
    parts = parts_of_speech(word)
    return bool(parts) and parts <= {"VERB", "AUX"}


@lru_cache(maxsize=4096)
def plain_of_third_person(word: str) -> str:
    """Return the plain form of a verb in the third person singular; empty for any other word."""
    found = [lemma for lemma in verb_lemmas(word) if lemma != word and third_person(lemma) == word]
    return found[0] if len(found) == 1 else ""


@lru_cache(maxsize=1)
def _listed() -> SortedLines:
    """Return symspellpy's word list, which has what a medical lexicon lacks, and how often each is written."""
    lines = _packaged("symspellpy", "frequency_dictionary_en_82_765.txt").read_text("utf-8-sig").splitlines()
    return SortedLines("\n".join(sorted(lines)).encode(), b" ", 1)


@lru_cache(maxsize=8192)
def is_word(word: str) -> bool:
    """Whether the lower-case `word` is an English word: a listed one, its British spelling, or a plain form of one."""
    return _is_listed(word) or any(map(_is_listed, _bases(word)))


def _is_listed(word: str) -> bool:
    return word in _AUXILIARY or bool(_written(word)) or bool(_tagged(word))


@lru_cache(maxsize=16384)
def _written(word: str) -> int:
    """Return how often the lower-case `word` is written; 0 for an unlisted one."""
    return int(next(iter(_listed().of(word)), "0"))


def _bases(word: str) -> Iterator[str]:
    """Yield the words of which `word` would be a regular form: *bylined* of *byline*, *fundraise* of *fundraiser*."""
    american = _BRITISH.sub(r"\1z\2", word)
    if american != word:
        yield american
    if word.endswith("ed") and word[:-2].endswith(_BEFORE_E):
        yield word[:-1]
    if word.endswith("ise"):
        yield word + "r"


def frequency(word: str) -> float:
    """Return how often the lower-case `word` is written, as a decimal logarithm; 0 for an unlisted one."""
    return log10(_written(word) + 1)


@lru_cache(maxsize=8192)
def togetherness(first: str, second: str) -> float:
    """Return how often two lower-case words are written side by side, as a decimal logarithm; 0 if seldom."""
    return log10(int(next(iter(_pairs().of(f"{first} {second}")), "1")))


@lru_cache(maxsize=1)
def _pairs() -> SortedLines:
    """Return symspellpy's list of word pairs and how often each is written, which is kept in order of the pairs."""
    return SortedLines(_packaged("symspellpy", "frequency_bigramdictionary_en_243_342.txt").read_bytes(), b" ", 2)


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


def is_past_form(word: str) -> bool:
    """Whether the lower-case `word` is a past or a participle of a verb, and no other form of one: *rang*."""
    found = verb_lemmas(word)
    return bool(found) and word not in found and not word.endswith(("s", "ing"))


def verb_lemmas(word: str) -> frozenset[str]:
    """Return the plain forms of the verbs that the lower-case `word` can be a form of."""
    return frozenset(_tagged(word).get("VERB", ()))
