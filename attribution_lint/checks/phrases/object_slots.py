"""Slots of what somebody publishes, leaks or cites: `released a HEAD in which`, `published HEADS of the meeting`.

Much else is released than documents, so that the noun counts only where what stands behind it goes on as behind one:
who made it, what it is of, what it shows.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.forward_slots import forward_slots
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.noun_signs import HELPING
from attribution_lint.checks.phrases.noun_slot import NounSlot
from attribution_lint.checks.phrases.story import Story

PUBLISHING = group("publishing")
_BE = frozenset({"be", "been", "being", "is", "are", "was", "were"})
_GOES_ON = group("behind-documents")
_SHOWING = frozenset({"that", "which"})
_SHOWS = group("shows") | group("shows-as-document")
_REACH = 4
"""How many words behind a relative pronoun its verb stands."""


def object_slots(story: Story, verb: int) -> Iterator[NounSlot]:
    """Yield the slot of the object of a verb of publishing, if what is behind it tells a document."""
    before = story.word(verb - 1)
    if before in _BE or (before in HELPING and before not in ("has", "have", "had")):
        return
    name = f"{story.lower[verb]} …"
    for slot in forward_slots(story, verb + 1, "document", name, ("object", f"object:{story.lower[verb]}")):
        if _tells_document(story, slot.number + 1):
            yield slot


def _tells_document(story: Story, at: int) -> bool:
    """Whether what stands at a word belongs to a document before it: its maker, its topic, what it shows."""
    at += story.word(at) == ","
    word = story.word(at)
    if word in _SHOWING:
        shown = range(at + 1, min(at + _REACH, story.sentence_end(at)))
        return any(story.lower[n] in _SHOWS and story.lower[n - 1] not in _BE for n in shown)
    return word in _GOES_ON or (word == "in" and story.word(at + 1) == "which")
