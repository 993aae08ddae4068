"""The verb of a relative clause about a part of those named: `the nurses, of whom only four WAS interviewed`.

What stands before *of whom* or a number behind it is the subject, and decides (Quirk et al. 1985, 10.41 and 10.43).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_PAIRS = {"has": "have", "have": "has", "is": "are", "are": "is", "was": "were", "were": "was"}
_SINGULAR = frozenset({"has", "is", "was"})
_MANY = (group("counting") | {"three", "ten", "several", "few"}) - {"one"}
_HALVES = _MANY | {"most", "some", "both", "all", "hundreds", "dozens"}
_ONE = frozenset({"one", "each", "neither", "either"})
_APPROXIMATE = frozenset({"only", "just", "at", "least", "about", "some", "nearly", "almost", "fewer", "than"})
_MOST_BETWEEN = 4


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in ("whom", "which")


def relative_parts(story: Story) -> Iterator[Issue]:
    """Yield the verbs that do not agree with the part of those named that they tell of."""
    for relative, word in story.among(_matters):
        if not _matters(word, story.words) or story.word(relative - 1) != "of":
            continue
        if story.spoken[relative] or relative + 1 >= len(story):
            continue
        verb = relative + 1
        number = _part_before(story, relative - 2, of_people=word == "whom")
        if story.lower[verb] not in _PAIRS:
            verb = _behind_number(story, verb)
            number = "plural"
        if not verb or not number:
            continue
        form = story.lower[verb]
        if (number == "singular") != (form in _SINGULAR):
            slot, reason = f"… of {word} …", f"“{form}” does not agree with it"
            yield Issue("agreement", story.span(verb, verb + 1), slot, reason, (_PAIRS[form],))


def _part_before(story: Story, at: int, of_people: bool) -> str:
    """Return the number of the part: `most of whom`, `a copy of which`; empty where it is open."""
    word, before = story.word(at), story.word(at - 1)
    if before in ("and", "or", "nor", "than"):
        return ""
    if word in _ONE and before in (",", "every"):
        return "singular"
    if word in _MANY or (word in _HALVES and of_people):
        return "plural"
    one = story.words.documents.get(word) == "singular" or word in ("copy", "draft", "summary", "transcript", "version")
    return "singular" if one and before in ("a", "an") and story.word(at - 2) == "," else ""


def _behind_number(story: Story, first: int) -> int:
    """Return the place of the verb right behind a number of more than one; 0 if none stands there."""
    at = first
    while at < first + _MOST_BETWEEN and story.word(at) in _APPROXIMATE:
        at += 1
    counted = story.word(at) in _MANY or (story.word(at).isdigit() and story.word(at) != "1")
    return at + 1 if counted and story.word(at + 1) in _PAIRS and story.word(at - 1) not in DETERMINERS else 0
