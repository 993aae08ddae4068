"""Where a story's frames ask for a noun that can say, show or know something, and what speaks for each such slot.

A slot is found by what surrounds it alone, never by the word in it: the subject of a cue, what follows *according to*,
who is told, where something was said, who speaks for whom, what was released or filed. Signs tell the frame and what
stands around it; how firmly they ask for a noun of the kind is counted from a corpus (`noun_evidence`).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.backward_slots import antecedent_slots, backward_slots
from attribution_lint.checks.phrases.beside_slots import apposition_slots, occasion_slots
from attribution_lint.checks.phrases.forward_slots import forward_slots, inverted_slots
from attribution_lint.checks.phrases.frames import is_said_of
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.noun_signs import HELPING, SAYS, TOLD, after, teller
from attribution_lint.checks.phrases.noun_slot import ASKED, INFORMED, PARTED, NounKind, NounSlot
from attribution_lint.checks.phrases.object_slots import PUBLISHING, object_slots
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Story
from attribution_lint.checks.phrases.subject_slots import subject_slots
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_MADE_BY = frozenset(
    {
        *("released", "published", "conducted", "compiled", "commissioned", "issued", "obtained", "prepared"),
        *("confirmed", "announced", "denied"),
    }
)
_IS = frozenset({"'s", "’s", "is", "was"})
_TRIGGERS = frozenset(
    {"according", "in", "at", "during", "by", "who", ",", "responded", *INFORMED, *PARTED, *PUBLISHING}
)


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _TRIGGERS or _is_finite(word, words)


def _is_finite(word: str, words: Vocabulary) -> bool:
    """Whether the word is a form of a usual cue that takes a subject."""
    return word in words.frequent_cues and any(form != "progressive" for form, _ in words.cues[word])


def noun_slots(story: Story) -> list[NounSlot]:
    """Return the slots of a story that hold an ordinary word, not to be changed."""
    return story.once(_slots_in)


def _slots_in(story: Story) -> list[NounSlot]:
    return list(_slots(story))


def _slots(story: Story) -> Iterator[NounSlot]:
    for number, word in story.among(_matters):
        if story.spoken[number] or (word != "," and story.in_compound(number)):
            continue
        if word == "according":
            if story.word(number + 1) == "to":
                yield from forward_slots(story, number + 2, "source", "according to", ())
        elif word in ("in", "at", "during"):
            yield from occasion_slots(story, number)
        elif word == "by":
            if story.word(number - 1) in _MADE_BY:
                yield from forward_slots(story, number + 1, "source", f"{story.word(number - 1)} by", ())
        elif word == ",":
            yield from apposition_slots(story, number)
        elif word == "who":
            yield from antecedent_slots(story, number)
        elif word == "responded":
            yield from subject_slots(story, number)
        elif word in INFORMED and story.word(number + 1) == INFORMED[word]:
            yield from backward_slots(story, number - 1, "person", f"… {word} {INFORMED[word]}", (f"is:{word}",))
        if word in PUBLISHING and story.is_plain(number):
            yield from object_slots(story, number)
        if _is_finite(word, story.words) and not is_said_of(story, number):
            if word not in TOLD or story.word(number + 1) != ".":  # "the shortage tells."
                yield from subject_slots(story, number)
            if word in TOLD:
                yield from _told(story, number)
            if word in SAYS or story.word(number - 1) in QUOTE_MARKS:
                yield from inverted_slots(story, number)
        priced = word == "quoted" and story.word(number + 1) == "at"
        ends = after(story, number) == "END"  # "that the dam leaked."
        if word in PARTED and story.is_plain(number) and not priced and not ends:
            kind: NounKind = "person" if word in ASKED else "document"
            yield from backward_slots(
                story, number - 1, kind, f"… {word}", (f"is:{word}", f"by:{after(story, number)}")
            )


def _told(story: Story, verb: int) -> Iterator[NounSlot]:
    """`told the HEAD`, but for what a clause opens with: `was told the dam leaks`, `told the dam was sound`."""
    who = teller(story, verb)
    if who != "BE" and not (story.word(verb + 1) == "that" and story.word(verb + 2) in _IS):
        for slot in forward_slots(story, verb + 1, "speaker", "told", (f"teller:{who}",)):
            behind = story.word(slot.number + 1)
            parts = behind == "from" and story.lower[verb] != "told"  # "can tell a moth from the leaf"
            if behind not in HELPING and not parts:
                yield slot
