"""Walks a story block by block and says what in it is residue, whole clusters as one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from msgspec.structs import replace

from attribution_lint.checks.boilerplate.backward import is_shown
from attribution_lint.checks.boilerplate.by_right import stands_by_right
from attribution_lint.checks.boilerplate.bylines import is_byline_under_headline
from attribution_lint.checks.boilerplate.company import close, keep_company, list_answers, list_links
from attribution_lint.checks.boilerplate.facts import rows
from attribution_lint.checks.boilerplate.families import BY_NAME
from attribution_lint.checks.boilerplate.filled import filled_blocks, pierces
from attribution_lint.checks.boilerplate.found import Residue
from attribution_lint.checks.boilerplate.frames import clear, clear_lede, clear_talk, directs, runs_on
from attribution_lint.checks.boilerplate.growth import grown
from attribution_lint.checks.boilerplate.inside import inside
from attribution_lint.checks.boilerplate.jottings import could_be_a_note
from attribution_lint.checks.boilerplate.marks import Mark, marks
from attribution_lint.checks.boilerplate.misfit import matters
from attribution_lint.checks.boilerplate.place import body, is_lone_headline, is_verse
from attribution_lint.checks.boilerplate.print_forms import is_of_a_script
from attribution_lint.checks.boilerplate.register import (
    AMONG_DIRECTIONS,
    CERTAIN,
    LIKELY,
    likeliest,
    misfit,
)
from attribution_lint.checks.boilerplate.reporting import jotted_behind, opens_a_story, pasted, tells
from attribution_lint.checks.boilerplate.sheets import Sheet, sheet
from attribution_lint.checks.boilerplate.surroundings import (
    LABELLED,
    LEFT_OVER,
    LONE_HEADLINE,
    MARKED,
    TAKEN_UP,
    TITLED,
    UNSPOKEN,
    WORDED,
    Surroundings,
)
from attribution_lint.checks.boilerplate.talk import is_of_letters, is_signature, turns
from attribution_lint.checks.boilerplate.units import Unit
from attribution_lint.checks.boilerplate.verdict import ANYWHERE, LINE
from attribution_lint.checks.boilerplate.voice import strangers
from attribution_lint.checks.boilerplate.whole import is_labelled, is_noted, may_be_strange, whole_family
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis

_BLANKS = frozenset({"placeholder"})
_TITLES = frozenset({"heading", "cell", "row", "table"})
_LONG_STORY = 8  # of so many blocks a labelled note may stand beside the first and the last paragraph
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?:[a-z][\w-]*:.*\n|[ \t].*\n|\n)+?---(?=\s*\n|$)")


def scan(analysis: Analysis) -> list[Residue]:
    """Return the residue of a story in reading order: marks, lines, clusters of lines, sentences, brackets."""
    sentences: list[list[Span]] = [[] for _ in analysis.blocks]
    for sentence in analysis.sentences:
        sentences[sentence.block].append(sentence.span)
    signs = marks(analysis)
    strange = strangers(analysis)
    matter = _front_matter(analysis)
    filled = {number: name for name, number in filled_blocks(analysis, signs)}
    pierced = {analysis.block_at(sign.span.start) for sign in signs if pierces(analysis, sign)}
    blank = {analysis.block_at(sign.span.start) for sign in signs if pierces(analysis, sign, _BLANKS)}
    around = Surroundings(analysis, sentences, strange, blanks_of(signs))
    apart = {n for n, block in enumerate(analysis.blocks) if is_of_a_script(analysis.text, block.span)}
    apart.update(range(matter))
    held = {analysis.block_at(sign.span.start) for sign in signs}
    sheets = [
        None
        if number in apart or around.is_silent(number) or is_byline_under_headline(analysis, number)
        else sheet(analysis, number, spans, strange)
        if number not in filled
        else Sheet([], [], 1, BY_NAME[filled[number]])
        for number, spans in enumerate(sentences)
    ]
    lonely = sum(1 for seen in sheets if seen and any("only-handles" in unit.known for unit in seen.units)) == 1
    lede = body(analysis)[0]
    if (opening := sheets[lede] if sheets else None) and (
        opens_a_story(opening) or runs_on(analysis.text, analysis.blocks[lede].span)
    ):
        opening.convicts &= not clear_lede(opening.units)
    told = set(turns(analysis))
    _leave_talk(analysis, sheets, told)
    for number, seen in enumerate(sheets):
        if seen and seen.family is None:
            _lean(analysis, number, seen, around)
            alone = lonely or not any("only-handles" in unit.known for unit in seen.units)
            gap = number in blank and (seen.leaning < LIKELY or tells(seen))
            if number not in pierced and not gap and alone:
                _decide(analysis, number, seen, around, number in held)
                if not seen.heard and seen.family is None:
                    sheets[number] = None
    list_links(analysis, sheets, sentences)
    list_answers(analysis, sheets)
    close(analysis, sheets)
    first, last = body(analysis, sheets)
    keep_company(analysis, sheets, sentences, first, last)
    found = list(_pasted(analysis, sheets, first, last))
    found += _clusters(analysis, sheets, first, last)
    whole = [residue.span for residue in found]
    named = {sign.span: sign.family for sign in signs}
    found = [replace(one, family=named[one.span]) if one.guessed and one.span in named else one for one in found]
    for sign in signs:
        if any(span.covers(sign.span) for span in whole if span.overlaps(sign.span)):
            continue
        if sign.family in _BLANKS and around.mark_odds(analysis.block_at(sign.span.start), sign.span) < MARKED:
            continue
        found.append(Residue(sign.family, sign.span))
    marked = [sign.span for sign in signs]
    for number, seen in enumerate(sheets):
        if (seen and seen.family) or number in told or number in apart:
            continue
        for one in inside(around, number, seen, proper=not first < number < last):
            if not any(map(one.span.overlaps, (*whole, *marked))):
                found.append(one)
    return [one for one in grown(analysis, found) if not stands_by_right(analysis, one)]


def blanks_of(signs: Iterable[Mark]) -> list[Span]:
    """Return where signs stand that may be blanks to be filled."""
    return [sign.span for sign in signs if sign.family in _BLANKS]


def _lean(analysis: Analysis, number: int, seen: Sheet, around: Surroundings) -> None:
    """Add to the register of a block how it stands in the story, where that could matter."""
    if not matters(analysis, number, seen):
        return
    standing = around.standing
    seen.leaning += misfit(standing.signs(number))
    if standing.is_of_directions(number) and not is_labelled(seen):
        seen.leaning -= AMONG_DIRECTIONS if standing.directs else 0
        if seen.leaning <= CERTAIN and directs(seen.units):
            clear(seen.units)
            seen.convicts = False


def _decide(analysis: Analysis, number: int, seen: Sheet, around: Surroundings, holds_a_mark: bool) -> None:
    """Set the family of a block that is residue whole, by its wording or by how it reads among the others.

    Where it holds a mark, that may be all that was left over.
    """
    kind = analysis.blocks[number].kind
    headline = _is_headline(analysis, number) and len(seen.units) == 1
    titled = headline or kind in _TITLES
    if (is_verse(analysis, number) and not is_labelled(seen)) or is_shown(analysis, number):
        return
    if headline and around.takes_up(number) and around.odds(number) < TAKEN_UP:
        return
    family = whole_family(seen, headline, kind) if seen.heard else None
    if family and (family.placing != "always" or around.odds(number) >= (LABELLED if is_labelled(seen) else WORDED)):
        seen.family = family
    elif rows(analysis, number) and kind not in _TITLES:
        return  # of a box of facts
    elif (
        not titled
        and could_be_a_note(analysis.text, analysis.blocks[number].span)
        and is_noted(analysis, number, partial(around.odds, number))
    ):
        seen.family, seen.guessed = BY_NAME["desk"], True
    elif (
        around.has_odd_words(number)
        and may_be_strange(analysis, number, seen)
        and around.odds(number) > (TITLED if titled or holds_a_mark else LEFT_OVER if seen.convicts else UNSPOKEN)
        and around.holds_no_report(number)
    ):
        seen.family, seen.guessed = likeliest(seen.units), True
    elif is_lone_headline(analysis, number) and around.odds(number) > LONE_HEADLINE:
        seen.family, seen.guessed = BY_NAME["related"], True


def _pasted(analysis: Analysis, sheets: list[Sheet | None], first: int, last: int) -> Iterator[Residue]:
    """What was pasted to sentences of the story, which keep their block from being residue whole."""
    for number, seen in enumerate(sheets):
        if not seen or not seen.family:
            continue
        if note := jotted_behind(analysis.text, analysis.blocks[number].span, seen):
            yield Residue("desk", note)
            seen.family = None
        elif span := pasted(seen):
            yield Residue(seen.family.name, span, None, not first < number < last, guessed=seen.guessed)
            seen.family = None


def _leave_talk(analysis: Analysis, sheets: list[Sheet | None], told: Iterable[int]) -> None:
    """Leave alone what people say in an interview or a play, which are the blocks `told`, and in a letter."""
    for number in told:
        sheets[number] = None
    if any(seen and _is_proved(seen) for seen in sheets) and is_of_letters(analysis):
        for number, seen in enumerate(sheets):
            if seen and seen.family is None:
                clear_talk(seen.units)
                seen.convicts = False
                seen.heard = seen.heard and not is_signature(analysis, number)


def _is_proved(seen: Sheet) -> bool:
    return seen.convicts or any(degree >= LINE for unit in seen.units for degree in unit.proved.values())


def _front_matter(analysis: Analysis) -> int:
    """The number of the first block past front matter that a format without any has left in the text."""
    match = _FRONT_MATTER.match(analysis.text)
    return analysis.block_at(match.end() - 1) + 1 if match else 0


def _is_headline(analysis: Analysis, number: int) -> bool:
    return (number == 0 and len(analysis.blocks) > 1) or analysis.blocks[number].level == 1


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
