"""The same figure told twice: what sources it in one place sources it in the other."""

from __future__ import annotations

from collections.abc import Sequence

from attribution_lint.nlp.analysis import Figure

_LEAST = 5  # smaller numbers agree by chance


def carry_from_equals(figures: Sequence[Figure]) -> None:
    """Carry to the open figures of a story what sources the same figure elsewhere in it."""
    sourced: dict[tuple[float, str], Figure] = {}
    for figure in figures:
        if (
            figure.value is not None
            and figure.status in {"attributed", "carried"}
            and not (figure.vague or figure.slight)
        ):
            sourced.setdefault((figure.value, figure.unit), figure)
    for figure in figures:
        if figure.status != "unattributed" or figure.value is None or figure.value < _LEAST:
            continue
        twin = sourced.get((figure.value, figure.unit))
        if twin is not None and (figure.noun == twin.noun != "" or not _is_round(figure.value)):
            figure.status, figure.soft, figure.attribution = "carried", False, twin.attribution
            figure.reason = "the same figure elsewhere"


def _is_round(value: float) -> bool:
    """Whether a number has one digit that counts (5 million, 300): such numbers agree by chance."""
    return len(f"{value:.12g}".replace(".", "").rstrip("0")) < 2
