"""A cue in the present or the future with a time that is over: `“…,” SAYS Mr Roe last night`, `Yesterday he WILL TELL`.

A time that is over takes the past (Quirk et al. 1985, 4.14 and 8.60). *Last year prices rose* may be what is said, so
the time must close what the frame says, or open the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import CALENDAR, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary

_TIMES = group("times")
_FINITE = group("finite")
_SAYS = frozenset(
    {"says", "tells", "adds", "confirms", "admits", "denies", "insists", "claims", "warns", "say", "tell"}
)
_BEHIND = frozenset({".", "that", ","})
_NEAR = 6


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in ("last", "yesterday")


def cues_of_past_times(story: Story) -> Iterator[Issue]:
    """Yield the cues of a story that are not in the past and have a time that is over."""
    for time, word in story.among(_matters):
        if word not in ("last", "yesterday") or story.spoken[time]:
            continue
        end = time + 1 if word == "yesterday" else time + 2
        night = word == "last" and (story.word(time + 1) in _TIMES or story.word(time + 1) in CALENDAR)
        if (word == "last" and not night) or end >= len(story) or story.word(time - 1) in ("the", "his", "her", "its"):
            continue
        if time in story.firsts:
            found = _first_verb(story, end)
        else:
            found = _verb_before(story, time) if story.lower[end] in _BEHIND else None
        if found is not None:
            first, last = found
            right = _past(story, last - 1)
            if right:
                slot, reason = "… " + story.slice(time, end), "takes the past"
                yield Issue("agreement", story.span(first, last), slot, reason, (right,))


def _verb_before(story: Story, time: int) -> tuple[int, int] | None:
    """Return the cue before a time, with nothing between but its subject: `says Mr Roe`, `is hearing`."""
    low = max(story.sentence_start(time), time - _NEAR)
    for at in range(time - 1, low, -1):
        word = story.lower[at]
        if not story.is_plain(at) and not story.is_capital(at) and story.text[at] not in (".", "-"):
            return None
        verbal = word not in story.words.sources or story.lower[at - 1] in ("is", "are")
        if story.is_plain(at) and word in story.words.cues and verbal:
            helped = _helped(story, at) if at == time - 1 else None
            inverted = story.text[at - 1] in (",", '"', "”")
            beside = at == time - 1 and story.word(time + (1 if story.lower[time] == "yesterday" else 2)) != ","
            alone = word in _SAYS and (inverted or beside) and story.word(at - 1) not in ("to", "not", "will")
            return helped or ((at, at + 1) if alone else None)
        if word in _FINITE or (word in story.words.function and word not in ("the", "a", "an", "of")):
            return None
    return None


def _first_verb(story: Story, first: int) -> tuple[int, int] | None:
    """Return the first verb behind a time that opens the sentence, if it is of what is to come: `will tell`."""
    for at in range(first, min(first + _NEAR, story.sentence_end(first))):
        word = story.lower[at]
        if word == "will" and story.is_plain(at):
            return _helped(story, at + 1)
        if word in _FINITE or word in ("who", "that", "which", "'s", "’s") or word in story.words.frequent_cues:
            return None
    return None


def _helped(story: Story, verb: int) -> tuple[int, int] | None:
    """Return the place of an auxiliary and its cue: `is hearing`, `will tell`."""
    helping, forms = story.word(verb - 1), {form for form, _ in story.words.cues.get(story.word(verb), ())}
    wanted: set[Form] = {"base"} if helping == "will" else {"progressive"}
    fits = helping in ("will", "is", "are") and bool(forms & wanted)
    return (verb - 1, verb + 1) if fits and story.is_plain(verb) else None


def _past(story: Story, verb: int) -> str:
    base = story.words.cues[story.lower[verb]][0][1]
    return next((spelt for spelt, uses in story.words.cues.items() if ("past", base) in uses), "")
