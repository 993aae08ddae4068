"""The label that opens a unit of text: alone on its line, or before what it announces."""

from __future__ import annotations

from attribution_lint.checks.boilerplate.pieces import Tokens

_CLOSERS = frozenset({":", "-", "–", "—", "--", "|", "»", "›", ">", "→", "/", "•"})
_COUNTS = frozenset({"(", "min", "mins", "minutes"})
_ROW = 16  # tokens of those who stand from left to right


def note_label(known: set[str], family: str, form: list[str], end: int, last: int, text: str, found: Tokens) -> None:
    """Add to `known` what a label of `family` that ends before token `end` is: alone, or closed by a mark."""
    rest = [
        number
        for number in range(end, last)
        if form[number] not in _COUNTS
        and not (family == "site" and form[number].isdigit())
        and form[number]
        not in (".", ":", "!", "?", ")", "]", ">", "»", "…", "...", "*", "-", "–", "—", "--", "_", "~", "→")
    ]
    if not rest:
        known.add("bare:" + family)
        known.add("label:" + family)
        return
    closer = end
    if form[end] == ",":  # "Correction, 6 March:"
        closer = next((number for number in range(end, min(end + 6, last)) if form[number] == ":"), end)
    if form[end] == "|":
        known.add("piped")
    if (
        form[closer] in _CLOSERS
        or form[end - 1] == ":"
        or (family == "photo" and form[end] == "," and last - end <= _ROW)
    ):
        known.add("label:" + family)
        label = text[: found.end[end - 1]]
        first_word = label.rsplit(maxsplit=1)[-1] if label else ""
        if first_word.isupper():
            known.add(f"label:{family}-caps")
