"""Fits the weights by which figures without a source are graded, and writes them as a lexicon.

    python benchmarks/verdicts.py JUDGED.jsonl … [--corpus FOLDER] [--held-out JUDGED.jsonl …] [--into rules/lexicons]

A line of JUDGED is a draft whose figures were judged, {"id", "text", "figures": [{"start", "end", "editor"}]}, or a
verdict on a figure of a brat corpus, {"article", "start", "end", "editor"}; `editor` is query, soft or none, and
`reason`, if it is given, why not: official, market or method (an act or a price that is public), carried (by a source
nearby), or anything else. Offsets are code points. It prints, for drafts that the weights were not fitted on (those of
`--held-out`, or folds of all), how many warnings an editor keeps when so many of his queries are found. It needs
scikit-learn: `pip install -e '.[fit]'`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from brat import articles
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from attribution_lint.formats import read
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis, Figure
from attribution_lint.nlp.exemptions import shipped_exemptions
from attribution_lint.nlp.pipeline import STEPS
from attribution_lint.nlp.reach import settle_by_rule
from attribution_lint.nlp.reach.signs import Signs
from attribution_lint.nlp.reach.weighing import CAMPAIGN, CONSTANT, GROUNDS, WEIGHED, drawn_together
from attribution_lint.nlp.tokens import words_in

_SOFT = 0.3  # of a verdict's weight: a soft one is half a query, and often a matter of taste
_INVERSE_PENALTY = 0.05
_TOLERANCE = 1e-3
_ASKED = -1  # in place of the number of a ground
_GROUND_OF = {"official": 0, "market": 0, "method": 0, "carried": 1}
_RAREST = 5
_LIGHTEST = 0.03
# How large a sign stands in the regression: one that stands larger is penalised less, as words tell the most.
_SIZES = {"word": 1.4, "noun": 1.4, "left": 1.4, "right": 1.4, "opening": 1.4}
_SIZE_IN_POLITICS = 0.6
_FOLDS = 8
_RECALLS = (0.5, 0.6, 0.65, 0.7, 0.75, 0.8)
_IN_POLITICS = "&"


@dataclass(frozen=True)
class Judged:
    """A figure with its verdict, its signs and its paragraph; no signs if it was not found.

    It is not weighed if it has a source in its sentence.
    """

    draft: str
    editor: str
    reason: str
    signs: tuple[str, ...]
    is_weighed: bool
    paragraph: int = -1


def main() -> None:
    """Read the verdicts, show how far the weights carry, and write them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("verdicts", nargs="+", type=Path)
    parser.add_argument("--corpus", type=Path, help="brat files that verdicts by article are about")
    parser.add_argument("--held-out", nargs="+", type=Path, default=[], help="verdicts to score on, not to fit")
    parser.add_argument("--into", type=Path, help="the folder of lexicons to write to")
    options = parser.parse_args()
    texts = {each.name: each.text for each in articles(options.corpus)} if options.corpus else {}
    fitted = [figure for path in options.verdicts for figure in judged(path, texts)]
    if options.held_out:
        model = Model(fitted)
        for path in options.held_out:
            unseen = judged(path, texts)
            show(path.name, unseen, model.doubts(unseen))
    else:
        show("folds", fitted, _by_folds(fitted))
    if options.into:
        lines = Model(fitted).entries()
        head = (
            "# What speaks for a query: a sign, its weights, what a story of politics adds; by benchmarks/verdicts.py."
        )
        target = options.into / "figure-evidence.txt"
        target.write_text("\n".join([head, *sorted(lines)]) + "\n", encoding="utf-8")
        print(f"{len(lines)} weights written to {target}")


def judged(path: Path, texts: dict[str, str]) -> list[Judged]:
    """Return the figures of a file of verdicts with their signs."""
    found: list[Judged] = []
    by_draft: dict[str, tuple[str, list[dict[str, Any]]]] = {}
    whole: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if "figures" in entry:
            name = f"{path.name}:{entry['id']}"
            by_draft[name] = (entry["text"], entry["figures"])
            whole.add(name)
        else:
            by_draft.setdefault(entry["article"], (texts[entry["article"]], []))[1].append(entry)
    for name, (text, verdicts) in by_draft.items():
        found += _with_signs(name, text, verdicts, name in whole)
    return found


def _with_signs(name: str, text: str, verdicts: Sequence[dict[str, Any]], whole: bool) -> list[Judged]:
    """Return the figures of a draft; if the `whole` of it was judged, a slight one without a verdict is no query."""
    _, prose = read(text.encode(), "draft.txt", None)
    analysis = Analysis(prose.text, prose.blocks, words_in(prose.text))
    for step in STEPS:
        setattr(analysis, step.part, step.find(analysis))
    signs = Signs(settle_by_rule(analysis, shipped_exemptions()))
    at = {prose.offsets.source_span(figure.span): figure for figure in analysis.figures}
    found: list[Judged] = []
    judged_spans = [Span(verdict["start"], verdict["end"]) for verdict in verdicts]
    for verdict, judged_span in zip(verdicts, judged_spans, strict=True):
        figures = [figure for span, figure in at.items() if span.overlaps(judged_span)]
        figure = min(figures, key=lambda each: (each.status != "unattributed", each.soft), default=None)
        if figure is None:
            found.append(Judged(name, verdict["editor"], verdict.get("reason", ""), (), is_weighed=False))
            continue
        found.append(_with_verdict(name, verdict["editor"], verdict.get("reason", ""), signs, figure))
    for span, figure in at.items():
        if whole and figure.slight and not any(span.overlaps(judged_span) for judged_span in judged_spans):
            found.append(_with_verdict(name, "none", "", signs, figure))
    return found


