"""Walks a story block by block and says what in it is residue, whole clusters as one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from attribution_lint.checks.boilerplate.company import close, keep_company, list_answers, list_links
from attribution_lint.checks.boilerplate.encoding import code_blocks
from attribution_lint.checks.boilerplate.families import BY_NAME, Family
from attribution_lint.checks.boilerplate.jottings import is_a_task, is_jotted, is_to_a_colleague
from attribution_lint.checks.boilerplate.marks import Mark, marks
from attribution_lint.checks.boilerplate.misfit import Standing
from attribution_lint.checks.boilerplate.place import body, ends_like_a_sentence, is_lone_headline
from attribution_lint.checks.boilerplate.register import (
    AMONG_TITLES,
    AT_THE_END,
    CERTAIN,
    DOUBTFUL,
    FAIRLY_LIKELY,
    HEADLINE,
    IDLE,
    LIKELY,
    NOT_UNLIKELY,
    TERSE,
    UNLIKELY,
    WITHIN_REACH,
    likeliest,
    misfit,
)
from attribution_lint.checks.boilerplate.sheets import Sheet, sheet
from attribution_lint.checks.boilerplate.units import FEWEST_BLOCKS, Unit
from attribution_lint.checks.boilerplate.verdict import ANYWHERE, COMPANY, LINE
from attribution_lint.checks.boilerplate.voice import strangers
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis

_CAPTION_WORDS = 45
_CREDITED_WORDS = 30
_LONGEST_REST = 400  # characters beside a mark in what it fills
_TOLD = re.compile(r"\b(?:said|says|told|tells|asked|added)\b|[“\"]")
_TITLES = frozenset({"heading", "cell", "row", "table"})
_FEW = 6  # sentences
_NOTICE_WORDS = 75
_TERSE = 3  # words; a line of no more may be a subhead
_STOPS = ".!?"
_ABOUT_IT = 3  # grades of topics
_OF_A_CHAT = 6  # and those by which a note is an assistant's
_OPENS = ":,;"  # what follows belongs to it
_SWAY = 0.2  # of the words of a block convict the rest
_TELLING = frozenset({"told", "reported", "he", "report", "quotes"})
_FIRST = 100  # outweighs the order of families that are proved alike
_LONG_STORY = 8  # of so many blocks a labelled note may stand beside the first and the last paragraph
_FIELD_WORDS = 8  # a line with a placeholder and so few other words is a template's
# What a headline may sound like without being residue.
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?:[a-z][\w-]*:.*\n|[ \t].*\n|\n)+?---(?=\s*\n|$)")
_LIKE_A_HEADLINE = frozenset({"related", "promo", "bio", "site", "desk"})
_LINKED = frozenset({"related", "promo"})
_INSERTED = frozenset({"glued", "byline"})
_LABELLED = frozenset({"label", "bare", "bracket", "caps"})
_GOVERNING = ("disclaimer", "note", "rights", "photo", "desk")


@dataclass(frozen=True, slots=True)
class Residue:
    """A stretch of residue: its family, its place, and the blocks (first, past the last) it fills, if it does.

    `proper` says that it stands where such a line belongs, at the top or the tail of the story; `certain` that one
    sentence of it would have been residue anywhere, and `guessed` that nothing but the register of a line convicts it.
    """

    family: str
    span: Span
    blocks: tuple[int, int] | None = None
    proper: bool = False
    certain: bool = True
    guessed: bool = False


def scan(analysis: Analysis) -> list[Residue]:
    """Return the residue of a story in reading order: marks, lines, clusters of lines, sentences, brackets."""
    sentences: list[list[Span]] = [[] for _ in analysis.blocks]
    for sentence in analysis.sentences:
        sentences[sentence.block].append(sentence.span)
    signs = marks(analysis)
    strange = strangers(analysis)
    matter = _front_matter(analysis)
    filled = {number: name for name, number in _filled(analysis, signs)}
    pierced = {analysis.block_at(sign.span.start) for sign in signs if _pierces(analysis, sign)}
    sheets = [
        None
        if number < matter
        else sheet(analysis, number, spans, strange)
        if number not in filled
        else Sheet([], [], 1, BY_NAME[filled[number]])
        for number, spans in enumerate(sentences)
    ]
    lonely = sum(1 for seen in sheets if seen and any("only-handles" in unit.known for unit in seen.units)) == 1
    standing: Standing | None = None
    for number, seen in enumerate(sheets):
        if seen and seen.leaning > WITHIN_REACH:
            standing = standing or Standing(analysis)
            seen.leaning += misfit(standing.signs(number))
        if (
            seen
            and seen.family is None
            and number not in pierced
            and (lonely or not any("only-handles" in u.known for u in seen.units))
        ):
            kind = analysis.blocks[number].kind
            headline = _is_headline(analysis, number) and len(seen.units) == 1
            verse = analysis.text[analysis.blocks[number].span.end - 1] == "," and not _is_labelled(seen)
            seen.family = _whole(seen, headline, kind) if seen.heard and not verse else None
            if seen.family is None and not headline and kind not in _TITLES:
                if _is_noted(analysis, number, seen):
                    seen.family, seen.guessed = BY_NAME["desk"], True
                elif _is_strange(analysis, number, seen):
                    seen.family, seen.guessed = likeliest(seen.units), True
                elif seen.leaning > HEADLINE and is_lone_headline(analysis, number):
                    seen.family, seen.guessed = BY_NAME["related"], True
            elif seen.family is None and _is_strange(analysis, number, seen) and seen.leaning > AMONG_TITLES:
                seen.family, seen.guessed = likeliest(seen.units), True
            if not seen.heard and seen.family is None:
                sheets[number] = None
    list_links(analysis, sheets, sentences)
    list_answers(analysis, sheets)
    close(analysis, sheets)
    first, last = body(analysis, sheets)
    keep_company(analysis, sheets, sentences, first, last)
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


def _front_matter(analysis: Analysis) -> int:
    """The number of the first block past front matter that a format without any has left in the text."""
    match = _FRONT_MATTER.match(analysis.text)
    return analysis.block_at(match.end() - 1) + 1 if match else 0


def _filled(analysis: Analysis, signs: list[Mark]) -> Iterator[tuple[str, int]]:
    """The blocks that hold nothing but a mark, or code."""
    for number in code_blocks(analysis):
        yield "code", number
    for sign in signs:
        block = analysis.blocks[analysis.block_at(sign.span.start)]
        if block.span.end - block.span.start > _LONGEST_REST + sign.span.end - sign.span.start:
            continue  # a paragraph, however many marks are in it
        rest = analysis.text[block.span.start : sign.span.start] + analysis.text[sign.span.end : block.span.end]
        if sign.family == "photo-mark" and _is_caption(rest, sign.span.end >= block.span.end - 1):
            yield "photo", analysis.block_at(sign.span.start)
            continue
        bare = not any(map(str.isalnum, rest))
        if sign.family == "placeholder" and not bare:
            bare = len(rest.split()) <= _FIELD_WORDS and not ends_like_a_sentence(analysis.text, block.span)
        if sign.family in BY_NAME and bare:
            yield sign.family, analysis.block_at(sign.span.start)


def _pierces(analysis: Analysis, sign: Mark) -> bool:
    """Whether a label stands inside a paragraph that goes on behind it, so that the rest of it is of the story."""
    block = analysis.blocks[analysis.block_at(sign.span.start)].span
    inside = block.start < sign.span.start and sign.span.end < block.end - 1
    return inside and sign.family in _INSERTED and ends_like_a_sentence(analysis.text, block)


def _is_caption(rest: str, closes: bool) -> bool:
    """Whether the words before a credit that closes a paragraph only say what the picture shows."""
    return closes and len(rest.split()) <= _CREDITED_WORDS and not _TOLD.search(rest)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _is_headline(analysis: Analysis, number: int) -> bool:
    return (number == 0 and len(analysis.blocks) > 1) or analysis.blocks[number].level == 1


def _whole(seen: Sheet, headline: bool, kind: str) -> Family | None:
    """The family that a whole block is of; what stands as a title or in a table takes more to convict."""
    units = seen.units
    if not units or not seen.words:
        return None
    opening = units[0]
    for name in _GOVERNING:
        chat = opening.about.get("chat", 0) >= _OF_A_CHAT and opening.proved.get("chat", 0) >= LINE
        assisted = name == "note" and chat
        if f"label:{name}" in opening.known and opening.proved.get(name, 0) >= LINE and not assisted:
            return BY_NAME[name]
    closed = units[-1].proved.get("photo", 0) >= LINE and seen.words <= _CAPTION_WORDS
    if closed and all("report" not in unit.known for unit in units):
        return BY_NAME["photo"]  # a caption that its credit closes
    told = Counter[str]()
    proved = covered = 0
    for unit in units:
        best = max(unit.proved.values(), default=0)
        if best >= LINE:
            proved += unit.words
            names = [name for name, degree in unit.proved.items() if degree == best]
            told.update({name: unit.words * best * _FIRST - number for number, name in enumerate(names)})
        if best:
            covered += unit.words
    share = 0.2 if all(unit.proved and "short" in unit.known for unit in units) else 0.4
    if not _is_swayed(units) and (proved < share * seen.words or covered < 0.7 * seen.words):
        return None
    if not proved:
        return None
    for name, _ in told.most_common():
        weighed = any(f"weighed:{name}" in unit.known for unit in units)
        doubtful = weighed or (headline and name in _LIKE_A_HEADLINE)
        certain = seen.convicts and seen.leaning > AMONG_TITLES
        if (headline or kind in _TITLES) and doubtful and not certain and not _is_decided(units, name):
            continue
        if weighed and kind == "item" and not seen.convicts:
            continue
        if BY_NAME[name].placing != "always" or _sounds_like_a_page(seen, weighed):
            return BY_NAME[name]
    return None


def _sounds_like_a_page(seen: Sheet, weighed: bool) -> bool:
    """Whether the register of a block does not gainsay what its wording or, if `weighed`, its topics say."""
    if weighed:
        return seen.leaning >= (DOUBTFUL if seen.convicts else FAIRLY_LIKELY)
    if _is_labelled(seen):
        return True
    return seen.leaning >= (NOT_UNLIKELY if 1 < seen.words <= _TERSE else UNLIKELY)


def _is_labelled(seen: Sheet) -> bool:
    return any(not _LABELLED.isdisjoint(sign.partition(":")[0] for sign in unit.known) for unit in seen.units)


def _is_strange(analysis: Analysis, number: int, seen: Sheet) -> bool:
    """Whether a block is residue by its register alone: the more of the story is in it, the more that takes."""
    blocks = analysis.blocks
    least = TERSE if 1 < seen.words <= _TERSE else LIKELY
    if number == len(blocks) - 1 and seen.words > _TERSE:
        least -= AT_THE_END
    if any("idle" in unit.known for unit in seen.units):
        least += IDLE
    if not seen.convicts or seen.leaning <= least or len(blocks) <= FEWEST_BLOCKS:
        return False
    if analysis.text[blocks[number].span.start] == "<":
        return False  # what an embedded post says is copy, its tags are not
    closes = analysis.text[blocks[number].span.end - 1]
    if closes in _OPENS or (seen.words == 1 and closes in _STOPS):
        return False
    return seen.leaning > CERTAIN or seen.words <= _NOTICE_WORDS


def _is_noted(analysis: Analysis, number: int, seen: Sheet) -> bool:
    """Whether a block is a note among colleagues by how it is written, and its register does not gainsay that."""
    if is_a_task(analysis, number) or (seen.leaning > UNLIKELY and is_to_a_colleague(analysis, number)):
        return True
    return seen.leaning > NOT_UNLIKELY and is_jotted(analysis, number)


def _is_swayed(units: list[Unit]) -> bool:
    """Whether one sentence convicts the few beside it: nothing in them is told of anybody."""
    if len(units) > _FEW or sum(unit.words for unit in units) > _NOTICE_WORDS:
        return False
    certain = [unit for unit in units if unit.proved and max(unit.proved.values()) >= LINE]
    if not certain or sum(unit.words for unit in certain) < _SWAY * sum(unit.words for unit in units):
        return False
    names = {name for unit in certain for name, degree in unit.proved.items() if degree >= LINE}
    return all(unit in certain or (unit.known.isdisjoint(_TELLING) and _goes_with(unit, names)) for unit in units)


def _goes_with(unit: Unit, names: set[str]) -> bool:
    """Whether a sentence could be of the residue beside it: it closes the text, or is about the same."""
    return bool(unit.proved) or "tail" in unit.known or any(unit.about.get(name, 0) >= _ABOUT_IT for name in names)


def _is_decided(units: list[Unit], name: str) -> bool:
    """Whether a line is residue even where a headline would stand."""
    return any(
        unit.proved.get(name) == ANYWHERE
        or f"bare:{name}" in unit.known
        or f"sure:{name}" in unit.known
        or (f"label:{name}" in unit.known and name not in _LINKED)
        for unit in units
    )


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
        if family.name == "note" and len(sheets) >= _LONG_STORY and "label:note" in _opening(seen):
            proper = proper or number <= first + 1 or end >= last
        if family.placing == "tail only" and number <= last:
            number = end
            continue
        yield Residue(
            told.most_common(1)[0][0],
            Span(blocks[number].span.start, blocks[end - 1].span.end),
            (number, end),
            proper,
            any(_is_certain(unit, family.name) for one in sheets[number:end] if one for unit in one.units),
            any(one.guessed for one in sheets[number:end] if one),
        )
        number = end


def _opening(seen: Sheet) -> set[str]:
    return seen.units[0].known if seen.units else set()


def _is_certain(unit: Unit, family: str) -> bool:
    return unit.proved.get(family) == ANYWHERE or not unit.known.isdisjoint({"bare:assistant", "checked"})


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
        yield Residue(name, span, None, proper and (begin == 0 or end == len(seen.units)))
        number = end
    for unit in seen.brackets:
        if (name := next(unit.strength(ANYWHERE), None)) and not any(span.overlaps(unit.span) for span in taken):
            yield Residue(name, unit.span, None, proper)


def _goes_on(unit: Unit) -> bool:
    best = max(unit.proved.values(), default=0)
    return best >= LINE or (best >= COMPANY and unit.known.isdisjoint({"report", "he"}) and unit.words <= 20)
