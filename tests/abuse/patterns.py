"""Strings that make a pattern work hard, made from the pattern itself, and a measure of how it copes.

A pattern is safe for drafts when twice the text takes about twice the time. Exponential backtracking comes from a
repeat inside a repeat, quadratic time from a repeat that is begun anew at every place of a long run (Davis et al.,
“The impact of regular expression denial of service”, ESEC/FSE 2018). Both need a run of what a repeat repeats and
then something that the pattern cannot take: that is what is made here, for every repeat of the pattern.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

UNITS = (
    "a",
    "A",
    " ",
    "1",
    "1,",
    ".",
    "-",
    '"',
    "“",
    "'",
    "(",
    "[",
    "a ",
    "A ",
    "\n",
    "a.",
    "<",
    "said ",
    "#",
    "_a",
    "\t\n",
)
ENDINGS = ("", "\x01", "\n\x01")
LENGTH = 6000
SHORT = 22
QUICK = 0.03
"""Seconds in which `LENGTH` code points are looked through by any pattern that is not at least quadratic."""
MOST_ATTACKS = 200
MOST = 8.0
"""How much longer four times the text may take: a linear pattern takes four times as long, a quadratic one sixteen."""

Search = Callable[[str], object]


def slow_text(source: str, search: Search) -> str | None:
    """Return a text on which `search`, which looks for the pattern `source`, grows faster than it should."""
    least = max(QUICK, 5 * _seconds(search, "zq, " * (LENGTH // 4)))
    for unit, before, after in sorted(set(attacks(source)))[:MOST_ATTACKS]:
        for length in (SHORT, LENGTH // 16, LENGTH // 4, LENGTH):
            text = before + unit * (length // len(unit)) + after
            if _seconds(search, text) < least:
                continue
            if length < LENGTH or _grows(search, unit, before, after):
                return text[:60]
    return None


def attacks(source: str) -> Iterator[tuple[str, str, str]]:
    """Yield what to repeat, what to put before it and what after it."""
    for unit in UNITS:
        for after in ENDINGS:
            yield unit, "", after
    try:
        tree = parser.parse(re.sub(r"\\L<\w+>", "said", source))
    except (re.error, RecursionError, OverflowError):
        return
    for unit, before in dict.fromkeys(_repeats(tree, "")):
        if not unit:
            continue
        for after in ENDINGS:
            yield unit, "", after
            yield unit, before, after
            yield before + unit, "", after


def _grows(search: Search, unit: str, before: str, after: str) -> bool:
    def best(length: int) -> float:
        text = before + unit * (length // len(unit)) + after
        return min(_seconds(search, text) for _ in range(2))

    return best(LENGTH) > MOST * best(LENGTH // 4)


def _seconds(search: Search, text: str) -> float:
    start = time.process_time()
    search(text)
    return time.process_time() - start


def _repeats(tree: Iterable[Any], before: str) -> Iterator[tuple[str, str]]:
    """Yield a sample of the body of each unbounded repeat and a sample of what stands before it."""
    for op, value in tree:
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
            _, high, body = value
            if high == ops.MAXREPEAT or high > 50:
                for sample in _samples(body):
                    yield sample, before
            yield from _repeats(body, before)
        elif op is ops.SUBPATTERN:
            yield from _repeats(value[3], before)
        elif op is ops.ATOMIC_GROUP:
            yield from _repeats(value, before)
        elif op is ops.BRANCH:
            for branch in value[1]:
                yield from _repeats(branch, before)
        elif op in (ops.ASSERT, ops.ASSERT_NOT):
            yield from _repeats(value[1], before)
        before += next(iter(_samples([(op, value)])), "")


def _samples(tree: Iterable[Any]) -> list[str]:
    """Return a few texts that a parsed pattern matches, about."""
    found = [""]
    for op, value in tree:
        found = [head + tail for head in found for tail in _of(op, value)][:6]
    return found


def _of(op: Any, value: Any) -> list[str]:
    if op is ops.LITERAL:
        return [chr(value)]
    if op is ops.NOT_LITERAL:
        return ["b" if value == ord("a") else "a"]
    if op is ops.ANY:
        return ["a"]
    if op is ops.IN:
        return [made for item in value for made in _in_class(item)][:6] or ["a"]
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
        return [sample * max(value[0], 1) for sample in _samples(value[2])]
    if op is ops.SUBPATTERN:
        return _samples(value[3])
    if op is ops.ATOMIC_GROUP:
        return _samples(value)
    if op is ops.BRANCH:
        return [sample for branch in value[1] for sample in _samples(branch)[:2]][:6]
    return [""]


def _in_class(item: Any) -> list[str]:
    op, value = item
    if op is ops.LITERAL:
        return [chr(value)]
    if op is ops.RANGE:
        return [chr(value[0])]
    if op is ops.CATEGORY:
        return {
            ops.CATEGORY_DIGIT: ["1"],
            ops.CATEGORY_SPACE: [" ", "\n"],
            ops.CATEGORY_WORD: ["a", "1"],
            ops.CATEGORY_NOT_SPACE: ["a", "."],
            ops.CATEGORY_NOT_WORD: [" ", "."],
            ops.CATEGORY_NOT_DIGIT: ["a"],
        }.get(value, ["a"])
    return ["a", " "] if op is ops.NEGATE else []
