"""Reviewdog Diagnostic Format, an object a line; columns are UTF-8 bytes from 1, ends exclusive."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from attribution_lint.draft import Draft
from attribution_lint.model import Diagnostic, Position, Span
from attribution_lint.reporters import Report
from attribution_lint.units import units_of

_HOME = "https://attribution-lint.readthedocs.io/"


def render(report: Report) -> Iterator[str]:
    """Yield one line of JSON for each diagnostic."""
    for result, found in report.diagnostics():
        yield json.dumps(_object(found, result.draft), ensure_ascii=False) + "\n"


def _object(found: Diagnostic, draft: Draft) -> dict[str, Any]:
    made: dict[str, Any] = {
        "message": found.message,
        "location": {"path": found.path, "range": _range(found.span, draft)},
        "severity": found.severity.name,
        "source": {"name": "attribution-lint", "url": _HOME},
        "code": {"value": found.code, "url": found.url},
    }
    # A suggestion is one replacement: a fix of several edits is not one, so that none is offered by halves.
    suggestions = [{"range": _range(found.span, draft), "text": text} for text in found.suggestions]
    if found.fix and len(found.fix.edits) == 1:
        (edit,) = found.fix.edits
        fix = {"range": _range(edit.span, draft), "text": edit.text}
        suggestions = [fix, *(other for other in suggestions if other != fix)]
    if suggestions:
        made["suggestions"] = suggestions
    if found.related:
        made["related_locations"] = [
            {"message": other.message, "location": {"path": found.path, "range": _range(other.span, draft)}}
            for other in found.related
        ]
    return made


def _range(span: Span, draft: Draft) -> dict[str, Any]:
    return {
        "start": _position(draft.position(span.start), draft),
        "end": _position(draft.position(span.end), draft),
    }


def _position(position: Position, draft: Draft) -> dict[str, int]:
    units = units_of(draft.text, "utf-8")
    start = draft.line_starts[position.line - 1]
    return {"line": position.line, "column": units.before(position.offset) - units.before(start) + 1}
