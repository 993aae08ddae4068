"""Fits how residue reads: the weights of its register, the chain over its words, and the trees that weigh both.

    python benchmarks/register.py CORPUS [--half even] [--folds]

What was left over are the residue of `benchmarks/data`, and what is found already in an annotated corpus: nearly all
of that was seen to be residue by reading. What was reported are the paragraphs beside it, the traps, and those of the
corpus outside its marks of text to skip. The register is a logistic regression with a lasso that
drops light weights; names have none. The chain is a conditional random field over the words of a block (`chains.py`).
The trees are fitted on what weights and chains from all other sets say of a set, as no passage may speak for itself.
Blocks are fitted apart from asides: the sentences, brackets and runs of words that are part of a block.
Written are `residue-register.txt` and `residue-asides.txt` in `rules/lexicons`, `residue-chain.json`,
`residue-blocks.json` and `residue-asides.json` in `rules/models`.
With `--folds` nothing is written: each set, of an author of its own, is scored by weights and trees from others.
Needs scikit-learn and python-crfsuite (`pip install -e '.[fit]'`).
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from math import fsum
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from brat import articles, half_of
from chains import Labelled, Passage, put_together, train
from residue import STORY, read
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from attribution_lint.checks.boilerplate.chain import Chain
from attribution_lint.checks.boilerplate.chain import row as chain_row
from attribution_lint.checks.boilerplate.marks import marks
from attribution_lint.checks.boilerplate.scan import blanks_of
from attribution_lint.checks.boilerplate.surroundings import Surroundings, Weigh, Weights
from attribution_lint.checks.boilerplate.trees import Tree, Trees
from attribution_lint.checks.boilerplate.voice import strangers
from attribution_lint.checks.boilerplate.wording import PREFIX
from attribution_lint.linter import Linter, Story
from attribution_lint.model import Span
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_folder
from attribution_lint.settings import Settings

SignWeights = dict[str, float]
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
_OUT_OF_PLACE = ("residue-lines", "residue-wordings")  # set into a story that is always the same
_FOLDS = 6
_OF_PIECE = 0.6  # of a piece of residue that an aside must cover to stand for it
_OFTEN = 3  # how often the words of a trap count
_PUT_TOGETHER = 12_000
_PIECE, _HOST = (2, 220), 80  # characters
_PROCESSES = 2
_LIMITS = (-1.0, 0.0, 0.5, 1.0, 1.5, 2.0)


@dataclass(slots=True)
class Row:
    """A block or an aside: its signs, whether it was left over (None: neither), its draft and set, and its share.

    `asked` is what the trees ask of it.
    """

    signs: frozenset[str]
    left: bool | None
    of: str
    draft: str
    trap: bool
    text: str
    often: float
    number: int
    asked: Sequence[float] = ()

    @property
    def fold(self) -> str:
        """What may not be seen by what judges this row."""
        return _fold(self.of, self.draft)


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft: its set, its name, whether it is a trap, where it has residue, and where nothing is known."""

    of: str
    name: str
    trap: bool
    residue: Sequence[Span]
    unknown: Sequence[Span]
    often: float
    left_over: bool = True


