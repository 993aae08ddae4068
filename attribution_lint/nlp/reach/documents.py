"""Sources that carry over paragraphs: polls, reports, filings, the lead of a list, a source named below."""

from __future__ import annotations

import regex

from attribution_lint.nlp.analysis import Analysis, Figure, Sentence
from attribution_lint.nlp.answers import kept_by_place
from attribution_lint.nlp.lexical import pattern_of
from attribution_lint.nlp.parts import parts
from attribution_lint.nlp.reach.changes import is_change
from attribution_lint.nlp.reach.story import (
    FARTHEST,
    LISTED,
    SHARES,
    Basis,
    Story,
    alike,
    first_after,
    last_before,
)
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import lazily

# Reaches are in blocks: paragraphs, items, cells.
_POLL_REACH = 10  # while the sentence talks of voters, respondents, support
_BARE_POLL_REACH = 2
_BOX_REACH = 6  # from a line of a box down to the line that names its poll
_RELEASE_REACH = 2
_FILING_REACH = 3
_DOCUMENT_REACH = 2
_LATER_REACH = 1
_TABLE_REACH = 15
_SHORT_LINE = 60  # code points: a shorter block is a line of a table or a list
_FILED = frozenset({"money", "count", "magnitude"})
_MAKEUP_LEAD = 40  # code points before a share
_MAKEUP = lazily(
    r"\b(?:mak(?:e|es|ing)|made) up\b|\baccount(?:s|ed|ing)? for\b|\b(?:constitut|compris)", regex.IGNORECASE
)
_LEAVING = lazily(
    r"\G\W*(?:But|Meanwhile|Elsewhere|Separately|Still|Yet|Instead|Nationally|Nationwide|Worldwide|Globally|Recently)\b|"
    r"\b(?:[Ii]n|[Ss]ince|[Bb]y) (?:(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b|(?:19|20)\d\d\b)|\b[Rr]ecently\b"
)
_PAST_YEAR = lazily(r"\b(?:in|since|from|of|than) (?:19|20)\d\d\b", regex.IGNORECASE)


def by_poll(story: Story, figure: Figure) -> Basis | None:
    """A poll goes on through its shares, until the text looks back to another year."""
    if figure.kind not in SHARES:
        return None
    sentence = story.analysis.sentences[figure.sentence]
    if _looks_back(story.analysis, sentence) or (not story.has_exit_poll and _is_makeup(story.analysis, figure)):
        return None
    talks = _talks_of_polls(story.analysis, sentence)
    if is_change(story.analysis, figure):
        return None
    named = last_before(story.poll_blocks, figure.block)
    near = named is not None and figure.block - named <= (_POLL_REACH if talks else _BARE_POLL_REACH)
    if (talks and (near or story.is_poll_story)) or (near and named is not None and story.keeps_topic(figure, named)):
        return Basis("carried", "a poll named above")
    below = first_after(story.poll_blocks, figure.block)
    if below is not None and below - figure.block <= _BOX_REACH and _is_listed(story, figure.block):
        return Basis("carried", "a poll named under the table")
    return None


@kept_by_place
def _looks_back(analysis: Analysis, sentence: Sentence) -> bool:
    return _PAST_YEAR.search(analysis.text, sentence.span.start, sentence.span.end) is not None


@kept_by_place
def _talks_of_polls(analysis: Analysis, sentence: Sentence) -> bool:
    return pattern_of("poll-talk").search(analysis.text, sentence.span.start, sentence.span.end) is not None


@kept_by_place
def _is_makeup(analysis: Analysis, figure: Figure) -> bool:
    """Whether a share tells what part of the voters a group is, which exit polls tell and opinion polls do not."""
    start = max(analysis.sentences[figure.sentence].span.start, figure.span.start - _MAKEUP_LEAD)
    return _MAKEUP.search(analysis.text, start, figure.span.start) is not None