def _with_verdict(name: str, editor: str, reason: str, signs: Signs, figure: Figure) -> Judged:
    own = tuple(signs.of(figure))
    politics = (CAMPAIGN, *(sign + _IN_POLITICS for sign in own)) if signs.is_campaign else ()
    return Judged(name, editor, reason, (*own, *politics), figure.status in WEIGHED, figure.block)


class Model:
    """A multinomial logistic regression over signs: to ask, or one of the grounds for not asking."""

    def __init__(self, figures: Sequence[Judged]) -> None:
        figures = [figure for figure in figures if figure.signs]
        used = Counter(sign for figure in figures for sign in set(figure.signs))
        self.known = {sign for sign, count in used.items() if count >= _RAREST}
        self.vectorizer = DictVectorizer()
        matrix = self.vectorizer.fit_transform([self._row(figure) for figure in figures])
        outcome = np.array([_ASKED if figure.editor != "none" else _ground_of(figure) for figure in figures])
        trust = np.array([_SOFT if figure.editor == "soft" else 1.0 for figure in figures])
        regression = LogisticRegression(C=_INVERSE_PENALTY, max_iter=3000, tol=_TOLERANCE)
        regression.fit(matrix, outcome, sample_weight=trust)
        asked, grounds = regression.coef_[0], regression.coef_[1:]  # classes are in order: what is asked comes first
        self.constant = np.round(regression.intercept_[0] - regression.intercept_[1:], 2)
        self.weights: dict[str, NDArray[np.float64]] = {}
        for column, name in enumerate(self.vectorizer.get_feature_names_out()):
            against = np.round((asked[column] - grounds[:, column]) * _size(name), 2)
            if np.abs(against).max() >= _LIGHTEST:
                self.weights[name] = against

    def _row(self, figure: Judged) -> dict[str, float]:
        return {sign: _size(sign) for sign in figure.signs if sign in self.known}

    def doubts(self, figures: Sequence[Judged]) -> NDArray[np.float64]:
        """Return the log odds of each figure; the least there is for one that is never weighed."""
        found = np.full(len(figures), -np.inf)
        weighed = [number for number, figure in enumerate(figures) if figure.is_weighed]
        alone = [((figures[at].draft, figures[at].paragraph), self._doubt(figures[at])) for at in weighed]
        found[weighed] = drawn_together(alone)
        return found

    def _doubt(self, figure: Judged) -> float:
        found = [self.weights[sign] for sign in figure.signs if sign in self.weights]
        return -float(np.log(np.exp(-np.sum([self.constant, *found], axis=0)).sum()))

    def entries(self) -> list[str]:
        """Return the lines of the lexicon."""
        signs = {CAMPAIGN, *(name.removesuffix(_IN_POLITICS) for name in self.weights)}
        nothing = np.zeros(len(GROUNDS))
        lines = [_entry(CONSTANT, self.constant, nothing)]
        for sign in signs:
            everywhere, added = (self.weights.get(name, nothing) for name in (sign, sign + _IN_POLITICS))
            lines.append(_entry(sign, everywhere, added))
        return lines


def _ground_of(figure: Judged) -> int:
    return _GROUND_OF.get(figure.reason, len(GROUNDS) - 1)


def _entry(sign: str, everywhere: NDArray[np.float64], added: NDArray[np.float64]) -> str:
    return " ".join([sign, *(f"{weight:.2f}" for weight in (*everywhere, *added))])


def _size(sign: str) -> float:
    size = _SIZES.get(sign.partition(":")[0], 1.0)
    return size * _SIZE_IN_POLITICS if sign.endswith(_IN_POLITICS) else size


def _by_folds(figures: Sequence[Judged]) -> NDArray[np.float64]:
    """Return the log odds of each figure by weights fitted on other drafts."""
    found = np.zeros(len(figures))
    groups = [figure.draft for figure in figures]
    for train, test in GroupKFold(_FOLDS).split(figures, groups=groups):
        model = Model([figures[number] for number in train])
        found[test] = model.doubts([figures[number] for number in test])
    return found


def show(name: str, figures: Sequence[Judged], doubts: NDArray[np.float64]) -> None:
    """Print how many warnings are kept at several shares of queries found, and where each begins."""
    verdicts = np.array([figure.editor for figure in figures])
    order = np.argsort(-doubts)
    queries = np.cumsum(verdicts[order] == "query")
    kept = np.cumsum(verdicts[order] != "none")
    print(f"{name}: {len(figures)} figures, {queries[-1]} queries")
    for recall in _RECALLS:
        last = int(np.searchsorted(queries, recall * queries[-1]))
        if not np.isfinite(doubts[order[last]]):
            print(f"  queries found {recall:.0%}: out of reach")
            break
        print(
            f"  queries found {recall:.0%}: kept {kept[last] / (last + 1):.0%} of {last + 1} warnings, "
            f"from {doubts[order[last]]:+.2f}"
        )


if __name__ == "__main__":
    main()
