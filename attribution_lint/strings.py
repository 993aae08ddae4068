"""Many strings looked for in a text at once: of each only if the rarest of its characters is there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Generic, TypeVar

Value = TypeVar("Value")
_RARELY = 0.01
_MOST_TEXTS = 512  # whose characters are kept: the paragraphs of a story, which many look at one after the other


class _Shares(dict[str, float]):
    """What share of the paragraphs of news holds a character; any that is not named is rare."""

    def __missing__(self, character: str) -> float:
        return _RARELY


# Counted in 8,500 paragraphs.
_SHARES = _Shares(
    {
        **dict.fromkeys("etiaronsldhumcpgfywb .", 0.9),
        ",": 0.76,
        "v": 0.71,
        "k": 0.59,
        "T": 0.57,
        "C": 0.48,
        "S": 0.42,
        **dict.fromkeys("AI", 0.34),
        **dict.fromkeys("MB-'", 0.3),
        **dict.fromkeys("RDHPx", 0.25),
        **dict.fromkeys("WO’NFz", 0.2),
        **dict.fromkeys('10“”jG2"J', 0.15),
        **dict.fromkeys("ELUq", 0.12),
        **dict.fromkeys(":5K4", 0.08),
        **dict.fromkeys("36Y98V7\xa0()—", 0.055),
        **dict.fromkeys("?;$", 0.03),
    }
)
share_of = _SHARES.__getitem__  # called for each character of many strings
"""About what share of the paragraphs of news holds a character."""


class Strings(Generic[Value]):
    """Strings, and what each of them stands for."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._by_rarest: dict[str, list[tuple[str, Value]]] = {}
        for string, value in values.items():
            self._by_rarest.setdefault(min(string, key=share_of, default=""), []).append((string, value))
        self._rarest = frozenset(self._by_rarest)
        self._always = [value for _, value in self._by_rarest.get("", ())]

    def within(self, text: str) -> list[Value]:
        """Return in no certain order what the strings stand for that are in the text; the empty one always is."""
        by_rarest = self._by_rarest
        return self._always + [
            value
            for character in self._rarest & characters(text)
            for string, value in by_rarest[character]
            if string in text
        ]


@lru_cache(maxsize=_MOST_TEXTS)
def characters(text: str) -> frozenset[str]:
    """Return the characters of a text."""
    return frozenset(text)
