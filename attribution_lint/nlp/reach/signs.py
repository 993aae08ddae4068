"""Signs: what in a passage speaks for or against asking “says who?” about a figure, as plain words that can be weighed.

An editor's verdict rests on many things at once: what is counted, how roughly, in which tense, how near a source
stands, what the rules of reach and the exemptions made of it. Each is a sign here; `weighing` adds up their weights.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cached_property

from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Figure
from attribution_lint.nlp.parts import in_each
from attribution_lint.nlp.reach import lede
from attribution_lint.nlp.reach.acts import signs_of_act
from attribution_lint.nlp.reach.continuation import signs_of_continuation
from attribution_lint.nlp.reach.documents import is_documented
from attribution_lint.nlp.reach.landmarks import campaign_words
from attribution_lint.nlp.reach.sentence_signs import TYPES_TOLD, distance, signs_around, signs_of_words
from attribution_lint.nlp.reach.story import Story, alike, last_before
from attribution_lint.nlp.reach.topics import stem

_PARAGRAPH_STEP = 150  # code points: the length of a paragraph is told in so many
_CAMPAIGN = 12  # words of campaigns in a thousand from which a story is one of politics
_POLL_REACH = 4  # blocks in which a poll or a filing named above is a sign
_HEDGES = frozenset(
    "at-least more-than less-than fewer-than an-estimated up-to as-many-as as-much-as the-other a-further".split()
)
_LEADS = frozenset(
    (
        "about around nearly roughly some estimated almost over just only approximately another additional between "
        "from of by to for with than at in the its his her their these those this all a an and or per is are was were "
        "has had have"
    ).split()
)
_PUNCTUATION = ',.;:()–—-“”"'
_MOST_LEADING = 3  # words of the longest hedge


class Signs:
    """The signs of a story's figures, once all have been settled by rule."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.analysis = story.analysis
        self._around_sentence: dict[int, tuple[str, ...]] = {}
        self._figures: dict[int, list[Figure]] = {}
        self._sourced_before: dict[Span, Figure | None] = {}
        sourced: Figure | None = None
        for figure in self.analysis.figures:
            self._figures.setdefault(figure.sentence, []).append(figure)
            self._sourced_before[figure.span] = sourced
            sourced = figure if figure.status in {"attributed", "carried"} else sourced

    @cached_property
    def is_campaign(self) -> bool:
        """Whether the story is one of politics, where other things are common knowledge or a result."""
        words = sum(found for _, found in in_each(self.analysis, campaign_words))
        return words * 1000 >= _CAMPAIGN * max(len(self.analysis.words), 1)

    def of(self, figure: Figure) -> Iterator[str]:
        """Yield the signs of a figure, none of them twice."""
        yield from self.own(figure)
        yield from self.around(figure)

    def own(self, figure: Figure) -> Iterator[str]:
        """Yield those signs of a figure that its paragraph alone gives, whatever is made of the figure."""
        yield from _of_number(figure)
        if self.analysis.quotation_at(figure.span.start):
            yield "quoted"
        yield f"before:{self._leading(figure)}"
        yield from self._of_neighbours(figure)
        yield from signs_of_act(self.story, figure)
        yield from signs_of_words(self.analysis, figure.sentence)
        beside = self._figures[figure.sentence]
        yield f"figures:{min(len(beside), 4)}"
        yield f"place:{min(self._place(figure), 3)}"
        block = self.analysis.blocks[figure.block]
        yield f"in-paragraph:{min(figure.sentence - self.analysis.sentence_at(block.span.start), 3)}"
        yield f"paragraph:{min((block.span.end - block.span.start) // _PARAGRAPH_STEP, 5)}"
        yield f"kind-of-block:{block.kind}"

    def around(self, figure: Figure) -> Iterator[str]:
        """Yield those signs of a figure that the story gives, and what the rules made of it."""
        yield from self._of_outcome(figure)
        yield from signs_of_continuation(self.story, figure)
        if figure.sentence not in self._around_sentence:
            self._around_sentence[figure.sentence] = tuple(signs_around(self.story, figure.sentence))
        yield from self._around_sentence[figure.sentence]
        yield from self._of_place(figure)
        yield from self._of_figures_around(figure)

    def _place(self, figure: Figure) -> int:
        """Return how many figures stand before a figure in its sentence."""
        return next(number for number, other in enumerate(self._figures[figure.sentence]) if other is figure)

    def _of_outcome(self, figure: Figure) -> Iterator[str]:
        yield f"status:{state_of(figure)}"
        if figure.status != "attributed":
            yield f"reason:{figure.status}:{figure.reason.replace(' ', '-')}"
        if figure.exempted_by:
            yield f"by:{figure.exempted_by}"
        if lede.is_in_lede(self.story, figure):
            yield "lede"

    def _leading(self, figure: Figure) -> str:
        """Return the words right before a figure if they hedge or are of a closed class: “at least”, “the”."""
        words = self.analysis.words
        first, at = self.analysis.sentences[figure.sentence].first, words.at(figure.span.start)
        if at <= first:
            return "nothing"
        for count in range(_MOST_LEADING, 1, -1):
            hedge = "-".join(words.lower[max(at - count, first) : at])
            if hedge in _HEDGES:
                return hedge
        return words.lower[at - 1] if words.lower[at - 1] in _LEADS else "other"

    def _of_neighbours(self, figure: Figure) -> Iterator[str]:
        """Yield the words that touch a figure in its sentence."""
        words, sentence = self.analysis.words, self.analysis.sentences[figure.sentence]
        before, behind = words.at(figure.span.start) - 1, words.at(figure.span.end - 1) + 1
        if before >= sentence.first:
            yield f"left:{_named(words.text[before])}"
        if behind < sentence.last:
            yield f"right:{_named(words.text[behind])}"

    def _of_place(self, figure: Figure) -> Iterator[str]:
        story = self.story
        yield f"block:{distance(figure.block)}"
        yield f"quarter:{4 * figure.block // len(self.analysis.blocks)}"
        for name, blocks in (("poll", story.poll_blocks), ("filing", story.filing_blocks)):
            named = last_before(blocks, figure.block)
            if named is not None and figure.block - named < _POLL_REACH:
                yield f"{name}:{figure.block - named}"
        if story.is_poll_story:
            yield "poll-story"

    def _of_figures_around(self, figure: Figure) -> Iterator[str]:
        beside, place = self._figures[figure.sentence], self._place(figure)
        if place:
            yield f"previous:{state_of(beside[place - 1])}"
        if place + 1 < len(beside):
            yield f"following:{state_of(beside[place + 1])}"
        if before := self._figures.get(figure.sentence - 1):
            yield f"sentence-before:{state_of(before[-1])}{'' if before[-1].block == figure.block else ':above'}"
        last = self._sourced_before[figure.span]
        if last is not None:
            blocks = figure.block - last.block
            yield f"sourced-figure:{min(blocks, 4)}"
            yield f"sourced-figure-{min(blocks, TYPES_TOLD)}:{'alike' if alike(last, figure) else 'unlike'}"
            if is_documented(self.story, last):
                yield f"documented-figure:{min(blocks, 4)}"


