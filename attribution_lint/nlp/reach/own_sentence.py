"""Sources in the figure's own sentence: a quotation, a transcript, a cue, a link, a document named without a cue."""

from __future__ import annotations

import regex

from attribution_lint.kept import kept_by_text
from attribution_lint.model import Span
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Attribution, Cue, Figure
from attribution_lint.nlp.answers import kept_by_place, told_by_place
from attribution_lint.nlp.attributions import is_sourcing
from attribution_lint.nlp.lexical import pattern_of
from attribution_lint.nlp.parentheticals import is_parenthetical
from attribution_lint.nlp.parts import attributions_of
from attribution_lint.nlp.reach.story import SHARES, Basis, Story
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import lazily

# “The bank cut its forecast to 2 percent”; “by the union's own count, 2,000 marched”.
_RECKONING = lazily(
    r"\b(?:raised|lifted|cut|lowered|revised|trimmed|slashed|upgraded|downgraded|kept|maintained|reiterated|put) "
    r"(?:its|their|his|her|the) (?:\w+ ){0,4}?"
    r"(?:estimate|forecast|outlook|guidance|projection|prediction|expectation)s?\b|"
    r"\bby (?:(?:the )?(?:[\w-]+ ){0,3}(?:[\w-]+[’']s?|police|government|union|official) (?:own )?|"
    r"(?:its|their|his|her|my|our) (?:own )?)(?:(?:first|last|latest|early|daily|weekly|rough|best) )?"
    r"(?:count|reckoning|estimate|account|tally|calculation|figure|measure|index|ranking|record|book)s?\b|"
    r"\b(?:by|on|from) (?:[\w-]+ ){0,4}?(?:[\w-]+[’']s?|its|their|his|her) own (?:[\w-]+ )?"
    r"(?:account(?:s|ing)?|admission|arithmetic|assessment|calculations?|counts?|data|declarations?|estimat(?:e|es|ion)|"
    r"figures|filings?|forecasts?|logs?|numbers|paperwork|projections?|records?|reckoning|reports?|returns?|statistics|"
    r"sums|surveys?|tall(?:y|ies)|telling|valuation)\b|"
    r"\b(?:going|judging|to judge) by (?:[\w’'-]+ ){0,4}(?:figures|numbers|accounts|books|records)\b|"
    r"\bon (?:(?:the )?(?:[\w-]+ ){0,2}[\w-]+[’']s?|its|their|his|her) (?:own )?"
    r"(?:count|estimate|figures|numbers|reckoning|sums)\b|"
    r"\b(?:accounts|returns|results) (?:filed|lodged|posted|published|released) (?:at|by|in|on|to|with)\b|"
    r"\b(?:ministry|agency|government|council|army|service|police|department|office)[’']s? "
    r"(?:(?:own|official|latest|death) ){0,3}(?:toll|count|tally|figures|estimates?|data)\b",
    regex.IGNORECASE,
)
# “…, the mayor said last week, and seven of the ten …”
_NEXT_CLAUSE = lazily(r"[^,;:.“”\"]{0,30}(?:, (?:and|but|while|yet|so|though)\b|[;:])")
_NOT_DOCUMENTS = lazily(r"[ -](?:cent(?:er|re)s?|rates?|breach(?:es)?|plans?|protection|storage|scientists?|roaming)\b")
_GAP_REACH = 7  # words between a figure and the source of the clause behind it
_GAP_BREAKS = (grammar.COORDINATORS | grammar.SUBORDINATORS | grammar.AUXILIARIES) - {"that", "than", "what"}
_SPEAKER_LABEL = lazily(
    r"(?:[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}|Q|A|[A-Z][a-z]+ [A-Z][a-z]+): (?=[“\"A-Z])(?=.{60})", regex.S
)


def in_quotation(story: Story, figure: Figure) -> Basis | None:
    """A figure in a quotation rests on its speaker."""
    quotation = story.analysis.quotation_at(figure.span.start)
    if quotation is None or quotation.speaker is None:
        return None
    return Basis("attributed", "in a quotation", quotation.attribution)


def in_transcript(story: Story, figure: Figure) -> Basis | None:
    """A paragraph of a transcript that opens with who speaks: “MOSS: We lost 40 percent.”"""
    if figure.block == story.lede or not _is_spoken(story.analysis, figure):  # NEW DELHI: is a dateline
        return None
    return Basis("attributed", "spoken in a transcript")


