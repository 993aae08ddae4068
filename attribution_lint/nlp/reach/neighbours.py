"""Sources carried on from right before: the story of a headline, the other end of a change, a run, a speaker."""

from __future__ import annotations

from functools import cache

import regex

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Figure
from attribution_lint.nlp.answers import kept_by_place
from attribution_lint.nlp.reach.story import Basis, Story, alike
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import lazily

_LEAD = 40  # code points before a figure in which it is compared
_FARTHEST_END = 80  # code points between the two ends of a change
_LIST_REACH = 2  # sentences that a list of results or prices goes on for
_RESULTS = frozenset({"count", "magnitude", "percent", "points", "score", "share", "money"})
_ADDED = lazily(r"\b(?:another|an? (?:additional|further|extra|second|third))(?: \w+)?\s+$", regex.IGNORECASE)
_PRESENT = frozenset("is are has have was were".split())
_POINTERS = frozenset({"the", "this", "that", "these", "those"})


def in_headline(story: Story, figure: Figure) -> Basis | None:
    """A headline is sourced by the story below it."""
    if story.analysis.blocks[figure.block].kind == "heading":
        return Basis("carried", "a headline is sourced by its story")
    return None


def by_comparison(story: Story, figure: Figure) -> Basis | None:
    """The other end of a change goes with the figure before it: “2,425, a rise of 150”, “up from 90”."""
    if not _is_compared(story.analysis, figure):
        return None
    for other in story.settled_in(figure.sentence):
        if 0 <= figure.span.start - other.span.end < _FARTHEST_END:
            return Basis(other.status, other.reason, other.attribution, other.exempted_by)
    return None


@kept_by_place
def _is_compared(analysis: Analysis, figure: Figure) -> bool:
    start = max(analysis.sentences[figure.sentence].span.start, figure.span.start - _LEAD)
    return _compared().search(analysis.text[start : figure.span.start]) is not None


def by_run(story: Story, figure: Figure) -> Basis | None:
    """A run of figures of one sort goes on with the source of the first."""
    for number in (figure.sentence, figure.sentence - 1):
        for other in story.settled_in(number):
            sourced = other.status == "carried" or (other.status == "attributed" and other.attribution is not None)
            if not sourced or not alike(other, figure):
                continue
            if number == figure.sentence:
                return Basis("carried", "beside a sourced figure", other.attribution)
            if other.block == figure.block or _is_added(story.analysis, figure):
                return Basis("carried", "goes on from the sentence before", other.attribution)
    return None


@kept_by_place
def _is_added(analysis: Analysis, figure: Figure) -> bool:
    """Whether a figure is added to the one before: “another 250”, “a further £22,000”."""
    start = analysis.sentences[figure.sentence].span.start
    return _ADDED.search(analysis.text, max(start, figure.span.start - _LEAD), figure.span.start) is not None


def by_speaker(story: Story, figure: Figure) -> Basis | None:
    """The sentence before, in the same paragraph, is attributed and this one goes on with it."""
    attribution = _speaker_before(story, figure)
    if attribution is None or not _goes_on(story.analysis, figure):
        return None
    return Basis("carried", "the speaker goes on", attribution)


def by_exemption(story: Story, figure: Figure) -> Basis | None:
    """A figure that goes on with an exempt list of results or prices is exempt too."""
    if figure.kind not in _RESULTS:
        return None
    for number in range(figure.sentence, figure.sentence - _LIST_REACH - 1, -1):
        for other in story.settled_in(number):
            near = figure.block - other.block <= 1 and _may_be_listed(other, figure)
            if near and other.exempted_by in story.carrying:
                return Basis("exempt", other.reason, exempted_by=other.exempted_by)
    return None


def _may_be_listed(one: Figure, other: Figure) -> bool:
    """Whether two figures may be of one list: of one unit, and not of things of two sorts."""
    return one.unit == other.unit and (one.noun == other.noun or not (one.noun and other.noun))


def _speaker_before(story: Story, figure: Figure) -> int | None:
    """Return the sourcing attribution of the sentence before in the same paragraph, if there is one."""
    number = figure.sentence - 1
    if number < 0 or story.analysis.sentences[number].block != figure.block:
        return None
    return next(iter(story.sourcing_in(number)), None)


@kept_by_place
def _goes_on(analysis: Analysis, figure: Figure) -> bool:
    """Whether the figure's sentence opens in a way that takes up the sentence before."""
    words = analysis.words
    sentence = analysis.sentences[figure.sentence]
    spoken = (at for at in range(sentence.first, sentence.last) if words.text[at][0].isalnum())
    first = next(spoken, None)
    if first is None:
        return False
    if words.lower[first] in shipped_lexicon("continuing-openers") or _is_backshifted(analysis, figure):
        return True
    points = words.lower[first] in _POINTERS and first + 1 < sentence.last
    return points and words.lower[first + 1] in shipped_lexicon("anaphors")


def _is_backshifted(analysis: Analysis, figure: Figure) -> bool:
    """Whether the sentence of a figure is told in the past perfect, the tense of reported speech: “It had lost 40.”"""
    words, sentence = analysis.words, analysis.sentences[figure.sentence]
    for at in range(sentence.first, min(words.at(figure.span.start), sentence.last - 1)):
        if words.lower[at] == "had":
            after = words.lower[at + 1]
            return after == "been" or (after.endswith("ed") and len(after) > 3) or after in grammar.PAST_PARTICIPLES
        if words.lower[at] in _PRESENT:
            return False
    return False


@cache
def _compared() -> regex.Pattern[str]:
    """What makes the figure right behind it the other end of a change."""
    return regex.compile(
        r"(?:\b(?:up|down)(?: sharply| slightly)? from|\bfrom|\bcompared (?:with|to)|\bagainst|\bto|"
        r"\b(?:an?|the) \L<changes> of)(?: (?:about|around|some|nearly|roughly|more than|almost|just))?\s+$",
        regex.IGNORECASE,
        changes=shipped_lexicon("figure-changes"),
    )
