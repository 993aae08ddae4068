"""Spaces lost or put in at a bracket, a colon, a hyphen, a title or a quotation mark of a frame."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from attribution_lint.checks.phrases.agreement import is_finite_cue
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.spacing_issues import spacing_issue
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.model import Span
from attribution_lint.patterns import screened

_TRUE_NAMES = group("titles-in-names")
_CUES = ("said", "says", "told", "added")


class _Place(Struct, frozen=True):
    """A pattern, the signs without one of which it need not be looked for, what mends it, why, and what else holds.

    Signs are strings, or a pattern that is found sooner.
    """

    pattern: re.Pattern[str]
    signs: tuple[str, ...] | re.Pattern[str]
    mend: Callable[[str], str]
    reason: str
    holds: Callable[[Story, re.Match[str], int], bool]


def spaces_at_marks(story: Story) -> Iterator[Issue]:
    """Yield the spaces that are wrong at a mark in or beside a frame."""
    text = story.analysis.text
    for place in _PLACES:
        if not _is_marked(text, place.signs):
            continue
        for match in place.pattern.finditer(text):
            number = story.analysis.words.at(match.start())
            if number < len(story) and place.holds(story, match, number):
                yield spacing_issue("comma-space", Span(*match.span()), place.mend(match.group()), place.reason)


def _is_marked(text: str, signs: tuple[str, ...] | re.Pattern[str]) -> bool:
    if isinstance(signs, tuple):
        return any(sign in text for sign in signs)
    return signs.search(text) is not None


def _is_at_frame(story: Story, match: re.Match[str], number: int) -> bool:
    """Whether somebody says something near by, or a cue is glued to the mark, so that no word of its own shows it."""
    return has_frame(story, number) or story.analysis.text.startswith(_CUES, match.end())


def _opens(story: Story, match: re.Match[str], number: int) -> bool:
    """Whether a quotation mark opens: by its form, or as an even number of straight ones stands before it."""
    return _marks_before(story, match) % 2 == 0 and has_frame(story, number)


def _closes(story: Story, match: re.Match[str], number: int) -> bool:
    return _marks_before(story, match) % 2 == 1 and _is_at_frame(story, match, number)


def _marks_before(story: Story, match: re.Match[str]) -> int:
    """Count the straight marks of a paragraph before a match; of a curly one the form tells whether it opens."""
    text = story.analysis.text
    mark = next(character for character in text[match.start() : match.end() + 1] if character in "\"“”'’")
    if mark in "“”’":
        return int(mark != "“")
    if mark == "'":
        return 1  # others may be apostrophes, so that none can be counted
    return text.count(mark, text.rfind("\n", 0, match.start()) + 1, match.start())


def _is_of_speaker(story: Story, match: re.Match[str], number: int) -> bool:
    """Whether a name in two parts is a source's: a cue stands right behind it, or right before it."""
    past = story.analysis.words.at(match.end())
    first = number - 1
    while story.is_capital(first) or story.word(first) == "the":
        first -= 1
    return is_finite_cue(story.word(past), story.words) or story.word(first) in _CUES


def _is_post(story: Story, match: re.Match[str], number: int) -> bool:
    return has_frame(story, number) and story.word(story.analysis.words.at(match.end())) in story.words.persons


def _is_title(story: Story, match: re.Match[str], number: int) -> bool:
    text = story.text[number]
    letters = text.startswith(("PC", "WPC", "DCI")) and not has_frame(story, number)
    return not story.recurs(text) and story.lower[number] not in _TRUE_NAMES and not letters


def _is_counted(story: Story, match: re.Match[str], number: int) -> bool:
    """Whether a number counts the pages: `a FORTY page ruling`."""
    count = match.group().split()[1]
    return count.isdigit() or count.lower().rpartition("-")[0] in _TENS or count.lower() in _TENS | group("counting")


_TENS = frozenset({"ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred"})


def _stands(story: Story, match: re.Match[str], number: int) -> bool:
    """Whether the place is in the writer's own words: what is wrong there is so in every sentence."""
    return not story.spoken[number]


def _closed_up(found: str) -> str:
    return found.replace(" ", "")


def _closed_before(found: str) -> str:
    return '," '


def _page(found: str) -> str:
    return found.removesuffix(" page") + "-page"


def _reopened(found: str) -> str:
    return " ("


def _moved(found: str) -> str:
    return found.strip() + " "


def _around(found: str) -> str:
    return f" {found}"


def _hyphenated(found: str) -> str:
    return found.replace(" ", "-")


def _apart(found: str) -> str:
    return found + " "


