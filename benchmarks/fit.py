"""Fits how well words fit where they stand, from clean copy and vectors of words.

    python benchmarks/fit.py CORPUS VECTORS [--half even] [--clean FOLDER …] [--into rules]

CORPUS is a folder of clean stories (*.txt), and --clean are folders of other clean copy. VECTORS is a text file of
GloVe (`glove.6B.50d.txt`): a word and its numbers a line, the frequent words first; or a model (*.npz), whose words
are kept. Kept of GloVe are the words of the dictionary, their vectors turned to fewer dimensions. Every word of the
corpus is held against words that look or sound like it; a softmax regression learns what each place asks for. Written
are numbers only; `doubt.py` counts what they say of a reported word.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from brat import half_of
from nouns import adam
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.context import kinds_of
from attribution_lint.checks.phrases.fit import Fit, flags, unpacked
from attribution_lint.checks.phrases.noun_slots import noun_slots
from attribution_lint.checks.phrases.similar import similarity
from attribution_lint.checks.phrases.story import Recurrence, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary, vocabulary
from attribution_lint.linter import Linter
from attribution_lint.settings import Settings

Numbers = NDArray[np.float32]
_WIDE = 32
_FREQUENT, _LISTED = 38_000, 60_000
"""How far down the vectors a word of the dictionary, and one of our lexicons, is kept."""
_RAREST_KIND, _RAREST_SIGN = 60, 15
_AGAINST = 12
_EPOCHS, _BATCH = 5, 512
_SLOTS_COUNT = 3.0
Near = dict[str, list[tuple[str, float]]]


@dataclass(frozen=True)
class Told:
    """A story with the kinds of its words."""

    story: Story
    kinds: list[str]


def main() -> None:
    """Fit and write the model."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("--half", choices=("even", "odd"), help="use only a half of the stories")
    parser.add_argument("--clean", type=Path, nargs="*", default=[])
    parser.add_argument("--into", type=Path, default=Path("rules"))
    options = parser.parse_args()
    linter = Linter(Settings(select=("ATT",)))
    words = vocabulary(linter.library.rules["ATT101"].lexicons)
    told: list[Told] = []
    paths = [p for p in sorted(options.corpus.rglob("*.txt")) if options.half in (None, half_of(p.stem))]
    for path in (*paths, *(p for folder in options.clean for p in sorted(folder.rglob("*.txt")))):
        analysis = linter.read_text(path.read_text(encoding="utf-8"), "story.txt").analysis
        story = Story.of(analysis, words, Recurrence(analysis))
        told.append(Told(story, kinds_of(story)))
    coded = _kept(options.vectors) if options.vectors.suffix == ".npz" else _coded(options.vectors, words)
    arrays = coded | _named(told)
    fit = unpacked(arrays | _matrix(np.zeros((1, 1), dtype=np.float32)))
    near = _near(told, fit)
    examples = _examples(told, fit, near)
    matrix = _fitted(fit, examples)
    path = options.into / "models" / "noun-fit.npz"
    np.savez_compressed(path, **(arrays | _matrix(matrix)))
    print(f"{path}: {len(fit.words)} words, {path.stat().st_size} bytes")


def _kept(path: Path) -> dict[str, NDArray[Any]]:
    """Return the words that a model has, with their vectors, flags and rarity, packed."""
    with np.load(path, allow_pickle=False) as file:
        return dict(file)


def _coded(path: Path, words: Vocabulary) -> dict[str, NDArray[Any]]:
    """Return the words that are kept, with their vectors, flags and rarity, packed."""
    names, vectors, ranks = [], [], []
    with path.open(encoding="utf-8") as file:
        for rank, line in enumerate(file):
            name, *numbers = line.split()
            listed = name in words.function or name in words.sources or name in words.cues
            frequent = rank < _FREQUENT and name.isalpha() and bool(english.parts_of_speech(name) - {"PROPN"})
            if name.isascii() and name.isalpha() and len(name) > 1 and (listed or frequent):
                names.append(name)
                vectors.append([float(number) for number in numbers])
                ranks.append(rank)
            if rank >= _LISTED:
                break
    table = np.array(vectors)
    table = (table - table.mean(0)) / table.std(0)
    table *= math.sqrt(table.shape[1]) / np.linalg.norm(table, axis=1, keepdims=True) / 2
    table -= table.mean(0)
    turned = table @ np.linalg.svd(table, full_matrices=False)[2][:_WIDE].T
    step = float(np.percentile(np.abs(turned), 99.9)) / 127
    own = np.array([flags(name, words) for name in names])
    rarity = (np.log(np.array(ranks) + 20.0) - 3) / 1.3
    return {
        "words": np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
        "vectors": np.clip(np.round(turned / step), -127, 127).astype(np.int8),
        "vectors-step": np.float32(step),
        "flags": np.packbits(own, axis=1),
        "flags-wide": np.int32(own.shape[1]),
        "rarity": np.round(rarity / rarity.max() * 255).astype(np.uint8),
        "rarity-step": np.float32(rarity.max() / 255),
    }


