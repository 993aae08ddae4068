"""Fits the weights of residue's register, and writes `rules/lexicons/residue-register.txt`.

    python benchmarks/register.py CORPUS [--half even] [--folds]

What was left over are the residue of `benchmarks/data`; what was reported are the paragraphs beside it, the traps,
and those of an annotated corpus outside its marks of text to skip and outside what is reported already: of what is
reported there, nearly all was found to be residue by reading. The regression is logistic, with a lasso that drops
light weights; names have none. With `--folds` nothing is written: each quarter is scored with weights from the other
three, and what that finds is printed by threshold.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from brat import articles, half_of
from residue import STORY, read

from attribution_lint.checks.boilerplate.misfit import Standing
from attribution_lint.checks.boilerplate.phrases import Hit
from attribution_lint.checks.boilerplate.register import signs
from attribution_lint.checks.boilerplate.score import topic_book
from attribution_lint.checks.boilerplate.sheets import sheet
from attribution_lint.checks.boilerplate.tokens import tokens
from attribution_lint.checks.boilerplate.voice import strangers
from attribution_lint.checks.boilerplate.wording import PREFIX
from attribution_lint.linter import Linter
from attribution_lint.model import Span
from attribution_lint.packs import shipped_folder
from attribution_lint.settings import Settings

Numbers = npt.NDArray[np.float64]
_DATA = Path(__file__).parent / "data"
_OF_IT = 0.8  # of a block is residue, where it counts as left over; a block with less of it is left out
_RAREST = 3
_LASSO = 2.5e-5  # of the mean log-likelihood; a block counts about 7e-5
_RIDGE = 1e-4
_STEPS = 12
_PASSES = 3
_FULL = 3
_SMALL = re.compile(r"\b[a-z]+\b")
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+\b")
_LIGHTEST = 0.05
_TRAP = 4.0  # how often a paragraph written for the benchmark counts against one of the corpus
_FOLDS = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A block: its signs, whether it was left over, the draft it is of, how often it counts."""

    signs: frozenset[str]
    left: bool
    draft: str
    text: str
    often: float = 1.0


