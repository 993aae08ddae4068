"""LSP 3.17 `PublishDiagnosticsParams`, an entry a draft; positions are 0-based UTF-16 code units."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attribution_lint.draft import Draft
from attribution_lint.linter import Result
from attribution_lint.model import Diagnostic, Position, Severity, Span
from attribution_lint.reporters import Report
from attribution_lint.units import units_of

_SEVERITIES = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 3}
_UNNECESSARY = 1


def render(report: Report) -> Iterator[str]:
    """Yield one JSON array with an entry for each draft, clean ones included."""
    yield json.dumps([published(result) for result in report.results], ensure_ascii=False, indent=2) + "\n"


def published(result: Result) -> dict[str, Any]:
    """Return the `PublishDiagnosticsParams` of one draft."""
    uri = uri_of(result.draft.path)
    return {"uri": uri, "diagnostics": [lsp_diagnostic(found, result.draft, uri) for found in result.diagnostics]}


def uri_of(path: str) -> str:
    """Return the URI of a draft; one that is not in a file is an untitled document."""
    return f"untitled:{path.strip('<>')}" if path[:1] == "<" and path[-1:] == ">" else Path(path).absolute().as_uri()


def lsp_diagnostic(found: Diagnostic, draft: Draft, uri: str) -> dict[str, Any]:
    """Return a diagnostic as LSP data; `data` keeps what a code action needs."""
    made: dict[str, Any] = {
        "range": lsp_range(found.span, draft),
        "severity": _SEVERITIES[found.severity],
        "code": found.code,
        "codeDescription": {"href": found.url},
        "source": "attribution-lint",
        "message": found.message,
    }
    if found.fix and any(not edit.text and edit.span.covers(found.span) for edit in found.fix.edits):
        made["tags"] = [_UNNECESSARY]
    if found.related:
        made["relatedInformation"] = [
            {"location": {"uri": uri, "range": lsp_range(other.span, draft)}, "message": other.message}
            for other in found.related
        ]
    fix = found.fix and {
        "applicability": found.fix.applicability,
        "edits": [{"range": lsp_range(edit.span, draft), "newText": edit.text} for edit in found.fix.edits],
    }
    made["data"] = {"rule": found.rule, "suggestions": list(found.suggestions), "fix": fix}
    return made


def lsp_range(span: Span, draft: Draft) -> dict[str, Any]:
    """Return source offsets as an LSP range."""
    return {
        "start": lsp_position(draft.position(span.start), draft),
        "end": lsp_position(draft.position(span.end), draft),
    }


def lsp_position(position: Position, draft: Draft) -> dict[str, int]:
    """Return a place as LSP counts it: lines from 0, and UTF-16 code units before it in its line."""
    units = units_of(draft.text, "utf-16")
    start = draft.line_starts[position.line - 1]
    return {"line": position.line - 1, "character": units.before(position.offset) - units.before(start)}
