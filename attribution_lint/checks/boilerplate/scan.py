"""Walks a story block by block and says what in it is residue, whole clusters as one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from attribution_lint.checks.boilerplate.encoding import code_blocks
from attribution_lint.checks.boilerplate.families import FAMILIES, Family
from attribution_lint.checks.boilerplate.marks import Mark, marks
from attribution_lint.checks.boilerplate.sheets import ANYWHERE, COMPANY, LINE, Sheet, Unit, sheet
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis

_BODY_WORDS = 6  # a paragraph of so many words that ends like a sentence is of the story
_LONG_WORDS = 25  # and one of so many however it ends
_CAPTION_WORDS = 45
_FIELD_WORDS = 8  # a line with a placeholder and so few other words is a template's
_COMPANION_WORDS = 30  # a longer block is not residue for its neighbours' sake
_BY_NAME = {family.name: family for family in FAMILIES}
_ORDER = {family.name: number for number, family in enumerate(FAMILIES)}
# What a headline may sound like without being residue.
_LIKE_A_HEADLINE = frozenset({"related", "promo", "bio", "site", "desk"})
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]*]*\Z")
_LINKED = frozenset({"related", "promo"})
_GOVERNING = ("disclaimer", "note", "rights", "photo", "desk")


@dataclass(frozen=True, slots=True)
class Residue:
    """A stretch of residue: its family, its place, and the blocks (first, past the last) it fills, if it does.

    `proper` says that it stands where such a line belongs, at the top or the tail of the story.
    """

    family: str
    span: Span
    blocks: tuple[int, int] | None = None
    proper: bool = False


def scan(analysis: Analysis) -> list[Residue]:
    """Return the residue of a story in reading order: marks, lines, clusters of lines, sentences, brackets."""
    sentences: list[list[Span]] = [[] for _ in analysis.blocks]
    for sentence in analysis.sentences:
        sentences[sentence.block].append(sentence.span)
    signs = marks(analysis)
    filled = {number: name for name, number in _filled(analysis, signs)}
    sheets = [
        sheet(analysis, number, spans) if number not in filled else Sheet([], [], 1, _BY_NAME[filled[number]])
        for number, spans in enumerate(sentences)
    ]
    lonely = sum(1 for seen in sheets if seen and any("only-handles" in unit.known for unit in seen.units)) == 1
    for number, seen in enumerate(sheets):
        if seen and seen.family is None and (lonely or not any("only-handles" in u.known for u in seen.units)):
            seen.family = _whole(seen, headline=_is_headline(analysis, number))
    _list_links(analysis, sheets, sentences)
    _close(analysis, sheets)
    first, last = _body(analysis, sheets)
    _keep_company(analysis, sheets, sentences, first, last)
    found = list(_clusters(analysis, sheets, first, last))
    whole = [residue.span for residue in found]
    found.extend(
        Residue(sign.family, sign.span)
        for sign in signs
        if not any(span.covers(sign.span) for span in whole if span.overlaps(sign.span))
    )
    marked = [sign.span for sign in signs]
    for number, seen in enumerate(sheets):
        if seen and seen.family is None:
            inside = _inside(seen, proper=not first < number < last)
            found.extend(residue for residue in inside if not any(map(residue.span.overlaps, marked)))
    return sorted(found, key=lambda residue: residue.span)


def _filled(analysis: Analysis, signs: list[Mark]) -> Iterator[tuple[str, int]]:
    """The blocks that hold nothing but a mark, or code."""
    for number in code_blocks(analysis):
        yield "code", number
    for sign in signs:
        block = analysis.blocks[analysis.block_at(sign.span.start)]
        rest = analysis.text[block.span.start : sign.span.start] + analysis.text[sign.span.end : block.span.end]
        bare = not any(map(str.isalnum, rest))
        if sign.family == "placeholder" and not bare:
            bare = len(rest.split()) <= _FIELD_WORDS and not _SENTENCE_END.search(analysis.text, *_ends(block.span))
        if sign.family in _BY_NAME and bare:
            yield sign.family, analysis.block_at(sign.span.start)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _is_headline(analysis: Analysis, number: int) -> bool:
    return (number == 0 and len(analysis.blocks) > 1) or analysis.blocks[number].level == 1


def _whole(seen: Sheet, headline: bool) -> Family | None:
    """The family that a whole block is of."""
    units = seen.units
    if not units or not seen.words:
        return None
    opening = units[0]
    for name in _GOVERNING:
        if f"label:{name}" in opening.known and opening.proved.get(name, 0) >= LINE:
            return _BY_NAME[name]
    closed = units[-1].proved.get("photo", 0) >= LINE and seen.words <= _CAPTION_WORDS
    if closed and all("report" not in unit.known for unit in units):
        return _BY_NAME["photo"]  # a caption that its credit closes
    told = Counter[str]()
    proved = covered = 0
    for unit in units:
        best = max(unit.proved.values(), default=0)
        if best >= LINE:
            proved += unit.words
            name = next(name for name, degree in unit.proved.items() if degree == best)
            told[name] += unit.words * best
        if best:
            covered += unit.words
    if not proved or proved < 0.4 * seen.words or covered < 0.7 * seen.words:
        return None
    name = told.most_common(1)[0][0]
    if headline and name in _LIKE_A_HEADLINE:
        decided = any(
            unit.proved.get(name) == ANYWHERE
            or f"bare:{name}" in unit.known
            or (f"label:{name}" in unit.known and name not in _LINKED)
            for unit in units
        )
        if not decided:
            return None
    return _BY_NAME[name]


def body(analysis: Analysis) -> tuple[int, int]:
    """The numbers of the first and of the last block that is long enough to be of the story."""
    return _body(analysis, [None] * len(analysis.blocks))


def _body(analysis: Analysis, sheets: list[Sheet | None]) -> tuple[int, int]:
    """The numbers of the first and of the last block that is of the story by its length."""
    body = [
        number
        for number, block in enumerate(analysis.blocks)
        if ((seen := sheets[number]) is None or seen.family is None) and _is_body(analysis.text, block.span)
    ]
    return (body[0], body[-1]) if body else (0, -1)


def _is_body(text: str, span: Span) -> bool:
    words = text.count(" ", span.start, span.end) + 1
    return words >= _LONG_WORDS or (words >= _BODY_WORDS and bool(_SENTENCE_END.search(text, span.start, span.end)))


def _list_links(analysis: Analysis, sheets: list[Sheet | None], sentences: list[list[Span]]) -> None:
    """Let the titles that follow a bare "You may also like" join it: lines that end like no sentence."""
    listing = False
    for number, seen in enumerate(sheets):
        if seen and seen.family:
            listing = seen.family.name in ("related", "site") and (listing or _is_bare(seen))
            continue
        if not listing:
            continue
        span = analysis.blocks[number].span
        listing = not _is_body(analysis.text, span) and not _SENTENCE_END.search(analysis.text, span.start, span.end)
        if listing and (joined := seen or sheet(analysis, number, sentences[number], closely=True)):
            joined.family = _BY_NAME["related"]
            sheets[number] = joined


def _is_bare(seen: Sheet) -> bool:
    return len(seen.units) == 1 and "bare:related" in seen.units[0].known


def _close(analysis: Analysis, sheets: list[Sheet | None]) -> None:
    """Let what follows "Notes to editors" in the second half of a text be of the press release."""
    for number, seen in enumerate(sheets):
        if not seen or not seen.family or 2 * number < len(sheets) - 1:
            continue
        if seen.family.name == "press" and any("bare:press" in unit.known for unit in seen.units):
            for later in range(number + 1, len(sheets)):
                joined = sheets[later] or Sheet([], [], 1)
                joined.family = joined.family or _BY_NAME["press"]
                sheets[later] = joined
            return


def _keep_company(
    analysis: Analysis, sheets: list[Sheet | None], sentences: list[list[Span]], first: int, last: int
) -> None:
    """Let the neighbours of residue that would not be convicted alone join it."""
    count = len(sheets)
    for step in (1, -1):
        for number in range(count) if step == 1 else range(count - 1, -1, -1):
            neighbour = number - step
            if not 0 <= neighbour < count or (number == 0 and step == -1):
                continue
            beside = sheets[neighbour]
            here = sheets[number]
            if beside is None or beside.family is None or not beside.family.clusters or (here and here.family):
                continue
            block = analysis.blocks[number]
            if analysis.text.count(" ", block.span.start, block.span.end) >= _COMPANION_WORDS:
                continue
            other = sheets[number + step] if 0 <= number + step < count else None
            between = other is not None and other.family is not None and other.family.clusters
            here = here or sheet(analysis, number, sentences[number], closely=True)
            apart = number > last or between or (number >= first and not _is_body(analysis.text, block.span))
            if here and (family := _joins(here, beside.family, tail=apart)):
                here.family = family
                sheets[number] = here


def _joins(here: Sheet, beside: Family, tail: bool) -> Family | None:
    """The family in which a block joins a neighbour: by its label anywhere, by its words in the tail."""
    common: set[str] = set()
    for unit in here.units:
        if not unit.known.isdisjoint({"report", "he"}) or "lean" not in unit.known:
            return None
        names = {name for name in unit.strength(COMPANY) if _BY_NAME[name].clusters}
        labelled = "figures" in unit.known or any(known.startswith(("label:", "bare:")) for known in unit.known)
        if not (labelled or tail) or not (names or "tiny" in unit.known):
            return None
        common |= names
    if not common:
        return None
    if beside.name in common:
        return beside
    return _BY_NAME[min(common, key=_ORDER.__getitem__)]


def _clusters(analysis: Analysis, sheets: list[Sheet | None], first: int, last: int) -> Iterator[Residue]:
    number = 0
    while number < len(sheets):
        seen = sheets[number]
        if seen is None or seen.family is None:
            number += 1
            continue
        family = seen.family
        told = Counter({family.name: seen.words})
        end = number + 1
        while end < len(sheets) and (following := sheets[end]) and (other := following.family):
            if not (other is family or (other.clusters and family.clusters)):
                break
            told[other.name] += following.words
            end += 1
        blocks = analysis.blocks
        proper = end - 1 < first or number > last
        if family.placing == "tail only" and number <= last:
            number = end
            continue
        yield Residue(
            told.most_common(1)[0][0],
            Span(blocks[number].span.start, blocks[end - 1].span.end),
            (number, end),
            proper,
        )
        number = end


def _inside(seen: Sheet, proper: bool) -> Iterator[Residue]:
    """Residue inside a paragraph that is otherwise of the story: runs of sentences, and brackets."""
    taken: list[Span] = []
    number = 0
    while number < len(seen.units):
        name = next(seen.units[number].strength(ANYWHERE), None)
        if name is None:
            number += 1
            continue
        begin, end = number, number + 1
        while end < len(seen.units) and _goes_on(seen.units[end]):
            end += 1
        while begin > 0 and max(seen.units[begin - 1].proved.values(), default=0) >= LINE:
            begin -= 1
        span = Span(seen.units[begin].span.start, seen.units[end - 1].span.end)
        taken.append(span)
        yield Residue(name, span, None, proper and end == len(seen.units))
        number = end
    for unit in seen.brackets:
        if (name := next(unit.strength(ANYWHERE), None)) and not any(span.overlaps(unit.span) for span in taken):
            yield Residue(name, unit.span, None, proper)


def _goes_on(unit: Unit) -> bool:
    best = max(unit.proved.values(), default=0)
    return best >= LINE or (best >= COMPANY and unit.known.isdisjoint({"report", "he"}) and unit.words <= 20)
