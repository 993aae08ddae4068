"""Reads the drafts whose residue is known, as what weighs residue learns from them.

Pieces of residue that stand in no draft of their own (`residue-pieces*`) are put into drafts of others.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from brat import articles, half_of
from chains import HOST, Labelled, Passage, put_in
from residue import STORY, read

from attribution_lint.checks.boilerplate.chain import row as chain_row
from attribution_lint.checks.boilerplate.marks import marks
from attribution_lint.checks.boilerplate.scan import blanks_of
from attribution_lint.checks.boilerplate.surroundings import Surroundings, Weights
from attribution_lint.checks.boilerplate.voice import strangers
from attribution_lint.linter import Linter, Story
from attribution_lint.model import Span
from attribution_lint.nlp.parts import in_each

_DATA = Path(__file__).parent / "data"
_OF_IT = 0.8  # of a block is residue, where it counts as left over; a block with less of it is left out
_OF_PIECE = 0.6  # of a piece of residue that an aside must cover to stand for it
_TRAP = 4.0  # how often a paragraph written for the benchmark counts against one of the corpus
_OFTEN = 3  # how often the words of a trap count
CORPUS = "corpus"
_OUT_OF_PLACE = ("residue-lines", "residue-wordings")  # set into a story that is always the same
_PIECES = "residue-pieces"
_PIECE = (2, 220)  # characters
_PIECES_A_DRAFT = 3


@dataclass(slots=True)
class Row:
    """A block or an aside: its signs, whether it was left over (None: neither), its draft and set, and its share.

    `asked` is what the trees ask of it.
    """

    signs: frozenset[str]
    left: bool | None
    of: str
    draft: str
    trap: bool
    text: str
    often: float
    number: int
    asked: Sequence[float] = ()

    @property
    def fold(self) -> str:
        """What may not be seen by what judges this row."""
        return fold_of(self.of, self.draft)


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft: its set, its name, whether it is a trap, where it has residue, and where nothing is known.

    `put_in` says that its residue was put into the draft of another.
    """

    of: str
    name: str
    trap: bool
    residue: Sequence[Span]
    unknown: Sequence[Span]
    often: float
    left_over: bool = True
    put_in: bool = False


def written() -> Iterator[tuple[str, str, Draft]]:
    """Yield the drafts that were written for the benchmark."""
    for path in sorted(_DATA.glob("residue*")):
        if path.stem.startswith(_PIECES):
            continue
        for item in read(path):
            draft = item["draft"]
            spans = [Span(at, at + len(part)) for part in item["residue"] if (at := draft.find(part)) >= 0]
            left_over = item["family"] != "scraper"  # damage and repeats have the words of the story
            told = Draft(path.stem, f"{path.stem} {item['id']}", not spans, spans, (), _TRAP, left_over)
            yield draft, "draft" + item.get("suffix", ".txt"), told


def printed(linter: Linter, corpus: Path, half: str) -> Iterator[tuple[str, str, Draft]]:
    """Yield the stories of the corpus."""
    for article in articles(corpus):
        if half_of(article.name) == half:
            known = [Span(each.start.offset, each.end.offset) for each in linter.lint_text(article.text).diagnostics]
            yield article.text, "story.txt", Draft(CORPUS, article.name, False, known, article.discards, 1.0)


def with_pieces(hosts: Sequence[Told]) -> Iterator[tuple[str, str, Draft]]:
    """Yield drafts with pieces of residue put into their paragraphs; of their own text nothing is to be learnt."""
    chance = random.Random(0)
    hosts = [one for one in hosts if one.draft.of != CORPUS and sum(1 for _ in one.hosts()) >= _PIECES_A_DRAFT]
    for path in sorted(_DATA.glob(f"{_PIECES}*")):
        pieces = [item["text"] for item in read(path)]
        chance.shuffle(pieces)
        for first in range(0, len(pieces), _PIECES_A_DRAFT):
            host = chance.choice(hosts)
            some = pieces[first : first + _PIECES_A_DRAFT]
            places = sorted(chance.sample(list(host.hosts()), len(some)), key=itemgetter(0))
            text, residue, end = "", [], 0
            for (source, paragraph), piece in zip(places, some, strict=True):
                text += host.text[end : source.start]
                inside, start, past = put_in(paragraph, piece, chance)
                residue.append(Span(len(text) + start, len(text) + past))
                text, end = text + inside, source.end
            text += host.text[end:]
            ends = [0, *(at for span in residue for at in (span.start, span.end)), len(text)]
            unknown = [Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=True) if a < b]
            name = f"{path.stem} {first} in {host.draft.name}"
            yield text, "draft.txt", Draft(path.stem, name, False, residue, unknown, _TRAP, put_in=True)


