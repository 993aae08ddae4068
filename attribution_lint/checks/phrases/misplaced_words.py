"""Auxiliaries and conjunctions before what they cannot stand before: which words are to be mended, and how."""

from __future__ import annotations

from collections.abc import Callable

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.slots import NOMINATIVE
from attribution_lint.checks.phrases.story import Story

Mended = tuple[int, int, str, str]
"""The first word that is to be mended, the word past the last, what is right in their place, and why."""
Mending = Callable[[Story, int], Mended | None]


def _first_of_two(story: Story, first: int) -> Mended | None:
    """`Asked whether if he would stay`."""
    return first, first + 2, story.text[first], "either of them will do"


def _second_of_two(story: Story, first: int) -> Mended | None:
    """`Asked that whether he would stay`."""
    if first in story.firsts:
        return None
    return first, first + 2, story.text[first + 1], "either of them will do"


def _participle_before_have(story: Story, verb: int) -> Mended | None:
    """`the boy been had in the water`, `The hospital confirmed has that`."""
    if verb in story.firsts or not story.is_plain(verb):
        return None
    return verb, verb + 2, f"{story.text[verb + 1]} {story.text[verb]}", "two words are swapped"


def _verb_before_subject(story: Story, verb: int) -> Mended | None:
    """`the company said would it close the line`: no question is reported so."""
    before, third = verb - 1, story.word(verb + 2)
    said = story.word(before) in ("said", "says", "that", "saying", "added", "insisted", "announced", "warned")
    ends = "?" in story.text[verb : story.sentence_end(verb)]
    if verb in story.firsts or not said or ends or not story.is_plain(before):
        return None
    if not (english.can_be_verb(third) or third in ("not", "also", "been")):
        return None
    return verb, verb + 2, f"{story.text[verb + 1]} {story.text[verb]}", "two words are swapped"


def _object_before_cue(story: Story, pronoun: int) -> Mended | None:
    """`The striker would stay, his agent HIM said.`"""
    before = pronoun - 1
    if pronoun in story.firsts or story.word(before) not in story.words.persons:
        return None
    return pronoun, pronoun + 2, story.text[pronoun + 1], "the subject stands before it"


def _be_before_have(story: Story, be: int) -> Mended | None:
    """`It IS HAS BEEN reported that`."""
    before = be - 1
    subject = story.word(before) in NOMINATIVE or story.is_name(before) or story.word(before) in story.words.sources
    if be in story.firsts or not subject:
        return None
    return be, be + 2, story.text[be + 1], "two auxiliaries stand side by side"


def _have_before_be(story: Story, have: int) -> Mended | None:
    """`The club's owners have was said they will not sell`."""
    before, third = have - 1, story.word(have + 2)
    if have in story.firsts or not (story.is_name(before) or story.word(before) in story.words.sources):
        return None
    if not any(form == "participle" for form, _ in story.words.cues.get(third, ())):
        return None
    return have, have + 2, story.text[have], "two auxiliaries stand side by side"


MENDINGS: dict[str, Mending] = {
    "first-of-two": _first_of_two,
    "second-of-two": _second_of_two,
    "object-cue": _object_before_cue,
    "be-have": _be_before_have,
    "have-be": _have_before_be,
    "have-last": _participle_before_have,
    "verb-subject": _verb_before_subject,
}
