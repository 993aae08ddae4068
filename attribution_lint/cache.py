"""What was found in drafts before, kept on disk, so that a draft that has not changed is not analysed again.

An entry is named by everything its result rests on: the bytes of the draft and how they are read, the rules in force
with their options, lexicons and severities, this program and the libraries that it analyses with. Nothing is ever
brought up to date: what has changed has another name. Entries are written whole or not at all, so that runs may share
a folder and may be killed; one that cannot be read counts as missing. Where the folder cannot be used, nothing is kept.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
from platformdirs import user_cache_path

from attribution_lint import formats
from attribution_lint.draft import Draft, decode
from attribution_lint.errors import DraftError
from attribution_lint.fingerprint import fingerprint_of
from attribution_lint.linter import Linter, Result
from attribution_lint.model import Diagnostic
from attribution_lint.writing import write_whole

MOST_BYTES = 64 * 1024 * 1024
"""Disk space of all entries; past it the ones not used for longest go until three quarters are left."""

_BLOCK = 4096  # a file takes whole blocks of the disk
_DAY, _HOUR = 86_400, 3_600
_CHECKSUM = 16
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# A cache of attribution-lint; see https://bford.info/cachedir/\n"


class _Entry(msgspec.Struct, array_like=True):
    diagnostics: tuple[Diagnostic, ...]
    allowed: tuple[Diagnostic, ...]
    encoding: str
    text: str | None  # of the draft, where decoding its bytes does not give it
    extracted: bool


def default_folder() -> Path:
    """Return where the operating system wants caches of a user to be."""
    return user_cache_path("attribution-lint", appauthor=False)


class Cache:
    """Results of earlier runs in `folder`, which is made, for this user alone, when the first is kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._names: dict[Linter, bytes] = {}
        self._missed = False

    def lint_bytes(self, linter: Linter, data: bytes, path: str, format: str | None = None) -> Result:
        """Return what `linter` finds in a draft, from an earlier run if there is one. Raises DraftError."""
        found = self.known(linter, data, path, format)
        if found is None:
            self._missed = True
            found = linter.lint_bytes(data, path, format)
            self._keep(linter, data, path, format, found)
        return found

    def has(self, linter: Linter, data: bytes, path: str, format: str | None = None) -> bool:
        """Whether an earlier run has kept a result for the draft; it may still turn out to be damaged."""
        file = self._file(linter, data, path, format)
        found = file is not None and file.exists()
        self._missed |= not found
        return found

    def known(self, linter: Linter, data: bytes, path: str, format: str | None = None) -> Result | None:
        """Return what an earlier run found in the same draft by the same rules, or None. The draft is not analysed."""
        file = self._file(linter, data, path, format)
        if file is None:
            return None
        try:
            raw = file.read_bytes()
            if _checksum(raw[_CHECKSUM:]) != raw[:_CHECKSUM]:
                raise ValueError(file)
            entry = msgspec.msgpack.decode(raw[_CHECKSUM:], type=_Entry)
            draft = (
                decode(data, path) if entry.text is None else Draft(path, entry.text, entry.encoding, entry.extracted)
            )
            if abs(time.time() - file.stat().st_mtime) > _DAY:  # a clock may have been set back
                os.utime(file)
        except (OSError, ValueError, msgspec.MsgspecError, DraftError):
            return None
        return Result(draft, _moved(entry.diagnostics, path), _moved(entry.allowed, path))

    def trim(self) -> None:
        """Keep the folder within its bounds; to be called once a run has ended. Costs nothing if no draft was new."""
        if not self._missed:
            return
        kept: list[tuple[float, int, str]] = []
        for entry in _files(self.folder):
            try:
                seen = entry.stat()
            except OSError:
                continue
            if entry.name.startswith(".") and abs(time.time() - seen.st_mtime) > _HOUR:
                _remove(entry.path)  # left by a run that was killed
            else:
                kept.append((seen.st_mtime, max(seen.st_size, _BLOCK), entry.path))
        size = sum(size for _, size, _ in kept)
        if size > MOST_BYTES:
            for _, length, path in sorted(kept):
                if size <= MOST_BYTES * 3 // 4:
                    break
                _remove(path)
                size -= length

    def _keep(self, linter: Linter, data: bytes, path: str, format: str | None, result: Result) -> None:
        file = self._file(linter, data, path, format)
        if file is None:
            return
        draft = result.draft
        try:
            text = None if decode(data, path) == replace(draft, path=path) else draft.text
        except DraftError:
            text = draft.text
        try:
            raw = msgspec.msgpack.encode(
                _Entry(result.diagnostics, result.allowed, draft.encoding, text, draft.extracted)
            )
            self._make(file.parent)
            write_whole(file, _checksum(raw) + raw, private=True, durable=False)  # the checksum tells a torn one
        except (OSError, ValueError, DraftError):
            return

    def _make(self, folder: Path) -> None:
        """Make the folder of an entry; a folder that somebody else owns is none of ours. Raises OSError."""
        if not self.folder.is_dir():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            (self.folder / "CACHEDIR.TAG").write_text(_TAG)
            (self.folder / ".gitignore").write_text("*\n")
        folder.mkdir(mode=0o700, exist_ok=True)

    def _file(self, linter: Linter, data: bytes, path: str, format: str | None) -> Path | None:
        """Return where the result of a draft is kept; None if that cannot be told or must not be trusted."""
        name = format or formats.format_of(path)
        if name not in formats.FORMATS or not _is_ours(self.folder):
            return None  # a reader of somebody else may have changed without our knowing
        if linter not in self._names:
            self._names[linter] = fingerprint_of(linter)
        codes = ",".join(rule.code for rule in linter.rules_for(path))
        digest = hashlib.sha256(self._names[linter])
        for part in (name.encode(), codes.encode(), data):
            digest.update(b"%d:" % len(part))
            digest.update(part)
        found = digest.hexdigest()
        return self.folder / found[:2] / found[2:]


def _files(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
        elif entry.name not in ("CACHEDIR.TAG", ".gitignore"):
            yield entry


def _is_ours(folder: Path) -> bool:
    """Whether nobody else can put results into the folder, or it does not exist yet."""
    try:
        seen = folder.stat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return not hasattr(os, "getuid") or (seen.st_uid == os.getuid() and not seen.st_mode & 0o022)


def _moved(found: Iterable[Diagnostic], path: str) -> tuple[Diagnostic, ...]:
    return tuple(replace(diagnostic, path=path) for diagnostic in found)


def _checksum(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_CHECKSUM).digest()


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return