def fold_of(of: str, draft: str) -> str:
    """The set of a draft, or its half of the corpus, which is larger than any."""
    return of + (half_of(draft + " again") if of == CORPUS else "")


class Told:
    """A draft that was read: its blocks and asides, and the words of its blocks."""

    def __init__(self, story: Story, draft: Draft) -> None:
        self.draft, self._story, self.text = draft, story, story.draft.text
        self.fold = fold_of(draft.of, draft.name)
        analysis = story.analysis
        sentences: list[list[Span]] = [[] for _ in analysis.blocks]
        for sentence in analysis.sentences:
            sentences[sentence.block].append(sentence.span)
        self._given = analysis, sentences, strangers(analysis), blanks_of(marks(analysis))
        self.asides: list[Row] = []
        self.blocks = list(self._blocks())

    def _row(self, number: int, span: Span, signs: frozenset[str], is_run: bool = False) -> Row | None:
        """Return a passage as a row, or None if nothing is known of it."""
        draft, analysis = self.draft, self._story.analysis
        source = self._story.prose.offsets.source_span(span)
        text = analysis.slice(span)
        if not source or not signs or (text in STORY and draft.of.startswith(_OUT_OF_PLACE)):
            return None
        parts = [(max(0, min(part.end, source.end) - max(part.start, source.start)), part) for part in draft.residue]
        covered, size = sum(count for count, _ in parts), source.end - source.start
        most, of_it = max(parts, key=itemgetter(0), default=(0, source))
        whole = covered >= _OF_IT * size and (not is_run or most >= _OF_PIECE * (of_it.end - of_it.start))
        left = False if not covered else True if whole else None
        if (left is False and any(map(source.overlaps, draft.unknown))) or (left and not draft.left_over):
            left = None
        return Row(signs, left, draft.of, draft.name, draft.trap, text, 1.0 if left else draft.often, number)

    def _blocks(self) -> Iterator[Row]:
        around = Surroundings(*self._given)
        for number, block in enumerate(self._given[0].blocks):
            if whole := self._row(number, block.span, around.signs(number)):
                yield whole
                found = (
                    self._row(number, one.unit.span, one.signs) for one in around.asides(number) if one.kind == "unit"
                )
                self.asides += filter(None, found)

    def judged_by(self, weights: Weights) -> tuple[list[Row], list[Row]]:
        """Return the blocks and the asides with what the trees ask of each, judged by these weights."""
        around = Surroundings(*self._given, weights)
        asides: list[Row] = []
        for block in self.blocks:
            block.asked = around.row(block.number)
            for aside in around.asides(block.number):
                if row := self._row(block.number, aside.unit.span, aside.signs, aside.kind != "unit"):
                    row.asked = around.aside_row(block.number, aside)
                    asides.append(row)
        return self.blocks, asides

    def words(self) -> Iterator[Labelled]:
        """Yield the words of each block whose residue is known, with whether each was left over."""
        draft, analysis = self.draft, self._given[0]
        if draft.put_in:
            return
        source_span = self._story.prose.offsets.source_span
        for part, row in in_each(analysis, chain_row):
            if part.text in STORY and draft.of.startswith(_OUT_OF_PLACE):
                continue
            left = []
            for start, end in zip(row.found.start, row.found.end, strict=True):
                source = source_span(Span(part.start + start, part.start + end))
                left.append(source is not None and any(map(source.overlaps, draft.residue)))
            unknown = (span := source_span(part.block.span)) and any(map(span.overlaps, draft.unknown))
            if any(left) or not unknown:
                yield Labelled(row, left, frozenset((self.fold,)), _OFTEN if draft.trap else 1)

    def passages(self) -> Iterator[tuple[bool, Passage]]:
        """Yield what synthetic damage is made of: (True, a piece of residue) and (False, a paragraph of the story)."""
        draft = self.draft
        if draft.left_over:
            for part in draft.residue:
                text = self.text[part.start : part.end].strip()
                if _PIECE[0] <= len(text) <= _PIECE[1]:
                    yield True, Passage(self.fold, text)
        for _, host in self.hosts():
            yield False, host

    def hosts(self) -> Iterator[tuple[Span, Passage]]:
        """Yield the paragraphs of the story that could hold a piece, and where each stands in the draft."""
        analysis, sentences, *_ = self._given
        for row in self.blocks:
            span = analysis.blocks[row.number].span
            source = self._story.prose.offsets.source_span(span)
            if (
                row.left is False
                and len(row.text) > HOST
                and source
                and self.text[source.start : source.end] == row.text
            ):
                seams = [at - span.start for each in sentences[row.number] for at in (each.start, each.end)]
                yield source, Passage(self.fold, row.text, seams)
