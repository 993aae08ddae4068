"""No pattern of ours takes more than about twice the time for twice the text, whatever the text."""

from __future__ import annotations

import ast
import functools
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import regex

import attribution_lint
from attribution_lint import packs
from attribution_lint.checks.patterns import OPTIONS, _matcher
from tests.abuse.patterns import slow_text

_WAYS = frozenset({"match", "fullmatch", "search", "finditer"})


def _modules() -> list[str]:
    found = pkgutil.walk_packages(attribution_lint.__path__, "attribution_lint.")
    return sorted(module.name for module in found if not module.name.endswith("__main__"))


def _patterns(name: str) -> Iterator[tuple[str, Any, frozenset[str]]]:
    """Yield each pattern of a module with its name and how it is used; in every way if that cannot be told."""
    module = importlib.import_module(name)
    source = Path(str(module.__file__)).read_text(encoding="utf-8")
    for key, value in vars(module).items():
        if isinstance(value, functools._lru_cache_wrapper) and value.__module__ == name:
            if inspect.signature(value).parameters:
                continue
            value = value()
        for pattern in _inside(value):
            used = re.findall(rf"\b{re.escape(key)}(?:\(\))?\.(\w+)\(", source)
            yield key, pattern, _ways(used)
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id in {"re", "regex"}
            and node.args
            and isinstance(node.args[0], ast.Constant)
            and isinstance(node.args[0].value, str)
            and node.func.attr not in {"compile", "escape"}
        ):
            compiled = (re if node.func.value.id == "re" else regex).compile(node.args[0].value)
            yield f"line {node.lineno}", compiled, _ways([node.func.attr])


def _ways(names: list[str]) -> frozenset[str]:
    """How a pattern is used, as far as it matters; to find all or to split is to look through."""
    return frozenset(name if name in _WAYS else "finditer" for name in names) or _WAYS


def _inside(value: object, depth: int = 2) -> Iterator[Any]:
    if isinstance(value, re.Pattern | regex.Pattern):
        yield value
    elif depth and isinstance(value, tuple | list | set | frozenset):
        for item in value:
            yield from _inside(item, depth - 1)
    elif depth and isinstance(value, dict):
        for item in value.values():
            yield from _inside(item, depth - 1)


def _search(pattern: Any, ways: frozenset[str]) -> Any:
    if ways & {"search", "finditer"}:
        return lambda text: sum(1 for _ in pattern.finditer(text))
    return lambda text: [getattr(pattern, way)(text) for way in ways]


@pytest.mark.nightly
@pytest.mark.parametrize("module", _modules())
def test_patterns_of_the_code_are_linear(module: str) -> None:
    slow = {
        f"{name}: {pattern.pattern[:80]}": text
        for name, pattern, ways in _patterns(module)
        if isinstance(pattern.pattern, str) and (text := slow_text(pattern.pattern, _search(pattern, ways)))
    }
    assert slow == {}


def _data_rules() -> list[Any]:
    return [rule for _, rule in sorted(packs.load().rules.items()) if rule.kind in OPTIONS]


@pytest.mark.nightly
@pytest.mark.parametrize("rule", _data_rules(), ids=lambda rule: rule.code)
def test_patterns_of_the_rules_are_linear(rule: Any) -> None:
    slow = {
        pattern.pattern: text
        for pattern in _matcher(rule).patterns
        if (text := slow_text(pattern.pattern, _search(pattern, _WAYS)))
    }
    assert slow == {}


@pytest.mark.nightly
@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(?:\w+\s?)+!", r"[A-Za-z]+-\s", r"\s*$", r"(?:a|a)*b", r"x*x*y"])
def test_what_is_measured_tells_a_slow_pattern(pattern: str) -> None:
    assert slow_text(pattern, lambda text: list(re.finditer(pattern, text)))


@pytest.mark.nightly
@pytest.mark.parametrize("pattern", [r"\bsaid\b", r"(?<![A-Za-z])[A-Za-z]{1,40}-", r"[^\n]+", r"\d+", r"(?:ab)+"])
def test_what_is_measured_lets_a_sound_pattern_be(pattern: str) -> None:
    assert slow_text(pattern, lambda text: list(re.finditer(pattern, text))) is None
