"""The folder of findings: datasets of numbered Parquet files, a part of the stories each.

A part is there once its file of `stories` is, which is written last; what a killed run left of it is written over.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from attribution_lint.audit.schemas import DATASETS
from attribution_lint.audit.tables import tables_of
from attribution_lint.errors import DraftError
from attribution_lint.writing import write_whole

_HOUR = 3600  # seconds


class Parts:
    """The parts in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make_folders(self) -> None:
        """Make the folders of the datasets, and clear what killed runs left in them. Raises DraftError."""
        for name in (*DATASETS, "stories"):
            try:
                (self.folder / name).mkdir(exist_ok=True)
                for scratch in (self.folder / name).glob(".part-*"):
                    if time.time() - scratch.stat().st_mtime > _HOUR:  # a younger one may be another run's
                        scratch.unlink(missing_ok=True)
            except OSError as error:
                what = f"cannot be written: {(error.strerror or str(error)).lower()}"
                raise DraftError(str(self.folder / name), what) from None

    def count(self) -> int:
        """Return how many parts there are before the first that is missing."""
        number = 0
        while self._file("stories", number).exists():
            number += 1
        return number

    def write(self, number: int, audited: pa.Table) -> None:
        """Write a part; `audited` has a row a story, with the columns of `schemas.AUDITED`. Raises DraftError."""
        for name, table in tables_of(audited).items():
            out = pa.BufferOutputStream()
            pq.write_table(table, out, compression="zstd")
            write_whole(self._file(name, number), memoryview(out.getvalue()))

    def read(self, name: str, columns: list[str] | None = None) -> Iterator[pa.Table]:
        """Yield the table of a dataset in each part, in order. Raises DraftError for a damaged file."""
        for number in range(self.count()):
            file = self._file(name, number)
            try:
                yield pq.read_table(file, columns=columns, use_threads=False)
            except (pa.ArrowException, OSError):
                raise DraftError(
                    str(file), "is damaged", "delete it and its namesakes, and run the audit again"
                ) from None

    def _file(self, name: str, number: int) -> Path:
        return self.folder / name / f"part-{number:06}.parquet"
