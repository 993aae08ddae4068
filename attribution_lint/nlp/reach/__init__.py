"""Reach: which source a figure rests on, from its own sentence or carried on from another.

A source carries until the text leaves it. What marks the leaving was read off published news: another speaker, a
change of subject at a new paragraph, a figure of another sort. A poll or a report carries further than a speaker.
AP asks for the source in the sentence of the figure, and again later unless the context is clear. What the rules leave
open is weighed at the end, with all that stands around it.
"""

from __future__ import annotations

from collections.abc import Sequence

from attribution_lint.nlp.analysis import Analysis, Figure
from attribution_lint.nlp.exemptions import Exemption, exemption_for
from attribution_lint.nlp.reach import documents, lede, neighbours, own_sentence
from attribution_lint.nlp.reach.equals import carry_from_equals
from attribution_lint.nlp.reach.story import Basis, Story, Way
from attribution_lint.nlp.reach.weighing import weigh

_LEDE = "a lede may be sourced below"
_CARRIED: tuple[Way, ...] = (
    neighbours.in_headline,
    neighbours.by_comparison,
    documents.by_poll,
    neighbours.by_run,
    neighbours.by_speaker,
    documents.by_document,
    documents.by_paragraph,
    documents.by_release,
    documents.by_filing,
    documents.by_list,
    documents.by_later_source,
    neighbours.by_exemption,
)


def settle(analysis: Analysis, exemptions: Sequence[Exemption]) -> None:
    """Give every figure of the story its status, its reason and the attribution that it rests on."""
    weigh(settle_by_rule(analysis, exemptions))


def settle_by_rule(analysis: Analysis, exemptions: Sequence[Exemption]) -> Story:
    """Do what rules can do of it, and return what became known of the story on the way."""
    story = Story(analysis)
    for figure in analysis.figures:
        _settle_one(story, figure, exemptions)
    for figure in analysis.figures:
        if figure.reason == _LEDE and not lede.is_sourced_below(story, figure):
            figure.soft, figure.reason = False, ""
    carry_from_equals(analysis.figures)
    return story


def _settle_one(story: Story, figure: Figure, exemptions: Sequence[Exemption]) -> None:
    if basis := own_sentence.basis_of(story, figure):
        story.settle(figure, basis)
    elif own_sentence.has_vague_source(story, figure):
        _soften(figure, "a vague source")
    elif (exemption := exemption_for(story.analysis, figure, exemptions)) and not exemption.soft:
        story.settle(figure, Basis("exempt", exemption.reason, exempted_by=exemption.code))
        if exemption.carries and not figure.slight:
            story.carrying.add(exemption.code)
        if exemption.follows:
            story.certain.add(exemption.code)
    elif basis := _carried(story, figure):
        story.settle(figure, basis)
    elif exemption:
        _soften(figure, exemption.reason, exemption.code)
    elif lede.is_in_lede(story, figure):
        _soften(figure, _LEDE)
    elif not figure.slight:
        story.left_blocks.add(figure.block)


def _carried(story: Story, figure: Figure) -> Basis | None:
    """Return what is carried on to a figure, by the first of the ways that finds something."""
    for way in _CARRIED:
        if basis := way(story, figure):
            return basis
    return None


def _soften(figure: Figure, reason: str, exempted_by: str = "") -> None:
    """Leave a figure open, but only worth a look: most desks would let it go."""
    figure.soft, figure.reason, figure.exempted_by = True, reason, exempted_by
