"""Documents that a sentence names without a cue: “in a survey of …”, “filings”, “by the union's own count”."""

from __future__ import annotations

import re

from attribution_lint.kept import kept_by_text
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis, Figure
from attribution_lint.nlp.lexical import pattern_of
from attribution_lint.patterns import lazily, lazily_plain

# “The bank cut its forecast to 2 percent”; “by the union's own count, 2,000 marched”.
_RECKONING = lazily_plain(
    r"\b(?:raised|lifted|cut|lowered|revised|trimmed|slashed|upgraded|downgraded|kept|maintained|reiterated|put) "
    r"(?:its|their|his|her|the) (?:\w+ ){0,4}?"
    r"(?:estimate|forecast|outlook|guidance|projection|prediction|expectation)s?\b|"
    r"\bby (?:(?:the )?(?:[\w-]+ ){0,3}(?:[\w-]+[’']s?|police|government|union|official) (?:own )?|"
    r"(?:its|their|his|her|my|our) (?:own )?)(?:(?:first|last|latest|early|daily|weekly|rough|best) )?"
    r"(?:count|reckoning|estimate|account|tally|calculation|figure|measure|index|ranking|record|book)s?\b|"
    r"\b(?:by|on|from) (?:[\w-]+ ){0,4}?(?:[\w-]+[’']s?|its|their|his|her) own (?:[\w-]+ )?"
    r"(?:account(?:s|ing)?|admission|arithmetic|assessment|calculations?|counts?|data|declarations?|documents?|"
    r"estimat(?:e|es|ion)|figures|filings?|forecasts?|logs?|memos?|minutes|numbers|papers?|paperwork|projections?|"
    r"records?|reckoning|reports?|returns?|statistics|sums|surveys?|tall(?:y|ies)|telling|valuation)\b|"
    r"\b(?:by|per|from|on|in) (?:[\w-]+ ){0,4}?(?:[\w-]+[’']s?|its|their|his|her) (?:own )?(?:[\w-]+ ){0,2}?"
    r"(?:bulletin|communiqu[eé]|dashboard|ledger|database|inventory|logbook|press release)s?\b|"
    r"\b(?:going|judging|to judge) by (?:[\w’'-]+ ){0,4}(?:figures|numbers|accounts|books|records)\b|"
    r"\bon (?:(?:the )?(?:[\w-]+ ){0,2}[\w-]+[’']s?|its|their|his|her) (?:own )?"
    r"(?:count|estimate|figures|numbers|reckoning|sums)\b|"
    r"\b(?:accounts|returns|results) (?:filed|lodged|posted|published|released) (?:at|by|in|on|to|with)\b|"
    r"\b(?:ministry|agency|government|council|army|service|police|department|office)[’']s? "
    r"(?:(?:own|official|latest|death) ){0,3}(?:toll|count|tally|figures|estimates?|data)\b",
    re.IGNORECASE,
)
_NOT_DOCUMENTS = lazily(r"[ -](?:cent(?:er|re)s?|rates?|breach(?:es)?|plans?|protection|storage|scientists?|roaming)\b")


def mention_beside(analysis: Analysis, figure: Figure) -> str:
    """Return the words that name a document in the sentence of a figure and beside it, empty if none do."""
    sentence = analysis.sentences[figure.sentence].span
    mention = _mention_in(analysis.slice(sentence))
    if mention is None or mention.moved(sentence.start).overlaps(figure.span):
        return ""
    return analysis.slice(mention.moved(sentence.start))


@kept_by_text
def _mention_in(sentence: str) -> Span | None:
    """Return where in a sentence a document is named."""
    for found in pattern_of("source-mentions").finditer(sentence, 0, len(sentence)):
        if not _NOT_DOCUMENTS.match(sentence, found.end()):
            return Span(*found.span())
    reckoned = _RECKONING.search(sentence)
    return Span(*reckoned.span()) if reckoned else None
