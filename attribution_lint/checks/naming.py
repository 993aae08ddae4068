"""Whether a story names those whom a vague word means: “experts say”, and then which ones.

Whoever is named in the same paragraph is taken for one of them. In the next paragraph it must be somebody of the same
calling, somebody quoted, or somebody who speaks of the same matter: a mayor on the price of fish is no expert on dams.
An opening paragraph sums up, and the names stand below.
"""

from __future__ import annotations

from functools import cache

from attribution_lint.checks.same_thing import stem
from attribution_lint.checks.speech import TEXT_BLOCKS, names_somebody
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis, Attribution
from attribution_lint.nlp.reach.topics import topic_of
from attribution_lint.packs import shipped_lexicon

_OF_THE_SAME = 2  # stems that two passages about one matter share
_BELOW_OPENING = 12  # paragraphs in which an opening's sources are named
_OFFICES = frozenset({"official", "organisation"})
_DOCUMENTS = frozenset({"studies", "research", "surveys", "polls"})
_TAKERS_OF_SIDES = frozenset(
    {
        "activists",
        "advocates",
        "campaigners",
        "critics",
        "detractors",
        "opponents",
        "sceptics",
        "skeptics",
        "supporters",
    }
)


def is_named(analysis: Analysis, span: Span, reach: int) -> bool:
    """Whether the story names whom the source at `span` stands for, in its paragraph or up to `reach` further on."""
    number = analysis.sentence_at(span.start)
    block = analysis.sentences[number].block
    opens = block == _opening(analysis)
    for other in analysis.attributions:
        if other.source is None or other.source.span == span or other.sentence < number:
            continue
        there = analysis.sentences[other.sentence].block
        if there > block + max(reach, _BELOW_OPENING if opens else 0):
            break
        if not names_somebody(analysis, other):
            continue
        if there == block or _is_one_of(analysis, span, other, there > block + reach):
            return True
    return False


def _opening(analysis: Analysis) -> int:
    """Return the number of a story's first paragraph, behind the headline."""
    return next((n for n, block in enumerate(analysis.blocks) if block.kind in TEXT_BLOCKS), 0)


def _is_one_of(analysis: Analysis, span: Span, other: Attribution, far: bool) -> bool:
    """Whether a named source of another paragraph may be one of those meant; if `far`, only by calling or matter."""
    assert other.source is not None
    group = analysis.slice(span).lower().split()[-1]
    sentence = analysis.sentences[other.sentence].span
    told = {stem(word) for word in analysis.slice(sentence).replace(",", " ").replace(".", " ").split()}
    if (_signs() if group not in _TAKERS_OF_SIDES else {stem(group)}) & told or stem(group) in told:
        return True
    if not far and group not in _DOCUMENTS and _is_quoted(analysis, other):
        return True
    here = topic_of(analysis, analysis.sentences[analysis.sentence_at(span.start)].span)
    there = topic_of(analysis, analysis.blocks[analysis.sentences[other.sentence].block].span)
    return len(here & there) >= _OF_THE_SAME


def _is_quoted(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether a paragraph opens with the source's own words; those of somebody without an office may stand anywhere."""
    assert attribution.source is not None
    span = attribution.source.span
    block = analysis.sentences[attribution.sentence].block
    start = analysis.blocks[block].span.start
    return any(
        each.speaker == span and each.block == block and (each.span.start == start or _is_private(attribution))
        for each in analysis.quotations
    )


def _is_private(attribution: Attribution) -> bool:
    return attribution.source_type not in _OFFICES


@cache
def _signs() -> frozenset[str]:
    return frozenset(stem(word) for word in shipped_lexicon("expert-signs"))
