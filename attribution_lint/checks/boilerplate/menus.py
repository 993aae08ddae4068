"""Rows of labels: what is left of a page's menus, counters and lists of links once its layout is gone."""

from __future__ import annotations

import re

from attribution_lint.checks.boilerplate.phrases import phrase_book
from attribution_lint.checks.boilerplate.tokens import tokens
from attribution_lint.model import Span
from attribution_lint.patterns import screened

_SIGN = screened(r" ?[·•|»›>/] ?| - ")
_RULES = re.compile(r"[·•|»›>/-]")  # without one there are no parts
_LONGEST = 240
_RULED = re.compile(r" ?[|•·] | [>›»] |\S {2,}(?=\S)")
_FEWEST_RULES = 2
_NUMBERED = re.compile(r"(?:^|: ?|\s)1[.)] [^\n]{3,120}\s2[.)] \S")


def is_menu(text: str, span: Span) -> bool:
    """Whether a line is a row of labels: Print · Share · 3 comments; or of anything parted by rules or bullets."""
    if span.end - span.start > _LONGEST:
        return False
    line = text[span.start : span.end]
    if line.rstrip()[-1] not in '.!?”"' and (len(_RULED.findall(line)) >= _FEWEST_RULES or _NUMBERED.search(line)):
        return True
    if not _RULES.search(line):
        return False
    parts = [part.strip(" .") for part in _SIGN.split(line)]
    if len(parts) < 2 or any(len(part.split()) > 4 for part in parts):
        return False
    named_by = phrase_book(("labels-site", "labels-weak", "objects-social"))
    named = 0
    for part in parts:
        found = tokens(part, Span(0, len(part)))
        named += any(hit.last == len(found) for hit in named_by.hits_at(found, 0))
    return 2 * named >= len(parts) and named >= 2
