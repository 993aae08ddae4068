"""Slots before a cue: its subject, and the title before the name of who speaks."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.noun_signs import (
    HELPING,
    after,
    aside_of,
    opener_of,
    reach_back,
    usable,
    verb_group,
)
from attribution_lint.checks.phrases.noun_slot import ENGAGED, INFORMED, LONGEST_ASIDE, NounKind, NounSlot, wants_of
from attribution_lint.checks.phrases.story import Story

_MADE = group("reduced-relatives") | group("made-behind")
"""Participles behind the subject: `a note PREPARED for the cabinet warned`."""
_OF_OBJECTS = frozenset({"reported", "described", "recommended", "confirmed", "denied", "warned", "urged", "advised"})
"""Cues that take an object, and whose subject is nobody but a source."""
_WHERE = frozenset({"outside", "inside", "under", "near", "beneath", "along", "among", "beside", "within", "behind"})
_ENGAGED = group("engaged-with")
"""Participles of somebody's work behind the subject: `the union REPRESENTING nurses said`."""
_PASSIVE = frozenset({"was", "were", "is", "are", "be", "been"})
_SKIPPED = group("later") | {"not", "n't"}
_AFTER_CUE = frozenset({"that", "PRONOUN", "QUOTE", "AUDIENCE"})


def subject_slots(story: Story, verb: int) -> Iterator[NounSlot]:
    """`The HEAD said`, `A HEAD of the council said`, `The HEAD, who …, said`."""
    at, helped = verb - 1, ""
    while story.word(at) in _SKIPPED or story.word(at) in HELPING or (story.word(at).endswith("ly") and at > verb - 3):
        if story.word(at) in _PASSIVE:
            return
        helped = "HELPED" if story.word(at) in HELPING else helped
        at -= 1
    low, aside, word = story.sentence_start(verb), "", story.lower[verb]
    if at < low or not story.is_plain(verb):
        return
    if story.text[at] == "," and at > low + 2:
        opens = [n for n in range(at - 1, max(low, at - LONGEST_ASIDE), -1) if story.text[n] == ","]
        close = at
        if len(opens) == 2 and opens[0] == at - 2 and story.text[at - 1].isdigit():
            close = opens.pop(0)  # an age behind the name
        if len(opens) != 1:
            return
        aside = aside_of(story, opens[0] + 1, close)
        at = opens[0] - 1
    if story.lower[at] in story.words.function or not (story.text[at][0].isalpha() or story.text[at][0].isdigit()):
        return
    if story.is_capital(at) and story.is_capital(at - 1):
        yield from _title(story, at, verb)
    start, found = reach_back(story, at)
    opener, far, made, works = opener_of(story, start), "", False, False
    for _ in range(2):
        engaged = opener in ("OTHER", "LINK") and story.lower[start - 1] in _ENGAGED and story.word(start - 2) != ","
        if not (opener == "LINK" or engaged) or start - 2 < low:
            break
        works = works or engaged
        at, far = start - 2, f"FAR:{story.word(start - 1)}"
        made = story.lower[at] in _MADE
        if (made or story.lower[at] in INFORMED) and at > low:
            at -= 1
        start, found = reach_back(story, at)
        opener = opener_of(story, start)
    if opener in ("LINK", "OTHER") or not usable(story, at) or (not far and _is_when(story, start, at, word)):
        return
    if word in ("found", "seen") and story.word(verb + 1) in _WHERE:
        return  # "ponies found outside the pales"
    said, follows = verb_group(word), after(story, verb)
    if word.startswith("declin") and not (follows == "to" and english.can_be_verb(story.word(verb + 2))):
        return  # what falls
    if follows == "MUCH" or (said == "cue" and follows in ("from", "by", "as", "of")):
        return  # what a thing says by itself; a participle
    whole = opener == "START" and word in _OF_OBJECTS
    if (
        said == "cue"
        and follows not in _AFTER_CUE
        and (english.can_be_noun(word) or (far and follows != "to" and not whole))
    ):
        return
    kind: NounKind = "speaker"
    if aside in ("NAME", "PERSON", "WHO"):
        kind = "person"
    elif said == "shows":
        kind = "source" if far else "document"
    elif made:
        kind = "source"
    elif far and found == "A" and far[4:] in ("for", "at", "to", "with"):
        kind = "person"
    signs = (f"verb:{said}", f"after:{follows}", f"{said}:{follows}", f"opener:{opener}", f"det:{found}")
    asides = ("ASIDE", f"ASIDE:{aside}") if aside else ()
    more = (*asides, far[:3], helped, f"{opener}:{found}", f"{said}:{opener}", ENGAGED if works else "")
    yield NounSlot(at, kind, f"… {word}", wants_of(found), ("subject", *signs, *filter(None, more)))


def _is_when(story: Story, start: int, head: int, verb: str) -> bool:
    """Whether a noun tells when something was, by its number no subject of the verb: `taken after the FIRE suggest`."""
    many = story.lower[head].endswith("s") or story.words.sources.get(story.lower[head]) == "plural"
    return story.word(start - 1) in _WHEN and not many and verb in _PLURAL_VERBS


_WHEN = frozenset({"after", "before", "since", "until", "during"})
_PLURAL_VERBS = frozenset({"say", "show", "suggest", "indicate", "find", "reveal", "describe", "state"})


def _title(story: Story, last: int, verb: int) -> Iterator[NounSlot]:
    """`the HEAD Jane Doe said`: the word before the name of who speaks."""
    low, at = story.sentence_start(last), last
    while at > low and (story.is_capital(at) or story.text[at] in (".", "-", "'", "’") or story.glued(at)):
        at -= 1
    if last - at > 5 or not story.is_plain(at) or not usable(story, at) or not story.is_plain(verb):
        return
    start, found = reach_back(story, at)
    opener = opener_of(story, start)
    if opener in ("START", "COMMA", "QUOTE", "CLAUSE"):
        signs = ("title", f"title:{verb_group(story.lower[verb])}", f"title:{opener}", f"title:{found}")
        yield NounSlot(at, "speaker", f"… NAME {story.lower[verb]}", "singular", signs)
