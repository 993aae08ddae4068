"""A diagnostic as plain data, the same for every JSON format of ours."""

from __future__ import annotations

from typing import Any

from attribution_lint.model import Diagnostic, Fix, Position


def diagnostic_object(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return a diagnostic as JSON data: offsets are code points, 0-based; lines and columns are 1-based."""
    return {
        "path": diagnostic.path,
        "code": diagnostic.code,
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.label,
        "message": diagnostic.message,
        "text": diagnostic.text,
        "start": _position(diagnostic.start),
        "end": _position(diagnostic.end),
        "suggestions": list(diagnostic.suggestions),
        "fix": _fix(diagnostic.fix) if diagnostic.fix else None,
        "url": diagnostic.url,
    }


def _position(position: Position) -> dict[str, int]:
    return {"offset": position.offset, "line": position.line, "column": position.column}


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in fix.edits]
    return {"applicability": fix.applicability, "edits": edits}
