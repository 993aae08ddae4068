"""Fits how residue reads: the weights of its register, and the trees that weigh a block among the others of its draft.

    python benchmarks/register.py CORPUS [--half even] [--folds]

What was left over are the residue of `benchmarks/data`; what was reported are the paragraphs beside it, the traps,
and those of an annotated corpus outside its marks of text to skip and outside what is reported already: of what is
reported there, nearly all was found to be residue by reading. The register is a logistic regression with a lasso that
drops light weights; names have none. The trees are fitted on what weights from all other sets say of a set, as no
block may speak for itself. Written are `rules/lexicons/residue-register.txt` and `rules/models/residue-trees.json`.
With `--folds` nothing is written: each set, of an author of its own, is scored by weights and trees from others.
Needs scikit-learn (`pip install -e '.[fit]'`).
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import fsum
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from brat import articles, half_of
from residue import STORY, read
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from attribution_lint.checks.boilerplate.glance import Glance
from attribution_lint.checks.boilerplate.surroundings import Surroundings, Tree, Trees, features
from attribution_lint.checks.boilerplate.voice import strangers
from attribution_lint.checks.boilerplate.wording import PREFIX
from attribution_lint.linter import Linter
from attribution_lint.model import Span
from attribution_lint.packs import shipped_folder
from attribution_lint.settings import Settings

Weights = dict[str, float]
_DATA = Path(__file__).parent / "data"
_OF_IT = 0.8  # of a block is residue, where it counts as left over; a block with less of it is left out
_RAREST = 3
_LASSO = 1.0  # how much a weight may be worth against what it explains
_TREES = {"max_iter": 150, "learning_rate": 0.06, "max_leaf_nodes": 8, "l2_regularization": 5.0, "random_state": 0}
_SMALL = re.compile(r"\b[a-z]+\b")
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+\b")
_LIGHTEST = 0.05
_TRAP = 4.0  # how often a paragraph written for the benchmark counts against one of the corpus
_CORPUS = "corpus"
_FOLDS = 6
_LIMITS = (-1.0, 0.0, 0.5, 1.0, 1.5, 2.0)


@dataclass(frozen=True, slots=True)
class Row:
    """A block: its signs, whether it was left over (None: neither), its draft and set, the glances at its draft."""

    signs: frozenset[str]
    left: bool | None
    of: str
    draft: str
    trap: bool
    number: int
    glances: list[Glance]
    text: str
    often: float = 1.0


def main() -> None:
    """Fit and write the weights and trees, or score them by folds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--half", choices=("even", "odd"), default="even", help="the half of the corpus to learn from")
    parser.add_argument("--folds", action="store_true", help="score by folds and write nothing")
    options = parser.parse_args()
    linter = Linter(Settings(select=("BOI",)))
    rows = [row for path in sorted(_DATA.glob("residue*")) for item in read(path) for row in _of_item(linter, path, item)]
    rows += _of_corpus(linter, options.corpus, options.half)
    held = _held_apart(rows)
    if options.folds:
        _show_folds(rows, held)
        return
    weights, trees = fit(rows), grow(rows, held)
    head = "# What words, voice and shape add to the log-odds of residue; by benchmarks/register.py.\n"
    lines = sorted(f"{sign} {weight:.2f}" for sign, weight in weights.items() if abs(weight) >= _LIGHTEST)
    folder = shipped_folder()
    register = head + "".join(f"{line}\n" for line in lines)
    (folder / "lexicons" / "residue-register.txt").write_text(register, encoding="utf-8")
    (folder / "models" / "residue-trees.json").write_bytes(msgspec.json.encode(trees) + b"\n")
    left = sum(row.left is True for row in rows)
    print(f"{len(rows)} blocks, {left} left over; {len(lines)} weights, {len(trees.trees)} trees")


