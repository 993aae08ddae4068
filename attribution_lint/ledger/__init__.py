"""The ledger of a story: every figure and quotation with the source that it rests on, and who carries how much.

Built from an analysed draft, without reading or writing anything.
"""

from __future__ import annotations

from attribution_lint.ledger.bookkeeper import ledger_of
from attribution_lint.ledger.entries import (
    AttributionEntry,
    Excerpt,
    FigureEntry,
    Ledger,
    Paragraph,
    QuoteEntry,
    Standing,
    VoiceEntry,
)

__all__ = [
    "AttributionEntry",
    "Excerpt",
    "FigureEntry",
    "Ledger",
    "Paragraph",
    "QuoteEntry",
    "Standing",
    "VoiceEntry",
    "ledger_of",
]
