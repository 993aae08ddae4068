"""What every archive of stories can do."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from attribution_lint.errors import DraftError

LONGEST_RECORD = 32 * 1024 * 1024
"""Bytes of a record; a longer one is passed over, so that one broken line cannot fill the memory."""


class Record(NamedTuple):
    """A story of an archive: its place, from 1, its id and its text, or why there is none."""

    number: int
    id: str | None
    text: str | bytes | None
    error: str | None = None


class Archive(Protocol):
    """An archive of stories that is read in order, and again from anywhere.

    All but `share_read` raise DraftError where the archive as a whole cannot be read; what is wrong with one record is
    told in the record. `folder` is where the ids are paths, whose suffixes tell how to read each text; None where they
    are mere names.
    """

    path: str
    folder: str | None

    def records(self, after: int = 0) -> Iterator[Record]:
        """Yield the records that follow the first `after`, of which as little as possible is read."""

    def digest(self) -> str:
        """Return a digest of all that is read, whatever its place and its times: 64 hexadecimal digits."""

    def state(self) -> object:
        """Return what changes when somebody writes to the archive: sizes and times."""

    def share_read(self) -> float:
        """Return how much of the archive has been read, from 0 to 1."""


def digest_of(files: Iterable[tuple[str, Path]], some_may_fail: bool = False) -> str:
    """Return a digest of files by name and content. Raises DraftError for one that cannot be read, unless some may."""
    whole = hashlib.sha256()
    for name, path in files:
        try:
            with path.open("rb") as file:
                content = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            if not some_may_fail:
                raise unreadable(path, error) from None
            content = "unreadable"
        whole.update(f"{name}\0{content}\n".encode(errors="surrogateescape"))
    return whole.hexdigest()


def state_of(files: Iterable[Path], some_may_fail: bool = False) -> list[tuple[int, int]]:
    """Return the sizes and times of files. Raises DraftError for one that does not tell them, unless some may."""
    found = []
    for path in files:
        try:
            seen = os.stat(path)
        except OSError as error:
            if not some_may_fail:
                raise unreadable(path, error) from None
            continue
        found.append((seen.st_size, seen.st_mtime_ns))
    return found


def unreadable(path: str | Path, error: OSError) -> DraftError:
    """Return the error that says so to a user."""
    return DraftError(str(path), (error.strerror or str(error)).lower(), "check the path and its permissions")


def lacks(path: str, option: str, name: str, columns: Iterable[str]) -> DraftError:
    """Return the error for an archive without a column that is needed."""
    known = ", ".join(f"“{column}”" for column in columns)
    return DraftError(path, f"has no column “{name}”", f"name it with {option}; there are: {known}")


class OneFile:
    """What archives in a single text file share. `_read` are the bytes read so far of the `_size` there are."""

    folder: str | None = None

    def __init__(self, path: str) -> None:
        self.path = path
        self._read = 0
        self._size = max(1, state_of([Path(path)])[0][0])

    def digest(self) -> str:
        """Return a digest of the file's content."""
        return digest_of([("", Path(self.path))])

    def state(self) -> object:
        """Return the size and the time of the file."""
        return state_of([Path(self.path)])

    def share_read(self) -> float:
        """Return how much of the file has been read, from 0 to 1."""
        return self._read / self._size
