"""Imports spaCy without its command line.

`import spacy` loads its own command line for the one function `spacy.info`: a third of the time it takes, and an HTTP
client that a linter has no use for. A stand-in takes the place of that module for as long as the import lasts.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_COMMAND_LINE = "spacy.cli.info"


def _spacy() -> Any:
    """Return spaCy, imported unless that has been done. `spacy.info` and `spacy.cli` work as ever."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    stand_in = ModuleType(_COMMAND_LINE)
    stand_in.__dict__["info"] = _info
    sys.modules[_COMMAND_LINE] = stand_in
    try:
        return import_module("spacy")
    finally:
        if sys.modules.get(_COMMAND_LINE) is stand_in:
            del sys.modules[_COMMAND_LINE]


def _info(*args: Any, **options: Any) -> Any:
    return import_module(_COMMAND_LINE).info(*args, **options)


spacy = _spacy()
