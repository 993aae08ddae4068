r"""Marks that are residue by their form: template fields, citation tokens, wire signs, what tracked changes leave.

A mark is found by a pattern; one pass over the story with the signs that any mark begins with decides whether
the patterns are run at all. A mark that is named ("editors write TK") is not one that was left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from attribution_lint.checks.boilerplate.signs import worth_a_look
from attribution_lint.checks.boilerplate.transcript import is_of_a_transcript
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import Kept
from attribution_lint.packs import shipped_lexicon

_MOST_SPACES = 14
_LONGEST_LINE = 160  # a line that names or closes a take is short
_MENTIONS = 40
_SIGNS = ("\\[", "\\(", "\\{", "\\*", "\\$", "\\x23", "<", "{", "«", "%", "[$", "[₹")
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_BEFORE_INITIALS = frozenset({"Mr", "Mr.", "Ms", "Ms.", "Dr", "Dr.", "Justice", "singer", "rapper", "DJ", "flight"})
_ORDER = (
    "citation",
    "placeholder",
    "field",
    "tracked",
    "embed-mark",
    "escape",
    "glued",
    "photo-mark",
    "wire-mark",
    "tracking",
    "campaign",
)
_LEXICONS = {
    "campaign": "marks-campaign",
    "citation": "marks-citation",
    "embed-mark": "marks-embed",
    "escape": "marks-markup",
    "field": "marks-placeholder",
    "glued": "marks-glued",
    "line": "marks-wire-line",
    "photo-mark": "marks-photo",
    "placeholder": "marks-placeholder",
    "signoff": "marks-signoff",
    "slug": "marks-slug",
    "stamp": "marks-stamp",
    "tracked": "marks-tracked",
    "tracking": "marks-tracking",
    "wire-mark": "marks-wire",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a mark stands and of which family it is."""

    family: str
    span: Span


_TELLING = {"_": "_", "~": "~", "#": r"\x23"}
"""Signs that are written in no pattern but for what has them, and how they are written there."""


@cache
def _pattern(form: str, signs: frozenset[str] = frozenset()) -> re.Pattern[str]:
    """One pattern of all that a lexicon of marks holds; of what has one of the signs, if none but such are given."""
    fields = "|".join(sorted(shipped_lexicon("template-fields")))
    parts = [part.replace("<field>", fields) for part in sorted(shipped_lexicon(_LEXICONS[form]))]
    if form in ("placeholder", "field"):
        # Those that begin with a sign make a pattern that skips all else at once; the rest is costly and kept apart.
        parts = [part for part in parts if part.startswith(_SIGNS) == (form == "placeholder")]
    if signs:
        parts = [part for part in parts if any(_TELLING[sign] in part for sign in signs)]
    if not parts:
        return re.compile(r"(?!)")
    return re.compile("|".join(f"(?:{part})" for part in parts), re.MULTILINE)


def marks(analysis: Analysis) -> list[Mark]:
    """Return the marks of a story in reading order; where two overlap, the first and longer one."""
    text = analysis.text
    found: list[Mark] = []
    for number, forms in sorted(worth_a_look(analysis).items()):
        block = analysis.blocks[number]
        if block.kind != "code" and not is_fenced(text, block.span):
            found.extend(_in_block(analysis, number, forms))
    for number, block in enumerate(analysis.blocks):
        length = block.span.end - block.span.start
        if length <= _LONGEST_LINE and text.count(" ", block.span.start, block.span.end) <= _MOST_SPACES:
            found.extend(_line(text, block.span, number, len(analysis.blocks)))
        found.extend(Mark("tracking", link.span) for link in block.links if _pattern("tracking").search(link.target))
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.span.start, -mark.span.end)):
        if not kept or not kept[-1].span.overlaps(mark.span):
            kept.append(mark)
    return kept


