"""What breaks a sentence off that goes on behind it: words of a page, a running head, a line of code.

The lexicon of labels (`inserts.py`) knows labels one by one. Here a stretch between two words of a sentence is told by
what it is made of and by the break: a capital stands where none belongs, a full stop before a small letter, a number
before an article, and without the stretch the sentence is whole.
"""

from __future__ import annotations

from calendar import day_name, month_abbr, month_name
from collections.abc import Iterator

from attribution_lint.checks.boilerplate.naming import is_named
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import screened

_LONGEST = 16  # words of a stretch
_ENOUGH = 3  # of what speaks for a stretch
_STOPS = frozenset({".", "!", "?", "…", "..."})
_PARTING = frozenset("|/·•:()[]–—-×") | {"--", "▶", "►", "↑", "→", "©"}
_COUNTING = frozenset("·•|/")
_CLOCK = screened(r"\d{1,2}:\d\d(?::\d\d)?|\d[\d.,]*[kKmM]?")
# What a sentence cannot stop behind: another word of it must follow.
_HANGING = (
    frozenset({"a", "an", "the", "his", "her", "its", "their", "this", "that", "these", "those", "every", "each"})
    | {"is", "are", "was", "were", "be", "been", "had", "has", "have", "will", "would", "can", "could", "may", "might"}
    | {"must", "should", "to", "not", "and", "or", "but", "that", "which", "who", "than", "as", "if", "because"}
    | {"of", "in", "on", "at", "by", "for", "from", "with", "into", "about", "after", "before", "since", "until"}
)
_OF_NAMES = frozenset(
    {"a", "an", "the", "his", "her", "its", "their", "this", "that", "every", "each", "called", "named"}
) | {"on", "by", "with", "from", "via", "of", "for", "at", "in", "and", "or", "as", "like", "to", "into"}
_MONTHS = frozenset(month.lower() for names in (month_name, month_abbr) for month in names if month)
_DAYS = frozenset(name.lower() for name in day_name) | _MONTHS
_OF_TIME = frozenset({"on", "in", "by", "since", "until", "of", "last", "next", "this"})
_SMALL = frozenset({"in", "up", "on", "out", "to", "off", "down"})
_ENTERING = frozenset({"sign", "log", "signed", "logged", "scroll"})
_AMOUNTS = frozenset({"more", "less", "all", "now"})
_FINITE = frozenset({"has", "have", "had", "is", "are", "was", "were", "will", "would", "can", "could", "said", "says"})
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "this", "these", "those", "our", "my"})
_MADE_OF = frozenset(
    {"button", "buttons", "link", "links", "icon", "icons", "tab", "option", "options", "feature", "features", "page"}
    | {"section", "menu", "tool", "function", "box", "key", "sign", "banner", "prompt", "message", "notice", "channel"}
    | {"app", "platform", "team", "account", "campaign", "podcast", "programme", "program", "series", "column", "song"}
    | {"service", "label", "labels", "command", "commands", "page's", "logo", "photographer", "magazine", "bill", "act"}
)


def interruptions(analysis: Analysis) -> Iterator[Span]:
    """Yield in order the stretches of a page's words that break a sentence off, outside quotations."""
    for part, found in in_each(analysis, _interruptions_in):
        yield from (span.moved(part.start) for span in found)


def _interruptions_in(analysis: Analysis) -> list[Span]:
    acts, words, lower = shipped_lexicon("words-of-buttons"), analysis.words.text, analysis.words.lower
    said = [number for number, word in enumerate(lower) if word in acts]
    counted = len(said) > 1 and not _COUNTING.isdisjoint(analysis.text)
    if counted or any(words[number][0].isupper() and number and words[number - 1] not in _STOPS for number in said):
        return list(_stretches(analysis))
    return []


def _stretches(analysis: Analysis) -> Iterator[Span]:
    words, lower = analysis.words.text, analysis.words.lower
    acts, others = shipped_lexicon("words-of-buttons"), shipped_lexicon("words-beside-buttons")
    taken = 0
    for number in range(1, len(words) - 1):
        if number < taken or not (words[number][0].isupper() or words[number][0].isdigit()):
            continue
        before = words[max(number - 1 - (words[number - 1] == ","), 0)]
        capital = words[number][0].isupper()
        if before.lower() in _MONTHS:
            continue
        if before in acts or (capital and before[0].isupper()) or not (before[-1].islower() or before.isdigit()):
            continue
        end = _end(words, lower, number, acts, others)
        if end is None or end >= len(words) or not _goes_on(words[end], before):
            continue
        if _weight(words, lower, number, end, acts, others) < _ENOUGH:
            continue
        span = Span(analysis.words.start[number], analysis.words.end[end - 1])
        if analysis.quotation_at(span.start) is None and not is_named(analysis, span):
            taken = end
            yield span


def _goes_on(word: str, before: str) -> bool:
    """Whether a word goes on with a sentence, behind `before` at once where it has a capital."""
    return word[0].isalpha() and (word.islower() or before in _HANGING)


def _end(words: list[str], lower: list[str], first: int, acts: frozenset[str], others: frozenset[str]) -> int | None:
    """The word past the last one of a stretch of a page's words that begins at `first`; None if it is none."""
    end, last = first, None
    while end < len(words) and end - first < _LONGEST:
        word = lower[end]
        if word in _STOPS and last is not None and end == last:
            return end + 1
        spoken = words[end][0].isupper() and (word in others or word in _MONTHS)
        previous = lower[end - 1] if end > first else ""
        entering = (word in _SMALL and previous in _ENTERING) or (word in _AMOUNTS and previous in acts)
        if word in acts or spoken or entering or _CLOCK.fullmatch(word):
            last = end + 1
        elif word not in others and word not in _PARTING and word not in _MONTHS:
            break
        elif word in ")]" and last is not None:
            last = end + 1
        end += 1
    return last


def _weight(
    words: list[str], lower: list[str], first: int, end: int, acts: frozenset[str], others: frozenset[str]
) -> int:
    """What speaks for a stretch: its words, its marks, and how the words around it fit together without it."""
    inside = range(first, end)
    said = [number for number in inside if lower[number] in acts]
    counted = len(said) > 1 and not _COUNTING.isdisjoint(lower[first:end])  # "3k views · 14 comments"
    if not said or not (counted or any(words[number][0].isupper() for number in said)):
        return 0
    weight = sum(1 if words[number][0].isupper() else 0.5 for number in said)
    weight += sum(0.5 for number in inside if lower[number] in others and number not in said)
    weight += any(_CLOCK.fullmatch(word) for word in lower[first:end])
    weight += sum(lower[number - 1] == "to" for number in said if number > first)
    weight += any(word in _PARTING for word in lower[first:end])
    weight += 2 * (lower[end - 1] in _STOPS)
    before, after = lower[first - 1], lower[end]
    if after in _MADE_OF:
        return 0
    if all(words[number].istitle() for number in inside):
        weight -= 1  # it could be a title
    if lower[end - 1] in _SMALL and after in _FINITE:
        weight += 1
    if before in _OF_TIME and after in _DAYS:
        weight += 2
    elif before in shipped_lexicon("words-before-a-label") or before in _OF_NAMES:
        weight -= 1
    elif before in _HANGING:
        weight += 1
    if after in _ARTICLES:
        weight += 1
    return int(weight)
