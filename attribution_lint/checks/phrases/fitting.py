"""How well words fit a place of a story: the model of `fit`, read for the first suspect."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attribution_lint.checks.phrases.context import kinds_of
from attribution_lint.checks.phrases.noun_slot import NounSlot, is_informed
from attribution_lint.checks.phrases.noun_slots import noun_slots
from attribution_lint.checks.phrases.story import Story


def slot_at(story: Story, number: int) -> NounSlot | None:
    """Return the slot that holds a word: the first, but rather that of who knows something, which is told behind it."""
    return story.once(_by_number).get(number)


def _by_number(story: Story) -> dict[int, NounSlot]:
    found: dict[int, NounSlot] = {}
    for slot in noun_slots(story):
        if slot.number not in found or is_informed(slot):
            found[slot.number] = slot
    return found


def fit_of(story: Story, number: int) -> Callable[[str], float]:
    """Return the function that tells how well a lower-case word would fit a place, as a natural logarithm.

    The model is asked about a place once, whoever asks again.
    """
    asked = story.once(_asked)
    if number not in asked:
        asked[number] = _fit_of(story, number)
    return asked[number]


def better(story: Story, number: int, rights: Iterable[str], gain: float) -> tuple[str, ...]:
    """Return those of some words that fit a place better by so much than the word that stands there, in their order."""
    rights = tuple(rights)
    if not rights:
        return ()
    fits = fit_of(story, number)
    own = fits(story.lower[number])
    return tuple(right for right in rights if fits(right) - own >= gain)


def _asked(story: Story) -> dict[int, Callable[[str], float]]:
    return {}


def _fit_of(story: Story, number: int) -> Callable[[str], float]:
    from attribution_lint.checks.phrases.fit import shipped  # numpy and the model, not before they are asked

    fit, slot = shipped(), slot_at(story, number)
    signs = (f"kind:{slot.kind}", *slot.signs) if slot else ()
    asked = fit.asked(fit.around(story, kinds_of(story), number, signs))
    words = story.words  # not the story, which keeps what is returned and would keep itself
    return lambda word: float(fit.code(word, words) @ asked)
