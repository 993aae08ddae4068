"""Residue inside a paragraph of the story: sentences, brackets and runs of words that do not belong there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attribution_lint.checks.boilerplate.families import BY_NAME, Family
from attribution_lint.checks.boilerplate.found import Residue
from attribution_lint.checks.boilerplate.naming import is_named
from attribution_lint.checks.boilerplate.register import ANY_FAMILY, likeliest
from attribution_lint.checks.boilerplate.sheets import Sheet
from attribution_lint.checks.boilerplate.surroundings import ASIDE, SET_ASIDE, Surroundings
from attribution_lint.checks.boilerplate.units import Unit
from attribution_lint.checks.boilerplate.verdict import ANYWHERE, COMPANY, LINE
from attribution_lint.model import Span

_ABOUT = 3  # grades of topics from which an aside is told by how it reads
_PLACED = "always"
Odds = dict[Span, float]


def inside(around: Surroundings, number: int, seen: Sheet | None, proper: bool) -> Iterator[Residue]:
    """Residue inside block `number`, a paragraph that is otherwise of the story; `seen` is what wording tells of it.

    What stands at an end of a paragraph that has a proper place for it may be `proper`.
    """
    if not (seen and _may_hold(seen)) and not around.has_runs(number):
        return
    judged = around.aside_odds(number)
    taken: list[Span] = []
    for found in _by_wording(seen, {unit.span: odds for unit, odds in judged}, proper) if seen else ():
        taken.append(found.span)
        yield found
    for unit, family in _by_reading(judged):
        if not any(map(unit.span.overlaps, taken)) and not is_named(around.analysis, unit.span):
            taken.append(unit.span)
            yield Residue(family.name, unit.span, guessed=True)


def _may_hold(seen: Sheet) -> bool:
    return any(map(_may_be_residue, seen.units)) or any(map(_may_be_residue, seen.brackets))


def _may_be_residue(unit: Unit) -> bool:
    return max(unit.proved.values(), default=0) >= LINE or max(unit.about.values(), default=0) >= _ABOUT


def _by_wording(seen: Sheet, odds: Odds, proper: bool) -> Iterator[Residue]:
    """Runs of sentences, and brackets, that are residue by what they say, and do not read as anything else."""
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


def _convicted(unit: Unit, odds: Odds) -> str | None:
    return next(unit.strength(ANYWHERE), None) if odds.get(unit.span, ASIDE) >= ASIDE else None


def _goes_before(unit: Unit, odds: Odds) -> bool:
    return max(unit.proved.values(), default=0) >= LINE and odds.get(unit.span, ASIDE) >= ASIDE


def _goes_on(unit: Unit, odds: Odds) -> bool:
    best = max(unit.proved.values(), default=0)
    if odds.get(unit.span, ASIDE) < ASIDE:
        return False
    return best >= LINE or (best >= COMPANY and unit.known.isdisjoint({"report", "he"}) and unit.words <= 20)


def _by_reading(judged: Sequence[tuple[Unit, float]]) -> Iterator[tuple[Unit, Family]]:
    """What is residue by nothing but how it reads, the likeliest first."""
    for unit, odds in sorted(judged, key=lambda each: (-each[1], each[0].span)):
        if odds > SET_ASIDE and (family := _family(unit)):
            yield unit, family


def _family(unit: Unit) -> Family | None:
    family = likeliest([unit])
    if family is None or family.placing == _PLACED:
        return family
    return None if unit.proved.get(family.name, 0) >= LINE else BY_NAME[ANY_FAMILY]
