"""The sentences of the story in a paragraph that something else was pasted to: they are to stay."""

from __future__ import annotations

from attribution_lint.checks.boilerplate.place import ends_like_a_sentence
from attribution_lint.checks.boilerplate.sheets import Sheet
from attribution_lint.checks.boilerplate.units import Unit
from attribution_lint.checks.boilerplate.verdict import LINE
from attribution_lint.model import Span

# What asks, points or jots is a sentence or two; a notice, a release or a caption tells things of its own.
_PASTED = frozenset({"promo", "related", "site", "embed", "desk", "wire", "placeholder", "chat"})
_OF_THE_TEXT = frozenset(
    {"asks", "you", "self", "story", "itself", "media", "newsroom", "draft", "i", "strange", "URL", "MAIL", "HANDLE"}
)
_TENSED = frozenset({"past", "third", "report"})
_SAID = frozenset({"reported", "told"})
_SHORTEST_SENTENCE = 12  # characters
_SENTENCE_WORDS = 8
_LEAST_ABOUT = 2  # of what the block is convicted of, a sentence may be of it


def pasted(seen: Sheet) -> Span | None:
    """Return the place of what was pasted to reported sentences in a block that was convicted whole.

    The place is that of the sentences from the first to the last one that convicts, in prose offsets; None if the
    whole block is of one kind.
    """
    if seen.family is None or seen.family.name not in _PASTED or len(seen.units) < 2:
        return None
    convicting = [unit for unit in seen.units if max(unit.proved.values(), default=0) >= LINE]
    if not convicting or not any(_is_reported(unit, seen.family.name) for unit in seen.units):
        return None
    first, last = seen.units.index(convicting[0]), seen.units.index(convicting[-1])
    while first and not _is_reported(seen.units[first - 1], seen.family.name):
        first -= 1
    while last + 1 < len(seen.units) and not _is_reported(seen.units[last + 1], seen.family.name):
        last += 1
    if first == 0 and last == len(seen.units) - 1:
        return None
    return Span(seen.units[first].span.start, seen.units[last].span.end)


def tells(seen: Sheet) -> bool:
    """Whether a sentence of a block tells something of the world, whatever it is about."""
    return any(_is_reported(unit, "") for unit in seen.units)


def opens_a_story(seen: Sheet) -> bool:
    """Whether sentences of the world follow the first one of a block: a lede, whatever words it opens with."""
    return any(_is_of_the_world(unit) for unit in seen.units[1:])


def jotted_behind(text: str, block: Span, seen: Sheet) -> Span | None:
    """Return the place of a note in square brackets that closes a block behind a whole sentence, or None."""
    if not seen.guessed or seen.family is None or not seen.brackets:
        return None
    note = seen.brackets[-1].span
    before = Span(block.start, block.start + len(text[block.start : note.start].rstrip()))
    if text[note.start] != "[" or note.end < block.end or before.end - before.start < _SHORTEST_SENTENCE:
        return None
    return note if ends_like_a_sentence(text, before) else None


def _is_reported(unit: Unit, family: str) -> bool:
    """Whether a sentence tells something of the world, and nothing of this text, its reader or its makers."""
    narrated = "narrated" in unit.known and not unit.known.isdisjoint(_TENSED)
    if not narrated and unit.known.isdisjoint(_SAID):
        return False
    if max(unit.proved.values(), default=0) >= LINE or unit.about.get(family, 0) >= _LEAST_ABOUT:
        return False
    return unit.known.isdisjoint(_OF_THE_TEXT)


def _is_of_the_world(unit: Unit) -> bool:
    """Whether a sentence speaks of no text and to no reader, in whatever tense."""
    told = "narrated" in unit.known and (unit.words >= _SENTENCE_WORDS or "names" in unit.known)
    told = told or not unit.known.isdisjoint(_SAID)
    return told and max(unit.proved.values(), default=0) < LINE and unit.known.isdisjoint(_OF_THE_TEXT)
