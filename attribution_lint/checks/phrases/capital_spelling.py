"""Words with a capital that are misspelt inside an attribution: those that open a sentence, titles, names of bodies.

Any such word may be a name, and so each place has its own proof that it is none: a source behind a modifier, a plural,
a name behind a title, the other words of a body's name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.corrections import (
    corrections,
    edits,
    ends_alike,
    is_likely,
    is_possible,
    ordinary,
    ranked,
    slip,
)
from attribution_lint.checks.phrases.formation import is_unknown
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.spelling import attributes, fitting, misspelling
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

_SHORTEST = 5
_LONG = 7
_PLAINEST = 1.3
"""What a slip costs at most that a name may hold beside one that is none of ours."""
_MADE = frozenset(
    {"seen", "obtained", "reviewed", "released", "filed", "show", "shows", "suggest", "from", "published"}
)
_OPENERS = group("opens-sentence")
_SMALL = group("prepositions") | group("determiners") | {"he", "she", "they", "it", "when"}
_OFTEN = 8.5
"""How often two words must be written together to show that one was meant, as a decimal logarithm."""
_ALONE = frozenset({"congress", "government", "parliament", "senate", "treasury"})
_JOINS = frozenset({"of", "for", "and", "on"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return len(word) > 1 and word.isalpha() and word.isascii() and is_unknown(word)


def misspelt_capitals(story: Story) -> Iterator[Issue]:
    """Yield the misspelt words of attribution with a capital, spoken ones apart."""
    for number, word in story.among(_matters):
        text = story.text[number]
        if not (text[0].isupper() and text[1:].islower()) or story.spoken[number] or story.recurs(text):
            continue
        if story.in_compound(number) and not _in_title(story, number):
            continue
        found = _corrections(story, number, word)
        if found:
            yield misspelling(story, number, word, tuple(right.capitalize() for right in found))


def _corrections(story: Story, number: int, word: str) -> tuple[str, ...]:
    if found := _day(story, number, word):
        return found
    if story.is_capital(number + 1) or _behind_title(story, number):
        if found := _near(word, _titles()) if _may_be_title(story, number) else ():
            return found
    elif found := _opening(story, number, word):
        return found
    if _in_name(story, number) or (len(word) >= _LONG and story.word(number + 1) in story.words.sources):
        near = _near(word, _name_words())
        return tuple(right for right in near if slip(word, right) < _PLAINEST) if _is_strange(story, number) else near
    return _near(word, _ALONE) if story.word(number - 1) in story.words.function else ()


def _is_strange(story: Story, number: int) -> bool:
    """Whether a name of no known word stands before, a name behind, or a common noun behind that the word may own."""
    before, after = number - 1, number + 1
    named = story.is_capital(before) and before not in story.firsts and is_unknown(story.lower[before])
    alone = story.is_capital(after) and not {story.word(before), story.word(after)} & _name_words()
    return named or alone or _owns(story, after)


def _owns(story: Story, after: int) -> bool:
    """Whether a noun and nothing else follows, which a name may tell the owner of: `the Ventress library`."""
    return story.is_plain(after) and english.parts_of_speech(story.lower[after]) == {"NOUN"}


def _near(word: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the words of a list that a capital word is a slip away from; the last letter of a name tells it apart."""
    met = {right for right in edits(word) if right in known}
    if len(word) >= _LONG and not met:
        met = {right for right in known if right[0] == word[0] and is_possible(word, right, usual=True)}
    met = {right for right in met if len(right) > _SHORTEST and is_likely(word, right)}
    return ranked(word, {right for right in met if ends_alike(word, right)})


def _may_be_title(story: Story, number: int) -> bool:
    """Whether a name follows, or a title stands before, and the word does not end a name."""
    before = number - 1
    if number in story.firsts or not story.is_capital(before):
        return True
    known = story.lower[before] in story.words.demonyms or story.lower[before] in _name_words()
    return known or _behind_title(story, number)


def _behind_title(story: Story, number: int) -> bool:
    before = number - 1
    if before > 0 and story.text[before] == "-":
        before -= 1
    return story.is_capital(before) and story.word(before) in _titles()


def _in_title(story: Story, number: int) -> bool:
    return number > 1 and story.text[number - 1] == "-" and story.word(number - 2) in _titles()


