"""GitHub workflow commands: an annotation a diagnostic."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.model import Severity
from attribution_lint.reporters import Report
from attribution_lint.visible import shown

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report) -> Iterator[str]:
    """Yield a workflow command for each diagnostic; columns only where it stands in one line.

    GitHub shows ten annotations of a kind for a step, so the worst come first.
    """
    for _, found in sorted(report.diagnostics(), key=lambda pair: -pair[1].severity):
        properties = {"file": found.path, "line": found.start.line, "endLine": found.end.line}
        if found.start.line == found.end.line:
            properties |= {"col": found.start.column, "endColumn": found.end.column}
        properties["title"] = f"{found.code} {found.rule}"
        listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
        yield f"::{_COMMANDS[found.severity]} {listed}::{_message(found.message)}\n"


def _message(text: str) -> str:
    return shown(text, kept="\r\n").replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
