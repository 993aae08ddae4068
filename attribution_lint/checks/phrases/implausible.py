"""A noun that its frame does not take, where all else stands as in a frame and one that it takes lies close by."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.fitting import fit_of
from attribution_lint.checks.phrases.heads import is_topic
from attribution_lint.checks.phrases.noun_evidence import (
    holds_another_document,
    is_another_person,
    is_misplaced,
    ranked,
    signs_of,
    standing,
    suspicion,
)
from attribution_lint.checks.phrases.noun_slot import NounKind, NounSlot, hearing
from attribution_lint.checks.phrases.noun_slots import noun_slots
from attribution_lint.checks.phrases.similar import distance, is_certain
from attribution_lint.checks.phrases.story import Issue, Story

_TAKES: dict[NounKind, str] = {
    "speaker": "takes somebody who speaks",
    "person": "takes a person",
    "source": "takes a source",
    "document": "takes data or a document",
    "occasion": "takes a document or an occasion",
}
_LEAST = -7.0  # log odds of the slot and the word from which it is looked at
_LEAST_MISSPELT = 0.4  # the same for what is no word, which nothing else judges
_NEVER_ALIKE = 0.5
_FIT, _LIKENESS, _LETTER = 0.7, 14.0, 2.0
"""How much it counts among what is proposed that a word fits its surroundings, is like the one there, a letter away."""
_SURE = 2.0
"""Log odds above the limit from which the word is wrong as it stands."""


def implausible_nouns(story: Story) -> Iterator[Issue]:
    """Yield the nouns of a story that their frames do not take."""
    seen: set[int] = set()
    for slot in noun_slots(story):
        if slot.number not in seen:
            issue = _judged(story, slot)
            if issue is not None:
                seen.add(slot.number)
                yield issue


def _judged(story: Story, slot: NounSlot) -> Issue | None:
    number = slot.number
    word, text = story.lower[number], story.text[number]
    if standing(word, story.words, slot.kind) == "usual" and not is_misplaced(word, story.words, hearing(slot)):
        return None
    if slot.kind == "document" and is_topic(story, number):
        return None
    found = ranked(word, slot, story.words, (story.word(number - 1), story.word(number + 1)))
    if not found or found[0][2]["similarity"] < _NEVER_ALIKE:
        return None
    speaks = slot.kind in ("speaker", "source") and word in story.words.persons
    if (slot.kind == "person" or speaks) and is_another_person(word, found[0][0]):
        return None
    if holds_another_document(slot, word, found[0][0]):
        return None
    margin = found[0][1] - found[1][1] if len(found) > 1 else 4.0
    odds = suspicion(signs_of(word, found[0], slot, story.words, margin, story.recurs(word)))
    exists = english.is_word(word)
    if odds < (_LEAST if exists else _LEAST_MISSPELT) or (not exists and distance(word, found[0][0]) > 2):
        return None
    fits = fit_of(story, number)
    weighed = [
        (rank + _LIKENESS * signs["similarity"] + _LETTER * (distance(word, right) == 1) + _FIT * fits(right), right)
        for right, rank, signs in found
    ]
    names = tuple(right for _, right in sorted(weighed, key=lambda each: (-each[0], each[1]))[:3])
    candidates = tuple(right.capitalize() for right in names) if story.is_capital(number) else names
    span = story.span(number, number + 1)
    if not exists:
        reason = f"{_TAKES[slot.kind]}; *{text}* is no word"
        return Issue("misspelling", span, slot.name, reason, candidates, certain=is_certain(word, names), odds=odds)
    reason = f"{_TAKES[slot.kind]}; *{text}* is none"
    return Issue("source-noun", span, slot.name, reason, candidates, weak=odds < _SURE, odds=odds)