def main() -> None:
    """Fit and write the weights and trees, or score them by folds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--half", choices=("even", "odd"), default="even", help="the half of the corpus to learn from")
    parser.add_argument("--folds", action="store_true", help="score by folds and write nothing")
    options = parser.parse_args()
    linter = Linter(Settings(select=("BOI",)))
    drafts = (*_written(), *_printed(linter, options.corpus, options.half))
    blocks, asides, chain = learn([Told(linter.read_text(text, name), draft) for text, name, draft in drafts], linter)
    if options.folds:
        _show_folds("blocks", blocks)
        _show_folds("asides", asides)
        return
    (shipped_folder() / "models" / "residue-chain.json").write_bytes(msgspec.json.encode(chain) + b"\n")
    for rows, lexicon, model in (
        (blocks, "residue-register", "residue-blocks"),
        (asides, "residue-asides", "residue-asides"),
    ):
        weights, trees = fit(rows), grow(rows)
        _write(lexicon, weights, model, trees)
        left = sum(row.left is True for row in rows)
        print(f"{model}: {len(rows)} read, {left} left over; {len(weights)} weights, {len(trees.trees)} trees")


def _write(lexicon: str, weights: SignWeights, model: str, trees: Trees) -> None:
    head = "# What words, voice and shape add to the log-odds of residue; by benchmarks/register.py.\n"
    lines = sorted(f"{sign} {weight:.2f}" for sign, weight in weights.items() if abs(weight) >= _LIGHTEST)
    text = head + "".join(f"{line}\n" for line in lines)
    (shipped_folder() / "lexicons" / f"{lexicon}.txt").write_text(text, encoding="utf-8")
    (shipped_folder() / "models" / f"{model}.json").write_bytes(msgspec.json.encode(trees) + b"\n")


def _written() -> Iterator[tuple[str, str, Draft]]:
    """Yield the drafts that were written for the benchmark."""
    for path in sorted(_DATA.glob("residue*")):
        for item in read(path):
            draft = item["draft"]
            spans = [Span(at, at + len(part)) for part in item["residue"] if (at := draft.find(part)) >= 0]
            left_over = item["family"] != "scraper"  # damage and repeats have the words of the story
            told = Draft(path.stem, f"{path.stem} {item['id']}", not spans, spans, (), _TRAP, left_over)
            yield draft, "draft" + item.get("suffix", ".txt"), told


def _printed(linter: Linter, corpus: Path, half: str) -> Iterator[tuple[str, str, Draft]]:
    """Yield the stories of the corpus."""
    for article in articles(corpus):
        if half_of(article.name) == half:
            known = [Span(each.start.offset, each.end.offset) for each in linter.lint_text(article.text).diagnostics]
            yield article.text, "story.txt", Draft(_CORPUS, article.name, False, known, article.discards, 1.0)


def _fold(of: str, draft: str) -> str:
    """The set of a draft, or its half of the corpus, which is larger than any."""
    return of + (half_of(draft + " again") if of == _CORPUS else "")


class Told:
    """A draft that was read: its blocks and asides, and the words of its blocks."""

    def __init__(self, story: Story, draft: Draft) -> None:
        self.draft, self._story = draft, story
        self.fold = _fold(draft.of, draft.name)
        analysis = story.analysis
        sentences: list[list[Span]] = [[] for _ in analysis.blocks]
        for sentence in analysis.sentences:
            sentences[sentence.block].append(sentence.span)
        self._given = analysis, sentences, strangers(analysis), blanks_of(marks(analysis))
        self.asides: list[Row] = []
        self.blocks = list(self._blocks())

    def _row(self, number: int, span: Span, signs: frozenset[str], is_run: bool = False) -> Row | None:
        """Return a passage as a row, or None if nothing is known of it."""
        draft, analysis = self.draft, self._story.analysis
        source = self._story.prose.offsets.source_span(span)
        text = analysis.slice(span)
        if not source or not signs or (text in STORY and draft.of.startswith(_OUT_OF_PLACE)):
            return None
        parts = [(max(0, min(part.end, source.end) - max(part.start, source.start)), part) for part in draft.residue]
        covered, size = sum(count for count, _ in parts), source.end - source.start
        most, of_it = max(parts, key=itemgetter(0), default=(0, source))
        whole = covered >= _OF_IT * size and (not is_run or most >= _OF_PIECE * (of_it.end - of_it.start))
        left = False if not covered else True if whole else None
        if (left is False and any(map(source.overlaps, draft.unknown))) or (left and not draft.left_over):
            left = None
        return Row(signs, left, draft.of, draft.name, draft.trap, text, 1.0 if left else draft.often, number)

    def _blocks(self) -> Iterator[Row]:
        around = Surroundings(*self._given)
        for number, block in enumerate(self._given[0].blocks):
            if whole := self._row(number, block.span, around.signs(number)):
                yield whole
                found = (
                    self._row(number, one.unit.span, one.signs) for one in around.asides(number) if one.kind == "unit"
                )
                self.asides += filter(None, found)

    def judged_by(self, weights: Weights) -> tuple[list[Row], list[Row]]:
        """Return the blocks and the asides with what the trees ask of each, judged by these weights."""
        around = Surroundings(*self._given, weights)
        asides: list[Row] = []
        for block in self.blocks:
            block.asked = around.row(block.number)
            for aside in around.asides(block.number):
                if row := self._row(block.number, aside.unit.span, aside.signs, aside.kind != "unit"):
                    row.asked = around.aside_row(block.number, aside)
                    asides.append(row)
        return self.blocks, asides

    def words(self) -> Iterator[Labelled]:
        """Yield the words of each block whose residue is known, with whether each was left over."""
        draft, analysis = self.draft, self._given[0]
        source_span = self._story.prose.offsets.source_span
        for part, row in in_each(analysis, chain_row):
            if part.text in STORY and draft.of.startswith(_OUT_OF_PLACE):
                continue
            left = []
            for start, end in zip(row.found.start, row.found.end, strict=True):
                source = source_span(Span(part.start + start, part.start + end))
                left.append(source is not None and any(map(source.overlaps, draft.residue)))
            unknown = (span := source_span(part.block.span)) and any(map(span.overlaps, draft.unknown))
            if any(left) or not unknown:
                yield Labelled(row, left, frozenset((self.fold,)), _OFTEN if draft.trap else 1)

    def passages(self) -> Iterator[tuple[bool, Passage]]:
        """Yield what synthetic damage is made of: (True, a piece of residue) and (False, a paragraph of the story)."""
        draft, (analysis, sentences, *_) = self.draft, self._given
        if draft.left_over:
            for part in draft.residue:
                text = self._story.draft.text[part.start : part.end].strip()
                if _PIECE[0] <= len(text) <= _PIECE[1]:
                    yield True, Passage(self.fold, text)
        for row in self.blocks:
            start = analysis.blocks[row.number].span.start
            if row.left is False and len(row.text) > _HOST:
                seams = [at - start for span in sentences[row.number] for at in (span.start, span.end)]
                yield False, Passage(self.fold, row.text, seams)


def learn(told: Sequence[Told], linter: Linter) -> tuple[list[Row], list[Row], Chain]:
    """Return the blocks and asides with what the trees ask of each, and the chain fitted on all words."""
    labelled = [each for one in told for each in one.words()]
    passages = [each for one in told for each in one.passages()]
    pieces = sorted({piece.text: piece for is_piece, piece in passages if is_piece}.values(), key=attrgetter("text"))
    hosts = [host for is_piece, host in passages if not is_piece]
    for text, start, end, of in put_together(hosts, pieces, _PUT_TOGETHER):
        analysis = linter.read_text(text, "draft.txt").analysis
        for part, row in in_each(analysis, chain_row):
            left = [start <= part.start + at < end for at in row.found.start]
            labelled.append(Labelled(row, left, of))
    folds = _folds(told)
    kept = [[each for each in labelled if each.of.isdisjoint({one.fold for one in fold})] for fold in folds]
    with ProcessPoolExecutor(_PROCESSES) as processes:
        chains = list(processes.map(train, [*kept, labelled]))
    blocks: list[Row] = []
    asides: list[Row] = []
    for fold, chain in zip(folds, chains[:-1], strict=True):
        own = {one.draft.name for one in fold}
        rest = [one for one in told if one.draft.name not in own]
        of_blocks = _weigher(fit([row for one in rest for row in one.blocks]))
        of_asides = _weigher(fit([row for one in rest for row in one.asides]))
        weights = Weights(of_blocks, of_asides, chain)
        for one in fold:
            of_draft, parts = one.judged_by(weights)
            blocks += of_draft
            asides += parts
    return blocks, asides, chains[-1]


def fit(rows: Sequence[Row]) -> SignWeights:
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


def _folds(told: Sequence[Told]) -> list[list[Told]]:
    """The drafts in a few folds, all of a set in one; those of the corpus in two, as no set is as large."""
    sets: dict[str, list[Told]] = {}
    for one in told:
        sets.setdefault(one.fold, []).append(one)
    folds: list[list[Told]] = [[] for _ in range(_FOLDS)]
    for some in sorted(sets.values(), key=_size, reverse=True):
        min(folds, key=_size).extend(some)
    return folds


def _size(some: Sequence[Told]) -> int:
    return sum(len(one.blocks) for one in some)


def _weigher(weights: SignWeights) -> Weigh:
    constant = weights["constant"]
    return lambda signs: fsum((constant, *(weights.get(sign, 0.0) for sign in signs)))


def grow(rows: Sequence[Row]) -> Trees:
    """Return trees fitted to tell what was left over from what they ask of each row."""
    told = [row for row in rows if row.left is not None]
    asked = np.array([row.asked for row in told])
    rising = [1] + [0] * (asked.shape[1] - 1)  # the more a passage reads like residue by itself, the likelier it is
    model = HistGradientBoostingClassifier(**_TREES, monotonic_cst=rising)
    model.fit(asked, [row.left for row in told], sample_weight=[row.often for row in told])
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


def _show_folds(what: str, rows: Sequence[Row]) -> None:
    scored: list[tuple[float, Row]] = []
    sets = sorted({row.fold for row in rows})
    for first in range(_FOLDS):
        own = set(sets[first::_FOLDS])
        trees = grow([row for row in rows if row.fold not in own])
        scored += [(trees.log_odds(row.asked), row) for row in rows if row.fold in own]
    left = [odds for odds, row in scored if row.left]
    traps = {row.draft for row in rows if row.trap}
    for least in _LIMITS:
        found = sum(odds > least for odds in left)
        over = [row for odds, row in scored if row.left is False and odds > least]
        failed = {row.draft for row in over if row.trap}
        beside = sum(not row.trap and row.of != _CORPUS for row in over)
        corpus = sum(row.of == _CORPUS for row in over)
        print(
            f"{what} above {least}: {found / len(left):.1%} of {len(left)} left over, {len(failed)} of {len(traps)} "
            f"traps, {beside} beside, {corpus} of the corpus"
        )
    for name in sorted({row.of for row in rows}):
        own_rows = [(odds > 1.0, row) for odds, row in scored if row.of == name]
        some = [over for over, row in own_rows if row.left]
        failed = {row.draft for over, row in own_rows if over and row.left is False and row.trap}
        all_traps = {row.draft for _, row in own_rows if row.trap}
        print(f"  {name}: {sum(some)} of {len(some)} left over above 1.0, {len(failed)} of {len(all_traps)} traps")


if __name__ == "__main__":
    main()
