"""A singular behind a word for several, whatever describes it: `Most ANALYST polled by`, `Both nurses' UNION said`.

*Both*, *few*, *many*, *several*, *various*, *numerous* and *other* take a plural, and so does *most* without an article
(Quirk et al. 1985, 5.23 to 5.25). The noun must end its phrase: a verb, or who was asked by whom, stands right behind.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.counted_phrases import plurals_of
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_SEVERAL = frozenset({"both", "few", "many", "most", "numerous", "other", "several", "various"})
_ALSO_ONE = frozenset({"other", "most"})
"""*The other official* is one, and *the most senior official*; *most* alone is no superlative before a noun."""
_OPENS = frozenset({"that", "to", "by", "from", "with", "and", "while", "as", "because", "but", "after", "when"})
_ASKED = frozenset(
    {"polled", "interviewed", "questioned", "surveyed", "contacted", "quoted", "consulted", "approached"}
)
_ASKED_BY = frozenset({"by", "for", "in", "at", "on", "said", "say", "expect", "believe", "told"})
_HELPS = frozenset({"have", "were", "are", "had"})
_NEAR_TO = {"close": "to", "familiar": "with", "briefed": "on"}
_MARKS = frozenset({"'", "’"})
_OF_MEMBERS = group("bodies-of-members")
_LONGEST = 4
_REACH = 10


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _SEVERAL


def quantified(story: Story) -> Iterator[Issue]:
    """Yield the sources in the singular that a word for several counts."""
    for first, word in story.among(_matters):
        if word not in _SEVERAL or story.spoken[first] or story.in_compound(first) or not _counts(story, first):
            continue
        found = _noun(story, first)
        if found is not None and _ends_there(story, first, found):
            noun = story.lower[found]
            slot, reason = f"{word} …", f"takes the plural; “{noun}” is singular"
            yield Issue("agreement", story.span(found, found + 1), slot, reason, plurals_of(noun))


def _counts(story: Story, first: int) -> bool:
    """Whether the word opens a phrase: no article, no *at*, no *not* before it that makes it another."""
    if story.lower[first] not in _ALSO_ONE:
        return story.word(first - 1) not in ("the", "and", "or") or first in story.firsts
    return first in story.firsts or story.word(first - 1) in _OPENS - {"and", "as"}


def _noun(story: Story, first: int) -> int | None:
    """Return the singular that ends the phrase: a person, or a body that several members or places may have."""
    words, at = story.words, first + 1
    for at in range(first + 1, min(first + 1 + _LONGEST, story.sentence_end(first))):
        word = story.lower[at]
        if story.text[at] in _MARKS and story.lower[at - 1].endswith("s") and story.lower[first] == "both":
            body = story.word(at + 1)
            own = not {"it", "its"} & set(story.lower[at : at + _REACH])  # the union of both, which is one
            return at + 1 if body in _OF_MEMBERS and own and story.is_plain(at + 1) else None
        described = words.demonyms if story.is_capital(at) else None
        if described is not None and word in described:
            continue
        if not story.is_plain(at) or story.in_compound(at) or (word in words.function and word != "close"):
            return None
        if word.endswith("ed") and words.persons.get(story.word(at + 1)) == "singular":
            continue  # "several trusted ally"
        if words.persons.get(word) == "singular" and word not in words.mass and word not in words.organisations:
            behind = story.word(at + 1)
            if words.persons.get(behind) != "singular" or behind in words.mass:
                return at
        elif _is_document(story, at):
            return at
        elif words.organisations.get(word) == "singular" and story.lower[first] not in _ALSO_ONE:
            if _is_body_alone(story, at) and at > first:
                return at
        elif story.word(at + 1) in _MARKS and story.lower[first] == "both" and word.endswith("s"):
            continue
        elif word.endswith("s") or not english.parts_of_speech(word) & {"ADJ", "NOUN"}:
            return None
        if story.lower[first] == "most":
            return None
    return None


def _is_document(story: Story, at: int) -> bool:
    """Whether a document that is counted stands there, and a verb that a document has, or none, follows."""
    word, words = story.lower[at], story.words
    if words.documents.get(word) != "singular" or word in words.mass or word in words.persons:
        return False
    after = story.word(at + 1)
    return all(map(english.is_word, plurals_of(word))) and (
        after in ("said", "showed", "found", "suggested", "revealed", "concluded", "warned")
        or (after in (",", "seen", "obtained", "filed", "reviewed") and _follows_according(story, at))
    )


def _follows_according(story: Story, at: int) -> bool:
    return any(story.lower[n] == "to" and story.word(n - 1) == "according" for n in range(max(at - 5, 0), at))


def _is_body_alone(story: Story, at: int) -> bool:
    """Whether a body that is counted stands there, with its cue behind: `various local NEWSPAPER reported`."""
    noun, words = story.lower[at], story.words
    counted = noun not in words.mass and noun in words.singulars.values() and english.parts_of_speech(noun) == {"NOUN"}
    return counted and all(map(english.is_word, plurals_of(noun)))


def _ends_there(story: Story, first: int, noun: int) -> bool:
    """Whether the phrase is over behind the noun, which no other noun can follow there."""
    words, after = story.words, story.word(noun + 1)
    if story.lower[noun] in words.documents and story.lower[noun] not in words.persons:
        return True
    if not story.is_plain(noun + 1) or story.in_compound(noun + 1):
        return False
    if after in _PREPOSITIONS:
        return _speaks_later(story, first, noun)
    if after in words.frequent_cues and not english.can_be_noun(after) and not after.endswith("ing"):
        if after == "said" and story.word(noun + 2) == "to":
            return False
        return "ADJ" not in english.parts_of_speech(after) or story.word(noun + 2) == "that"
    if after in ("expect", "say"):
        return story.word(noun + 2) not in ("in", "on", "over")
    if after in _ASKED:
        return story.word(noun + 2) in _ASKED_BY
    if words.persons.get(story.lower[noun]) != "singular":
        return False
    if after in _HELPS:
        return noun == first + 1 or "VERB" not in english.parts_of_speech(story.lower[noun])
    return after == "who" or story.word(noun + 2) == _NEAR_TO.get(after, "-")


def _speaks_later(story: Story, first: int, noun: int) -> bool:
    """Whether a phrase and then the cue follow: `Several close FRIEND of the singer said`."""
    verbal = noun == first + 1 and "VERB" in english.parts_of_speech(story.lower[noun])
    if verbal and story.word(first - 1) != "a":
        return False
    for at in range(noun + 2, min(noun + _REACH, story.sentence_end(noun))):
        word = story.lower[at]
        if word in _CUES and story.is_plain(at):
            return story.word(at + 1) != "to"
        if word in _BROKEN or not story.text[at][0].isalnum():
            return False
    return False


_PREPOSITIONS = frozenset({"of", "at", "from", "in", "to", "near", "outside", "on"})
_CUES = frozenset({"said", "told", "confirmed", "denied", "complained", "warned", "testified", "alleged"})
_BROKEN = group("finite") | {"and", "or", "who", "that", "which", "whom", "nor", "but", "when", "as"}
