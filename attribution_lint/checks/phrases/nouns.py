"""A wrong noun where a source or a document must stand."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.appositions import HOLDERS, wrong_apposition, wrong_body
from attribution_lint.checks.phrases.fillers import is_rejected, noun_issue
from attribution_lint.checks.phrases.frames import is_said_of
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.listeners import wrong_listener
from attribution_lint.checks.phrases.occasions import wrong_occasion, wrong_opening_occasion
from attribution_lint.checks.phrases.similar import FAR, NEAR, is_slip
from attribution_lint.checks.phrases.slots import NounPhrase, read_phrase
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.subjects import SAYS, SHOWS, SURVEYED, wrong_evidence, wrong_opening, wrong_subject
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_DATA = group("data")
_BY = frozenset(["released", "published", "conducted", "compiled", "commissioned", "issued"])
_OTHERS = frozenset(
    "to for at with of from by citing quoting cited quoted in during".split(),
)


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _OTHERS or word in SAYS or word in SHOWS or word in SURVEYED


def wrong_nouns(story: Story) -> Iterator[Issue]:
    """Yield the wrong nouns of a story."""
    for number, word in story.among(_matters):
        if word == "to" and story.word(number - 1) == "according":
            yield from _according(story, number + 1)
        elif word in SAYS:
            if not is_said_of(story, number):
                yield from wrong_subject(story, number)
            if word in ("told", "tells", "tell"):
                yield from wrong_listener(story, number + 1)
        elif word in SHOWS:
            yield from wrong_evidence(story, number)
        elif word in ("for", "at", "with", "of"):
            yield from wrong_apposition(story, number)
            if word == "for" and story.word(number - 1) in HOLDERS:
                yield from wrong_body(story, number + 1)
        elif word in SURVEYED and story.opens_common(number - 1) and story.word(number + 1) in ("by", "for", "in"):
            yield from wrong_opening(story, number - 1, f"… {word}")
        elif word in ("from", "by") and (
            story.word(number - 1) in _DATA if word == "from" else story.word(number - 1) in _BY
        ):
            yield from _maker(story, number + 1)
        elif word in ("citing", "quoting", "cited", "quoted"):
            yield from _cited(story, number + 1)
        elif word == "in" and story.is_first(number) and story.word(number + 1) in ("a", "an"):
            yield from wrong_opening_occasion(story, number + 1)
        elif word in ("in", "at", "during") and story.word(number + 1) in ("a", "an", "the", "another"):
            yield from wrong_occasion(story, number)


def _according(story: Story, first: int) -> Iterator[Issue]:
    phrase = read_phrase(story, first)
    if phrase is None or phrase.accepted:
        return
    for number in _heads(story, phrase):
        issue = noun_issue(
            story, number, "according to", "takes a source", story.words.likely_sources, phrase.wants, FAR - 0.06
        )
        if issue:
            yield issue
            return


def _heads(story: Story, phrase: NounPhrase) -> list[int]:
    """The possible heads, the likeliest first: the last noun that is not a participle after another noun."""
    plain = [n for n in phrase.content if story.is_plain(n) and len(story.lower[n]) > 2]
    late = [n for k, n in enumerate(plain) if k and story.lower[n].endswith(("ed", "ing", "en", "wn"))]
    cut = late[0] if late else len(story)
    if plain and plain[-1] < cut and plain[-1] == phrase.end - 1 and not story.lower[plain[-1]].endswith("en"):
        return [plain[-1]]  # what ends the phrase is its head, be it an adjective elsewhere
    nouns = [n for n in reversed(plain) if n < cut]
    return [n for n in nouns if english.can_be_noun(story.lower[n])] or nouns


def _maker(story: Story, first: int) -> Iterator[Issue]:
    phrase = read_phrase(story, first)
    if phrase is None or not phrase.content:
        return
    shown = next((n for n in phrase.content[1:] if story.lower[n] in SHOWS), None)
    content = [n for n in phrase.content if shown is None or n < shown]  # "figures from the central BANK show"
    if (phrase.accepted and shown is None) or len(content) > 3:
        return
    number = content[-1]
    if not is_rejected(story, number, story.words.sources):
        return
    issue = noun_issue(
        story,
        number,
        f"{story.word(first - 2)} {story.word(first - 1)}",
        "takes a maker",
        story.words.speakers,
        phrase.wants,
        NEAR + 0.06,
    )
    if issue:
        yield issue


def _cited(story: Story, first: int) -> Iterator[Issue]:
    phrase = read_phrase(story, first)
    if phrase is None or phrase.accepted or not phrase.content:
        return
    number = phrase.content[-1]
    if not is_rejected(story, number, story.words.sources):
        return
    issue = noun_issue(
        story, number, story.word(first - 1), "takes a source", story.words.frequent, phrase.wants, NEAR + 0.06
    )
    if issue and is_slip(story.lower[number], issue.candidates[0]):
        yield issue
