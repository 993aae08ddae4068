"""Where a source, a document or what is said of it should stand: by slot, before such a noun, by what stands around.

A place is one that a frame's slot names (`noun_slots`), that stands before such a noun, or whose surroundings are those
of a source (`evidence`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.context import END, START, surroundings
from attribution_lint.checks.phrases.evidence import evidence
from attribution_lint.checks.phrases.noun_slots import NounKind, noun_slots
from attribution_lint.checks.phrases.story import Story
from attribution_lint.checks.phrases.unlikely import accepted, is_looked_at, may_be_source
from attribution_lint.checks.phrases.vocabulary import Vocabulary

Role = Literal["slot", "modifier", "context"]
_OPEN_CLAUSE = "inverted:COMMA"
"""The sign of a slot after a comma and *said*, where a clause may open: *…, the clerk, said the quay was sound*."""
_LIKELY = -1.0
"""Log odds of a source from which surroundings alone make a place."""


@dataclass(frozen=True, slots=True)
class Place:
    """The word `number` stands where a source, a document or what is said of it should; signs of the slot, and odds."""

    number: int
    role: Role
    kind: NounKind | None
    name: str
    wants: str
    signs: tuple[str, ...]
    odds: float


def settles(words: Vocabulary, role: Role, word: str) -> bool:
    """Whether a place usually takes a word, or no slip is thought of that would make it."""
    if word in words.function or len(word) < 4 or word in words.frequent:
        return True
    if role == "modifier":
        return False
    return word in words.mass or (role == "context" and word in accepted(words, "source"))


def places(story: Story, kinds: list[str], settled: Callable[[Vocabulary, Role, str], bool]) -> list[Place]:
    """Return the places of a story, in order, but those whose word is settled."""
    found: dict[int, Place] = {}
    words, last = story.words, len(story) - 1
    slots = {slot.number: slot for slot in reversed(noun_slots(story)) if _OPEN_CLAUSE not in slot.signs}
    for number, slot in slots.items():
        if not settled(words, "slot", story.lower[number]):
            signs = (f"kind:{slot.kind}", *slot.signs)
            found[number] = Place(number, "slot", slot.kind, slot.name, slot.wants, signs, _odds(story, kinds, number))
        before = number - 1
        if before not in slots and _is_open(story, before) and not settled(words, "modifier", story.lower[before]):
            signs = ("modifier", f"modifier:{slot.kind}")
            found[before] = Place(before, "modifier", slot.kind, slot.name, "", signs, _odds(story, kinds, before))
    for number, word in enumerate(story.lower):
        if number in found or number in slots or settled(words, "context", word):
            continue
        before_kind = START if number in story.firsts or not number else kinds[number - 1]
        after_kind = END if number == last or number + 1 in story.firsts else kinds[number + 1]
        if may_be_source(before_kind, after_kind) and _is_open(story, number):
            odds = _odds(story, kinds, number)
            if odds > _LIKELY:
                found[number] = Place(number, "context", None, "a source’s place", "", (), odds)
    return [found[number] for number in sorted(found)]


def _odds(story: Story, kinds: list[str], number: int) -> float:
    return evidence("source").around(surroundings(story, kinds, number))


def _is_open(story: Story, number: int) -> bool:
    if number < 0 or not is_looked_at(story, number) or not _can_be_slip(story.lower[number]):
        return False
    return not (story.is_capital(number) and story.recurs(story.text[number]))


@lru_cache(maxsize=8192)
def _can_be_slip(word: str) -> bool:
    """Whether a word is long enough, and neither an adverb nor a past form, which stand beside sources of their own."""
    if len(word) < 4 or not word.isalpha() or not word.isascii():
        return False
    parts = english.parts_of_speech(word)
    return parts != {"ADV"} and not ("VERB" in parts and word.endswith("ed") and "NOUN" not in parts)
