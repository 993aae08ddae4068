"""Residue inside a paragraph of the story: sentences and brackets that do not belong there."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.boilerplate.found import Residue
from attribution_lint.checks.boilerplate.register import likeliest
from attribution_lint.checks.boilerplate.sheets import Sheet
from attribution_lint.checks.boilerplate.surroundings import ASIDE, SET_ASIDE, Surroundings
from attribution_lint.checks.boilerplate.units import Unit
from attribution_lint.checks.boilerplate.verdict import ANYWHERE, COMPANY, LINE
from attribution_lint.model import Span

_ABOUT = 3  # grades of topics from which an aside is told by how it reads


def inside(seen: Sheet, odds: dict[Span, float], proper: bool) -> Iterator[Residue]:
    """Residue inside a paragraph that is otherwise of the story: runs of sentences, and brackets.

    `odds` are the log-odds of each, by where it stands.
    """
    taken: list[Span] = []
    number = 0
    while number < len(seen.units):
        name = _convicted(seen.units[number], odds)
        if name is None:
            number += 1
            continue
        begin, end = number, number + 1
        while end < len(seen.units) and _goes_on(seen.units[end], odds):
            end += 1
        while begin > 0 and _goes_before(seen.units[begin - 1], odds):
            begin -= 1
        span = Span(seen.units[begin].span.start, seen.units[end - 1].span.end)
        taken.append(span)
        yield Residue(name, span, None, proper and (begin == 0 or end == len(seen.units)))
        number = end
    for unit in seen.brackets:
        if (name := _convicted(unit, odds)) and not any(span.overlaps(unit.span) for span in taken):
            yield Residue(name, unit.span, None, proper)


def odds_of_asides(around: Surroundings, number: int, seen: Sheet) -> dict[Span, float]:
    """The log-odds of the asides of a block, if one could be residue: nearly all paragraphs have none."""
    if not any(map(_may_be_residue, seen.units)) and not any(map(_may_be_residue, seen.brackets)):
        return {}
    return {unit.span: odds for unit, odds in around.aside_odds(number)}


def _may_be_residue(unit: Unit) -> bool:
    return max(unit.proved.values(), default=0) >= LINE or max(unit.about.values(), default=0) >= _ABOUT


def _convicted(unit: Unit, odds: dict[Span, float]) -> str | None:
    """The family of a sentence or a bracket that is residue by its wording or by how it reads."""
    name = next(unit.strength(ANYWHERE), None)
    reads = odds.get(unit.span)
    if name is not None:
        return name if reads is None or reads >= ASIDE else None
    family = likeliest([unit]) if reads is not None and reads > SET_ASIDE else None
    return family.name if family and family.placing == "always" else None


def _goes_before(unit: Unit, odds: dict[Span, float]) -> bool:
    return max(unit.proved.values(), default=0) >= LINE and odds.get(unit.span, ASIDE) >= ASIDE


def _goes_on(unit: Unit, odds: dict[Span, float]) -> bool:
    best = max(unit.proved.values(), default=0)
    if odds.get(unit.span, ASIDE) < ASIDE:
        return False
    return best >= LINE or (best >= COMPANY and unit.known.isdisjoint({"report", "he"}) and unit.words <= 20)