def _line(text: str, span: Span, number: int, count: int) -> Iterator[Mark]:
    """The mark that a whole line is: the end or the name of a take, or the time at which a page was set."""
    words = text[span.start : span.end].rstrip(". \t")
    if is_of_a_transcript(text, span):
        return
    line = _pattern("line")
    if (number and (line.fullmatch(words) or line.fullmatch(words.strip("*_-–—•· ")))) or _pattern("slug").fullmatch(
        words
    ):
        yield Mark("wire-mark", span)
    elif number > 1 and number == count - 1 and _pattern("signoff").fullmatch(words):
        yield Mark("signoff", span)
    elif _pattern("stamp").fullmatch(words):
        yield Mark("stamp", span)


_kept: Kept[list[tuple[str, Span]]] = Kept()


def _in_block(analysis: Analysis, number: int, forms: dict[str, set[str]]) -> Iterator[Mark]:
    text, span, block = analysis.text, analysis.blocks[number].span, analysis.text_of(number)
    if (found := _kept.get(key := (block, *sorted(forms)))) is None:
        asked = ((form, _pattern(form, _telling(forms[form]))) for form in _ORDER if form in forms)
        found = [(form, Span(*match.span())) for form, pattern in asked for match in pattern.finditer(block)]
        _kept.put(key, found)
    for form, inside in found:
        here = inside.moved(span.start)
        if form in ("tracking", "campaign"):
            here = _address(text, here)
        if is_named(analysis, here) or (form == "field" and _is_a_name(text, here, span)):
            continue
        yield Mark("placeholder" if form == "field" else form, here)


def _telling(signs: set[str]) -> frozenset[str]:
    """Return the signs if by them the patterns can be told that have them, else none."""
    return frozenset(signs) if signs <= _TELLING.keys() else frozenset()


def _address(text: str, span: Span) -> Span:
    """The address that a parameter belongs to."""
    start, end = span.start, span.end
    while start and not text[start - 1].isspace() and text[start - 1] not in '(<["“':
        start -= 1
    while end < len(text) and not text[end].isspace() and text[end] not in ')>]"”':
        end += 1
    while text[end - 1] in ".,;:!?":
        end -= 1
    return Span(start, max(end, span.end))


def parameters(text: str, span: Span) -> Iterator[Span]:
    """Yield the parameters of the address `span` that track, of an assistant or of a campaign."""
    taken = span.start
    for form in ("tracking", "campaign"):
        for match in _pattern(form).finditer(text, span.start, span.end):
            if match.start() >= taken:
                taken = match.end()
                yield Span(*match.span())


def is_fenced(text: str, span: Span) -> bool:
    """Whether the block stands between code fences, or is one, in a text whose format has none."""
    return _has_fences(text) and (text.startswith("```", span.start) or text.count("\n```", 0, span.start) % 2 == 1)


@lru_cache(maxsize=1)
def _has_fences(text: str) -> bool:
    """Asked of the same story block by block."""
    return "```" in text


def is_named(analysis: Analysis, span: Span) -> bool:
    """Whether the text speaks of the mark: in quotation marks, or beside a word such as "placeholder"."""
    if analysis.quotation_at(span.start) is not None:
        return True
    sentence = analysis.sentences[analysis.sentence_at(span.start)].span if analysis.sentences else span
    text = analysis.text
    before = text[max(sentence.start, span.start - _MENTIONS) : span.start].lower()
    after = text[span.end : min(sentence.end, span.end + _MENTIONS)].lower()
    naming = _naming()
    return not (naming.isdisjoint(re.findall(r"[a-z]+", before)[-4:]) and naming.isdisjoint(after.split()[:2]))


def _naming() -> frozenset[str]:
    return shipped_lexicon("words-naming")


def _is_introduced(text: str, mark: str) -> bool:
    """Whether the story says that somebody or something is called by these letters."""
    return bool(
        re.search(rf"\b(?:as|called|named|nicknamed|dubbed|alias|aka|size|rapper|singer) [“\"‘']?{mark}\b", text)
    )


def _is_a_name(text: str, span: Span, block: Span) -> bool:
    """Whether TK, XX and their like are somebody's initials, a numeral or a brand here."""
    mark = text[span.start : span.end]
    if mark in ("XX", "X") and not shipped_lexicon("words-genetics").isdisjoint(re.findall(r"\w+", text.lower())):
        return True
    if not re.fullmatch(r"TK|X{2,3}", mark):
        return False
    if _is_introduced(text, mark):
        return True
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
