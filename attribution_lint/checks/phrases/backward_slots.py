"""Slots before what tells their kind: the person *familiar with* something or *who* did it, the document *filed*."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.noun_signs import opener_of, reach_back, usable
from attribution_lint.checks.phrases.noun_slot import SPOKEN_IN, NounKind, NounSlot, wants_of
from attribution_lint.checks.phrases.story import Story


def backward_slots(story: Story, head: int, kind: NounKind, name: str, signs: tuple[str, ...]) -> Iterator[NounSlot]:
    """`two HEADS familiar with`, `a HEAD filed in court`: the word before what tells its kind."""
    if not usable(story, head):
        return
    start, found = reach_back(story, head)
    if kind == "document" and story.word(start - 1) == "by":
        return  # "an audit by the state released": what is released is the audit
    opener = opener_of(story, start)
    frame = "informed" if kind == "person" and "familiar" not in name else "parted"
    before = story.word(start - 1) if opener in ("LINK", "CLAUSE") else ""
    extra = ("according",) if "according" in story.lower[max(start - 3, 0) : start] else ()
    yield NounSlot(
        head,
        kind,
        name,
        wants_of(found),
        (frame, *signs, f"{frame}:{opener}", f"{frame}:{found}", f"{frame}:{before}", *extra),
    )


def antecedent_slots(story: Story, who: int) -> Iterator[NounSlot]:
    """`a HEAD who had seen it told`: who is a person, in a sentence with a cue."""
    low, high = story.sentence_start(who), story.sentence_end(who)
    if not any(story.lower[n] in SPOKEN_IN or story.lower[n] == "according" for n in range(low, high)):
        return
    for slot in backward_slots(story, who - 1, "person", "… who", ("who",)):
        if not {"informed:OTHER", "informed:LINK"} & set(slot.signs) or _is_told(story, reach_back(story, who - 1)[0]):
            yield slot


def _is_told(story: Story, start: int) -> bool:
    """Whether a noun phrase stands behind *said*, *told*, *by* or *to*."""
    return story.word(start - 1) in SPOKEN_IN | {"by", "to", "says", "tells"}
