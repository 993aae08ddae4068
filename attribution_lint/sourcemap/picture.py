"""The picture of a story's sourcing: its paragraphs as blocks that stand on their sources, or hang on air.

Reading order runs from left to right, a block is as wide as its paragraph is long. A leg is a source; a block
without a figure or a quotation needs none and lies on the ground; one whose figures nobody answers for floats.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attribution_lint.ledger import Ledger, Paragraph, Standing
from attribution_lint.tracing import voice_kind, voice_name

GROUND, HEIGHT = 150, 174
_BLOCK, _TOP, _AFLOAT = 30, 74, 46
_GAP, _NARROWEST, _WIDEST, _WIDTH = 4, 18, 150, 960
_LEGS, _ROWS, _DOT = 5, 3, 11
_SHOWN: tuple[Standing, ...] = ("unattributed", "soft", "attributed", "carried", "exempt")


@dataclass(frozen=True, slots=True)
class Dot:
    """A figure over its block; `status` gives its shape."""

    x: float
    y: float
    status: Standing


@dataclass(frozen=True, slots=True)
class Leg:
    """A source under a block; `kind` gives its colour."""

    x: float
    kind: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One paragraph of the picture: `number` counts paragraphs from 1, `paragraph` is its place in the ledger."""

    number: int
    paragraph: int
    x: float
    y: float
    width: float
    sourced: float
    state: str
    label: str
    dots: tuple[Dot, ...]
    legs: tuple[Leg, ...]
    more: int
    orphans: int
    numbered: bool

    @property
    def height(self) -> int:
        """The height of every block."""
        return _BLOCK


@dataclass(frozen=True, slots=True)
class Picture:
    """The columns and the width of the whole, in the units of the drawing."""

    columns: tuple[Column, ...]
    width: float
    height: int = HEIGHT
    ground: int = GROUND


def picture_of(ledger: Ledger) -> Picture:
    """Return the picture of a story: its paragraphs without headings and code."""
    shown = [(n, each) for n, each in enumerate(ledger.paragraphs) if each.kind not in {"heading", "code"}]
    widths = _widths([each.count for _, each in shown])
    columns: list[Column] = []
    x = float(_GAP)
    for number, ((place, paragraph), width) in enumerate(zip(shown, widths, strict=True), start=1):
        columns.append(_column(ledger, number, place, paragraph, x, width))
        x += width + _GAP
    return Picture(tuple(columns), round(max(x, 240), 1))


def _widths(counts: Sequence[int]) -> list[float]:
    room = _WIDTH - _GAP * (len(counts) + 1)
    scale = room / max(sum(counts), 1)
    widths = [min(max(count * scale, _NARROWEST), _WIDEST) for count in counts]
    stretch = max(room / max(sum(widths), 1), 1.0)
    return [round(min(width * stretch, _WIDEST), 1) for width in widths]


def state_of(paragraph: Paragraph) -> str:
    """Return how a paragraph stands: hanging, shaky (sourced, but not all of it), standing, leaning or lying."""
    if paragraph.hangs:
        return "shaky" if paragraph.voices else "hanging"
    if paragraph.voices:
        return "standing"
    figures = paragraph.figures
    return "leaning" if figures.get("carried") or figures.get("attributed") else "lying"


def _column(ledger: Ledger, number: int, place: int, paragraph: Paragraph, x: float, width: float) -> Column:
    state = state_of(paragraph)
    y = {"hanging": _AFLOAT, "lying": GROUND - _BLOCK}.get(state, _TOP)
    dots, more = _dots(paragraph, x, y, width)
    share = paragraph.sourced / paragraph.count if paragraph.count else 0.0
    return Column(
        number=number,
        paragraph=place,
        x=round(x, 1),
        y=y,
        width=width,
        sourced=round(width * share, 1),
        state=state,
        label=_label(ledger, number, paragraph, state),
        dots=dots,
        legs=_legs(ledger, paragraph, state, x, width),
        more=more,
        orphans=paragraph.orphans,
        numbered=width >= _NARROWEST,
    )


def _dots(paragraph: Paragraph, x: float, y: float, width: float) -> tuple[tuple[Dot, ...], int]:
    """Return the figures as dots above a block, the open ones first, and how many had no room."""
    figures = [status for status in _SHOWN for _ in range(paragraph.figures.get(status, 0))]
    per_row = max(int(width // _DOT), 1)
    room = per_row * _ROWS
    left = x + (width - min(len(figures), per_row) * _DOT) / 2 + _DOT / 2
    return tuple(
        Dot(round(left + n % per_row * _DOT, 1), round(y - 8 - n // per_row * _DOT, 1), status)
        for n, status in enumerate(figures[:room])
    ), max(len(figures) - room, 0)


def _legs(ledger: Ledger, paragraph: Paragraph, state: str, x: float, width: float) -> tuple[Leg, ...]:
    if state == "leaning":
        return (Leg(round(x + width / 2, 1), "carried", dashed=True),)
    voices = paragraph.voices[:_LEGS] if state != "hanging" else []
    step = width / (len(voices) + 1)
    return tuple(
        Leg(
            round(x + step * (n + 1), 1), kind_class(voice_kind(ledger.cast[voice])),
            ledger.cast[voice].type in {"anonymous", "vague", "pronoun", "unknown"},
        )
        for n, voice in enumerate(voices)
    )  # fmt: skip


def kind_class(kind: str) -> str:
    """Return the class name of a kind of source: one of six, and `unclear` for the rest."""
    word = kind.removeprefix("unnamed ")
    return {"named": "person"}.get(word, word) if word in _KINDS else "unclear"


_KINDS = frozenset({"person", "named", "official", "organisation", "document", "media", "anonymous"})
_STATES = {
    "hanging": "hangs on air",
    "shaky": "sourced, but not all of it",
    "standing": "sourced",
    "leaning": "rests on a source named elsewhere",
    "lying": "needs no source",
}


def _label(ledger: Ledger, number: int, paragraph: Paragraph, state: str) -> str:
    parts = [f"Paragraph {number}, line {paragraph.line}: {_STATES[state]}", f"{paragraph.count} words"]
    total = sum(paragraph.figures.values())
    if total:
        open_ones = paragraph.figures.get("unattributed", 0)
        parts.append(f"{total} {'figure' if total == 1 else 'figures'}, {open_ones or 'none'} on air")
    if paragraph.orphans:
        parts.append(f"{paragraph.orphans} quoted without a speaker")
    if paragraph.voices:
        parts.append("sources: " + "; ".join(voice_name(ledger.cast[voice]) for voice in paragraph.voices))
    return ". ".join(parts) + "."
