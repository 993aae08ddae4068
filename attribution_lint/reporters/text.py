"""What a person reads: where, how bad, why, the words underlined, what to write instead, and a count."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from attribution_lint.draft import Draft
from attribution_lint.model import Diagnostic, Severity
from attribution_lint.reporters import Report
from attribution_lint.visible import one_line, shown

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BOLD, _DIM, _GREEN = "1", "2", "32"
_INDENT = "    "
_SAFE = " (--fix)"
Painter = Callable[[str, str], str]
_NARROWEST = 40
_SURELY_LONG = 2000  # code points: not counted in columns for each diagnostic of a long line


def render(report: Report) -> Iterator[str]:
    """Yield the diagnostics with their source lines, then the line that counts."""
    paint = _paint if report.colour else _plain
    for result, found in report.diagnostics():
        yield from _diagnostic(found, result.draft, report.width, paint)
        yield "\n"
    yield _summary(report) + "\n"


def _diagnostic(found: Diagnostic, draft: Draft, width: int, paint: Painter) -> Iterator[str]:
    colour = _COLOURS[found.severity]
    place = paint(f"{one_line(draft.path)}:{found.start.line}:{found.start.column}", _BOLD)
    yield f"{place}: {paint(found.severity.label, colour)} {paint(found.code, _BOLD)} {found.rule}\n"
    yield f"  {one_line(found.message)}\n"
    excerpt, underline = _excerpt(found, draft, max(width - len(_INDENT), _NARROWEST))
    yield f"{_INDENT}{excerpt}\n{_INDENT}{paint(underline, colour)}\n"
    if any(found.suggestions):
        words = " or ".join(f"“{one_line(suggestion)}”" for suggestion in found.suggestions[:3])
        yield f"  {paint('suggestion:', _GREEN)} {words}{_marked(found, draft)}\n"
    elif found.fix and all(not edit.text for edit in found.fix.edits):
        yield f"  {paint('suggestion:', _GREEN)} delete it{_marked(found, draft)}\n"
    for other in found.related:
        at = draft.position(other.span.start)
        yield f"  {paint('see', _DIM)} {one_line(draft.path)}:{at.line}:{at.column}: {one_line(other.message)}\n"


def _marked(found: Diagnostic, draft: Draft) -> str:
    if found.fix is None or draft.extracted:
        return ""
    return _SAFE if found.fix.applicability == "safe" else " (--fix --unsafe-fixes)"


def _excerpt(found: Diagnostic, draft: Draft, width: int) -> tuple[str, str]:
    """Return the part of the source line around the words, and carets under them, both in terminal columns.

    Paragraphs of a draft are often one long line: what does not fit is left out at word ends, with an ellipsis.
    """
    line = draft.line(found.start.line)
    first = found.start.column - 1
    last = found.end.column - 1 if found.end.line == found.start.line else len(line)
    last = max(last, first)
    low, high = 0, len(line)
    if len(line) > _SURELY_LONG or _columns(line) > width:
        room = max(width - 4 - (last - first), 0)
        low = max(first - room // 2, 0)
        high = min(max(low + width - 4, first + 1), len(line))
        low = max(min(low, high - (width - 4)), 0)
        low = _word_start(line, low, first) if low else 0
        high = _word_end(line, high, min(last, high)) if high < len(line) else high
    before = ("… " if low else "") + shown(line[low:first])
    words = shown(line[first : min(last, high)])
    after = shown(line[min(last, high) : high]) + (" …" if high < len(line) else "")
    return before + words + after, " " * _columns(before) + "^" * max(_columns(words), 1)


def _word_start(line: str, low: int, first: int) -> int:
    space = line.find(" ", low, first)
    return space + 1 if space >= 0 else low


def _word_end(line: str, high: int, last: int) -> int:
    space = line.rfind(" ", last, high)
    return space if space > last else high


_IS_NARROW = re.compile(r"[ -~¡-¬®-˿‐-‧€™]*").fullmatch
"""Whether a text has but letters and marks of Latin scripts, each a column wide."""


def _columns(text: str) -> int:
    """How many columns a terminal gives the text."""
    if _IS_NARROW(text):
        return len(text)
    from wcwidth import wcwidth  # for wide and combining letters alone: a start is the shorter

    return sum(max(wcwidth(character), 0) for character in text)


def _summary(report: Report) -> str:
    drafts = _count(len(report.results), "draft")
    found = [diagnostic for _, diagnostic in report.diagnostics()]
    unread = f" {_count(len(report.errors), 'error')} kept others from being read." if report.errors else ""
    if report.errors and not report.results:
        return f"Nothing was linted: {_count(len(report.errors), 'error')}."
    if not found:
        return f"No problems in {drafts}.{unread}"
    parts = [
        _count(number, noun)
        for severity, noun in ((3, "error"), (2, "warning"), (1, "note"))
        if (number := sum(d.severity == severity for d in found))
    ]
    fixable = sum(_marked(found, result.draft) == _SAFE for result, found in report.diagnostics())
    more = f" --fix mends {fixable}." if fixable else ""
    return f"{_count(len(found), 'problem')} in {drafts}: {', '.join(parts)}.{more}{unread}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _paint(text: str, code: str) -> str:
    return f"\033[{code}m{text}\033[0m"


def _plain(text: str, code: str) -> str:
    return text