def main() -> None:
    """Fit the weights and write them, or score them by folds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--half", choices=("even", "odd"), default="even", help="the half of the corpus to learn from")
    parser.add_argument("--folds", action="store_true", help="score by folds and write nothing")
    options = parser.parse_args()
    linter = Linter(Settings(select=("BOI",)))
    rows = [row for path in sorted(_DATA.glob("residue*")) for item in read(path) for row in _of_item(linter, item)]
    rows += _of_corpus(linter, options.corpus, options.half)
    if options.folds:
        _show_folds(rows)
        return
    weights = fit(rows)
    head = "# What words, voice and shape add to the log-odds of residue; by benchmarks/register.py.\n"
    lines = sorted(f"{sign} {weight:.2f}" for sign, weight in weights.items() if abs(weight) >= _LIGHTEST)
    path = shipped_folder() / "lexicons" / "residue-register.txt"
    path.write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{len(rows)} blocks, {sum(row.left for row in rows)} left over; {len(lines)} weights")


def _of_item(linter: Linter, item: dict[str, Any]) -> Iterator[Row]:
    draft = item["draft"]
    left_over = item["family"] != "scraper"  # damage and repeats have the words of the story
    spans = [Span(at, at + len(part)) for part in item["residue"] if (at := draft.find(part)) >= 0]
    for span, text, found in _blocks(linter, draft, "draft" + item.get("suffix", ".txt")):
        if text in STORY:
            continue
        covered = sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in spans)
        if covered == 0:
            yield Row(found, False, item["id"], text, _TRAP)
        elif left_over and covered >= _OF_IT * (span.end - span.start):
            yield Row(found, True, item["id"], text)


def _of_corpus(linter: Linter, corpus: Path, half: str) -> Iterator[Row]:
    for article in articles(corpus):
        if half_of(article.name) == half:
            known = [Span(each.start.offset, each.end.offset) for each in linter.lint_text(article.text).diagnostics]
            for span, text, found in _blocks(linter, article.text, "story.txt"):
                if not any(span.overlaps(mark) for mark in (*article.discards, *known)):
                    yield Row(found, False, article.name, text)


def _blocks(linter: Linter, draft: str, name: str) -> Iterator[tuple[Span, str, frozenset[str]]]:
    story = linter.read_text(draft, name)
    analysis = story.analysis
    sentences: list[list[Span]] = [[] for _ in analysis.blocks]
    for sentence in analysis.sentences:
        sentences[sentence.block].append(sentence.span)
    strange, standing = strangers(analysis), Standing(analysis)
    for number, block in enumerate(analysis.blocks):
        seen = sheet(analysis, number, sentences[number], strange, closely=True)
        source = story.prose.offsets.source_span(block.span)
        if seen and seen.units and source:
            found = tokens(analysis.text, block.span)
            topics: list[Hit] = topic_book().hits(found)
            known = signs(analysis.text, found, 0, len(found), seen.units, topics)
            yield source, analysis.slice(block.span), frozenset(known.union(standing.signs(number)))


def fit(rows: list[Row]) -> dict[str, float]:
    """Return the weight of each sign, and "constant".

    Coordinate descent for the elastic net (Friedman, Hastie and Tibshirani, "Regularization paths for generalized
    linear models via coordinate descent", Journal of Statistical Software 33, 2010).
    """
    often = Counter(sign for row in rows for sign in row.signs)
    named = _names(rows)
    names = sorted(sign for sign, count in often.items() if count >= _RAREST and named.isdisjoint(sign.split(" ")))
    number = {sign: n for n, sign in enumerate(names)}
    having: list[list[int]] = [[] for _ in names]
    for at, row in enumerate(rows):
        for sign in row.signs & number.keys():
            having[number[sign]].append(at)
    places = [np.array(some, dtype=np.int64) for some in having]
    left = np.array([row.left for row in rows], dtype=float)
    share = np.array([row.often for row in rows])
    share /= share.sum()
    weights, constant, odds = [0.0] * len(names), -2.0, np.full(len(rows), -2.0)
    for outer in range(_STEPS):
        chance = 1 / (1 + np.exp(-odds))
        curve = share * np.maximum(chance * (1 - chance), 1e-3)
        slope = share * (left - chance)
        for inner in range(_PASSES):
            step = float(slope.sum() / curve.sum())
            constant += step
            odds += step
            slope -= step * curve
            for n, at in enumerate(places):
                if not weights[n] and (inner or outer % _FULL):
                    continue  # only now and then is a sign without a weight looked at again
                steep = float(curve[at].sum())
                pull = steep * weights[n] + float(slope[at].sum())
                weight = max(abs(pull) - _LASSO, 0.0) * (1 if pull > 0 else -1) / (steep + _RIDGE)
                if step := weight - weights[n]:
                    weights[n] = weight
                    odds[at] += step
                    slope[at] -= step * curve[at]
    return {"constant": constant, **dict(zip(names, weights, strict=True))}


def _names(rows: list[Row]) -> frozenset[str]:
    """The words that are mostly written with a capital inside a sentence, and what they begin with."""
    capital, small = Counter[str](), Counter[str]()
    for row in rows:
        small.update(_SMALL.findall(row.text))
        capital.update(word.lower() for word in _CAPITAL.findall(row.text))
    named = {word for word, count in capital.items() if count > small[word]}
    known = {word[:PREFIX] for word in small if word not in named}
    return frozenset(named | {word[:PREFIX] + "*" for word in named if word[:PREFIX] not in known})


def _show_folds(rows: list[Row]) -> None:
    folds = [int(hashlib.sha1(row.draft.encode()).hexdigest(), 16) % _FOLDS for row in rows]
    scored: list[tuple[float, Row]] = []
    for fold in range(_FOLDS):
        weights = fit([row for row, of in zip(rows, folds, strict=True) if of != fold])
        for row, of in zip(rows, folds, strict=True):
            if of == fold:
                odds = weights["constant"] + sum(weights.get(sign, 0.0) for sign in row.signs)
                scored.append((odds, row))
    left = [odds for odds, row in scored if row.left]
    traps = [odds for odds, row in scored if not row.left and row.often == _TRAP]
    told = [odds for odds, row in scored if not row.left and row.often != _TRAP]
    for least in (2.0, 3.0, 3.5, 4.0, 5.0):
        found, false, wrong = (sum(odds > least for odds in some) for some in (left, traps, told))
        print(
            f"above {least}: {found / len(left):.1%} of {len(left)} left over, "
            f"{false} of {len(traps)} beside and traps, {wrong} of {len(told)} of the corpus"
        )


if __name__ == "__main__":
    main()
