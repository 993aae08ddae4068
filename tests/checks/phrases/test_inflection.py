"""Regular inflection as the lexicons need it."""

from __future__ import annotations

import pytest

from attribution_lint.checks.phrases import inflection


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("agency", "agencies"), ("analysis", "analyses"), ("spokeswoman", "spokeswomen"), ("human", "humans"),
     ("church", "churches"), ("monarch", "monarchs"), ("father-in-law", "fathers-in-law"),
     ("grandchild", "grandchildren")],
)  # fmt: skip
def test_plurals(noun: str, plural: str) -> None:
    assert inflection.plural(noun) == plural


@pytest.mark.parametrize(
    ("verb", "third", "past", "progressive"),
    [("deny", "denies", ("denied",), ("denying",)), ("admit", "admits", ("admitted",), ("admitting",)),
     ("quip", "quips", ("quipped",), ("quipping",)),
     ("signal", "signals", ("signaled", "signalled"), ("signaling", "signalling")),
     ("mimic", "mimics", ("mimicked",), ("mimicking",)), ("utter", "utters", ("uttered",), ("uttering",))],
)  # fmt: skip
def test_verb_forms(verb: str, third: str, past: tuple[str, ...], progressive: tuple[str, ...]) -> None:
    assert inflection.third_person(verb) == third
    assert inflection.past(verb) == past
    assert inflection.participle(verb) == progressive
