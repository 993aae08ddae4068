"""How far the evidence in a unit of text proves each family, by the combinations of `families.py`.

A combination is only tried where its rarest sign is known: most units have none of any.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache

from attribution_lint.checks.boilerplate.families import BY_NAME, FAMILIES, ORDER, Combination

ANYWHERE, LINE, COMPANY = 3, 2, 1
_LABELLED = {"chat": "assistant"}


def prove(known: set[str]) -> dict[str, int]:
    """Return how far each family is proved by what is `known`, in the order of the families."""
    proved: dict[str, int] = {}
    combinations = _by_rarest_sign()
    for sign in known:
        for name, degree, row in combinations.get(sign, ()):
            if degree > proved.get(name, 0) and row <= known and not _is_cleared(name, known):
                proved[name] = degree
    return {name: proved[name] for name in sorted(proved, key=ORDER.__getitem__)} if len(proved) > 1 else proved


def _is_cleared(name: str, known: set[str]) -> bool:
    return not BY_NAME[name].veto.isdisjoint(known) and not _is_labelled(name, known)


@cache
def _by_rarest_sign() -> dict[str, list[tuple[str, int, Combination]]]:
    rows = [
        (family.name, degree, row)
        for family in FAMILIES
        for degree, level in ((ANYWHERE, family.anywhere), (LINE, family.line), (COMPANY, family.company))
        for row in level
    ]
    often = Counter(sign for _, _, row in rows for sign in row)
    # Signs of shape fit many a line; that they stand in few rows does not make them rare.
    shapes = frozenset({"short", "tiny", "lean", "long", "alone", "names", "caps", "title-line", "question", "untold"})
    found: dict[str, list[tuple[str, int, Combination]]] = defaultdict(list)
    for name, degree, row in rows:
        found[min(row, key=lambda sign: (sign in shapes, often[sign], sign))].append((name, degree, row))
    return dict(found)


def _is_labelled(family: str, known: set[str]) -> bool:
    """Whether a label or brackets say what the unit is, so that what it tells does not clear it."""
    name = _LABELLED.get(family, family)
    if not known.isdisjoint({"bracket", "starred"}) or f"bare:{name}" in known or f"label:{name}" in known:
        return True
    return family == "related" and (
        not known.isdisjoint({"piped", "label:weak-caps"}) or known >= {"label:weak", "title-line"}
    )
