"""A finite form where a participle or a gerund must stand: `The Ledger, CITE two bankers, reported`, `without GAVE any
names`; and *use to* for *used to*.

What has no subject of its own, beside a clause that has one, is not finite (Quirk et al. 1985, 14.6 to 14.9; 4.15 on
*used to*).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.agreement import is_finite_cue
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary, spelling

_CITE = frozenset({"cite", "quote"})
_CITED = {"cited": "citing", "quoted": "quoting"}
_BEFORE_GERUNDS = frozenset({"without", "after", "before"})
_PAST = {
    "appeared": "appear",
    "gave": "give",
    "knew": "know",
    "met": "meet",
    "responded": "respond",
    "saw": "see",
    "spoke": "speak",
    "testified": "testify",
    "told": "tell",
    "took": "take",
    "went": "go",
    "wrote": "write",
}
_OBJECTS = DETERMINERS | {"any", "no", "to", "him", "them", "us", "reporters", "evidence", "details", "about"}
_NEAR = 6  # words of a subject, before which what asks for the plain form would stand
_ASKED = group("auxiliary") | {"'d", "’d", "never", "n't", "not", "to"}


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _CITE or word in _CITED or word in _BEFORE_GERUNDS or word == "use"


def forms_without_subject(story: Story) -> Iterator[Issue]:
    """Yield the finite forms in a story's frames that have no subject, and the *use to* of who did something once."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word == "use" and _did_once(story, number):
            yield _issue(story, number, "used")
        elif word in _CITED and _is_cited(story, number):
            yield _issue(story, number, _CITED[word])
        elif word in _CITE and _is_aside(story, number):
            yield _issue(story, number, spelling(word, "progressive"))
        elif word in _BEFORE_GERUNDS and _is_gerund(story, number):
            yield _issue(story, number + 1, spelling(_PAST[story.lower[number + 1]], "progressive"))


def _issue(story: Story, number: int, right: str) -> Issue:
    reason = "takes no subject of its own, and so no finite form" if right != "used" else "takes *used to*"
    return Issue("inflection", story.span(number, number + 1), "…", reason, (right,))


def _did_once(story: Story, use: int) -> bool:
    """Whether one person is told of who used to do something: `as my late predecessor USE to say`."""
    one = story.words.persons.get(story.word(use - 1)) == "singular" or story.word(use - 1) in ("he", "she")
    infinitive = story.word(use + 1) == "to" and english.can_be_verb(story.word(use + 2))
    low = max(story.sentence_start(use), use - _NEAR)
    return one and infinitive and _ASKED.isdisjoint(story.lower[low:use])


def _is_aside(story: Story, verb: int) -> bool:
    """Whether a name and a comma stand before, sources behind: `The Evening Ledger, CITE two bankers close to it,`."""
    behind, name = story.word(verb + 1), verb - 2
    sources = (
        behind in PLURAL_SIGNS or story.words.persons.get(behind) == "plural" or behind in ("people", "a", "an", "the")
    )
    return story.text[verb - 1 : verb] == [","] and name >= 0 and story.is_capital(name) and sources


def _is_cited(story: Story, verb: int) -> bool:
    """Whether a cue and a comma stand before, an unnamed source behind: `…, the Echo reported, QUOTED an aide`."""
    behind, cue = story.word(verb + 1), story.word(verb - 2)
    sources = behind in PLURAL_SIGNS or behind in ("a", "an", "one", "unnamed", "sources", "officials")
    return story.word(verb - 1) == "," and is_finite_cue(cue, story.words) and sources


def _is_gerund(story: Story, link: int) -> bool:
    verb = link + 1
    if story.word(verb) not in _PAST or not story.is_plain(verb) or story.word(link - 1) in ("not", "as"):
        return False
    return story.word(verb + 1) in _OBJECTS and has_frame(story, link)
