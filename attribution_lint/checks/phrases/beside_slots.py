"""Slots of what stands beside a statement: the place of a person named there, and the occasion of what is said."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.forward_slots import forward_slots
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.noun_signs import SAYS
from attribution_lint.checks.phrases.noun_slot import SPOKEN_IN, NounSlot
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import Story

_AFTER_PERSON = frozenset({"who", "for", "at", "of", "with", "in", "from", ",", "."})


def apposition_slots(story: Story, comma: int) -> Iterator[NounSlot]:
    """`Jane Doe, a HEAD at the bank,`: a person stands beside a name in a sentence with a cue."""
    if not story.is_capital(comma - 1) or story.word(comma + 1) not in ("a", "an", "the", "his", "her", "its", "one"):
        return
    opener = story.sentence_start(comma)
    if story.lower[opener] == "according" and story.word(comma + 1) == "the" and "," not in story.text[opener:comma]:
        return  # "According to a study by the Forum, the exercise, held in May, ended badly"
    cues = story.words.frequent_cues
    low, high = max(opener, comma - 8), min(story.sentence_end(comma), comma + 20)
    said = any(story.lower[n] in cues or story.lower[n] == "according" for n in range(low, high) if not story.spoken[n])
    named = "NAMES" if story.is_capital(comma - 2) else "NAME"
    if said:
        beside = any(word in SAYS or word == "to" for word in story.lower[max(comma - 5, low) : comma])
        signs = ("apposition", f"apposition:{named}", f"apposition:{named}:{beside}")

        for slot in forward_slots(story, comma + 1, "person", "a person’s place", signs):
            if story.word(slot.number + 1) in _AFTER_PERSON:
                yield slot


def occasion_slots(story: Story, preposition: int) -> Iterator[NounSlot]:
    """`said in a HEAD`, `wrote on Monday in a HEAD to staff`, `In a HEAD, the chairman said`."""
    word, first = story.lower[preposition], preposition + 1
    bare = story.word(first) not in DETERMINERS
    if bare and not (word == "in" and story.is_first(preposition) and _is_addressed(story, first)):
        return
    if story.is_first(preposition):
        end = min(story.sentence_end(first), first + 14)
        comma = next((n for n in range(first, end) if story.text[n] == ","), None)
        if comma is None or not _is_said_in(story, comma, bare):
            return
        signs: tuple[str, ...] = ("occasion:START", f"occasion:START:{word}", *(("occasion:BARE",) if bare else ()))
    else:
        low = max(preposition - 4, story.sentence_start(preposition))
        before = [story.word(n) for n in range(low, preposition)]
        if before[-1] in _LOCATED:
            return  # "found in the pocket of a coat"
        if before[-1] in story.words.frequent_cues:
            spoken = before[-1] if before[-1] in SPOKEN_IN else "cue"
            signs = (f"occasion:{spoken}", f"occasion:{word}")
        elif any(w in SPOKEN_IN for w in before):
            signs = ("occasion:near", f"occasion:near:{word}")
        else:
            return
    yield from forward_slots(story, first, "occasion", f"{word} {'' if bare else 'a '}…", signs)


def _is_addressed(story: Story, first: int) -> bool:
    """Whether a noun without an article stands there, and behind it before or to whom: `In HEADS to parents`."""
    at = first + (story.is_plain(first) and story.is_plain(first + 1) and story.word(first + 1) not in _TO_WHOM)
    linked = story.lower[at : at + 1] and story.lower[at] in _PREPOSITIONS  # "in addition to", "in contrast with"
    return not linked and story.is_plain(at) and story.word(at + 1) in _TO_WHOM


def _is_said_in(story: Story, comma: int, addressed: bool) -> bool:
    """Whether a verb of saying stands behind the comma of what opens the sentence; behind whom it is to, any past."""
    said = story.lower[comma + 1 : min(comma + _NEAR, story.sentence_end(comma))]
    cues = story.words.frequent_cues
    return any(word in SPOKEN_IN or word in cues or (addressed and word.endswith("ed")) for word in said)


_LOCATED = frozenset({"found", "seen", "shown", "known"})
"""Cues behind which a place stands, not what says so."""
_PREPOSITIONS = group("complex-prepositions")
_TO_WHOM = frozenset({"to", "before", "with"})
_NEAR = 7
