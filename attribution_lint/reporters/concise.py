"""A diagnostic a line, for grep and for editors that read compiler output."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.reporters import Report
from attribution_lint.visible import one_line


def render(report: Report) -> Iterator[str]:
    """Yield `path:line:column: severity CODE message` for each diagnostic; columns are code points from 1."""
    for _, found in report.diagnostics():
        place = f"{one_line(found.path)}:{found.start.line}:{found.start.column}"
        yield f"{place}: {found.severity.label} {found.code} {one_line(found.message)}\n"
