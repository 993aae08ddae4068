"""Writing what a command makes: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from attribution_lint.errors import DraftError


def write_whole(path: str, data: bytes) -> None:
    """Write the file in one step. Raises DraftError if it cannot be written; what was there stays then."""
    target = Path(path)
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(name, mode)
            os.replace(name, target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise DraftError(path, f"cannot be written: {(error.strerror or str(error)).lower()}") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
