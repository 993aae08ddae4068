"""A clause behind a cue that has no subject, as a stray preposition took it: `The firm said OF power would return`.

Between a cue and a finite verb stands one noun phrase only; as it belongs to the preposition, nothing is left to be the
subject, and the preposition is one too many (Huddleston and Pullum 2002, 11.3). A sentence whose own subject is a
clause or holds one, *what he said in court was untrue*, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import HEARERS
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.one_phrase import one_phrase
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.subject import Subject, subject_of
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_LINKS = frozenset({"of", "to", "with", "from", "for", "at", "on", "by", "in", "about"})
_DEFINITE = frozenset({"the", "his", "her", "its", "their"})
_PLACING = frozenset({"at", "on", "in", "by", "from", "with", "for"})
_FINITE = group("finite")
_TIMES = group("times") | CALENDAR
_SAID = frozenset(
    {"said", "says", "say", "insisted", "announced", "confirmed", "claimed", "added", "found", "warned"}
    | {"believe", "believes", "insist", "insists", "reported", "stated", "argued", "suggested", "admitted"}
)
_THAT = frozenset(
    {
        "heard",
        "testified",
        "denied",
        "noted",
        "complained",
        "alleged",
        "conceded",
        "concluded",
        "maintained",
        "revealed",
    }
    | {
        "acknowledged",
        "explained",
        "recommended",
        "showed",
        "shows",
        "told",
        "wrote",
        "replied",
        "stressed",
        "indicated",
    }
)
"""Cues whose clause is looked at behind *that* alone."""


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _SAID or word in _THAT


def no_subject(story: Story) -> Iterator[Issue]:
    """Yield the prepositions of a story that leave the clause behind a cue without a subject, or a cue without one."""
    for cue, word in story.among(_matters):
        link = cue + 1
        if word not in _SAID and not (word in _THAT and story.word(link) == "that"):
            continue
        if story.word(link) in _FINITE and not story.spoken[cue]:
            yield from _lost(story, cue)
        ahead = story.word(link) == "that" and not story.spoken[cue]
        if ahead:
            link += 1
        if story.spoken[cue] or story.word(link) not in _LINKS or not story.is_plain(link):
            continue
        that = not ahead and story.word(link + 1) == "that"
        taken = link + (2 if that else 1)
        verb = _left_alone(story, link, taken, that)
        if verb is None or story.lower[verb] not in _FINITE or not _opens_clause(story, cue):
            continue
        slot, reason = f"{story.lower[cue]} …", f"“{story.text[link]}” leaves the clause without a subject"
        right = story.text[link + 1]
        yield grammar_issue(story, "function-word", link, link + 2, slot, reason, right)


def _left_alone(story: Story, link: int, taken: int, that: bool) -> int | None:
    """Return the number of the finite verb whose subject a preposition took; None if it has one."""
    about = story.lower[link] == "about"
    if about and story.word(taken) not in _DEFINITE:
        return None  # "about 40 people were"
    verb = _after_one_noun(story, taken)
    if verb is None or story.lower[verb] not in _FINITE:
        return one_phrase(story, taken, _FINITE)
    placing = story.lower[link] in _PLACING and verb - taken > 2 and not story.lower[taken].isdigit()
    if placing and not that:
        return one_phrase(story, taken, _FINITE)  # as a time may stand there: "said for years prices were"
    return verb


def _lost(story: Story, cue: int) -> Iterator[Issue]:
    """`The minister said would not resign`; *the man police said was armed* has its subject."""
    subject, head = cue - 1, story.word(cue - 1)
    verb = cue + 1
    if story.lower[cue] not in ("said", "says") or not story.is_plain(verb):
        return
    alone = head in NOMINATIVE - {"there"} and subject in story.firsts
    person = (
        head in story.words.persons and story.word(subject - 1) in ("the", "a", "an") and subject - 1 in story.firsts
    )
    follows = story.word(verb + 1)
    if not (alone or person) or not (english.can_be_verb(follows) or follows in ("not", "also")):
        return
    pronouns = ("they", "he", "she", "it") if head in ("they", "we") else ("he", "she", "it", "they")
    found = tuple(f"{story.text[cue]} {word} {story.text[verb]}" for word in pronouns)
    slot, reason = f"{head} {story.lower[cue]} …", "the clause behind it has no subject"
    yield Issue("lost-word", story.span(cue, verb + 1), slot, reason, found)


def _after_one_noun(story: Story, first: int) -> int | None:
    """Return the number of the word after one noun, with a determiner or a number and an adjective or without."""
    at = first
    word = story.word(at)
    if word in DETERMINERS or word in PLURAL_SIGNS or word.isdigit():
        at += 1
    if at > first and "ADJ" in english.parts_of_speech(story.word(at)) and story.word(at + 1) not in _FINITE:
        at += 1
    noun = story.word(at)
    if (
        not story.is_plain(at)
        or noun in _TIMES
        or noun in NOMINATIVE
        or noun in story.words.function
        or noun in HEARERS
    ):
        return None
    if story.in_compound(at) or not english.can_be_noun(noun) or at + 1 >= story.sentence_end(first):
        return None
    return at + 1


def _may_find(story: Story, subject: Subject) -> bool:
    """Whether a subject finds something out; what one among many is, a place behind *found* tells of where it was."""
    head = subject.head
    noun, words = story.lower[head], story.words
    if story.lower[subject.start] in ("a", "an") and story.word(head + 2) in _PLACING:
        return story.word(head + 3) not in DETERMINERS  # "A body found at the quarry has been named"
    return story.is_capital(head) or noun in words.persons or noun in words.documents or noun in words.organisations


def _opens_clause(story: Story, cue: int) -> bool:
    """Whether the subject of the cue opens the sentence, or what stands behind a quotation or a comma."""
    before = cue - 1
    if story.word(before) in NOMINATIVE:
        start = before
    else:
        subject = subject_of(story, cue)
        if subject is None:
            return False
        start = subject.start
        if story.lower[cue] == "found" and not _may_find(story, subject):
            return False  # "A dog found in the cab is with the shelter"
    return start in story.firsts or story.text[start - 1] in (",", ";") or story.text[start - 1] in QUOTE_MARKS
