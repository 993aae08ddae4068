"""A participle by which somebody speaks that is another's: `SPEEDING outside the court, the advocate said it was`.

Before or behind the one who says something a participle tells where or on what (Quirk et al. 1985, 15.60). Many verbs
may stand there; one that looks or sounds like a verb of speaking and fits the place worse is a slip for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.cues import cue_issue
from attribution_lint.checks.phrases.fitting import better
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.similar import similarity, sound
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_ALIKE, _MUCH_ALIKE, _GAIN = 0.7, 0.8, 1.5
"""How alike the two must be, also where an object follows, and how much better the other must fit."""
_SOMEWHERE, _OF_OBJECTS = group("speaking-somewhere"), group("speaking-of-objects")
_SPEAKING = _SOMEWHERE | _OF_OBJECTS | {"according"}
_OF_SOURCES = frozenset({"citing", "quoting"})
_HARDLY_ALIKE = 0.55
"""How alike the two must be where what is cited can be nothing but a source."""
_INFORMED = group("informed-sources")
_LINKS = frozenset({"in", "at", "on", "to", "from", "outside", "before", "after", "during", "via", "through", "of"})
_LONGEST, _SHORT, _REACH = 14, 6, 8


@lru_cache(maxsize=256)
def _like(word: str) -> tuple[str, ...]:
    """Return the participles of speaking that look or sound much like another word, the likest first."""
    if not word.endswith("ing") or word in _SPEAKING:
        return ()
    if (parts := english.parts_of_speech(word)) and "VERB" not in parts:
        return ()
    near = [
        right
        for right in _SPEAKING
        if similarity(word, right) >= (_ALIKE if right not in _OF_SOURCES else _HARDLY_ALIKE)
        or sound(word) == sound(right)
    ]
    return tuple(sorted(near, key=lambda right: (-similarity(word, right), right)))


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word not in words.frequent_cues and bool(_like(word))


def misfit_openers(story: Story) -> Iterator[Issue]:
    """Yield the participles of a story that stand for one of speaking beside somebody who says something."""
    for number, word in story.among(_matters):
        opens = number in story.firsts and story.text[number][1:].islower()
        if story.spoken[number] or not (opens or (story.is_plain(number) and story.word(number - 1) == ",")):
            continue
        if word == "sitting" and story.word(number + 1) in ("in", "at"):
            continue  # "The tribunal, sitting in Leeds, found"
        links = story.word(number + 1) in _LINKS and _is_spoken_in(story, number + 1)
        holds = story.word(number + 1) in DETERMINERS or story.word(number + 1) in PLURAL_SIGNS
        if not (links or holds) or not _is_said_behind(story, number):
            continue
        near = [right for right in _like(word) if _takes(right, links, story.word(number + 1), opens)]
        cited = holds and _are_cited(story, number)
        near = [right for right in near if links or cited or similarity(word, right) >= _MUCH_ALIKE]
        found = better(story, number, near, _GAIN)[:3]
        if found:
            forms = tuple(right.capitalize() for right in found) if opens else found
            yield cue_issue(story, number, f"… {story.lower[number + 1]}", forms)


def _takes(right: str, links: bool, after: str, opens: bool) -> bool:
    """Whether a participle takes what stands behind it: an object, or a phrase of where and to whom it is said."""
    if right == "according":
        return opens and after == "to"
    return right in (_SOMEWHERE if links else _OF_OBJECTS)


def _are_cited(story: Story, number: int) -> bool:
    """Whether the object can only be cited: people close to something, an unpublished note."""
    held = [story.lower[n] for n in _held_by(story, number)]
    known = any(word in story.words.persons or word in story.words.documents for word in held)
    return known and not _INFORMED.isdisjoint(held)


def _held_by(story: Story, at: int) -> range:
    """Return the numbers of the first words that a participle or a preposition takes, up to a comma."""
    end = min(at + _SHORT, story.sentence_end(at))
    return range(at + 1, next((n for n in range(at + 1, end) if story.text[n] == ","), end))


def _is_spoken_in(story: Story, link: int) -> bool:
    """Whether what a preposition takes may be where or to whom one speaks: `in a magazine`, and not `in pain`."""
    words = story.words
    held = _held_by(story, link)
    named = any(story.is_name(n) or story.lower[n] in words.occasions or story.lower[n] in words.sources for n in held)
    return named or story.lower[link] in ("outside", "to")


def _is_said_behind(story: Story, number: int) -> bool:
    """Whether a cue stands in the clause behind the comma that ends the phrase of a participle."""
    end = story.sentence_end(number)
    comma = next((n for n in range(number + 2, min(number + _LONGEST, end)) if story.text[n] == ","), None)
    if comma is None:
        return False
    behind, cues = story.lower[comma + 1 : min(comma + _REACH, end)], story.words.frequent_cues
    return any(word in cues or word == "put" for word in behind)
