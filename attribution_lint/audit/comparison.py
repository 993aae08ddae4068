"""What changed between two audits of one archive: the findings of each rule that are new, and those that are gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from attribution_lint.audit.parts import Parts
from attribution_lint.audit.summary import Example, examples_in, opened
from attribution_lint.errors import DraftError

_PLACE = ["number", "code", "start", "end"]
_COLUMNS = [*_PLACE, "id", "severity", "message", "before", "text", "after"]
_STORIES = 5000  # that are compared at a time


@dataclass
class Change:
    """What changed in the findings of a rule; `graded` are those that only have another severity."""

    code: str
    name: str
    new: int = 0
    gone: int = 0
    kept: int = 0
    graded: int = 0
    new_examples: list[Example] = field(default_factory=list)
    gone_examples: list[Example] = field(default_factory=list)


def changes_between(folder: Path, earlier: Path, examples: int = 3) -> list[Change]:
    """Return for each rule, in order of code, what `folder` has that `earlier` has not, and the other way round.

    A finding is the same if its rule and its place are. Raises DraftError for a folder without a complete audit, and
    for audits of different archives.
    """
    audits = [opened(folder), opened(earlier)]
    for where, (manifest, _) in zip((folder, earlier), audits, strict=True):
        if not manifest.complete:
            raise DraftError(str(where), "is not complete", "run its audit again to go on")
    (now, _), (then, _) = audits
    if now.source.digest != then.source.digest or now.options != then.options:
        what = f"is an audit of another archive than {folder}, or by other options"
        raise DraftError(str(earlier), what, "audit one archive by both versions of the rules")
    found = {code: Change(code, name) for code, name in sorted({**then.rules, **now.rules}.items())}
    ours, theirs = (_Window(parts) for _, parts in audits)
    for last in range(_STORIES, now.stories + _STORIES, _STORIES):
        _compare(ours.up_to(last), theirs.up_to(last), found, examples)
    return list(found.values())


class _Window:
    """The diagnostics of an audit, so many stories at a time."""

    def __init__(self, parts: Parts) -> None:
        self._rest: Iterator[pa.Table] = parts.read("diagnostics", _COLUMNS)
        self._ready: list[pa.Table] = []

    def up_to(self, number: int) -> pa.Table:
        """Return the diagnostics that are left of all stories up to that `number`."""
        while not self._ready or not self._reaches_beyond(number):
            following = next(self._rest, None)
            if following is None:
                break
            self._ready.append(following)
        if not self._ready:
            return pa.table({name: [] for name in _COLUMNS})
        whole = pa.concat_tables(self._ready)
        inside = pc.less_equal(whole["number"], number)
        self._ready = [whole.filter(pc.invert(inside))]
        return whole.filter(inside)

    def _reaches_beyond(self, number: int) -> bool:
        last = self._ready[-1]
        return last.num_rows > 0 and int(last["number"][-1].as_py()) > number


def _compare(now: pa.Table, then: pa.Table, found: dict[str, Change], examples: int) -> None:
    here, there = _keys(now), _keys(then)
    new, gone = _without(now, there), _without(then, here)
    severities = dict(zip(there, then["severity"].to_pylist(), strict=True))
    for key, severity in zip(here, now["severity"].to_pylist(), strict=True):
        if key in severities:
            change = found[key[1]]
            change.kept += 1
            change.graded += severities[key] != severity
    for table, count, kept in ((new, "new", "new_examples"), (gone, "gone", "gone_examples")):
        for row in table.group_by("code").aggregate([("number", "count")]).to_pylist():
            change = found[row["code"]]
            setattr(change, count, getattr(change, count) + row["number_count"])
            told = getattr(change, kept)
            if len(told) < examples:
                told += examples_in(table.filter(pc.equal(table["code"], change.code)), examples - len(told))


def _keys(table: pa.Table) -> list[tuple[int, str, int, int]]:
    return list(zip(*(table[name].to_pylist() for name in _PLACE), strict=True))


def _without(table: pa.Table, others: list[tuple[int, str, int, int]]) -> pa.Table:
    known = set(others)
    return table.filter(pa.array([key not in known for key in _keys(table)], pa.bool_()))
