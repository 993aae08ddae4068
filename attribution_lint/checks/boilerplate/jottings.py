"""Notes among colleagues, told by how they are written: a colleague hailed by name or given a task, a line jotted down.

A story says "you" and "I" to nobody whom it calls by name, gives nobody a task ("Ines to ring the school again"), and
begins its paragraphs with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import screened

_LONGEST = 240  # characters
_LONGEST_JOTTING = 100
_MOST_JOTTINGS = 2  # in a story: more of them are a list or a poem
_HAILED = re.compile(r"(?P<name>[A-Z][a-z]{1,14})(?:, | ?[-–—] )(?=[\w’'])")
_SPOKEN_TO = screened(r"(?:I|I['’](?:ve|m|ll|d)|[Cc]an|[Cc]ould|this|here)\b|.*\b(?:you|your|pls|please)\b")
_NOT_NAMES = screened(
    r".*ly\Z|(?:Yes|No|Well|Sorry|Readers?|Gentle|Dear|Sir|Madam|Friends|Folks|Today|Tomorrow|Tonight|Look|Listen"
    r"|Instead|Alexa|Siri|Mum|Mom|Dad|God|Lord)\Z"
)
_HAILED_IN_BRACKETS = screened(
    r"[(\[](?P<name>[A-Z][a-z]{1,14}), (?:can|could|do|does|did|is|are|was|should|shall|would|will|have|has|pls|please"
    r"|any|what|where|who|why|how)\b[^()\[\]\n]{4,200}[)\]]"
)
_PLAIN = ("words-common", "sentence-openers", "kin", "nouns-persons")
_PLEASE = screened(r"\b(?:pls|please)\b")
_TASK = re.compile(
    r"(?:[A-Z][a-z]+(?: [A-Z][a-z]+)?|Legal|Subs|Desk|Lawyer|Online|Web|Picture desk|Newsdesk) to "
    r"(?:add|ask|call|chase|check|confirm|contact|cover|cut|email|file|follow|get|look|ring|rewrite|send|speak|sub|trim"
    r"|try|update|verify|write)\b"
)
_JOTTED = re.compile(r"[a-z][a-z’']*(?=[ ,?:]|\Z)")
_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "der", "di", "du", "el", "la", "le", "ten", "ter", "van", "von"}
)
_STOPS = ".!?”\"’'…"

# A sentence that opens without a capital behind the end of another, up to a capital that opens the next one.
_INTRUDING = re.compile(
    r"(?<=[.!?] )(?P<opening>[a-z][a-z']+) [^.!?\n“”\"]{4,100}?(?= [A-Z][a-z]* [a-z]|[.!?](?:\s|\Z)|$)", re.MULTILINE
)
_WITHOUT_CAPITAL = re.compile("[.!?] [a-z]")
_OPENINGS = frozenset(
    {"need", "needs", "who", "why", "is", "do", "does", "did", "are", "where", "what", "not", "pls", "see"}
)
_OF_COPY = frozenset({"figure", "figures", "legal", "lawyer", "lawyers", "name", "names", "quote", "source", "sources"})


def intrusions(analysis: Analysis) -> Iterator[Span]:
    """Yield notes between two sentences: they open without a capital, ask for something, and speak of copy."""
    for part, found in in_each(analysis, _intrusions_in):
        yield from (span.moved(part.start) for span in found)


def _intrusions_in(analysis: Analysis) -> list[Span]:
    found = [span for span in _hails_in_brackets(analysis) if analysis.quotation_at(span.start) is None]
    for match in _INTRUDING.finditer(analysis.text) if _WITHOUT_CAPITAL.search(analysis.text) else ():
        words = set(re.findall(r"[a-z]+", match[0].lower()))
        asks = match["opening"] in _OPENINGS or match["opening"] in shipped_lexicon("verbs-asking")
        of_copy = words & (_OF_COPY | _single("objects-draft") | _single("words-newsroom"))
        if asks and of_copy and analysis.quotation_at(match.start()) is None:
            found.append(Span(*match.span()))
    return found


def _hails_in_brackets(analysis: Analysis) -> Iterator[Span]:
    """Yield what asks somebody whom the story does not know something in brackets: "(Ines, can we name the dog?)"."""
    text = analysis.text
    for match in _HAILED_IN_BRACKETS.finditer(text) if "(" in text or "[" in text else ():
        asks = "?" in match[0] or _PLEASE.search(match[0])
        if asks and _is_colleague(text, span := Span(*match.span()), match["name"]):
            yield span


@cache
def _single(name: str) -> frozenset[str]:
    """The entries of a lexicon that are one word."""
    return frozenset(word for line in shipped_lexicon(name) if " " not in line for word in line.split("/"))


def could_be_a_note(text: str, span: Span) -> bool:
    """Whether a look at the opening of a block lets it be such a note."""
    if span.end - span.start > _LONGEST:
        return False
    if _JOTTED.match(text, span.start, span.end) or _TASK.match(text, span.start, span.end):
        return True
    hailed = _HAILED.match(text, span.start, span.end)
    return bool(hailed and _SPOKEN_TO.match(text, hailed.end(), span.end))


def is_a_task(analysis: Analysis, number: int) -> bool:
    """Whether a block gives somebody a task whom the story does not know: "Ines to ring the school again"."""
    span, text = analysis.blocks[number].span, analysis.text
    task = _TASK.match(text, span.start, span.end) if number and span.end - span.start <= _LONGEST else None
    block = text[span.start : span.end]
    if task is None or not (block[-1] in _STOPS or "," in block):  # without either it may be a subhead
        return False
    return not _is_elsewhere(text, span, block.split()[0])


def is_to_a_colleague(analysis: Analysis, number: int) -> bool:
    """Whether a block calls somebody by name whom the story does not know, and speaks to them."""
    span, text = analysis.blocks[number].span, analysis.text
    if number == 0 or span.end - span.start > _LONGEST or any(sign in text[span.start : span.end] for sign in '“”"'):
        return False
    hailed = _HAILED.match(text, span.start, span.end)
    if not hailed or not _SPOKEN_TO.match(text, hailed.end(), span.end):
        return False
    return _is_colleague(text, span, hailed["name"])


def _is_colleague(text: str, span: Span, name: str) -> bool:
    """Whether somebody hailed is called by a name that the story does not have elsewhere."""
    plain = any(name.lower() in shipped_lexicon(words) for words in _PLAIN)
    return not plain and not _NOT_NAMES.match(name) and not _is_elsewhere(text, span, name)


def is_jotted(analysis: Analysis, number: int) -> bool:
    """Whether a block is a short line without a capital between paragraphs that have one and end like sentences."""
    text, blocks = analysis.text, analysis.blocks
    if not _is_small(text, blocks[number].span) or number == 0 or text[blocks[number - 1].span.end - 1] not in _STOPS:
        return False
    return sum(_is_small(text, block.span) for block in blocks) <= _MOST_JOTTINGS


def _is_small(text: str, span: Span) -> bool:
    opening = _JOTTED.match(text, span.start, span.end) if span.end - span.start <= _LONGEST_JOTTING else None
    return opening is not None and opening[0] not in _PARTICLES


def _is_elsewhere(text: str, span: Span, name: str) -> bool:
    named = re.compile(rf"\b{name}\b")
    return bool(named.search(text, 0, span.start) or named.search(text, span.end))
