"""*said* with a listener, *told* without one, either of them twice."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.according import OBJECTS
from attribution_lint.checks.phrases.frames import grammar_issue, has_object_ahead, means_words, noun_follows
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import listener_end
from attribution_lint.checks.phrases.slots import DETERMINERS, before_apposition
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.wrong_case import is_object

_SPEAKERS = frozenset({"he", "she", "they", "who"})
_BE = group("be")
AUDIENCE = frozenset(["reporters", "journalists", "lawmakers", "investors", "supporters"])
_OUTLETS = group("outlets")
_FOLLOWS = group("follows")
DAYS = group("days")
_LISTENERS = group("listeners")
_FINITE = group("finite")
_ORDINALS = group("ordinals")


def bad_told(story: Story, number: int) -> Iterator[Issue]:
    """*told* without a listener, or with *to* before one."""
    before, after = story.word(number - 1), story.word(number + 1)
    if not is_active(story, number):
        return
    to_listener = after == "to" and (story.word(number + 2) in AUDIENCE or story.word(number + 2) in _OUTLETS)
    if to_listener and not has_object_ahead(story, number):
        right = f"{story.text[number]} {story.text[number + 2]}"
        yield grammar_issue(
            story, "function-word", number, number + 3, "told", "takes its listener without “to”", right
        )
        return
    said = "said" if story.lower[number] == "told" else "says"
    alone = after == "that" and story.word(number + 2) not in ("to", "story", "tale", ".", ",", "same", "one", "joke")
    alone = alone and not _are_told(story, number) and story.word(number - 2) not in _ORDINALS
    if after in ("at", "during") and story.word(number + 2) in ("a", "an"):
        heads = (story.word(n) for n in range(number + 3, number + 6))
        alone = alone or any(head in ("rally", "briefing", "conference", "hearing", "meeting") for head in heads)
    alone = (
        alone or after in ("he", "she", "they", "there") or (after in (".",) and story.word(number - 2) in QUOTE_MARKS)
    )
    if after in DAYS or (after == "on" and story.word(number + 2) in DAYS):
        past = number + (2 if after in DAYS else 3)
        alone = alone or story.word(past) in ("that", ".", "in", "the", "he", "she", "they")
    if after in ("in", "during") and story.word(number + 2) in ("a", "an"):
        alone = alone or any(
            story.word(n) in ("statement", "interview", "email", "tweet", "release") for n in (number + 3, number + 4)
        )
    named = before_apposition(story, number - 1) != number - 1
    if alone and (before != "," or named) and not is_object(story, number + 1):
        yield grammar_issue(
            story, "said-told", number, number + 1, story.lower[number], "takes a listener and has none", said
        )


def bad_said(story: Story, number: int) -> Iterator[Issue]:
    """*said* with a listener, or twice over its speaker."""
    before, after = story.word(number - 1), story.pronoun(number + 1)
    if before in ("was", "were") and story.text[number + 1 : number + 2] == ["."] and _quoted(story, number):
        yield grammar_issue(
            story, "function-word", number - 1, number + 1, "said", "a quotation needs a speaker", "said"
        )
        return
    told = "told" if story.lower[number] == "said" else "tells"
    if (
        (after in OBJECTS and before != "that" and not _means_the_words(story, number))
        or (after == "her" and story.word(number + 2) == "that" and story.word(number + 3) in DETERMINERS)
        or _closes_speech(story, number)
    ):
        yield grammar_issue(story, "said-told", number, number + 1, story.lower[number], "takes no listener", told)
    elif after in AUDIENCE or after in _OUTLETS or (after == "the" and story.word(number + 2) == "associated"):
        past = number + 2 if after != "the" else number + (5 if story.word(number + 3) == "press" else 4)
        follows = story.word(past)
        quoted = story.word(number - 2) in QUOTE_MARKS and before in _SPEAKERS
        if is_active(story, number) and (
            follows == "that"
            or follows in DAYS
            or (quoted and (follows in _FOLLOWS or follows == "."))
            or (
                follows in ("in", "during")
                and story.word(past + 2) in ("interview", "statement", "phone", "telephone", "briefing", "news")
            )
            or (follows in ("he", "she") and after in AUDIENCE)
        ):
            yield grammar_issue(story, "said-told", number, number + 1, story.lower[number], "takes no listener", told)
    elif after in ("he", "she", "they") and before == after and story.lower[number] == story.word(number + 2) == "said":
        yield grammar_issue(
            story,
            "doubled-word",
            number - 1,
            number + 3,
            "said",
            "the frame stands twice",
            story.slice(number - 1, number + 1),
        )
    elif (
        story.is_plain(number)
        and after in ("told", "says", "said")
        and after != story.lower[number]
        and is_active(story, number)
    ):
        yield grammar_issue(
            story,
            "double-frame",
            number,
            number + 2,
            "said",
            "two cue verbs stand side by side",
            story.text[number + 1],
            story.text[number],
        )


def _are_told(story: Story, told: int) -> bool:
    """Whether persons were told and say something themselves: `Residents told that their homes might flood say`."""
    if story.words.persons.get(story.word(told - 1)) != "plural":
        return False
    words = story.words
    return any(
        story.lower[n] in words.frequent_cues and story.is_plain(n - 1) and story.lower[n - 1] not in words.function
        for n in range(told + 4, story.sentence_end(told) - 1)
        if story.lower[n - 1] not in words.sources
    )


def _closes_speech(story: Story, number: int) -> bool:
    """Whether speech stands before the speaker, and a listener and a time behind: `"…," he SAID the jury when`."""
    end = listener_end(story, number + 1, persons=False)
    if end is None or end >= len(story) or (story.lower[end] not in _WHILE and story.text[end] not in (".", ",")):
        return False
    at = number - 1
    while at > number - _LONGEST_SPEAKER and (story.is_capital(at) or story.is_plain(at)):
        if story.lower[at] in DETERMINERS or (story.lower[at] in story.words.function and at < number - 1):
            at -= 1
            break
        at -= 1
    speaks = is_active(story, number)
    return speaks and story.text[at] in QUOTE_MARKS and story.word(at - 1) in (",", "?", "!")


_WHILE = frozenset({"as", "when", "while", "after", "before", "on", "in", "at", "during", "outside", "last", "through"})
_LONGEST_SPEAKER = 6


def _quoted(story: Story, number: int) -> bool:
    """Whether a quotation and a speaker with a determiner, and nothing else, stand before the passive."""
    at = number - 2
    while at > number - 6 and story.is_plain(at) and story.lower[at] not in DETERMINERS:
        at -= 1
    person = story.word(number - 2) in story.words.persons
    return person and story.lower[at] in DETERMINERS and story.text[at - 1] in QUOTE_MARKS


def _means_the_words(story: Story, said: int) -> bool:
    """Whether *them* are the words, as nothing is said to them: "he took back what he wrote after he said them"."""
    if story.word(said + 1) != "them" or story.word(said + 2) in ("that", "he", "she", "they", "it", "there"):
        return False
    if story.word(said + 2) == "for" and story.word(said + 4) in ("first", "last") and story.word(said + 6) != "that":
        return True  # "she said them for the last time"
    return story.word(said + 2) in _BEHIND_WORDS or means_words(story, said)


_BEHIND_WORDS = frozenset({".", ",", ";", ":", "!", "?", "", "but", "and", "in", "at", "on", "again", "out", "aloud"})
_BEHIND_WORDS |= {"into", "with", "twice", "softly", "slowly", "quietly", "loudly"}


def said_to_listener(story: Story, number: int) -> Iterator[Issue]:
    """`she said the tribunal that her husband had …`: one finite verb only, so *that* opens what was said."""
    at = next((n - 1 for n in range(number + 3, number + 6) if story.word(n) == "that"), None)
    if (
        at is None
        or not _listens(story, number + 1, at)
        or story.word(at + 1) != "that"
        or (not noun_follows(story, at + 2) and story.word(at + 2) not in ("he", "she", "they"))
    ):
        return
    if sum(story.lower[n] in _FINITE for n in range(at + 2, story.sentence_end(number))) == 1:
        yield grammar_issue(story, "said-told", number, number + 1, "said", "takes no listener", "told")


def _listens(story: Story, first: int, last: int) -> bool:
    """Whether the words are an outlet, a body that listens, or somebody's people."""
    inside = range(first + 1, last + 1)
    if any(story.lower[n] in story.words.function or story.spoken[n] for n in inside):
        return False
    if story.lower[last] in _LISTENERS or (story.lower[first] == "the" and all(map(story.is_name, inside))):
        return True
    owned = story.lower[first] in ("his", "her", "their", "its")
    return owned and last == first + 1 and story.words.persons.get(story.lower[last]) == "plural"


def is_active(story: Story, verb: int) -> bool:
    """Whether a speaker stands right before the verb and no passive auxiliary."""
    at = verb - 1
    while story.word(at) in ("also", "later", "then", "first", "previously", "recently"):
        at -= 1
    word = story.word(at)
    if at < story.sentence_start(verb) or word in _BE or story.spoken[at]:
        return False
    return (
        word in _SPEAKERS
        or story.is_name(at)
        or word in story.words.persons
        or (word in story.words.organisations and story.words.organisations[word] == "singular")
    )
