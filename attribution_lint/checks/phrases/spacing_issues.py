"""What is said of a wrong space: one reading, and so a fix that is safe."""

from __future__ import annotations

from attribution_lint.checks.phrases.story import Issue
from attribution_lint.model import Span


def spacing_issue(defect: str, span: Span, right: str, reason: str) -> Issue:
    """Return the issue of a wrong space at a span, with what belongs there instead."""
    return Issue(defect, span, right.strip() or "space", reason, (right,), certain=True)  # type: ignore[arg-type]
