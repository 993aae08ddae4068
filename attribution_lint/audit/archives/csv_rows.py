"""CSV (RFC 4180) in UTF-8 with a line of heads; a suffix .tsv means tabs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from attribution_lint.audit.archives.base import LONGEST_RECORD, OneFile, Record, lacks, unreadable
from attribution_lint.errors import DraftError

_UNDECODED = re.compile("[\udc80-\udcff]")


class CsvRows(OneFile):
    """A file of rows that hold a story each. Raises DraftError if its heads lack a column."""

    def __init__(self, path: str, id_column: str, text_column: str) -> None:
        super().__init__(path)
        self._delimiter = "\t" if path.lower().endswith(".tsv") else ","
        self._columns = (id_column, text_column)
        self._heads = next(self._rows(), [])
        if isinstance(self._heads, str):
            raise DraftError(path, f"has no line of heads: {self._heads}", "give the columns their names there")
        for option, name in (("--id-column", id_column), ("--text-column", text_column)):
            if name not in self._heads:
                raise lacks(path, option, name, self._heads)

    def records(self, after: int = 0) -> Iterator[Record]:
        """Yield the records that follow the first `after`."""
        rows = self._rows()
        next(rows, None)
        for number, row in enumerate(rows, start=1):
            if number > after:
                yield self._record(number, row)

    def _rows(self) -> Iterator[list[str] | str]:
        """Yield the fields of each row that is not empty, or what is wrong with it."""
        csv.field_size_limit(LONGEST_RECORD)
        try:
            with open(self.path, "rb") as file:
                if file.peek(2)[:2] in (b"\xff\xfe", b"\xfe\xff"):
                    raise DraftError(self.path, "is UTF-16", "save it as UTF-8")
                text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="surrogateescape", newline="")
                rows = csv.reader(text, delimiter=self._delimiter)
                while True:
                    try:
                        row = next(rows)
                    except StopIteration:
                        return
                    except csv.Error as error:
                        yield f"cannot be read: {error}"
                        continue
                    self._read = file.tell()
                    if row:
                        yield row
        except OSError as error:
            raise unreadable(self.path, error) from None

    def _record(self, number: int, row: list[str] | str) -> Record:
        if isinstance(row, str):
            return Record(number, None, None, f"row {number} {row}")
        if len(row) != len(self._heads):
            return Record(number, None, None, f"row {number} has {len(row)} fields, not {len(self._heads)}")
        name, text = (row[self._heads.index(column)] for column in self._columns)
        if _UNDECODED.search(name) or _UNDECODED.search(text):
            name = _UNDECODED.sub("\ufffd", name)
            return Record(number, name, None, f"row {number} is not UTF-8")
        return Record(number, name or None, text)
