"""A label of a page, a credit or a time stamp that a scraper left between two words of a story.

What stands in the middle of a sentence with a capital and reads like a button ("Share this article") fits nothing
around it: the words before it go on behind it. Between two sentences it has no full stop of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attribution_lint.alternatives import Alternatives
from attribution_lint.checks.boilerplate.bylines import is_no_byline
from attribution_lint.checks.boilerplate.naming import is_named
from attribution_lint.checks.boilerplate.print_forms import line_of
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import screened

_NOT_A_NAME = r"(?!(?:<opener>|Published|Updated|Posted)\b)"
_NAME = rf"{_NOT_A_NAME}[A-ZÀ-Þ][\w’'-]+(?: (?:[a-z]{{2,3}} )?{_NOT_A_NAME}[A-ZÀ-Þ][\w.’'-]*\w){{1,2}}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_TIME = (
    r"(?:\d{1,2}[:.]\d\d(?: ?[apAP]\.?[mM]\b\.?)?(?: [A-Z]{2,4}\b)?|\d{1,2} ?[ap]m\b"
    rf"|\d{{1,2}} {_MONTH}(?: \d{{4}})?"
    rf"|{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}}[hmd]\b(?: ago)?|\d{{1,2}} (?:hours?|hrs?|minutes?|mins?|days?) ago"
    r"|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4})"
)
_HANDLE = re.compile(r"@\w+")
_WORD_BEFORE = screened(r"[\w’'-]+[,;]? $")
_AFTER = screened(r" ([\w’'-]+)")
_NAMED = screened(r" [A-Z][\w’'-]+ [A-Z][\w’'-]+")
_END = '.!?…”")'
_SIGNED = re.compile("(?:By|BY|Written|Reported|Edited|Compiled|Story|Report) |Posted by ")
_PICTURE_AGENCY = "Getty Images"
_COUNTED = screened(r"@\w+$|\d+ (?!min|[A-Z])")
_PARTED = frozenset("·•|")  # a row of times is no length of time
_STAMPED = screened(r".*[A-Za-z] ?(?:Reporter|Correspondent|By|BY|Posted by|Written by|Reporting by) ?[A-Z]")
_STUCK = re.compile("[A-Z](?<=[a-z.!?”][A-Z])")
_OF_TIME = frozenset(
    {
        "about",
        "after",
        "and",
        "around",
        "at",
        "before",
        "between",
        "by",
        "from",
        "just",
        "near",
        "of",
        "on",
        "or",
        "past",
    }
    | {"roughly", "since", "than", "the", "till", "to", "until", "was", "is"}
)
_RUN_ON = re.compile("[a-z]ago[A-Z]| ago[A-Z]")
_OPEN_TOO = ("COMMENTS", "First", "Paid", "Sep")  # they begin a label, too, but are too common for words of labels
_TELLING = 4  # letters of such a word
_CLICKED = 30  # characters before a label in which a verb may say that somebody saw or pressed it


def inserts(analysis: Analysis) -> Iterator[tuple[str, Span]]:
    """Yield "byline" or "glued" and the place of each label in a sentence, between two, or stuck to a word."""
    if any(in_each(analysis, _has_opener)):
        for part, found in in_each(analysis, _inserts_in):
            yield from ((family, span.moved(part.start)) for family, span in found)


def _has_opener(analysis: Analysis) -> bool:
    text = analysis.text
    if "@" in text or not _openers().isdisjoint(analysis.words.text):
        return True
    if "ago" in text and _RUN_ON.search(text):
        return True
    return _STUCK.search(text) is not None and _stuck_openers().search(text) is not None


def _inserts_in(analysis: Analysis) -> list[tuple[str, Span]]:
    return list(_labels_in(analysis))


def _labels_in(analysis: Analysis) -> Iterator[tuple[str, Span]]:
    text, patterns, taken = analysis.text, None, 0
    for candidate in _candidates().finditer(text):
        start = candidate.start()
        if start < taken:
            continue
        patterns = _labels().possible(text) if patterns is None else patterns
        match = next((match for pattern in patterns if (match := pattern.match(text, start))), None)
        if match is None:
            continue
        span = Span(*match.span())
        taken = span.end
        if analysis.quotation_at(span.start) is None and _fits_nothing(text, span) and not is_named(analysis, span):
            yield "byline" if _SIGNED.match(match[0]) or _HANDLE.fullmatch(match[0]) else "glued", span


def _fits_nothing(text: str, span: Span) -> bool:
    """Whether the words on both sides show that the label is of neither."""
    label = text[span.start : span.end]
    if is_no_byline(label):
        return False
    before, after = text[max(0, span.start - 1) : span.start], _AFTER.match(text, span.end)
    if not before or before == "\n":
        return bool(after and _opens(after[1])) or text[span.end : span.end + 1].isupper()
    if before.isalnum() or before in _END:  # stuck to the word before it
        return label[0] != "@" and (before.islower() or before in _END)
    if before != " ":
        return False
    counted = bool(_COUNTED.match(label)) and _PARTED.isdisjoint(label) and not _STAMPED.match(label)
    if text[span.start - 2] in _END:
        return _is_between_sentences(text, span, after and after[1], counted)
    if counted and not _is_before_its_owner(text, span):
        return False
    word = _WORD_BEFORE.search(text, max(0, span.start - _CLICKED), span.start)
    if not word or not after:
        return False
    previous = word[0].rstrip(" ,;")
    if previous.lower() in shipped_lexicon("words-before-a-label"):
        return False
    if label[0].isdigit() and previous.lower() in _OF_TIME:
        return False
    if label.endswith(_PICTURE_AGENCY) and previous.lower() in shipped_lexicon("words-before-an-agency"):
        return False  # "sold by Getty Images and by Alamy"
    if " " not in label and not previous[0].islower():
        return False
    return (
        after[1][0].islower() or label[0] == "@" or (previous[0].isupper() and after[1][0].isupper() and " " in label)
    )


def _is_between_sentences(text: str, span: Span, word: str | None, counted: bool) -> bool:
    """Whether a label has no full stop and a sentence opens behind it with `word`, or the paragraph ends there."""
    if counted:
        known = bool(word and word[0].isupper() and word.lower() in shipped_lexicon("sentence-openers"))
        return known and (text[span.start] != "@" or _is_alone(text, span))
    if word and _opens(word):
        return True
    return text[span.end : span.end + 1] in ("", "\n") and " " in text[span.start : span.end]


def _is_before_its_owner(text: str, label: Span) -> bool:
    """Whether a label is the only handle of its paragraph and parts a word from a name: "champion @run Ada Moss"."""
    named = _NAMED.match(text, label.end) if text[label.start] == "@" and _is_alone(text, label) else None
    word = _WORD_BEFORE.search(text, max(0, label.start - _CLICKED), label.start) if named else None
    return (
        word is not None and word[0].islower() and word[0].rstrip(" ,;") not in shipped_lexicon("words-around-a-handle")
    )


def _is_alone(text: str, handle: Span) -> bool:
    """Whether a handle is the only one of its paragraph: a post is full of them."""
    return text.count("@", *line_of(text, handle)) == 1


def _opens(word: str) -> bool:
    return word[0].isupper() and (word.lower() in shipped_lexicon("sentence-openers") or not word.isupper())


@cache
def _labels() -> Alternatives:
    parts = sorted(shipped_lexicon("marks-inserted"), key=lambda part: (-len(part), part))
    openers = "|".join(sorted(word.capitalize() for word in shipped_lexicon("sentence-openers")))
    filled = (part.replace("<name>", _NAME).replace("<time>", _TIME).replace("<opener>", openers) for part in parts)
    return Alternatives(rf"(?:(?<![\w@])|(?<=[a-z]))(?:{part})(?![a-z])" for part in filled)


@cache
def _candidates() -> re.Pattern[str]:
    """Where a label could begin: at a sign, a figure, or a capital that with the next letters begins such a word.

    The first item is a set of characters, which `re` runs ahead to; what it asks of them comes behind.
    """
    following: dict[str, set[str]] = {}
    for word in (*_openers(), *_OPEN_TOO):
        if len(word) > 1 and "A" <= word[0] <= "Z":
            following.setdefault(word[0], set()).add(re.escape(word[1:_TELLING]))
    capitals = "|".join(f"(?<={first})(?={'|'.join(sorted(rest))})" for first, rest in sorted(following.items()))
    return re.compile(
        rf"[{''.join(following)}\d@\[–—*~|-](?:{capitals}|(?<=[@\[])|(?<=\b\d)\d{{0,2}}[ -](?=[a-zA-Z])"
        r"|(?<=\b\d)\d?:\d\d ?[AP]M"
        r"|(?<= [-–—*~|]) ?(?=[A-Z]))"
    )


@cache
def _stuck_openers() -> re.Pattern[str]:
    """A word of a label stuck to the word before it: "at midnightBy Ada Moss"."""
    words = sorted(word for word in _openers() if "A" <= word[0] <= "Z")
    firsts = "".join(sorted({word[0] for word in words}))
    return re.compile(rf"[{firsts}](?<=[a-z.!?”][A-Z])(?:{'|'.join(rf'(?<={w[0]}){w[1:]}' for w in words)})(?![a-z])")


@cache
def _openers() -> frozenset[str]:
    """The words with which a label can begin; a story without any of them has none."""
    return shipped_lexicon("words-of-labels")
