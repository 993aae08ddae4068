"""What a value of an option may be: of the type that the shipped one has, and a number within reason."""

from __future__ import annotations

from typing import Any

_MOST = 1_000_000_000_000  # no count and no share that a rule asks for comes near it


def mismatch(key: str, value: Any, shipped: Any) -> tuple[str, str] | None:
    """Return what is wrong with the value of an option and what to give instead; None if it is like the shipped one."""
    numeric = isinstance(shipped, float) and type(value) is int
    if not (type(value) is type(shipped) or numeric):
        return f"{key} is {_kind(value)}", f"give {_kind(shipped)}, such as {shipped!r}"
    if isinstance(shipped, int | float) and not -_MOST <= value <= _MOST:
        return f"{key} is out of all reach", f"give {_kind(shipped)}, such as {shipped!r}"
    if isinstance(shipped, list) and shipped:
        wrong = [item for item in value if type(item) is not type(shipped[0])]
        if wrong:
            return f"{key} holds {_kind(wrong[0])}", f"give a list of {_kind(shipped[0])}, such as {shipped!r}"
    return None


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a whole number", float: "a number", str: "text", list: "a list"}
    return names.get(type(value), "a table")
