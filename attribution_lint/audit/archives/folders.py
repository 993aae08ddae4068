"""A folder of stories, a file each; the id of a story is its path inside the folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from attribution_lint.audit.archives.base import LONGEST_RECORD, Record, digest_of, state_of
from attribution_lint.draft import read_bytes
from attribution_lint.errors import DraftError
from attribution_lint.formats import known_suffixes
from attribution_lint.paths import drafts_in


class StoryFolder:
    """All drafts in a folder and below it, in order of name. Raises DraftError for a folder without any."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.folder: str | None = path
        self._names, errors = drafts_in([path], known_suffixes(), lambda name: False)
        if errors:
            raise DraftError(path, errors[0].what, errors[0].hint)
        self._read = 0

    def records(self, after: int = 0) -> Iterator[Record]:
        """Yield the records that follow the first `after`."""
        for number, name in enumerate(self._names[after:], start=after + 1):
            self._read = number
            told = self._id(name)
            try:
                if os.path.getsize(name) > LONGEST_RECORD:
                    yield Record(number, told, None, f"is longer than {LONGEST_RECORD // 2**20} MiB")
                else:
                    yield Record(number, told, read_bytes(name))
            except DraftError as error:
                yield Record(number, told, None, error.what)
            except OSError as error:
                yield Record(number, told, None, (error.strerror or str(error)).lower())

    def digest(self) -> str:
        """Return a digest of the names and the content of the stories."""
        return digest_of(((self._id(name), Path(name)) for name in self._names), some_may_fail=True)

    def state(self) -> object:
        """Return the sizes and the times of the stories."""
        return state_of(map(Path, self._names), some_may_fail=True)

    def share_read(self) -> float:
        """Return which share of the stories has been read."""
        return self._read / max(1, len(self._names))

    def _id(self, name: str) -> str:
        told = Path(os.path.relpath(name, self.path)).as_posix()
        return told.encode(errors="backslashreplace").decode()
