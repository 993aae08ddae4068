"""A quick look at a context, by which nearly all words are passed over before it is weighed feature by feature.

The weights are those of `Evidence.of`. What lies on one side of a word is added up once and kept, as much of it comes
again; so the sums are made in another order and may differ in their last digits: they screen, and decide nothing.
"""

from __future__ import annotations

from functools import lru_cache

from attribution_lint.checks.phrases.context import Feature, Surroundings
from attribution_lint.checks.phrases.evidence import Evidence, SlotName, evidence

SLOTS: dict[SlotName, int] = {"cue": 1, "source": 2}
"""The slots in their order, each with its bit in a set of them."""
_ROUNDING = 1e-6
_MOST_KEPT = 32768  # sums of each sort
_Sums = tuple[float, float]


class Screen:
    """The log odds that a context is one of a cue, and one of a source, all but exactly."""

    def __init__(self, cue: Evidence, source: Evidence) -> None:
        self._weights = cue.contexts, source.contexts
        self._known: tuple[dict[tuple[str, ...], _Sums], ...] = ({}, {}, {}, {})

    def passes(self, around: Surroundings, least: float) -> int:
        """Return the bits of the slots whose log odds can be more than `least`."""
        b3, b2, b1, a1, a2, a3, left, far, right, near = around
        befores, afters, inners, clauses = self._known
        key: tuple[str, ...]
        if (before := befores.get(key := (b3, b2, b1))) is None:
            before = self._learn(
                befores, key, _CONSTANT, ("b1", b1), ("b2", b2), ("b3", b3), ("b2b1", b2, b1), ("b3b2b1", b3, b2, b1)
            )
        if (after := afters.get(key := (a1, a2, a3))) is None:
            after = self._learn(afters, key, ("a1", a1), ("a2", a2), ("a3", a3), ("a1a2", a1, a2))
        if (inner := inners.get(key := (b2, b1, a1, a2))) is None:
            inner = self._learn(inners, key, ("b1a1", b1, a1), ("b2b1a1", b2, b1, a1), ("b1a1a2", b1, a1, a2))
        if (clause := clauses.get(key := (b1, a1, left, far, right, near))) is None:
            clause = self._learn(
                clauses,
                key,
                ("left", left, far),
                ("right", right, near),
                ("clause", left, right),
                ("b1right", b1, right),
                ("lefta1", left, a1),
            )
        least -= _ROUNDING
        cue, source = before[0] + after[0] + inner[0] + clause[0], before[1] + after[1] + inner[1] + clause[1]
        return (SLOTS["cue"] if cue > least else 0) | (SLOTS["source"] if source > least else 0)

    def _learn(self, known: dict[tuple[str, ...], _Sums], key: tuple[str, ...], *features: Feature) -> _Sums:
        if len(known) >= _MOST_KEPT:
            known.clear()
        cue, source = (sum([weights.get(feature, 0.0) for feature in features]) for weights in self._weights)
        known[key] = cue, source
        return cue, source


_CONSTANT: Feature = ("constant",)


@lru_cache(maxsize=1)
def screen() -> Screen:
    """Return the screen of the shipped weights, made once."""
    return Screen(evidence("cue"), evidence("source"))
