"""One block looked at closely: its sentences and brackets as units, each with the families it could be of."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from attribution_lint.checks.boilerplate.backward import clear_shown
from attribution_lint.checks.boilerplate.books import convicting, labels, supporting
from attribution_lint.checks.boilerplate.families import BY_NAME, Family
from attribution_lint.checks.boilerplate.frames import clear, is_framed, is_of_the_page, told_from
from attribution_lint.checks.boilerplate.jottings import could_be_a_note
from attribution_lint.checks.boilerplate.menus import is_menu
from attribution_lint.checks.boilerplate.naming import is_fenced
from attribution_lint.checks.boilerplate.phrases import Hit, beginning
from attribution_lint.checks.boilerplate.pieces import Tokens
from attribution_lint.checks.boilerplate.register import (
    ASIDE,
    CERTAIN,
    could_lean,
    is_out_of_reach,
    leaning,
    likeliest,
    signs,
    weight,
)
from attribution_lint.checks.boilerplate.score import topic_book
from attribution_lint.checks.boilerplate.source_lines import is_source_line
from attribution_lint.checks.boilerplate.tokens import tokens_of_block
from attribution_lint.checks.boilerplate.transcript import is_of_a_transcript
from attribution_lint.checks.boilerplate.units import FEWEST_BLOCKS, Context, Unit, quoted_tokens, unit
from attribution_lint.checks.boilerplate.verdict import ANYWHERE, LINE
from attribution_lint.checks.boilerplate.voice import could_speak
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import parts
from attribution_lint.patterns import screened

# Round ones with a word of a name in them are none: the Lighthouses (Amendment) Bill.
_BRACKETED = screened(
    r"\[[^\[\]\n]{2,240}\]|\(\([^()\n]{2,240}\)\)"
    r"|(?!(?<=\w )\([A-Z][a-z]+\) [A-Z][a-z])\([^()\n]{2,240}\)|\{[^{}\n]{2,240}\}"
    r"|(?<![:/\w])//[^/\n]{2,240}//|(?<![\w*])\*\*(?=[^*\n]* [^*\n]* )[^*\s][^*\n]{6,240}(?<!\s)\*\*"
    r"|\x23\x23[^\x23\n]{4,240}\x23\x23|\^\^[^^\n]{4,240}\^\^"
)
_BRACKETS = ("[", "(", "{", "//", "**", "\x23\x23", "^^")  # one of which is in each match
_WHOLE_BRACKET = re.compile(r"\W*[\[(][^\[\]()]*(?:\([^()]*\)[^\[\]()]*)*[\])][\s.]*")
_SHAPED = re.compile("https?:|www|[@✅✔☑✓❌▲▼◀▶◄►△→»›➡👉➤]|About |>>")  # shapes that convict without a word
_FIRST_PERSON = frozenset({"i", "i've", "i'm", "i'll", "i'd"})
_SHORT = 60  # characters of a line that is always looked at closely
_LONG = 150
_LONGEST = 450  # characters of a notice
_LONGEST_JUDGED = 900  # characters of a block whose register is asked for
_WEIGHED = 70  # tokens; a longer block is judged by its wording only
_FEWEST_ASIDE = 4  # words
_SET_OFF = ("[", "{", "@", "**", "//", "\x23\x23", "^^")
_PLAIN_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


class Sheet(Struct):
    """What is known of a block. `family` is set once the whole of it is residue."""

    units: list[Unit]
    brackets: list[Unit]
    words: int
    family: Family | None = None
    leaning: float = 0.0  # log-odds that its register is that of a page
    convicts: bool = False  # whether these may convict it
    heard: bool = True  # whether it has a phrase, a topic or a shape of residue
    guessed: bool = False  # whether its register alone convicts it


def sheet(
    analysis: Analysis, number: int, sentences: list[Span], strange: Container[int] = (), closely: bool = False
) -> Sheet | None:
    """Return the sheet of block `number`, or None where nothing in it could be residue.

    `strange` are the numbers of the blocks whose voice is not that of the story.
    """
    part, count = parts(analysis)[number], len(analysis.blocks)
    fenced = is_fenced(analysis.text, part.block.span)
    ends = number == count - 1 and count > FEWEST_BLOCKS
    key = _look, closely, number in strange, fenced, ends
    if key not in part.known:
        seen = _look(analysis, number, sentences, strange, closely)
        part.known[key] = seen and _moved(seen, -part.start)
        return seen
    found: Sheet | None = part.known[key]
    return found and _moved(found, part.start)


def _moved(seen: Sheet, by: int) -> Sheet:
    units, brackets = (
        [Unit(one.span.moved(by), one.words, one.known, one.proved, one.about) for one in those]
        for those in (seen.units, seen.brackets)
    )
    return Sheet(units, brackets, seen.words, seen.family, seen.leaning, seen.convicts, seen.heard)


def _look(
    analysis: Analysis, number: int, sentences: list[Span], strange: Container[int], closely: bool
) -> Sheet | None:
    block = analysis.blocks[number]
    if is_given(analysis, number):
        return None
    if not closely and _is_plain(analysis.text, block.span):
        return None
    found = tokens_of_block(analysis, number)
    if not found:
        return None
    hits = convicting().hits(found)
    starts = [found.range(span) for span in sentences]
    ranges = [(first, last) for first, last in starts if last > first]
    brackets = [found.range(span) for span in _bracketed(analysis.text, block.span)]
    openings = {_opening(found, first, last) for first, last in starts}
    openings |= {_opening(found, first + 1, last) for first, last in brackets}
    hits += [hit for first in openings for hit in labels().hits_at(found, first)]
    menu = is_menu(analysis.text, block.span)
    asked = any("?" in found.form[first:last] or found.form[first] in ("[", "{") for first, last in brackets)
    speaks = found.form[0] in _FIRST_PERSON or "MAIL" in found.form
    length = block.span.end - block.span.start
    said = weight(found.form)
    leans = length <= _SHORT or (length <= _LONGEST_JUDGED and could_lean(found.form, said))
    heard = bool(hits or closely or menu or asked or speaks) or bool(
        _SHAPED.match(analysis.text, block.span.start) or could_be_a_note(analysis.text, block.span)
    )
    plainly_told = number not in strange and is_out_of_reach(said)
    if plainly_told and not heard and not leans:
        return None
    weighed = len(found) <= _WEIGHED and (
        closely or bool(hits) or number in strange or could_speak(analysis.text, block.span)
    )
    topics = topic_book().hits(found) if weighed or leans else []
    told = not topics or (number not in strange and is_out_of_reach(said, topics))
    if told and not heard and not leans:
        return None
    heard = heard or (weighed and bool(topics))
    topics.sort(key=_longest_first)
    hits += supporting().hits(found)
    hits.sort(key=beginning)
    quoted = quoted_tokens(analysis, block.span, found)
    if ":" in found.form:
        for first, last in ranges:
            if begin := told_from(found.form, first, last):
                quoted[begin:] = b"\1" * (len(found) - begin)
                break
    whole = bool(_WHOLE_BRACKET.fullmatch(analysis.text, *_ends(block.span)))
    outside = topics if whole else list(_outside(topics, brackets))
    context = Context(analysis, found, hits, quoted, number in strange, weighed)
    units = [unit(context, first, last, outside, bracket=whole) for first, last in ranges]
    for seen in units if menu else ():
        seen.proved.setdefault("site", LINE)
        seen.known.add("sure:site")
    framed = is_framed(found.form, ranges, units)
    if framed:
        clear(units)
    if len(units) > 1:
        clear_shown(found, ranges, units)
        for seen, (first, last) in zip(units, ranges, strict=True):
            if _may_convict_alone(seen):
                own = [hit for hit in topics if first <= hit.first < last]
                odds, convicts = leaning(signs(found, first, last, [seen], own), [seen])
                if convicts and odds > CERTAIN:
                    seen.proved[next(seen.strength(LINE))] = ANYWHERE
    inner = []
    if not whole:
        context = replace(context, strange=False)
        inner = [
            unit(context, first, last, topics, bracket=True)
            for first, last in brackets
            if last > first + 2 and not quoted[first]
        ]
    for seen in inner:
        _judge_aside(analysis, found, seen, topics)
    odds, convicts = leaning(signs(found, 0, len(found), units, topics), units, not inner)
    convicts = convicts and (not framed or any(map(is_of_the_page, units)))
    return Sheet(units, inner, sum(seen.words for seen in units), leaning=odds, convicts=convicts, heard=heard)


def is_given(analysis: Analysis, number: int) -> bool:
    """Whether block `number` is not the reporter's own prose: quoted, code, of a transcript, or a line of sources."""
    block = analysis.blocks[number]
    quote = block.kind == "quote" and not analysis.text.startswith(">>", block.span.start)
    if quote or block.kind == "code" or is_fenced(analysis.text, block.span):
        return True
    return is_of_a_transcript(analysis.text, block.span) or is_source_line(analysis.text, block.span)


