"""A wrong cue before a listener, or before what somebody is to do: `TOLL reporters that`, `URGES families to`."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.cues import DAYS, PRONOUNS, cue_issue, cue_slot, follows_source
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.reporting import clause_follows
from attribution_lint.checks.phrases.similar import NEAR, distance, is_slip, sound
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import Issue, Story

_TELL = ("told", "tells", "tell", "telling")
_URGE = ("urged", "asked", "warned", "advised", "invited", "instructed")
_SPOKEN_OF = group("spoken-of")
_TAKES_TO = group("takes-to")
_FINITE = group("finite")


def before_audience(story: Story, audience: int) -> Iterator[Issue]:
    """`the minister VERB reporters that`."""
    verb = audience - 1
    if not follows_source(story, verb):
        return
    after = audience + 1
    if story.lower[audience] == "the":
        after = audience + (3 if story.word(audience + 2) == "press" else 2)
    word = story.word(after)
    if not (
        word in ("that", "in", "on", "at", "during", "after", "before", ",")
        or word in PRONOUNS
        or word in DAYS
        or clause_follows(story, after)
    ):
        return
    if story.lower[verb] in story.words.cues or story.lower[verb] in story.words.clause_verbs:
        return
    if word in DETERMINERS and _FINITE.isdisjoint(story.lower[after : story.sentence_end(verb)]):
        return  # "who sold him the tickets"
    yield from cue_slot(story, verb, f"… {story.lower[audience]}", NEAR, pool=_TELL)


def before_listener(story: Story, listener: int) -> Iterator[Issue]:
    """`the fire chief VERB a radio station that`: what sounds like *told*."""
    after = story.word(listener + 1)
    at = listener - 1
    while at > listener - 4 and (story.is_plain(at) or story.is_capital(at)) and story.word(at) not in DETERMINERS:
        at -= 1
    verb = at - 1
    if after not in ("that", "on", "in") or story.word(at) not in DETERMINERS or not follows_source(story, verb):
        return
    word = story.lower[verb]
    slip = distance(word, "told") == 1 and not english.can_be_verb(word)
    if word != "told" and (slip or sound(word) == sound("told")):
        yield from cue_slot(story, verb, "… the court", NEAR, pool=_TELL)


def urging(story: Story, to: int) -> Iterator[Issue]:
    """`the health secretary VERB families to`: one letter from a verb that urges."""
    at = to - 2
    while at > to - 4 and (story.word(at) in DETERMINERS or story.word(at).endswith(("al", "ic"))):
        at -= 1
    word = story.word(at)
    if not story.is_plain(at) or not follows_source(story, at) or word in story.words.clause_verbs:
        return
    found = tuple(right for right in _URGE if distance(word, right) == 1)
    if found and word not in ("tasked", "used", "surged", "asks"):
        yield cue_issue(story, at, "… somebody to", found)


def before_infinitive(story: Story, to: int) -> Iterator[Issue]:
    """`the chairman VERB to say`: a letter or two from *refused* or *declined*; `bowed to block the merger`."""
    verb, base = to - 1, story.word(to + 1)
    word = story.word(verb)
    if not word.endswith("ed") or not follows_source(story, verb):
        return
    pool: tuple[str, ...] = ()
    if base in _SPOKEN_OF and word not in ("declined", "refused", "agreed"):
        pool = ("declined", "refused", "agreed")
    elif (
        word not in story.words.clause_verbs
        and story.word(to + 2) in DETERMINERS
        and "VERB" in english.parts_of_speech(base)
    ):
        pool = ("vowed", "pledged", "threatened", "promised", "refused", "declined")
    found = tuple(
        right
        for right in pool
        if is_slip(word, right) and (distance(word, right) == 1 or (base in _SPOKEN_OF and word[0] == right[0]))
    )
    bare = word == "inclined" and base in ("comment", "elaborate", "answer", "discuss")
    if found and (word not in _TAKES_TO or bare):
        yield cue_issue(story, verb, f"… to {base}", found)