@kept_by_place
def _is_spoken(analysis: Analysis, figure: Figure) -> bool:
    """Whether the paragraph of a figure opens, before it, with who speaks."""
    block = analysis.blocks[figure.block].span
    label = _SPEAKER_LABEL.match(analysis.text, block.start, block.end)
    return label is not None and figure.span.start >= label.end()


def beside_cue(story: Story, figure: Figure) -> Basis | None:
    """A figure in what a source of its sentence says or shows rests on it, if the source is not a vague one.

    One that stands in a parenthetical with the figure comes before those outside.
    """
    place = _sure_source(story.analysis, figure)
    if place is None:
        return None
    return Basis("attributed", "in the sentence", story.attributions_in(figure.sentence)[place])


def beside_thin_cue(story: Story, figure: Figure) -> Basis | None:
    """A figure that a source of its sentence may or may not stand for: behind its clause, or with what it wants."""
    thin = _thin_source(story.analysis, figure)
    if thin is None:
        return None
    return Basis("carried", thin[1], story.attributions_in(figure.sentence)[thin[0]])


def has_vague_source(story: Story, figure: Figure) -> bool:
    """Whether experts, critics or some people say what the figure stands in."""
    return _has_vague_source(story.analysis, figure)


@told_by_place
def _sure_source(analysis: Analysis, figure: Figure) -> int | None:
    """Return which attribution of its sentence sources a figure beyond doubt, None if none does."""
    covering = _covering(analysis, figure)
    for place, attribution in sorted(covering, key=lambda each: not is_parenthetical(analysis, each[1])):
        if not (_is_vague(attribution) or _thinness(analysis, attribution, figure)):
            return place
    return None


@told_by_place
def _thin_source(analysis: Analysis, figure: Figure) -> tuple[int, str] | None:
    """Return which attribution of its sentence may or may not source a figure, and why that is so."""
    for place, attribution in _covering(analysis, figure):
        if not _is_vague(attribution):
            return place, _thinness(analysis, attribution, figure)
    return None


@told_by_place
def _has_vague_source(analysis: Analysis, figure: Figure) -> bool:
    return any(_is_vague(attribution) for _, attribution in _covering(analysis, figure))


def _thinness(analysis: Analysis, attribution: Attribution, figure: Figure) -> str:
    """Return why an attribution that covers a figure may not source it, or nothing if it does."""
    cue, source = attribution.cue, attribution.source
    if cue is None:
        return ""
    if attribution.via == "cue" and (not cue.finite or cue.lemma in shipped_lexicon("cues-thin")):
        return "beside a wish or an act"
    text, first = analysis.text, analysis.sentences[figure.sentence].span.start
    starts = min(cue.span.start, source.span.start if source is not None else cue.span.start)
    follows = text[first:starts].rstrip().endswith(",") and cue.span.end < figure.span.start
    if follows and _NEXT_CLAUSE.match(text, cue.span.end, figure.span.start):
        return "behind the clause of a source"
    return ""


def beside_link(story: Story, figure: Figure) -> Basis | None:
    """A link in the sentence sources its figures."""
    sentence = story.analysis.sentences[figure.sentence].span
    if any(link.span.overlaps(sentence) for link in story.analysis.blocks[figure.block].links):
        return Basis("attributed", "a link in the sentence")
    return None


def beside_mention(story: Story, figure: Figure) -> Basis | None:
    """A document named in the sentence without a cue: “in a survey of …”, “filings”, “census figures”."""
    sentence = story.analysis.sentences[figure.sentence].span
    mention = _mention_in(story.analysis.slice(sentence))
    if mention is None or mention.moved(sentence.start).overlaps(figure.span):
        return None
    return Basis("attributed", f"“{story.analysis.slice(mention.moved(sentence.start))}” in the sentence")


@kept_by_text
def _mention_in(sentence: str) -> Span | None:
    """Return where in a sentence a document is named."""
    for found in pattern_of("source-mentions").finditer(sentence, 0, len(sentence)):
        if not _NOT_DOCUMENTS.match(sentence, found.end()):
            return Span(*found.span())
    reckoned = _RECKONING.search(sentence)
    return Span(*reckoned.span()) if reckoned else None


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


def _is_vague(attribution: Attribution) -> bool:
    return attribution.source_type == "vague" and attribution.via == "cue"
