"""The head or foot of a printed page, an address or a caption that stands between two words of a sentence.

A page that was read column by column leaves its head ("THE CITY NEWS | MONDAY 4", "City News 4 May 2020 Page 9") where
the column broke. It has what no name in a story has: a date right behind a name, the number of a page, bars, a row of
capitals; and a verb that asks for another verb ("would", "had") has none until the head is over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution_lint.checks.boilerplate.naming import is_named
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import screened
from attribution_lint.strings import Strings

_ENOUGH = 4
_LONGEST = 40  # words of a head
_SHORTEST, _NEAR = 6, 24  # characters
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = re.compile(rf"\d{{1,2}} {_MONTH},? (?:19|20)\d\d|{_MONTH} \d{{1,2}},? (?:19|20)\d\d", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b[, ]*")
_PAGE = re.compile(r"\b(?:Page|PAGE|Pg\.?|p\.) ?[A-Z]?\d{1,3}\b")
_CAPITALS = re.compile(r"(?<![\w’'.-])[A-Z][A-Z&’'-]+(?![\w.])")
_ADDRESS = re.compile(r"https?://\S|www\.\S|\b\w+\.(?:jpe?g|png|gif|pdf|html?|docx?)\b")
_BARS = frozenset("|•©·»›")
_NUMBERED = re.compile(r"[A-Z]{2} \d{1,3}\Z|\A\d{1,3} [A-Z]{2}")
# Without one of these no row of capitals and figures is a head: words in capitals behind one another or before a
# number, or what a piece shows.
_CAPITALS_APART = re.compile(r" (?:(?<=[A-Z]{2} )|(?<=[A-Z]{2}[’'&-] )(?=[A-Z]))[A-Z\d]")
_TELLING_PIECES = Strings(
    {
        piece: screened(around)
        for piece, around in (
            *((bar, re.escape(bar)) for bar in sorted(_BARS)),
            *((page, rf"{page}\b") for page in ("Page", "PAGE", "Pg")),
            ("p.", r"\bp\. ?\d"),
            *((address, re.escape(address)) for address in ("http:", "https:", "www.")),
            *((f".{kind[:3]}", rf"\.{kind}\b") for kind in ("jpe?g", "png", "gif", "pdf", "html?", "docx?")),
            *((century, rf"\b{century}\d\d\b") for century in ("19", "20")),
        )
    }
)
# What a head is made of; it begins and ends with anything but a joining word. Nothing of it is tried in two ways.
_START = r"[A-Z0-9|•©·»›]"
_ROW = re.compile(
    rf"(?<=[a-z,] )(?P<row>(?>(?:{_START}[\w’'&./:-]*+,?|https?://\S++|www\.\S++|\w++\.(?:jpe?g|png|gif|pdf|html?))"
    rf"(?:(?: (?:of|and|the|for|in|–|—|-|/))? (?={_START}|https?:|www\.))?){{1,{_LONGEST}}}+)(?= [a-z])"
)
_BEFORE = re.compile(r"([A-Za-z’']{1,24}),? \Z")
_AFTER = re.compile(r" ([a-z’']+)")
_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "should", "cannot", "shall", "won't"})
_HELPING = frozenset({"has", "have", "had", "he", "she", "they", "who", "been", "being", "very", "more"})
_INVERTING = screened(r"\b(?:why|how|what|when|where|so|nor|neither|only|than|as|rarely|never|or) \w+ \Z", re.I)
_PREPOSITIONS = frozenset(
    {"on", "in", "at", "of", "to", "from", "by", "since", "until", "till", "before", "after", "dated", "see", "turn"}
    | {"through", "and", "or", "between", "for", "with", "visit", "via", "called", "named", "into", "read", "reads"}
    | {"reading", "said", "says", "saying"}
)
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "this", "these", "those", "our", "my", "that"})
_PAPERS = frozenset(
    {"times", "observer", "post", "news", "herald", "gazette", "chronicle", "telegraph", "tribune", "mail", "express"}
    | {"standard", "star", "sun", "echo", "journal", "record", "guardian", "independent", "courier", "advertiser"}
    | {"press", "daily", "weekly", "bulletin", "dispatch", "examiner", "citizen", "mercury", "reporter", "monitor"}
    | {"nation", "leader", "argus", "voice", "mirror", "globe", "review", "enterprise", "reader", "teller", "newspaper"}
)
# A caption or a headline that ends with a full stop behind "would": what "would" asks for comes after it.
_CAPTION = re.compile(
    r"\b(?:will|could|might|would|shall|may|can|had) (?P<row>[A-Z][^.!?\n“”\"]{12,160}[a-z\d]{3}\.)(?= [a-z])"
)
_COULD_BE_A_CAPTION = re.compile(r" [A-Z](?<=(?:ill|uld|ght|all|may|can|had) [A-Z])")


def running_heads(analysis: Analysis) -> Iterator[Span]:
    """Yield in order the heads, addresses and captions that break a sentence off, outside quotations."""
    for part, found in in_each(analysis, _heads_in):
        yield from (span.moved(part.start) for span in found)


def _heads_in(analysis: Analysis) -> list[Span]:
    return [
        span
        for span in (*_rows(analysis.text), *_captions(analysis.text))
        if analysis.quotation_at(span.start) is None and not is_named(analysis, span)
    ]


def _rows(text: str) -> Iterator[Span]:
    if not _CAPITALS_APART.search(text) and not any(around.search(text) for around in _TELLING_PIECES.within(text)):
        return
    for match in _ROW.finditer(text):
        row, start = match["row"], match.start()
        if len(row) < _SHORTEST:
            continue
        before, after = _BEFORE.search(text, max(0, start - _NEAR), start), _AFTER.match(text, match.end())
        if before and after and _weight(text, row, start, before[1].lower(), after[1]) >= _ENOUGH:
            yield Span(start, match.end())


def _weight(text: str, row: str, start: int, before: str, after: str) -> int:
    """What speaks for a row of capitals, numbers and signs being no name in its sentence."""
    weight = _of_row(row, before)
    if weight < _ENOUGH - 2:
        return 0
    if before in _MODALS and not _INVERTING.search(text, max(0, start - 2 * _NEAR), start):
        weight += 2
    elif before in _HELPING:
        weight += 1
    elif before in _ARTICLES:
        weight -= 2
    return weight + (after in _ARTICLES and (row[-1].isdigit() or row[-1].isupper()))


def _of_row(row: str, before: str) -> int:
    weight = 0
    if date := _DATE.search(row):
        named = _WEEKDAY.sub("", row[: date.start()]).rstrip(" ,|–—-")
        weight += 3 if len(named.split()) > 1 or named.lower() in _PAPERS else 0 if before in _PREPOSITIONS else 2
    if (page := _PAGE.search(row)) and not (page.start() == 0 and before in _PREPOSITIONS):
        weight += 2
    weight += 2 * (not _BARS.isdisjoint(row))
    capitals = _CAPITALS.findall(row)
    if len(capitals) > 1 and sum(map(len, capitals)) > _SHORTEST:
        weight += 2
        weight += _NUMBERED.search(row) is not None
    if weight and not _PAPERS.isdisjoint(re.findall(r"[a-z]+", row.lower())):
        weight += 1
    if _ADDRESS.search(row) and before not in _PREPOSITIONS:
        weight += 2
    return weight


def _captions(text: str) -> Iterator[Span]:
    if not _COULD_BE_A_CAPTION.search(text):
        return
    for match in _CAPTION.finditer(text):
        after = _AFTER.match(text, match.end())
        words = match["row"][:-1].split()
        small = sum(word.islower() for word in words)
        if not after or not small or words[-1].lower() in shipped_lexicon("abbreviations"):
            continue
        if after[1] not in shipped_lexicon("sentence-openers") and after[1] not in _ARTICLES:
            yield Span(*match.span("row"))
