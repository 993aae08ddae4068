"""The measures of drafts as a table, for the end of a run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attribution_lint.visible import shown

if TYPE_CHECKING:
    from attribution_lint.nlp.measures import Measures

_COLUMNS = ("words", "sentences", "words/sentence", "longest", "reading ease", "grade", "fog")


def table(measured: Sequence[tuple[str, Measures]]) -> str:
    """Return a line for each draft under a line of heads; reading ease falls and the grades rise with difficulty."""
    rows = [("draft", *_COLUMNS)]
    for path, found in measured:
        values = (
            str(found.words),
            str(found.sentences),
            f"{found.words_per_sentence:.1f}",
            str(found.longest_sentence),
            f"{found.reading_ease:.1f}",
            f"{found.grade:.1f}",
            f"{found.fog:.1f}",
        )
        rows.append((shown(path), *values))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for path, *cells in rows:
        padded = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
        lines.append("  ".join([path.ljust(widths[0]), *padded]))
    return "\n".join(lines)
