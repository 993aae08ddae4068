"""SARIF 2.1.0, as code scanning reads it; columns are Unicode code points from 1, ends exclusive."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from attribution_lint import __version__
from attribution_lint.baseline import numbered
from attribution_lint.draft import Draft
from attribution_lint.errors import UserError
from attribution_lint.explanation import headline
from attribution_lint.linter import Result
from attribution_lint.model import Diagnostic, Fix, Rule, Severity, Span
from attribution_lint.reporters import Report

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_HOME = "https://attribution-lint.readthedocs.io/"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(report: Report) -> Iterator[str]:
    """Yield one SARIF log with one run.

    Allowed diagnostics are results suppressed in the source; where a baseline is in use, those it knows are
    `unchanged` and the others `new`.
    """
    rules = [rule for _, rule in sorted(report.rules.items())]
    index = {rule.code: number for number, rule in enumerate(rules)}
    has_baseline = any(result.known for result in report.results)
    run = {
        "tool": {
            "driver": {
                "name": "attribution-lint",
                "informationUri": _HOME,
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.errors,
                "toolExecutionNotifications": [_notification(error) for error in report.errors],
            }
        ],
        "results": [made for result in report.results for made in _results(result, index, has_baseline)],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": headline(rule)},
        "fullDescription": {"text": " ".join(rule.why.split())},
        "helpUri": rule.url,
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.enabled},
    }


def _results(result: Result, index: dict[str, int], has_baseline: bool) -> Iterator[dict[str, Any]]:
    allowed, known = set(map(id, result.allowed)), set(map(id, result.known))
    together = sorted((*result.diagnostics, *result.allowed, *result.known), key=lambda found: found.span)
    for found, mark in numbered(together):
        made = _result(found, result.draft, index, mark)
        if id(found) in allowed:
            made["suppressions"] = [{"kind": "inSource"}]
        if has_baseline:
            made["baselineState"] = "unchanged" if id(found) in known else "new"
        yield made


def _result(found: Diagnostic, draft: Draft, index: dict[str, int], mark: str) -> dict[str, Any]:
    made: dict[str, Any] = {
        "ruleId": found.code,
        "level": _LEVELS[found.severity],
        "message": {"text": found.message},
        "locations": [{"physicalLocation": _place(found.span, draft, found.text)}],
        "partialFingerprints": {"attributionLint/v1": mark},
    }
    if found.code in index:
        made["ruleIndex"] = index[found.code]
    if found.fix:
        made["fixes"] = [_fix(found.fix, draft)]
    if found.related:
        made["relatedLocations"] = [
            {"physicalLocation": _place(other.span, draft), "message": {"text": other.message}}
            for other in found.related
        ]
    return made


def _place(span: Span, draft: Draft, snippet: str | None = None) -> dict[str, Any]:
    region = _region(span, draft)
    if snippet is not None:
        region["snippet"] = {"text": snippet}
    return {"artifactLocation": {"uri": uri_of(draft.path)}, "region": region}


def _region(span: Span, draft: Draft) -> dict[str, Any]:
    start, end = draft.position(span.start), draft.position(span.end)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _fix(fix: Fix, draft: Draft) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.span, draft), "insertedContent": {"text": edit.text}} for edit in fix.edits
    ]
    change = {"artifactLocation": {"uri": uri_of(draft.path)}, "replacements": replacements}
    return {"description": {"text": f"{fix.applicability} fix"}, "artifactChanges": [change]}


def _notification(error: UserError) -> dict[str, Any]:
    return {"level": "error", "message": {"text": str(error)}}


def uri_of(path: str) -> str:
    """Return a relative path as a relative URI reference, an absolute one as a file URI."""
    place = Path(path)
    return place.as_uri() if place.is_absolute() else quote(place.as_posix(), errors="surrogateescape")
