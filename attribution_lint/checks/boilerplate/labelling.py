"""Weighs the words of blocks by a chain: all blocks at once where words are asked alone, then each along its words.

A draft has hundreds of words, and each is asked a dozen things: they are looked up and added in rows, not one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise, repeat
from math import exp
from operator import add
from typing import Any

import numpy as np
from numpy.typing import NDArray

from attribution_lint.checks.boilerplate.chain import BEGIN, END, Chain, Row, shipped_chain
from attribution_lint.checks.boilerplate.wording import PREFIX

Odds = NDArray[np.float64]
_MOST = 30.0  # log-odds that one word may add; more is as sure and would overflow
_LEAST = 1e-18  # odds of nothing


class _Numbers(dict[str, int]):
    """The numbers of words; one without a number has that of the letters it begins with, and else 0."""

    openings: dict[str, int]

    def __missing__(self, word: str) -> int:
        return self.openings.get(word[:PREFIX], 0) if _has_opening(word) else 0


class _Table:
    """Weights by what they are for, in as many columns."""

    def __init__(self, weights: Mapping[str, Any], columns: int = 1) -> None:
        self._numbers = dict(zip(weights, range(1, len(weights) + 1), strict=True))
        self._columns: Odds = np.zeros((columns, len(weights) + 1))
        if weights:
            self._columns[:, 1:] = np.array(list(weights.values())).T

    def of(self, names: Iterable[str]) -> Odds:
        """Return the weights of each name, a row for each column."""
        found: Odds = self._columns[:, list(map(self._numbers.get, names, repeat(0)))]
        return found


class Labelling:
    """A chain made ready to weigh the words of many blocks."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._steps = tuple(map(exp, chain.passages))
        words, openings = chain.words, chain.openings
        self._words = _Numbers(zip(words, range(1, len(words) + 1), strict=True))
        self._words.openings = dict(zip(openings, range(len(words) + 1, len(words) + len(openings) + 1), strict=True))
        self._alone: Odds = np.zeros((3, len(words) + len(openings) + 1))
        if words:
            self._alone[:, 1 : len(words) + 1] = np.array(list(words.values())).T
        self._alone[0, len(words) + 1 :] = list(openings.values())
        for form, number in self._words.items():
            if form[:PREFIX] in openings and _has_opening(form):
                self._alone[0, number] += openings[form[:PREFIX]]
        self._pairs, self._seams = _Table(chain.pairs, 2), _Table(chain.seams, 2)
        self._behind, self._ahead, self._bends = map(_Table, (chain.behind, chain.ahead, chain.bends))

    def said(self, rows: Sequence[Row]) -> Odds:
        """Return what each word says by itself and by its neighbours, in log-odds, one block behind another."""
        forms, shapes, joints, words, first, quoted = [], [], [], bytearray(), bytearray(), bytearray()
        for row in rows:
            forms += [BEGIN, *row.forms, END]
            ways = [*row.shapes, END]
            shapes += [BEGIN, *ways]
            joints += ["", *map(add, row.gaps, ways)]  # how each is joined to the one before
            words += b"\0" + b"\1" * len(row.forms) + b"\0"
            first += b"\0" + row.first + b"\0"
            quoted += b"\0" + row.quoted + b"\0"
        itself, behind, ahead = self._alone[:, list(map(self._words.__getitem__, forms))]
        before_space = list(map(add, forms, repeat(" ")))
        second, before = self._pairs.of(map(add, before_space, forms[1:]))
        seams = list(map(add, shapes, joints[1:]))
        seam_second, seam_first = self._seams.of(seams)
        odds: Odds = itself + self._chain.constant
        odds += self._chain.first * np.frombuffer(first, np.uint8)
        odds += self._chain.quoted * np.frombuffer(quoted, np.uint8)
        odds[1:] += behind[:-1] + second + seam_second + self._behind.of(map(add, before_space, joints[1:]))[0]
        odds[:-1] += ahead[1:] + before + seam_first + self._ahead.of(map(add, before_space[1:], joints))[0]
        odds[1:-1] += self._bends.of(map(add, seams, joints[2:]))[0]
        found: Odds = odds[np.frombuffer(words, np.bool_)]
        return found

    def log_odds(self, rows: Sequence[Row]) -> Iterator[list[float]]:
        """Yield for each block the log-odds that each word was left over, all others considered.

        By the forward-backward recursion, in odds rather than chances: between two labels that is one number a word.
        """
        each = np.exp(np.clip(self.said(rows), -_MOST, _MOST)).tolist()
        ends = [0, *accumulate(len(row.forms) for row in rows)]
        forward: list[float] = []
        backward: list[float] = []
        for first, past in pairwise(ends):
            self._go_along(each[first:past], forward, backward)
        odds = np.log(np.maximum(np.multiply(forward, backward), _LEAST)).tolist()
        for first, past in pairwise(ends):
            yield odds[first:past]

    def _go_along(self, each: list[float], forward: list[float], backward: list[float]) -> None:
        """Add what the words before each of a block say with it, and what those behind it say of it."""
        if not each:
            return
        stay, leave, enter, go_on = self._steps
        forward.append(last := each[0])
        for value in each[1:]:
            forward.append(last := value * (stay * last + enter) / (leave * last + go_on))
        behind = [last := 1.0]
        for value in each[:0:-1]:
            last *= value
            behind.append(last := (stay * last + leave) / (enter * last + go_on))
        backward += behind[::-1]


@cache
def shipped_labelling() -> Labelling:
    """Return what weighs words by the chain that ships with the rules."""
    return Labelling(shipped_chain())


def runs(odds: list[float]) -> Iterator[tuple[int, int]]:
    """Yield the first number of each run of words that are likely left over, and the one past it."""
    begin = None
    for number, value in enumerate([*odds, -1.0]):
        if value > 0 and begin is None:
            begin = number
        elif value <= 0 and begin is not None:
            yield begin, number
            begin = None


def _has_opening(word: str) -> bool:
    return len(word) > PREFIX and word.isalpha()