def _in_name(story: Story, number: int) -> bool:
    """Whether the word stands in the name of a body: after *the*, or beside another word of such names."""
    if story.word(number - 1) == "the":
        return True
    if story.word(number - 1) in _JOINS and story.is_capital(number - 2) and story.word(number - 2) in _name_words():
        return True  # "the Bureau of Meterology"
    after = number + 1
    if story.is_capital(number - 1) and number - 1 not in story.firsts:
        opened = any(story.word(n) == "the" for n in range(number - 4, number))
        if opened or story.lower[number - 1] in _name_words() or story.lower[number - 1] in story.words.demonyms:
            return True
    if story.is_capital(after) and story.lower[after] in _name_words():
        return True
    return story.word(after) in _JOINS and story.is_capital(after + 1) and story.word(number - 1) != "of"


def _opening(story: Story, number: int, word: str) -> tuple[str, ...]:
    """Return what a word was meant for that opens a sentence, or follows *the* as if it were a body or an office."""
    titled = story.word(number - 1) in DETERMINERS and not story.is_first(number)
    if titled:
        if not story.is_plain(number + 1):
            return ()
        found = corrections(word, story.words)
        if _owns(story, number + 1):
            found = tuple(right for right in found if slip(word, right) < _PLAINEST)
        return tuple(right for right in found if ends_alike(word, right) and _is_body(story, right))
    if not story.is_first(number):
        return ()
    after = story.word(number + 1)
    sources = story.words.sources
    if len(word) < _SHORTEST - 1:
        near = {right for right in edits(word) if right in _SMALL and english.togetherness(right, after) > _OFTEN}
        return ranked(word, near) if after in story.words.function or after in sources else ()
    found = fitting(story, number, corrections(word, story.words))
    found = tuple(right for right in found if ends_alike(word, right) or right in group("also-spelt"))
    if found and _may_open(story, number, word, found[0]):
        return found
    if after in story.words.function and (asked := ranked(word, {right for right in edits(word) if right in _OPENERS})):
        return asked
    if after not in sources and story.word(number + 2) not in sources:
        return ()
    modifiers = tuple(right for right in found if right in _modifiers())
    if modifiers:
        return modifiers
    small = tuple(right for right in edits(word) if right in _modifiers() and right[-1] == word[-1])
    if small and len(word) > _SHORTEST - 1:
        return ranked(word, small)
    return ordinary(word) if len(word) >= _LONG and after in sources and attributes(story, number) else ()


def _is_body(story: Story, right: str) -> bool:
    return right in _titles() or right in _name_words() or (right in story.words.organisations and len(right) > _LONG)


def _may_open(story: Story, number: int, word: str, right: str) -> bool:
    """Whether a capital word that opens a sentence is no surname: a plural, a participle, a document that was made."""
    words = story.words
    after = story.word(number + 1)
    if words.documents.get(right) == "plural" and (
        after in _MADE or (after == "of" and story.word(number + 2) in DETERMINERS)
    ):
        return True
    if right in story.words.frequent and words.sources.get(right) == "any":
        return True
    if right in group("also-spelt") or right.endswith("ing") or words.persons.get(right) == "plural":
        return True
    progressive = any(form in ("progressive", "participle") for form, _ in words.cues.get(right, ()))
    return progressive and after in words.function


def _day(story: Story, number: int, word: str) -> tuple[str, ...]:
    """`on Wendesday`: a day of the week, or a month that is long enough to be known again."""
    if story.is_first(number) or story.word(number - 1) not in (
        "on",
        "in",
        "last",
        "next",
        "said",
        "late",
        "early",
        "this",
    ):
        return ()
    met = {right for right in _days() if is_possible(word, right, usual=True)}
    return ranked(word, met)


@lru_cache(maxsize=1)
def _days() -> frozenset[str]:
    return frozenset(day for day in group("calendar") if len(day) > _LONG - 2)


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return shipped_lexicon("phrase-titles")


@lru_cache(maxsize=1)
def _name_words() -> frozenset[str]:
    return shipped_lexicon("phrase-name-words")


@lru_cache(maxsize=1)
def _modifiers() -> frozenset[str]:
    return shipped_lexicon("phrase-modifiers")
