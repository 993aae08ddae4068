"""Blanks in a sentence: what stands for a figure, a name or a quotation that somebody meant to fill in.

A figure has signs for its digits ("XX,000", "5?"); a kind of thing stands in capitals for one of the kind ("a COLOUR
van"), or in a frame of signs ("/name/"); a quotation says what ought to be quoted ("Nice quote here about the rain").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attribution_lint.alternatives import Alternatives
from attribution_lint.checks.boilerplate.naming import is_left_in_speech, is_named
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import screened
from attribution_lint.strings import Strings, characters

# What a blank has, by a sign or by its words: nearly every paragraph is without any. The sign comes first in the
# pattern: `re` runs ahead to it.
_TELLING_SIGN = re.compile(
    r"[?X%\x230£$€₹₦/|^~*_⟨‹§¶@(\[¿•●■□…](?:(?<=\d\?)[,.; ]|(?<=\?)\?|(?<=X)[X,%.t-]|(?<=X)0s|(?<=[ (][nxNX]%)"
    r"|(?<=[nxNX]{2}%)|(?<=\x23)[.,%]\x23?|(?<![\d.,]0)(?<=0)[,0 ]{1,3}0|(?<=[£$€₹₦])[nx?•●■□…*_.–—-]"
    r"|(?<=[/|^~$%*_⟨‹§¶])[A-Za-z]|(?<=@)|(?<=0)XX|(?<=¿)¿|(?<=\*\*) |(?<=…),|(?<=[a-z]\?),|(?<=[a-z\d]\?) [a-zA-Z]"
    r"|(?<=[•●■□…]) (?:people|per|[mb]ill|homes|jobs|votes|years|crore|lakh)|(?<=/)(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
    r"|(?<=\()(?:add|check|get|how|which|what|year|month|day|street|school|company|party|village|team|venue|surname|suburb"
    r"|employer|occupation|amount|figure|sum|number|tbc|pls|please|delete|pick|choose|select|strike|use)\b"
    r"|(?<=\[)(?:[a-z]{3,}[\] _/-]|wh|use\b))"
)
# Pieces of blanks that no sign gives away, each with what else such a blank has around it.
_TELLING_PIECES = {
    piece: screened(around)
    for piece, around in (
        ("://", "://"),
        ("www.", r"www\."),
        ("-name", "h(?:is|er)-name"),
        ("sname", "hisname"),
        ("rname", "hername"),
        ("face", "h(?:is|er)-?face"),
        ("name]", r"[’']s [a-z ]+\]"),
        ("-and-", "-and-so"),
        ("nd so,", "nd so,"),
        (" x.x", r" x\.x"),
        (" n.n", r" n\.n"),
        (".X", r"\d\.X|[ (]X\.X"),
        (".x", r"\d\.x"),
        (" n ", "[a-z] n [a-z]"),
        (" XXX ", " XXX [a-z]"),
        ("month", "(?:day|date),? month|month,? da"),
        ("ver many", "ever many"),
        ("ver-many", "ever-many"),
        ("Other", r"N\.? Other"),
        ("First ", "First (?:Last|name)"),
        ("Given ", "Given (?:Last|name)"),
        ("ed 00", "ged 00"),
        ("ge 00", "ge 00"),
        (", name,", ", name,"),
        (", age,", ", age,"),
        (", rank,", ", rank,"),
        (", title,", ", title,"),
        (", occupation,", ", occupation,"),
        (", hometown,", ", hometown,"),
        (", job", ", job(?: title)?,"),
        ("number ", "number (?:child|grand|others)"),
        ("man/woman", "man/woman"),
        ("etween ", "etween [XxNn] and"),
        (" Here", "[a-z] Here"),
        ("NN.", r"NN\."),
        ("NNth", "NNth"),
        ("nnth", "nnth"),
        ("FY", "FY[Xx]"),
        ("QX", "QX"),
        ("Qx", "Qx"),
        ("HH", "HH"),
        ("0.0", r"0\.0"),
        (" name", "(?:age|treet|port|city|town|urb|ool|pital) name"),
        (",456", "123,456"),
        ("1,234", "1,234"),
        ("...,", r"\.\.\.,"),
        (" 1, ", "(?:Village|Town|Name|Player|Team|Company|School|Place|City|Country|Suburb) 1,"),
        *(
            (f"{dash} ", f"{dash} (?:pls |please )?(?:check|chk|confirm|verify|tbc|ask|get|find|need)\\b")
            for dash in "-–—"
        ),
    )
}
_PIECES = Strings(_TELLING_PIECES)
_SIGNS_OF_BLANKS = frozenset("?X%\x230£$€₹₦/|^~*_⟨‹§¶@([¿•●■□…")
_CAPITALS = screened(r"(?<![\w’'.&/-])[A-Z]{3,}(?:[ /-](?:[A-Z]{2,}|[A-Z](?![\w’'.-])|\d(?![\w.,:])))*(?![\w’'&-])")
_JOINS = frozenset({"AND", "FOR", "IN", "OF", "OR", "THE", "TO", "FROM", "HERE", "TBC", "TK"})
_LEADS = screened(r"(?:[a-z,;:]|[a-z] [“\"(]) \Z|[a-z][,;] \Z")
_GOES_ON = re.compile(r",? [a-z]|[’']s [a-z]")
_SIGNS = screened(
    r"\b(?:says|that said|saying|reads?|reading|bears?|bearing|spell(?:s|ed|ing)|written|printed|painted|stamped) \Z"
)
_FEWEST_COMPANIONS = 2
_WORDED = screened(r"[a-wyzA-WYZ]{3}")  # anything but signs and rows of x
# A story about such words: they were joked, printed, or shown.
_OF_WORDS = screened(
    r"\b(?:appear|chatbot|error|forg[eo]t|headline|jok(?:e|ing)|label|laugh|placeholder|print|publish|quip|template|typo)"
)
_A_STYLE = 3  # a word in capitals that comes so often is meant so
_LONGEST_QUOTED = 70  # characters of a quotation that says what is to be quoted


def blanks(analysis: Analysis) -> Iterator[Span]:
    """Yield the blanks in the sentences of a story, in the order of its paragraphs."""
    for part, found in in_each(analysis, _blanks_in):
        for span in found:
            yield span.moved(part.start)


def _blanks_in(analysis: Analysis) -> list[Span]:
    worded = not _words().isdisjoint(analysis.words.text)
    return [*_figures_and_frames(analysis, worded), *(_kinds(analysis) if worded else ()), *_quoted(analysis)]


def _figures_and_frames(analysis: Analysis, worded: bool) -> Iterator[Span]:
    text = analysis.text
    for match in _patterns().finditer(text) if _could_hold_one(analysis, worded) else ():
        span = Span(*match.span())
        if not is_named(analysis, span):
            yield span


def _could_hold_one(analysis: Analysis, worded: bool) -> bool:
    text = analysis.text
    if not _SIGNS_OF_BLANKS.isdisjoint(characters(text)) and _TELLING_SIGN.search(text):
        return True
    if any(around.search(text) for around in _PIECES.within(text)):
        return True
    return worded and not shipped_lexicon("words-of-blanks").isdisjoint(analysis.words.text)


def _kinds(analysis: Analysis) -> Iterator[Span]:
    """Yield the kinds of things that stand in capitals in a sentence that is not."""
    text, kinds = analysis.text, _kinds_in_capitals()
    if kinds.isdisjoint(analysis.words.text) and _companions().isdisjoint(analysis.words.text):
        return
    for match in _CAPITALS.finditer(text):
        words = [word for word in re.findall(r"[A-Z]{2,}", match[0]) if word not in _JOINS]
        if not all(word in kinds or word in _companions() for word in words):
            continue
        if len(words) < _FEWEST_COMPANIONS and kinds.isdisjoint(words):
            continue
        span = Span(*match.span())
        leads = _LEADS.search(text, max(0, span.start - 4), span.start)
        opens = span.start < 2 or text[span.start - 2] in ".!?"
        if not (leads or (opens and _GOES_ON.match(text, span.end))):
            continue
        shown = _SIGNS.search(text, max(0, span.start - 12), span.start)
        if not shown and text.count(match[0]) < _A_STYLE and not is_named(analysis, span):
            yield span


def _quoted(analysis: Analysis) -> Iterator[Span]:
    """Yield the quotations that say what is to be quoted."""
    short = (q.inner for q in analysis.quotations if q.inner.end - q.inner.start <= _LONGEST_QUOTED)
    quoted = [inner for inner in short if _quoted_patterns().fullmatch(analysis.slice(inner))]
    for inner in quoted if quoted and not _OF_WORDS.search(analysis.text) else ():
        if _WORDED.search(analysis.slice(inner)) or is_left_in_speech(analysis, inner):
            yield inner


@cache
def _kinds_in_capitals() -> frozenset[str]:
    return frozenset(word.upper() for word in shipped_lexicon("blank-kinds"))


@cache
def _companions() -> frozenset[str]:
    return frozenset(word.upper() for word in shipped_lexicon("blank-companions"))


@cache
def _words() -> frozenset[str]:
    """The words of blanks of whatever sort, of which most paragraphs have none."""
    return shipped_lexicon("words-of-blanks") | _kinds_in_capitals() | _companions()


@cache
def _patterns() -> Alternatives:
    return Alternatives(_parts("marks-blank"))


@cache
def _quoted_patterns() -> Alternatives:
    return Alternatives(
        [r"quotes?[,.]", *(rf"(?:{part})[,.…]?" for part in _parts("marks-blank-quoted"))], re.IGNORECASE
    )


def _parts(name: str) -> list[str]:
    fields = "|".join(sorted(shipped_lexicon("template-fields")))
    return [part.replace("<field>", fields) for part in sorted(shipped_lexicon(name))]
