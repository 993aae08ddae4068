"""A baseline: the diagnostics that a newsroom lives with for now, so that only new ones are reported.

A diagnostic is known by its draft, its rule and its words, and by how often they occur, not by its line: it stays
known when lines move or the text around it changes.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from attribution_lint.errors import UserError
from attribution_lint.linter import Result
from attribution_lint.model import Diagnostic
from attribution_lint.reading import bytes_of
from attribution_lint.writing import write_whole

_VERSION = 1
_MOST_BYTES = 256 * 1024 * 1024
_MAKE = "make the baseline with --write-baseline"


def fingerprint(found: Diagnostic) -> str:
    """Return what makes a diagnostic the same in another version of its draft: 16 hexadecimal digits."""
    words = " ".join(found.text.casefold().split())
    return hashlib.sha256(f"{found.code}\0{words}".encode(errors="replace")).hexdigest()[:16]


@dataclass(frozen=True)
class Baseline:
    """How often each (draft, rule, fingerprint) is known; drafts are paths from the folder of the `file`."""

    file: Path
    known: Counter[tuple[str, str, str]]

    def applied_to(self, result: Result) -> Result:
        """Return the result with the known diagnostics set apart."""
        left = self.known.copy()
        draft = self._name(result.draft.path)
        new: list[Diagnostic] = []
        known: list[Diagnostic] = []
        for found in result.diagnostics:
            key = (draft, found.code, fingerprint(found))
            (known if left[key] > 0 else new).append(found)
            left[key] -= 1
        return replace(result, diagnostics=tuple(new), known=tuple(known))

    def updated(self, results: Iterable[Result]) -> Baseline:
        """Return the baseline that knows all diagnostics of `results`; what it holds of other drafts stays."""
        results = list(results)
        drafts = {self._name(result.draft.path) for result in results}
        known = Counter({key: count for key, count in self.known.items() if key[0] not in drafts})
        for result in results:
            for found in (*result.diagnostics, *result.known):
                known[self._name(result.draft.path), found.code, fingerprint(found)] += 1
        return Baseline(self.file, known)

    def write(self) -> None:
        """Write the baseline to its file, sorted, for version control. Raises UserError."""
        entries = [
            {"path": path, "code": code, "fingerprint": mark, "count": count}
            for (path, code, mark), count in sorted(self.known.items())
            if count > 0
        ]
        text = json.dumps({"version": _VERSION, "known": entries}, indent=2, ensure_ascii=False) + "\n"
        write_whole(self.file, text.encode())

    def _name(self, path: str) -> str:
        if path.startswith("<"):
            return path
        return Path(os.path.relpath(Path(path).absolute(), self.file.parent.absolute())).as_posix()


def read(file: Path, may_be_missing: bool = False) -> Baseline:
    """Read a baseline. Raises UserError for one that is missing or was not written by this tool."""
    try:
        if may_be_missing and not file.exists():
            return Baseline(file, Counter())
        content = json.loads(bytes_of(file, _MOST_BYTES, UserError, _MAKE))
        if content["version"] != _VERSION:
            raise ValueError(f"version {content['version']}")
        known = Counter({(e["path"], e["code"], e["fingerprint"]): int(e["count"]) for e in content["known"]})
    except OSError as error:
        raise UserError(str(file), (error.strerror or str(error)).lower(), _MAKE) from None
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        raise UserError(str(file), "is no baseline of attribution-lint", "make it anew with --write-baseline") from None
    return Baseline(file, known)


def numbered(found: Sequence[Diagnostic]) -> list[tuple[Diagnostic, str]]:
    """Return each diagnostic of a draft with its fingerprint and which of its kind it is, as in `…:2`."""
    seen: Counter[str] = Counter()
    made = []
    for item in found:
        mark = fingerprint(item)
        seen[mark] += 1
        made.append((item, f"{mark}:{seen[mark]}"))
    return made