def _of_item(linter: Linter, path: Path, item: dict[str, Any]) -> Iterator[Row]:
    draft = item["draft"]
    left_over = item["family"] != "scraper"  # damage and repeats have the words of the story
    spans = [Span(at, at + len(part)) for part in item["residue"] if (at := draft.find(part)) >= 0]
    for number, span, text, signs, glances in _blocks(linter, draft, "draft" + item.get("suffix", ".txt")):
        if text in STORY:
            continue
        covered = sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in spans)
        left = False if not covered else True if left_over and covered >= _OF_IT * (span.end - span.start) else None
        often = _TRAP if left is False else 1.0
        yield Row(signs, left, path.stem, f"{path.stem} {item['id']}", not spans, number, glances, text, often)


def _of_corpus(linter: Linter, corpus: Path, half: str) -> Iterator[Row]:
    for article in articles(corpus):
        if half_of(article.name) == half:
            known = [Span(each.start.offset, each.end.offset) for each in linter.lint_text(article.text).diagnostics]
            for number, span, text, signs, glances in _blocks(linter, article.text, "story.txt"):
                told = not any(span.overlaps(mark) for mark in (*article.discards, *known))
                left = False if told else None
                yield Row(signs, left, _CORPUS, article.name, False, number, glances, text)


def _blocks(
    linter: Linter, draft: str, name: str
) -> Iterator[tuple[int, Span, str, frozenset[str], list[Glance]]]:
    story = linter.read_text(draft, name)
    analysis = story.analysis
    sentences: list[list[Span]] = [[] for _ in analysis.blocks]
    for sentence in analysis.sentences:
        sentences[sentence.block].append(sentence.span)
    around = Surroundings(analysis, sentences, strangers(analysis))
    for number, block in enumerate(analysis.blocks):
        source = story.prose.offsets.source_span(block.span)
        if source and (known := around.signs(number)):
            yield number, source, analysis.slice(block.span), known, around.glances


def fit(rows: Sequence[Row]) -> Weights:
    """Return the weight of each sign, and "constant" (Tibshirani, "Regression shrinkage and selection via the lasso",
    Journal of the Royal Statistical Society B 58, 1996).
    """
    told = [row for row in rows if row.left is not None]
    often = Counter(sign for row in told for sign in row.signs)
    named = _names(told)
    names = sorted(sign for sign, count in often.items() if count >= _RAREST and named.isdisjoint(sign.split(" ")))
    column = {sign: n for n, sign in enumerate(names)}
    places = [sorted(column[sign] for sign in row.signs & column.keys()) for row in told]
    starts = np.cumsum([0, *map(len, places)])
    flat = np.fromiter((n for row in places for n in row), dtype=np.int64)
    table = csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(told), len(names)))
    model = LogisticRegression(
        l1_ratio=1, C=_LASSO, solver="liblinear", intercept_scaling=10, random_state=0, max_iter=300
    )
    model.fit(table, [row.left for row in told], sample_weight=[row.often for row in told])
    return {"constant": float(model.intercept_[0]), **dict(zip(names, map(float, model.coef_[0]), strict=True))}


def _names(rows: Sequence[Row]) -> frozenset[str]:
    """The words that are mostly written with a capital inside a sentence, and what they begin with."""
    capital, small = Counter[str](), Counter[str]()
    for row in rows:
        small.update(_SMALL.findall(row.text))
        capital.update(word.lower() for word in _CAPITAL.findall(row.text))
    named = {word for word, count in capital.items() if count > small[word]}
    known = {word[:PREFIX] for word in small if word not in named}
    return frozenset(named | {word[:PREFIX] + "*" for word in named if word[:PREFIX] not in known})


