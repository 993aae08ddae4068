"""Diagnostics written into a copy of the draft, where the format has a place for remarks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from attribution_lint.errors import DraftError
from attribution_lint.model import Diagnostic

Writer = Callable[[bytes, str, Sequence[Diagnostic]], bytes]

WRITERS: dict[str, str] = {"docx": "word", "html": "html"}


def annotated(data: bytes, path: str, format: str, diagnostics: Sequence[Diagnostic]) -> bytes:
    """Return a copy of the file `data` with each diagnostic at its words. Raises DraftError.

    The offsets of the diagnostics are those of the draft that `format` makes of `data`.
    """
    if format not in WRITERS:
        raise DraftError(path, f"has no place for remarks, being read as {format}", "annotate Word or HTML drafts")
    writer: Writer = import_module(f"attribution_lint.annotations.{WRITERS[format]}").write
    return writer(data, path, diagnostics)


def remark(found: Diagnostic) -> list[str]:
    """Return what an editor should read at the words of a diagnostic, a line each."""
    lines = [found.message]
    if found.suggestions:
        lines.append("Suggestion: " + " / ".join(f"“{text}”" if text else "delete" for text in found.suggestions))
    elif found.fix and not any(edit.text for edit in found.fix.edits):
        lines.append("Suggestion: delete")
    return [*lines, f"{found.code} {found.rule}, {found.severity.label}"]