_NO_SPACE, _INSIDE = "no space belongs before this mark", "no space belongs inside this mark"
_JOINED, _DATED, _NUMBERED = re.compile(r"[a-zC][A-Z]"), re.compile(r"\d[A-Z]"), re.compile(r"[a-z]\d")
_Row = tuple[
    str,
    tuple[str, ...] | re.Pattern[str],
    Callable[[str], str],
    str,
    Callable[[Story, re.Match[str], int], bool],
]
_ROWS: tuple[_Row, ...] = (
    (r"(?<=\s)\( (?=[A-Za-z])|(?<=\w) \)(?=[\s,.;])", ("( ", " )"), _closed_up, _INSIDE, _is_at_frame),
    (r"(?<=[a-z]{3})(?=\([A-Z][A-Za-z&]{1,6}\))", ("(",), _apart, "a space is missing", _is_at_frame),
    (r"(?<=[A-Z])\)(?=(?:said|says|told|added)\b)", (")",), _apart, "a space is missing", _is_at_frame),
    (r"(?<=[a-z])\( (?=[A-Z]{2,6}\))", ("( ",), _reopened, "the space belongs before the bracket", _is_at_frame),
    (r"(?<=[a-z]) ['’]s(?= [a-z])", (" '", " ’"), _closed_up, "no space belongs at the apostrophe", _stands),
    (
        r"(?<=[A-Z]) \.(?=[A-Z][a-z])|(?<=[a-z]) \.(?=[A-Z][a-z])",
        (" .",),
        _moved,
        "the space belongs behind it",
        _is_at_frame,
    ),
    (r"(?<=\s)@ (?=[a-z]\w{3})", ("@ ",), _closed_up, _INSIDE, _is_at_frame),
    (r"(?<=\w )[–—](?=[a-z])", (" –", " —"), _apart, "a space is missing behind the dash", _is_at_frame),
    (r"(?<=[a-z])& (?=[A-Z])", ("& ",), _around, "a space is missing", _is_at_frame),
    (
        r"\b\d{1,2}(?=(?:January|February|March|April|June|July|August|September|October|November|December)\b)",
        _DATED,
        _apart,
        "a space is missing",
        _stands,
    ),
    (
        r"\b(?:[Pp]aragraph|[Pp]age|[Aa]rticle|[Ss]ection|[Cc]lause|[Cc]hapter|[Ee]xhibit)(?=\d)",
        _NUMBERED,
        _apart,
        "a space is missing",
        _stands,
    ),
    (
        r"\b(?:editor|commander|father|mother|brother|sister|son|daughter|Editor|Commander) in(?=-(?:chief|law)\b)",
        (" in-",),
        _hyphenated,
        "it is written with hyphens",
        _stands,
    ),
    (
        r"\b(?:two|three|four|five|six|eight|ten|twelve|\d{1,3})- (?=(?:day|week|month|year|page|hour|member)\b)",
        ("- ",),
        _closed_up,
        "no space belongs behind the hyphen",
        _is_at_frame,
    ),
    (r", \"(?=(?:said|says|added|asked)\b)", (', "',), _closed_before, "the space belongs behind it", _closes),
    (r"(?<=\w) +[?!](?=[\"”])", (" ?", " !"), _closed_up, _NO_SPACE, _is_at_frame),
    (r"\b(?:of|in|at|for|by|from|with|to)(?=[A-Z][a-z]{2,}\b)", _JOINED, _apart, "a space is missing", _stands),
    (r"(?<=\b[Oo]n )be half(?= of\b)", ("be half",), _closed_up, "it is one word", _stands),
    (
        r"\b(?:a|an|the|its|his|her|their) [\w-]+ page(?= (?:report|ruling|document|letter|complaint)\b)",
        (" page ",),
        _page,
        "it is written with a hyphen",
        _is_counted,
    ),
    (r"(?<=[a-z] )\" (?=[a-z])", ('" ',), _closed_up, _INSIDE, _opens),
    (r"(?<=[a-z]) +:(?= ?[\"“])", (" :",), _closed_up, _NO_SPACE, _is_at_frame),
    (r"(?<=[,:] )[\"“] (?=[A-Z])", ('" ', "“ "), _closed_up, _INSIDE, _opens),
    (r"(?<=\w[,.?!]) +[\"”'’](?= )", (' "', " ”", " '", " ’"), _closed_up, _INSIDE, _closes),
    (r"(?<=\w) +,['’](?= )", (" ,",), _closed_up, _NO_SPACE, _closes),
    (r"(?<=[a-z]{2})[.,](?=[\"“][A-Z][a-z’']* )", ('."', ".“", ',"', ",“"), _apart, "a space is missing", _opens),
    (r"\b[A-Z][a-z]+(?: -|- )[A-Z][a-z]+\b", (" -", "- "), _closed_up, "it is one name", _is_of_speaker),
    (r"\b(?:co|vice|ex) - (?=[a-z])", (" - ",), _closed_up, "no space belongs at the hyphen", _is_post),
    (
        r"\b(?:Dr|Mr|Mrs|Ms|Prof|Sgt|Capt|Supt|Cllr|Judge|Justice|Sheikh|PC|WPC|DCI)(?=[A-Z][a-z]{2})",
        _JOINED,
        _apart,
        "a space is missing after the title",
        _is_title,
    ),
)
_PLACES = tuple(_Place(screened(pattern), signs, mend, reason, holds) for pattern, signs, mend, reason, holds in _ROWS)
