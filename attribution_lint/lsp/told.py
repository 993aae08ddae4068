"""A diagnostic as the client reads it, with no more than the client says that it understands."""

from __future__ import annotations

from lsprotocol import types

from attribution_lint.draft import Draft
from attribution_lint.lsp.client import Client
from attribution_lint.lsp.positions import range_of
from attribution_lint.model import Diagnostic, Severity

SOURCE = "attribution-lint"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def told(found: Diagnostic, draft: Draft, uri: str, encoding: str, client: Client) -> types.Diagnostic:
    """Return a diagnostic in a client's terms; the words that a fix deletes are tagged as unnecessary."""
    made = types.Diagnostic(
        range_of(found.span, draft, encoding),
        found.message,
        severity=_SEVERITIES[found.severity],
        code=found.code,
        source=SOURCE,
    )
    if client.code_description and found.url:
        made.code_description = types.CodeDescription(found.url)
    if client.tags and found.fix and any(not e.text and e.span.covers(found.span) for e in found.fix.edits):
        made.tags = [types.DiagnosticTag.Unnecessary]
    if client.related and found.related:
        made.related_information = [
            types.DiagnosticRelatedInformation(
                types.Location(uri, range_of(other.span, draft, encoding)), other.message
            )
            for other in found.related
        ]
    if client.data:
        made.data = {"rule": found.rule, "suggestions": list(found.suggestions)}
    return made
