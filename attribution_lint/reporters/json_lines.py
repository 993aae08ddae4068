"""JSON Lines: a diagnostic a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from attribution_lint.reporters import Report
from attribution_lint.reporters.objects import diagnostic_object


def render(report: Report) -> Iterator[str]:
    """Yield one line of JSON for each diagnostic."""
    for _, diagnostic in report.diagnostics():
        yield json.dumps(diagnostic_object(diagnostic), ensure_ascii=False) + "\n"
