"""A summary in words and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from attribution_lint.audit.comparison import Change
from attribution_lint.audit.summary import Example, RuleCount, Summary
from attribution_lint.visible import shown

_AROUND = 45  # characters on each side of an example
_SEVERITIES = ("error", "warning", "info")


def as_text(summary: Summary, changes: Sequence[Change] | None) -> Iterator[str]:
    """Yield the lines for a person; a draft's hidden characters are shown."""
    yield from _head(summary)
    fired = sorted((rule for rule in summary.rules.values() if rule.count), key=lambda rule: (-rule.stories, rule.code))
    if fired:
        yield ""
        yield from _aligned([("rule", "name", "stories", "share", "findings", *_SEVERITIES), *_counts(summary, fired)])
    silent = sorted(rule.code for rule in summary.rules.values() if not rule.count)
    if silent:
        yield f"Silent: {', '.join(silent)}"
    for rule in fired:
        if rule.examples:
            yield f"\n{rule.code} {rule.name}"
            yield from (f"  {_line(example)}" for example in rule.examples)
    if changes is not None:
        yield from _changes(changes)


def as_json(summary: Summary, changes: Sequence[Change] | None) -> str:
    """Return one JSON object; `changes` is null unless audits were compared."""
    manifest = summary.manifest
    told = {
        "source": manifest.source.path,
        "version": manifest.version,
        "complete": manifest.complete,
        "stories": summary.stories,
        "words": summary.words,
        "errors": dict(summary.errors.most_common()),
        "figures": dict(summary.figures.most_common()),
        "sources": dict(summary.sources.most_common()),
        "rules": [_rule(summary, rule) for rule in summary.rules.values()],
        "changes": None if changes is None else [_change(change) for change in changes],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _head(summary: Summary) -> Iterator[str]:
    state = "" if summary.manifest.complete else " so far; the audit is not complete"
    source = shown(summary.manifest.source.path)
    yield f"{source}: {summary.stories:,} stories, {summary.words:,} words{state}"
    if summary.errors:
        yield f"{summary.errors.total():,} more could not be read: {_listed(summary.errors)}"
    if summary.figures:
        yield f"{summary.figures.total():,} figures: {_listed(summary.figures)}"
    if summary.sources:
        yield f"{summary.sources.total():,} attributions to: {_listed(summary.sources)}"


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{shown(name)} {count:,}" for name, count in counts.most_common())


def _counts(summary: Summary, rules: Sequence[RuleCount]) -> Iterator[tuple[str, ...]]:
    for rule in rules:
        severities = (f"{rule.by_severity[name]:,}" if rule.by_severity[name] else "" for name in _SEVERITIES)
        share = summary.share(rule)
        yield rule.code, rule.name, f"{rule.stories:,}", f"{share:.2%}", f"{rule.count:,}", *severities


def _changes(changes: Sequence[Change]) -> Iterator[str]:
    moved = [change for change in changes if change.new or change.gone or change.graded]
    yield ""
    if not moved:
        yield "Nothing changed between the two audits."
        return
    rows = [
        (each.code, each.name, *(f"{count:,}" for count in (each.new, each.gone, each.kept, each.graded)))
        for each in moved
    ]
    yield from _aligned([("change", "name", "new", "gone", "kept", "other severity"), *rows])
    for each in moved:
        if each.new_examples or each.gone_examples:
            yield f"\n{each.code} {each.name}"
        yield from (f"  + {_line(example)}" for example in each.new_examples)
        yield from (f"  - {_line(example)}" for example in each.gone_examples)


def _line(example: Example) -> str:
    before, after = " ".join(example.before.split()), " ".join(example.after.split())
    space_before = " " if example.before[-1:].isspace() else ""
    space_after = " " if example.after[:1].isspace() else ""
    text = " ".join(example.text.split())
    where = example.id if example.id is not None else f"number {example.number}"
    return shown(f"{where}: {before[-_AROUND:]}{space_before}[{text}]{space_after}{after[:_AROUND]}")


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        words = [cell.ljust(width) for cell, width in zip(row[:2], widths[:2], strict=True)]
        numbers = [cell.rjust(width) for cell, width in zip(row[2:], widths[2:], strict=True)]
        yield "  ".join([*words, *numbers]).rstrip()


def _rule(summary: Summary, rule: RuleCount) -> dict[str, Any]:
    return {
        "code": rule.code,
        "rule": rule.name,
        "findings": rule.count,
        "by_severity": {name: rule.by_severity[name] for name in _SEVERITIES},
        "stories": rule.stories,
        "share": summary.share(rule),
        "examples": [_example(example) for example in rule.examples],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "code": change.code,
        "rule": change.name,
        "new": change.new,
        "gone": change.gone,
        "kept": change.kept,
        "other_severity": change.graded,
        "new_examples": [_example(example) for example in change.new_examples],
        "gone_examples": [_example(example) for example in change.gone_examples],
    }


def _example(example: Example) -> dict[str, Any]:
    names = ("number", "id", "severity", "message", "before", "text", "after")
    return {name: getattr(example, name) for name in names}
