"""Whether a text speaks of a mark, or shows it, rather than was left with it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import screened

_MENTIONS = 40
_GAP = screened(r"(?i:blank|missing word|fill in|the gap)")
_BRACKETS = screened(r"\b(?:brackets?|braces)\b")
_MERGED = screened(r"«[A-Za-z]*(?:_|[a-z][A-Z])\w*»")  # a field that a mail merge left, which no quotation is
_SAID_BEHIND = screened(
    r" (?:(?:he|she|they|it|the [a-z]+|an? [a-z]+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) )?(?:said|says|added|adds|told)\b"
    r"(?! (?:most|much|all|some|one|page)\b)"
)
_SAID_BEFORE = screened(r"\b(?:said|says|added|adds|told [a-z]+)(?: [A-Z][\w’'-]+)?[,:] \Z")
_NEVER_SPOKEN = screened(r"[{<«%_]|\[\[|TK|XX|\[(?i:insert|tk|tbc|quote)")
# Behind a mark with which a sentence opens, that it stands somewhere: "TBC, it said against the venue".
_SHOWN_BEHIND = screened(
    r",? ?[,:–—-] (?:it|they|he|she|(?:the|a|an|his|her|its|their|one|every) [\w’' -]{1,60}?) "
    r"(?:said|says|say|reads?|announced|announces|promised|promises|warned|warns|wrote|writes)\b"
    r"|: (?:that|it|this)(?: is| was|[’']s)\b"
)
_IS_WHAT = re.compile(r"[,:]? ?(?:that )?(?:is|was|are|were|it (?:is|was)) (?:how|what|where|why)\b")
_SHORTEST_SOUGHT = 2  # characters
_MOST_SOUGHT = 40  # places of the same mark
_COUNTED_UP = screened(r"\b(?:I?X|V?III), X{1,3}\b|\bX{2,3}, (?:X{1,3}|XL|L)\b")  # numerals in a row
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_BEFORE_INITIALS = frozenset({"Mr", "Mr.", "Ms", "Ms.", "Dr", "Dr.", "Justice", "singer", "rapper", "DJ", "flight"})


def is_fenced(text: str, span: Span) -> bool:
    """Whether the block stands between code fences, or is one, in a text whose format has none."""
    return _has_fences(text) and (text.startswith("```", span.start) or text.count("\n```", 0, span.start) % 2 == 1)


@lru_cache(maxsize=1)
def _has_fences(text: str) -> bool:
    """Asked of the same story block by block."""
    return "```" in text


def is_named(analysis: Analysis, span: Span) -> bool:
    """Whether the text speaks of the mark: in quotation marks, or beside a word such as "placeholder"."""
    quoted = analysis.quotation_at(span.start) is not None
    if quoted and not _MERGED.fullmatch(analysis.text, span.start, span.end) and not is_left_in_speech(analysis, span):
        return True
    sentence = analysis.sentences[analysis.sentence_at(span.start)].span if analysis.sentences else span
    text = analysis.text
    before = text[max(sentence.start, span.start - _MENTIONS) : span.start].lower()
    after = text[span.end : min(sentence.end, span.end + _MENTIONS)].lower()
    naming = _naming()
    if _is_shown_behind(text, sentence, span):
        return True
    if text[span.start] in "[{(<" and _BRACKETS.search(text, span.end, sentence.end):
        return True  # "…, curly brackets and all"
    if text[span.start] == "_" and _GAP.search(text, sentence.start, sentence.end):
        return True  # "Fill in the blank: …"
    return not (naming.isdisjoint(re.findall(r"[a-z]+", before)[-4:]) and naming.isdisjoint(after.split()[:2]))


def _is_shown_behind(text: str, sentence: Span, span: Span) -> bool:
    """Whether the words behind a mark say that it stands on something: "£XX was what the menu said"."""
    if _IS_WHAT.match(text, span.end):
        return True
    return sentence.start >= span.start - 1 and _SHOWN_BEHIND.match(text, span.end) is not None


def is_named_elsewhere(analysis: Analysis, span: Span) -> bool:
    """Whether the story speaks of the same mark in another place, and so means it here."""
    mark = analysis.slice(span).strip()
    if len(mark) < _SHORTEST_SOUGHT or not any(map(str.isalpha, mark)):
        return False
    if mark.isupper() and mark.isalpha() and ".".join(mark) in analysis.text:
        return True  # "She signs herself N.N."
    places = re.finditer(rf"(?<!\w){re.escape(mark)}(?!\w)", analysis.text, re.IGNORECASE)
    others = (Span(*match.span()) for match in islice(places, _MOST_SOUGHT))
    return any(not span.overlaps(here) and is_named(analysis, here) for here in others)


def is_left_in_speech(analysis: Analysis, span: Span) -> bool:
    """Whether a mark stands in what somebody said aloud: all of it, or in a form that no clarification has."""
    text = analysis.text
    quotation = analysis.quotation_at(span.start)
    if quotation is None or not (
        _SAID_BEHIND.match(text, quotation.span.end)
        or _SAID_BEFORE.search(text, max(0, quotation.span.start - _MENTIONS), quotation.span.start)
    ):
        return False
    rest = text[quotation.inner.start : span.start] + text[span.end : quotation.inner.end]
    return not any(map(str.isalnum, rest)) or _NEVER_SPOKEN.match(text, span.start) is not None


def _naming() -> frozenset[str]:
    return shipped_lexicon("words-naming")


@lru_cache(maxsize=8)
def _is_introduced(text: str, mark: str) -> bool:
    """Whether the story says that somebody or something is called by these letters."""
    return bool(
        re.search(rf"\b(?:as|called|named|nicknamed|dubbed|alias|aka|size|rapper|singer) [“\"‘']?{mark}\b", text)
        or re.search(rf"\b(?:puts?|wrote|writes?|scrawled|signed|typed|stamped|drew|painted) [“\"‘']?{mark}\b", text)
        or re.search(rf"\b(?:signs?|signed|called|calls|goes by) [^.\n]{{0,30}}\b{mark}\b", text)
        or re.search(rf"\b{mark},? (?:as|whom) [^.\n]{{0,40}}\b(?:call|called|knew|known|nicknamed)\b", text)
        or re.search(rf"\b(?:[Tt]he|[Aa]n?|with|marked) {mark}\b(?! (?:people|million|billion|percent|per cent))", text)
    )


@lru_cache(maxsize=1)
def _is_of_genetics(text: str) -> bool:
    return not shipped_lexicon("words-genetics").isdisjoint(re.findall(r"\w+", text.lower()))


def is_a_name(text: str, span: Span, block: Span) -> bool:
    """Whether TK, XX and their like are somebody's initials, a numeral or a brand here."""
    mark = text[span.start : span.end]
    if mark in ("XX", "X") and _is_of_genetics(text):
        return True
    if not re.fullmatch(r"TK|X{2,3}|NUM|PCT", mark):
        return False
    if _is_introduced(text, mark) or _COUNTED_UP.search(text, max(block.start, span.start - 8), span.end + 8):
        return True
    if len(mark) > 2 and mark[0] != "X":
        return False
    after = text[span.end : min(span.end + 24, block.end)]
    before = text[max(span.start - 24, block.start) : span.start]
    if re.match(r"[ -][A-Z][a-z]|’s|'s| ?\d{2,4}\b", after):
        return True
    previous = re.search(r"([\w.’'&-]{1,24}) $", before)
    if mark != "TK":
        if not previous or not previous.group(1)[0].isupper() or re.fullmatch(_MONTHS, previous.group(1)):
            return False
        return previous.group(1).lower() not in shipped_lexicon("sentence-openers") | {"some", "nearly", "over"}
    return bool(previous and previous.group(1) in _BEFORE_INITIALS)
