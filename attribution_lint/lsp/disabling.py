"""The change to a configuration that switches a rule off, checked by reading what it would make."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from attribution_lint.model import Edit, Span

NEW = '[tool.attribution-lint]\nignore = ["{code}"]\n'
"""A configuration that does nothing but ignore a rule."""

_TABLE = re.compile(
    r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*[\"']?attribution-lint[\"']?[ \t]*\][^\n]*(?:\n|\Z)", re.MULTILINE
)
_NEXT = re.compile(r"^[ \t]*\[", re.MULTILINE)
_IGNORE = re.compile(r"^[ \t]*ignore[ \t]*=[ \t]*\[", re.MULTILINE)


def disable_edit(text: str, code: str) -> Edit | None:
    """Return the edit of a configuration's text that adds `code` to `ignore`.

    None if it is ignored already, or if the file is written so that it is better changed by hand.
    """
    before = _ignored(text)
    table = _TABLE.search(text)
    if before is None or table is None or code in before:
        return None
    following = _NEXT.search(text, table.end())
    ignore = _IGNORE.search(text, table.end(), following.start() if following else len(text))
    if ignore:
        edit = Edit(Span(ignore.end(), ignore.end()), f'"{code}", ' if before else f'"{code}"')
    else:
        start = "" if table[0].endswith("\n") else "\n"
        edit = Edit(Span(table.end(), table.end()), f'{start}ignore = ["{code}"]\n')
    made = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return edit if _ignored(made) == [code, *before] else None


def _ignored(text: str) -> list[Any] | None:
    """What the configuration ignores; None if it cannot be read."""
    try:
        ignored = tomllib.loads(text)["tool"]["attribution-lint"].get("ignore", [])
    except (tomllib.TOMLDecodeError, KeyError, AttributeError, TypeError):
        return None
    return ignored if isinstance(ignored, list) else None
