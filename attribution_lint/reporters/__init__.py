"""The output formats: pure functions from a report to pieces of text. The table maps a name to its module."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module

from attribution_lint.errors import UserError
from attribution_lint.linter import Result
from attribution_lint.model import Diagnostic, Rule


@dataclass(frozen=True)
class Report:
    """A whole run: what was found in each draft, what could not be read, and the rules that were asked.

    `colour` and `width` (columns) are for formats that people read.
    """

    results: Sequence[Result]
    errors: Sequence[UserError] = ()
    rules: Mapping[str, Rule] = field(default_factory=dict)
    colour: bool = False
    width: int = 100

    def diagnostics(self) -> Iterator[tuple[Result, Diagnostic]]:
        """Yield every diagnostic with the result that it belongs to."""
        for result in self.results:
            for diagnostic in result.diagnostics:
                yield result, diagnostic


Reporter = Callable[[Report], Iterator[str]]

REPORTERS: dict[str, str] = {
    "text": "text",
    "concise": "concise",
    "json": "json_array",
    "jsonl": "json_lines",
    "lsp": "lsp",
    "sarif": "sarif",
    "github": "github",
    "rdjsonl": "rdjsonl",
    "checkstyle": "checkstyle",
    "junit": "junit",
}


def reporter_for(name: str) -> Reporter:
    """Return the function that renders the format `name`. Raises KeyError for an unknown one."""
    render: Reporter = import_module(f"attribution_lint.reporters.{REPORTERS[name]}").render
    return render
