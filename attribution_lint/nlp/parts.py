"""What a story is made of, block by block: each a story of its own, and what was found in it kept for the next time.

Much of what is found in a paragraph rests on that paragraph alone. It is looked for in a `Part`, which holds nothing
else, so that it cannot rest on more; and while the words stay the same, as in all paragraphs but one when somebody
types, it need not be looked for again. The command line goes the same way.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator
from typing import Any, Concatenate, ParamSpec, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from attribution_lint.formats.prose import Block
from attribution_lint.kept import Kept
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis, Attribution, Quotation, Sentence, Words

Found = TypeVar("Found")
Given = ParamSpec("Given")


class Part(Struct, eq=False):
    """A block of a story: its number, where it starts, its first word, its sentences from `sentence` to before `past`.

    `key` is all that the analysis of the part rests on, and `known` what has been found in it so far, the same table
    for all parts of that key; `told` is what has been found in it of its attributions, the same table while these are.
    A part knows nothing of its story, so that neither keeps the other in memory.
    """

    number: int
    block: Block
    start: int
    text: str
    word: int
    sentence: int
    past: int
    quotations: tuple[Quotation, ...]
    key: Hashable
    known: dict[Hashable, Any]
    told: dict[Hashable, Any] = field(default_factory=dict)
    _alone: Analysis | None = None

    def analysis(self, story: Analysis) -> Analysis:
        """The words, sentences and quotations of the block, as if nothing else were in the story; not to be changed."""
        if self._alone is None:
            self._alone = self._cut_out(story)
        return self._alone

    def sourced(self, story: Analysis) -> Analysis:
        """The same with the attributions of the block; those of the story must be known."""
        alone = self.analysis(story)
        if not alone.attributions:
            back = -self.start, -self.sentence, -self.word
            alone.attributions = [each.placed(*back) for each in attributions_in(story, self)]
        return alone

    def kept_here(self, table: dict[Hashable, Any], make: Callable[[], list[Found]]) -> list[Found]:
        """Return what `make` makes of the part where it stands in the story, kept in `table` while it stands there.

        While somebody types, all that is above stays where it is. Nothing of what is kept may be changed.
        """
        here = self.start, self.sentence, self.word
        kept = table.get(_HERE)
        if kept is None or kept[0] != here:
            kept = table[_HERE] = here, make()
        found: list[Found] = kept[1]
        return found

    def _cut_out(self, story: Analysis) -> Analysis:
        block, start = self.block, self.start
        table, first = story.words, self.word
        last = bisect_left(table.start, block.span.end)
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
    kept = analysis.kept.get(_KEY)
    if kept is None or kept[0] is not analysis.sentences or kept[1] is not analysis.quotations:
        kept = analysis.kept[_KEY] = analysis.sentences, analysis.quotations, _laid_out(analysis)
    found: list[Part] = kept[2]
    return found


_KEY = "parts"
_HERE = "here"


def _laid_out(analysis: Analysis) -> list[Part]:
    quotations: dict[int, list[Quotation]] = {}
    for quotation in analysis.quotations:
        quotations.setdefault(quotation.block, []).append(quotation)
    found: list[Part] = []
    first, count, starts = 0, len(analysis.sentences), analysis.words.start
    for number, block in enumerate(analysis.blocks):
        past, start = first, block.span.start
        while past < count and analysis.sentences[past].block == number:
            past += 1
        text, inside = analysis.text_of(number), tuple(quotations.get(number, ()))
        quoted = tuple((q.inner.start - start, q.inner.end - start, q.scare) for q in inside)
        key = block.kind, block.level, text, quoted
        if (known := _known.get(key)) is None:
            _known.put(key, known := {})
        word = bisect_left(starts, start)
        found.append(Part(number, block, start, text, word, first, past, inside, key, known))
        first = past
    return found


def in_each(
    analysis: Analysis, find: Callable[Concatenate[Analysis, Given], Found], *given: Given.args, **named: Given.kwargs
) -> Iterator[tuple[Part, Found]]:
    """Yield in order the parts in which `find` finds something, each with what it returns for the part alone.

    That is not to be changed. `given` goes to `find` as well.
    """
    key = (find, *given) if given else find
    for part in parts(analysis):
        found = part.known.get(key)
        if found is None:
            found = part.known[key] = find(part.analysis(analysis), *given, **named)
        if found:
            yield part, found


def attributions_in(analysis: Analysis, part: Part) -> list[Attribution]:
    """Return the attributions in the sentences of a part, as they stand in the story; they must be known."""
    return attributions_of(analysis, part.sentence, part.past)


def attributions_of(analysis: Analysis, sentence: int, past: int) -> list[Attribution]:
    """Return the attributions in the sentences from `sentence` up to and without `past`; they must be known."""
    found = analysis.attributions
    first = bisect_left(found, sentence, key=_sentence)
    return found[first : bisect_left(found, past, first, key=_sentence)]


def _sentence(attribution: Attribution) -> int:
    return attribution.sentence


_known: Kept[dict[Hashable, Any]] = Kept()
