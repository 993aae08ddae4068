"""What stands behind a verb, place by place: words, kinds of words, phrases, or a noun phrase that some noun heads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import listener_end
from attribution_lint.checks.phrases.noun_signs import Place, fits
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Story

_ADJUNCTS = frozenset({"in", "at", "on", "during", "after", "before", "of", "from", "by", "to", "with"})
_TIMES = group("times") | {"yesterday", "today", "earlier", "ago"}
_JOINTS = frozenset({"-", "–", "$", "£", "€", "%", "'s", "’s"})
_LONGEST = 8


class NounPhrase(Struct, frozen=True):
    """A place for a noun phrase that one of the nouns heads."""

    nouns: frozenset[str]


def place_of(told: str) -> Place | NounPhrase:
    """Return the place that an entry of the table tells of: words and kinds with | between, or NP: and its nouns."""
    words = frozenset(told.removeprefix("NP:").split("|"))
    return NounPhrase(words) if told.startswith("NP:") else words


def stands(story: Story, at: int, behind: tuple[Place | NounPhrase, ...]) -> bool:
    """Whether what a row asks for stands behind a verb, place by place; a place may be a phrase or be left out."""
    if not behind:
        return True
    place, rest = behind[0], behind[1:]
    if at >= len(story) or story.spoken[at]:
        return not isinstance(place, NounPhrase) and "END" in place and not rest
    return any(stands(story, end, rest) for end in _ends(story, at, place))


def _ends(story: Story, at: int, place: Place | NounPhrase) -> Iterator[int]:
    """Yield where what a place asks for may end."""
    if isinstance(place, NounPhrase):
        yield from _noun_phrase(story, at, place.nouns)
        return
    if fits(story, at, place) or (
        "END" in place and (story.text[at] in (".", ",", ";", ":", "?", "!") or story.text[at] in QUOTE_MARKS)
    ):
        yield at + 1
    for kind in place:
        phrase = _PHRASES.get(kind)
        if phrase is not None:
            yield from phrase(story, at)


def _noun_phrase(story: Story, first: int, nouns: frozenset[str]) -> Iterator[int]:
    """Yield the number past a noun phrase that one of the nouns heads, a determiner and few words before it."""
    at = first + (story.lower[first] in DETERMINERS or story.lower[first] in PLURAL_SIGNS)
    while at < min(first + _LONGEST, story.sentence_end(first)):
        word = story.lower[at]
        if word in nouns:
            yield at + 1
            return
        if story.spoken[at] or (word in story.words.function and word not in PLURAL_SIGNS) or word in CALENDAR:
            return
        if not _within_phrase(story, at):
            return
        at += 1


def _within_phrase(story: Story, at: int) -> bool:
    text = story.text[at]
    return story.is_plain(at) or story.is_capital(at) or text[0].isdigit() or text in _JOINTS


def _listener(story: Story, at: int) -> Iterator[int]:
    end = listener_end(story, at)
    if end is not None:
        yield end


def _person(story: Story, at: int) -> Iterator[int]:
    """Yield the number past a listener or the name of one."""
    yield from _listener(story, at)
    end = at
    while story.is_name(end) and end < at + _LONGEST:
        end += 1
    if end > at:
        yield end


def _adjunct(story: Story, at: int) -> Iterator[int]:
    """Yield each place past a phrase of place or time, and the place itself."""
    yield at
    if story.word(at) in CALENDAR:
        yield at + 1
    if story.word(at) not in _ADJUNCTS:
        return
    for end in range(at + 2, min(at + 2 + _LONGEST, story.sentence_end(at))):
        yield end
        word = story.lower[end]
        if not _within_phrase(story, end) or (word in story.words.function and word not in DETERMINERS | _ADJUNCTS):
            return


def _named_adjunct(story: Story, at: int) -> Iterator[int]:
    """Yield each place past a phrase of place or time that ends in a name or a time, which *that* does not describe."""
    for end in _adjunct(story, at):
        last = end - 1
        if end > at and (story.is_capital(last) or story.lower[last] in _TIMES):
            yield end


def _agent(story: Story, at: int) -> Iterator[int]:
    """Yield the place itself, and each place past *by* and whom it tells of."""
    yield at
    if story.word(at) == "by":
        for end in range(at + 2, min(at + 2 + _LONGEST, story.sentence_end(at))):
            yield end
            if not _within_phrase(story, end) or (story.lower[end] in story.words.function - DETERMINERS):
                return


def _that(story: Story, at: int) -> Iterator[int]:
    first = at + 1
    if story.word(at) != "that" or first >= story.sentence_end(at):
        return
    word = story.word(first)
    opens = word in NOMINATIVE or word in DETERMINERS or word in PLURAL_SIGNS or word[0].isdigit()
    if opens or story.is_name(first) or (word.endswith("s") and story.words.sources.get(word) == "plural"):
        yield first


def _infinitive(story: Story, at: int) -> Iterator[int]:
    base = story.word(at + 1)
    if story.word(at) == "to" and story.is_plain(at + 1) and english.can_be_verb(base) and base in english.lemmas(base):
        yield at + 2


def _activity(story: Story, at: int) -> Iterator[int]:
    if story.word(at).endswith("ing") and story.is_plain(at) and not story.in_compound(at):
        yield at + 1


def _perfect(story: Story, at: int) -> Iterator[int]:
    done = story.word(at + 2)
    if (story.word(at), story.word(at + 1)) == ("to", "have") and done and done not in DETERMINERS:
        yield at + 2


_PHRASES: dict[str, Callable[[Story, int], Iterator[int]]] = {
    "ING": _activity,
    "ADJUNCT?": _adjunct,
    "BY?": _agent,
    "LISTENER": _listener,
    "NAMED_ADJUNCT": _named_adjunct,
    "PERFECT": _perfect,
    "PERSON": _person,
    "THAT": _that,
    "TO_VERB": _infinitive,
}
