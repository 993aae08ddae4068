"""Places of a text, and where they are once the text has been edited."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from attribution_lint.model import Edit, Span


class Places:
    """Stretches of a text, in order; those that touch are one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans: list[Span] = []
        for span in sorted(spans):
            if self.spans and span.start <= self.spans[-1].end:
                self.spans[-1] = Span(self.spans[-1].start, max(self.spans[-1].end, span.end))
            else:
                self.spans.append(span)
        self._starts = [span.start for span in self.spans]

    def cover(self, span: Span) -> bool:
        """Whether `span` lies wholly inside one of the stretches."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self.spans[at].covers(span)

    def after(self, edits: Sequence[Edit]) -> Places:
        """Return where the stretches are once `edits`, in order and apart from each other, have been made.

        What an edit writes where a stretch was, or at either end of it, belongs to the stretch.
        """
        starts = [edit.span.start for edit in edits]
        shifts = list(accumulate((len(edit.text) - edit.span.end + edit.span.start for edit in edits), initial=0))

        def moved(offset: int, before: int, to_end: bool) -> int:
            last = edits[before - 1] if before else None
            if last is None or offset >= last.span.end:
                return offset + shifts[before]
            return last.span.start + shifts[before - 1] + len(last.text) * to_end

        made: list[Span] = []
        for span in self.spans:
            end = bisect_left(starts, span.end)
            if end < len(edits) and edits[end].span == Span(span.end, span.end):
                end += 1  # words put in right behind it
            made.append(Span(moved(span.start, bisect_left(starts, span.start), False), moved(span.end, end, True)))
        return Places(made)
