r"""spaCy's patterns of affixes for texts of Latin letters and the usual marks: those of other scripts left out.

A pattern of spaCy's names in its sets the letters of all scripts and some thousand pictures. To compile them takes as
long as a twentieth of importing spaCy; a text that has none of them is cut alike by what is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

AFFIXES = ("prefixes", "suffixes", "infixes")
"""The names under which the defaults of a language have its patterns."""

_USUAL = r"\0-\u024f\u2010-\u2027\u20a0-\u20bf"  # Latin letters; dashes, quotation marks, dots; signs of currencies
_OTHER_SIGN = re.compile(f"[^{_USUAL}]")
_SET = re.compile(r"\[(?:[^\\\]]|\\.)+\]")
_WRITTEN = rf"(?:\\u(?!0[01]|02[0-4]|201|202[0-7]|20[ABab])[0-9A-Fa-f]{{4}}|\\U[0-9A-Fa-f]{{8}}|[^\\{_USUAL}])"
_OTHERS = re.compile(rf"(?<!-){_WRITTEN}(?:-{_WRITTEN})?")
_AGAIN = re.compile(r"([|&~])\1+")  # what two of stand for in a set is undecided yet


def has_other_signs(text: str) -> bool:
    """Whether a text has a sign that the patterns without other signs do not know."""
    return _OTHER_SIGN.search(text) is not None


def without_other_signs(patterns: Iterable[str]) -> list[str]:
    """Return patterns that match as those given do in any text without other signs."""
    return [_SET.sub(_usual, pattern) for pattern in patterns]


def _usual(found: re.Match[str]) -> str:
    """Return a set without other signs; as it was if it has nothing else."""
    left = _AGAIN.sub(r"\1", _OTHERS.sub("", found[0]))
    return left if len(left) > len("[^]") else found[0]
