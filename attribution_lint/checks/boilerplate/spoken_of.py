"""Whether a story tells of damaged letters, so that those in it are shown: "MUÃ‘OZ, says the stone"."""

from __future__ import annotations

from functools import cache

from attribution_lint.nlp.analysis import Analysis
from attribution_lint.packs import shipped_lexicon

_ENOUGH = 3
_MOST_SHOWN = 6  # places; more are damage, whatever the story tells of


def tells_of_characters(analysis: Analysis, damaged: list[str], mended: list[str]) -> bool:
    """Whether the words `damaged`, which ought to be `mended`, are what the story tells of.

    Its words say so, and that it has one of them in the right letters as well.
    """
    if not 0 < len(damaged) <= _MOST_SHOWN:
        return False
    graded = _graded()
    told = sum(graded[word] for word in graded.keys() & set(analysis.words.lower))
    if told >= _ENOUGH:
        return True
    lowered = analysis.text.lower()
    right = any(_core(word) and _core(word) in lowered for word in mended)
    return bool(told) and told + right >= _ENOUGH


def _core(word: str) -> str:
    return word.strip(" .,;:!?\"'“”‘’()[]").lower()


@cache
def _graded() -> dict[str, int]:
    rows = (line.rsplit(" ", 1) for line in shipped_lexicon("words-of-characters"))
    return {word: int(grade) for word, grade in rows}
