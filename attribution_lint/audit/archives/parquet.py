"""Parquet: one file, or the files of a folder in order of name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import types

from attribution_lint.audit.archives.base import Record, digest_of, lacks, state_of
from attribution_lint.errors import DraftError

_AT_A_TIME = 64  # rows
_BUFFER = 1024 * 1024  # bytes of a column that are read at a time
_FAULTS = (pa.ArrowException, OSError)


class ParquetFiles:
    """Files of rows that hold a story each. Raises DraftError for a file that is damaged or lacks a column."""

    folder: str | None = None

    def __init__(self, path: str, files: list[Path], id_column: str, text_column: str) -> None:
        self.path, self._files = path, files
        self._columns = (id_column, text_column)
        self._read = 0
        self._count = 0
        for file in files:
            with self._open(file) as opened:
                self._check(file, opened.schema_arrow)
                self._count += opened.metadata.num_rows

    def records(self, after: int = 0) -> Iterator[Record]:
        """Yield the records that follow the first `after`; row groups before them are not read."""
        self._read = 0
        for file in self._files:
            with self._open(file) as opened:
                for group in range(opened.num_row_groups):
                    rows = opened.metadata.row_group(group).num_rows
                    if self._read + rows <= after:
                        self._read += rows
                        continue
                    for record in self._group(opened, group, self._read):
                        self._read = record.number
                        if record.number > after:
                            yield record

    def digest(self) -> str:
        """Return a digest of the files' content."""
        return digest_of((file.name if len(self._files) > 1 else "", file) for file in self._files)

    def state(self) -> object:
        """Return the sizes and the times of the files."""
        return state_of(self._files)

    def share_read(self) -> float:
        """Return which share of the rows has been read."""
        return self._read / max(1, self._count)

    def _open(self, file: Path) -> Any:
        try:
            return pq.ParquetFile(file, pre_buffer=False, buffer_size=_BUFFER)
        except _FAULTS as error:
            what = "is empty" if not state_of([file])[0][0] else f"is no whole Parquet file: {_first_line(error)}"
            raise DraftError(str(file), what, "make it anew") from None

    def _check(self, file: Path, schema: Any) -> None:
        for option, name in zip(("--id-column", "--text-column"), self._columns, strict=True):
            if name not in schema.names:
                raise lacks(str(file), option, name, schema.names)
        kind = schema.field(self._columns[1]).type
        if types.is_dictionary(kind):
            kind = kind.value_type
        if not any(test(kind) for test in (types.is_string, types.is_large_string, types.is_binary)):
            raise DraftError(str(file), f"“{self._columns[1]}” holds {kind}, not text", "name it with --text-column")

    def _group(self, opened: Any, group: int, before: int) -> Iterator[Record]:
        """Yield the records of a row group; where it is damaged, each that is left says so."""
        number, last = before, before + opened.metadata.row_group(group).num_rows
        columns = list(dict.fromkeys(self._columns))
        try:
            for batch in opened.iter_batches(_AT_A_TIME, [group], columns, use_threads=False):
                for name, text in zip(batch[self._columns[0]], batch[self._columns[1]], strict=True):
                    number += 1
                    yield _record(number, name, text)
        except _FAULTS as error:
            for left in range(number + 1, last + 1):
                yield Record(left, None, None, f"row group {group} is damaged: {_first_line(error)}")


def _record(number: int, name: Any, text: Any) -> Record:
    try:
        told = name.as_py()
        return Record(number, None if told is None else str(told), text.as_py())
    except UnicodeDecodeError:
        return Record(number, None, None, "is not UTF-8")


def _first_line(error: BaseException) -> str:
    return str(error).splitlines()[0].rstrip(".") if str(error) else type(error).__name__