def _named(word: str) -> str:
    """Return the stem of a common word, a sign of punctuation as it is, and what else a word is: a name, a number."""
    if word.isalpha():
        return stem(word) if word.islower() else "name"
    return word if len(word) == 1 and word in _PUNCTUATION else "number"


def _marks_of(figure: Figure) -> tuple[tuple[str, bool], ...]:
    return (
        ("vague", figure.vague),
        ("approximate", figure.approximate),
        ("range", bool(figure.high)),
        ("slight", figure.slight),
    )


def state_of(figure: Figure) -> str:
    """Return what the rules made of a figure in one word."""
    return "soft" if figure.status == "unattributed" and figure.soft else figure.status


def _of_number(figure: Figure) -> Iterator[str]:
    yield f"kind:{figure.kind}"
    yield f"unit:{figure.unit.replace(' ', '-')}"
    if figure.value is None:
        yield "size:none"
    else:
        yield f"size:{int(math.log10(figure.value)) if figure.value >= 1 else 'below-one'}"
        if figure.value >= 100:
            yield f"digits:{min(len(str(int(figure.value)).rstrip('0')), 4)}"
    if figure.noun:
        yield f"noun:{stem(figure.noun.split()[-1])}"
    for name, holds in _marks_of(figure):
        if holds:
            yield name
