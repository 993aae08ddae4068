"""A paragraph between two of a story, and the residue that is found in it or in a whole draft."""

from __future__ import annotations

from attribution_lint.linter import Linter
from attribution_lint.model import Severity
from attribution_lint.settings import Settings

_LEAD = "The ferry to the outer islands will run twice a day from June, the port authority said on Monday."
_LAST = "The owner of the yard said she would rebuild it before the first snow falls in November."
_LINTER = Linter(Settings(select=("BOI",)))


def told(paragraph: str, least: Severity = Severity.INFO) -> list[tuple[str, str]]:
    """Return the codes and the words of what is found, from a severity on."""
    found = _LINTER.lint_text(f"{_LEAD}\n\n{paragraph}\n\n{_LAST}\n", "draft.txt").diagnostics
    return [(item.code, item.text) for item in found if item.severity >= least]


def warned(paragraph: str) -> list[tuple[str, str]]:
    """Return the same of what is more than information."""
    return told(paragraph, Severity.WARNING)


def warned_in(draft: str) -> list[tuple[str, str]]:
    """Return the codes and the words of what is more than information in a draft of its own."""
    found = _LINTER.lint_text(draft, "draft.txt").diagnostics
    return [(item.code, item.text) for item in found if item.severity >= Severity.WARNING]
