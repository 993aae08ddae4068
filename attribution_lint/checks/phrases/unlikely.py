"""A word that the evidence speaks against: its context is a cue's or a source's, it is neither, and one lies close by.

No frame is spelt out. What stands around the word says how likely the slot is, and a noisy channel how likely the word
was written for another; both weigh together (`evidence`, `channel`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.channel import in_place, ranked, suspicion
from attribution_lint.checks.phrases.context import beside, features, kinds_of
from attribution_lint.checks.phrases.evidence import Evidence, SlotName, evidence
from attribution_lint.checks.phrases.similar import is_certain
from attribution_lint.checks.phrases.story import Defect, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_LEAST: dict[SlotName, float] = {"cue": 2.6, "source": 1.6}
"""The log odds from which a word is reported, set for one false alarm in some 50,000 words of news."""
_HOPELESS: dict[SlotName, float] = {"cue": -5.5, "source": -5.5}
"""Log odds of the two neighbours alone below which no context makes up for them."""
_POOR = -3.0
_SAYS: dict[SlotName, tuple[Defect, str, str]] = {
    "cue": ("cue-verb", "… said", "takes a verb of saying"),
    "source": ("source-noun", "a source’s place", "takes a source"),
}
_SURE = 2.0


def unlikely_words(story: Story) -> Iterator[Issue]:
    """Yield the words that stand where a cue or a source should and are none."""
    kinds = kinds_of(story)
    slots = [(evidence(name), accepted(story.words, name)) for name in _LEAST]
    for number, word in enumerate(story.lower):
        if len(word) < 3 or word in story.words.function or not is_looked_at(story, number):
            continue
        for slot, takes in slots:
            if word in takes:
                continue
            plainest = slot.of(beside(story, kinds, number))
            if plainest < _HOPELESS[slot.slot]:
                continue
            context = slot.of(features(story, kinds, number))
            if context < _POOR:
                continue
            issue = _judged(story, number, slot, context)
            if issue is not None:
                yield issue
                break


def is_looked_at(story: Story, number: int) -> bool:
    """Whether a word is an ordinary one: small letters, or a capital only because it opens its sentence."""
    if story.is_plain(number):
        return not story.in_compound(number)
    text = story.text[number]
    return (
        number in story.firsts
        and not story.spoken[number]
        and text.isascii()
        and text[1:].isalpha()
        and text[1:].islower()
        and len(text) > 3
        and not story.is_capital(number + 1)
        and not story.in_compound(number)
    )


@lru_cache(maxsize=8)
def accepted(words: Vocabulary, slot: SlotName) -> frozenset[str]:
    """Return the words that a slot takes."""
    if slot == "cue":
        return frozenset(words.cues) | frozenset(words.clause_verbs)
    return frozenset(words.sources) | words.mass | words.criteria | frozenset(words.occasions)


def _is_derived(story: Story, word: str, right: str) -> bool:
    """Whether the word is a noun made of the verb, as *reporter* of *report*: a matter of frames, not of likeness."""
    return any(word.startswith(base) and len(base) > 3 for _, base in story.words.cues.get(right, ()))


def _judged(story: Story, number: int, slot: Evidence, context: float) -> Issue | None:
    word = story.lower[number]
    near = ranked(word, story.words, slot)
    if not near:
        return None
    neighbours = story.word(number - 1), story.word(number + 1)
    found = [right for right in in_place(word, near, slot, neighbours) if not _is_derived(story, word, right[0])]
    if not found:
        return None
    odds = suspicion(word, found[0], slot, context, neighbours, story.recurs(word))
    if odds < _LEAST[slot.slot]:
        return None
    opens = story.is_capital(number)
    if opens and not english.is_word(word):
        return None
    names = tuple(right for right, _ in found[:3])
    defect, place, takes = _SAYS[slot.slot]
    candidates = tuple(right.capitalize() for right in names) if opens else names
    span = story.span(number, number + 1)
    if not english.is_word(word):
        sure = is_certain(word, names)
        return Issue(
            "misspelling", span, place, f"{takes}; *{story.text[number]}* is no word", candidates, certain=sure
        )
    reason = f"{takes}; *{story.text[number]}* is none"
    return Issue(defect, span, place, reason, candidates, weak=odds < _LEAST[slot.slot] + _SURE)
