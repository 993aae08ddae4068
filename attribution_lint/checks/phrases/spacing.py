"""Spaces lost or put in at a comma, a full stop or a quotation mark of a frame."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution_lint.checks.phrases.agreement import is_finite_cue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.spacing_issues import spacing_issue
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.model import Span
from attribution_lint.patterns import screened

_LOOSE = screened(r"(?<=[\w\"”'’)]) +,(?= |$)|(?<=[a-z]) +\.(?= [A-Z]|\s*$)", re.MULTILINE)
_MOVED = re.compile(r"(?<=[\w\"”]) +,(?=[A-Za-z])")
_INSIDE = re.compile(r"(?<=\w) +,(?=[\"”])")
_GLUED = re.compile(r"(?<=[a-z\"”]),(?=[A-Za-z])")
_STOP = re.compile(r"(?<=[a-z]{2})\.(?=(?:The|He|She|They|In|But|It|A|According)\s|[A-Z][a-z]+ (?:said|says|told)\b)")
_TITLED = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|Sgt|Capt|Col|Gen|Lt|Sen|Rep|Gov|Rev|Supt|Insp|Cllr|Hon)\.(?=[A-Z][a-z])")
_CLOSED = re.compile(r"(?<!\([a-zA-Z])\)(?=[a-z]{2})")
_OWNERS = re.compile(r"(?<=[a-z]s)['’](?=[a-z]{4})")
_GAP = screened(r"(?<=[a-z,]) {2,}(?=(?:said|says|told|according|added)\b)|(?<=\b(?:said|told)) {2,}(?=\w)")
_MARK = re.compile(r"[,.?!][\"”](?=[A-Za-z])")
_OPEN = screened(
    r"\b(?:said|says|added|adds|wrote|writes|replied|replies|responded|asks|argued|insisted|warned|joked|tweeted|"
    r"recalled|told \w+|asked|saying|according to \w+)[,:](?=[\"“]\w)"
)
_OPEN_AT_ONCE = screened(r"\b(?:said|says|saying|added|wrote)(?=[\"“][A-Za-z])")
_OWNER = re.compile(r"(?<=[a-z]{2})(?: ['’]|['’] )s(?= [a-z])|(?<=did) n['’]t(?= )")
_OPENED = screened(r"“ +(?=[A-Z])|^\" +(?=[A-Z])", re.MULTILINE)
_NEVER_BEFORE_COMMA = {"a", "an", "the", "his", "her", "their", "its"} | group("links") - {
    "according",
    "as",
    "in",
    "on",
}
_BEFORE_QUOTATION = "a space is missing before the quotation"
_SAID = frozenset({"said", "told", "says", "tells"})


def bad_spacing(story: Story) -> Iterator[Issue]:
    """Yield the spaces that are wrong at a comma, a full stop or a quotation mark in or beside a frame."""
    text = story.analysis.text
    for pattern, signs, right, reason in (  # without one of the signs the pattern need not be looked for
        (_LOOSE, (" ,", " ."), None, "no space belongs before this mark"),
        (_MOVED, (" ,",), ", ", "the space belongs behind the comma"),
        (_GAP, ("  ",), " ", "a space too many"),
        (_GLUED, (",",), ", ", "a space is missing after the comma"),
        (_STOP, (".",), ". ", "a space is missing after the full stop"),
        (_TITLED, (".",), None, "a space is missing after the title"),
        (_CLOSED, (")",), ") ", "a space is missing after the bracket"),
        (_OWNERS, ("s'", "s’"), None, "a space is missing after the apostrophe"),
        (_INSIDE, (" ,",), None, "no space belongs before this mark"),
        (_MARK, ('"', "”"), None, "a space is missing after the quotation"),
        (_OPEN, (',"', ",“", ':"', ":“"), None, _BEFORE_QUOTATION),
        (_OPEN_AT_ONCE, ('d"', 's"', 'g"', 'e"', "d“", "s“", "g“", "e“"), None, _BEFORE_QUOTATION),
        (_OWNER, (" '", "' ", " ’", "’ ", " n"), None, "no space belongs at the apostrophe"),
        (_OPENED, ("“ ", '" '), None, "no space belongs behind this mark"),
    ):
        if not any(sign in text for sign in signs):
            continue
        for match in pattern.finditer(text):
            number = story.analysis.words.at(match.start())
            if number >= len(story) or not (
                _holds_cue(text, match, pattern)
                or _near_frame(story, number, glued=pattern is _GLUED, titled=pattern is _TITLED)
            ):
                continue
            if pattern is _OPEN_AT_ONCE and not _opens(text, match.end()):
                continue
            if pattern is _OWNERS and not _is_owner(story, match):
                continue
            fixed = right if right is not None else _respaced(match.group(), pattern)
            if pattern is _MARK and _opens(text, match.end() - 1) and match.group()[-1] == '"':
                fixed = f"{match.group()[0]} {match.group()[-1]}"
            if right == ", " and _takes_no_comma(story, match):
                fixed, reason = " ", "no comma belongs here, but a space"
            yield spacing_issue("comma-space", Span(*match.span()), fixed, reason)


def _holds_cue(text: str, match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Whether a cue is glued to the mark, so that no word of the sentence shows it."""
    if pattern in (_MARK, _GLUED, _MOVED) and text.startswith(_CUES, match.end()):
        return True
    return pattern in (_OPEN, _OPEN_AT_ONCE) or (pattern is _CLOSED and text.endswith(_CUES, 0, match.start()))


