"""What a word of attribution governs: which small words may follow it, kept as a table with an example of each row.

The table says of each head what it must not be followed by, what then must come, and what is right in its place.
The complements of verbs and nouns of saying are those of Huddleston and Pullum (2002), chapters 4 and 7.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import has_object_ahead, means_words, noun_follows
from attribution_lint.checks.phrases.governed import stands_there
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Defect, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

_BE = group("be")
_INTO = frozenset({"into", "out", "through", "around", "round", "down", "up", "over"})
_REACH = 8


class Row(Struct, frozen=True):
    """After one of the words, in the voice, one of the wrong words before what must follow; `right` for the wrong."""

    before: frozenset[str]
    wrong: frozenset[str]
    then: frozenset[str]
    right: tuple[str, ...]


@lru_cache(maxsize=1)
def _table() -> dict[str, list[str]]:
    """Return the lines, yet to be read, by each of their heads, which come first."""
    found: dict[str, list[str]] = {}
    for line in sorted(shipped_lexicon("phrase-government")):  # the first that fits tells
        for head in line.partition(" / ")[0].split():
            found.setdefault(head, []).append(line)
    return found


@cache
def _row(line: str) -> Row:
    """Return the row of a line: `heads / wrong / what follows / right / words before`."""
    _, wrong, then, right, *before = (part.split() for part in line.split("/"))
    return Row(frozenset(before[0] if before else ()), frozenset(wrong), frozenset(then), tuple(right))


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _table()


def bad_government(story: Story) -> Iterator[Issue]:
    """Yield the small words that a word of attribution does not take, and those that it lacks."""
    table = _table()
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        for line in table.get(word, ()):
            issue = _checked(story, number, _row(line))
            if issue is not None:
                yield issue
                break


def _takes_to(story: Story, verb: int) -> bool:
    """Whether a *to* behind a verb is its own, before those who are spoken to: `authorised speak to the press`."""
    return story.word(verb) in _SPEAK and noun_follows(story, verb + 2)


_SPEAK = frozenset({"speak", "talk", "respond", "reply", "testify", "appeal", "answer"})


def _checked(story: Story, head: int, row: Row) -> Issue | None:
    after = story.word(head + 1)
    lost = "0" in row.wrong
    if not lost and after not in row.wrong:
        return None
    if after == "by" and story.lower[head].endswith("ing") and story.word(head - 1) in _BE:
        return None  # "was citing by": a passive was meant, whose participle is wrong
    if lost and means_words(story, head):
        return None  # "She knew the words and first spoke them in 1963"
    if story.word(head - 2) == "what" or (not lost and has_object_ahead(story, head)):
        return None  # "what she told to Congress", "the story she told to police": what is told stands ahead
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
    if not lost and story.text[at][0].isalnum() and story.in_compound(at):
        return None
    if row.before and not stands_there(story, head - 1, row.before):
        return None
    if not stands_there(story, at, row.then):
        return None
    here, right = story.text[head], row.right
    infinitive = right[0] == "to" and (english.can_be_verb(story.word(head + 3)) or _takes_to(story, head + 1))
    if lost and story.word(head + 2) == right[0] and story.word(head + 1) not in _BE and not infinitive:
        swapped = f"{here} {right[0]} {story.text[head + 1]}"
        slot, reason = f"{here.lower()} {right[0]} …", "two words are swapped"
        return Issue("swapped-words", story.span(head, head + 3), slot, reason, (swapped,), certain=True)
    if lost and right[0].startswith("="):
        told, slot = right[0][1:], f"{here.lower()} …"
        return Issue("said-told", story.span(head, head + 1), slot, f"a listener takes “{told}”", (told,), certain=True)
    if lost:
        first, last, defect = head, head + 2, "lost-word"
        fixes = tuple(f"{here} {word} {story.text[head + 1]}" for word in right)
    elif right[0].startswith("="):
        first, last, defect = head, head + 2, "function-word"
        told = right[0][1:].replace("_", " ")
        fixes = (told.capitalize() if here[0].isupper() else told,)
    elif right == ("0",):
        first, last, defect = head, head + 2, "function-word"
        fixes = (here,)
    else:
        first, last, defect = head + 1, head + 2, "function-word"
        fixes = tuple(word.replace("_", " ") for word in right)
    reason = f"“{after}” does not belong in it" if defect == "function-word" else f"“{right[0]}” is missing"
    slot = here.lower() if right == ("0",) or right[0].startswith("=") else f"{here.lower()} {right[0]} …"
    kind: Defect = "lost-word" if lost else "function-word"
    return Issue(kind, story.span(first, last), slot, reason, fixes, certain=True)
