"""A source in the singular without an article: *according to official*, *told reporter Friday*, *court document*."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.counted_phrases import ends_phrase, plurals_of
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.inflection import plural
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.openings import PLACING
from attribution_lint.checks.phrases.slots import read_phrase
from attribution_lint.checks.phrases.story import CALENDAR, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_MODIFIERS = group("modifiers")
_HOLDERS = group("document-holders")
_REDUCED = group("reduced-relatives")
_BEHIND_LISTENER = PLACING | {"that", "the", "he", "she", "they", "his", "her", "as", "outside", "following"}


@interest
def _brings_source(word: str, words: Vocabulary) -> bool:
    return word in ("to", "told", "citing")


def bare_sources(story: Story) -> Iterator[Issue]:
    """Yield the sources in the singular that have no article behind *according to*, *told*, *citing*, *speaking to*."""
    for number, word in story.among(_brings_source):
        brings = word in ("told", "citing") or (word == "to" and story.word(number - 1) in _BEFORE_TO)
        if brings and not story.spoken[number]:
            yield from _bare(story, number + 1)


_BEFORE_TO = frozenset({"according", "speaking", "spoke", "talking", "speak", "talked"})


def _bare(story: Story, first: int) -> Iterator[Issue]:
    """`according to official`: a person in the singular without an article."""
    if story.word(first - 1) == "told" and story.word(first) in ("reporter", "journalist", "lawmaker"):
        day = story.word(first + 1) in CALENDAR and not story.is_name(first + 2)
        if day or story.word(first + 1) in _BEHIND_LISTENER or story.text[first + 1 : first + 2] in ([","], ["."]):
            right = (plural(story.word(first)), f"a {story.word(first)}")
            slot, reason = "told …", f"takes “{right[0]}” or an article"
            yield Issue("agreement", story.span(first, first + 1), slot, reason, right)
        return
    phrase = read_phrase(story, first)
    if (
        phrase is None
        or phrase.wants
        or not phrase.content
        or not (
            story.word(first) in _MODIFIERS or story.word(first) in story.words.persons or story.word(first) in _HOLDERS
        )
    ):
        return
    head = max((n for n in phrase.content if story.lower[n] not in _REDUCED), default=phrase.content[-1])
    noun = story.lower[head]
    if any(story.is_capital(n) or story.lower[n] in story.words.function for n in range(first, head + 1)):
        return
    if _is_bare_document(story, first, head):
        slot, reason = f"{story.slice(first - 1, first)} …", f"takes “{plural(noun)}” or an article"
        yield Issue("agreement", story.span(head, head + 1), slot, reason, (plural(noun),))
        return
    if story.words.persons.get(noun) != "singular" or noun in story.words.mass or noun in story.words.organisations:
        return
    if noun in ("man", "woman"):
        return  # mankind
    if head != phrase.end - 1 or not ends_phrase(story, head + 1) or noun in story.words.documents:
        return
    yield Issue(
        "agreement",
        story.span(head, head + 1),
        f"{story.slice(first - 1, first)} …",
        f"takes “{plurals_of(noun)[0]}” or an article",
        (plurals_of(noun)[0], f"a {noun}"),
    )


def _is_bare_document(story: Story, first: int, head: int) -> bool:
    """Whether a document that is one of many stands behind who holds it: `according to court document`."""
    noun, words = story.lower[head], story.words
    one = words.documents.get(noun) == "singular" and noun in words.singulars.values() and noun not in words.mass
    usual = one and noun in words.frequent and story.word(first) in _HOLDERS and head > first
    return usual and ends_phrase(story, head + 1)
