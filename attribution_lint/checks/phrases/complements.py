"""Which small words may follow a word of attribution, kept as a table.

The table says of each head what it must not be followed by, what then must come, and what is right in its place.
The complements of verbs and nouns of saying are those of Huddleston and Pullum (2002), chapters 4 and 7.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Defect, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

_AUDIENCE = group("audience")
_BE = group("be")
_LISTENERS = group("listeners")
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "there"})
_OBJECTS = frozenset({"him", "her", "them", "me", "us"})
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "our"})
_OUTLETS = group("outlets")
_WRITTEN = group("written-in")
_REQUESTS = frozenset({"question", "questions", "request", "requests", "query", "queries"})
_CLAIMS = group("claims")
_NUMBERS = group("counting") | {"one", "half", "ten", "dozens", "hundreds", "thousands", "millions"}


_INTO = frozenset({"into", "out", "through", "around"})
_REACH = 8


@dataclass(frozen=True, slots=True)
class Row:
    """After one of the words, in the voice, one of the wrong words before what must follow; `right` for the wrong."""

    before: frozenset[str]
    wrong: frozenset[str]
    then: frozenset[str]
    right: tuple[str, ...]


@lru_cache(maxsize=1)
def _table() -> dict[str, list[Row]]:
    """Return the rows by each of their heads. A line reads `heads / wrong / what follows / right / words before`."""
    found: dict[str, list[Row]] = {}
    for line in sorted(shipped_lexicon("phrase-complements")):  # the first that fits tells
        heads, wrong, then, right, *before = (part.split() for part in line.split("/"))
        row = Row(frozenset(before[0] if before else ()), frozenset(wrong), frozenset(then), tuple(right))
        for head in heads:
            found.setdefault(head, []).append(row)
    return found


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _table()


def bad_complements(story: Story) -> Iterator[Issue]:
    """Yield the small words that a word of attribution does not take, and those that it lacks."""
    table = _table()
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        for row in table.get(word, ()):
            issue = _checked(story, number, row)
            if issue is not None:
                yield issue
                break


def _checked(story: Story, head: int, row: Row) -> Issue | None:
    after = story.word(head + 1)
    lost = "0" in row.wrong
    if not lost and after not in row.wrong:
        return None
    if story.word(head - 2) == "what":  # "what she told to Congress": what is told stands ahead
        return None
    at = head + (1 if lost else 2)
    if at >= story.sentence_end(head) or story.spoken[at] or story.text[head + 1] in QUOTE_MARKS:
        return None
    if lost and (story.is_capital(head) and head not in story.firsts):
        return None  # a title: *Talking Shop*
    if (
        lost
        and row.right == ("to",)
        and not _INTO.isdisjoint(story.lower[at : min(at + _REACH, story.sentence_end(head))])
    ):
        return None  # "talk the mayor into it"
    if row.before and not _any(story, head - 1, row.before, ahead=False):
        return None
    if not _any(story, at, row.then, ahead=True):
        return None
    here, right = story.text[head], row.right
    if lost and story.word(head + 2) == right[0] and story.word(head + 1) not in _BE:
        swapped = f"{here} {right[0]} {story.text[head + 1]}"
        slot, reason = f"{here.lower()} {right[0]} …", "two words are swapped"
        return Issue("swapped-words", story.span(head, head + 3), slot, reason, (swapped,), certain=True)
    if lost:
        first, last, defect = head, head + 2, "lost-word"
        fixes = tuple(f"{here} {word} {story.text[head + 1]}" for word in right)
    elif right == ("0",):
        first, last, defect = head, head + 2, "function-word"
        fixes = (here,)
    else:
        first, last, defect = head + 1, head + 2, "function-word"
        fixes = right
    reason = f"“{after}” does not belong in it" if defect == "function-word" else f"“{right[0]}” is missing"
    slot = here.lower() if right == ("0",) else f"{here.lower()} {right[0]} …"
    kind: Defect = "lost-word" if lost else "function-word"
    return Issue(kind, story.span(first, last), slot, reason, fixes, certain=True)


def _any(story: Story, at: int, wanted: frozenset[str], ahead: bool) -> bool:
    """Whether a word, or the kind of word in capitals, that the table asks for stands there."""
    word = story.word(at)
    if not 0 <= at < len(story):
        return "END" in wanted
    return word in wanted or any(kind.isupper() and _is(story, at, kind, ahead) for kind in wanted)


def _is(story: Story, at: int, kind: str, ahead: bool) -> bool:
    word, words = story.lower[at], story.words
    if kind == "AUDIENCE":
        return word in _AUDIENCE - _OBJECTS
    if kind == "LISTENER":
        return _ends_in(story, at, frozenset(words.persons) | _LISTENERS | (_AUDIENCE - _OBJECTS))
    if kind == "BODY":
        return story.is_name(at) or _ends_in(story, at, frozenset(words.organisations) | frozenset(words.persons))
    if kind == "SOURCE":
        return story.is_name(at) or (word in words.sources and word not in words.function) or word in DETERMINERS
    if kind == "NAMED":
        return story.is_name(at + 1) if word == "the" else story.is_name(at)
    if kind == "OUTLET":
        return word in _OUTLETS or (word == "the" and story.is_name(at + 1))
    if kind == "INSIDE":
        return word in _ARTICLES and _holds(story, at + 1, _WRITTEN)
    if kind == "REQUEST":
        return word in ("questions", "requests") or (word in _ARTICLES and _holds(story, at + 1, _REQUESTS))
    if kind == "CLAIM":
        return word in _CLAIMS or (word in _ARTICLES and _holds(story, at + 1, _CLAIMS))
    if kind == "DOCUMENT":
        return word in words.documents and story.is_plain(at)
    if kind == "NOUN":
        return story.is_name(at) or word in DETERMINERS
    if kind == "CLAUSE":
        return word in _PRONOUNS or word in ("the", "a", "his", "its", "their", "no")
    if kind == "NUMBER":
        return word in _NUMBERS or word[0].isdigit() or word == "$"
    if kind == "DAY":
        return word in CALENDAR
    if kind == "VERB":
        return any(form == "base" for form, _ in words.cues.get(word, ())) and word not in words.sources
    if kind == "ACTIVE":
        while story.word(at) in ("also", "later", "then", "had", "has", "have", "will", "would"):
            at -= 1
        word = story.word(at)
        if at < story.sentence_start(at) or word in _BE or at < 0 or story.spoken[at]:
            return False
        named = story.is_name(at) or word in words.speakers
        return word in _PRONOUNS or word == "who" or (named and word not in words.function)
    return kind == "END" and story.text[at] in (".", ",", ";")


def _holds(story: Story, at: int, nouns: frozenset[str]) -> bool:
    """Whether one of the nouns stands at a word or behind one that describes it."""
    return story.word(at) in nouns or (story.is_plain(at) and story.word(at + 1) in nouns)


def _ends_in(story: Story, at: int, nouns: frozenset[str]) -> bool:
    """Whether a determiner and up to two words more lead to one of the nouns, or a plural of them stands alone."""
    if story.lower[at] not in DETERMINERS:
        return story.lower[at] in nouns and story.lower[at].endswith(("s", "men", "women", "people", "police"))
    for n in range(at + 1, min(at + 4, story.sentence_end(at))):
        word = story.lower[n]
        if word in nouns:
            return True
        if not story.is_plain(n) or word in story.words.function:
            return False
    return False
