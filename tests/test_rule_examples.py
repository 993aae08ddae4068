"""Every shipped rule shows itself at work: its examples are run to the exact span."""

from __future__ import annotations

import re

import pytest

from attribution_lint import checks, packs
from attribution_lint.examples import problems
from attribution_lint.model import Rule

RULES = packs.load().rules
FAMILIES = {"FIG", "ATT", "SRC", "QUO", "BOI", "REA", "LNT"}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_examples_hold(rule: Rule) -> None:
    assert list(problems(rule)) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_options_are_those_of_the_kind(rule: Rule) -> None:
    checks.validate(rule)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_is_written_out(rule: Rule) -> None:
    assert rule.code[:3] in FAMILIES
    assert len(rule.why.split()) >= 12
    assert rule.message[0].isupper() or not rule.message[0].isalpha()
    assert rule.message.endswith((".", "?", "”"))
    assert bool(rule.fix) == bool(rule.fixed), "show what the fix makes"


def test_names_are_used_once() -> None:
    names = [rule.name for rule in RULES.values()]
    assert sorted(set(names)) == sorted(names)


def test_no_code_is_declared_in_two_packs() -> None:
    declared: list[str] = []
    for path in sorted(packs.shipped_folder().glob("*.toml")):
        declared += re.findall(r'(?m)^code = "(\w+)"', path.read_text(encoding="utf-8"))
    assert sorted(set(declared)) == sorted(declared)
    assert set(declared) == set(RULES)
