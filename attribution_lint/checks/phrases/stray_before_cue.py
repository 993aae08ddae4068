"""A word of grammar between a speaker and the cue: `The magistrate AND ruled that`, `Residents OF said the lift had`.

A subject that is read whole, with no verb in it, takes its verb; a preposition, a conjunction or an article between the
two has nothing to govern, to join or to open (Huddleston and Pullum 2002, 2.4). An adverb may stand there.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.agreement import is_finite_cue
from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import listener_end
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.openings import ends_quotation, opens_clause
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, PLURAL_SIGNS, is_clause
from attribution_lint.checks.phrases.story import CALENDAR, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_LINKS = frozenset({"of", "to", "for", "with", "from", "at", "by", "on", "in", "about"})
_PARTICLES = frozenset({"in", "on", "by", "about"})
_JOINS = frozenset({"and", "or", "but", "how", "as", "because"})
_ARTICLES = frozenset({"a", "an", "the"})
_BE = frozenset({"is", "are"})
_STRAY = _LINKS | _JOINS | _ARTICLES | _BE | {"that", "it"}
_SPEAKS = frozenset({"said", "says", "told", "tells"})
_FINITE = group("finite")
_AFTER = frozenset({"that", "him", "her", "them", "reporters", "whether"})
_AFTER_SAID = frozenset({"in", "on", "at", "after", "as", "when", "late", "early", "last"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return _is_cue(word, words)


def _is_cue(word: str, words: Vocabulary) -> bool:
    return is_finite_cue(word, words) and (word in _SPEAKS or not english.can_be_noun(word))


def stray_before_cue(story: Story) -> Iterator[Issue]:
    """Yield the words of grammar in a story that stand between a speaker and the cue, or a quotation and its cue."""
    for cue, word in story.among(_matters):
        stray = cue - 1
        if not _is_cue(word, story.words) or story.spoken[cue] or story.word(stray) not in _STRAY:
            continue
        if not story.is_plain(stray) or not story.is_plain(cue) or story.in_compound(cue) or stray in story.firsts:
            continue
        behind_quotation = ends_quotation(story, stray - 1) and _names_speaker(story, cue)
        if not behind_quotation and not (_reports(story, cue, stray) and _follows_speaker(story, stray)):
            continue
        slot, reason = f"… {word}", f"“{story.text[stray]}” does not belong in it"
        yield grammar_issue(story, "function-word", stray, cue + 1, slot, reason, story.text[cue])


def _follows_speaker(story: Story, stray: int) -> bool:
    """Whether a whole subject that opens its clause ends before the word, and the word can be no part of it."""
    word, before = story.lower[stray], story.word(stray - 1)
    low = story.sentence_start(stray)
    if low and story.text[low][0].isdigit() and story.text[low - 1].endswith(".") and _is_short(story, low - 1):
        return False  # "cites s. 6.1 of the act and gives": no sentence starts there
    if before in NOMINATIVE:
        return word != "it" and before not in ("it", "there", "you") and opens_clause(story, stray)
    if word == "that" or before in CALENDAR or before in story.words.function:
        return False
    if word in _PARTICLES and stray - story.sentence_start(stray) > 2:
        return False  # "everyone the porter let in said"
    return opens_clause(story, stray) and not _may_hold_verb(story, stray, joins=word in _JOINS | {"to"})


def _is_short(story: Story, stop: int) -> bool:
    """Whether a full stop ends an abbreviation of a few small letters: *s.*, *art.*, *no.*"""
    short = story.text[stop].rstrip(".") or (story.text[stop - 1] if stop and story.glued(stop - 1) else "")
    return 0 < len(short) <= _SHORT and short.islower()


_SHORT = 3


def _may_hold_verb(story: Story, stray: int, joins: bool) -> bool:
    """Whether a verb that the subject was read over may stand ahead: `Ads looked at 49 towns AND found that`.

    Where the word may join two verbs or open an infinitive, any word that can be a verb counts, else a past form.
    """
    ahead = (story.lower[n] for n in range(story.sentence_start(stray) + 1, stray) if not story.is_capital(n))
    return any(
        word not in story.words.sources
        and (joins or word.endswith("ed") or "NOUN" not in english.parts_of_speech(word))
        for word in ahead
        if "VERB" in english.parts_of_speech(word)
    )


def _reports(story: Story, cue: int, stray: int) -> bool:
    """Whether what is said, or who is told, follows the cue, so that it is the verb and describes no noun."""
    word, after, between = story.lower[cue], story.word(cue + 1), story.lower[stray]
    if between in _BE:
        return word in ("says", "suggests") and after in DETERMINERS | {"that"}
    if between == "as" and word not in _SPEAKS:
        return after == "that" or after in NOMINATIVE  # "the toll as reported the next day"
    if between == "it" or between in _ARTICLES:
        once = sum(word in _FINITE for word in story.lower[cue + 1 : story.sentence_end(cue)]) <= 1
        return once and (after == "that" or is_clause(story, cue + 1))
    if after in _AFTER or after in DETERMINERS or after in NOMINATIVE or after in PLURAL_SIGNS:
        return True
    if word not in _SPEAKS:
        return False
    if word in ("told", "tells"):
        return listener_end(story, cue + 1) is not None
    return between != "as" and (after in _AFTER_SAID or after in CALENDAR or after in (".", ","))


def _names_speaker(story: Story, cue: int) -> bool:
    """Whether the speaker of a quotation stands behind *said*: `“…,” of said a diplomat`."""
    after, between = cue + 1, story.lower[cue - 1]
    if story.lower[cue] not in ("said", "says") or between in ("as", "that", "and", "but", "how", "because", "it"):
        return False
    if between in _ARTICLES:
        return False
    person = any(story.word(n) in story.words.persons for n in range(after + 1, after + 4))
    return (story.word(after) in DETERMINERS and person) or story.is_name(after)
