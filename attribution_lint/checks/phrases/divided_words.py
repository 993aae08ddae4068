"""Words of a frame split, run together with a neighbour, or broken at a hyphen or over the end of a line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.glued_names import may_be_name
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import HEARERS
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.spacing_issues import spacing_issue
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.model import Span
from attribution_lint.patterns import screened

_HEADS = sorted(group("joined-heads"))
_LINKS = sorted(group("joined-links"))
_GLUED_NAME = re.compile(r"(?:the|an?)[^\W\d_a-z]")
_LINE_END = re.compile(r"-[^\S\n]{0,20}\n")
_LINE = screened(r"(?<![A-Za-z])([A-Za-z]{1,40})-[^\S\n]{0,20}\n\s{0,20}([a-z]+)")
_HYPHENS = frozenset({"-", "–"})
_PAIRED = frozenset({"ina", "inan", "ona", "ata"})
_TAILS = ("said", "says", "told", "that", "heard", "say")
_PREFIXES = frozenset({"re", "co", "pre", "ex", "non", "anti", "sub", "vice", "over", "under", "out"})
_FRAME_WORDS = group("frame-words")
_NEVER_PARTED = group("never-parted")
_HYPHENATED = _PREFIXES | {"deputy"}
_SELDOM = 5.0
"""Decimal logarithm of how often a word is written, of some 10 ** 12."""
_APART = frozenset({"formation"})


def divided_words(story: Story) -> Iterator[Issue]:
    """Yield the words of a frame that are split, run together, or broken at a hyphen."""
    joints = _joints()
    lower, text, whole = story.lower, story.text, story.words.whole_words
    mixed: Iterable[int] = ()
    if _GLUED_NAME.search(story.analysis.text):
        mixed = (n for n, word in enumerate(lower) if text[n] != word and text[n][0].islower())
    for number, word in story.among(_may_be_joined, also=(*mixed, *_pairs(story))):
        if (
            word == "asper"
            and (number in story.firsts or story.word(number - 1) == ",")
            and story.word(number + 1) in DETERMINERS
        ) or (word in _PAIRED and story.word(number + 1) in story.words.occasions and not story.spoken[number]):
            right = f"{text[number][:2]} {word[2:]}"
            yield spacing_issue("joined-words", story.span(number, number + 1), right, "two words are run together")
        elif (
            word in joints
            and word not in story.words.function
            and word not in story.words.sources
            and (not english.is_word(word) or (_is_hardly_used(word) and story.is_plain(number)))
            and (story.is_plain(number) or story.is_first(number))
        ):
            first, second = joints[word]
            right = text[number][: len(first)] + " " + second
            yield spacing_issue("joined-words", story.span(number, number + 1), right, "two words are run together")
        elif len(word) > 6 and word.endswith(_TAILS) and (story.is_plain(number) or story.is_first(number)):
            yield from _run_on(story, number)
        elif word[:1] in ("t", "a") and text[number] != word and text[number][0].islower():
            yield from _glued_name(story, number)
        following = lower[number + 1] if number + 1 < len(lower) else ""
        if following in _HYPHENS:
            if story.glued(number) and story.glued(number + 1):
                yield from _hyphenated(story, number)
        elif word[-1] == "-":
            yield from _broken(story, number)
        elif following and word + following in whole and text[number].isalpha() and text[number + 1].islower():
            yield from _split(story, number)


@interest
def _may_be_joined(word: str, words: Vocabulary) -> bool:
    return word == "asper" or word in _PAIRED or word in _joints() or (len(word) > 6 and word.endswith(_TAILS))


def _pairs(story: Story) -> Iterator[int]:
    """Yield the numbers of the words that a hyphen parts from the next, or that make another word with it."""
    lower, whole, last = story.lower, story.words.whole_words, len(story) - 1
    for number, word in story.among(_may_go_on):
        if word in _HYPHENS and number:
            yield number - 1
        if number < last and (word[-1] == "-" or word + lower[number + 1] in whole):
            yield number


@interest
def _may_go_on(word: str, words: Vocabulary) -> bool:
    return word in _HYPHENS or word[-1] == "-" or begins_another(word, _in_order(words))


def begins_another(word: str, known: list[str]) -> bool:
    """Whether one of the words in order is longer and begins with `word`: it comes right behind it."""
    at = bisect_right(known, word)
    return at < len(known) and known[at].startswith(word)


@lru_cache(maxsize=4)
def _in_order(words: Vocabulary) -> list[str]:
    return sorted(words.whole_words)


@lru_cache(maxsize=1)
def _joints() -> dict[str, tuple[str, str]]:
    """Return the frame words run together with a word of grammar."""
    found = {head + link: (head, link) for head in _HEADS for link in _LINKS}
    found.update({link + head: (link, head) for head in _HEADS for link in _LINKS if len(link) > 1 or len(head) > 4})
    for first, second in (
        ("in", "a"),
        ("in", "an"),
        ("to", "the"),
        ("of", "the"),
        ("for", "the"),
        ("on", "the"),
        ("by", "the"),
        ("from", "the"),
        ("with", "the"),
        ("that", "the"),
        ("to", "a"),
        ("by", "a"),
    ):
        found[first + second] = (first, second)
    for pair in (
        "news conference",
        "associated press",
        "immediately respond",
        "prime minister",
        "press secretary",
        "familiar with",
        "to comment",
        "be reached",
        "police chief",
        "news agency",
        "state media",
        "government officials",
        "in spite",
        "on condition",
        "as saying",
        "put it",
        "shop steward",
        "shop stewards",
        "chief executive",
        "district attorney",
        "general secretary",
        "vice president",
        "police officers",
        "court documents",
        "human rights",
    ):
        found["".join(pair.split())] = tuple(pair.split())  # type: ignore[assignment]
    return found


def _is_hardly_used(word: str) -> bool:
    """Whether a list of words has a word that no dictionary tells anything of, as it does names: *saida*."""
    return not english.parts_of_speech(word) and english.frequency(word) < _SELDOM


def _glued_name(story: Story, number: int) -> Iterator[Issue]:
    """`theHerald`: a determiner run together with a name."""
    text = story.text[number]
    head = next((d for d in ("the", "an", "a") if text.startswith(d) and text[len(d) : len(d) + 1].isupper()), None)
    if head and text[len(head) + 1 :].islower() and len(text) > len(head) + 2 and not story.spoken[number]:
        if head != "the" and story.word(number - 1) not in story.words.frequent_cues:
            return
        right = f"{head} {text[len(head) :]}"
        yield spacing_issue("joined-words", story.span(number, number + 1), right, "two words are run together")


def _run_on(story: Story, number: int) -> Iterator[Issue]:
    """`officialssaid`, `foundthat`."""
    word = story.lower[number]
    tail = next(tail for tail in _TAILS if word.endswith(tail))
    head, words = word[: -len(tail)], story.words
    if tail == "that":
        known = head in words.cues
    elif tail == "heard":
        known = head in HEARERS
    elif tail == "say":
        known = words.persons.get(head) == "plural" or head == "police"
    else:
        known = head in words.speakers
    if known and len(head) > 3 and not english.is_word(word) and not may_be_name(story.text[number]):
        yield spacing_issue(
            "joined-words",
            story.span(number, number + 1),
            f"{story.text[number][: -len(tail)]} {tail}",
            "two words are run together",
        )


def _split(story: Story, number: int) -> Iterator[Issue]:
    """`spokes man`, `accord ing`."""
    first, second = story.lower[number], story.lower[number + 1]
    words = story.words
    whole = first + second
    if first in words.function and second in words.function:
        return
    usual = whole in words.frequent or whole in words.frequent_cues or whole in _FRAME_WORDS
    real = _is_real(story, first) and _is_real(story, second)
    if real and (not usual or first in words.function or second in words.function or len(whole) < 8 or whole in _APART):
        return
    if story.spoken[number] or (story.is_capital(number) and not story.is_first(number) and real):
        return
    if not real and not usual and (len(first) < 3 or len(second) < 3):
        return
    yield spacing_issue("split-word", story.span(number, number + 2), story.text[number] + second, "it is one word")


def _is_real(story: Story, word: str) -> bool:
    if len(word) == 1:
        return word in ("a", "i")
    return word in story.words.function or (
        english.is_word(word) and word not in ("ing", "ed", "re", "ment", "spoke's", "co", "ion")
    )


def _hyphenated(story: Story, number: int) -> Iterator[Issue]:
    """`spokes-man`, `offi-cials`, `according-to`."""
    first, second = story.lower[number], story.word(number + 2)
    if (first, second) == ("according", "to"):
        yield spacing_issue(
            "hyphen", story.span(number, number + 3), story.text[number] + " to", "it is written without a hyphen"
        )
        return
    whole = first + second
    if (
        not second.isalpha()
        or not is_frame_word(story.words, whole)
        or (story.glued(number + 2) and story.word(number + 3) == "-")
    ):
        return
    if (
        number and story.text[number - 1] == "-" and story.glued(number - 1)
    ) or f"{first}-{second}" in story.words.sources:
        return
    broken = first not in _PREFIXES and not english.is_word(first) and not english.is_word(second)
    if broken or whole in story.words.frequent or whole in story.words.frequent_cues or whole in _FRAME_WORDS:
        if first in _PREFIXES and not (whole in _NEVER_PARTED or not english.is_word(second)):
            return
        yield spacing_issue("hyphen", story.span(number, number + 3), story.text[number] + second, "it is one word")


def _broken(story: Story, number: int) -> Iterator[Issue]:
    """`spokes- woman`: a word that is none, its hyphen, a space, and the rest of a word of the frame."""
    first, second = story.lower[number][:-1], story.word(number + 1)
    whole = first + second
    if first in _HYPHENATED and second in story.words.persons and story.text[number + 1].islower():
        right = f"{story.text[number]}{second}"
        yield spacing_issue("hyphen", story.span(number, number + 2), right, "no space belongs behind the hyphen")
    elif (
        len(first) > 1
        and first.isalpha()
        and (first not in _PREFIXES or whole in _NEVER_PARTED)
        and second.isalpha()
        and second not in story.words.function
        and is_frame_word(story.words, whole)
    ):
        right = story.text[number][:-1] + second
        yield spacing_issue("hyphen", story.span(number, number + 2), right, "the word is broken")


def broken_words(text: str, words: Vocabulary) -> Iterator[Issue]:
    """Yield the words of a frame that are broken over a line end, in a text whose lines may pass for paragraphs."""
    for match in _LINE.finditer(text) if _LINE_END.search(text) else ():
        if is_frame_word(words, (match[1] + match[2]).lower()):
            yield spacing_issue(
                "hyphen", Span(*match.span()), match[1] + match[2], "the word is broken over a line end"
            )


def is_frame_word(words: Vocabulary, word: str) -> bool:
    return word in words.sources or word in words.cues or word in _FRAME_WORDS
