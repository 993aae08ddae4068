"""Quotations: double, single and angled marks, nested ones inside, paragraphs left open till the last closes.

A paragraph that opens a quotation and does not close it goes on in the next paragraph if that opens with a mark
too (AP Stylebook and Chicago Manual of Style agree on this form).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from attribution_lint.kept import kept_by_text
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis, Quotation

_DOUBLE = re.compile(r"[“”„\"«»]|''|``")
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])['’](?!\w)")
_OPENS_ALWAYS = frozenset("“«")
_CLOSES_ALWAYS = frozenset("”»")
_SCARE_WORDS = 4
_SCARE_LENGTH = 60  # code points
_MOST_STRAY_MARKS = 2  # double marks that a story quoting in single ones may hold: inches, titles
_SINGLE_QUOTED = re.compile(r"(?<!\w)[‘'][^‘’'\n]{3,400}[,.?!]['’](?!\w)")


class _Quoted(NamedTuple):
    """A quotation in a block, by its places there; `closed` unless it is left open at the end."""

    span: Span
    inner: Span
    closed: bool
    scare: bool


def find_quotations(analysis: Analysis) -> list[Quotation]:
    """Return the outermost quotations of all blocks, in order."""
    texts = [analysis.text_of(number) for number in range(len(analysis.blocks))]
    found_in = _in_single_marks if _uses_single_marks(analysis.text, texts) else _in_double_marks
    quotations = [
        Quotation(
            each.span.moved(block.span.start),
            each.inner.moved(block.span.start),
            number,
            scare=each.scare,
            continues=not each.closed,
        )
        for number, (block, text) in enumerate(zip(analysis.blocks, texts, strict=True))
        if block.kind != "code"
        for each in found_in(text)
    ]
    _settle_open_ends(analysis, quotations)
    return quotations


def _uses_single_marks(text: str, blocks: list[str]) -> bool:
    if sum(map(_double_marks, blocks)) > _MOST_STRAY_MARKS:
        return False
    return _SINGLE_QUOTED.search(text) is not None


@kept_by_text
def _double_marks(block: str) -> int:
    return len(_DOUBLE.findall(block))


@kept_by_text
def _in_double_marks(block: str) -> tuple[_Quoted, ...]:
    return tuple(_quoted_in(block, _DOUBLE))


@kept_by_text
def _in_single_marks(block: str) -> tuple[_Quoted, ...]:
    return tuple(_quoted_in(block, _SINGLE))


def _quoted_in(text: str, marks: re.Pattern[str]) -> Iterator[_Quoted]:
    opened: re.Match[str] | None = None
    depth = 0
    for match in marks.finditer(text):
        opens = _opens(text, match, opened is not None)
        if opened is None:
            if opens:
                opened, depth = match, 1
        elif opens and match.group() in _OPENS_ALWAYS and opened.group() == match.group():
            # A second opening mark without a close: the first was never closed.
            if match.start() == opened.end():
                continue
            depth += 1
        elif not opens:
            depth -= 1
            if depth <= 0:
                inner = Span(opened.end(), match.start())
                yield _Quoted(Span(opened.start(), match.end()), inner, True, _is_scare(text, inner))
                opened = None
    if opened is not None:
        yield _Quoted(Span(opened.start(), len(text)), Span(opened.end(), len(text)), False, False)


def _opens(text: str, match: re.Match[str], inside: bool) -> bool:
    mark = match.group()
    if mark in _OPENS_ALWAYS or mark in ("``", "„"):
        return True
    if mark in _CLOSES_ALWAYS:
        return False
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    if mark == '"' and before.isdigit() and not inside:
        return False  # an inch mark
    if before.isspace() or before in "([—–-/":
        return not after.isspace() and not (inside and after in ".,;:)")
    if after.isspace() or after in ".,;:!?)]—–":
        return False
    return not inside


def _settle_open_ends(analysis: Analysis, quotations: list[Quotation]) -> None:
    """Let an open quotation end with its block unless the next block opens with a mark."""
    openers = {quotation.block: quotation for quotation in reversed(quotations)}
    for quotation in quotations:
        if not quotation.continues:
            continue
        following = openers.get(quotation.block + 1)
        quotation.continues = (
            following is not None and following.span.start == analysis.blocks[quotation.block + 1].span.start
        )


def _is_scare(text: str, inner: Span) -> bool:
    quoted = text[inner.start : inner.end]
    if len(quoted) > _SCARE_LENGTH or not quoted.strip() or quoted.rstrip()[-1] in ".!?":
        return False
    return len(quoted.split()) <= _SCARE_WORDS
