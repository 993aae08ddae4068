"""Spaces lost or put in at a bracket, a colon, a hyphen, a title or a quotation mark of a frame."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from msgspec import Struct

from attribution_lint.checks.phrases.agreement import is_finite_cue
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.spacing_issues import spacing_issue
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.model import Span
from attribution_lint.packs import shipped_lexicon
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
    for place in _places():
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
    post = story.word(story.analysis.words.at(match.end())).lstrip("-")  # a hyphen may be one with what follows
    return has_frame(story, number) and post in story.words.persons


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


_SIGNS = {"JOINED": re.compile(r"[a-zC][A-Z]"), "DATED": re.compile(r"\d[A-Z]"), "NUMBERED": re.compile(r"[a-z]\d")}
_MENDINGS: dict[str, Callable[[str], str]] = {
    "around": _around,
    "close-before": _closed_before,
    "close-up": _closed_up,
    "hyphenate": _hyphenated,
    "move": _moved,
    "page": _page,
    "part": _apart,
    "reopen": _reopened,
}
_HOLDS: dict[str, Callable[[Story, re.Match[str], int], bool]] = {
    "anywhere": _stands,
    "at-frame": _is_at_frame,
    "closes": _closes,
    "counted": _is_counted,
    "of-speaker": _is_of_speaker,
    "opens": _opens,
    "post": _is_post,
    "title": _is_title,
}


@cache
def _places() -> list[_Place]:
    """Return the places that the table knows."""
    found = []
    for line in sorted(shipped_lexicon("phrase-marks")):
        mending, holds, reason, signs, pattern = line.split(" / ", 4)
        marks = _SIGNS.get(signs) or tuple(sign for sign in signs.split("`") if sign)
        found.append(_Place(screened(pattern), marks, _MENDINGS[mending], reason, _HOLDS[holds]))
    return found
