"""A paragraph cut where marks begin and end, so that marks which overlap need not nest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from attribution_lint.model import Span

MarkKind = Literal["figure", "source", "cue", "quote", "problem"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked prose span: the `number` of what it marks, and its `sort` (a status, a type, a severity)."""

    kind: MarkKind
    span: Span
    number: int
    sort: str = ""
    voice: int | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """Words under the same marks; `opens` are the marks that begin here."""

    text: str
    marks: tuple[Mark, ...]
    opens: frozenset[Mark]

    def of(self, kind: MarkKind) -> list[Mark]:
        """The marks of a kind."""
        return [mark for mark in self.marks if mark.kind == kind]

    @property
    def figure(self) -> Mark | None:
        """The figure that these words are part of."""
        return next((mark for mark in self.marks if mark.kind == "figure"), None)

    @property
    def voices(self) -> list[int]:
        """The sources that are named here, or carry what is."""
        return sorted({mark.voice for mark in self.marks if mark.voice is not None})

    @property
    def classes(self) -> str:
        """The kinds of marks and what sort they are of, as class names."""
        names: set[str] = {mark.kind for mark in self.marks}
        names |= {f"{mark.kind}-{mark.sort}" for mark in self.marks if mark.sort}
        return " ".join(sorted(names))


class Marks:
    """All marks of a story, found by place."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted((mark for mark in marks if mark.span.start < mark.span.end), key=lambda m: m.span)
        self._ends: list[int] = []
        for mark in self._marks:
            self._ends.append(max(mark.span.end, self._ends[-1] if self._ends else 0))

    def cut(self, text: str, block: Span) -> Iterator[Segment]:
        """Yield the segments of a block of the prose `text`, in order and without a gap."""
        first = bisect_left(self._ends, block.start + 1)
        last = bisect_left(self._marks, block.end, key=lambda mark: mark.span.start)
        here = [mark for mark in self._marks[first:last] if mark.span.overlaps(block)]
        cuts = {block.start, block.end}
        for mark in here:
            cuts |= {max(mark.span.start, block.start), min(mark.span.end, block.end)}
        active: list[Mark] = []
        waiting = 0
        for start, end in pairwise(sorted(cuts)):
            while waiting < len(here) and here[waiting].span.start <= start:
                active.append(here[waiting])
                waiting += 1
            active = [mark for mark in active if mark.span.end > start]
            yield Segment(text[start:end], tuple(active), frozenset(m for m in active if m.span.start == start))
