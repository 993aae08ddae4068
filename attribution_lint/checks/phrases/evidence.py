"""How much a context speaks for a slot, and a damaged word for the one that was meant: weights counted from a corpus.

The context's weights are those of a logistic regression over its features, the damage's those of a noisy channel
(Kernighan, Church and Gale 1990; Golding and Roth 1999 on words that exist but do not fit). They are knowledge of
the language, made by `benchmarks/evidence.py` from any annotated corpus, and kept as lexicons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Literal

from msgspec import Struct

from attribution_lint.checks.phrases.context import Feature, Surroundings
from attribution_lint.packs import shipped_lexicon

SlotName = Literal["cue", "source"]


class Evidence(Struct, frozen=True, eq=False, dict=True):
    """The weights of a slot: of contexts, of ranking, of detecting; how often a word fills it, as a natural log."""

    slot: SlotName
    contexts: dict[Feature, float]
    ranking: dict[str, float]
    detecting: dict[str, float]
    prior: dict[str, float]

    def of(self, features: Iterable[Feature]) -> float:
        """Return the log odds that a context is one of the slot."""
        contexts = self.contexts
        return contexts[_CONSTANT] + sum([contexts[feature] for feature in features if feature in contexts])

    def around(self, surroundings: Surroundings) -> float:
        """Return the log odds that a word with such surroundings fills the slot: those of their `features`, sooner."""
        b3, b2, b1, a1, a2, a3, left, far, right, near = surroundings
        one, two = self._by_one, self._by_two
        return self.contexts[_CONSTANT] + (
            one["b1"].get(b1, 0.0)
            + one["a1"].get(a1, 0.0)
            + two["b1a1"].get((b1, a1), 0.0)
            + one["b2"].get(b2, 0.0)
            + one["a2"].get(a2, 0.0)
            + one["b3"].get(b3, 0.0)
            + one["a3"].get(a3, 0.0)
            + two["b2b1"].get((b2, b1), 0.0)
            + two["a1a2"].get((a1, a2), 0.0)
            + two["left"].get((left, far), 0.0)
            + two["right"].get((right, near), 0.0)
            + two["clause"].get((left, right), 0.0)
            + two["b1right"].get((b1, right), 0.0)
            + two["lefta1"].get((left, a1), 0.0)
            + two["b3b2b1"].get((b3, b2, b1), 0.0)
            + two["b2b1a1"].get((b2, b1, a1), 0.0)
            + two["b1a1a2"].get((b1, a1, a2), 0.0)
        )

    @cached_property
    def _by_one(self) -> dict[str, dict[str, float]]:
        """The weights of the kinds that count alone, by what they are to the word."""
        found: dict[str, dict[str, float]] = defaultdict(dict)
        for (name, *kinds), weight in self.contexts.items():
            if len(kinds) == 1:
                found[name][kinds[0]] = weight
        return found

    @cached_property
    def _by_two(self) -> dict[str, dict[tuple[str, ...], float]]:
        """The weights of the kinds that count together, by what they are to the word."""
        found: dict[str, dict[tuple[str, ...], float]] = defaultdict(dict)
        for (name, *kinds), weight in self.contexts.items():
            if len(kinds) > 1:
                found[name][tuple(kinds)] = weight
        return found


def between(slot: Evidence, before: str, after: str) -> float:
    """Return the log odds of a slot between words of two kinds, whatever else stands around."""
    return slot.of((("b1", before), ("a1", after), ("b1a1", before, after)))


_CONSTANT: Feature = ("constant",)


@lru_cache(maxsize=2)
def evidence(slot: SlotName) -> Evidence:
    """Return the weights of a slot, read once."""
    if slot == "cue":
        return read(slot, shipped_lexicon("phrase-evidence-cue"))
    return read(slot, shipped_lexicon("phrase-evidence-source"))


def read(slot: SlotName, entries: Iterable[str]) -> Evidence:
    """Return the weights that the entries of a lexicon list: what they weigh, and the weight."""
    found = Evidence(slot, {}, {}, {}, {})
    tables = {"rank": found.ranking, "detect": found.detecting, "prior": found.prior}
    for entry in entries:
        names = entry.split()
        weight = float(names.pop())
        if names[0] in tables:
            tables[names[0]][names[1]] = weight
        else:
            found.contexts[tuple(names)] = weight
    return found
