"""How much a context speaks for a slot, and a damaged word for the one that was meant: weights counted from a corpus.

The context's weights are those of a logistic regression over its features, the damage's those of a noisy channel
(Kernighan, Church and Gale 1990; Golding and Roth 1999 on words that exist but do not fit). They are knowledge of
the language, made by `benchmarks/evidence.py` from any annotated corpus, and kept as lexicons.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from attribution_lint.checks.phrases.context import Feature
from attribution_lint.packs import shipped_lexicon

SlotName = Literal["cue", "source"]


@dataclass(frozen=True, eq=False)
class Evidence:
    """The weights of a slot: of contexts, of ranking, of detecting; how often a word fills it, as a natural log."""

    slot: SlotName
    contexts: dict[Feature, float]
    ranking: dict[str, float]
    detecting: dict[str, float]
    prior: dict[str, float]

    def of(self, features: Iterable[Feature]) -> float:
        """Return the log odds that a context is one of the slot."""
        contexts = self.contexts
        return contexts[_CONSTANT] + sum([contexts.get(feature, 0.0) for feature in features])


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
        what, *names, weight = entry.split()
        if what in tables:
            tables[what][names[0]] = float(weight)
        else:
            found.contexts[what, *names] = float(weight)
    return found
