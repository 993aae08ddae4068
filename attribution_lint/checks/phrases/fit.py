"""How well a word fits where it stands, from vectors of words and what stands around: a log-bilinear model.

Every word has a code: a vector by the company that words keep in newswire (GloVe; Pennington, Socher and Manning 2014),
its parts of speech and kinds, and how rare it is. The words around a place, their kinds and the signs of its slot ask
for a code by one matrix (Mnih and Hinton 2007), fitted so that the word that stands in clean copy beats the words that
look or sound like it. Both are made by `benchmarks/fit.py`, and read when the first suspect appears, never before.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.context import END, START
from attribution_lint.checks.phrases.noun_evidence import broad_kinds
from attribution_lint.checks.phrases.story import Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_folder

Numbers = NDArray[np.float32]
PLACES = (-3, -2, -1, 1, 2, 3)
"""Which words around a place are looked at."""
_MOST_AROUND = 6
"""From how many words of a sentence on their mean counts in full."""


class Fit(Struct, frozen=True, eq=False, dict=True):
    """The words that have a code, their codes a row each, and the matrix from what stands around to codes.

    The codes are kept in `steps` of a size for each column, as small as they are shipped.
    """

    words: tuple[str, ...]
    steps: NDArray[np.int16]
    sizes: Numbers
    wide: int
    kinds: dict[str, int]
    signs: dict[str, int]
    matrix: Numbers

    @cached_property
    def number(self) -> dict[str, int]:
        """The row of each word."""
        return {word: row for row, word in enumerate(self.words)}

    @property
    def width(self) -> int:
        """How many numbers tell what stands around a place."""
        return len(PLACES) * (self.wide + len(self.kinds)) + self.wide + len(self.signs) + 1

    def code(self, word: str, words: Vocabulary) -> Numbers:
        """Return the code of a lower-case word; one that has none gets that of a rare word of its kinds."""
        row = self.number.get(word)
        if row is not None:
            return self.codes(row)
        own = [float(value) for value in flags(word, words)]
        return np.array([0.0] * self.wide + own + [self._rarest], dtype=np.float32)

    @cached_property
    def _rarest(self) -> float:
        return float(self.steps[:, -1].max() * self.sizes[-1])

    def codes(self, rows: int | list[int] | NDArray[np.int_]) -> Numbers:
        """Return the code of the word of a row, or one for each of several rows."""
        found: Numbers = self.steps[rows] * self.sizes
        return found

    def _vectors(self, rows: int | list[int]) -> Numbers:
        return self.codes(rows)[..., : self.wide]

    def around(self, story: Story, kinds: Sequence[str], at: int, signs: Collection[str]) -> Numbers:
        """Return what stands around a word: vectors and kinds by place, the mean of its sentence, signs of its slot."""
        found = np.zeros(self.width, dtype=np.float32)
        low, high, start = story.sentence_start(at), story.sentence_end(at), 0
        for offset in PLACES:
            there = at + offset
            kind = START if there < low else END if there >= high else kinds[there]
            if low <= there < high and story.text[there].islower():
                row = self.number.get(story.text[there])
                if row is not None:
                    found[start : start + self.wide] = self._vectors(row)
            if kind in self.kinds:
                found[start + self.wide + self.kinds[kind]] = 1.0
            start += self.wide + len(self.kinds)
        rows = [
            self.number[word]
            for there, word in enumerate(story.lower[low:high], low)
            if there != at and word in self.number and word not in story.words.function and story.text[there].islower()
        ]
        if rows:
            mean = self._vectors(rows).mean(axis=0)
            found[start : start + self.wide] = mean * min(len(rows), _MOST_AROUND) ** 0.5
        start += self.wide
        for sign in signs:
            if sign in self.signs:
                found[start + self.signs[sign]] = 1.0
        found[-1] = 1.0
        return found

    def asked(self, around: Numbers) -> Numbers:
        """Return the code that a place asks for; its product with a word's code tells how well the word fits."""
        found: Numbers = np.einsum("cn,n->c", self.matrix, around)
        return found


def flags(word: str, words: Vocabulary) -> list[bool]:
    """Return the parts of speech, the form and the kinds of a lower-case word, as its code has them."""
    parts, lemmas = english.parts_of_speech(word), english.lemmas(word)
    own = lemmas | {word}
    return [
        "NOUN" in parts,
        "VERB" in parts,
        "ADJ" in parts,
        "ADV" in parts,
        parts == {"VERB"},
        parts == {"ADJ"},
        "NOUN" in parts and word.endswith("s") and word not in lemmas,
        word.endswith("ing"),
        word.endswith("ed"),
        word.endswith("ly"),
        *(not own.isdisjoint(kind) for kind in broad_kinds().values()),
        word in words.persons,
        word in words.organisations,
        word in words.documents,
        word in words.frequent,
    ]


@lru_cache(maxsize=1)
def shipped() -> Fit:
    """Return the model that ships, read once."""
    with np.load(shipped_folder() / "models" / "noun-fit.npz", allow_pickle=False) as file:
        return unpacked(dict(file))


def unpacked(arrays: dict[str, NDArray[Any]]) -> Fit:
    """Return the model that the arrays of a file hold, as `benchmarks/fit.py` packs them."""
    vectors, many = arrays["vectors"], int(arrays["flags-wide"])
    own = np.unpackbits(arrays["flags"], axis=1, count=many)
    wide = vectors.shape[1]
    named = {name: bytes(arrays[name]).decode().split("\n") for name in ("words", "kinds", "signs")}
    return Fit(
        tuple(named["words"]),
        np.concatenate([vectors, own, arrays["rarity"][:, np.newaxis]], axis=1, dtype=np.int16),
        np.array([arrays["vectors-step"]] * wide + [1.0] * many + [arrays["rarity-step"]], dtype=np.float32),
        wide,
        {kind: place for place, kind in enumerate(named["kinds"])},
        {sign: place for place, sign in enumerate(named["signs"])},
        (arrays["matrix"] * arrays["matrix-step"]).astype(np.float32),
    )
