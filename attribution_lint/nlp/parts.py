"""What a story is made of, block by block: each a story of its own, and what was found in it kept for the next time.

Much of what is found in a paragraph rests on that paragraph alone. It is looked for in a `Part`, which holds nothing
else, so that it cannot rest on more; and while the words stay the same, as in all paragraphs but one when somebody
types, it need not be looked for again. The command line goes the same way.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from attribution_lint.formats.prose import Block
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis, Attribution, Quotation, Sentence, Words

Found = TypeVar("Found")
_tables: list[Kept[Any]] = []
_MOST_PARTS = 4096  # that a table keeps; three drafts of 20,000 words have fewer. Bounds memory.
_MOST_STORIES = 32  # after so many a part that only one of them asked for grows older, and after as many more it goes


@dataclass(slots=True)
class Part:
    """A block of a story: its number, its words, and its sentences, from `sentence` up to and without `past`.

    `key` is all that the analysis of the part rests on. A part knows nothing of its story, so that neither keeps the
    other in memory.
    """

    number: int
    block: Block
    text: str
    sentence: int
    past: int
    quotations: tuple[Quotation, ...]
    key: Hashable
    _alone: Analysis | None = field(default=None, repr=False, compare=False)

    @property
    def start(self) -> int:
        """Where the block starts in the story."""
        return self.block.span.start

    def analysis(self, story: Analysis) -> Analysis:
        """The words, sentences and quotations of the block, as if nothing else were in the story; not to be changed."""
        if self._alone is None:
            self._alone = self._cut_out(story)
        return self._alone

    def _cut_out(self, story: Analysis) -> Analysis:
        block, start = self.block, self.start
        table = story.words
        first, last = bisect_left(table.start, start), bisect_left(table.start, block.span.end)
        words = Words(
            table.text[first:last],
            table.lower[first:last],
            [offset - start for offset in table.start[first:last]],
            [offset - start for offset in table.end[first:last]],
        )
        sentences = [
            Sentence(sentence.span.moved(-start), sentence.first - first, sentence.last - first, 0)
            for sentence in story.sentences[self.sentence : self.past]
        ]
        span = Span(0, block.span.end - start)
        quotations = [
            replace(q, span=q.span.moved(-start), inner=q.inner.moved(-start), block=0) for q in self.quotations
        ]
        return Analysis(self.text, (Block(span, span, block.kind, block.level),), words, sentences, quotations)


def parts(analysis: Analysis) -> list[Part]:
    """Return the blocks of a story in order, laid out once. Its sentences and quotations must be known."""
    rests_on = analysis.sentences, analysis.quotations
    if (kept := analysis.kept.get(_KEY)) and all(one is other for one, other in zip(kept[0], rests_on, strict=True)):
        found: list[Part] = kept[1]
        return found
    found = _laid_out(analysis)
    analysis.kept[_KEY] = rests_on, found
    return found


_KEY = "parts"


def _laid_out(analysis: Analysis) -> list[Part]:
    quotations: dict[int, list[Quotation]] = {}
    for quotation in analysis.quotations:
        quotations.setdefault(quotation.block, []).append(quotation)
    found: list[Part] = []
    first, count = 0, len(analysis.sentences)
    for number, block in enumerate(analysis.blocks):
        past, start = first, block.span.start
        while past < count and analysis.sentences[past].block == number:
            past += 1
        text, inside = analysis.text_of(number), tuple(quotations.get(number, ()))
        quoted = tuple((q.inner.start - start, q.inner.end - start, q.scare) for q in inside)
        found.append(Part(number, block, text, first, past, inside, (block.kind, block.level, text, quoted)))
        first = past
    return found


def attributions_in(analysis: Analysis, part: Part) -> list[Attribution]:
    """Return the attributions in the sentences of a part, as they stand in the story; they must be known."""
    found = analysis.attributions
    first, last = (bisect_left(found, sentence, key=_sentence) for sentence in (part.sentence, part.past))
    return found[first:last]


def _sentence(attribution: Attribution) -> int:
    return attribution.sentence


class Kept(Generic[Found]):
    """What was found by what it rests on; of more than it holds, what was not asked for longest goes.

    Who types makes a new paragraph of each keystroke, which is asked for once. Only what a later story asks for again
    stays; the rest goes after some stories, so that typing fills no memory.
    """

    def __init__(self, most: int = _MOST_PARTS) -> None:
        self._most = most
        self._found: OrderedDict[Hashable, Found] = OrderedDict()  # a dict looks for its first past all that went
        self._new: dict[Hashable, tuple[int, Found]] = {}  # with the number of the one story that asked
        self._older: dict[Hashable, tuple[int, Found]] = {}
        _tables.append(self)

    def get(self, key: Hashable) -> Found | None:
        """Return what is kept under a key, None if nothing is."""
        found = self._found.get(key)
        if found is not None:
            self._found.move_to_end(key)
            return found
        if (new := self._new.get(key) or self._older.get(key)) is None:
            return None
        story, found = new
        if story != _stories.count:
            self._new.pop(key, None)
            self._older.pop(key, None)
            self._found[key] = found
            if len(self._found) > self._most:
                self._found.popitem(last=False)
        return found

    def put(self, key: Hashable, found: Found) -> None:
        """Keep what was found."""
        self._found.pop(key, None)
        self._new[key] = _stories.count, found
        if len(self._new) > self._most:
            self.grow_older()

    def grow_older(self) -> None:
        """Let go what no second story has asked for since this was last called."""
        self._older, self._new = self._new, {}

    def clear(self) -> None:
        """Let everything go."""
        self._found.clear()
        self._new.clear()
        self._older.clear()


class _Stories:
    """How many stories have been looked at."""

    count = 0


_stories = _Stories()


def begin_story() -> None:
    """Say that another story is looked at from now on."""
    _stories.count += 1
    if _stories.count % _MOST_STORIES == 0:
        for table in _tables:
            table.grow_older()


def forget() -> None:
    """Forget all that is kept of any story: the next one is looked at as if it were the first."""
    for table in _tables:
        table.clear()
