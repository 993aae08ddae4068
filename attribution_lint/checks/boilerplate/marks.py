r"""Marks that are residue by their form: template fields, citation tokens, wire signs, what tracked changes leave.

A mark is found by a pattern; one pass over the story with the signs that any mark begins with decides whether
the patterns are run at all. A mark that is named ("editors write TK") is not one that was left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from attribution_lint.alternatives import Alternatives
from attribution_lint.checks.boilerplate.blanks import blanks
from attribution_lint.checks.boilerplate.capitals import kinds_in_capitals
from attribution_lint.checks.boilerplate.datelines import doubled_datelines
from attribution_lint.checks.boilerplate.defaults import defaults
from attribution_lint.checks.boilerplate.extents import reach
from attribution_lint.checks.boilerplate.inserts import inserts
from attribution_lint.checks.boilerplate.interruptions import interruptions
from attribution_lint.checks.boilerplate.jottings import intrusions
from attribution_lint.checks.boilerplate.naming import is_a_name, is_fenced, is_named, is_named_elsewhere
from attribution_lint.checks.boilerplate.print_forms import (
    is_a_starred_title,
    is_footnote,
    is_listed,
    is_of_a_script,
)
from attribution_lint.checks.boilerplate.running_heads import running_heads
from attribution_lint.checks.boilerplate.signs import worth_a_look
from attribution_lint.checks.boilerplate.stamps import stamps
from attribution_lint.checks.boilerplate.struck import is_meant
from attribution_lint.checks.boilerplate.transcript import is_of_a_transcript
from attribution_lint.kept import Kept, kept_by_text
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.packs import shipped_lexicon

_MOST_SPACES = 14
_NEAR_THE_TOP = 2  # blocks
_NEXT = 5  # marks among which the twin of one is looked for
_LONGEST_LINE = 160  # a line that names or closes a take is short
_SIGNS = ("\\[", "\\(", "\\{", "\\*", "\\$", "\\x23", "<", "{", "«", "%", "[$", "[₹")
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
    "masthead": "marks-masthead",
    "slug": "marks-slug",
    "stamp": "marks-stamp",
    "tracked": "marks-tracked",
    "tracking": "marks-tracking",
    "wire-mark": "marks-wire",
}


class Mark(Struct, frozen=True):
    """Where a mark stands and of which family it is."""

    family: str
    span: Span


@cache
def patterns_of(form: str) -> Alternatives:
    """Return the patterns that a lexicon of marks holds, ready to be looked for."""
    fields = "|".join(sorted(shipped_lexicon("template-fields")))
    kinds = "|".join(sorted(shipped_lexicon("blank-kinds"))).upper()
    parts = [
        part.replace("<field>", fields).replace("<KIND>", kinds) for part in sorted(shipped_lexicon(_LEXICONS[form]))
    ]
    if form in ("placeholder", "field"):
        # What begins with a sign is never a name, as the rest may be.
        parts = [part for part in parts if part.startswith(_SIGNS) == (form == "placeholder")]
    return Alternatives(parts, re.MULTILINE)


def marks(analysis: Analysis) -> list[Mark]:
    """Return the marks of a story in reading order; where two overlap, the first and longer one."""
    text = analysis.text
    found: list[Mark] = []
    spoken_of: set[int] = set()
    for number, forms in sorted(worth_a_look(analysis).items()):
        block = analysis.blocks[number]
        if block.kind != "code" and not is_fenced(text, block.span):
            found.extend(_in_block(analysis, number, forms, spoken_of))
    for number, block in enumerate(analysis.blocks):
        length = block.span.end - block.span.start
        if length <= _LONGEST_LINE and text.count(" ", block.span.start, block.span.end) <= _MOST_SPACES:
            found.extend(_line(text, block.span, number, len(analysis.blocks)))
        found.extend(Mark("tracking", link.span) for link in block.links if patterns_of("tracking").search(link.target))
    found.extend(Mark(family, span) for family, span in (*inserts(analysis), *stamps(analysis)))
    found.extend(Mark("wire-mark", span) for span in doubled_datelines(analysis))
    found.extend(Mark("desk", span) for span in intrusions(analysis))
    found.extend(Mark("glued", span) for span in (*interruptions(analysis), *running_heads(analysis)))
    found.extend(Mark("placeholder", span) for span in (*blanks(analysis), *kinds_in_capitals(analysis)))
    found.extend(Mark(family, span) for family, span in defaults(analysis))
    kept: list[Mark] = []
    found.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    for place, mark in enumerate(found):
        if kept and kept[-1].span.overlaps(mark.span):
            continue
        if mark.family == "placeholder" and is_named_elsewhere(analysis, mark.span):
            continue
        if is_fenced(text, analysis.blocks[analysis.block_at(mark.span.start)].span):
            continue
        if mark.family == "code" and is_footnote(text, mark.span):
            continue
        if mark.family == "placeholder" and (
            is_of_a_script(text, mark.span)
            or is_a_starred_title(text, mark.span)
            or analysis.sentence_at(mark.span.start) in spoken_of
        ):
            continue
        if mark.family == "placeholder":
            behind = [other.span for other in found[place + 1 : place + _NEXT]]
            kept.append(Mark("placeholder", reach(analysis, mark.span, behind)))
        elif mark.family != "tracked" or not is_meant(analysis, mark.span):
            kept.append(mark)
    return kept


def _line(text: str, span: Span, number: int, count: int) -> Iterator[Mark]:
    """The mark that a whole line is: the end or the name of a take, or the time at which a page was set."""
    words = text[span.start : span.end].rstrip(". \t")
    if is_of_a_transcript(text, span):
        return
    forms = _forms_of_line(words)
    if "slug" in forms or (number and "line" in forms):
        yield Mark("wire-mark", span)
    elif number > 1 and number == count - 1 and patterns_of("signoff").fullmatch(words):
        yield Mark("signoff", span)
    elif "stamp" in forms:
        yield Mark("stamp", span)
    elif number < _NEAR_THE_TOP and patterns_of("masthead").fullmatch(words):
        yield Mark("masthead", span)


@kept_by_text
def _forms_of_line(words: str) -> frozenset[str]:
    """Which of the forms that a line may have anywhere it has."""
    bare = words.strip("*_-–—•· ")
    forms = {form for form in ("line", "slug", "stamp") if patterns_of(form).fullmatch(words)}
    if bare != words and patterns_of("line").fullmatch(bare):
        forms.add("line")
    return frozenset(forms)


_kept: Kept[list[tuple[str, Span]]] = Kept()


def _in_block(analysis: Analysis, number: int, forms: set[str], spoken_of: set[int]) -> Iterator[Mark]:
    """Yield the marks of a block; the sentences in which one is spoken of are added to `spoken_of`."""
    text, span, block = analysis.text, analysis.blocks[number].span, analysis.text_of(number)
    if (found := _kept.get(key := (block, *sorted(forms)))) is None:
        asked = (form for form in _ORDER if form in forms)
        found = [(form, Span(*match.span())) for form in asked for match in patterns_of(form).finditer(block)]
        _kept.put(key, found)
    named = -1  # the sentence in which a mark is spoken of, as are the others in it
    address = Span(0, 0)  # one has many parameters
    for form, inside in found:
        here = inside.moved(span.start)
        if form in ("tracking", "campaign"):
            here = address = address if address.covers(here) else _address(text, here)
        sentence = analysis.sentence_at(here.start)
        if form != "glued" and (sentence == named or is_named(analysis, here)):
            named = sentence
            spoken_of.add(sentence)
            continue
        if form == "wire-mark" and is_listed(text, here):
            continue
        if form == "field" and is_a_name(text, here, span):
            continue
        yield Mark(_family(text, form, here), here)


def _family(text: str, form: str, span: Span) -> str:
    if form == "glued" and text[span.start] == "@":
        return "byline"  # a handle is somebody's, not the page's
    return "placeholder" if form == "field" else form


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
        for match in patterns_of(form).finditer(text, span.start, span.end):
            if match.start() >= taken:
                taken = match.end()
                yield Span(*match.span())
