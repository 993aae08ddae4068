"""Fits how residue reads: the weights of its register, the chain over its words, and the trees that weigh both.

    python benchmarks/register.py CORPUS [--half even] [--folds]

What was left over are the residue of `benchmarks/data`, and what is found already in an annotated corpus: nearly all
of that was seen to be residue by reading. What was reported are the paragraphs beside it, the traps, and those of the
corpus outside its marks of text to skip (`told.py`). The register is a logistic regression with a lasso that drops
light weights; names have none. The chain is a conditional random field over the words of a block (`chains.py`). The
trees (`weighing.py`) are fitted on what weights and chains from all other sets say of a set, as no passage may speak
for itself. Blocks are fitted apart from asides: the sentences, brackets and runs of words that are part of a block.
Written are `residue-register.txt` and `residue-asides.txt` in `rules/lexicons`, `residue-chain.json`,
`residue-blocks.json` and `residue-asides.json` in `rules/models`.
With `--folds` nothing is written: each set, of an author of its own, is scored by weights and trees from others.
Needs scikit-learn and python-crfsuite (`pip install -e '.[fit]'`).
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from operator import attrgetter
from pathlib import Path

import msgspec
from chains import Labelled, put_together, train
from told import CORPUS, Row, Told, printed, with_pieces, written
from weighing import OF_ASIDES, OF_BLOCKS, SignWeights, fit, grow, weigher

from attribution_lint.checks.boilerplate.chain import Chain
from attribution_lint.checks.boilerplate.chain import row as chain_row
from attribution_lint.checks.boilerplate.labelling import Labelling
from attribution_lint.checks.boilerplate.surroundings import Weights
from attribution_lint.checks.boilerplate.trees import Trees
from attribution_lint.linter import Linter
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_folder
from attribution_lint.settings import Settings

_LIGHTEST = 0.05
_FOLDS = 6
_PUT_TOGETHER = 16_000
_PROCESSES = 2
_LIMITS = (-1.0, 0.0, 0.5, 1.0, 1.5, 2.0)


def main() -> None:
    """Fit and write the weights and trees, or score them by folds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--half", choices=("even", "odd"), default="even", help="the half of the corpus to learn from")
    parser.add_argument("--folds", action="store_true", help="score by folds and write nothing")
    options = parser.parse_args()
    linter = Linter(Settings(select=("BOI",)))
    drafts = (*written(), *printed(linter, options.corpus, options.half))
    told = [Told(linter.read_text(text, name), draft) for text, name, draft in drafts]
    told += [Told(linter.read_text(text, name), draft) for text, name, draft in with_pieces(told)]
    blocks, asides, chain = learn(told, linter)
    if options.folds:
        _show_folds("blocks", blocks, OF_BLOCKS)
        _show_folds("asides", asides, OF_ASIDES)
        return
    (shipped_folder() / "models" / "residue-chain.json").write_bytes(msgspec.json.encode(chain) + b"\n")
    for rows, size, lexicon, model in (
        (blocks, OF_BLOCKS, "residue-register", "residue-blocks"),
        (asides, OF_ASIDES, "residue-asides", "residue-asides"),
    ):
        weights, trees = fit(rows), grow(rows, size)
        _write(lexicon, weights, model, trees)
        left = sum(row.left is True for row in rows)
        print(f"{model}: {len(rows)} read, {left} left over; {len(weights)} weights, {len(trees.trees)} trees")


def _write(lexicon: str, weights: SignWeights, model: str, trees: Trees) -> None:
    head = "# What words, voice and shape add to the log-odds of residue; by benchmarks/register.py.\n"
    lines = sorted(f"{sign} {weight:.2f}" for sign, weight in weights.items() if abs(weight) >= _LIGHTEST)
    text = head + "".join(f"{line}\n" for line in lines)
    (shipped_folder() / "lexicons" / f"{lexicon}.txt").write_text(text, encoding="utf-8")
    (shipped_folder() / "models" / f"{model}.json").write_bytes(msgspec.json.encode(trees) + b"\n")


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
        of_blocks = weigher(fit([row for one in rest for row in one.blocks]))
        of_asides = weigher(fit([row for one in rest for row in one.asides]))
        weights = Weights(of_blocks, of_asides, Labelling(chain))
        for one in fold:
            of_draft, parts = one.judged_by(weights)
            blocks += of_draft
            asides += parts
    return blocks, asides, chains[-1]


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


def _show_folds(what: str, rows: Sequence[Row], size: Mapping[str, float]) -> None:
    scored: list[tuple[float, Row]] = []
    sets = sorted({row.fold for row in rows})
    for first in range(_FOLDS):
        own = set(sets[first::_FOLDS])
        trees = grow([row for row in rows if row.fold not in own], size)
        scored += [(trees.log_odds(row.asked), row) for row in rows if row.fold in own]
    left = [odds for odds, row in scored if row.left]
    traps = {row.draft for row in rows if row.trap}
    for least in _LIMITS:
        found = sum(odds > least for odds in left)
        over = [row for odds, row in scored if row.left is False and odds > least]
        failed = {row.draft for row in over if row.trap}
        beside = sum(not row.trap and row.of != CORPUS for row in over)
        corpus = sum(row.of == CORPUS for row in over)
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
