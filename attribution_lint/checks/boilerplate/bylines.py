"""A byline or a handle that a scraper left inside a sentence.

The name stands where the layout had it: glued to a comma or a full stop without a space. It fits nothing
around it; take it out and the sentence reads on. A glued name that is the subject of what follows only lacks
its space and is not reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution_lint.checks.boilerplate.place import is_body
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import lazily_plain, screened

_WORD = (
    r"(?:[A-Z]\.(?: ?[A-Z]\.)?|(?:Mc|Mac|O[’']|D[’'])?[A-Z][a-zà-ÿ’'-]+(?:-[A-Z][a-zà-ÿ]+)?"
    r"|[A-Z]{2,}(?=,)|[A-Z]{3,}(?= |$))"
)
_NAME = rf"{_WORD}(?: (?:de|da|del|van|von|der|den|bin|al|el|la|le|ter|{_WORD})){{1,4}}"
_CAPITAL_BEHIND = re.compile("[A-Z](?<=[a-z.,;:!?—-][A-Z])")  # without one no name is stuck to what is before it
# The mark comes first, to which `re` runs ahead.
_GLUE = re.compile(r"[.,;:!?—-](?<=[a-z\d)”\"’%][.,;:!?—-])(?:(?<!-)|(?<=-)-)(?=[A-Z])")
_GLUED = lazily_plain(
    rf"(?<=[a-z\d)”\"’%])(?P<mark>[.,;:!?]|--|—)(?P<name>(?:[Bb]y |BY |[Ww]ritten by |Reporting by )?{_NAME}"
    rf"(?: and {_NAME})?(?:,? (?:@\w{{2,30}}|for [A-Z][\w’']+(?: [A-Z][\w’']+)*))?)(?=[ ,.;\n]|$)"
)
_ROLE = lazily_plain(
    rf"(?<=[\w,;]) (?P<name>{_NAME}, (?:[A-Z][a-z]+ ){{0,3}}(?:Reporter|Writer|Correspondent|Editor|Bureau Chief))"
    r"(?=,? [a-z])"
)
_STUCK = lazily_plain(
    r"(?P<name>(?<!\w)[A-Z][a-z’'-]+ [A-Z][a-z’'-]+?"
    r"(?:Staff|Senior|Special|Chief|Sports|Political|Crime|Business|News|Education|Health)? ?"
    r"(?:Writer|Reporter|Correspondent|Editor))(?=[A-Z][a-z]*[ ,’'])"
)
# A signature at the head of a paragraph that ran into its first word: "Ola Nord, Kalvik PostThe minister …".
_HEAD = lazily_plain(
    rf"^[“\"]?(?P<name>(?:[Bb]y |BY )?{_NAME}(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,3}}?)?)"
    r"(?=(?P<next>[A-Z][a-z]*)[ ,’'])",
    re.MULTILINE,
)
_CAMEL = re.compile("[a-z](?:A|I|[A-Z][a-z]+)[ ,’']")
_BY = lazily_plain(
    rf"(?<=[\w,;]) (?P<name>(?:By|BY) {_NAME}(?:, (?:[A-Z][a-z]+ ?){{1,4}}(?<! ))?(?:,? @\w{{2,30}})?)(?= [a-z])"
)
_CAPS = lazily_plain(
    r"(?<=[a-z)”\"’%])(?P<mark>[.,;:]?) ?(?P<name>(?:By |BY )[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}"
    r"(?:, (?:[A-Z][\w’']+ ?){1,4})?)(?= [a-z]{2,}\b)"
)
_AGENCY = (
    r"(?:[A-Z]{2,5}|Reuters|Getty|Gallo|Alamy|Shutterstock|[A-Z]\w*\d+|(?:[A-Z]\w+ ){0,2}(?:Images|Media|Newspapers?"
    r"|Pictures|Photos?|Press|Post|Times|Herald|Tribune|Nation|Star|Standard))\b"
)
# A credit of a picture: "a man Ada Moss/Kalvik Post over the theft".
_SLASHED = lazily_plain(rf"(?<=[a-z] )(?P<name>{_NAME} ?/ ?{_AGENCY}|{_AGENCY} ?/ ?{_NAME})(?= (?P<next>[a-z]+) )")
_HANDLE = screened(r"(?<=[a-z,;.])(?P<name> ?@[A-Za-z]\w{2,30})(?= [a-z])")
_NAMED_HANDLE = lazily_plain(
    rf"(?<![\w’])(?P<before>[\w’]+)[,;]? "
    rf"(?P<name>{_NAME},? (?:@\w{{2,30}}|[\w.+-]{{1,40}}@[\w-]+(?:\.[\w-]+)+))(?= [a-z])"
)
_LONGEST_WORD = 24  # characters
_LONGEST_SIGNATURE = 80  # characters
_INTRODUCING = frozenset(
    {"email", "contact", "write", "a", "an", "or", "actor", "singer", "author", "reporter", "journalist"}
)
_STUCK_HANDLE = lazily_plain(
    r"(?<=[a-z][.!?;])@[A-Za-z]\w{2,30}(?=[\s.]|$)|(?<=[a-z] )[A-Z][a-z]{1,20}@[a-z_]\w{2,30}(?=\s|$)"
)
_LINE = re.compile(
    r"(?i:by) (?P<name>[A-Z][\w.’'-]{1,40}(?: (?:[a-z]{2,3} )?[A-Z][\w.’'-]{1,40}){1,3})"
    r"(?:(?:,| and| &| \||,? in) ?[A-Z@][^\n.!?]{0,60})?[\s.]{0,40}|BY [A-Z][A-Z .,’'&|-]{4,60}[\s.]{0,40}"
)
# The byline of the story itself: names, what they do, and the paper on a line of its own.
_OWN = re.compile(
    r"(?i:by) [A-Z][\w.’'-]{1,40}(?: (?:[a-z]{2,3} )?[A-Z][\w.’'-]{1,40}){1,3}"
    r"(?:(?:,| and| &| \||,? in|\n) ?"
    r"(?:[A-Z@]|staff|senior|special|chief|political|reporter|writer|editor)[^\n.!?]{0,60}){0,2}"
)
_BY_WHOM = screened("(?:By|BY) (?P<first>[A-Za-z’'-]+)(?:.*?(?P<last>[A-Za-z’'-]+)\\W*)?\\Z")
TOP = 4  # blocks
_LONGEST_BYLINE = 150  # characters
_ROLES = ("Writer", "Reporter", "Correspondent", "Editor")
_POST = re.compile(r"<tweet|t\.co/|(?<!\w)#\w|pic\.twitter")
_NEXT = screened(r"[ ,]*([\w’'-]+|@)")


def stray_names(analysis: Analysis) -> Iterator[Span]:
    """Yield the names and handles that stand inside a sentence where no name can, in prose offsets."""
    for part, found in in_each(analysis, _stray_in):
        yield from (span.moved(part.start) for span in found)


def _stray_in(analysis: Analysis) -> list[Span]:
    return list(_stray_names(analysis))


def _stray_names(analysis: Analysis) -> Iterator[Span]:
    text = analysis.text
    stuck = _CAPITAL_BEHIND.search(text) is not None
    for glue in _GLUE.finditer(text) if stuck else ():
        match = _GLUED.match(text, glue.start())
        if match is None:
            continue
        span = Span(*match.span("name"))
        if analysis.quotation_at(span.start) is None and (stray := _stray(text, span, match["mark"])):
            yield stray
    by, role = "By " in text or "BY " in text, any([role in text for role in _ROLES])  # noqa: C419 - made sooner
    for pattern, signs in ((_BY, (" By ", " BY ")), (_ROLE, (" Reporter", " Writer", " Correspondent", " Editor"))):
        if (by or role) and any(sign in text for sign in signs):
            for match in pattern.finditer(text):
                span = Span(*match.span("name"))
                placed = "," in match["name"] and pattern is _BY  # with a place it is no name of a work
                if (placed or analysis.quotation_at(span.start) is None) and not _is_title(text, span):
                    yield span
    for match in _HEAD.finditer(text) if stuck and _CAMEL.search(text) else ():
        word = match["next"].lower()
        if word in shipped_lexicon("sentence-openers") or word in shipped_lexicon("words-after-a-name"):
            yield Span(*match.span("name"))
    if role:
        for match in _STUCK.finditer(text):
            yield Span(*match.span("name"))
    for match in _CAPS.finditer(text) if by else ():
        if not match["mark"]:
            continue
        span = Span(*match.span("name"))
        parted = text[span.start - 1] == " " and not is_no_byline(match["name"])
        if parted and analysis.quotation_at(span.start) is None:
            yield span
    for match in _SLASHED.finditer(text) if "/" in text else ():
        span = Span(*match.span("name"))
        before = text[max(0, span.start - _LONGEST_WORD) : span.start].split()[-1]
        loose = before not in shipped_lexicon("words-common") and match["next"] in shipped_lexicon("words-after-a-name")
        if loose and analysis.quotation_at(span.start) is None:
            yield span
    if "@" in text:
        for match in _STUCK_HANDLE.finditer(text):
            if analysis.quotation_at(match.start()) is None:
                yield Span(*match.span())
        for match in _named_handles(text):
            span = Span(*match.span("name"))
            known = match["before"].lower() in shipped_lexicon("words-around-a-handle") | _INTRODUCING
            if not known and analysis.quotation_at(span.start) is None:
                yield span
        for match in _HANDLE.finditer(text):
            span = Span(*match.span("name"))
            if _POST.search(text) or text.count("@") > 1:
                break  # the words of a post, where handles are at home
            if analysis.quotation_at(span.start) is None and not _belongs(text, span):
                yield span


def _named_handles(text: str) -> Iterator[re.Match[str]]:
    """Yield names with the handle or the address of who has them: looked for around each “@” alone."""
    at = text.find("@")
    while at >= 0:
        start = max(text.rfind("\n", 0, at) + 1, at - _LONGEST_SIGNATURE)
        match = next((m for m in _NAMED_HANDLE.finditer(text, start, at + _LONGEST_SIGNATURE) if m.end() > at), None)
        if match and match.start("name") < at:
            yield match
        at = text.find("@", max(at + 1, match.end() if match else 0))


def stray_byline_blocks(analysis: Analysis, first: int, last: int) -> Iterator[int]:
    """Yield the blocks between the body blocks `first` and `last` that are a byline and nothing else."""
    for number in range(first + 1, last):
        span = analysis.blocks[number].span
        if span.end - span.start <= 100 and _LINE.fullmatch(analysis.text, span.start, span.end):
            yield number


def is_no_byline(label: str) -> bool:
    """Whether a label that begins like a byline tells of a time or a place: "By Grand Central Station", "By Monday"."""
    match = _BY_WHOM.match(label)
    if match is None:
        return False
    return not shipped_lexicon("words-of-occasions").isdisjoint(word.lower() for word in match.groups() if word)


def is_byline_under_headline(analysis: Analysis, number: int) -> bool:
    """Whether a block is the story's own byline: under the headline, or at the top, with no sentence above it."""
    if number >= TOP:
        return False
    span, text = analysis.blocks[number].span, analysis.text
    return (
        span.end - span.start <= _LONGEST_BYLINE
        and _OWN.fullmatch(text, span.start, span.end) is not None
        and not any(is_body(text, above.span) for above in analysis.blocks[:number] if above.kind != "heading")
    )


