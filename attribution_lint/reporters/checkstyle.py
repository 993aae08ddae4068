"""Checkstyle XML, as many code review tools read it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from attribution_lint.reporters import Report
from attribution_lint.reporters.xml import clean, document


def render(report: Report) -> Iterator[str]:
    """Yield one XML document with a `file` for each draft; lines and columns count code points from 1."""
    root = Element("checkstyle", version="4.3")
    for result in report.results:
        file = SubElement(root, "file", name=clean(result.draft.path))
        for found in result.diagnostics:
            SubElement(
                file,
                "error",
                line=str(found.start.line),
                column=str(found.start.column),
                severity=found.severity.label,
                message=clean(found.message),
                source=f"attribution-lint.{found.code}",
            )
    yield document(root)
