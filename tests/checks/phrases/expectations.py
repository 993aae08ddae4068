"""What the tests of damaged phrases expect of a text: one diagnostic at a place, or none."""

from __future__ import annotations

from attribution_lint.linter import Linter
from attribution_lint.model import Diagnostic
from attribution_lint.settings import Settings

_LINTER = Linter(Settings(select=("ATT",)))


def diagnostics_of(text: str) -> tuple[Diagnostic, ...]:
    """Return what the rules of attribution phrases say of a text."""
    return tuple(_LINTER.lint_text(text, "story.txt").diagnostics)


def assert_found(code: str, text: str, wrong: str, right: str) -> None:
    """Assert that a text has one diagnostic: of this code, at `wrong`, with `right` as its first suggestion."""
    (diagnostic,) = diagnostics_of(text)
    assert (diagnostic.code, diagnostic.text, diagnostic.suggestions[0]) == (code, wrong, right)
    assert text[diagnostic.span.start : diagnostic.span.end] == wrong
