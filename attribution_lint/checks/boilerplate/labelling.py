"""Weighs the words of blocks by a chain: all blocks at once where words are asked alone, then each along its words.

A draft has hundreds of words, and each is asked a dozen things: they are looked up and added in rows, not one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, count, pairwise
from math import exp
from typing import Any

import numpy as np
from numpy.typing import NDArray

from attribution_lint.checks.boilerplate.chain import BEGIN, END, Chain, Row, shipped_chain
from attribution_lint.checks.boilerplate.wording import PREFIX

Odds = NDArray[np.float64]
Numbers = NDArray[np.int64]
_MOST = 30.0  # log-odds that one word may add; more is as sure and would overflow
_LEAST = 1e-18  # odds of nothing
_NOTHING = (0.0, 0.0)
_WIDTH = 2**20  # more than there are ways; three numbers below it are one of 64 bits
_ODD = 0x1E3779B97F4A7C15  # spreads the hash of the first of two over those of the second
_MOST_KEPT = 32768  # words, and what three ways in a row say. Bounds memory.


class _Numbers(dict[str, int]):
    """The numbers of words; one without a number has that of the letters it begins with, and else 0."""

    openings: dict[str, int]

    def __missing__(self, word: str) -> int:
        number = self.openings.get(word[:PREFIX], 0) if _has_opening(word) else 0
        if len(self) < _MOST_KEPT:
            self[word] = number
        return number


class _Table:
    """Weights by the hashes of two strings, in as many columns.

    A string keeps its hash, so that nothing is looked up; that two pairs share a number is next to impossible.
    """

    def __init__(self, first: Numbers, second: Numbers, weights: Iterable[Any], columns: int = 1) -> None:
        keys = first * _ODD + second
        order = np.argsort(keys)
        self._keys = np.append(keys[order], np.iinfo(np.int64).max)
        self._columns: Odds = np.zeros((columns, len(keys) + 1))
        if len(keys):
            self._columns[:, :-1] = np.array(list(weights)).T[..., order]

    def of(self, first: Numbers, second: Numbers) -> Odds:
        """Return the weights of each two, a row for each column."""
        keys = first * _ODD + second
        places = np.searchsorted(self._keys, keys)
        found: Odds = self._columns[:, places] * (self._keys[places] == keys)
        return found


class _Ways(dict[tuple[str, str], int]):
    """Numbers for how words are joined to the one before and written, given out as such words are met."""

    def __init__(self) -> None:
        super().__init__()
        self.met: list[tuple[str, str]] = []
        self.joints: list[int] = []  # the hash of the first of each

    def __missing__(self, way: tuple[str, str]) -> int:
        joint = way[0] + way[1]
        self.met.append((joint, way[1]))
        self.joints.append(hash(joint))
        number = self[way] = len(self)
        return number


class _Written(dict[int, float]):
    """What the ways of three words in a row say of the second, worked out for each three when they are first met."""

    def __init__(self, chain: Chain, ways: _Ways) -> None:
        super().__init__()
        self._chain, self.ways = chain, ways

    def __missing__(self, ways: int) -> float:
        met, seams = self.ways.met, self._chain.seams
        joint, shape = met[ways // _WIDTH % _WIDTH]
        joint_behind, seam = met[ways % _WIDTH][0], met[ways // _WIDTH**2][1] + joint
        odds = seams.get(seam, _NOTHING)[0] + seams.get(shape + joint_behind, _NOTHING)[1]
        odds += self._chain.bends.get(seam + joint_behind, 0.0)
        self[ways] = odds
        return odds


class Labelling:
    """A chain made ready to weigh the words of many blocks."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._steps = tuple(map(exp, chain.passages))
        words, openings = chain.words, chain.openings
        self._words = _Numbers(zip(words, count(1)))
        self._words.openings = dict(zip(openings, count(len(words) + 1)))
        self._alone: Odds = np.zeros((3, len(words) + len(openings) + 1))
        if words:
            self._alone[:, 1 : len(words) + 1] = np.array(list(words.values())).T
        self._alone[0, len(words) + 1 :] = list(openings.values())
        for form, number in self._words.items():
            if form[:PREFIX] in openings and _has_opening(form):
                self._alone[0, number] += openings[form[:PREFIX]]
        paired = _hashes(" ".join(chain.pairs).split())
        self._pairs = _Table(paired[::2], paired[1::2], chain.pairs.values(), 2)
        self._behind, self._ahead = map(_beside, (chain.behind, chain.ahead))
        self._written = _Written(chain, _Ways())

    def said(self, rows: Sequence[Row]) -> Odds:
        """Return what each word says by itself and by its neighbours, in log-odds, one block behind another."""
        forms, shapes, gaps, words, first, quoted = [], [], [], bytearray(), bytearray(), bytearray()
        for row in rows:
            forms += [BEGIN, *row.forms, END]
            shapes += [BEGIN, *row.shapes, END]
            gaps += ["", *row.gaps]
            words += b"\0" + b"\1" * len(row.forms) + b"\0"
            first += row.first
            quoted += row.quoted
        if len(self._written) > _MOST_KEPT:
            self._written = _Written(self._chain, _Ways())
        written = self._written
        word, way = _hashes(forms), _numbers(written.ways, zip(gaps, shapes, strict=True))
        joint = np.array(written.ways.joints, np.int64)[way]
        odds, behind, ahead = self._alone[:, _numbers(self._words, forms)]
        second, before = self._pairs.of(word[:-1], word[1:])
        odds[1:] += behind[:-1] + second + self._behind.of(word[:-1], joint[1:])[0]
        odds[:-1] += ahead[1:] + before + self._ahead.of(word[1:], joint[:-1])[0]
        inside = np.frombuffer(words, np.bool_)
        found: Odds = odds[inside] + self._chain.constant
        found += self._chain.first * np.frombuffer(first, np.uint8)
        found += self._chain.quoted * np.frombuffer(quoted, np.uint8)
        ways = (way[:-2] * _WIDTH + way[1:-1]) * _WIDTH + way[2:]
        found += list(map(written.__getitem__, ways[inside[1:-1]].tolist()))
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


def _beside(weights: Mapping[str, float]) -> _Table:
    """Return the table of weights that are by a word, a space, and how another is joined."""
    names = [name.partition(" ") for name in weights]
    return _Table(_hashes(word for word, _, _ in names), _hashes(joint for _, _, joint in names), weights.values())


def _hashes(those: Iterable[str]) -> Numbers:
    return np.array(list(map(hash, those)), np.int64)


def _numbers(known: Mapping[Any, int], those: Iterable[Any]) -> Numbers:
    return np.array(list(map(known.__getitem__, those)), np.int64)


def _has_opening(word: str) -> bool:
    return len(word) > PREFIX and word.isalpha()
