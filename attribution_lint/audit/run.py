"""An audit on one machine: an archive through a pool of processes into a folder, from where it was stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from attribution_lint import __version__
from attribution_lint.audit import manifest as manifests
from attribution_lint.audit.archives import Archive, Record
from attribution_lint.audit.manifest import Manifest, Source
from attribution_lint.audit.parts import Parts
from attribution_lint.audit.unit import Audit
from attribution_lint.errors import DraftError
from attribution_lint.fingerprint import fingerprint_of
from attribution_lint.linter import Linter
from attribution_lint.processes import Workshop

_STORIES_AT_A_TIME = 32
_BYTES_AT_A_TIME = 1024 * 1024

_audit: Audit
"""The unit of work of a worker process."""


@dataclass(frozen=True)
class Progress:
    """How far an audit is: the share of the archive from 0 to 1, and the stories that are kept so far."""

    share: float
    stories: int


def audit(
    archive: Archive,
    unit: Audit,
    folder: Path,
    options: dict[str, Any],
    *,
    jobs: int = 1,
    stories_per_part: int = 1000,
    told: Callable[[Progress], None] = lambda progress: None,
) -> Manifest:
    """Audit all stories of the archive and return the manifest of the findings in `folder`.

    A folder in which the same audit was begun is gone on with; `options` are what besides rules and archive must be the
    same for that. Raises DraftError if the folder cannot be used, cannot be written, or holds something else, and if
    the archive changes meanwhile.
    """
    begun = manifests.prepare(folder)
    state = archive.state()
    asked = _manifest(archive, unit, options, begun.stories_per_part if begun else stories_per_part)
    kept = begun.continues(folder, asked) if begun else asked
    parts = Parts(folder)
    if kept.complete:
        return kept
    if not begun:
        kept.write(folder)
    parts.make_folders()
    number, size = parts.count(), kept.stories_per_part
    records = _Counted(archive.records(number * size))
    for table in _tables(records, unit, jobs, size):
        parts.write(number, table)
        number += 1
        stories = table["number"][-1].as_py()
        told(Progress(archive.share_read() * stories / records.last, stories))
    if archive.state() != state:
        raise DraftError(archive.path, "changed while it was audited", f"delete {folder} and audit anew")
    kept.stories, kept.errors = _counts(parts)
    kept.complete = True
    kept.write(folder)
    return kept


def _manifest(archive: Archive, unit: Audit, options: dict[str, Any], size: int) -> Manifest:
    linter = Linter(unit.settings)
    rules = {code: rule.name for code, rule in sorted(linter.rules.items()) if rule.reports}
    mark = fingerprint_of(linter, by_content=True).hex()
    return Manifest.new(__version__, Source(archive.path, archive.digest()), mark, rules, options, size)


@dataclass
class _Counted:
    """Records, and the number of the last one that was taken."""

    records: Iterator[Record]
    last: int = 0

    def __iter__(self) -> Iterator[Record]:
        for record in self.records:
            self.last = record.number
            yield record


def _tables(records: Iterable[Record], unit: Audit, jobs: int, size: int) -> Iterator[pa.Table]:
    """Yield what is found in so many records at a time, in order."""
    ready: list[pa.RecordBatch] = []
    for batch in _audited(_batches(records, size), unit, jobs):
        ready.append(batch)
        if sum(each.num_rows for each in ready) == size:
            yield pa.Table.from_batches(ready)
            ready = []
    if ready:
        yield pa.Table.from_batches(ready)


def _batches(records: Iterable[Record], size: int) -> Iterator[pa.RecordBatch]:
    """Yield the records in batches that are worth handing over; none goes beyond a part of `size` records."""
    ready: list[Record] = []
    length = 0
    for count, record in enumerate(records, start=1):
        ready.append(record)
        length += len(record.text or "")
        if len(ready) == _STORIES_AT_A_TIME or length > _BYTES_AT_A_TIME or count % size == 0:
            yield _batch(ready)
            ready, length = [], 0
    if ready:
        yield _batch(ready)


def _batch(records: list[Record]) -> pa.RecordBatch:
    texts = [record.text for record in records]
    kind = pa.binary() if any(isinstance(text, bytes) for text in texts) else pa.string()
    columns = {
        "number": pa.array([record.number for record in records], pa.int64()),
        "id": pa.array([record.id for record in records], pa.string()),
        "text": pa.array(texts, kind),
        "error": pa.array([record.error for record in records], pa.string()),
    }
    return pa.RecordBatch.from_pydict(columns)


def _audited(batches: Iterator[pa.RecordBatch], unit: Audit, jobs: int) -> Iterator[pa.RecordBatch]:
    if jobs == 1:
        yield from unit(batches)
        return
    workshop = Workshop(_work, _start, (unit,), unit.warm_up)
    for batch, answer in workshop.answers(batches, jobs):
        if answer is not None:
            yield answer
            continue
        for one, found in workshop.answers((batch.slice(row, 1) for row in range(batch.num_rows)), 1):
            yield found if found is not None else _ended(one)


def _ended(one: pa.RecordBatch) -> pa.RecordBatch:
    """Return the row of a story that ended the process it was audited in."""
    what = pa.array(["ended the process that audited it"], pa.string())
    (row,) = Audit()([one.set_column(one.schema.get_field_index("error"), "error", what)])
    return row


def _start(unit: Audit) -> None:
    global _audit
    _audit = unit


def _work(batch: pa.RecordBatch) -> pa.RecordBatch:
    (found,) = _audit([batch])
    return found


def _counts(parts: Parts) -> tuple[int, int]:
    stories = errors = 0
    for table in parts.read("stories", ["error"]):
        stories += table.num_rows
        errors += pc.count(table["error"]).as_py()
    return stories, errors
