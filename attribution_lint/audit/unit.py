"""The unit of work: from record batches of stories to record batches of what is found in them.

It knows neither where stories come from nor where findings go, so the same function runs in this process, in a pool of
processes and on an engine that hands over Arrow record batches.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from attribution_lint.audit.schemas import AUDITED
from attribution_lint.draft import Draft
from attribution_lint.errors import UserError
from attribution_lint.ledger import AttributionEntry, Excerpt, FigureEntry, Ledger, ledger_of
from attribution_lint.linter import Linter, Result, Story
from attribution_lint.model import Diagnostic
from attribution_lint.settings import Settings
from attribution_lint.tracing import source_of, voice_kind, voice_name

_CONTEXT = 60  # characters
_AT_A_TIME = 64  # rows


@dataclass
class Audit:
    """Audits stories by one set of settings; a worker process gets a copy and reads the rules at its first story.

    `format` is how each text is read; None goes by the suffix of its id, a path inside `folder`. `id_column` and
    `text_column` name the columns of the batches; the text may be a string or bytes.
    """

    settings: Settings = field(default_factory=Settings)
    format: str | None = "plain"
    folder: str = ""
    id_column: str = "id"
    text_column: str = "text"
    _linter: Linter | None = field(default=None, repr=False, compare=False)

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Yield batches with the columns of `schemas.AUDITED`, a row for each row, in order.

        A batch of up to 64 rows gives one, a larger one several, so that memory does not grow with it.
        A batch may have a column `number` and a column `error`, which go through; a row with an error is not read.
        Whatever is wrong with a story becomes the `error` of its row. Raises KeyError for a batch without the columns.
        """
        for batch in batches:
            for start in range(0, max(1, batch.num_rows), _AT_A_TIME):
                rows = [self._row(*record) for record in self._records(batch.slice(start, _AT_A_TIME))]
                yield pa.RecordBatch.from_pylist(rows, schema=AUDITED)

    def warm_up(self) -> None:
        """Load what any story needs."""
        self._lint("Officials said on Monday that 5 percent agreed.", "warm-up.txt")

    def _records(self, batch: pa.RecordBatch) -> Iterator[tuple[Any, ...]]:
        nothing = [None] * batch.num_rows
        names = batch.schema.names
        numbers, errors = (batch[name].to_pylist() if name in names else nothing for name in ("number", "error"))
        for row in range(batch.num_rows):
            yield numbers[row], batch[self.id_column][row], batch[self.text_column][row], errors[row]

    def _row(self, number: int | None, name: pa.Scalar, text: pa.Scalar, error: str | None) -> dict[str, Any]:
        row: dict[str, Any] = {"number": number, "id": None, "error": error}
        try:
            if (given := name.as_py()) is not None:
                row["id"] = str(given)
            if error is None:
                row |= self._found(text.as_py(), row["id"] or "")
        except UnicodeDecodeError:
            row["error"] = "is not UTF-8"
        except UserError as wrong:
            row["error"] = wrong.what + (f" ({wrong.hint})" if wrong.hint else "")
        except Exception as wrong:  # one story that breaks us must not keep the others from being audited
            row["error"] = f"internal error: {type(wrong).__name__}: {wrong}"
        return row

    def _found(self, text: str | bytes | None, name: str) -> dict[str, Any]:
        if text is None or not text.strip():
            return {"error": "has no text"}
        if isinstance(text, str) and "\0" in text:
            return {"error": "holds a NUL character"}
        story, result = self._lint(text, os.path.join(self.folder, name))
        ledger = ledger_of(story.draft, story.prose, story.analysis)
        return {
            "words": sum(paragraph.count for paragraph in ledger.paragraphs),
            "diagnostics": [_diagnostic(each, story.draft) for each in result.diagnostics],
            "figures": [_figure(each, ledger) for each in ledger.figures],
            "sources": [_source(each, ledger) for each in ledger.attributions],
        }

    def _lint(self, text: str | bytes, path: str) -> tuple[Story, Result]:
        if self._linter is None:
            self._linter = Linter(self.settings)
        read = self._linter.read_text if isinstance(text, str) else self._linter.read
        story: Story = read(text, path, self.format)  # type: ignore[arg-type]
        return story, self._linter.lint(story)

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_linter": None}  # each process reads the rules for itself


def _diagnostic(found: Diagnostic, draft: Draft) -> dict[str, Any]:
    return {
        "code": found.code,
        "rule": found.rule,
        "severity": found.severity.label,
        "message": found.message,
        "before": draft.text[max(0, found.start.offset - _CONTEXT) : found.start.offset],
        "text": found.text,
        "after": draft.text[found.end.offset : found.end.offset + _CONTEXT],
        "start": found.start.offset,
        "end": found.end.offset,
        "line": found.start.line,
        "column": found.start.column,
        "suggestions": list(found.suggestions),
    }


def _figure(found: FigureEntry, ledger: Ledger) -> dict[str, Any]:
    return {
        **_place(found.words),
        "kind": found.kind,
        "status": found.status,
        "reason": found.reason,
        "source": source_of(found, ledger) or None,
        "source_type": voice_kind(ledger.cast[found.voice]) if found.voice is not None else None,
    }


def _source(found: AttributionEntry, ledger: Ledger) -> dict[str, Any]:
    return {
        **_place(found.source),
        "name": voice_name(ledger.cast[found.voice]) if found.voice is not None else None,
        "source_type": found.source_type,
        "via": found.via,
        "cue": found.cue.text if found.cue else None,
        "content_start": found.content.start if found.content else None,
        "content_end": found.content.end if found.content else None,
    }


def _place(words: Excerpt | None) -> dict[str, Any]:
    if words is None:
        return {}
    return {"text": words.text, "start": words.start, "end": words.end, "line": words.line}
