"""A finite or plain form behind a document that a preposition governs: `In an affidavit SWEAR before a notary, he`.

What a preposition governs is subject of no verb, so that a verb right behind it shortens a relative clause and is a
participle (Quirk et al. 1985, 17.28). Only verbs of which neither form is the participle can be told.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.inflection import past
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import CALENDAR, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary, spelling, verb_forms

_MADE = group("made-by-somebody")
_ALSO_NOUNS = group("made-also-nouns") | {"hold", "take", "lead", "make"}
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
    for base in _MADE | {"make", "lead"}:
        right = spelling(base, "participle")
        for spelt, uses in verb_forms([base]).items():
            if right not in past(base) and spelt != right and {form for form, _ in uses} <= {"base", "past"}:
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
        whole = _is_drawn_up(story, verb) or _has_verb(story, noun, verb) or _is_of_one(story, verb)
        if whole or _is_governed(story, noun):
            reason = "takes a participle"
            yield Issue("inflection", story.span(verb, verb + 1), f"{story.lower[noun]} …", reason, (right,))


def _is_document(story: Story, at: int) -> bool:
    word = story.word(at)
    held = word in story.words.documents or word in story.words.occasions or word in _MORE
    return held and (story.is_plain(at) or at in story.firsts)


def _goes_on(story: Story, verb: int) -> bool:
    """Whether a place, a time or who has done it follows, and no object."""
    after = story.word(verb + 1)
    if story.lower[verb] in _ALSO_NOUNS:
        return after == "by" and (story.word(verb + 2) in DETERMINERS or story.is_capital(verb + 2))
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


def _has_verb(story: Story, noun: int, verb: int) -> bool:
    """Whether the document opens the sentence and a verb of its own follows: `A recording MAKE by her was played`."""
    low, end = story.sentence_start(noun), story.sentence_end(verb)
    inside = range(low + 1, noun)
    if noun - low > _LONGEST or not (story.lower[low] in DETERMINERS or noun == low):
        return False
    if not all(story.is_plain(n) and story.lower[n] not in story.words.function for n in inside):
        return False
    for at in range(verb + 2, min(verb + _REACH, end)):
        word = story.lower[at]
        if word in _BROKEN or story.text[at] in (",", ";", ":", "—", "–", '"', "“"):
            return False
        uses = {form for form, _ in story.words.clause_verbs.get(word, ())}
        told = uses and uses <= {"past", "third", "participle"} and not english.can_be_noun(word)
        if story.is_plain(at) and (word in _FINITE or (told and story.word(at + 1) == "that") or word in _SHOWS):
            return story.word(at - 1) not in story.words.function or story.is_capital(at - 1)
    return False


def _is_of_one(story: Story, verb: int) -> bool:
    """Whether what stands behind one document is a plain form, which agrees with none: `a report WRITE for it`."""
    noun, word = verb - 1, story.lower[verb]
    one = story.words.documents.get(story.word(noun)) == "singular" and story.word(noun - 1) in ("a", "an", "the")
    if not one or word not in english.verb_lemmas(word) or word in _ALSO_NOUNS or word == "saw":
        return False
    low = story.sentence_start(verb)
    return _HELPING.isdisjoint(story.lower[low:noun]) and story.text[story.sentence_end(verb) - 1] != "?"


_FINITE = group("finite") - {"may", "might", "can", "will"}
_SHOWS = frozenset({"show", "shows", "suggest", "suggests", "says", "said", "found"})
_BROKEN = frozenset({"and", "or", "but", "who", "which", "that", "when", "as", "because", "after", "before", "than"})
_HELPING = group("helping") | group("auxiliary") | {"do", "does", "did", "let", "make", "made", "see", "saw", "and"}
_REACH = 9