def stretches(
    analysis: Analysis, number: int, found: Tokens, topics: list[Hit], ranges: Sequence[tuple[int, int]]
) -> Iterator[tuple[Unit, list[Hit]]]:
    """Yield what is known of each range of the tokens of block `number`, and which of its `topics` the range names."""
    if not ranges:
        return
    hits = sorted([*convicting().hits(found), *supporting().hits(found)], key=beginning)
    quoted = quoted_tokens(analysis, analysis.blocks[number].span, found)
    context = Context(analysis, found, hits, quoted, False, True)
    for first, past in ranges:
        own = sorted((hit for hit in topics if first <= hit.first and hit.last <= past), key=_longest_first)
        yield unit(context, first, past, own, bracket=False), own


def _bracketed(text: str, span: Span) -> list[Span]:
    """Return what stands in brackets, or is set off like it, in a block that has a sign of them."""
    if not any([text.find(sign, span.start, span.end) >= 0 for sign in _BRACKETS]):  # noqa: C419 - a list is made sooner
        return []
    return [Span(*match.span()) for match in _BRACKETED.finditer(text, *_ends(span))]


def _judge_aside(analysis: Analysis, found: Tokens, seen: Unit, topics: list[Hit]) -> None:
    """Let the register of what stands in square brackets convict it, if nothing else has; round ones are copy."""
    if analysis.text[seen.span.start] not in "[{" or seen.words < _FEWEST_ASIDE or next(seen.strength(ANYWHERE), None):
        return
    first, last = found.range(seen.span)
    own = [hit for hit in topics if first <= hit.first < last]
    odds, convicts = leaning(signs(found, first, last, [seen], own), [seen], False)
    if convicts and odds > ASIDE and (family := likeliest([seen])) and family.placing == "always":
        seen.proved[family.name] = ANYWHERE


