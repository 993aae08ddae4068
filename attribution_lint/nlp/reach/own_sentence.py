"""Sources in the figure's own sentence: a quotation, a transcript, a cue, a link, a document named without a cue."""

from __future__ import annotations

from typing import NamedTuple

import regex

from attribution_lint.model import Span
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Attribution, Cue, Figure
from attribution_lint.nlp.answers import told_by_place
from attribution_lint.nlp.attributions import is_sourcing
from attribution_lint.nlp.parentheticals import is_parenthetical
from attribution_lint.nlp.parts import attributions_of
from attribution_lint.nlp.reach.hearsay import is_hearsay
from attribution_lint.nlp.reach.mentions import mention_beside
from attribution_lint.nlp.reach.story import SHARES, Basis, Story
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import lazily

IN_SENTENCE = "in the sentence"
WISH_OR_ACT = "beside a wish or an act"
UNKNOWN_KIND = "beside a source of no known kind"
BEHIND_CLAUSE = "behind the clause of a source"
# “…, the mayor said last week, and seven of the ten …”
_NEXT_CLAUSE = lazily(r"[^,;:.“”\"]{0,30}(?:, (?:and|but|while|yet|so|though)\b|[;:])")
_CLOSED_QUOTATION = lazily(r"[,?!—–][”’\"'»]\s*$")
_GAP_REACH = 7  # words between a figure and the source of the clause behind it
_GAP_BREAKS = (grammar.COORDINATORS | grammar.SUBORDINATORS | grammar.AUXILIARIES) - {"that", "than", "what"}
_RESULT = lazily(
    r", (?:leaving|killing|injuring|wounding|forcing|driving|displacing|stranding|trapping|costing|bringing) "
)
_COORDINATED = lazily(r", (?:and|but|while) (?:an?|the|its|their|his|her|some|[A-Z][a-z]+) [^,;]{0,40}$")
_FINITE = lazily(r"\G[^,;.]{0,30} (?:is|are|was|were|has|have|had|will|would|could|can)\b")
_SPEAKER_LABEL = lazily(
    r"(?:[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}|Q|A|[A-Z][a-z]+ [A-Z][a-z]+): (?=[“\"A-Z])(?=.{60})", regex.S
)


def basis_of(story: Story, figure: Figure) -> Basis | None:
    """Return what a figure rests on in its own sentence, or, if it is quoted or in a transcript, on who speaks.

    A link in the sentence sources its figures, and so does a document named without a cue: “in a survey of …”,
    “filings”, “census figures”.
    """
    quotation = story.analysis.quotation_at(figure.span.start)
    if quotation is not None and quotation.speaker is not None:
        return Basis("attributed", "in a quotation", quotation.attribution)
    beside = _beside(story.analysis, figure)
    if beside.is_spoken and figure.block != story.lede:  # NEW DELHI: is a dateline
        return Basis("attributed", "spoken in a transcript")
    if beside.source is not None:
        return Basis("attributed", IN_SENTENCE, story.attributions_in(figure.sentence)[beside.source])
    if _has_link(story.analysis, figure):
        return Basis("attributed", "a link in the sentence")
    if beside.mention:
        return Basis("attributed", f"“{beside.mention}” in the sentence")
    if beside.thin_source is not None:
        place, reason = beside.thin_source
        return Basis("carried", reason, story.attributions_in(figure.sentence)[place])
    return None


def has_vague_source(story: Story, figure: Figure) -> bool:
    """Whether experts, critics or some people say what the figure stands in."""
    return _beside(story.analysis, figure).is_vague


class _Beside(NamedTuple):
    """What stands beside a figure in its paragraph alone.

    `is_spoken` says that the paragraph of a transcript opens with who speaks: “MOSS: We lost 40 percent.” `source` is
    the place, among the attributions of the sentence, of one that sources the figure, and is not a vague one;
    `thin_source` that of one that may or may not, behind its clause or with what it wants, and why. `mention` is a
    document named without a cue. `is_vague` says that experts, critics or some people say it.
    """

    is_spoken: bool
    source: int | None
    mention: str
    thin_source: tuple[int, str] | None
    is_vague: bool


@told_by_place
def _beside(analysis: Analysis, figure: Figure) -> _Beside:
    block = analysis.blocks[figure.block].span
    label = _SPEAKER_LABEL.match(analysis.text, block.start, block.end)
    covering = _covering(analysis, figure)
    source, thin = _sure_source(analysis, figure, covering), None
    firm = next(((place, each) for place, each in covering if not _is_vague(analysis, each)), None)
    if firm is not None and not _is_beyond_act(analysis, firm[1], figure):
        thin = firm[0], _thinness(analysis, firm[1], figure)
    return _Beside(
        label is not None and figure.span.start >= label.end(),
        source,
        mention_beside(analysis, figure) if source is None else "",
        thin,
        any(_is_vague(analysis, each) for _, each in covering),
    )


