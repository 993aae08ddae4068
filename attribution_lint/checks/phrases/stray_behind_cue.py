"""A word of grammar between a cue and the clause it takes: `denied IT that the`, `found IS that the`, `said SHE the`.

A cue takes a clause right behind it; another subject, a form of *be* or a conjunction before *that* has no place there
(Huddleston and Pullum 2002, 11.4). Only a cue whose own subject opens its clause is looked at, so that nothing that
stands ahead can be what is said: *what he said was that*.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.agreement import is_finite_cue
from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import listener_end, tells
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.one_phrase import one_phrase
from attribution_lint.checks.phrases.openings import opens_clause
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_BE = frozenset({"is", "was", "are", "were"})
_PRONOUNS = frozenset({"it", "he", "she", "they"})
_JOINS = frozenset({"and", "as", "in", "at", "of", "to", "by", "with", "on", "from", "for"})
_OPENS = DETERMINERS | PLURAL_SIGNS | _PRONOUNS
_STRAY = _BE | _PRONOUNS | _JOINS
_SAID = frozenset({"said", "says", "say"})
_FINITE = group("finite")


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return _is_cue(word, words)


def _is_cue(word: str, words: Vocabulary) -> bool:
    return word in _SAID or is_finite_cue(word, words)


def stray_behind_cue(story: Story) -> Iterator[Issue]:
    """Yield the words of grammar in a story that stand between a cue and what it takes."""
    for cue, word in story.among(_matters):
        stray = cue + 1
        if not _is_cue(word, story.words) or story.spoken[cue] or story.word(stray) not in _STRAY:
            continue
        if not story.is_plain(cue) or not story.is_plain(stray) or stray + 2 >= story.sentence_end(cue):
            continue
        if not _is_stray(story, cue, stray) or not opens_clause(story, cue):
            continue
        slot, reason = f"{word} …", f"“{story.text[stray]}” does not belong in it"
        yield grammar_issue(story, "function-word", cue, stray + 1, slot, reason, story.text[cue])


def _is_stray(story: Story, cue: int, stray: int) -> bool:
    """Whether what follows the word is all that the cue takes, and the word can open no phrase of its own."""
    word, after = story.lower[stray], stray + 1
    if story.lower[after] == "that":
        return _takes_that(story, cue, word) and _is_that_clause(story, after)
    if word in _JOINS:
        return False
    if word in _BE:
        return story.lower[cue] in _SAID and one_phrase(story, after, _FINITE) is not None
    if story.lower[cue] in ("told", "tells"):
        return word == "it" and listener_end(story, after) is not None
    return word in _PRONOUNS and one_phrase(story, after, _FINITE) is not None


def _takes_that(story: Story, cue: int, word: str) -> bool:
    """Whether no reading joins the cue and the word: *said it that way*, *agreed on that*, *was in that sense*."""
    if word in ("in", "on", "for", "from", "with", "to", "of"):
        return word in ("in", "on") and story.lower[cue] in _FINDS
    return True


_FINDS = frozenset({"concluded", "found", "heard", "showed", "shows", "ruled", "said", "denied", "insisted", "claimed"})


def _is_that_clause(story: Story, that: int) -> bool:
    """Whether *that* opens a clause with a determiner, a name, a pronoun or a number for its subject."""
    first = that + 1
    word = story.lower[first]
    if not tells(story, that) or (word in story.words.function and word not in _OPENS):
        return False
    opens = word in _OPENS or story.is_capital(first) or word[0].isdigit() or word == "$"
    return opens or (word.endswith("s") and story.is_plain(first))
