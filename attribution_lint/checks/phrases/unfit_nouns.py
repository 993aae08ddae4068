"""A noun that hardly fits the place of a source or document where one that was likely meant fits well.

Frames and companies tell the places. Which noun was meant, and how much better it fits, is weighed as a whole; whether
the word that stands there does so by right is left to `doubt`.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.company import companies
from attribution_lint.checks.phrases.fitting import fit_of, slot_at
from attribution_lint.checks.phrases.heads import is_no_head
from attribution_lint.checks.phrases.meant import advantage, meant, thinkable
from attribution_lint.checks.phrases.noun_evidence import (
    holds_another_document,
    is_another_person,
    is_misplaced,
    standing,
)
from attribution_lint.checks.phrases.noun_signs import usable
from attribution_lint.checks.phrases.noun_slot import NounSlot, hearing
from attribution_lint.checks.phrases.noun_slots import noun_slots
from attribution_lint.checks.phrases.similar import similarity
from attribution_lint.checks.phrases.story import Issue, Story

_FITS_WELL = 8.0
"""How well a word fits a place from which on nothing is looked for in its stead."""
_GAIN, _MUCH = 3.0, 6.0
"""How much better another noun must fit, and how much better than what may stand in such places."""
_LEAST_ALIKE = 0.45
_SHORTEST = 4
_LOOSE = frozenset({"who", "occasion:near", "occasion:cue"})
"""Slots that much else fills."""
_FIRM = 2
"""The weight of a company that is enough where no frame tells the place."""
_SCALE, _ZERO = 4.0, 20.0
"""By what the log odds of the noisy channel are brought to the range of those of other finders."""


def unfit_nouns(story: Story) -> Iterator[Issue]:
    """Yield the nouns of a story that fit their slot or company much worse than one that may have been meant."""
    for number in sorted({slot.number for slot in noun_slots(story)} | companies(story).keys()):
        if not story.is_capital(number) or number in story.firsts:
            issue = _judged(story, number)
            if issue is not None:
                yield issue


def _judged(story: Story, number: int) -> Issue | None:
    word, text = story.lower[number], story.text[number]
    slot = slot_at(story, number)
    if not _is_suspect(story, number, slot):
        return None
    fits = fit_of(story, number)
    own = fits(word)
    if own > _FITS_WELL:
        return None
    if all(fits(right) - own < _GAIN for right in thinkable(story, number)):
        return None
    found = [(right, score) for right, score in meant(story, number) if similarity(word, right) >= _LEAST_ALIKE]
    if slot is None:
        found = [each for each in found if _is_asked(story, number, each[0])]
    if not found or fits(found[0][0]) - own < _GAIN:
        return None
    listed = standing(word, story.words, slot.kind if slot else "source") == "listed"
    if is_another_person(word, found[0][0]) or (listed and fits(found[0][0]) - own < _MUCH):
        return None
    if holds_another_document(slot, word, found[0][0]):
        return None
    odds = (advantage(story, number, found[0][0]) - _ZERO) / _SCALE
    names = tuple(right for right, _ in found[:3])
    candidates = tuple(right.capitalize() for right in names) if story.is_capital(number) else names
    name = slot.name if slot else "a source’s place"
    return Issue(
        "source-noun", story.span(number, number + 1), name, f"hardly takes *{text}*", candidates, weak=True, odds=odds
    )


def _is_suspect(story: Story, number: int, slot: NounSlot | None) -> bool:
    """Whether a word is none that its slot usually takes, and has its place by nothing else.

    Asked first of all, so that the model is read for no story without a suspect.
    """
    word, kind = story.lower[number], slot.kind if slot else "source"
    if len(word) < _SHORTEST or not english.is_word(word) or not usable(story, number) or is_no_head(story, number):
        return False
    if standing(word, story.words, kind) == "usual" and not is_misplaced(
        word, story.words, hearing(slot) if slot else kind
    ):
        return False
    if slot is None:
        own = english.lemmas(word) | {word}
        return all(own.isdisjoint(each.nouns | each.others | each.kinds) for each in companies(story)[number])
    return _LOOSE.isdisjoint(slot.signs)


def _is_asked(story: Story, number: int, right: str) -> bool:
    """Whether the company of a word asks for another noun, firmly or by name."""
    company = [each for each in companies(story).get(number, ()) if right in each.nouns or right in each.kinds]
    return any(each.weight >= _FIRM or (each.after and right in each.nouns) for each in company)
