"""Runs the examples of a rule: what is marked is reported exactly, what is good stays silent, fixes do mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from attribution_lint.fixes import apply_fixes
from attribution_lint.linter import Linter, Result
from attribution_lint.model import Example, Rule, Span
from attribution_lint.settings import Settings


def problems(rule: Rule, packs: Sequence[Path] = (), lexicons: Sequence[Path] = ()) -> Iterator[str]:
    """Yield what is wrong with the examples of a rule, one sentence each; nothing if they all hold.

    `packs` and `lexicons` are those the rule came with.
    """
    if not rule.bad or not rule.good:
        yield "a rule needs at least one bad and one good example"
    if len(rule.fixed) > len(rule.bad):
        yield "there are more fixed examples than bad ones"
    base = Settings(select=(rule.code, "LNT"), packs=tuple(packs), lexicons=tuple(lexicons))
    for example in rule.bad:
        if not example.spans:
            yield f"no [[…]] marks what is bad in: {_short(example.text)}"
    for example in (*rule.bad, *rule.good):
        found = _spans(_run(base, rule, example), rule)
        if found != list(example.spans):
            instead = f"{_words(found, example)} instead of {_words(example.spans, example)}"
            yield f"reports {instead} in: {_short(example.text)}"
    for example, expected in zip(rule.bad, rule.fixed, strict=False):
        result = _run(base, rule, example)
        own = [item.fix for item in result.diagnostics if item.code == rule.code and item.fix]
        mended = apply_fixes(example.text, own)[0]
        if mended != expected:
            yield f"mends to {mended!r} instead of {expected!r}"
        elif _spans(_run(base, rule, replace(example, text=mended, spans=())), rule):
            yield f"still reports what it mended: {_short(mended)}"


def _run(base: Settings, rule: Rule, example: Example) -> Result:
    settings = replace(base, rules={rule.code: example.options} if example.options else {})
    return Linter(settings).lint_text(example.text, "example", example.format)


def _spans(result: Result, rule: Rule) -> list[Span]:
    return [item.span for item in result.diagnostics if item.code == rule.code]


def _words(spans: Sequence[Span], example: Example) -> str:
    quoted = [f"“{example.text[span.start : span.end]}” at {span.start}" for span in spans]
    return ", ".join(quoted) or "nothing"


def _short(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= 100 else joined[:99] + "…"
