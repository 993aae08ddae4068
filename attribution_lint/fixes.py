"""Fixes: which edits can be made together, the text they make, and a safe way to write it back."""

from __future__ import annotations

import codecs
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from attribution_lint.draft import Draft, decode, read_bytes
from attribution_lint.errors import DraftError
from attribution_lint.linter import Result
from attribution_lint.model import Edit, Fix, Span
from attribution_lint.places import Places
from attribution_lint.writing import write_whole

_MOST_ROUNDS = 20
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True)
class Mended:
    """A draft before and after its fixes: the bytes, the texts, how many fixes, and what is left to say."""

    before: bytes
    after: bytes
    old_text: str
    new_text: str
    count: int
    result: Result


def apply_fixes(text: str, fixes: Iterable[Fix]) -> tuple[str, int]:
    """Return the text with the fixes made, and how many were made."""
    edits, made = together(fixes)
    return _edited(text, edits), made


def _edited(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with edits made that stand in order and do not meet."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def together(fixes: Iterable[Fix]) -> tuple[list[Edit], int]:
    """Return the edits of the fixes that can be made together, in order of place, and how many fixes these are.

    A fix is made whole or not at all, and never where its edits meet those of an earlier one.
    """
    taken: list[Edit] = []  # in order of place: as none meets another, only its neighbours can meet a new one
    made = 0
    for fix in fixes:
        edits = [edit for edit in fix.edits if not _is_in(edit, taken)]
        if not fix.edits or any(_meets_one(edit.span, taken) for edit in edits):
            continue
        if any(_meet(a.span, b.span) for i, a in enumerate(edits) for b in edits[:i]):
            continue
        for edit in edits:
            insort(taken, edit, key=_place)
        made += 1
    return taken, made


def mend(data: bytes, result: Result, lint: Callable[[bytes], Result], unsafe: bool = False) -> Mended | None:
    """Make the safe fixes of a draft (and the unsafe ones if asked) until none is left; None if there is none.

    `result` is what `lint` found in the bytes `data` of the draft; `lint` is called again on the mended bytes, as two
    fixes that meet cannot be made at once. Only words that `result` has a fix for are ever touched: what comes to light
    when they are mended is reported, and left to the next run. A draft that is not text, such as a Word document, has
    no fixes.
    """
    text = result.draft.text
    if result.draft.extracted or not _is_text(data, result.draft):
        return None
    old_text, count, current = text, 0, data
    newline = "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
    seen = {text}
    places = Places([])
    for number in range(_MOST_ROUNDS):
        found = [
            (item.span, _with_newlines(item.fix, newline))
            for item in result.diagnostics
            if item.fix and (unsafe or item.fix.applicability == "safe")
        ]
        if not number:
            places = Places(span for told, fix in found for span in (told, *(edit.span for edit in fix.edits)))
        fixes = [fix for _, fix in found if all(places.cover(edit.span) for edit in fix.edits)]
        edits, made = together(fixes)
        text = _edited(text, edits)
        if not made or text in seen:
            break
        places = places.after(edits)
        seen.add(text)
        count += made
        current = encoded_like(text, data)
        result = lint(current)
    if not count:
        return None
    return Mended(data, current, old_text, result.draft.text, count, result)


def encoded_like(text: str, original: bytes) -> bytes:
    """Return the text in the encoding, and with the byte order mark, that the original bytes have."""
    for mark, encoding in _MARKS:
        if original.startswith(mark):
            return mark + text.encode(encoding)
    return text.encode("utf-8")


def write(path: str, mended: Mended) -> None:
    """Replace the file by its mended content in one step, with the permissions it has.

    Raises DraftError if the file changed since it was read, or cannot be written; it is then left as it is.
    """
    try:
        now = read_bytes(path)
    except DraftError as error:
        raise DraftError(path, f"cannot be written: {error.what}") from None
    if now != mended.before:
        raise DraftError(path, "changed while it was linted and was left alone", "run again")
    write_whole(path, mended.after)


def _place(edit: Edit) -> Span:
    return edit.span


def _is_in(edit: Edit, taken: list[Edit]) -> bool:
    at = bisect_left(taken, edit.span, key=_place)
    return at < len(taken) and taken[at] == edit


def _meets_one(span: Span, taken: list[Edit]) -> bool:
    at = bisect_left(taken, span, key=_place)
    return any(_meet(span, edit.span) for edit in taken[max(at - 1, 0) : at + 1])


def _meet(one: Span, other: Span) -> bool:
    """Whether two edits touch the same words; two insertions at one place do, neighbours do not."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.overlaps(other)


def _with_newlines(fix: Fix, newline: str) -> Fix:
    edits = tuple(Edit(edit.span, edit.text.replace("\n", newline)) for edit in fix.edits)
    return Fix(fix.applicability, edits)


def _is_text(data: bytes, draft: Draft) -> bool:
    try:
        return decode(data, draft.path).text == draft.text
    except DraftError:
        return False
