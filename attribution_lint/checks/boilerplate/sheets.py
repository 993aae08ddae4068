"""One block looked at closely: its sentences and brackets as units, each with the families it could be of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator
from dataclasses import dataclass

from attribution_lint.checks.boilerplate.evidence import evidence
from attribution_lint.checks.boilerplate.families import Family
from attribution_lint.checks.boilerplate.marks import is_fenced
from attribution_lint.checks.boilerplate.phrases import Hit, phrase_book
from attribution_lint.checks.boilerplate.score import topic_book, weigh
from attribution_lint.checks.boilerplate.tokens import Tokens, tokens
from attribution_lint.checks.boilerplate.verdict import LINE, prove
from attribution_lint.checks.boilerplate.voice import could_speak, is_reported
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis, Quotation
from attribution_lint.nlp.parts import Kept, Part, part_of

_BRACKETED = re.compile(r"\[[^\[\]\n]{2,240}\]|\(\([^()\n]{2,240}\)\)|\([^()\n]{2,240}\)|\{[^{}\n]{2,240}\}")
_WHOLE_BRACKET = re.compile(r"\W*[\[(][^\[\]()]*(?:\([^()]*\)[^\[\]()]*)*[\])][\s.]*")
_SHAPED = re.compile("https?:|www|[@✅✔☑✓❌▲▼◀▶◄►△→»›➡👉➤]|About |>>")  # shapes that convict without a word
_MENU_SIGN = re.compile(r" ?[·•|»›>/] ?| - ")
_LONGEST_MENU = 240
_RULED = re.compile(r" ?[|•·] | [>›»] |\S {2,}(?=\S)")
_FEWEST_RULES = 2
_NUMBERED = re.compile(r"(?:^|: ?|\s)1[.)] [^\n]{3,120}\s2[.)] \S")
_NUMBERED = re.compile(r"(?:^|: ?|\s)1[.)] [^\n]{3,120}\s2[.)] \S")
_FIRST_PERSON = frozenset({"i", "i've", "i'm", "i'll", "i'd"})
_LONG = 150
_FEWEST_BLOCKS = 2
_PERSONS = frozenset({"you", "self", "i"})
_WEIGHED = 70  # tokens; a longer block is judged by its wording only
_PLAIN_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
# Lexicons that can convict; the rest only speaks for or against.
_CONVICTING = (
    "objects-media",
    "phrases-assistant",
    "phrases-bio",
    "phrases-credit",
    "phrases-desk",
    "phrases-disclaimer",
    "phrases-embed",
    "phrases-interruption",
    "phrases-note",
    "phrases-opening-credit",
    "phrases-origin",
    "phrases-photo",
    "phrases-press",
    "phrases-promo",
    "phrases-related",
    "phrases-rights",
    "phrases-site",
    "phrases-wire",
    "words-newsroom",
)
_LABELS = (
    "labels-agency",
    "labels-assistant",
    "labels-contact",
    "labels-credit",
    "labels-desk",
    "labels-disclaimer",
    "labels-meta",
    "labels-note",
    "labels-photo",
    "labels-press",
    "labels-promo",
    "labels-related",
    "labels-rights",
    "labels-site",
    "labels-weak",
    "labels-wire",
)
_SUPPORTING = (
    "acts-ask",
    "acts-assistant",
    "acts-report",
    "objects-draft",
    "objects-here",
    "objects-rights",
    "objects-social",
    "words-assistant",
    "words-reader",
    "words-self",
    "words-story",
)


@dataclass(slots=True)
class Unit:
    """A sentence or a bracket: its words, the evidence in it, and how far each family is proved."""

    span: Span
    words: int
    known: set[str]
    proved: dict[str, int]

    def strength(self, least: int) -> Iterator[str]:
        """The families that are proved at least so far, in their order."""
        return (family for family, degree in self.proved.items() if degree >= least)


@dataclass(slots=True)
class Sheet:
    """What is known of a block. `family` is set once the whole of it is residue."""

    units: list[Unit]
    brackets: list[Unit]
    words: int
    family: Family | None = None


def sheet(
    analysis: Analysis, number: int, sentences: list[Span], strange: Container[int] = (), closely: bool = False
) -> Sheet | None:
    """Return the sheet of block `number`, or None where nothing in it could be residue.

    `strange` are the numbers of the blocks whose voice is not that of the story.
    """
    part, count = part_of(analysis, number), len(analysis.blocks)
    fenced = is_fenced(analysis.text, part.block.span)
    ends = number == count - 1 and count > _FEWEST_BLOCKS
    key = part.key(), closely, number in strange, fenced, ends, *_attributed(part)
    if (found := _kept.get(key)) is None:
        seen = _look(analysis, number, sentences, strange, closely)
        _kept.put(key, found := (seen and _moved(seen, -part.start),))
    return found[0] and _moved(found[0], part.start)


_kept: Kept[tuple[Sheet | None]] = Kept()


def _attributed(part: Part) -> Iterator[tuple[object, ...]]:
    """What the attributions of a block are, as far as a sheet rests on them."""
    for attribution in part.attributions():
        cue, source = attribution.cue, attribution.source
        if cue is not None and source is not None:
            at = attribution.sentence - part.sentence, cue.span.start - part.start, cue.span.end - part.start
            yield *at, cue.finite, source.type, part.story.slice(source.span)


def _moved(seen: Sheet, by: int) -> Sheet:
    units, brackets = (
        [Unit(unit.span.moved(by), unit.words, unit.known, unit.proved) for unit in those]
        for those in (seen.units, seen.brackets)
    )
    return Sheet(units, brackets, seen.words, seen.family)


def _look(
    analysis: Analysis, number: int, sentences: list[Span], strange: Container[int], closely: bool
) -> Sheet | None:
    block = analysis.blocks[number]
    quote = block.kind == "quote" and not analysis.text.startswith(">>", block.span.start)
    if quote or block.kind == "code" or is_fenced(analysis.text, block.span):
        return None
    if not closely and _is_plain(analysis.text, block.span):
        return None
    found = tokens(analysis.text, block.span)
    if not found:
        return None
    hits = phrase_book(_CONVICTING).hits(found)
    starts = [found.range(span) for span in sentences]
    brackets = [found.range(Span(*m.span())) for m in _BRACKETED.finditer(analysis.text, *_ends(block.span))]
    labels = phrase_book(_LABELS)
    openings = {_opening(found, first, last) for first, last in starts}
    openings |= {_opening(found, first + 1, last) for first, last in brackets}
    hits += [hit for first in openings for hit in labels.hits_at(found, first)]
    menu = _is_menu(analysis.text, block.span)
    asked = any("?" in found.form[first:last] or found.form[first] in ("[", "{") for first, last in brackets)
    speaks = found.form[0] in _FIRST_PERSON or "MAIL" in found.form
    topics = (
        topic_book().hits(found)
        if len(found) <= _WEIGHED and (closely or hits or number in strange or could_speak(analysis.text, block.span))
        else []
    )
    if (
        not hits
        and not topics
        and not (closely or menu or asked or speaks)
        and not _SHAPED.match(analysis.text, block.span.start)
    ):
        return None
    topics.sort(key=_longest_first)
    hits += phrase_book(_SUPPORTING).hits(found)
    quoted = _quoted(analysis, block.span, found)
    whole = bool(_WHOLE_BRACKET.fullmatch(analysis.text, *_ends(block.span)))
    outside = topics if whole else [hit for hit in topics if not _is_within(hit, brackets)]
    units = [
        _unit(analysis, found, first, last, hits, outside, quoted, whole, number in strange)
        for first, last in starts
        if last > first
    ]
    for unit in units if menu else ():
        unit.proved.setdefault("site", LINE)
    inner = []
    if not whole:
        inner = [
            _unit(analysis, found, first, last, hits, topics, quoted, True)
            for first, last in brackets
            if last > first + 2 and not quoted[first]
        ]
    return Sheet(units, inner, sum(unit.words for unit in units))


def _is_plain(text: str, span: Span) -> bool:
    """Whether a long paragraph has no word by which a phrase of residue is known: the cheap look that most pass."""
    if span.end - span.start < _LONG or any(text.find(sign, span.start, span.end) >= 0 for sign in "[{@"):
        return False
    words = _PLAIN_WORD.findall(text[span.start : span.end].lower().replace("’", "'"))
    if phrase_book(_CONVICTING).could_fit(words):
        return False
    return phrase_book(_LABELS).rare.isdisjoint(words[:1])


def _is_menu(text: str, span: Span) -> bool:
    """Whether a line is a row of labels: Print · Share · 3 comments; or of anything parted by rules or bullets."""
    if span.end - span.start > _LONGEST_MENU:
        return False
    line = text[span.start : span.end]
    if line.rstrip()[-1] not in '.!?”"' and (len(_RULED.findall(line)) >= _FEWEST_RULES or _NUMBERED.search(line)):
        return True
    parts = [part.strip(" .") for part in _MENU_SIGN.split(line)]
    if len(parts) < 2 or any(len(part.split()) > 4 for part in parts):
        return False
    labels = phrase_book(("labels-site", "labels-weak", "objects-social"))
    named = 0
    for part in parts:
        found = tokens(part, Span(0, len(part)))
        named += any(hit.last == len(found) for hit in labels.hits_at(found, 0))
    return 2 * named >= len(parts) and named >= 2


def _unit(
    analysis: Analysis,
    found: Tokens,
    first: int,
    last: int,
    hits: list[Hit],
    topics: list[Hit],
    quoted: bytearray,
    bracket: bool,
    strange: bool = False,
) -> Unit:
    text = analysis.text
    span = Span(found.start[first], found.end[last - 1])
    known = evidence(text, found, first, last, hits, quoted, is_reported(analysis, span))
    words = sum(1 for number in range(first, last) if found.is_word(number))
    if not known.isdisjoint(_PERSONS):
        known.add("strange" if strange else "usual")
    if span.end >= analysis.blocks[-1].span.start and len(analysis.blocks) > _FEWEST_BLOCKS:
        known.add("tail")
        if "denies" in known and known.isdisjoint({"past", "told"}):
            known.add("waiver")
            known.discard("narrated")
    if bracket:
        known.add("bracket")
        if ("question" in known and text[found.start[first]] in "[{") or text.startswith("((", found.start[first]):
            known.add("query")
        if text[found.start[first]] == "{" or text.startswith("((", found.start[first]):
            known.add("aside")
    proved = prove(known)
    if topics:
        for name, degree in weigh(known, found.form, topics, first, last, quoted).items():
            if degree > proved.get(name, 0):
                proved[name] = degree
                known.add(f"weighed:{name}")
    return Unit(span, words, known, proved)


def _is_within(hit: Hit, ranges: list[tuple[int, int]]) -> bool:
    return any(first <= hit.first and hit.last <= last for first, last in ranges)


def _longest_first(hit: Hit) -> tuple[int, int, str]:
    return hit.first, -hit.last, hit.name


def _opening(found: Tokens, first: int, last: int) -> int:
    while first < last and not found.is_word(first) and found.form[first] != "©":
        first += 1
    return first


def _quoted(analysis: Analysis, span: Span, found: Tokens) -> bytearray:
    flags = bytearray(len(found))
    for number in range(bisect_right(analysis.quotations, span.start, key=_end_of), len(analysis.quotations)):
        quotation = analysis.quotations[number]
        if quotation.span.start >= span.end:
            break
        first, last = found.range(quotation.span)
        flags[first:last] = b"\1" * (last - first)
    return flags


def _end_of(quotation: Quotation) -> int:
    return quotation.span.end


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
