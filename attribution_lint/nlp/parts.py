"""What a story is made of, block by block: each a story of its own, and what was found in it kept for the next time.

Much of what is found in a paragraph rests on that paragraph alone. It is looked for in a `Part`, which holds nothing
else, so that it cannot rest on more; and while the words stay the same, as in all paragraphs but one when somebody
types, it need not be looked for again. The command line goes the same way.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from attribution_lint.formats.prose import Block
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis, Attribution, Quotation, Sentence, Words

Found = TypeVar("Found")
_tables: list[Kept[Any]] = []
_MOST_PARTS = 4096  # that a table keeps; three drafts of 20,000 words have fewer. Bounds memory.


@dataclass(frozen=True, slots=True)
class Part:
    """A block of a story: its number, where it starts, and its first sentence, as counted in the story."""

    story: Analysis
    number: int
    start: int
    sentence: int
    quotations: tuple[Quotation, ...]

    @property
    def block(self) -> Block:
        """The block as it stands in the story."""
        return self.story.blocks[self.number]

    def key(self) -> Hashable:
        """All that the analysis of the part rests on."""
        block, start = self.block, self.start
        quoted = [(q.inner.start - start, q.inner.end - start, q.scare) for q in self.quotations]
        return block.kind, block.level, self.story.slice(block.span), *quoted

    def attributions(self) -> list[Attribution]:
        """The attributions in the sentences of the block, as they stand in the story."""
        found = self.story.attributions
        first, last = (bisect_left(found, sentence, key=_sentence) for sentence in (self.sentence, self._end()))
        return found[first:last]

    def _end(self) -> int:
        """The number past the last sentence of the block."""
        return bisect_left(self.story.sentences, self.number + 1, lo=self.sentence, key=_block)

    def analysis(self) -> Analysis:
        """The words, sentences and quotations of the block, as if nothing else were in the story."""
        story, block, start = self.story, self.block, self.start
        table = story.words
        first, last = bisect_left(table.start, block.span.start), bisect_left(table.start, block.span.end)
        words = Words(
            table.text[first:last],
            table.lower[first:last],
            [offset - start for offset in table.start[first:last]],
            [offset - start for offset in table.end[first:last]],
        )
        sentences = [
            Sentence(sentence.span.moved(-start), sentence.first - first, sentence.last - first, 0)
            for sentence in story.sentences[self.sentence : self._end()]
        ]
        span = Span(0, block.span.end - start)
        quotations = [
            replace(q, span=q.span.moved(-start), inner=q.inner.moved(-start), block=0) for q in self.quotations
        ]
        alone = Block(span, span, block.kind, block.level)
        return Analysis(story.slice(block.span), (alone,), words, sentences, quotations)


def parts(analysis: Analysis) -> Iterator[Part]:
    """Yield the blocks of a story in order. Its sentences must be known, and its quotations if they matter."""
    quotations: dict[int, list[Quotation]] = {}
    for quotation in analysis.quotations:
        quotations.setdefault(quotation.block, []).append(quotation)
    sentence, count = 0, len(analysis.sentences)
    for number, block in enumerate(analysis.blocks):
        yield Part(analysis, number, block.span.start, sentence, tuple(quotations.get(number, ())))
        while sentence < count and analysis.sentences[sentence].block == number:
            sentence += 1


def part_of(analysis: Analysis, number: int) -> Part:
    """Return the block of that number; the sentences, quotations and attributions of the story must be known."""
    first, last = (bisect_left(analysis.quotations, each, key=_block) for each in (number, number + 1))
    sentence = bisect_left(analysis.sentences, number, key=_block)
    quotations = tuple(analysis.quotations[first:last])
    return Part(analysis, number, analysis.blocks[number].span.start, sentence, quotations)


def _block(found: Quotation | Sentence) -> int:
    return found.block


def _sentence(attribution: Attribution) -> int:
    return attribution.sentence


class Kept(Generic[Found]):
    """What was found by what it rests on; of more than it holds, what was not asked for longest goes."""

    def __init__(self, most: int = _MOST_PARTS) -> None:
        self._most = most
        self._found: OrderedDict[Hashable, Found] = OrderedDict()  # a dict looks for its first past all that went
        _tables.append(self)

    def get(self, key: Hashable) -> Found | None:
        """Return what is kept under a key, None if nothing is."""
        found = self._found.get(key)
        if found is not None:
            self._found.move_to_end(key)
        return found

    def clear(self) -> None:
        """Let everything go."""
        self._found.clear()

    def put(self, key: Hashable, found: Found) -> None:
        """Keep what was found."""
        self._found[key] = found
        while len(self._found) > self._most:
            self._found.popitem(last=False)


def forget() -> None:
    """Forget all that is kept of any story: the next one is looked at as if it were the first."""
    for table in _tables:
        table.clear()
