"""Forms of print in which marks of the desk's are at home: footnotes, listings, scripts, tables."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from attribution_lint.model import Span
from attribution_lint.packs import shipped_lexicon

_NUMBERED = re.compile(r"\[(\d{1,3})\] ?")
_HOUR = re.compile(r"[ \t]*\d{1,2}(?:[.:]\d\d)? ?(?:am|pm)?\b")
_SPEECH = re.compile(r"^([A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+)?): (?=\S)", re.MULTILINE)
_DIRECTION = re.compile(r"\([A-Z][^()\n]{2,160}\.\)|\[[A-Z][^\[\]\n]{2,160}\.\]|(?:INT|EXT)\. [A-Z][^\n]{2,60}")
_RULE = re.compile(r"^\|(?: ?:?-{2,}:? ?\|)+ *$", re.MULTILINE)
_FEWEST_SPEECHES = 3
_LABELS = ("labels-credit", "labels-desk", "labels-note", "labels-photo", "labels-press", "labels-wire", "labels-site")


def is_footnote(text: str, span: Span) -> bool:
    """Whether a line with a number in brackets explains that number, which stands in the text before it."""
    number = _NUMBERED.match(text, span.start, span.end)
    return number is not None and f"[{number[1]}]" in text[: span.start]


def is_listed(text: str, span: Span) -> bool:
    """Whether a mark stands in a line of a listing, which opens with an hour: `8.00 Whose Shed? (HD)`."""
    return _HOUR.match(text, text.rfind("\n", 0, span.start) + 1, span.start) is not None


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
    if len(speakers) < 2 or sum(speakers.values()) < _FEWEST_SPEECHES or max(speakers.values()) < 2:
        return frozenset()
    return frozenset(name for name, count in found.items() if name in speakers or count > 1)


def is_of_a_table(text: str, span: Span) -> bool:
    """Whether a span stands in a row of a table of Markdown, in a text whose format makes nothing of it."""
    return text.startswith("|", text.rfind("\n", 0, span.start + 1) + 1) and _has_a_rule(text)


@lru_cache(maxsize=1)
def _has_a_rule(text: str) -> bool:
    """Whether a text has the row of dashes under the head of a table; asked of the same story span by span."""
    return _RULE.search(text) is not None
