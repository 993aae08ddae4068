"""Quotation marks: pairs that do not close, two kinds mixed, one kind inside itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from attribution_lint.model import Finding, Related, Rule, Span
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, analysis_of
from attribution_lint.nlp.parts import in_each
from attribution_lint.patterns import screened

_MARK = re.compile(r"[“”\"]|''")
_CURLY, _STRAIGHT = re.compile(r"[“”]"), re.compile(r"\"")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>?|\b[a-z-]{2,20}=[“”\"][^“”\"<>]{0,200}[“”\"]?")
_SPEAKER_INSIDE = screened(r"[\w,] (?:(?:said|says) [A-Z][\w’'-]+|(?:[A-Z][\w’'-]+|he|she) (?:said|says))[.,](?: |$)")
_SPEECH_WORDS = 5
_CARD = 80  # code points of the line that names the speaker
_SINGLE_SPEECH = re.compile(r"(?<![\w’'])[‘'](?P<words>[A-Z][^‘’'\n]{15,400}[,.?!])[’'](?= [\w(])")


def unbalanced(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield double marks without a partner in their paragraph.

    A paragraph may stay open if the next one opens with a mark: AP and Chicago set long quotations so.
    """
    analysis = analysis_of(doc)
    for part, alone in in_each(analysis, _alone_in):
        number, block, text = part.number, part.block, part.text
        if _runs_on(analysis, number) or _runs_on(analysis, number - 1):
            continue  # a line break in mid-sentence is no end of a paragraph
        if block.kind == "code" or text.startswith('">') or _is_card(analysis, number):
            continue
        for offset in alone:
            last = offset == alone[-1]
            if last and text[offset] != "”" and _goes_on(analysis, number) and not _SPEAKER_INSIDE.search(text, offset):
                continue
            at = block.span.start + offset
            yield Finding(Span(at, at + 1), values={"mark": text[offset]})


def mixed(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield the first mark of the rarer kind in a story that uses curly and straight ones; the others are related."""
    analysis = analysis_of(doc)
    curly = [m.start() for m in _CURLY.finditer(analysis.text)]
    straight = [m.start() for m in _STRAIGHT.finditer(analysis.text) if not analysis.text[m.start() - 1].isdigit()]
    rare = min(curly, straight, key=len)
    if rare:
        kinds = ("curly", "straight") if rare is curly else ("straight", "curly")
        yield Finding(
            Span(rare[0], rare[0] + 1),
            values={"kind": kinds[0], "other": kinds[1]},
            related=tuple(Related(Span(at, at + 1), f"{kinds[0]} too") for at in rare[1:]),
        )


def single_marks(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield speech in single marks where the story sets speech in double ones, and double marks inside double ones."""
    analysis = analysis_of(doc)
    if not analysis.quotations or analysis.text[analysis.quotations[0].span.start] not in '“"':
        return
    for find, what in ((_single_speech, "Speech in single marks"), (_double_inside, "Double marks inside double")):
        for part, found in in_each(analysis, find):
            for span in found:
                yield Finding(span.moved(part.start), values={"what": what})


def _single_speech(analysis: Analysis) -> list[Span]:
    if analysis.blocks[0].kind == "heading":
        return []
    return [
        Span(*match.span())
        for match in _SINGLE_SPEECH.finditer(analysis.text)
        if len(match["words"].split()) >= _SPEECH_WORDS
        and analysis.quotation_at(match.start()) is None
        and analysis.quotation_at(match.end() - 1) is None
    ]


def _double_inside(analysis: Analysis) -> list[Span]:
    found: list[Span] = []
    for quotation in analysis.quotations:
        inner = analysis.slice(quotation.inner)
        at, close = inner.find("“"), inner.find("”")
        if 0 < at < close and analysis.text[quotation.span.start] == "“" and inner[at - 1] in " (—":
            start = quotation.inner.start
            found.append(Span(start + at, start + close + 1))
    return found


def scare(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield up to `words` words in marks that nobody in the sentence is said to have spoken."""
    analysis = analysis_of(doc)
    spoken = {each.sentence for each in analysis.attributions}
    for quotation in analysis.quotations:
        words = analysis.slice(quotation.inner).split()
        lower = bool(words) and words[0][:1].islower()
        short = quotation.scare and lower and len(words) <= int(rule.options["words"])
        if short and analysis.sentence_at(quotation.span.start) not in spoken:
            yield Finding(quotation.span, values={"text": analysis.slice(quotation.inner)})


def _runs_on(analysis: Analysis, number: int) -> bool:
    """Whether a block ends in mid-sentence and the next goes on with a small letter."""
    if not 0 <= number < len(analysis.blocks) - 1:
        return False
    here, below = (analysis.slice(analysis.blocks[n].span).strip() for n in (number, number + 1))
    return bool(here and below) and (here[-1].isalnum() or here[-1] == ",") and below[0].islower()


def _is_card(analysis: Analysis, number: int) -> bool:
    """Whether a paragraph is half of a quotation set apart in straight marks, its speaker on the line below."""
    texts = [analysis.slice(block.span) for block in analysis.blocks[max(number - 1, 0) : number + 2]]
    pairs = [
        (above, below)
        for above, below in pairwise(texts)
        if analysis.slice(analysis.blocks[number].span) in {above, below}
    ]
    return any(
        above[0] == '"' and above.count('"') == 1 and below[-1:] == '"' and below.count('"') == 1 and len(below) < _CARD
        for above, below in pairs
        if above
    )


def _alone_in(analysis: Analysis) -> list[int]:
    text = analysis.text
    return _alone(text) if "“" in text or "”" in text or '"' in text else []


def _alone(text: str) -> list[int]:
    """Return the offsets of the marks in a paragraph that have no partner."""
    opened: list[int] = []
    alone: list[int] = []
    tags = [match.span() for match in _TAG.finditer(text)]
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if (
            mark == "''"
            or any(start <= at < end for start, end in tags)
            or (mark == '"' and at and text[at - 1].isdigit() and not opened)
        ):
            continue
        if mark == "“" and opened and (_closes(text, at) or not text[at + 1 :].strip()):
            opened.pop()
            alone.append(at)  # an opening mark where a closing one belongs
        elif mark == "”" and not opened and _opens(text, at):
            opened.append(at)
            alone.append(at)  # a closing mark where an opening one belongs
        elif mark == "“":
            opened.append(at)
        elif mark == "”":
            (opened.pop if opened else lambda at=at: alone.append(at))()
        elif opened and (at + 1 == len(text) or not text[at + 1].isalnum() or not text[at - 1].isspace()):
            opened.pop()
        else:
            opened.append(at)
    return sorted({*alone, *opened})


def _closes(text: str, at: int) -> bool:
    """Whether the mark at `at` stands where a quotation ends: right behind a word, before a space or the end."""
    return not text[at - 1].isspace() and (at + 1 == len(text) or not text[at + 1].isalnum())


def _opens(text: str, at: int) -> bool:
    """Whether the mark at `at` stands where a quotation begins: behind a space or at the start, before a word."""
    behind = text[at + 1 : at + 2]
    return at == 0 or (text[at - 1].isspace() and bool(behind) and not behind.isspace() and behind not in ".,;:!?")


def _goes_on(analysis: Analysis, number: int) -> bool:
    """Whether the next paragraph opens with a mark."""
    return number + 1 < len(analysis.blocks) and analysis.text[analysis.blocks[number + 1].span.start] in "“\"‘'"
