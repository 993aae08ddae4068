"""Forms of print in which marks of the desk's are at home: footnotes, listings, scripts, tables, programs."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from attribution_lint.checks.boilerplate.frames import announces, bears
from attribution_lint.model import Span
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import screened

_NUMBERED = re.compile(r"\[(\d{1,3})\] ?")
_HOUR = re.compile(r"[ \t]*\d{1,2}(?:[.:]\d\d)? ?(?:am|pm)?\b")
_SPEECH = re.compile(r"^([A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+)?): (?=\S)", re.MULTILINE)
_ASIDE = r"\([A-Z][^()\n]{2,160}\.\)"
_DIRECTION = re.compile(
    rf"{_ASIDE}|\[[A-Z][^\[\]\n]{{2,160}}\.\]|(?:INT|EXT)\. [A-Z][^\n]{{2,60}}"
    r"|(?:FADE|CUT|DISSOLVE)(?: (?:OUT|IN|TO|UP)(?: BLACK)?)?[.:]"
)
_DIRECTION_OF_ITS_OWN = screened(rf"^{_ASIDE}$", re.MULTILINE)
_FAR, _NEAR = 60, 20
_ANNOUNCED = screened(r"(?<!\w)[\w’' -]{4,60}:[ \n]{0,4}[“\"‘']?\Z")
_ANNOUNCING = re.compile(r"[^.!?\n]{8,}:\n{1,3}(?:> ?)?\Z")
_QUOTED_BLOCK = re.compile(r"\n+[“\"‘']")
_IN_CAPITALS = re.compile(r"[A-Z]{3,}(?: [A-Z]{2,})+")
_WORDING = screened(
    r"\b(?:that (?:said|say|says|read|reads)|saying|reading|stamped|labelled|labeled|told [A-Za-z]+ to) \Z"
)
_REFERENCE = re.compile(r"^[A-Z]{0,4}\d{2,6}(?:/[A-Z0-9]{2,8}){1,4}[: ]", re.MULTILINE)
_PRONOUNS = frozenset({"it", "he", "she", "they", "one", "another"})
_FARTHEST, _FEWEST_ANNOUNCING = 240, 3
_JUDGMENT = screened(
    r"\[(?:19|20)\d\d\] (?:\d{1,3} )?[A-Z][A-Za-z]{1,7}(?: (?:Civ|Crim|Fam))? \d{1,5}(?: \([A-Z]\w*\))?"
)
_LONGEST_CITATION, _FEWEST_ROWS = 40, 3
_STARRED = screened(r"(?<!\*)\*[A-Z][\w’' ]{2,60}\*(?!\*)")
_CODE = screened(r"(?: {4}|\t)|\s{0,40}[a-z_][\w.]{0,60}(?: ?\(| = )")
_RULE = screened(r"^\|(?: ?:?-{2,}:? ?\|)+ *$", re.MULTILINE)
_FEWEST_SPEECHES = 3
_LABELS = ("labels-credit", "labels-desk", "labels-note", "labels-photo", "labels-press", "labels-wire", "labels-site")


def is_footnote(text: str, span: Span) -> bool:
    """Whether a line with a number in brackets explains that number, which stands in the text before it."""
    number = _NUMBERED.match(text, span.start, span.end)
    return number is not None and f"[{number[1]}]" in text[: span.start]


def is_in_a_footnote(text: str, span: Span) -> bool:
    """Whether a span stands in a line that explains a number in brackets of the text before it."""
    return is_footnote(text, Span(line_of(text, span)[0], span.end))


def is_a_starred_title(text: str, span: Span) -> bool:
    """Whether a mark stands between asterisks, as a title does, with more in its line: `*Enter Name Here*, a farce`."""
    first, past = line_of(text, span)
    return any(
        title.start() <= span.start and span.end <= title.end() and any(map(str.isalpha, text[title.end() : past]))
        for title in _STARRED.finditer(text, first, past)
    )


def is_a_line_of_code(text: str, span: Span) -> bool:
    """Whether the line of a span is one of a program: indented, or with a call or a sign of equality, to `;` or `}`."""
    first, past = line_of(text, span)
    line = text[first:past]
    return line.rstrip().endswith((";", "{", "}")) and _CODE.match(line) is not None


def line_of(text: str, span: Span) -> tuple[int, int]:
    """Where the lines that hold a span begin and end."""
    past = text.find("\n", span.end)
    return text.rfind("\n", 0, span.start) + 1, past if past >= 0 else len(text)


def is_borne(text: str, span: Span) -> bool:
    """Whether a span is what a sign or a message says, named before a colon: `hangs a tin sign in red: SUBSCRIBE`."""
    colon = text.find(":", span.start, span.start + _NEAR)  # what is found may begin with the words before the colon
    before = _ANNOUNCED.search(text, max(0, span.start - _FAR), colon + 1 if colon >= 0 else span.start)
    words = re.findall(r"\w+", before[0].lower()) if before else []
    if words and words[0] in _PRONOUNS and colon < 0:
        return announces(words, 0, len(words))  # "It says: Lorem ipsum"
    return bears(words, 0, len(words))  # by an article, which a label has none of


def is_worded(text: str, span: Span) -> bool:
    """Whether words in capitals are what something says or tells people to do: `signs that said INSERT NAME HERE`."""
    if not _IN_CAPITALS.fullmatch(text, span.start, span.end):
        return False
    return _WORDING.search(text, max(0, span.start - _NEAR), span.start) is not None


def is_announced(text: str, span: Span) -> bool:
    """Whether a paragraph is what the sentence before it announces with a colon: `Instead the program said:`.

    Where words between quotation marks follow, those are announced, and the paragraph came between.
    """
    own = text.find(":\n\n", span.start, span.end)
    if own >= 0:  # what announces it was taken with it
        before = _ANNOUNCING.search(text, span.start, own + 3)
    else:
        first = text.rfind("\n\n", 0, span.start) + 2
        before = _ANNOUNCING.search(text, max(0, first - _FARTHEST), first) if first > 1 else None
    if before is None or _QUOTED_BLOCK.match(text, line_of(text, span)[1]):
        return False
    words = re.findall(r"\w[\w-]*", before[0].lower())
    return len(words) >= _FEWEST_ANNOUNCING and announces(words, 0, len(words))


def is_of_a_citation(text: str, span: Span) -> bool:
    """Whether a span stands in the neutral citation of a judgment: `[2024] EWHC 9917 (KB)`."""
    first = max(0, span.start - _LONGEST_CITATION)
    return any(
        found.start() <= span.start and span.end <= found.end()
        for found in _JUDGMENT.finditer(text, first, span.end + _LONGEST_CITATION)
    )


def is_listed(text: str, span: Span) -> bool:
    """Whether a mark stands in a line of a listing, which opens with an hour: `8.00 Whose Shed? (HD)`."""
    return _HOUR.match(text, line_of(text, span)[0], span.start) is not None


def is_registered(text: str, span: Span) -> bool:
    """Whether a span stands in one of several lines that open with a reference: `25/00417/FUL: change of use`."""
    first, past = line_of(text, span)
    return _REFERENCE.match(text, first, past) is not None and _references(text) >= _FEWEST_ROWS


@lru_cache(maxsize=1)
def _references(text: str) -> int:
    """Asked of the same story line by line."""
    return sum(1 for _ in _REFERENCE.finditer(text))


def is_of_a_script(text: str, span: Span) -> bool:
    """Whether a block is a speech, a direction or the place of a scene in a script, or names one of its speakers."""
    speakers = _speakers(text)
    if not speakers:
        return False
    speech = _SPEECH.match(text, span.start, span.end)
    if speech is not None and speech[1] in speakers:
        return True
    return (
        text[span.start : span.end].removeprefix("THE ") in {name.removeprefix("THE ") for name in speakers}
        or _DIRECTION.fullmatch(text, span.start, span.end) is not None
    )


@lru_cache(maxsize=1)
def _speakers(text: str) -> frozenset[str]:
    """Return who speaks in a script: at least two, one of them again, and none of them the name of a label."""
    found = Counter(match[1] for match in _SPEECH.finditer(text))
    labels = {word for name in _LABELS for word in shipped_lexicon(name)} if len(found) > 1 else set()
    speakers = {name: count for name, count in found.items() if name.lower() not in labels}
    alone = _DIRECTION_OF_ITS_OWN.search(text) is not None and max(found.values(), default=0) >= _FEWEST_SPEECHES
    if not alone and (len(speakers) < 2 or sum(speakers.values()) < _FEWEST_SPEECHES or max(speakers.values()) < 2):
        return frozenset()
    return frozenset(name for name, count in found.items() if name in speakers or count > 1)


def is_of_a_table(text: str, span: Span) -> bool:
    """Whether a span stands in a row of a table of Markdown, in a text whose format makes nothing of it.

    Without the rule of dashes, three rows of as many cells each are one, if two of them hold figures.
    """
    first, past = line_of(text, span)
    bars = text.count("|", first, past)
    if not bars:
        return False
    if text.startswith("|", first) and _has_a_rule(text):
        return True
    following = text[past + 1 : past + 1 + _FARTHEST * _FEWEST_ROWS].split("\n")[:_FEWEST_ROWS]
    rows = text[first:past].split("\n") + following
    rows = [row for row in rows if row.count("|") == rows[0].count("|")]
    return len(rows) >= _FEWEST_ROWS and sum(any(map(str.isdigit, row)) for row in rows) > 1


@lru_cache(maxsize=1)
def _has_a_rule(text: str) -> bool:
    """Whether a text has the row of dashes under the head of a table; asked of the same story span by span."""
    return _RULE.search(text) is not None


def is_shown_as_code(text: str, span: Span) -> bool:
    """Whether a span stands between backticks, or is what they hold, in a text whose format makes nothing of them."""
    if not _has_backticks(text):
        return False
    first, past = line_of(text, span)
    opened = text.count("`", first, span.start) % 2 == 1 or text[span.start] == "`"
    return opened and "`" in text[span.end - 1 : past]


@lru_cache(maxsize=1)
def _has_backticks(text: str) -> bool:
    """Asked of the same story span by span."""
    return text.count("`") > 1
