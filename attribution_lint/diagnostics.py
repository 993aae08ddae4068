"""From what a check saw in the prose to what a person reads in the source: places, messages, edits."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from functools import lru_cache
from string import Formatter
from unicodedata import normalize

from attribution_lint.draft import Draft
from attribution_lint.formats.prose import Block, Prose
from attribution_lint.model import Diagnostic, Edit, Finding, Fix, Related, Rule, Severity, Span


def diagnostic(finding: Finding, rule: Rule, severity: Severity, draft: Draft, prose: Prose) -> Diagnostic:
    """Return the diagnostic of a finding: its source place, its message, and the edits that can be made there."""
    span = prose.offsets.source_span(finding.span)
    return Diagnostic(
        path=draft.path,
        code=rule.code,
        rule=rule.name,
        severity=severity,
        message=_message(finding, rule, prose),
        text=draft.text[span.start : span.end],
        start=draft.position(span.start),
        end=draft.position(span.end),
        suggestions=finding.suggestions,
        fix=_fix(finding, rule, draft, prose),
        related=tuple(Related(prose.offsets.source_span(other.span), other.message) for other in finding.related),
        url=rule.url,
    )


def without_repeats(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics in order of place, each place named once by a rule.

    Of two that one rule gives for the same words only the wider stays. Words that a fix removes whole need no
    other advice: nothing else is said about them.
    """
    ordered = sorted(found, key=lambda d: (d.start.offset, -d.end.offset, -d.severity, d.code))
    removals = _removals(ordered)
    removed = deque(sorted(removals))
    around: list[Span] = []  # of the removed ones those that begin before a diagnostic and do not end before it
    kept: list[Diagnostic] = []
    widest: dict[str, Span] = {}
    for item in ordered:
        before = widest.get(item.code)
        if before is not None and before.overlaps(item.span):
            continue
        start = item.start.offset
        while removed and removed[0].start <= start:
            around.append(removed.popleft())
        around = [span for span in around if span.end >= start]
        if any(span.covers(item.span) and removals[span] is not item for span in around):
            continue
        widest[item.code] = item.span
        kept.append(item)
    return kept


def _removals(found: Iterable[Diagnostic]) -> dict[Span, Diagnostic]:
    """Return what fixes remove whole, each with the diagnostic whose fix it is.

    Of two that would remove the same words only the one that removes more counts: each would silence the other.
    """
    removing = [(edit.span, item) for item in found if item.fix for edit in item.fix.edits if not edit.text]
    counted: dict[Span, Diagnostic] = {}
    reached = -1
    for span, item in sorted(removing, key=lambda each: (each[0].start, -each[0].end)):
        if span.covers(item.span) and item.end.offset > reached:
            counted[span] = item
            reached = max(reached, span.end)
    return counted


def removal(blocks: tuple[Block, ...], first: int, last: int, text: str) -> Edit:
    """Return the edit that deletes the blocks `first` up to and without `last` from the source `text`.

    The white space that sets them apart goes with them: what follows the deleted blocks where something
    follows, else what comes before them. All else keeps its bytes, and the end of the draft its line end.
    """
    start, end = blocks[first].source.start, blocks[last - 1].source.end
    if last < len(blocks) and _is_gap(text[end : blocks[last].source.start]):
        return Edit(Span(start, blocks[last].source.start), "")
    if last == len(blocks) and first > 0 and _is_gap(text[blocks[first - 1].source.end : start]):
        return Edit(Span(blocks[first - 1].source.end, end), "")
    while end < len(text) and text[end].isspace():
        end += 1
    return Edit(Span(start, end), "")


def _is_gap(between: str) -> bool:
    """Whether only white space (and the marks of a Markdown quotation) stands between two blocks."""
    return not between.strip(" \t\r\n>")


def _message(finding: Finding, rule: Rule, prose: Prose) -> str:
    if finding.message is not None:
        return finding.message
    values = {"text": prose.text[finding.span.start : finding.span.end], **finding.values}
    if finding.suggestions:
        values.setdefault("suggestion", finding.suggestions[0])
    return _filled(rule.message, *values.items())


@lru_cache(maxsize=1024)
def _filled(message: str, *values: tuple[str, str]) -> str:
    """Return a message with its braces filled; an editor has most of them told again after each keystroke."""
    filled = _Filled({key: " ".join(text.split()) for key, text in values})
    try:
        return message.format_map(filled)
    except ValueError:  # a number in braces
        return _Lenient().vformat(message, (), filled)


class _Filled(dict[str, str]):
    """Leaves a brace that no value fills as it is written."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


class _Lenient(Formatter):
    """Does so for numbers, too."""

    def get_value(self, key: int | str, args: object, kwargs: object) -> str:
        assert isinstance(kwargs, dict)
        return str(kwargs.get(key, f"{{{key}}}"))


def _fix(finding: Finding, rule: Rule, draft: Draft, prose: Prose) -> Fix | None:
    if finding.removes is not None:
        if rule.fix is None:
            return None
        return Fix(finding.applicability or rule.fix, (removal(prose.blocks, *finding.removes, draft.text),))
    if finding.fix is not None:
        applicability, edits = finding.fix.applicability, finding.fix.edits
    elif rule.fix is not None and finding.suggestions:
        applicability, edits = rule.fix, (Edit(finding.span, finding.suggestions[0]),)
    else:
        return None
    moved = tuple(_in_source(edit, draft, prose) for edit in edits)
    placed = tuple(edit for edit in moved if edit is not None)
    return Fix(applicability, placed) if len(placed) == len(moved) else None


def _in_source(edit: Edit, draft: Draft, prose: Prose) -> Edit | None:
    """Return the edit in source offsets, or None where markup stands between the words that it replaces."""
    span = prose.offsets.source_span(edit.span)
    source = draft.text[span.start : span.end]
    if prose.text[edit.span.start : edit.span.end] not in (source, normalize("NFC", source)):
        return None
    return Edit(span, prose.written(edit.text))