def _stray(text: str, span: Span, mark: str) -> Span | None:
    """The part of a glued row of capitals that is a byline, or None if it is a subject or a list."""
    name = text[span.start : span.end]
    if name.lower().startswith(("by ", "written by ", "reporting by ")):
        return span
    openers = shipped_lexicon("sentence-openers")
    words = name.split(" ")
    after = _NEXT.match(text, span.end)
    follows = after.group(1) if after else ""
    gap = text[span.end : after.start(1)] if after else text[span.end : span.end + 1]
    if mark in (".", "!", "?", "”", '"'):
        # the row runs into the next sentence: "ended.Jane Doe The vote"
        for number in range(2, len(words)):
            if words[number] in openers or words[number].lower() in shipped_lexicon("words-after-a-name"):
                end = span.start + len(" ".join(words[:number]))
                return Span(span.start, end)
        closes = text[span.end : span.end + 1] in ("", "\n") and mark in ".!?"
        return span if closes and len(words) in (2, 3) and words[0].lower() not in openers else None
    if words[0] in openers or "," in gap:
        return None
    return span if follows in shipped_lexicon("words-after-a-name") else None


_OF = screened(r" (?:of|at|for|with|and|from|who|in)\b")


def _is_title(text: str, span: Span) -> bool:
    """Whether the words belong to a name of a work ("Stand By Your Man") or to somebody introduced in full."""
    if text[span.start : span.start + 3].lower() != "by ":
        return bool(_OF.match(text, span.end))
    before = text[max(0, span.start - 40) : span.start].split()[-2:]
    return len(before) == 2 and all(word[:1].isupper() for word in before)


