"""A wrong cue before the clause that it reports: `the minister WARMED that`, `Smith SAD he would`."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.cues import DAYS, PRONOUNS, cue_issue, cue_slot, follows_source
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.similar import NEAR, closest, distance
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS, clause_head
from attribution_lint.checks.phrases.story import BREAKS, CALENDAR, Issue, Story

_OCCASION = group("occasion")
_NO_CUE = group("no-cue")
FINITE = group("finite")
_PLACES = group("places")
_WHERE = frozenset({"in", "at", "on", "during", "after", "before", "through", "via", "under", "to"})


def before_clause(story: Story, that: int) -> Iterator[Issue]:
    """`the minister VERB that …`."""
    verb = before_time(story, that - 1)
    verb = _before_adjunct(story, verb)
    if story.word(verb) in _NO_CUE or not (follows_source(story, verb) or _after_subject(story, verb)):
        return
    if is_of_cue_before(story, that):
        return
    if story.word(that + 1) in ("of", ",", ".", "day", "time", "year", "night", "week", "month") or not clause_follows(
        story, that + 1
    ):
        return
    yield from cue_slot(story, verb, "… that", NEAR, noun=True)


def _after_subject(story: Story, verb: int) -> bool:
    """Whether a source with a phrase of place stands before the word: `a two-year trial in Pune VERB that`."""
    found = clause_head(story, verb)
    if found is None or story.lower[found[1]] not in story.words.sources or not story.is_plain(verb):
        return False
    word = story.lower[verb]
    return any(distance(word, cue) == 1 for cue in ("found", "said", "showed", "shows", "finds", "says", "warned"))


def _before_adjunct(story: Story, at: int) -> int:
    """Return the word before `in a press release`, `after training`, `in court`; else `at`."""
    if story.word(at) not in _PLACES and story.word(at) not in story.words.occasions:
        return at
    low = max(at - 5, story.sentence_start(at) + 1)
    for number in range(at - 1, low, -1):
        word = story.word(number)
        if word in _WHERE and not (word == "to" and english.can_be_verb(story.word(number + 1))):
            return number - 1
        if not (story.is_plain(number) or story.is_capital(number)) or (
            word in story.words.function and word not in DETERMINERS
        ):
            return at
    return at


def is_of_cue_before(story: Story, that: int) -> bool:
    """Whether *that* may open what an earlier cue tells, behind where and when: `said after the market opened THAT`."""
    low = max(story.sentence_start(that), that - _LONGEST_PLACE)
    for cue in range(that - 3, low - 1, -1):
        if story.text[cue] in BREAKS or story.text[cue] == "," or story.lower[cue] == "that":
            return False
        if story.lower[cue] in story.words.frequent_cues and story.lower[cue + 1] in _PLACED:
            return True
    return False


_LONGEST_PLACE = 14
_PLACED = frozenset({"in", "on", "at", "after", "before", "during", "when", "as", "while"})


def before_time(story: Story, at: int) -> int:
    """Return the word before a time or a place of speech (`on Thursday`, `in March`, `last week`), else `at`."""
    if story.word(at) in CALENDAR:
        if story.word(at - 1) not in ("on", "in", "last", "late", "early"):
            return at - 1
        return at - (3 if story.word(at - 2) in ("late", "early") else 2)
    if story.word(at) in ("week", "month", "year", "night") and story.word(at - 1) in ("last", "this"):
        return at - 2
    if story.word(at) in ("yesterday", "today", "earlier", "court") or story.word(at).endswith("ly"):
        return at - 2 if story.word(at) == "court" and story.word(at - 1) == "in" else at - 1
    return at


def before_subject(story: Story, subject: int) -> Iterator[Issue]:
    """`Smith VERB he would …`: a nominative pronoun cannot be the object of the word before it."""
    verb = subject - 1
    if not follows_source(story, verb) or story.spoken[subject]:
        return
    if story.word(subject) == "there" and story.word(subject + 1) not in FINITE:
        return
    if story.word(verb) in story.words.sources:
        return
    yield from cue_slot(story, verb, f"… {story.lower[subject]}", NEAR + 0.06)


def before_anonymity(story: Story, preposition: int) -> Iterator[Issue]:
    """`who VERB on condition of anonymity`: somebody speaks so, and does nothing else."""
    if "anonymity" not in story.lower[preposition + 2 : preposition + 5] or story.word(preposition - 1) in FINITE:
        return
    verb = preposition - 1
    word, words = story.word(verb), story.words
    if not story.is_plain(verb) or word in words.cues or word in words.clause_verbs or word in words.function:
        return
    if word in words.sources or not (english.can_be_verb(word) or not english.is_word(word)):
        return
    found = tuple(right for right, _ in closest(word, _SPEAKING, _SPEAKING, NEAR - 0.02))
    if found:
        yield cue_issue(story, verb, "… on condition of anonymity", found)


_SPEAKING = ("spoke", "speaking", "spoken", "talked")


def before_occasion(story: Story, preposition: int) -> Iterator[Issue]:
    """`the company VERB in a statement`."""
    if story.word(preposition + 1) not in ("a", "an", "the", "his", "her", "its", "their"):
        return
    if not any(story.word(n) in _OCCASION for n in range(preposition + 2, preposition + 5)):
        return
    verb = preposition - 1
    if story.word(verb) in DAYS:
        verb -= 1 + (story.word(verb - 1) == "on")
    if follows_source(story, verb) and story.word(verb) not in story.words.sources:
        yield from cue_slot(story, verb, "… in a statement", NEAR + 0.04)


def clause_follows(story: Story, first: int) -> bool:
    """Whether a finite auxiliary follows within a few words."""
    end = min(first + 10, story.sentence_end(first))
    word = story.word(first)
    if (
        word in DETERMINERS
        or word in PRONOUNS
        or word in PLURAL_SIGNS
        or word in ("it", "there")
        or story.is_name(first)
    ):
        return True
    return any(story.lower[n] in FINITE for n in range(first + 1, end))
