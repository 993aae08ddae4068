"""The kinds of check: pure functions from an analysed Doc and a rule to findings.

The table maps the `kind` of a rule to "module:function"; a module is imported when a rule first needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from attribution_lint.model import Finding, Rule
from attribution_lint.nlp.analysis import AnalysedDoc

Check = Callable[[AnalysedDoc, Rule], Iterator[Finding]]

KINDS: dict[str, str] = {}


def check_for(kind: str) -> Check:
    """Return the function of a kind. Raises KeyError for a kind that does not exist."""
    module, function = KINDS[kind].split(":")
    check: Check = getattr(import_module(f"attribution_lint.checks.{module}"), function)
    return check