def _sure_source(analysis: Analysis, figure: Figure, covering: list[tuple[int, Attribution]]) -> int | None:
    """Return which of the attributions that cover a figure sources it beyond doubt, None if none does.

    One that stands in a parenthetical with the figure comes before those outside.
    """
    for place, attribution in sorted(covering, key=lambda each: not is_parenthetical(analysis, each[1])):
        if not (_is_vague(analysis, attribution) or _thinness(analysis, attribution, figure)):
            return place
    return None


def _has_link(analysis: Analysis, figure: Figure) -> bool:
    links = analysis.blocks[figure.block].links
    return bool(links) and any(link.span.overlaps(analysis.sentences[figure.sentence].span) for link in links)


def _thinness(analysis: Analysis, attribution: Attribution, figure: Figure) -> str:
    """Return why an attribution that covers a figure may not source it, or nothing if it does."""
    cue, source = attribution.cue, attribution.source
    if cue is None:
        return ""
    if attribution.via == "cue" and (not cue.finite or cue.lemma in shipped_lexicon("cues-thin")):
        return WISH_OR_ACT
    if attribution.via == "cue" and attribution.source_type == "unknown":
        return UNKNOWN_KIND
    text, first = analysis.text, analysis.sentences[figure.sentence].span.start
    starts = min(cue.span.start, source.span.start if source is not None else cue.span.start)
    ends = max(cue.span.end, source.span.end if source is not None else cue.span.end)
    if ends <= figure.span.start and (
        ";" in text[ends : figure.span.start] or _CLOSED_QUOTATION.search(text, first, starts)
    ):
        return BEHIND_CLAUSE
    follows = text[first:starts].rstrip().endswith(",") and cue.span.end < figure.span.start
    if follows and _NEXT_CLAUSE.match(text, cue.span.end, figure.span.start):
        return BEHIND_CLAUSE
    return ""


def _is_beyond_act(analysis: Analysis, attribution: Attribution, figure: Figure) -> bool:
    """Whether a figure stands in a clause of its own behind what somebody wants or does, so that it is the writer's.

    “The board agreed to buy 500 trams, and a depot that cost £60 million is to close”; “…, leaving 200 homes dark”.
    """
    if attribution.cue is None or _thinness(analysis, attribution, figure) != WISH_OR_ACT:
        return False
    end = analysis.sentences[figure.sentence].span.end
    if _RESULT.search(analysis.text, attribution.cue.span.end, figure.span.start):
        return True
    coordinated = _COORDINATED.search(analysis.text, attribution.cue.span.end, figure.span.start)
    return coordinated is not None and _FINITE.search(analysis.text, figure.span.end, end) is not None


def _covering(analysis: Analysis, figure: Figure) -> list[tuple[int, Attribution]]:
    """Return the sourcing attributions whose content or source holds a figure, each with its place among all there."""
    return [
        (place, attribution)
        for place, attribution in enumerate(attributions_of(analysis, figure.sentence, figure.sentence + 1))
        if is_sourcing(attribution) and _covers(analysis, attribution, figure)
    ]


def _covers(analysis: Analysis, attribution: Attribution, figure: Figure) -> bool:
    if attribution.cue is None:
        return False
    source = attribution.source
    if source is not None and source.span.covers(figure.span):
        return source.type == "document" or _counts_source(analysis, source.span, figure)
    if attribution.content is None or attribution.content.covers(figure.span):
        return True
    return source is not None and _is_gap(analysis, figure, source.span, attribution.cue)


def _counts_source(analysis: Analysis, source: Span, figure: Figure) -> bool:
    """Whether the figure says how many speak (“nearly 140 members said”), not something about them.

    A share of those who speak (“40 percent of voters said”) rests on a poll that is to be named.
    """
    return figure.kind not in SHARES and "," not in analysis.text[source.start : figure.span.start].strip(" ,")


def _is_gap(analysis: Analysis, figure: Figure, source: Span, cue: Cue) -> bool:
    """Whether the figure is the object that the clause behind it lacks: “the 500 guests (that) the mayor predicted”."""
    words = analysis.words
    first, last = words.at(figure.span.end - 1) + 1, words.at(source.start)
    if not 0 < last - first <= _GAP_REACH or cue.first <= last:
        return False
    if words.lower[first] == "of" and words.lower[first + 1] != "what":
        return False  # “40 percent of voters say” counts those who speak
    return not any(word in _GAP_BREAKS or not word[0].isalnum() for word in words.lower[first:last])


def _is_vague(analysis: Analysis, attribution: Attribution) -> bool:
    return (attribution.source_type == "vague" and attribution.via == "cue") or is_hearsay(analysis, attribution)
