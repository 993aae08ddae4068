"""The lede: its figures may be sourced below it, and are soft only where a source does follow.

AP lets a lede go without attribution if the next paragraphs bring it; without any it is the writer's own claim.
"""

from __future__ import annotations

from attribution_lint.nlp.analysis import Figure
from attribution_lint.nlp.reach.story import FARTHEST, Story, alike
from attribution_lint.nlp.reach.topics import topic_of_sentence

_REACH = 4  # paragraphs below the lede in which figures of its sort are sourced
_SENTENCES = 2  # the first ones of the story


def is_in_lede(story: Story, figure: Figure) -> bool:
    """Whether a figure stands in a headline or in the first sentences of the first paragraph."""
    if figure.block != story.lede:
        return figure.block < story.lede
    first = story.analysis.sentence_at(story.analysis.blocks[story.lede].span.start)
    return figure.sentence - first < _SENTENCES


def is_sourced_below(story: Story, figure: Figure) -> bool:
    """Whether the lede is sourced right below: in its paragraph, in the next by a sentence that shares a word with it,
    or by a source of a figure of its sort further down.
    """
    analysis = story.analysis
    for number in range(figure.sentence + 1, min(figure.sentence + FARTHEST, len(analysis.sentences))):
        distance = analysis.sentences[number].block - figure.block
        if distance > _REACH:
            break
        if distance <= 1 and story.sourcing_in(number):
            told = topic_of_sentence(analysis, analysis.sentences[figure.sentence])
            if distance == 0 or told & topic_of_sentence(analysis, analysis.sentences[number]):
                return True
        sourced = (other for other in story.settled_in(number) if other.status != "exempt")
        if any(alike(other, figure) for other in sourced):
            return True
    return False