def by_release(story: Story, figure: Figure) -> Basis | None:
    """Data or a study that the lede rests on goes on while the next paragraphs speak of the same."""
    if not 0 <= figure.block - story.lede <= _RELEASE_REACH:
        return None
    first = story.analysis.sentence_at(story.analysis.blocks[story.lede].span.start)
    for number in range(first, min(figure.sentence, first + FARTHEST)):
        if story.analysis.sentences[number].block != story.lede:
            break
        for found in story.sourcing_in(number):
            source = story.analysis.attributions[found].source
            released = source is not None and source.head in shipped_lexicon("source-releases")
            if released and story.keeps_topic(figure, story.lede):
                return Basis("carried", "the release goes on", found)
    return None


def by_filing(story: Story, figure: Figure) -> Basis | None:
    """A filing, an audit or records that the story works through go on for some paragraphs."""
    if figure.kind not in _FILED:
        return None
    filing = last_before(story.filing_blocks, figure.block)
    if filing is None or figure.block - filing > _FILING_REACH or not story.keeps_topic(figure, filing):
        return None
    return Basis("carried", "a filing named above")


def by_document(story: Story, figure: Figure) -> Basis | None:
    """A report, a tally or an analysis that sourced figures of this sort in the paragraphs before goes on."""
    first = parts(story.analysis)[max(figure.block - _DOCUMENT_REACH, 0)].sentence
    for number in range(figure.sentence - 1, max(figure.sentence - FARTHEST, first) - 1, -1):
        for other in story.settled_in(number):
            documented = other.status != "exempt" and alike(other, figure) and is_documented(story, other)
            if documented and story.keeps_topic(figure, other.block):
                return Basis("carried", "the document goes on", other.attribution)
    return None


def by_paragraph(story: Story, figure: Figure) -> Basis | None:
    """A document or a body that is the source of a figure goes on to the end of its paragraph, or until it is left.

    It is left where the text looks to another time, turns (but, meanwhile) or names another source.
    """
    analysis = story.analysis
    for number in range(figure.sentence, max(figure.sentence - FARTHEST, 0) - 1, -1):
        sentence = analysis.sentences[number]
        if sentence.block != figure.block:
            return None
        if number < figure.sentence:
            sourced = [f for f in story.settled_in(number) if f.status == "attributed" and is_documented(story, f)]
            if sourced:
                return Basis("carried", "the document goes on", sourced[-1].attribution)
            if story.sourcing_in(number):
                return None
        if _leaves(analysis, sentence):
            return None
    return None


@kept_by_place
def _leaves(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence looks to another time or turns to something else."""
    return _LEAVING.search(analysis.slice(sentence.span)) is not None


def by_list(story: Story, figure: Figure) -> Basis | None:
    """An item or a table cell goes with the sourced paragraph that introduces the list."""
    analysis = story.analysis
    lead = last_before(story.running_blocks, figure.block)
    if lead is None or lead == figure.block:
        return None
    last = analysis.sentence_at(max(analysis.blocks[lead].span.end - 1, 0))
    for number in range(last, max(last - FARTHEST, 0) - 1, -1):
        if analysis.sentences[number].block != lead:
            break
        for attribution in story.sourcing_in(number):
            return Basis("carried", "the list is sourced above", attribution)
    return None


def by_later_source(story: Story, figure: Figure) -> Basis | None:
    """A sentence behind the figure names the source of what was just told: “The figures come from …”."""
    reach = _TABLE_REACH if _is_listed(story, figure.block) else _LATER_REACH
    number = first_after(story.later_sources, figure.sentence)
    if number is None or story.analysis.sentences[number].block - figure.block > reach:
        return None
    named = story.attributions_in(number)
    return Basis("carried", "sourced in a sentence below", named[0] if named else None)


def _is_listed(story: Story, block: int) -> bool:
    """Whether a block is a line of a table or a list: marked as one, or too short to be a paragraph."""
    found = story.analysis.blocks[block]
    return found.kind in LISTED or found.span.end - found.span.start < _SHORT_LINE


def is_documented(story: Story, figure: Figure) -> bool:
    """Whether a settled figure rests on a document or an institution rather than a speaker."""
    if figure.attribution is None:
        return figure.status == "attributed"
    attribution = story.analysis.attributions[figure.attribution]
    return attribution.source_type in {"document", "organisation"} or attribution.via in {"phrase", "document"}
