"""The text files that a house writes: configurations, packs and word lists, read with errors that say what is wrong."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from attribution_lint.errors import UserError
from attribution_lint.reading import bytes_of

MOST_BYTES = 64 * 1024 * 1024
"""What is larger is no word list of any house, and is refused unread."""

MOST_BYTES_OF_SETTINGS = 1024 * 1024
"""A configuration has hundreds of lines; each glob of one is held against each draft."""

_MOST_PARTS = 100
_NAME = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_NAMES = re.compile(_NAME)
_KEYS = re.compile(rf"{_NAME}(?:[ \t]*+\.[ \t]*+{_NAME})*+")


def text_in(path: Path, error: type[UserError], most: int = MOST_BYTES) -> str:
    """Return the text of a UTF-8 file of at most so many bytes, with or without a byte order mark.

    Raises `error` naming the file.
    """
    try:
        return bytes_of(path, most, error, "check the path").decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise error(str(path), f"is not UTF-8: byte {wrong.start} cannot be decoded", "save it as UTF-8") from None


def tables_in(text: str, path: Path, error: type[UserError]) -> dict[str, Any]:
    """Return the tables of the TOML file at `path`, which holds `text`. Raises `error` naming the file."""
    import tomllib  # most runs read none

    try:
        dotted = (line for line in text.split("\n") if line.count(".") >= _MOST_PARTS)
        if any(len(_NAMES.findall(key[0])) > _MOST_PARTS for line in dotted for key in _KEYS.finditer(line)):
            raise RecursionError  # the parser takes the square of its parts for a key
        return tomllib.loads(text)
    except RecursionError:
        raise error(str(path), "is nested too deeply to be read", "write flat tables") from None
    except tomllib.TOMLDecodeError as wrong:
        raise error(str(path), f"is not valid TOML: {wrong}", "correct it at the place named") from None
    except ValueError:
        raise error(str(path), "holds a number of thousands of digits", "write a shorter one") from None
