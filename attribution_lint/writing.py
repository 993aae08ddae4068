"""Writing a file whole or not at all: what stands under its name is the old content or the new, whatever happens."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from attribution_lint.errors import DraftError


def write_whole(path: str | Path, data: bytes | memoryview, *, private: bool = False, durable: bool = True) -> None:
    """Write the file in one step, with the permissions that it has, or those of a new file.

    A link goes on pointing to its file; a device or a pipe is written to, not replaced. `private` keeps others from
    reading it; `durable` waits until the disk has it, so that a loss of power leaves it whole. Raises DraftError if it
    cannot be written; what was there stays.
    """
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            Path(path).write_bytes(data)
            return
        target = Path(path).resolve()
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                if durable:
                    file.flush()
                    os.fsync(file.fileno())
            if not private:
                os.chmod(name, _mode(target))
            os.replace(name, target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead in a circle
        what = getattr(error, "strerror", None) or str(error)
        raise DraftError(str(path), f"cannot be written: {what.lower()}") from None


def _mode(target: Path) -> int:
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
