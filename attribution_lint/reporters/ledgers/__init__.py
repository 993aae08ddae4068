"""The forms of a ledger: functions from ledgers to pieces of text. The table maps a name to its module."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attribution_lint.ledger import Ledger  # what reports diagnostics needs none


@dataclass(frozen=True)
class Look:
    """For forms that people read: whether in colour, and how many columns wide."""

    colour: bool = False
    width: int = 100


Renderer = Callable[[Iterable["Ledger"], Look], Iterator[str]]

FORMS: dict[str, str] = {"text": "table", "json": "json_forms", "jsonl": "json_forms", "csv": "csv_rows"}


def renderer_for(name: str) -> Renderer:
    """Return the function that renders the form `name`. Raises KeyError for an unknown one."""
    render: Renderer = getattr(import_module(f"{__name__}.{FORMS[name]}"), f"as_{name}")
    return render
