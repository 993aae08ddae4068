"""Boosted trees that were fitted beforehand: what they are made of, and what they say of a row of numbers.

Friedman, "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29, 2001.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from attribution_lint.packs import shipped_folder


class Tree(msgspec.Struct, frozen=True, array_like=True):
    """A decision tree, a node a place: at a leaf its `feature` is -1 and its `value` what it adds."""

    feature: tuple[int, ...]
    value: tuple[float, ...]
    low: tuple[int, ...]
    high: tuple[int, ...]


class Trees(msgspec.Struct, frozen=True):
    """What all begin with, in log-odds, and the trees that add to it."""

    constant: float
    trees: tuple[Tree, ...]

    def log_odds(self, row: Sequence[float]) -> float:
        """Return the log-odds that a block with these features is residue."""
        odds = self.constant
        for tree in self.trees:
            node = 0
            while (feature := tree.feature[node]) >= 0:
                node = tree.low[node] if row[feature] <= tree.value[node] else tree.high[node]
            odds += tree.value[node]
        return odds


@cache
def shipped_trees(name: str) -> Trees:
    """Return the trees of that name of the shipped models."""
    return msgspec.json.decode((shipped_folder() / "models" / f"{name}.json").read_bytes(), type=Trees)