def _held_apart(rows: Sequence[Row]) -> list[list[float]]:
    """Return what the trees ask of each row, weighed by weights of all sets but its own."""
    found: list[list[float]] = [[] for _ in rows]
    for group in _groups(rows):
        of = {rows[number].draft for number in group}
        weigh = _weigher(fit([row for row in rows if row.draft not in of]))
        leanings: dict[str, list[float]] = {}
        for number in group:
            row = rows[number]
            if row.draft not in leanings:
                leanings[row.draft] = [weigh(seen.signs) for seen in row.glances]
            found[number] = features(row.number, row.signs, weigh, leanings[row.draft], row.glances)
    return found


def _groups(rows: Sequence[Row]) -> list[list[int]]:
    """The rows in a few folds, all of a set in one; those of the corpus in two, as no set is as large."""
    sets: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        half = half_of(row.draft + " again") if row.of == _CORPUS else ""
        sets.setdefault(row.of + half, []).append(number)
    folds: list[list[int]] = [[] for _ in range(_FOLDS)]
    for some in sorted(sets.values(), key=len, reverse=True):
        min(folds, key=len).extend(some)
    return folds


def _weigher(weights: Weights) -> Callable[[Iterable[str]], float]:
    constant = weights["constant"]
    return lambda signs: fsum((constant, *(weights.get(sign, 0.0) for sign in signs)))


def grow(rows: Sequence[Row], held: Sequence[Sequence[float]]) -> Trees:
    """Return trees fitted to tell what was left over from `held`, what they ask of each row."""
    told = [number for number, row in enumerate(rows) if row.left is not None]
    asked = np.array([held[number] for number in told])
    rising = [1] + [0] * (asked.shape[1] - 1)  # the more a block reads like residue by itself, the likelier it is
    model = HistGradientBoostingClassifier(**_TREES, monotonic_cst=rising)
    model.fit(
        asked,
        [rows[number].left for number in told],
        sample_weight=[rows[number].often for number in told],
    )
    return Trees(round(float(model._baseline_prediction.item()), 4), tuple(map(_tree, model._predictors)))


def _tree(predictors: Any) -> Tree:
    nodes = predictors[0].nodes
    leaf = nodes["is_leaf"]
    return Tree(
        tuple(-1 if end else int(feature) for end, feature in zip(leaf, nodes["feature_idx"], strict=True)),
        tuple(
            round(float(value if end else limit), 4)
            for end, value, limit in zip(leaf, nodes["value"], nodes["num_threshold"], strict=True)
        ),
        tuple(map(int, nodes["left"])),
        tuple(map(int, nodes["right"])),
    )


def _show_folds(rows: Sequence[Row], held: Sequence[Sequence[float]]) -> None:
    odds = [0.0] * len(rows)
    for group in _groups(rows):
        inside = set(group)
        others = [number for number in range(len(rows)) if number not in inside]
        trees = grow([rows[n] for n in others], [held[n] for n in others])
        for number in group:
            odds[number] = trees.log_odds(held[number])
    left = [number for number, row in enumerate(rows) if row.left]
    traps = {row.draft for row in rows if row.trap}
    for least in _LIMITS:
        found = sum(odds[number] > least for number in left)
        over = [row for row, value in zip(rows, odds, strict=True) if row.left is False and value > least]
        failed = {row.draft for row in over if row.trap}
        beside = sum(not row.trap and row.of != _CORPUS for row in over)
        corpus = sum(row.of == _CORPUS for row in over)
        print(
            f"above {least}: {found / len(left):.1%} of {len(left)} left over, {len(failed)} of {len(traps)} traps, "
            f"{beside} blocks beside, {corpus} of the corpus"
        )
    for name in sorted({row.of for row in rows}):
        own = [(row, value > 1.0) for row, value in zip(rows, odds, strict=True) if row.of == name]
        some = [over for row, over in own if row.left]
        failed = {row.draft for row, over in own if over and row.trap}
        traps = {row.draft for row, _ in own if row.trap}
        print(f"  {name}: {sum(some)} of {len(some)} left over above 1.0, {len(failed)} of {len(traps)} traps")


if __name__ == "__main__":
    main()
