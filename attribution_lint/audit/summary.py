"""What the findings in a folder come to: how often each rule fires, on what share of stories, and examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from attribution_lint.audit import manifest as manifests
from attribution_lint.audit.manifest import Manifest
from attribution_lint.audit.parts import Parts
from attribution_lint.errors import DraftError

_EXAMPLE = ["number", "id", "code", "severity", "message", "before", "text", "after"]


@dataclass(frozen=True)
class Example:
    """A finding in its place: `before` and `after` are the characters around its `text`."""

    number: int
    id: str | None
    severity: str
    message: str
    before: str
    text: str
    after: str


@dataclass
class RuleCount:
    """How often a rule fires: diagnostics by severity, the stories that have one, and the first of a few stories."""

    code: str
    name: str
    by_severity: Counter[str] = field(default_factory=Counter)
    stories: int = 0
    examples: list[Example] = field(default_factory=list)

    @property
    def count(self) -> int:
        """All diagnostics of the rule."""
        return self.by_severity.total()


@dataclass
class Summary:
    """What an audit found. `stories` could be read, `errors` not; both count what is kept so far."""

    manifest: Manifest
    stories: int = 0
    words: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    rules: dict[str, RuleCount] = field(default_factory=dict)
    figures: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)

    def share(self, rule: RuleCount) -> float:
        """Return the share of stories, from 0 to 1, in which the rule fires."""
        return rule.stories / self.stories if self.stories else 0.0


def opened(folder: Path) -> tuple[Manifest, Parts]:
    """Return the manifest and the parts of an audit. Raises DraftError for a folder that holds none."""
    found = manifests.read(folder)
    if found is None:
        raise DraftError(str(folder), "holds no audit", "make one with attribution-lint audit SOURCE -o FOLDER")
    return found, Parts(folder)


def summary_of(folder: Path, examples: int = 3) -> Summary:
    """Count what is kept in a folder of findings, with so many `examples` of each rule, a story each.

    Raises DraftError for a folder that holds no audit, or a damaged one.
    """
    manifest, parts = opened(folder)
    found = Summary(manifest, rules={code: RuleCount(code, name) for code, name in manifest.rules.items()})
    for table in parts.read("stories", ["error", "words"]):
        failed = pc.count(table["error"]).as_py()
        found.stories += table.num_rows - failed
        found.words += pc.sum(table["words"]).as_py() or 0
        found.errors.update(_kind_of(error) for error in table["error"].drop_null().to_pylist())
    for table in parts.read("diagnostics", _EXAMPLE):
        _count_rules(found.rules, table, examples)
    for name, column, counts in (("figures", "status", found.figures), ("sources", "source_type", found.sources)):
        for table in parts.read(name, [column]):
            counts.update({row["values"]: row["counts"] for row in pc.value_counts(table[column]).to_pylist()})
    return found


def examples_in(table: pa.Table, at_most: int, besides: frozenset[int] = frozenset()) -> Iterator[Example]:
    """Yield the first finding of each of the first few stories in a table, but for those `besides`."""
    seen = set(besides)
    for row in _rows(table):
        if len(seen) - len(besides) >= at_most:
            return
        if row["number"] not in seen:
            seen.add(row["number"])
            row.pop("code")
            yield Example(**row)


def _count_rules(rules: dict[str, RuleCount], table: pa.Table, examples: int) -> None:
    """Add a part to the counts; a story is never in two parts."""
    by_severity = table.group_by(["code", "severity"]).aggregate([("number", "count")])
    for row in by_severity.to_pylist():
        rules[row["code"]].by_severity[row["severity"]] += row["number_count"]
    stories = table.group_by("code").aggregate([("number", "count_distinct")])
    for row in stories.to_pylist():
        rule = rules[row["code"]]
        rule.stories += row["number_count_distinct"]
        lacking = examples - len(rule.examples)
        if lacking > 0:
            rule.examples += examples_in(table.filter(pc.equal(table["code"], rule.code)), lacking)


def _rows(table: pa.Table) -> Iterator[dict[str, Any]]:
    for batch in table.select(_EXAMPLE).to_batches(max_chunksize=64):
        yield from batch.to_pylist()


def _kind_of(error: str) -> str:
    """Return an error without the place that it names, so that errors of a kind are counted together."""
    words = error.split(" ", 2)
    if words[0] in ("line", "row") and len(words) == 3 and words[1].rstrip(":").isdigit():
        return words[2].partition(": ")[0]
    return error.partition(": ")[0]