def _may_convict_alone(seen: Unit) -> bool:
    """Whether a sentence is residue by its wording, and if its register says so may be in mid-paragraph, too."""
    name = next(seen.strength(LINE), None)
    return name is not None and max(seen.proved.values()) == LINE and BY_NAME[name].placing == "always"


def _is_plain(text: str, span: Span) -> bool:
    """Whether a long paragraph has no word by which a phrase of residue is known: the cheap look that most pass."""
    if span.end - span.start < _LONG:
        return False
    block = text[span.start : span.end]
    if any([sign in block for sign in _SET_OFF]):  # noqa: C419 - a list is made sooner
        return False
    words = _PLAIN_WORD.findall(block.lower().replace("’", "'"))
    if convicting().could_fit(words):
        return False
    if not labels().rare.isdisjoint(words[:1]):
        return False
    return len(block) > _LONGEST or "“" in block or not could_lean(words, weight(words))


def _outside(topics: list[Hit], brackets: list[tuple[int, int]]) -> Iterator[Hit]:
    """Yield the topics that are in no bracket; both are in the order in which they begin."""
    number = 0
    for hit in topics:
        while number < len(brackets) and brackets[number][1] <= hit.first:
            number += 1
        if number == len(brackets) or not (brackets[number][0] <= hit.first and hit.last <= brackets[number][1]):
            yield hit


def _longest_first(hit: Hit) -> tuple[int, int, str]:
    return hit.first, -hit.last, hit.name


def _opening(found: Tokens, first: int, last: int) -> int:
    while first < last and not found.is_word(first) and found.form[first] != "©":
        first += 1
    return first


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
