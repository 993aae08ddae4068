"""JSON: all diagnostics in one array."""

from __future__ import annotations

import json
from collections.abc import Iterator

from attribution_lint.reporters import Report
from attribution_lint.reporters.objects import diagnostic_object


def render(report: Report) -> Iterator[str]:
    """Yield one JSON array of all diagnostics."""
    objects = [diagnostic_object(diagnostic) for _, diagnostic in report.diagnostics()]
    yield json.dumps(objects, ensure_ascii=False, indent=2) + "\n"
