"""How far residue inside a block reaches beyond the words that told it: its brackets, its label's line, its caption.

A mark, a label or a run of words gives a stretch away; an editor deletes the whole of it. It grows within its block to
the brackets that it stands in, over what its label announces, and back over the caption that a credit closes.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from attribution_lint.checks.boilerplate.found import Residue
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import screened

_WHOLE = frozenset({"tracking", "campaign", "masthead", "escape", "code", "run-in", "citation"})
"""Families whose marks know their own ends."""
_CREDITS = frozenset({"photo", "photo-mark"})
_FENCES = {"(": ")", "[": "]", "{": "}", "‹": "›", "<": ">"}
_TARGET = screened(r"\([^()\s]{1,300}\)")
"""Where a link goes whose words stand in brackets."""
_MOST_FENCED, _FAR = 22, 300
"""Words that brackets hold at most, and how many characters before and behind a stretch one is looked for."""
_LONGEST_CAPTION = 24  # words before a credit
_MOST_LABELLED = 16  # words behind a label
_LABEL = screened(r"(?:[A-Z][\w’'-]*)(?: [\w’'-]+){0,3} ?[:|]|\[(?:ALSO|READ|WATCH|SEE|RELATED|MORE)\b[A-Z ]{0,20}\]")
_INITIALS = screened(r"(?: ?[-–—/|])?(?: [A-Z]{2,9}){1,5}(?=\n|\Z)")
"""Whose initials or what other capitals stand behind a mark at the end of its line: `(MORE) PTN ABR`."""
_ENDS_LOW = screened(r" [a-z][^.!?\n]{2,120}(?=\n|\Z)")
"""The rest of a title behind the part of it that was told: `Related: What to do if | you meet a sow`."""
_CAPITAL = screened(r" ?[“\"'‘]?[A-Z\d]")
_STARTS = screened(r"(?:[.!?”\"’)\n] ?|[a-z])\Z")
_STOPS = screened(
    r"[.!?…](?=\s|[A-Z“\"]|\Z)|(?<=[a-z])(?=[A-Z])|\n| (?=(?:The|A|An|In|On|At|It|He|She|They|But|And)\b)"
)
_REST = screened(r",? (?:and|or|nor|but|unless|without)\b[^.!?\n“”\"]{2,160}[.!?](?=\s|\Z)")
_STOP = screened(r"[!?:|✔]|[a-z]\.\w?")
_FEWEST = 5  # words that tell a sentence
_BRACKETED = screened(r" ?\([^()]*\)")
_PARTED = screened(r"[.!?”\"’)] ?[A-Z“\"]|[“\"]|[a-z][A-Z]")
_SIGNED = screened(
    r"(?:© ?|[A-Z]{2,6}/)[\w.’'-]+(?: [\w.’'/-]+){0,5}\Z"
    r"|[A-Z][A-Z.’'-]*(?: [A-Z][A-Z.’'-]+){1,3}(?:, | ?/ ?)[A-Z][A-Z ]+\Z"
)
"""What closes a caption by its shape: “© Vera Horvat / Adria”, “EFP/ROSARIO MANTIA”, “ANA MOYO, STAFF”."""
_GOING_ON = frozenset(
    "the a an it its they their he his she her this that these those we our i in on at but and".split()
)
"""What a sentence of a story opens with, and a caption seldom."""
_FINITE = frozenset("was were had has have will would did could must may might can is are said says told set".split())

_ENDING = screened(r"[a-z’'-]+(?:[.!?][”\"’]? ?(?=[A-Z@\[(©])|(?<=[a-z])(?=[A-Z][a-z]))")
_GOES_ON = screened(r" [a-z’'\d]")
_WORDS = screened(r"\S+")
_OPENING = screened(
    r"(?:The|A|An|In|On|At|It|He|She|They|But|And|This|That|We|I|No|One|Its|His|Her|Their)(?=’|\s[a-z\d]|\s[A-Z][a-z])"
    r"|\S*[a-z][.!?]?(?=[A-Z][a-z])"
)
_STUCK = screened(r"(?<=[a-z.!?])(?=[A-Z][a-z]*\Z)")
_MOST_OPENING = 4  # words
_INTO = frozenset({"by", "of", "in", "from", "for", "with", "to", "on", "at", "and"})
"""What no sentence ends with: the capital behind it is that of a name."""


def grown(analysis: Analysis, found: Iterable[Residue]) -> list[Residue]:
    """Return residue as far as it reaches, in order; what has grown into one another is one."""
    kept: list[Residue] = []
    for one in sorted(found, key=lambda residue: residue.span):
        if one.blocks is None and one.family not in _WHOLE:
            one = replace(one, span=_without_half_sentences(analysis.text, _reach(analysis, one)))
        if kept and kept[-1].blocks is None and one.blocks is None and kept[-1].span.overlaps(one.span):
            before = kept.pop()
            one = replace(before, span=Span(before.span.start, max(before.span.end, one.span.end)))
        kept.append(one)
    return kept


def _without_half_sentences(text: str, span: Span) -> Span:
    """Leave to the story the half of a sentence behind a tag that opens a stretch, or before one that closes it."""
    opening = _OPENING_TAG.match(text, span.start, span.end)
    if opening is not None and _GOES_ON_BEHIND.match(text, span.end):
        return Span(span.start, opening.end())
    at = text.rfind("<", span.start, span.end)
    if (
        at >= 0
        and _CLOSING_TAG.fullmatch(text, at, span.end)
        and _GOES_ON_BEFORE.search(text, max(0, span.start - 2), span.start)
    ):
        before = text[span.start : at].rstrip().split(" ")
        while before and before[-1].startswith("http"):
            before.pop()
        kept = len(" ".join(before))
        start = span.start + kept + (text[span.start + kept] == " ")
        return Span(start, span.end) if start > span.start else span
    return span


_OPENING_TAG = screened(r"<[^<>]{2,300}>(?=[^<>]*\Z)")
_CLOSING_TAG = screened(r"<[^<>]{2,300}>[.!?]?")
_GOES_ON_BEHIND = screened(r",? [a-z]|[A-Za-z]")
_GOES_ON_BEFORE = screened(r"[a-z,’'] ?\Z")


def _reach(analysis: Analysis, one: Residue) -> Span:
    text, block = analysis.text, analysis.blocks[analysis.block_at(one.span.start)].span
    blank = one.family == "placeholder"
    own = one.span if blank else _without_opening(text, block, _without_ending(text, one.span))
    span = _to_fence(text, block, own)
    if span == own:
        span = _over_labelled(text, block, span)
    if not blank:
        span = _to_stop(text, block, span)
        initials = _INITIALS.match(text, span.end, block.end)
        span = span if initials is None else Span(span.start, initials.end())
    credits = one.family in _CREDITS or (span.end == block.end and _SIGNED.match(text, span.start, span.end))
    return _over_caption(text, block, span) if credits else span


def _to_fence(text: str, block: Span, span: Span) -> Span:
    """The brackets around a stretch, if what they hold is short."""
    for opening, closing in _FENCES.items():
        start = _opening_of(text, block, span, opening, closing)
        if start is None:
            continue
        end = text.find(closing, max(span.end - 1, start), min(block.end, span.end + _FAR))
        if end < 0 or "\n" in text[start:end] or opening in text[start + 1 : end]:
            continue
        if len(text[start:end].split()) <= _MOST_FENCED:
            target = _TARGET.match(text, end + 1, block.end)
            return Span(min(start, span.start), max(target.end() if target else end + 1, span.end))
    return span


def _opening_of(text: str, block: Span, span: Span, opening: str, closing: str) -> int | None:
    """Where a bracket opens that is still open where a stretch starts, or in it and not closed there."""
    inside = text.rfind(opening, span.start, span.end)
    if inside >= 0 and closing not in text[inside : span.end]:
        return inside
    before = text.rfind(opening, max(block.start, span.start - _FAR), span.start)
    return before if before >= 0 and closing not in text[before : span.start] else None


def _opens(text: str, block: Span, span: Span) -> bool:
    """Whether a stretch opens its block, a sentence or what was stuck to a word."""
    return span.start == block.start or bool(_STARTS.search(text, block.start, span.start))


def _to_stop(text: str, block: Span, span: Span) -> Span:
    """The rest of a sentence that was told by its opening: `The above is for information only | and is no advice.`"""
    said = text[span.start : span.end]
    if not _opens(text, block, span) or len(said.split()) < _FEWEST or _STOP.search(said):
        return span
    rest = _REST.match(text, span.end, block.end)
    return span if rest is None or len(rest[0].split()) > _MOST_LABELLED else Span(span.start, rest.end())


def _over_labelled(text: str, block: Span, span: Span) -> Span:
    """A label with what it announces: `DELETED: which the ministry denied`."""
    label = _LABEL.match(text, span.start, block.end)
    if not label or not _opens(text, block, span):
        return span
    announced = text[label.end() : span.end].split()
    if len(announced) > 1:
        rest = _ENDS_LOW.match(text, span.end, block.end)
        if rest is None or len(rest[0].split()) > _MOST_LABELLED or announced[0].lower() in _GOING_ON:
            return span
        return Span(span.start, rest.end())
    if not label[0][:-1].isupper() and not _CAPITAL.match(text, label.end(), block.end):
        return span
    stop = _STOPS.search(text, max(span.end, label.end() + 2), block.end)
    end = block.end if stop is None else stop.end() if stop[0].strip() else stop.start()
    if end <= span.end or len(text[label.end() : end].split()) > _MOST_LABELLED:
        return span
    return Span(span.start, end)


def _over_caption(text: str, block: Span, span: Span) -> Span:
    """A credit with the caption before it, where both open their block: no sentence of a story is told so."""
    if span.start - block.start > _FAR:
        return span
    before = _BRACKETED.sub("", text[block.start : span.start])
    words, closes = before.split(), span.end == block.end
    if not words or len(words) > _LONGEST_CAPTION or _PARTED.search(before):
        return span
    if words[0].lower() in _GOING_ON and not closes:
        return span
    past = shipped_lexicon("verbs-past")
    if any(word in past or word in _FINITE or word.endswith(("ed", "n’t", "n't")) for word in _bare(words[1:])):
        return span
    return Span(block.start, span.end)


def _bare(words: Iterable[str]) -> list[str]:
    """Words without the stop behind them; a comma stays, as in “Aidan, left, with Una”."""
    return [word.rstrip(".") for word in words]


def _without_opening(text: str, block: Span, span: Span) -> Span:
    """A stretch without the first words of the sentence behind it: `Join our channel The agency | said it would`."""
    if not _GOES_ON.match(text, span.end, block.end):
        return span
    words = list(_WORDS.finditer(text, span.start, span.end))
    for number in range(len(words) - 1, max(len(words) - 1 - _MOST_OPENING, 0), -1):
        match, before = words[number], words[number - 1]
        if before[0] not in _INTO and _OPENING.match(text, match.start()):
            stuck = _STUCK.search(text, match.start(), match.end())
            return Span(span.start, len(text[: match.start()].rstrip()) if stuck is None else stuck.start())
    return span


def _without_ending(text: str, span: Span) -> Span:
    """A stretch without the last word of the sentence before it: `plank. | Advertisement`."""
    ending = _ENDING.match(text, span.start, span.end)
    return span if ending is None or ending.end() == span.end else Span(ending.end(), span.end)
