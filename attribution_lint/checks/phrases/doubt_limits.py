"""From which log odds a suspected word is told, by what it may be and by the slot that it stands in.

One who may well speak needs more evidence, a word in a slot that is told on both sides less.
"""

from __future__ import annotations

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.company import companies
from attribution_lint.checks.phrases.fitting import slot_at
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.noun_evidence import Signs, is_person
from attribution_lint.checks.phrases.noun_slot import NounSlot, hearing, is_informed
from attribution_lint.checks.phrases.similar import is_slip
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.packs import shipped_lexicon

OPEN_KINDS = frozenset({"occasion"})
"""Slots whose surroundings are not those of a source."""
AGENTS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "woman", "women", "ess", "esses")
"""How the names of those who do something end."""
_DOERS = ("eer", "ee", "er", "ers", "ist", "ists", "ian", "ians")
_LIMIT = -0.5
"""The limit for a noun that is nobody: below it what is told of news is mostly right as it stands."""
_CLOSED_SLOTS = frozenset({"object", "occasion:BARE"})
_CLOSED = -3.3
"""Slots whose frames are told on both sides, which no counts know, and the limit in them."""
_OTHER_PERSON = 2.2
"""The limit for what may be somebody else."""
_LISTED = 2.0
"""The limit for what our lexicons know to fill the slot."""
_OF_PERSONS, _SPEAKER = frozenset({"speaker", "person"}), 3.2
"""Slots of somebody, and the limit in them for whoever our lexicons know."""
_HELD = -1.5
"""The limit for what is no noun behind *a*: `a SURE said`."""
_NEVER_COUNTED, _NOT_ONE = group("never-counted"), -6.0
"""Nouns that *a* never stands before, and the limit for one that it does: `An ASSISTANCE prepared for the ministry`."""
_UNADDRESSED = group("unaddressed")
_TOLD, _SELDOM_TOLD = 5.5, 1.3
"""The limits for a plural right behind *told*: of those who may be spoken to, and of those who seldom are."""
_KNOWS = -3.0
"""The limit for what is nobody where somebody knows: `according to a VERSION familiar with the talks`."""
_STRANGE = -3.3
"""The limit for what is nobody in company that hardly anything else keeps: `people with COLLEGE of the talks`."""
_BY_PLACE = frozenset({"source-noun:finder:strangers", "source-noun:finder:unfit_nouns"})
"""The signs of the finders that tell a noun by what stands around it alone."""
_TRACE = 6.0
"""The limit for what shows something by what it is: `the BONES suggest`."""
_MANNER = 2.0
"""The limit for what tells the manner of something: `sorted according to size`."""


def limit_of(story: Story, number: int, issue: Issue, signs: Signs) -> float:
    """Return the log odds from which the word of an issue is told, by what it may be and by its slot."""
    word = story.lower[number]
    if issue.defect != "source-noun":
        return 0.0
    slot = slot_at(story, number)
    if slot is not None and slot.kind in _OF_PERSONS and word in story.words.persons:
        return _told(word) if slot.name == "told" and story.word(number - 1) == "told" else _SPEAKER
    if slot is not None and _is_trace(word, slot):
        return _TRACE
    if _are_persons(story, word, issue.candidates[0].lower()):
        return _OTHER_PERSON
    if _is_listed(story, word, slot):
        return _LISTED
    if slot is not None and is_informed(slot) and not is_person(word):
        return _KNOWS
    if not _BY_PLACE.isdisjoint(signs) and _is_strange(story, number):
        return _STRANGE
    if "source-noun:manner" in signs:
        return _MANNER
    if slot is not None and not _CLOSED_SLOTS.isdisjoint(slot.signs):
        return _CLOSED
    if story.word(number - 1) in ("a", "an"):
        if word in _NEVER_COUNTED:
            return _NOT_ONE
        if "source-noun:held" in signs and _is_no_noun(word):
            return _HELD
    somebody = word.endswith((*AGENTS, *_DOERS)) or is_person(word)
    return 0.0 if somebody or (slot is not None and slot.kind in OPEN_KINDS) else _LIMIT


def _is_trace(word: str, slot: NounSlot) -> bool:
    """Whether a thing shows or suggests something and need not say it."""
    shows = slot.kind in ("document", "source") and "verb:shows" in slot.signs
    return shows and not (english.lemmas(word) | {word}).isdisjoint(shipped_lexicon("phrase-traces"))


def _is_no_noun(word: str) -> bool:
    """Whether a word can hardly be used as a noun: an adjective, an adverb or a past form; a plain verb can."""
    parts = english.parts_of_speech(word)
    return bool(parts) and ("VERB" not in parts or word.endswith("ed"))


def _is_strange(story: Story, number: int) -> bool:
    """Whether the company of a word is such as hardly any noun keeps that it does not ask for."""
    return any(each.is_closed for each in companies(story).get(number, ()))


def _told(word: str) -> float:
    """Return the limit for some who may be spoken to, unnumbered: `told EXPORTERS`, but not `told RECORDERS`."""
    return _SELDOM_TOLD if word in _UNADDRESSED else _TOLD


def _is_listed(story: Story, word: str, slot: NounSlot | None) -> bool:
    """Whether a word is in our lexicons of what may fill such a slot: rare, but it speaks by right."""
    words = story.words
    if slot is None or slot.kind == "occasion":
        return False
    if slot.kind == "document":
        return word in words.documents
    if hearing(slot) == "person" and word not in words.organisations:
        return word in words.persons
    return word in words.persons or (slot.kind != "person" and (word in words.organisations or word in words.documents))


def _is_doer(word: str) -> bool:
    """Whether a word ends like one for who does something; behind *-er* stands what is done: no *fing* in *finger*."""
    if not word.endswith(_DOERS):
        return False
    stem = word.removesuffix("s").removesuffix("er")
    stems = (stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem)
    return not word.endswith(("er", "ers")) or any(map(english.can_be_verb, stems))


def _are_persons(story: Story, word: str, right: str) -> bool:
    """Whether both words are somebody, so that the one speaks by as good a right as the other."""
    known = word in story.words.persons or word in story.words.rare
    somebody = known or _is_doer(word) or is_person(word)
    by_right = known and not right.startswith("spokes")  # few but they speak *for* somebody
    return somebody and right in story.words.persons and (by_right or not is_slip(word, right))
