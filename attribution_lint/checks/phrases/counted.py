"""The number of a source that a number or an article counts: *several officials*, *a witness*, *one of the nurses*."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.counted_phrases import (
    ends_phrase,
    far_plural,
    follows_plural,
    is_attributive,
    is_clause_of,
    is_verb,
    past_adjectives,
    past_owner,
    plurals_of,
)
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_COUNTING = group("counting")
_SINGLE = frozenset({"a", "an", "another", "each", "every"})
_PART = frozenset({*_COUNTING, "one", "each", "neither", "either", "none", "some", "many", "most"})
_EACH = frozenset({"neither", "each", "every"})
_OF_TWO = {"neither": "nor", "either": "or"}
_AUXILIARY = group("auxiliary")
_COUNTS_ONE = _SINGLE | _OF_TWO.keys()
_FEW = frozenset(
    {"part", "sort", "kind", "type", "half", "rest", "one", "number", "third", "quarter", "piece", "most", "some"}
)


_QUANTITIES = group("quantities")
_MODIFIERS = group("modifiers")
_ARTICLES = frozenset({"a", "an"})
_AGES = frozenset({"under", "over", "aged", "age"})
_INFORMED = frozenset({"familiar", "close", "briefed", "with", "who"})
_PRONOUNS = frozenset({"both", "these", "those"})
_PREPOSITIONS = group("prepositions")
_SINGULARS = {"were": "was", "have": "has", "are": "is"}
_COUNTERS = {"one", "of", *_OF_TWO} | _COUNTING | _SINGLE | _EACH | _QUANTITIES


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _COUNTERS


def bad_counts(story: Story) -> Iterator[Issue]:
    """Yield the sources whose number is not that of the words that count them."""
    for number, word in story.among(_matters):
        if story.spoken[number] or (word == "a" and story.is_capital(number) and number not in story.firsts):
            continue  # what is spoken, and the letter A
        if word in _COUNTING and story.is_capital(number) and story.is_capital(number - 1):
            continue  # "a Form Two boy"
        if word in _COUNTING or word in _SINGLE or word == "of":
            yield from _counted(story, number)
            if word in _COUNTING and story.word(number - 1) == "to":
                yield from _counted_document(story, number)
        elif word == "one":
            yield from _one(story, number)
        elif word in _EACH and story.word(number + 2) in _SINGULARS:
            if story.words.persons.get(story.word(number + 1)) == "singular":
                span = story.span(number + 2, number + 3)
                right = _SINGULARS[story.word(number + 2)]
                yield Issue("agreement", span, f"{word} …", "takes the singular", (right,))
        elif word in _OF_TWO and _OF_TWO[word] not in story.lower[number : story.sentence_end(number)]:
            yield from _counted(story, number)
        elif word in _QUANTITIES and story.word(number + 1) == "of" and not _is_part(story, number):
            yield from _quantity(story, number)


def _is_part(story: Story, number: int) -> bool:
    """Whether a word tells of a part or a kind, as *half* and *the number* do, but not *a number*."""
    word = story.lower[number]
    return word in _FEW and not (word == "number" and story.word(number - 1) in _ARTICLES)


def _quantity(story: Story, number: int) -> Iterator[Issue]:
    """`a dozen of farmer`."""
    noun = story.word(number + 2)
    held = story.words.persons.get(noun) == "singular" and noun not in story.words.mass
    adjective = story.word(number + 3) == "," and "ADJ" in english.parts_of_speech(noun)
    coordinated = "ADJ" in english.parts_of_speech(noun) and story.word(number + 3) in ("and", "or")
    if held and (coordinated or is_attributive(story, number + 2)):
        return
    if held and story.is_plain(number + 2) and ends_phrase(story, number + 3) and not adjective:
        span = story.span(number + 2, number + 3)
        yield Issue("agreement", span, f"{story.lower[number]} of …", "takes the plural", plurals_of(noun))


def _counted(story: Story, number: int) -> Iterator[Issue]:
    """`several official said`, `a officials`, `one of the official`."""
    at = number + 1
    word = story.lower[number]
    if story.word(number - 1) in _AGES or (word in _COUNTING and story.in_compound(number)):
        return  # “Children under five account for a third”, "a top-seven side"
    if word == "of":
        if story.word(number - 1) not in _PART - {"these", "those"} or story.word(at) not in (
            "the",
            "his",
            "her",
            "their",
            "its",
        ):
            return
        at = past_owner(story, at + 1)
        while story.word(at) in _FEW_OF_THEM:
            at += 1
    while story.is_plain(at) and story.word(at) not in story.words.sources and story.word(at) in _MODIFIERS:
        at += 1
    if word in _ARTICLES and story.words.sources.get(story.word(at)) != "plural":
        at = far_plural(story, at) or at
    if word in _COUNTING:
        if story.word(at) in story.words.function or story.word(at) in ("under", "out", "up"):
            return  # "three under study"
        at = past_adjectives(story, at)
        if story.word(at) in _MODIFIERS and story.words.persons.get(story.word(at + 1)) == "singular":
            at += 1  # "three police source"
        elif at == number + 1 and _is_kind(story, at):
            at += 1  # "two customs officer"
    noun = story.word(at)
    if word in _COUNTS_ONE and (is_verb(story, at, alone=at == number + 1) or is_clause_of(story, number, at)):
        return
    if word == "a" and noun == "people" and story.word(at + 1) in _INFORMED:
        span = story.span(at, at + 1)
        yield Issue("agreement", span, "a …", "takes the singular; “people” is plural", ("person",))
        return
    listed = noun in story.words.persons or noun in story.words.documents
    if not story.is_plain(at) or story.in_compound(at) or (noun in story.words.mass and not listed):
        return
    far = word in _ARTICLES and noun in story.words.singulars
    part = word == "of" and story.word(at + 1) in _BEHIND_PART
    helped = word in _OF_TWO and (story.word(at + 1) in _AUXILIARY or story.word(at + 1) in _BEHIND_PART)
    if not (ends_phrase(story, at + 1) or part or helped) and not (far and follows_plural(story, at + 1)):
        return
    span = story.span(at, at + 1)
    if word in _COUNTS_ONE:
        if at == number + 1 and any(word == "a" and noun.startswith(vowel) for vowel in "aeiou"):
            span, wrong_article = story.span(number, at + 1), True
        else:
            wrong_article = False
        one = story.words.singulars.get(noun)
        if one and story.words.sources.get(noun) == "plural":
            if wrong_article:
                one = story.slice(number, at).replace("a", "an", 1) + " " + one
            yield Issue("agreement", span, f"{word} …", f"takes the singular; “{noun}” is plural", (one,))
    elif (
        is_attributive(story, at)
        or (
            "ADJ" in english.parts_of_speech(noun)
            and story.word(at + 1) in (",", "in", "with", "from")
            and not (story.word(at + 1) == "," and story.is_capital(at + 2))  # "one of the pilot, Capt. Roe"
            and story.word(at - 1) not in _MODIFIERS
            and not (story.word(at + 1) == "with" and "knowledge" in story.lower[at + 2 : at + 4])
        )
        or (word == "both" and (story.word(at + 1) == "and" or noun in story.words.cues))
        or ("ADJ" in english.parts_of_speech(noun) and _describes(story, at + 1))
        or (word in _PRONOUNS and _is_said_of(story, number, at))
        or story.word(at + 1) in story.words.documents
        or story.word(at + 1) == "states"
        or not all(map(english.is_word, plurals_of(noun)))
    ):
        return
    elif _is_one(story, noun, word) or (word in _COUNTING and _is_body(story, at)):
        yield Issue("agreement", span, f"{word} …", f"takes the plural; “{noun}” is singular", plurals_of(noun))


def _is_kind(story: Story, at: int) -> bool:
    """Whether a noun tells what kind of person stands behind it, whose cue follows: `two CUSTOMS officer said`."""
    noun, person = story.word(at), story.word(at + 1)
    plain = story.is_plain(at) and story.is_plain(at + 1) and "NOUN" in english.parts_of_speech(noun)
    one = story.words.persons.get(person) == "singular" and person not in story.words.mass
    says = story.word(at + 2) in story.words.frequent_cues and not english.can_be_noun(story.word(at + 2))
    several = story.words.persons.get(noun) == "plural"  # "three attorneys general said"
    return plain and one and says and not several and noun not in _TIMES


_BEHIND_PART = frozenset({"put", "have", "had", "were", "are", "also", "later", "recalled", "called"})
_FEW_OF_THEM = frozenset({"few", "two", "three", "four", "many", "only", "several"})
_TIMES = group("times")


def _describes(story: Story, at: int) -> bool:
    """Whether a word describes a plural behind it: `both liberal OUTSIDE groups`."""
    plural = story.word(at + 1) in story.words.singulars and story.is_plain(at + 1)
    return "ADJ" in english.parts_of_speech(story.word(at)) and story.is_plain(at) and plural


def _is_body(story: Story, at: int) -> bool:
    """Whether a number counts a body whose cue follows: `both newspaper reported`."""
    noun, after, words = story.word(at), story.word(at + 1), story.words
    counted = words.organisations.get(noun) == "singular" and noun in words.singulars.values()
    says = after in words.frequent_cues and not english.can_be_noun(after)
    return counted and says and noun not in words.mass


def _is_said_of(story: Story, number: int, noun: int) -> bool:
    """Whether what counts stands alone with a verb behind it: `these account for`, `both admitted fraud`."""
    if noun == number + 1:
        return story.word(noun + 1) in _PREPOSITIONS and english.can_be_verb(story.lower[noun])
    return any(story.lower[at] in story.words.clause_verbs for at in range(number + 1, noun))


def _one(story: Story, number: int) -> Iterator[Issue]:
    """`according to one officials`."""
    noun, before = story.word(number + 1), story.word(number - 1)
    if (
        is_verb(story, number + 1, alone=True)
        or before not in _BEFORE_ONE
        or story.words.persons.get(noun) != "plural"
        or not story.is_plain(number + 1)
    ):
        return
    one = story.words.singulars.get(noun)
    if one and noun not in story.words.mass:
        span = story.span(number + 1, number + 2)
        yield Issue("agreement", span, "one …", f"takes the singular; “{noun}” is plural", (one,))


_BEFORE_ONE = frozenset({"to", "by", "told", "citing", "quoting", "that", "but", "said", "when", "asked"})


def _counted_document(story: Story, number: int) -> Iterator[Issue]:
    """`according to several document seen by the Argus`."""
    at = past_adjectives(story, number + 1)
    if story.word(at) not in story.words.documents and "ADJ" in english.parts_of_speech(story.word(at)):
        at += 1
    noun, after = story.word(at), story.word(at + 1)
    held = (
        story.words.documents.get(noun) == "singular"
        and noun not in story.words.mass
        and noun not in story.words.persons
    )
    if (
        held
        and story.word(number - 2) == "according"
        and story.is_plain(at)
        and (after in _MADE or after in (",", "."))
    ):
        span = story.span(at, at + 1)
        reason = f"takes the plural; “{noun}” is singular"
        yield Issue("agreement", span, f"{story.lower[number]} …", reason, plurals_of(noun))


_MADE = group("made") | {"seen", "reviewed", "released", "filed"}


def _is_one(story: Story, noun: str, word: str) -> bool:
    """Whether a noun is singular, and cannot be the first part of a compound or a mass."""
    words = story.words
    if noun in words.mass:
        return False
    return words.persons.get(noun) == "singular" or (
        word != "of" and words.documents.get(noun) == "singular" and noun in words.frequent and noun not in words.cues
    )
