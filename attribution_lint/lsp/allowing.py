"""The edit that puts an allow-comment where it covers a diagnostic, by the comments that its format has."""

from __future__ import annotations

import re

from attribution_lint.draft import Draft
from attribution_lint.formats.prose import Block, Prose
from attribution_lint.model import Diagnostic, Edit, Span
from attribution_lint.suppressions import CODE_OR_NAME

_CODES = re.compile(rf"attribution-lint:\s*allow(?P<codes>(?:[\s,]+{CODE_OR_NAME})+)")
_WHOLE_LINES = {"paragraph", "heading"}


def allow_edit(found: Diagnostic, draft: Draft, prose: Prose, format: str) -> Edit | None:
    """Return the edit that allows a diagnostic in its paragraph; None for a format without comments.

    A comment that stands there already takes in the code. Else plain text gets a line before the paragraph, HTML a
    comment before the element, and Markdown a line before a paragraph and a comment at the end of all other blocks,
    as one before an item or a cell would cut the list or the table in two.
    """
    block = _block_of(found.span, prose)
    if block is None or format not in {"plain", "markdown", "html"}:
        return None
    present = _present(block, draft, prose)
    if present is not None:
        return Edit(present, f" {found.code}")
    words = f"attribution-lint: allow {found.code}"
    comment = f"# {words}" if format == "plain" else f"<!-- {words} -->"
    start = block.source.start
    line = draft.line_starts[draft.position(start).line - 1]
    before = draft.text[line:start]
    own_line = not before.strip()
    if format == "html" and not own_line:
        return Edit(Span(start, start), comment)
    if format == "markdown" and not (own_line and block.kind in _WHOLE_LINES):
        end = block.source.start + len(draft.text[block.source.start : block.source.end].rstrip())
        return Edit(Span(end, end), f" {comment}")
    indent = before + draft.text[start : start + _blank(draft.text[start : block.source.end])]
    return Edit(Span(line, line), f"{indent}{comment}{_newline(draft.text)}")


def _block_of(span: Span, prose: Prose) -> Block | None:
    return next((block for block in prose.blocks if block.source.start <= span.start < block.source.end), None)


def _present(block: Block, draft: Draft, prose: Prose) -> Span | None:
    """Where an allow-comment that covers the block can take in another code: just past its last one."""
    for comment, _ in prose.comments:
        covered = next((other for other in prose.blocks if other.source.end > comment.start), None)
        match = _CODES.search(draft.text, comment.start, comment.end)
        if covered is block and match:
            return Span(match.end(), match.end())
    return None


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip(" \t"))


def _newline(text: str) -> str:
    match = re.search(r"\r\n|\n|\r", text)
    return match[0] if match else "\n"