def _named(told: list[Told]) -> dict[str, NDArray[Any]]:
    """Return the kinds and the signs that are frequent enough to learn from."""
    kinds = Counter(kind for each in told for kind in each.kinds) + Counter({"START": 1_000_000, "END": 1_000_000})
    signs = Counter(s for each in told for slot in noun_slots(each.story) for s in (f"kind:{slot.kind}", *slot.signs))
    return {
        "kinds": _joined([kind for kind, often in kinds.items() if often >= _RAREST_KIND]),
        "signs": _joined([sign for sign, often in signs.items() if often >= _RAREST_SIGN]),
    }


def _joined(names: list[str]) -> NDArray[Any]:
    return np.frombuffer("\n".join(sorted(names)).encode(), dtype=np.uint8)


def _matrix(matrix: Numbers) -> dict[str, NDArray[Any]]:
    step = max(float(np.percentile(np.abs(matrix), 99.95)), 1e-6) / 127
    packed = np.clip(np.round(matrix / step), -127, 127).astype(np.int8)
    return {"matrix": packed, "matrix-step": np.float32(step)}


def _near(told: list[Told], fit: Fit) -> Near:
    """Return for the words of the corpus the words that look or sound like each, and how much, the likest first."""
    others = [word for word in fit.words if len(word) > 3]
    used = sorted({word for each in told for word in each.story.lower if len(word) > 3} & set(others))
    found: Near = {}
    for start in range(0, len(used), 500):
        some = used[start : start + 500]
        table = process.cdist(some, others, scorer=JaroWinkler.similarity, score_cutoff=0.68, dtype=np.float32)
        for word, row in zip(some, table, strict=True):
            own = english.lemmas(word) | {word}
            alike = [
                (other, similarity(word, other))
                for other in (others[at] for at in np.flatnonzero(row))
                if abs(len(other) - len(word)) <= 4 and not own & (english.lemmas(other) | {other})
            ]
            found[word] = sorted((pair for pair in alike if pair[1] >= 0.5), key=lambda pair: (-pair[1], pair[0]))
    return found


@dataclass(frozen=True)
class Examples:
    """What stands around words of the corpus, their rows, the rows of those held against them, and how they count."""

    around: NDArray[np.float16]
    rows: NDArray[np.int64]
    counts: Numbers


def _examples(told: list[Told], fit: Fit, near: Near) -> Examples:
    around, rows, counts = [], [], []
    for each in told:
        story = each.story
        signs: dict[int, list[str]] = {}
        for slot in noun_slots(story):
            signs.setdefault(slot.number, []).extend((f"kind:{slot.kind}", *slot.signs))
        for at, word in enumerate(story.lower):
            held = near.get(word, [])[:_AGAINST]
            if held and story.is_plain(at) and not story.in_compound(at) and word not in story.words.function:
                around.append(fit.around(story, each.kinds, at, signs.get(at, ())).astype(np.float16))
                others = [fit.number[other] for other, _ in held]
                rows.append([fit.number[word], *others, *[-1] * (_AGAINST - len(others))])
                counts.append(_SLOTS_COUNT if at in signs else 1.0)
    return Examples(np.array(around), np.array(rows), np.array(counts, dtype=np.float32))


def _fitted(fit: Fit, examples: Examples) -> Numbers:
    """Return the matrix that makes the words of the corpus win most often: a softmax regression, by Adam."""
    draw = np.random.default_rng(1)
    matrix = np.zeros((fit.codes(0).size, fit.width))
    first, second, steps = np.zeros_like(matrix), np.zeros_like(matrix), 0
    for epoch in range(_EPOCHS):
        order = draw.permutation(len(examples.rows))
        for start in range(0, len(order), _BATCH):
            some = order[start : start + _BATCH]
            around, rows = examples.around[some].astype(np.float32), examples.rows[some]
            codes = fit.codes(rows)
            fits = np.einsum("bkd,bd->bk", codes, around @ matrix.T.astype(np.float32))
            fits[rows < 0] = -1e9
            chances = np.exp(fits - fits.max(1, keepdims=True))
            chances /= chances.sum(1, keepdims=True)
            chances[:, 0] -= 1
            pulls = np.einsum("bk,bkd->bd", chances * examples.counts[some][:, None], codes)
            steps += 1
            slope = (pulls.T @ around / len(some)).astype(np.float64) + 3e-5 * matrix
            matrix -= adam(slope, first, second, steps, 4e-3 * (0.5 if epoch >= _EPOCHS - 2 else 1.0))
    return matrix.astype(np.float32)


if __name__ == "__main__":
    main()
