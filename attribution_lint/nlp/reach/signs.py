"""Signs: what in a passage speaks for or against asking “says who?” about a figure, as plain words that can be weighed.

An editor's verdict rests on many things at once: what is counted, how roughly, in which tense, how near a source
stands, what the rules of reach and the exemptions made of it. Each is a sign here; `weighing` adds up their weights.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cached_property, lru_cache

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
        for group in self.around(figure):
            yield from group

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

    def around(self, figure: Figure) -> Iterator[tuple[str, ...]]:
        """Yield, in groups, those signs of a figure that the story gives, and what the rules made of it."""
        is_lede = lede.is_in_lede(self.story, figure)
        yield _of_outcome(figure.status, figure.soft, figure.reason, figure.exempted_by, is_lede)
        yield signs_of_continuation(self.story, figure)
        if figure.sentence not in self._around_sentence:
            self._around_sentence[figure.sentence] = signs_around(self.story, figure.sentence)
        yield self._around_sentence[figure.sentence]
        yield self._of_place(figure)
        yield self._of_figures_around(figure)

    def _place(self, figure: Figure) -> int:
        """Return how many figures stand before a figure in its sentence."""
        return next(number for number, other in enumerate(self._figures[figure.sentence]) if other is figure)

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

    def _of_place(self, figure: Figure) -> tuple[str, ...]:
        story, block = self.story, figure.block
        quarter = 4 * block // len(self.analysis.blocks)
        polls, filings = (last_before(blocks, block) for blocks in (story.poll_blocks, story.filing_blocks))
        return _of_place(
            distance(block),
            quarter,
            None if polls is None or block - polls >= _POLL_REACH else block - polls,
            None if filings is None or block - filings >= _POLL_REACH else block - filings,
            story.is_poll_story,
        )

    def _of_figures_around(self, figure: Figure) -> tuple[str, ...]:
        beside, place = self._figures[figure.sentence], self._place(figure)
        previous = state_of(beside[place - 1]) if place else ""
        following = state_of(beside[place + 1]) if place + 1 < len(beside) else ""
        before = self._figures.get(figure.sentence - 1)
        above = f"{state_of(before[-1])}{'' if before[-1].block == figure.block else ':above'}" if before else ""
        last = self._sourced_before[figure.span]
        if last is None:
            return _of_figures(previous, following, above, None, False, False)
        blocks = min(figure.block - last.block, 4)
        return _of_figures(previous, following, above, blocks, alike(last, figure), is_documented(self.story, last))


@lru_cache(maxsize=1024)
def _of_outcome(status: str, soft: bool, reason: str, exempted_by: str, is_lede: bool) -> tuple[str, ...]:
    """Return the signs of what the rules made of a figure."""
    found = [f"status:{_state(status, soft)}"]
    if status != "attributed":
        found.append(f"reason:{status}:{reason.replace(' ', '-')}")
    if exempted_by:
        found.append(f"by:{exempted_by}")
    return (*found, "lede") if is_lede else tuple(found)


@lru_cache(maxsize=1024)
def _of_place(block: str, quarter: int, poll: int | None, filing: int | None, is_poll_story: bool) -> tuple[str, ...]:
    """Return the signs of where in its story a figure stands, and how many blocks behind a poll or a filing."""
    found = [f"block:{block}", f"quarter:{quarter}"]
    found += [f"{name}:{back}" for name, back in (("poll", poll), ("filing", filing)) if back is not None]
    return (*found, "poll-story") if is_poll_story else tuple(found)


@lru_cache(maxsize=4096)
def _of_figures(
    previous: str, following: str, above: str, blocks: int | None, is_alike: bool, is_documented: bool
) -> tuple[str, ...]:
    """Return the signs of the figures beside one, in the sentence before, and of the last one that has a source."""
    states = (("previous", previous), ("following", following), ("sentence-before", above))
    found = [f"{name}:{state}" for name, state in states if state]
    if blocks is not None:
        found.append(f"sourced-figure:{blocks}")
        found.append(f"sourced-figure-{min(blocks, TYPES_TOLD)}:{'alike' if is_alike else 'unlike'}")
        if is_documented:
            found.append(f"documented-figure:{blocks}")
    return tuple(found)


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
    return _state(figure.status, figure.soft)


def _state(status: str, soft: bool) -> str:
    return "soft" if status == "unattributed" and soft else status


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
