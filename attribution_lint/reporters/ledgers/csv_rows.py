"""A ledger as CSV (RFC 4180, UTF-8): a row for each figure and each quotation, in order of place."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from attribution_lint.ledger import AttributionEntry, Ledger
from attribution_lint.reporters.ledgers import Look
from attribution_lint.tracing import source_of, voice_kind, voice_name

_HEADER = "path line start end what text kind status reason source source_kind mention cue".split()

# A spreadsheet takes such a cell for a formula and would run it (OWASP, "CSV Injection"); a signed number is none.
_FORMULA = re.compile(r"[=@＝＠\t\r]|[+＋－-](?![\d.,]+\s*%?$)")


def as_csv(ledgers: Iterable[Ledger], look: Look) -> Iterator[str]:
    """Yield the header, then the rows of each draft."""
    yield _row(_HEADER)
    for ledger in ledgers:
        rows = [*_figures(ledger), *_quotes(ledger)]
        yield from (_row(cells) for _, cells in sorted(rows, key=lambda row: row[0]))


def _figures(ledger: Ledger) -> Iterator[tuple[int, tuple[object, ...]]]:
    for each in ledger.figures:
        entry = ledger.attributions[each.attribution] if each.attribution is not None else None
        kind = voice_kind(ledger.cast[each.voice]) if each.voice is not None else ""
        words = each.words
        yield words.start, (
            ledger.path, words.line, words.start, words.end, "figure", words.text, each.kind, each.status, each.reason,
            source_of(each, ledger), kind, *_told(entry),
        )  # fmt: skip


def _quotes(ledger: Ledger) -> Iterator[tuple[int, tuple[object, ...]]]:
    for each in ledger.quotes:
        entry = ledger.attributions[each.attribution] if each.attribution is not None else None
        voice = ledger.cast[each.voice] if each.voice is not None else None
        words = each.words
        yield words.start, (
            ledger.path, words.line, words.start, words.end, "quote", words.text, "scare" if each.scare else "speech",
            "attributed" if each.speaker else "unattributed", "",
            voice_name(voice) if voice else "", voice_kind(voice) if voice else "",
            *_told(entry if each.speaker else None),
        )  # fmt: skip


def _told(entry: AttributionEntry | None) -> tuple[str, str]:
    """The source and the cue as the draft words them."""
    if entry is None:
        return "", ""
    return entry.source.text if entry.source else "", entry.cue.text if entry.cue else ""


def _row(cells: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([_safe(cell) if isinstance(cell, str) else cell for cell in cells])
    return out.getvalue()


def _safe(cell: str) -> str:
    cell = cell.replace("\0", "\ufffd")
    return f"'{cell}" if _FORMULA.match(cell) else cell
