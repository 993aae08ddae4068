"""The number of a source and a cue with words between: *figures from the bureau shows*, *the head of the union say*."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.slots import clause_head
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.verb_issues import verb_issue
from attribution_lint.checks.phrases.vocabulary import Form

_NOUN_BASES = group("noun-bases")
_QUANTITIES = group("quantities")
_REDUCED = group("reduced-relatives")


def far_from_the_cue(story: Story, number: int, forms: set[Form]) -> Iterator[Issue]:
    """`Figures from the bureau shows`, `The head of the union say`, `Both the coach and the captain says`."""
    if forms == {"base"}:
        yield from _distant_one(story, number)
    if forms != {"third"}:
        return
    low = story.sentence_start(number)
    if (
        story.word(low) == "both"
        and "and" in story.lower[low:number]
        and number - low < 9
        and "," not in story.lower[low:number]
    ):
        yield verb_issue(story, number, "both", ("base", "past"))
        return
    found = clause_head(story, number)
    if found is None or story.word(number - 1) in story.words.function or _is_kind(story, number):
        return
    head = story.lower[found[1]]
    if found[1] == low and story.word(low + 1) == "of" and story.text[low + 2].isupper():
        return  # the name of a body: *Doctors of BC*
    if is_gerund(story, *found) or (found[0] != low and _opens_predicate(story, found[0])):
        return  # "Cutting wages for nurses says", ", he says, paid the men in old notes"
    plain = story.is_plain(found[1]) or found[1] == low
    many = (
        story.words.persons.get(head) == "plural"
        or story.words.documents.get(head) == "plural"
        or head in ("figures", "people")
    )
    if (
        plain
        and many
        and "and" not in story.lower[found[0] : number]
        and not any(
            story.lower[n] in story.words.cues
            and story.lower[n] not in story.words.sources
            and story.lower[n] not in _REDUCED
            for n in range(found[0], number)
        )
    ):
        yield verb_issue(story, number, head, ("base", "past"))


def _is_kind(story: Story, number: int) -> bool:
    """Whether a noun follows what may be one, as the kind of it: `the small CLAIMS court`."""
    after = story.word(number + 1)
    noun = english.can_be_noun(after) and after not in story.words.function and story.is_plain(number + 1)
    return noun and english.can_be_noun(story.lower[number]) and not english.is_only_verb(story.lower[number])


def _distant_one(story: Story, number: int) -> Iterator[Issue]:
    """`A person close to the talks say`: one person or document, with an article, and no verb before."""
    found = clause_head(story, number)
    if found is None or story.word(number - 1) in story.words.function:
        return
    start, head = found
    words, noun = story.words, story.lower[head]
    one = words.persons.get(noun) == "singular" or (words.documents.get(noun) == "singular" and noun in words.frequent)
    beside = words.persons.get(story.word(number - 1)) == "plural"  # "The head of the trust's lawyers say"
    one = one or (noun == "head" and story.word(head + 1) == "of" and not beside)
    if not one or noun in words.mass or noun in words.organisations or noun in _QUANTITIES:
        return
    between = story.lower[start:number]
    if story.lower[start] not in ("a", "an", "the", "his", "her", "another") or {"and", "or", "who"} & set(between):
        return
    if any(word in words.cues and word not in words.sources for word in between):
        return
    if story.lower[number] not in _NOUN_BASES or story.word(number + 1) == "that":
        yield verb_issue(story, number, noun, ("third", "past"))


def is_gerund(story: Story, start: int, head: int) -> bool:
    """Whether a verb in -ing opens a phrase and has its last noun for an object: that one is no person it describes."""
    word = story.lower[start]
    if start == head or not word.endswith("ing") or not english.can_be_verb(word):
        return False
    described = "ADJ" in english.parts_of_speech(word) and start == head - 1
    return not described or story.lower[head] not in story.words.persons


def _opens_predicate(story: Story, start: int) -> bool:
    """Whether a word is a verb and nothing else, so that no subject opens with it."""
    return english.parts_of_speech(story.lower[start]) == {"VERB"} and not story.lower[start].endswith("ing")
