"""Fits what weighs residue: the lasso for its signs, and the trees for how it reads, stands and is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from told import Row

from attribution_lint.checks.boilerplate.register import weighed
from attribution_lint.checks.boilerplate.surroundings import Weigh
from attribution_lint.checks.boilerplate.trees import Tree, Trees
from attribution_lint.checks.boilerplate.wording import PREFIX

SignWeights = dict[str, float]
_RAREST = 3
_LASSO = 1.0  # how much a weight may be worth against what it explains
OF_BLOCKS = {"max_iter": 150, "max_leaf_nodes": 8, "l2_regularization": 5.0}
OF_ASIDES = {"max_iter": 300, "max_leaf_nodes": 16, "l2_regularization": 10.0}  # of which more can be learnt
_ALL_TREES = {"learning_rate": 0.06, "random_state": 0}
_SMALL = re.compile(r"\b[a-z]+\b")
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+\b")


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


def weigher(weights: SignWeights) -> Weigh:
    return partial(weighed, weights)


def grow(rows: Sequence[Row], size: Mapping[str, float]) -> Trees:
    """Return trees of that size, fitted to tell what was left over from what they ask of each row."""
    told = [row for row in rows if row.left is not None]
    asked = np.array([row.asked for row in told])
    rising = [1] + [0] * (asked.shape[1] - 1)  # the more a passage reads like residue by itself, the likelier it is
    model = HistGradientBoostingClassifier(**_ALL_TREES, **size, monotonic_cst=rising)
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
