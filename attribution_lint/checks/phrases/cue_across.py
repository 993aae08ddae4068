"""A cue, or its subject, that stands twice with a phrase between: `The board said in a statement SAID`, `The authors
argue THEY ARGUE that`, `“…,” the credit union IT said.`

A clause of saying has one subject and one cue (Quirk et al. 1985, 14.28 to 14.30).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.agreement import is_finite_cue
from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.openings import ends_quotation
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import CALENDAR, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_LINKS = frozenset({"in", "at", "on", "during", "through", "via"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we"})
_ENDS = frozenset({".", ","})
_FINITE = group("finite")
_LONGEST = 7
_LONGEST_SUBJECT = 6


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in words.cues


def cue_across(story: Story) -> Iterator[Issue]:
    """Yield the cues of a story that stand twice in a clause, and the pronouns that stand behind their noun."""
    for cue, word in story.among(_matters):
        if word not in story.words.cues or story.spoken[cue] or not story.is_plain(cue):
            continue
        yield from _across_occasion(story, cue, word)
        yield from _around_speaker(story, cue, word)
        yield from _across_pronoun(story, cue, word)
        yield from _pronoun_behind(story, cue, word)


def _across_occasion(story: Story, cue: int, word: str) -> Iterator[Issue]:
    """`The board said in a statement SAID that`: nothing but what it was said in stands between."""
    if story.word(cue + 1) not in _LINKS or not is_finite_cue(word, story.words):
        return
    for again in range(cue + 3, min(cue + _LONGEST, story.sentence_end(cue))):
        if story.text[again] in _ENDS or story.lower[again] in NOMINATIVE or story.lower[again] in _FINITE:
            return
        if story.lower[again] == word and _ends_occasion(story, again - 1):
            right = story.text[again - 1]
            yield grammar_issue(story, "double-frame", again - 1, again + 1, f"{word} …", "the cue stands twice", right)
            return


def _ends_occasion(story: Story, last: int) -> bool:
    """Whether what something is said in ends there, or the day behind it."""
    noun = last - 2 if story.lower[last] in CALENDAR and story.word(last - 1) == "on" else last
    return story.lower[noun] in story.words.occasions or story.lower[noun] in story.words.documents


def _around_speaker(story: Story, cue: int, word: str) -> Iterator[Issue]:
    """`“…,” SAID Chief Dube told villagers`: the second cue has a listener, so the first is too many."""
    if word not in ("said", "says") or not ends_quotation(story, cue - 1):
        return
    past = cue + 1
    while past - cue < _LONGEST_SUBJECT and (story.is_capital(past) or story.word(past) in DETERMINERS):
        past += 1
    if past == cue + 1 or story.word(past) not in ("told", "tells") or story.word(past + 1) not in story.words.persons:
        return
    right = story.text[cue + 1]
    yield grammar_issue(story, "double-frame", cue, cue + 2, "… told", "the cue stands twice", right)


def _across_pronoun(story: Story, cue: int, word: str) -> Iterator[Issue]:
    """`The authors argue THEY ARGUE that`."""
    pronoun, again = story.word(cue + 1), cue + 2
    if pronoun not in _PRONOUNS or story.word(again) != word or story.word(again + 1) not in ("that", "the", "it"):
        return
    yield grammar_issue(story, "double-frame", cue, again + 1, f"{word} …", "the cue stands twice", story.text[cue])


def _pronoun_behind(story: Story, cue: int, word: str) -> Iterator[Issue]:
    """`“…,” the credit union IT said.`: the whole subject stands between the quotation and the pronoun."""
    pronoun = cue - 1
    ends = story.text[cue + 1 : cue + 2] in (["."], [","])
    apposed = _is_apposed(story, pronoun - 1) and story.word(cue + 1) == "that"
    if not (ends or apposed) or story.word(pronoun) not in _PRONOUNS - {"we"} or not is_finite_cue(word, story.words):
        return
    if apposed or _is_behind_quotation(story, pronoun):
        slot, right = f"… {word}", story.text[cue]
        yield grammar_issue(story, "function-word", pronoun, cue + 1, slot, "has its subject already", right)


def _is_behind_quotation(story: Story, pronoun: int) -> bool:
    """Whether a subject, and nothing else, stands between a quotation and a pronoun."""
    first = pronoun - 1
    while first > 0 and pronoun - first <= _LONGEST_SUBJECT and not ends_quotation(story, first):
        if not (story.is_plain(first) or story.is_capital(first)) or story.lower[first] in _FINITE:
            return False
        first -= 1
    opens = story.word(first + 1) in DETERMINERS or story.is_name(first + 1)
    named = story.word(pronoun - 1) in story.words.speakers or story.is_name(pronoun - 1)
    return first < pronoun - 1 and ends_quotation(story, first) and opens and named


def _is_apposed(story: Story, comma: int) -> bool:
    """Whether the sentence opens with a person and the name between commas: `The clerk, Pia Lundgate, SHE said`."""
    name = comma - 1
    while story.is_capital(name):
        name -= 1
    if story.word(comma) != "," or comma - name < 3 or story.word(name) != ",":
        return False
    low, post = story.sentence_start(comma), name - 1
    opens = story.lower[low] in DETERMINERS and 0 < post - low < _LONGEST_SUBJECT
    return (
        opens and story.words.persons.get(story.lower[post]) == "singular" and _FINITE.isdisjoint(story.lower[low:post])
    )
