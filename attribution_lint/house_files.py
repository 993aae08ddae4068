"""The text files that a house writes: configurations, packs and word lists, read with errors that say what is wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from attribution_lint.errors import UserError


def text_in(path: Path, error: type[UserError]) -> str:
    """Return the text of a UTF-8 file, with or without a byte order mark. Raises `error` naming the file."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as wrong:
        raise error(str(path), (wrong.strerror or str(wrong)).lower(), "check the path") from None
    except UnicodeDecodeError as wrong:
        raise error(str(path), f"is not UTF-8: byte {wrong.start} cannot be decoded", "save it as UTF-8") from None


def tables_in(text: str, path: Path, error: type[UserError]) -> dict[str, Any]:
    """Return the tables of the TOML file at `path`, which holds `text`. Raises `error` naming the file."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise error(str(path), "is nested too deeply to be read", "write flat tables") from None
    except tomllib.TOMLDecodeError as wrong:
        raise error(str(path), f"is not valid TOML: {wrong}", "correct it at the place named") from None
    except ValueError:
        raise error(str(path), "holds a number of thousands of digits", "write a shorter one") from None
