"""Reading a file whole, whatever stands under its name: never waiting for a pipe, never without an end."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from attribution_lint.errors import UserError

_PART = 1024 * 1024


def bytes_of(path: str | Path, most: int, error: type[UserError], hint: str) -> bytes:
    """Return the content of a file of at most so many bytes.

    Raises `error` naming the file, with the hint, for what the system will not give, a pipe, a device, or more bytes.
    """
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            seen = os.fstat(file.fileno())
            if not stat.S_ISREG(seen.st_mode):
                raise error(str(path), "is a pipe or a device", hint)
            if seen.st_size > most:
                raise too_large(str(path), most, error, hint)
            return all_of(file, most, str(path), error, hint, min(_PART, seen.st_size + 1))
    except OSError as wrong:
        raise error(str(path), (wrong.strerror or str(wrong)).lower(), hint) from None


def all_of(stream: BinaryIO, most: int, name: str, error: type[UserError], hint: str, at_once: int = _PART) -> bytes:
    """Return all that a stream has to give. Raises `error` if that is more than so many bytes.

    `at_once` is how many bytes are asked for at once: a small file needs no large room.
    """
    data = bytearray()
    while part := stream.read(at_once):
        data += part
        if len(data) > most:
            raise too_large(name, most, error, hint)
    return bytes(data)


def too_large(name: str, most: int, error: type[UserError], hint: str) -> UserError:
    """Return the error for what has more than so many bytes."""
    return error(name, f"is too large: more than {most // 1024**2} MB", hint)


def _without_waiting(path: str, flags: int) -> int:
    """Open as `open` would, but a pipe at once, although nobody writes to it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
