"""A diagnostic a line, for grep and for editors that read compiler output."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.reporters import Report


def render(report: Report) -> Iterator[str]:
    """Yield `path:line:column: severity CODE message` for each diagnostic; columns are code points from 1."""
    for _, found in report.diagnostics():
        place = f"{found.path}:{found.start.line}:{found.start.column}"
        yield f"{place}: {found.severity.label} {found.code} {' '.join(found.message.split())}\n"
