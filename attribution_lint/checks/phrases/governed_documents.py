"""A finite or plain form behind a document that a preposition governs: `In an affidavit SWEAR before a notary, he`.

What a preposition governs is subject of no verb, so that a verb right behind it shortens a relative clause and is a
participle (Quirk et al. 1985, 17.28). Only verbs of which neither form is the participle can be told.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import CALENDAR, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary, verb_forms

_MADE = group("made-by-somebody")
_ALSO_NOUNS = group("made-also-nouns") | {"hold", "take", "lead"}
_OPENS = frozenset({"in", "from", "to", "citing", "on", "under", "with"})
_PARTICLES = frozenset({"up", "out", "down"})
_PLACES = frozenset({"in", "at", "on", "before", "to", "during", "under", "after", "for", "from", "with", "by"})
_TIMES = frozenset({"last", "this", "earlier", "yesterday"})
_MORE = frozenset(
    {"diary", "photograph", "picture", "video", "recording", "testimony", "evidence", "minutes", "footage"}
)
_LONGEST = 6


@lru_cache(maxsize=1)
def _wrong() -> dict[str, str]:
    """Return the plain and past forms that are no participle, with the participle of their verb."""
    found: dict[str, str] = {}
    for base in _MADE:
        forms = verb_forms([base])
        right = next(spelt for spelt, uses in forms.items() if ("participle", base) in uses)
        for spelt, uses in forms.items():
            if not right.endswith("ed") and spelt != right and {form for form, _ in uses} <= {"base", "past"}:
                found[spelt] = right
    return found


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _wrong()


def governed_documents(story: Story) -> Iterator[Issue]:
    """Yield the forms of a story's verbs that stand for the participle behind a document."""
    for verb, word in story.among(_matters):
        right = _wrong().get(word)
        if right is None or not story.is_plain(verb) or story.in_compound(verb):
            continue
        noun = verb - 1 - (story.word(verb - 1) == "," and _is_drawn_up(story, verb))
        if not _is_document(story, noun) or not _goes_on(story, verb):
            continue
        if _is_governed(story, noun) or _is_drawn_up(story, verb):
            reason = "takes a participle"
            yield Issue("inflection", story.span(verb, verb + 1), f"{story.lower[noun]} …", reason, (right,))


def _is_document(story: Story, at: int) -> bool:
    word = story.word(at)
    held = word in story.words.documents or word in story.words.occasions or word in _MORE
    return held and story.is_plain(at)


def _goes_on(story: Story, verb: int) -> bool:
    """Whether a place, a time or who has done it follows, and no object."""
    after = story.word(verb + 1)
    if story.lower[verb] in _ALSO_NOUNS:
        return after == "by" and story.word(verb + 2) in DETERMINERS
    if after in _PARTICLES:
        return story.word(verb + 2) == "by"
    return after in _PLACES or after in _TIMES or (after in CALENDAR and story.is_capital(verb + 1))


def _is_governed(story: Story, noun: int) -> bool:
    """Whether a preposition and the phrase of the document open the sentence or what follows a comma."""
    for at in range(noun - 1, max(noun - _LONGEST, story.sentence_start(noun) - 1), -1):
        word = story.lower[at]
        if word in _OPENS:
            opens = at in story.firsts or story.text[at - 1] == ","
            return opens or (word == "to" and story.word(at - 1) == "according")
        whole = word in DETERMINERS or story.is_plain(at) or story.text[at] in ("'s", "’s")
        if not whole or (word in story.words.function and word not in DETERMINERS):
            return False
        if word in story.words.persons and story.text[at + 1] not in ("'s", "’s", "'", "’"):
            return False
        if word in DETERMINERS and at < noun - 1 and story.words.persons.get(story.lower[noun]):
            return False
    return False


def _is_drawn_up(story: Story, verb: int) -> bool:
    return story.word(verb + 1) in _PARTICLES and story.word(verb + 2) == "by"
