"""Small closed sets of words, kept as data beside the lexicons."""

from __future__ import annotations

from functools import cache

from attribution_lint.packs import shipped_lexicon


@cache
def _groups() -> dict[str, frozenset[str]]:
    lines = (entry.partition(":") for entry in shipped_lexicon("phrase-groups"))
    return {name: frozenset(words.split()) for name, _, words in lines}


def group(name: str) -> frozenset[str]:
    """Return the words of a group. Raises KeyError for one that does not exist."""
    return _groups()[name]
