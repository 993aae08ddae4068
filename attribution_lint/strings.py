"""Many strings looked for in a text at once: of each only if the rarest of its characters is there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

Value = TypeVar("Value")
_COMMON = "zjqxkvbpygwfmucldrhsnioate "  # from the rarest on; capitals, figures and signs are rarer


class Strings(Generic[Value]):
    """Strings, and what each of them stands for."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._by_rarest: dict[str, list[tuple[str, Value]]] = {}
        for string, value in values.items():
            self._by_rarest.setdefault(min(string, key=_COMMON.find, default=""), []).append((string, value))

    def within(self, text: str) -> list[Value]:
        """Return in no certain order what the strings stand for that are in the text; the empty one always is."""
        found = [value for _, value in self._by_rarest.get("", ())]
        for character in self._by_rarest.keys() & set(text):
            found += [value for string, value in self._by_rarest[character] if string in text]
        return found