_JOINS = frozenset({"and"})  # what follows is another clause as often as another handle
_BROKEN = re.compile(r"[A-Za-z] said $")
_FINITE = frozenset({"was", "is", "had", "has", "will", "would"})
_NO_SUBJECT_YET = screened(
    r"(?:\A|[.!?][”\"]? |\n)(?:(?:On|In|By|At|Since|After|Before|Last) \w+|Then|But|And|So|Now|Today|Yesterday),?\Z"
)
_GOES_ON = screened(r" (?:the|that|it|its|there|a|an|he|she|they) ")


def _belongs(text: str, span: Span) -> bool:
    if _BROKEN.search(text, max(0, span.start - 8), span.start + 1) and _GOES_ON.match(text, span.end):
        return False  # "The minister said @newsdesk the road …"
    before = re.findall(r"[\w’']+", text[max(0, span.start - 30) : span.start].lower())
    after = re.match(r" ([\w’']+)", text[span.end : span.end + 24])
    if text[span.start] != " ":
        return False  # stuck to the word or the mark before it
    if (
        after
        and after.group(1).lower() in _FINITE
        and _NO_SUBJECT_YET.search(text, max(0, span.start - 30), span.start)
    ):
        return True  # "On Monday @tide_jo was late"
    return bool(
        (before and before[-1] in shipped_lexicon("words-around-a-handle"))
        or (
            after
            and after.group(1).lower() not in _JOINS
            and after.group(1).lower() in shipped_lexicon("words-around-a-handle")
        )
        or text[max(0, span.start - 2) : span.start].strip().endswith(("(", ","))
    )
