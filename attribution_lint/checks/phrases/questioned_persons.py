"""The plain form of what is done to persons, behind them and before who does it: `Two nurses QUESTION by the inquiry`.

With another verb behind it can only shorten a relative clause, and is a participle (Quirk et al. 1985, 17.28). So it
is in *It was REVEAL that*, where no noun stands with a clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import CALENDAR, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary, spelling

_DONE = group("done-to-persons") | {"quote", "survey", "poll", "contact", "consult", "cite"}
_AGENTS = DETERMINERS | {"police", "lawyers"}
_REPORTED = group("reported-behind-as") | {"allege", "suggest", "decide", "agree", "argue", "rumour"}
_BE = frozenset({"is", "was", "been"})
_BETWEEN = group("later") - {"have", "had", "has"} | {"also", "widely", "already", "not"}
_VERBS = group("finite") | {"said", "say", "told", "denied", "confirmed", "described", "complained"}
_BROKEN = frozenset({"and", "or", "but", "who", "which", "that", "when", "as", "because"})
_REACH = 9


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _DONE or word in _REPORTED


def questioned_persons(story: Story) -> Iterator[Issue]:
    """Yield the plain forms that stand for participles behind persons and behind *it was*."""
    for verb, word in story.among(_matters):
        if not story.is_plain(verb) or story.in_compound(verb) or not _matters(word, story.words):
            continue
        behind_it = word in _REPORTED and story.word(verb + 1) == "that" and _is_impersonal(story, verb)
        if behind_it or (word in _DONE and _is_done(story, verb) and _has_verb(story, verb)):
            slot, reason = f"{story.word(verb - 1)} …", "takes a participle"
            yield Issue("inflection", story.span(verb, verb + 1), slot, reason, (spelling(word, "participle"),))


def _is_impersonal(story: Story, verb: int) -> bool:
    be = verb - 1
    while story.word(be) in _BETWEEN:
        be -= 1
    it = be - 1 - (story.word(be) == "been")
    perfect = story.word(be) == "been" or story.lower[verb] not in ("show", "state")  # "it was state that mattered"
    return perfect and story.word(be) in _BE and story.word(it) == "it"


def _is_done(story: Story, verb: int) -> bool:
    """Whether persons open the sentence, and who does it or a day stands behind."""
    person, after, agent = verb - 1, story.word(verb + 1), verb + 2
    low = story.sentence_start(verb)
    if story.word(person) not in story.words.persons or person - low > _REACH // 2:
        return False
    if any(story.lower[n] in story.words.function - DETERMINERS - PLURAL_SIGNS for n in range(low, person)):
        return False
    whole = all(story.is_plain(n) for n in range(low + 1, verb))
    if after == "by":
        named = story.is_capital(agent) or story.word(agent) in _AGENTS
        return whole and named
    return whole and after == "on" and story.word(agent) in CALENDAR and story.is_capital(agent)


def _has_verb(story: Story, verb: int) -> bool:
    """Whether the persons have another verb."""
    for at in range(verb + 3, min(verb + _REACH, story.sentence_end(verb))):
        if story.lower[at] in _BROKEN or not story.text[at][0].isalnum():
            return False
        if story.lower[at] in _VERBS and story.is_plain(at):
            return True
    return False
