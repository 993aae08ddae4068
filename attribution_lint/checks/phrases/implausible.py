"""A noun that its frame does not take, where all else stands as in a frame and one that it takes lies close by."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.noun_evidence import broad, ranked, signs_of, standing, suspicion
from attribution_lint.checks.phrases.noun_slots import NounKind, NounSlot, noun_slots
from attribution_lint.checks.phrases.similar import distance, is_certain, is_slip, similarity
from attribution_lint.checks.phrases.story import Issue, Story

_TAKES: dict[NounKind, str] = {
    "speaker": "takes somebody who speaks",
    "person": "takes a person",
    "source": "takes a source",
    "document": "takes data or a document",
    "occasion": "takes a document or an occasion",
}
_ALIKE = 0.74
_LEAST = 0.8  # log odds above the limit from which a word is told at all that may be of the kind in some sense
_LEAST_ALIEN = -0.4  # the same for a word that is not, in a firm frame, if the story has no other of it
_FIRM = frozenset({"according", "told", "informed", "parted", "verb:shows"}) | {
    f"verb:{verb}" for verb in ("said", "says", "say", "told", "tells", "tell")
}
_LIKENESS = 5.0
"""How much more likeness counts among what is proposed than in whether anything is."""
_SURE = 2.0
"""Log odds above the limit from which the word is wrong as it stands."""


def implausible_nouns(story: Story) -> Iterator[Issue]:
    """Yield the nouns of a story that their frames do not take."""
    seen: set[int] = set()
    for slot in noun_slots(story):
        if slot.number not in seen and standing(story.lower[slot.number], story.words, slot.kind) != "usual":
            issue = _judged(story, slot)
            if issue is not None:
                seen.add(slot.number)
                yield issue


def _judged(story: Story, slot: NounSlot) -> Issue | None:
    number = slot.number
    word, text = story.lower[number], story.text[number]
    neighbours = story.word(number - 1), story.word(number + 1)
    found = ranked(word, slot, story.words, neighbours)
    if not found:
        return None
    if slot.kind in ("speaker", "person") and english.lemmas(word) & broad("person"):
        return None  # one who may well speak, be it seldom
    known = standing(word, story.words, slot.kind) != "alien"
    if known and not is_slip(word, found[0][0]) and similarity(word, found[0][0]) < _ALIKE:
        return None  # one who may well speak, if seldom
    margin = found[0][1] - found[1][1] if len(found) > 1 else 4.0
    odds = suspicion(signs_of(word, found[0], slot, story.words, margin, story.recurs(word)))
    exists = english.is_word(word)
    firm = not known and not _FIRM.isdisjoint(slot.signs) and not story.recurs(word)
    least = _LEAST_ALIEN if firm else _LEAST
    if odds < least or (not exists and distance(word, found[0][0]) > 2):
        return None
    names = tuple(
        right for right, _, _ in sorted(found, key=lambda item: -item[1] - _LIKENESS * item[2]["similarity"])[:3]
    )
    candidates = tuple(right.capitalize() for right in names) if story.is_capital(number) else names
    span = story.span(number, number + 1)
    if not exists:
        reason = f"{_TAKES[slot.kind]}; *{text}* is no word"
        return Issue("misspelling", span, slot.name, reason, candidates, certain=is_certain(word, names))
    reason = f"{_TAKES[slot.kind]}; *{text}* is none"
    return Issue("source-noun", span, slot.name, reason, candidates, weak=odds < _SURE)
