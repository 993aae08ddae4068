"""A preposition between two words that stand side by side without it: `told FOR him`, `confirmed OF the split`.

How often two words are written side by side is counted in large corpora (Norvig 2009): where a word of attribution is
never written before the preposition, but often before the word behind it, the preposition is one too many.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import grammar_issue, has_object_ahead
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_HEADS = group("heads-of-links")
_LINKS = frozenset({"of", "to", "for", "with", "by", "from"})
_LED = frozenset({"led", "made", "brought", "given"})
_TIMES = frozenset({"first", "second", "third", "last", "next"}) | group("times") | {"century", "centuries", "decades"}
_FROM_A_PLACE = frozenset({"announced", "asked", "added", "declared", "warned", "told", "repeated", "insisted"})
_BE = group("be")
_BEHIND_PASSIVES = frozenset({"by", "of", "from", "with"})
_HEARD = 5
_OBJECTS = frozenset({"him", "her", "them", "me", "us", "that", "it"})


_MARGINS = frozenset({"margin", "margins", "majority", "majorities"})
_FAR = 9  # words from *of* to *that*


def _hears(story: Story, first: int) -> bool:
    """Whether somebody who can be told, or something that is said, stands in the phrase, and no mere place.

    Behind a quotation nothing else is said, and a body is the place: `“Any questions?” the judge asked from the bench`.
    """
    words = story.words
    quoted = any(mark in QUOTE_MARKS for mark in story.text[max(first - _HEARD - 1, 0) : first])
    for at in range(first, min(first + _HEARD, story.sentence_end(first))):
        word = story.lower[at]
        if word in words.persons or word in _OBJECTS:
            return True
        if not quoted and (word in words.documents or word in words.organisations):
            return True
        if at > first and (word in words.function or not story.is_plain(at)):
            return word == "that" or (at == first + 1 and story.is_name(at))
    return False


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _HEADS


def stray_links(story: Story) -> Iterator[Issue]:
    """Yield the prepositions of a story's frames that their neighbours are never written with."""
    for head, word in story.among(_matters):
        link, after = head + 1, story.word(head + 2)
        if word not in _HEADS or story.spoken[head] or story.word(link) not in _LINKS or not story.is_plain(link):
            continue
        opens = after in DETERMINERS or after in NOMINATIVE or after in _OBJECTS
        first_time = story.lower[link] == "for" and not _TIMES.isdisjoint((story.word(head + 3), story.word(head + 4)))
        if has_object_ahead(story, head):
            continue  # "the report he quoted to the committee"
        if story.lower[link] == "from" and word in ("says", "said", "speaking", "explained"):
            continue  # "says from his cell"
        if story.lower[link] == "from" and word in _FROM_A_PLACE and not _hears(story, link + 1):
            continue  # "the vicar announced from the pulpit", "she asked from the gallery"
        if story.lower[link] == "of" and any(mark in QUOTE_MARKS for mark in story.text[max(head - 4, 0) : head]):
            continue  # "…," Ms Roe said of the strain
        if story.lower[link] == "of" and "that" in story.lower[link : min(link + _FAR, story.sentence_end(head))]:
            continue  # "stated of the scandal that it was over"
        if story.lower[link] == "by" and not _MARGINS.isdisjoint(story.lower[link + 2 : link + 5]):
            continue  # "the town says by a wide margin"
        if story.lower[link] in _BEHIND_PASSIVES and story.word(head - 1) in _BE:
            continue  # "is alleged by that newspaper to have left", "is claimed of the road"
        if story.lower[link] == "with" and (after in ("a", "an") or story.word(head - 1) in story.words.documents):
            continue  # "the attendant announced with a bow", "the emails disclosed with the logs"
        if story.word(head + 3) == "effect":
            continue  # "has been quoted to the effect that"
        if story.lower[link] == "by" and story.word(head - 2) in _LED:
            continue  # "led to believe by the firm"
        if not opens or first_time or story.in_compound(head) or not story.is_plain(link + 1):
            continue
        if english.togetherness(word, story.lower[link]) or not english.togetherness(word, after):
            continue
        slot, reason = f"{word} …", f"“{story.text[link]}” does not belong in it"
        yield grammar_issue(story, "function-word", head, link + 1, slot, reason, story.text[head])
