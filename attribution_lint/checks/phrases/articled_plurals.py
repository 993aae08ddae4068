"""A plural of a source that *a* opens, whatever stands between: `a Western DIPLOMATS briefed`, `a police REPORTS by`.

*A* takes a singular (Quirk et al. 1985, 5.11). What is counted otherwise, *a dozen officers*, and what a noun behind
makes a modifier, *a teachers union*, is left alone, and so is a plural that may be the verb, *a firm reports that*.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_LONGEST = 4
_COUNTS = group("counting") | group("quantities") | group("approximate")
_MADE = group("made") | group("reduced-relatives") | {"made", "dated", "dating"}
_BEHIND = (group("ends") | {"to", "whom"}) - {",", "and"}
_ASIDES = frozenset({"who", "which", "speaking", "citing", "whom"})
_MADE_THERE = frozenset({"by", "in", "from", "at", "that"})
_BEFORE = frozenset({"by", "from", "to", "said", "says", "told", "citing", "quoting"})
_BRIEFED = frozenset({"briefed", "interviewed", "polled", "contacted", "quoted", "surveyed"})
_SPEAKS = frozenset({"said", "says", "told", "confirmed", "warned", "added", "declined"})
_PAST = frozenset({"found", "showed", "concluded", "suggested", "warned", "has", "had", "was"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in ("a", "an")


def articled_plurals(story: Story) -> Iterator[Issue]:
    """Yield the plurals of persons and documents in a story that stand behind *a*."""
    for article, word in story.among(_matters):
        if word not in ("a", "an") or story.spoken[article] or story.in_compound(article):
            continue
        if story.is_capital(article) and article not in story.firsts:
            continue  # the letter
        head = _plural_behind(story, article + 1)
        if head is None or not _ends(story, head):
            continue
        if story.lower[head] in story.words.persons and not _opens_source(story, article):
            continue  # "a bill senators from both parties back"
        one = story.words.singulars[story.lower[head]]
        reason = f"takes the singular; “{story.lower[head]}” is plural"
        yield Issue("agreement", story.span(head, head + 1), f"{story.lower[article]} …", reason, (one,))


def _opens_source(story: Story, article: int) -> bool:
    """Whether a source opens with the article: a sentence, or what a cue or its preposition takes."""
    before = story.word(article - 1)
    if before == "to":
        return story.word(article - 2) == "according"
    return article in story.firsts or before in _BEFORE or story.text[article - 1] in QUOTE_MARKS


def _plural_behind(story: Story, first: int) -> int | None:
    """Return the number of the first plural of persons or documents behind words that may describe it."""
    words = story.words
    for at in range(first, min(first + _LONGEST, story.sentence_end(first))):
        word = story.lower[at]
        held = "plural" in (words.persons.get(word), words.documents.get(word), words.occasions.get(word))
        if held and story.is_plain(at) and word in words.singulars and word != "people":
            return at if at > first and not story.in_compound(at) else None
        if not (story.is_plain(at) or story.is_capital(at)) or word in _COUNTS or not _describes(story, at):
            return None
    return None


def _describes(story: Story, at: int) -> bool:
    word = story.lower[at]
    if story.is_capital(at):
        return story.text[at].isalpha()
    if word in story.words.function or word in DETERMINERS or story.in_compound(at):
        return word == "former"
    if word.endswith("ing"):
        return False  # "a letter urging voters who"
    parts = english.parts_of_speech(word)
    if story.word(at - 1) in ("a", "an") and _is_participle(word):
        return True  # "a leaked memos from"
    return "ADJ" in parts or ("NOUN" in parts and (not word.endswith("s") or word.endswith("ics")))


def _is_participle(word: str) -> bool:
    return word.endswith("ed") and "VERB" in english.parts_of_speech(word)


def _ends(story: Story, head: int) -> bool:
    """Whether the noun phrase ends in the plural, which is no verb."""
    word, after = story.lower[head], story.word(head + 1)
    person = word in story.words.persons  # who may do what follows: "a list lawmakers released"
    verbal = "VERB" in english.parts_of_speech(word)
    if word in story.words.cues or word in story.words.clause_verbs or (verbal and not person):
        if after in _MADE_THERE and story.word(head - 2) in ("a", "an") and _is_participle(story.word(head - 1)):
            return True
        found = after in _PAST and (after != "found" or story.word(head + 2) in ("that", "no"))
        return after in _MADE or (found and "ADJ" in english.parts_of_speech(story.word(head - 1)))
    if verbal and after in DETERMINERS:
        return False
    if after == ",":
        return story.word(head + 2) in _ASIDES
    made = after in (_BRIEFED if person else _MADE)
    cue = person and after in _SPEAKS
    held = after in (_BEHIND if person else _MADE_THERE) or made or cue
    return held or head + 1 >= len(story) or story.text[head + 1] in (".", ";")
