"""Where stories come from: a kind of archive a file, and the choice among them by what a path leads to."""

from __future__ import annotations

import os
from pathlib import Path

from attribution_lint.audit.archives.base import Archive, Record
from attribution_lint.audit.archives.csv_rows import CsvRows
from attribution_lint.audit.archives.folders import StoryFolder
from attribution_lint.audit.archives.json_lines import JsonLines
from attribution_lint.audit.archives.parquet import ParquetFiles
from attribution_lint.errors import DraftError

__all__ = ["Archive", "Record", "open_archive"]

_PARQUET = (".parquet", ".pq")
_SUFFIXES: dict[str, type[JsonLines] | type[CsvRows]] = {
    ".jsonl": JsonLines,
    ".ndjson": JsonLines,
    ".csv": CsvRows,
    ".tsv": CsvRows,
}
_KNOWN = "give JSON Lines (.jsonl), CSV (.csv), Parquet (.parquet) or a folder of stories"


def open_archive(path: str, id_column: str = "id", text_column: str = "text") -> Archive:
    """Return the archive at `path`, told by its suffix; a folder holds Parquet files or else stories.

    Raises DraftError for what is no archive, or lacks the columns.
    """
    suffix = Path(path).suffix.lower()
    if os.path.isdir(path):
        parts = sorted(each for each in Path(path).iterdir() if each.suffix.lower() in _PARQUET)
        return ParquetFiles(path, parts, id_column, text_column) if parts else StoryFolder(path)
    if not os.path.lexists(path):
        raise DraftError(path, "does not exist", "check the spelling")
    if suffix in _PARQUET:
        return ParquetFiles(path, [Path(path)], id_column, text_column)
    kind = _SUFFIXES.get(suffix)
    if kind is None:
        raise DraftError(path, f"is no archive: it ends in “{suffix}”" if suffix else "is no archive", _KNOWN)
    return kind(path, id_column, text_column)
