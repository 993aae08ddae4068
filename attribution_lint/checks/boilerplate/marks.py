r"""Marks that are residue by their form: template fields, citation tokens, wire signs, what tracked changes leave.

A mark is found by a pattern; one pass over the story with the signs that any mark begins with decides whether
the patterns are run at all. A mark that is named ("editors write TK") is not one that was left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.packs import shipped_lexicon

_SIGNS = re.compile(
    r"[\[\]{}<>«»【】†*|~=#]|__|\?\?|TK|XX|xxxx|CQ|TB[ACD]\b|HERE\b|goes? here|[?&]\w+=|:::|turn\d|oaicite|mnt/data|"
    r"pic\.twitter|grok_|ppl-ai|grounding-api|attributableIndex|\(@|Deleted:|Inserted:|Formatted:|Comment|here$|"
    r"to come|(?i:lorem|dolor sit|asdf|qwert)",
    re.MULTILINE,
)
_LONGEST_LINE = 160  # a line that names or closes a take is short
_MENTIONS = 40
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_BEFORE_INITIALS = frozenset({"Mr", "Mr.", "Ms", "Ms.", "Dr", "Dr.", "Justice", "singer", "rapper", "DJ", "flight"})
_LEXICONS = {
    "campaign": "marks-campaign",
    "citation": "marks-citation",
    "embed-mark": "marks-embed",
    "line": "marks-wire-line",
    "placeholder": "marks-placeholder",
    "slug": "marks-slug",
    "tracked": "marks-tracked",
    "tracking": "marks-tracking",
}
_FORMS = ("citation", "placeholder", "tracked", "embed-mark")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a mark stands and of which family it is."""

    family: str
    span: Span


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """One pattern of all that a lexicon of marks holds."""
    fields = "|".join(sorted(shipped_lexicon("template-fields")))
    parts = (part.replace("<field>", fields) for part in sorted(shipped_lexicon(_LEXICONS[form])))
    return re.compile("|".join(f"(?:{part})" for part in parts), re.MULTILINE)


def marks(analysis: Analysis) -> list[Mark]:
    """Return the marks of a story in reading order; where two overlap, the first and longer one."""
    text = analysis.text
    found: list[Mark] = []
    last = -1
    for sign in _SIGNS.finditer(text):
        number = analysis.block_at(sign.start())
        if number != last and analysis.blocks:
            last = number
            if analysis.blocks[number].kind != "code":
                found.extend(_in_block(analysis, analysis.blocks[number].span))
    for block in analysis.blocks:
        if block.span.end - block.span.start <= _LONGEST_LINE and _is_wire_line(text, block.span):
            found.append(Mark("wire-mark", block.span))
        found.extend(Mark("tracking", link.span) for link in block.links if _pattern("tracking").search(link.target))
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.span.start, -mark.span.end)):
        if not kept or not kept[-1].span.overlaps(mark.span):
            kept.append(mark)
    return kept


def _is_wire_line(text: str, span: Span) -> bool:
    start, end = span.start, span.end
    while end > start and text[end - 1] in ". \t":
        end -= 1
    line = _pattern("line")
    return bool(
        line.fullmatch(text, start, end)
        or line.fullmatch(text[start:end].strip("*_-–—•· "))
        or _pattern("slug").fullmatch(text, start, end)
    )


def _in_block(analysis: Analysis, span: Span) -> Iterator[Mark]:
    text, ends = analysis.text, (span.start, span.end)
    for form in _FORMS:
        for match in _pattern(form).finditer(text, *ends):
            here = Span(*match.span())
            if not _is_named(analysis, here) and not (form == "placeholder" and _is_a_name(text, here, span)):
                yield Mark(form, here)
    for form in ("tracking", "campaign"):
        for match in _pattern(form).finditer(text, *ends):
            yield Mark(form, Span(*match.span()))


def _is_named(analysis: Analysis, span: Span) -> bool:
    """Whether the text speaks of the mark: in quotation marks, or beside a word such as "placeholder"."""
    if analysis.quotation_at(span.start) is not None:
        return True
    sentence = analysis.sentences[analysis.sentence_at(span.start)].span if analysis.sentences else span
    text = analysis.text
    before = text[max(sentence.start, span.start - _MENTIONS) : span.start].lower()
    after = text[span.end : min(sentence.end, span.end + _MENTIONS)].lower()
    words = re.findall(r"[a-z]+", before)[-5:] + re.findall(r"[a-z]+", after)[:4]
    return not _naming().isdisjoint(words)


def _naming() -> frozenset[str]:
    return shipped_lexicon("words-naming")


def _is_a_name(text: str, span: Span, block: Span) -> bool:
    """Whether TK, XX and their like are somebody's initials, a numeral or a brand here."""
    mark = text[span.start : span.end]
    if not re.fullmatch(r"TK|X{2,3}", mark):
        return False
    after = text[span.end : min(span.end + 24, block.end)]
    before = text[max(span.start - 24, block.start) : span.start]
    if re.match(r"[ -][A-Z][a-z]|’s|'s| ?\d{2,4}\b", after):
        return True
    previous = re.search(r"([\w.’'&-]+) $", before)
    if mark != "TK":
        return bool(previous and previous.group(1)[0].isupper() and not re.fullmatch(_MONTHS, previous.group(1)))
    return bool(previous and previous.group(1) in _BEFORE_INITIALS)
