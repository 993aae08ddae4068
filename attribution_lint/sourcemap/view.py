"""What the page shows of one draft, worked out before a template sees it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from attribution_lint.formats.prose import Prose
from attribution_lint.ledger import FigureEntry, Ledger, Paragraph, VoiceEntry
from attribution_lint.model import Diagnostic, Span
from attribution_lint.sourcemap.picture import Picture, kind_class, picture_of
from attribution_lint.sourcemap.segments import Mark, Marks, Segment
from attribution_lint.tracing import how, source_of, voice_kind, voice_name


@dataclass(frozen=True, slots=True)
class Carried:
    """A row of the cast: a source, its kind and class, what it carries, and the number of its voice, if it is one."""

    name: str
    kind: str
    colour: str
    figures: int
    quoted_words: int
    mentions: int
    voice: int | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a bar: where it starts and how long it is in hundredths of the whole, and how many it counts."""

    label: str
    colour: str
    start: float
    length: float
    count: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph to print: its number in the picture, None for a heading, and its segments."""

    place: int
    number: int | None
    paragraph: Paragraph
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class DraftView:
    """One draft of a report: its prose, its ledger and its diagnostics; `number` counts from 1."""

    number: int
    prose: Prose
    ledger: Ledger
    diagnostics: Sequence[Diagnostic]

    @property
    def title(self) -> str:
        """The headline, or the name of the file where the draft has none."""
        for paragraph in self.ledger.paragraphs:
            if paragraph.kind == "heading" and paragraph.level == 1:
                return " ".join(self.prose.text[paragraph.prose.start : paragraph.prose.end].split())
        return self.prose.meta.get("title") or PurePath(self.ledger.path).name

    @property
    def hanging(self) -> list[int]:
        """The numbers of the figures that rest on nobody."""
        return [n for n, figure in enumerate(self.ledger.figures) if figure.standing == "unattributed"]

    @property
    def soft(self) -> int:
        """How many figures rest on nobody but may go without."""
        return sum(figure.standing == "soft" for figure in self.ledger.figures)

    @property
    def quotations(self) -> int:
        """How many quotations the draft has, words in mere marks left out."""
        return sum(not quote.scare for quote in self.ledger.quotes)

    @property
    def orphans(self) -> int:
        """How many quotations have no speaker."""
        return sum(quote.speaker is None and not quote.scare for quote in self.ledger.quotes)

    @cached_property
    def picture(self) -> Picture:
        """The picture of the sourcing."""
        return picture_of(self.ledger)

    @cached_property
    def blocks(self) -> list[Block]:
        """The story, a paragraph after the other."""
        marks = Marks(self._marks())
        numbers = {column.paragraph: column.number for column in self.picture.columns}
        return [
            Block(place, numbers.get(place), paragraph, tuple(marks.cut(self.prose.text, paragraph.prose)))
            for place, paragraph in enumerate(self.ledger.paragraphs)
        ]

    @cached_property
    def rows(self) -> list[list[Block]]:
        """The paragraphs, the cells of one line of the draft together: a row of a table is read across."""
        rows: list[list[Block]] = []
        for block in self.blocks:
            before = rows[-1][-1].paragraph if rows else None
            is_cell = block.paragraph.kind == "cell"
            if is_cell and before is not None and before.kind == "cell" and before.line == block.paragraph.line:
                rows[-1].append(block)
            else:
                rows.append([block])
        return rows

    @cached_property
    def opened(self) -> frozenset[tuple[str, int]]:
        """The marks that begin somewhere in the story, by kind and number: a link can lead there."""
        return frozenset(
            (mark.kind, mark.number) for block in self.blocks for part in block.segments for mark in part.opens
        )

    @cached_property
    def cast(self) -> list[Carried]:
        """Who carries the story, the strongest first; at the end what rests on no voice."""
        rows = [
            Carried(
                voice_name(voice), voice_kind(voice), kind_class(voice_kind(voice)),
                voice.figures, voice.quoted_words, len(voice.attributions), number,
            )
            for number, voice in enumerate(self.ledger.cast)
            if voice.carries or _is_telling(voice)
        ]  # fmt: skip
        rows.sort(key=lambda row: (-row.figures, -row.quoted_words, -row.mentions))
        passing = Counter(
            figure.reason
            for figure in self.ledger.figures
            if figure.voice is None and figure.status in {"attributed", "carried"}
        )
        rows += [Carried(reason, "no voice", "passing", count, 0, 0) for reason, count in passing.most_common()]
        if self.soft:
            rows.append(Carried("nobody, but it may go without", "worth a look", "soft", self.soft, 0, 0))
        if self.hanging or self._orphan_words:
            rows.append(Carried("nobody", "on air", "nobody", len(self.hanging), self._orphan_words, 0))
        return rows

    @property
    def voices(self) -> int:
        """How many sources say anything."""
        return sum(row.voice is not None for row in self.cast)

    @cached_property
    def figures_to_source(self) -> int:
        """How many figures need a source: all but the exempt ones."""
        return sum(figure.status != "exempt" for figure in self.ledger.figures)

    @cached_property
    def quoted_words(self) -> int:
        """How many words are quoted."""
        return sum(quote.count for quote in self.ledger.quotes if not quote.scare)

    @property
    def figure_shares(self) -> list[Share]:
        """Which kinds of source carry the figures."""
        return _shares((row, row.figures) for row in self.cast)

    @property
    def word_shares(self) -> list[Share]:
        """Which kinds of source carry the quoted words."""
        return _shares((row, row.quoted_words) for row in self.cast)

    def how(self, figure: FigureEntry) -> str:
        """How a figure came to its status, in words."""
        return how(figure, self.ledger)

    def source_of(self, figure: FigureEntry) -> str:
        """Who a figure rests on."""
        return source_of(figure, self.ledger)

    def problems_at(self, figure: FigureEntry) -> list[int]:
        """The numbers of the diagnostics that touch the words of a figure."""
        words = Span(figure.words.start, figure.words.end)
        return [n for n, found in enumerate(self.diagnostics) if found.span.overlaps(words)]

    @property
    def _orphan_words(self) -> int:
        return sum(quote.count for quote in self.ledger.quotes if quote.voice is None and not quote.scare)

    def _marks(self) -> Iterator[Mark]:
        book = self.ledger
        for n, figure in enumerate(book.figures):
            yield Mark("figure", figure.words.prose, n, figure.standing, figure.voice)
        for n, entry in enumerate(book.attributions):
            if entry.source is None or entry.voice is None or not _is_shown(book.cast[entry.voice]):
                continue
            kind = kind_class(voice_kind(book.cast[entry.voice]))
            yield Mark("source", entry.source.prose, n, kind, entry.voice)
            if entry.cue is not None:
                yield Mark("cue", entry.cue.prose, n)
        for n, quote in enumerate(book.quotes):
            if not quote.scare:
                yield Mark("quote", quote.words.prose, n, "spoken" if quote.speaker else "orphan", quote.voice)
        for n, found in enumerate(self.diagnostics):
            place = self.prose.offsets.prose_span(found.span)
            if place is not None:
                yield Mark("problem", place, n, found.severity.label)


def _is_telling(voice: VoiceEntry) -> bool:
    return voice.sources_anything and (voice.named or voice.type in {"anonymous", "vague", "official", "document"})


def _is_shown(voice: VoiceEntry) -> bool:
    return voice.carries or voice.sources_anything


def _shares(rows: Iterable[tuple[Carried, int]]) -> list[Share]:
    """Return the parts of a bar, kinds joined, in the order of what they carry."""
    counts: dict[tuple[str, str], int] = {}
    for row, count in rows:
        counts[row.kind, row.colour] = counts.get((row.kind, row.colour), 0) + count
    whole = sum(counts.values())
    shares: list[Share] = []
    done = 0
    for (kind, colour), count in sorted(counts.items(), key=lambda item: (item[0][1] == "nobody", -item[1])):
        if count:
            shares.append(Share(kind, colour, round(100 * done / whole, 2), round(100 * count / whole, 2), count))
            done += count
    return shares
