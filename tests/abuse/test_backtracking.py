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
from attribution_lint import alternatives, packs
from attribution_lint.checks.boilerplate import marks
from attribution_lint.linter import Linter
from attribution_lint.nlp.exemptions import exemptions_of
from attribution_lint.patterns import LazyPattern
from attribution_lint.settings import Settings
from tests.abuse.patterns import slow_text

# Looked for in so many code points before a place, however long a text is.
_IN_A_WINDOW = {
    "attribution_lint.checks.boilerplate.inserts": {"_WORD_BEFORE"},
    "attribution_lint.nlp.figures.loose": {"_MIXED"},
    "attribution_lint.nlp.people": {"_BEFORE_NAME", "_NICKNAME"},
}
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
    if isinstance(value, re.Pattern | regex.Pattern | LazyPattern):
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
        if isinstance(pattern.pattern, str) and name not in _IN_A_WINDOW.get(module, ())
        if (text := slow_text(pattern.pattern, _search(pattern, ways)))
    }
    assert slow == {}


def test_what_is_passed_over_is_there() -> None:
    for module, names in _IN_A_WINDOW.items():
        assert names <= {name for name, _, _ in _patterns(module)}


_USED = {"after": "match"}


def _exemptions() -> list[tuple[Any, frozenset[str], str]]:
    """Each pattern of the shipped exemptions, how the figures of a story are held against it, and its name."""
    fields = ("sentence", "before", "after", "nearby", "unless")
    return [
        (pattern, frozenset({_USED.get(field, "search")}), f"{exemption.code}-{field}")
        for exemption in exemptions_of(list(packs.load().rules.values()))
        for field in fields
        if (pattern := getattr(exemption, field))
    ]


@pytest.mark.nightly
@pytest.mark.parametrize(
    ("pattern", "ways"), [pytest.param(pattern, ways, id=name) for pattern, ways, name in _exemptions()]
)
def test_patterns_of_the_rules_are_linear(pattern: Any, ways: frozenset[str]) -> None:
    assert slow_text(pattern.pattern, _search(pattern, ways)) is None


@pytest.mark.nightly
def test_patterns_that_are_made_while_linting_are_linear(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of a name, a rule or a lexicon; the functions that keep what they made are told to forget it first."""
    made: dict[tuple[str, str], tuple[Any, str]] = {}
    with monkeypatch.context() as patched:
        for module in (re, regex):
            patched.setattr(module, "compile", _noting(module.compile, made))
        for name in _modules():
            for value in vars(importlib.import_module(name)).values():
                if isinstance(value, functools._lru_cache_wrapper) and value.__module__ == name:
                    value.cache_clear()
        linter = Linter(Settings(select=("ALL",)))
        for rule in linter.library.rules.values():
            for example in (*rule.bad, *rule.good):
                linter.lint_text(example.text, "draft", example.format)
    assert len(made) > 10
    assert (alternatives.__file__, "pattern") in {(file, function) for (file, _), (_, function) in made.items()}
    package = "\n".join(path.read_text(encoding="utf-8") for path in Path(attribution_lint.__path__[0]).rglob("*.py"))
    known = {pattern.pattern for name in _modules() for _, pattern, _ in _patterns(name)}
    known |= {pattern.pattern for pattern, _, _ in _exemptions()}
    slow = {
        f"{function}: {pattern.pattern[:80]}": text
        for (file, _), (pattern, function) in made.items()
        if isinstance(pattern.pattern, str) and pattern.pattern not in known
        if (file, function) != (alternatives.__file__, "pattern")  # each form is held against its own use below
        if (text := slow_text(pattern.pattern, _search(pattern, _ways_of(function, package))))
    }
    assert slow == {}


@pytest.mark.nightly
@pytest.mark.parametrize("form", sorted(marks._LEXICONS))
def test_marks_of_residue_are_linear(form: str) -> None:
    """A form of marks is looked for in a story, or a line of few code points is held against it."""
    pattern, half = marks.patterns_of(form), marks._LONGEST_LINE // 2

    def search(text: str) -> object:
        if form in marks._ORDER:
            return sum(1 for _ in pattern.finditer(text))
        return pattern.fullmatch(text[:half] + text[half:][-half:])

    assert slow_text(pattern.pattern, search) is None


def _noting(compile: Any, made: dict[tuple[str, str], tuple[Any, str]]) -> Any:
    """Return `compile` that notes the patterns that a file of ours makes, and the functions that made them."""

    def noting(*args: Any, **more: Any) -> Any:
        frame = inspect.stack(context=0)[1]
        pattern = compile(*args, **more)
        if "attribution_lint" in frame.filename and frame.function != "<module>":
            made.setdefault((frame.filename, pattern.pattern), (pattern, frame.function))
        return pattern

    return noting


def _ways_of(function: str, package: str) -> frozenset[str]:
    """How the pattern that a function of the package returns is used, as far as its calls tell."""
    return _ways(re.findall(rf"\b{re.escape(function)}\((?:[^()]|\([^()]*\))*\)\.(\w+)\(", package))


@pytest.mark.nightly
@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(?:\w+\s?)+!", r"[A-Za-z]+-\s", r"\s*$", r"(?:a|a)*b", r"x*x*y"])
def test_what_is_measured_tells_a_slow_pattern(pattern: str) -> None:
    assert slow_text(pattern, lambda text: list(re.finditer(pattern, text)))


@pytest.mark.nightly
@pytest.mark.parametrize("pattern", [r"\bsaid\b", r"(?<![A-Za-z])[A-Za-z]{1,40}-", r"[^\n]+", r"\d+", r"(?:ab)+"])
def test_what_is_measured_lets_a_sound_pattern_be(pattern: str) -> None:
    assert slow_text(pattern, lambda text: list(re.finditer(pattern, text))) is None
