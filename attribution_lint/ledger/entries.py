"""The entries of a ledger.

Places are source offsets (code points, 0-based,
half-open); `prose` keeps the same place in the prose, for whoever shows the story without its markup.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from attribution_lint.formats.prose import BlockKind
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import FigureStatus, SourceType, Via

Standing = FigureStatus | Literal["soft"]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of the draft: their source text and its offsets, and the `line`, counted from 1, where they start."""

    text: str
    start: int
    end: int
    line: int
    prose: Span


@dataclass(frozen=True, slots=True)
class AttributionEntry:
    """Who says what; `voice` is the number of the source in the cast."""

    source: Excerpt | None
    cue: Excerpt | None
    content: Excerpt | None
    source_type: SourceType
    via: Via
    voice: int | None


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """A figure and what it rests on: `attribution` is the number of an entry, `soft` one that may go without."""

    words: Excerpt
    kind: str
    status: FigureStatus
    reason: str
    soft: bool
    attribution: int | None
    voice: int | None
    paragraph: int

    @property
    def standing(self) -> Standing:
        """The status, with `soft` for one that rests on nobody but may go without."""
        return "soft" if self.soft and self.status == "unattributed" else self.status


@dataclass(frozen=True, slots=True)
class QuoteEntry:
    """A quotation with its marks, who speaks, and how many words are quoted; `scare` is a mere
    word in marks that nobody speaks."""

    words: Excerpt
    speaker: Excerpt | None
    scare: bool
    attribution: int | None
    voice: int | None
    count: int
    paragraph: int


@dataclass(slots=True)
class VoiceEntry:
    """A source by its fullest name, with all it carries: figures, quoted words, attributions by number."""

    name: str
    type: SourceType
    named: bool
    figures: int = 0
    quoted_words: int = 0
    attributions: list[int] = field(default_factory=list)
    sources_anything: bool = False

    @property
    def carries(self) -> bool:
        """Whether a figure or a quotation rests on it."""
        return bool(self.figures or self.quoted_words)


@dataclass(slots=True)
class Paragraph:
    """A block of the story: its words, how many of them somebody is named for, and who."""

    kind: BlockKind
    level: int
    prose: Span
    line: int
    count: int
    sourced: int
    figures: dict[Standing, int] = field(default_factory=dict)
    orphans: int = 0
    voices: list[int] = field(default_factory=list)

    @property
    def hangs(self) -> bool:
        """Whether a figure or a quotation in it rests on nothing."""
        return bool(self.figures.get("unattributed") or self.orphans)


@dataclass(frozen=True)
class Ledger:
    """All entries of one draft, each kind in order of place; the cast in order of appearance."""

    path: str
    attributions: tuple[AttributionEntry, ...]
    figures: tuple[FigureEntry, ...]
    quotes: tuple[QuoteEntry, ...]
    cast: tuple[VoiceEntry, ...]
    paragraphs: tuple[Paragraph, ...]
