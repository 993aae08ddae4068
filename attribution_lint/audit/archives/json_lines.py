"""JSON Lines (jsonlines.org): a JSON object a line, in UTF-8; empty lines are no records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from attribution_lint.audit.archives.base import LONGEST_RECORD, OneFile, Record, lacks, unreadable
from attribution_lint.errors import DraftError

_MARK = b"\xef\xbb\xbf"


class JsonLines(OneFile):
    """A file of JSON objects that hold a story each. Raises DraftError if the first one lacks a column."""

    def __init__(self, path: str, id_column: str, text_column: str) -> None:
        super().__init__(path)
        self._columns = (id_column, text_column)
        self._check()

    def records(self, after: int = 0) -> Iterator[Record]:
        """Yield the records that follow the first `after`."""
        for number, (line_number, line) in enumerate(self._lines(), start=1):
            if number > after:
                yield self._record(number, line_number, line)

    def _check(self) -> None:
        for _, line in self._lines():
            found = _decoded(line) if line else None
            if isinstance(found, dict):
                for option, name in zip(("--id-column", "--text-column"), self._columns, strict=True):
                    if name not in found:
                        raise lacks(self.path, option, name, found)
                return

    def _lines(self) -> Iterator[tuple[int, bytes | None]]:
        """Yield each line that is not empty, with its number; None stands for one that is too long."""
        self._read = 0
        try:
            with open(self.path, "rb") as file:
                if file.read(2) in (b"\xff\xfe", b"\xfe\xff"):
                    raise DraftError(self.path, "is UTF-16", "save it as UTF-8")
                file.seek(len(_MARK) if file.seek(0) == 0 and file.read(3) == _MARK else 0)
                number = 0
                while line := file.readline(LONGEST_RECORD):
                    number += 1
                    whole = len(line) < LONGEST_RECORD or line.endswith(b"\n") or _skip_line(file)
                    self._read = file.tell()
                    if line.strip():
                        yield number, line if whole else None
        except OSError as error:
            raise unreadable(self.path, error) from None

    def _record(self, number: int, line_number: int, line: bytes | None) -> Record:
        def wrong(what: str) -> Record:
            return Record(number, None, None, f"line {line_number} {what}")

        if line is None:
            return wrong(f"is longer than {LONGEST_RECORD // 2**20} MiB")
        found = _decoded(line)
        if isinstance(found, str):
            return wrong(found)
        name, text = (found.get(column) for column in self._columns)
        told = str(name) if isinstance(name, (str, int, float)) else None
        if text is not None and not isinstance(text, str):
            return Record(number, told, None, f"line {line_number}: “{self._columns[1]}” is no text")
        return Record(number, told, text)


def _skip_line(file: BinaryIO) -> bool:
    """Read on to the end of a line that is too long; False, as it is not whole."""
    while (rest := file.readline(LONGEST_RECORD)) and not rest.endswith(b"\n"):
        pass
    return False


def _decoded(line: bytes) -> dict[str, Any] | str:
    """Return the object of a line, or what is wrong with it."""
    try:
        line.decode()
        found = msgspec.json.decode(line)
    except UnicodeDecodeError as error:
        return f"is not UTF-8: byte {error.start} cannot be decoded"
    except msgspec.DecodeError as error:
        return f"is not JSON: {error}"
    except RecursionError:
        return "is nested too deeply to be read"
    return found if isinstance(found, dict) else "is no JSON object"