_CUES = ("said", "says", "told", "added")


def _opens(text: str, mark: int) -> bool:
    """Whether a quotation mark opens: by its form, or as an even number of straight ones stands before it."""
    return text[mark] != '"' or text.count('"', 0, mark) % 2 == 0


def _is_owner(story: Story, mark: re.Match[str]) -> bool:
    """Whether a plural owns what is glued to its apostrophe: `the growers'association`."""
    text = story.analysis.text
    owned = _WORD.match(text, mark.end())
    words, owner = story.words, text[: mark.start()].rsplit(None, 1)[-1].lower()
    if owned is None:
        return False
    many = "plural" in (words.persons.get(owner), words.organisations.get(owner))
    return many and (owned[0] in words.sources or owned[0] in words.occasions or owned[0] in _POSSESSED)


_POSSESSED = group("possessed")
_WORD = re.compile(r"[a-z]+")


def _respaced(found: str, pattern: re.Pattern[str]) -> str:
    if pattern is _OWNER:
        return found.replace(" ", "")
    return found.strip() if pattern in (_LOOSE, _INSIDE, _OPENED) else found + " "


def _takes_no_comma(story: Story, comma: re.Match[str]) -> bool:
    """Whether a comma parts an article or a preposition from its noun, a cue from its source or a subject from it."""
    before = story.analysis.words.at(comma.start()) - 1
    after = story.analysis.words.at(comma.end())
    if story.word(before) in _NEVER_BEFORE_COMMA:
        return True
    if story.word(before) in _SAID:
        return story.word(after) in DETERMINERS or story.word(after) == "that" or story.is_capital(after)
    opens = story.is_first(before) or (story.is_first(before - 1) and story.word(before - 1) in DETERMINERS)
    return opens and story.word(before) in story.words.speakers and is_finite_cue(story.word(after), story.words)


def _near_frame(story: Story, number: int, *, glued: bool, titled: bool) -> bool:
    """Whether the place lies in a sentence that attributes; a glued name must itself be followed by its cue."""
    low, high = story.sentence_start(number), story.sentence_end(number)
    cues = story.words.frequent_cues
    if titled:
        return any(word in story.words.cues for word in story.lower[low:high])
    if not glued:
        return any(story.lower[n] in cues or story.lower[n] == "according" for n in range(low, high))
    after = number + 1
    if after < len(story) and story.is_capital(after):
        if story.lower[low] == "according" and "," not in story.text[low:number]:
            return True  # nothing but the clause follows what is according to somebody
        return story.word(number - 1) in _SAID or breaks_in(story, after) is False or _is_listed(story, number)
    return any(story.lower[n] in cues or story.lower[n] == "according" for n in range(low, high))


def _is_listed(story: Story, comma: int) -> bool:
    """Whether a comma stands among the names of several sources: `according to Ada Lomond, Faye Imrie,Owen Stacey`."""
    at = comma - 1
    while at > story.sentence_start(comma) and (story.is_capital(at) or story.text[at] in (",", ".", "and")):
        at -= 1
    return at < comma - 2 and (
        story.lower[at] in _SAID or (story.lower[at] == "to" and story.word(at - 1) == "according")
    )


def breaks_in(story: Story, name: int) -> bool | None:
    """Whether a name glued to a comma breaks into the clause.

    False if it speaks, or says who the speaker just named is (“said the secretary,Ada Moss.”); None if neither.
    """
    at = name
    while at < len(story) and (story.is_capital(at) or story.text[at] in (".", "-")):
        at += 1
    if story.word(at) in story.words.cues or (
        story.text[at : at + 1] == [","]
        and any(story.lower[n] in story.words.frequent_cues for n in range(at, min(at + 12, story.sentence_end(name))))
    ):
        return False
    if story.word(at) in ("with", "for", "of", "at") and at > name + 1:
        return True
    ended = story.word(at) == "," or story.word(at - 1) == "."
    if ended and at > name + 1 and story.word(name - 2) in story.words.persons:
        return False
    return None
