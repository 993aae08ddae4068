"""Agreement and inflection of source and cue.

A singular body may take a plural verb as in British copy, so only persons and documents are held to number
(Quirk et al. 1985, 10.36, on collective nouns).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.adjacent_agreement import beside_the_cue
from attribution_lint.checks.phrases.distant_agreement import far_from_the_cue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.plain_forms import is_governed, is_name_of, is_own_base, takes_plain_form
from attribution_lint.checks.phrases.slots import subject_start
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.verb_issues import form_issue, verb_issue
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_PLAIN_BASES = group("plain-bases")
_AUXILIARY = group("auxiliary")
_WANTS_BASE = group("wants-base")
NOT_HELD = group("prepositions-too") | group("pasts-too")
"""Verb forms that are prepositions too, or the past of another verb: *a coach like him*, *the deck where she lay*."""


_OWNERS = frozenset({"the", "a", "whose", "his", "her", "their", "my", "our", "'s", "’s", "last"})
"""What makes *will*, *can* or *might* a noun: "whose will left the farm to him"."""


def is_finite_cue(word: str, words: Vocabulary) -> bool:
    """Whether a word is held for a cue in the past or the third person, and is no base form."""
    forms = {form for form, _ in words.cues.get(word, ())}
    return word not in NOT_HELD and "base" not in forms and not forms.isdisjoint({"past", "third"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in words.cues and word not in NOT_HELD


def bad_agreement(story: Story) -> Iterator[Issue]:
    """Yield the disagreements between sources and their cues, and the wrong forms of both."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word in story.words.cues:
            yield from _verb(story, number)


def _verb(story: Story, number: int) -> Iterator[Issue]:
    word = story.lower[number]
    forms = {form for form, _ in story.words.cues[word]}
    base = next(base for _, base in story.words.cues[word])
    before = story.word(number - 1)
    alone = before == "it" and number - 1 == story.sentence_start(number)
    if (before in ("he", "she") or alone) and forms == {"base"} and story.is_plain(number):
        if not is_governed(story, number - 1):
            yield verb_issue(story, number, before, ("third", "past"))
    elif before in ("they", "we", "i") and "third" in forms and story.is_plain(number):
        yield verb_issue(story, number, before, ("base", "past"))
    elif takes_plain_form(story, number - 1):
        finite = forms <= {"past", "participle"} or forms == {"third"}
        noun = before in _AUXILIARY and (story.word(number - 2) in _OWNERS or is_name_of(story, number - 1))
        noun = noun or story.in_compound(number - 1) or is_own_base(story, number)
        if finite and story.is_plain(number) and not noun:
            yield form_issue(story, number, base, "takes the plain form")
    elif (
        before in ("has", "have", "had")
        and forms == {"base"}
        and base in ("say", "tell", "write", "speak", "add", "deny", "confirm")
    ):
        if base != "say" or story.word(number + 1) not in ("over", "in", "on"):
            yield verb_issue(story, number, before, ("participle",))
    elif before == "to" and forms <= {"past", "participle", "third"} and story.word(number - 2) in _WANTS_BASE:
        yield form_issue(story, number, base, "takes the plain form")
    elif (
        before in ("he", "she")
        and forms == {"progressive"}
        and (
            story.word(number + 1) in ("that", "he", "she", "they")
            or (story.word(number - 2) in QUOTE_MARKS and story.text[number + 1 : number + 2] in (["."], [","]))
        )
        and not is_governed(story, number - 1)
        and story.text[max(number - 2, 0)] not in (",", ":", ";", "—", "–")  # "they argued, he insisting that"
    ):
        yield verb_issue(story, number, before, ("past", "third"))
    elif before == "had" and forms == {"third"} and not english.can_be_noun(word):
        yield verb_issue(story, number, before, ("participle",))
    elif english.can_be_noun(word) and story.word(number + 1) == "of":
        return  # "A hand recount of all ballots"
    elif word in story.words.persons and story.word(number + 1) == "," and story.word(number + 2) in ("a", "an", "the"):
        return  # "The principal suspect, a postgraduate named Lars"
    elif english.can_be_noun(word) and story.word(number + 1) in ("had", "have", "has", "were", "was", "are", "is"):
        return  # "findings in earlier reports had not"
    elif before in ("have", "has", "was", "were") and "participle" in forms:
        yield from _auxiliary(story, number, before)
    elif story.is_plain(number) and base in _PLAIN_BASES:
        found = list(beside_the_cue(story, number, forms))
        yield from found or far_from_the_cue(story, number, forms)


def _auxiliary(story: Story, number: int, auxiliary: str) -> Iterator[Issue]:
    """`The minister have said`, `the engineers was quoted`, `neither driver were asked`."""
    noun = story.word(number - 2)
    if not story.is_plain(number - 2):
        return
    start = subject_start(story, number - 2)
    if (
        start is None
        or story.word(start - 1) in ("and", "or")
        or any(w in ("and", "or", "of") for w in story.lower[start : number - 2])
    ):
        return
    held = story.words.persons.get(noun)
    one = held == "singular" and noun not in story.words.organisations and noun not in story.words.mass
    many = held == "plural" and noun not in story.words.mass
    if (one and start < number - 2 and auxiliary == "have") or (many and auxiliary in ("has", "was")):
        right = {"have": "has", "has": "have", "was": "were"}[auxiliary]
        yield Issue(
            "agreement", story.span(number - 1, number), f"{noun} …", f"“{auxiliary}” does not agree with it", (right,)
        )
