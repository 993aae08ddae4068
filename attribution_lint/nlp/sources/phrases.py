"""Noun phrases: where one that ends or starts at a word begins or stops, by closed-class words and capitals."""

from __future__ import annotations

from dataclasses import dataclass

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Sentence, Words
from attribution_lint.nlp.cues.lexicon import is_past_form
from attribution_lint.nlp.nouns import can_be_source_word

_INSIDE_LEFT = frozenset("of for at in from with on to by against near under".split())
_INSIDE_RIGHT = frozenset("of for at from with in on by".split())
_MAY_END = frozenset("in on by".split())
# A determiner opens its phrase, save behind one of these: the rest of the list, some of the voters.
_BEFORE_INNER_DETERMINER = frozenset("of for at in from with all to by some both on and against".split())
_APPOSITION_OPENERS = grammar.ARTICLES | grammar.RELATIVES | frozenset("one his her its".split())
_APPOSITION_ENDS = grammar.QUOTES | frozenset(". ; : ? !".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: the words `first` up to and without `last`."""

    first: int
    last: int


def phrase_start(words: Words, sentence: Sentence, last: int) -> int | None:
    """Return the first word of the noun phrase that ends with word `last`, or None if none does."""
    lower = words.lower
    at = last
    start: int | None = None
    while at >= sentence.first:
        word = lower[at]
        if _bars(words, sentence, at):
            break
        if word in grammar.PREPOSITIONS or word in grammar.COORDINATORS:
            if start is None or at == sentence.first or not _links(words, at):
                break
            at -= 1
            continue
        if word in grammar.PRONOUNS and word not in grammar.DETERMINERS and start is not None:
            if lower[at + 1] == "and" and word in grammar.PERSONAL_PRONOUNS:
                start = at
            break
        if start is not None and (word in grammar.COMMON_VERBS or _is_past_verb(words, sentence, at)):
            break
        start = at
        if _opens(words, sentence, at):
            break
        at -= 1
    return _without_opening(words, start, last, sentence)


def phrase_end(words: Words, sentence: Sentence, first: int, limit: int | None = None) -> int:
    """Return the word past the noun phrase that starts at `first`; it ends at `limit` or the sentence at the latest."""
    lower = words.lower
    stop = sentence.last if limit is None else limit
    at = first
    while at < stop:
        word = lower[at]
        if word in {",", ")", "(", "."} or word in grammar.CLAUSE_MARKS:
            break
        if at > first and _follows_phrase(words, at):
            break
        if word in grammar.PREPOSITIONS and word not in _INSIDE_RIGHT:
            break
        if word in _MAY_END and at + 1 < stop and _opens_adverbial(words, at):
            break
        if word in grammar.COORDINATORS and not (first < at < stop - 1 and joins(words, at)):
            break
        at += 1
    return at


def phrase_after(words: Words, sentence: Sentence, first: int) -> Phrase | None:
    """Return the noun phrase that starts at `first`, behind a mark of quotation, with its apposition."""
    while first < sentence.last and words.lower[first] in grammar.QUOTES:
        first += 1  # the title of a book
    last = phrase_end(words, sentence, first)
    if last <= first:
        return None
    while _joins_modifiers(words, sentence, last):
        last = phrase_end(words, sentence, last + 1)
    return Phrase(first, _with_apposition(words, sentence, last))


def can_be_source(words: Words, first: int, last: int) -> bool:
    """Whether a name or a noun that can be a source stands among the words `first` up to `last`."""
    return any(words.text[n][0].isupper() or can_be_source_word(words.lower[n]) for n in range(first, last))


def joins(words: Words, index: int) -> bool:
    """Whether “and” at `index` joins two names or two like nouns rather than two clauses."""
    left, right = words.text[index - 1], words.text[index + 1]
    right_is_noun = right in grammar.POSSESSIVES or right in grammar.ARTICLES
    if (left[0].isupper() or left in grammar.PERSONAL_PRONOUNS) and (
        right[0].isupper() or right[0].isdigit() or right_is_noun
    ):
        return True
    return can_be_source_word(left.lower()) and (can_be_source_word(right.lower()) or right[0].islower())


def _bars(words: Words, sentence: Sentence, at: int) -> bool:
    """Whether a word can stand in no noun phrase: a mark, a subordinator, an auxiliary."""
    word = words.lower[at]
    if word in grammar.CLAUSE_MARKS or word in {",", "(", ")"}:
        return True
    if word in grammar.SUBORDINATORS:
        return word != "than"
    if word in grammar.AUXILIARIES and word not in grammar.POSSESSIVES:
        return words.text[at][0].islower() or at == sentence.first
    return False


def _links(words: Words, at: int) -> bool:
    """Whether a preposition or an “and” goes on with the phrase behind it to the left."""
    word = words.lower[at]
    if word in grammar.PREPOSITIONS:
        return word in _INSIDE_LEFT and _may_precede_preposition(words, at - 1)
    return word == "and" and joins(words, at)


def _may_precede_preposition(words: Words, index: int) -> bool:
    word = words.lower[index]
    return not (
        word in grammar.AUXILIARIES
        or word in grammar.COMMON_VERBS
        or word in grammar.PREPOSITIONS
        or word in grammar.SUBORDINATORS
        or word in grammar.DETERMINERS - grammar.QUANTIFIERS
        or word in {",", ";", "and", "or", "but"}
        or grammar.is_adverb(word)
        or not words.text[index][0].isalnum()
    )


def _is_past_verb(words: Words, sentence: Sentence, at: int) -> bool:
    """Whether a word in -ed is a verb with its object behind it, not an adjective."""
    word = words.lower[at]
    if not word.endswith("ed") or word == "united" or words.text[at][0].isupper():
        return False
    if at > sentence.first and words.lower[at - 1] in grammar.DETERMINERS:
        return False
    return words.lower[at + 1] in grammar.DETERMINERS or words.lower[at + 1] in grammar.PREPOSITIONS


def _opens(words: Words, sentence: Sentence, at: int) -> bool:
    """Whether a determiner opens the phrase, rather than stand inside it: “the head of the union”."""
    word = words.lower[at]
    if word not in grammar.DETERMINERS or word in grammar.GENITIVES or word in {"'", "’"}:
        return False
    return at == sentence.first or words.lower[at - 1] not in _BEFORE_INNER_DETERMINER


def _without_opening(words: Words, start: int | None, last: int, sentence: Sentence) -> int | None:
    """Leave out an opening phrase of time or place that ran into the subject: “In a statement Smith”, “On Monday …”.

    A single mark at the start closed the quotation before.
    """
    if start is not None and start < last and words.lower[start] == "'":
        start += 1
    if start is None:
        return None
    before = start - 1
    if before < sentence.first or words.lower[before] not in grammar.PREPOSITIONS:
        return start
    for at in range(start + 1, last + 1):
        after_other = words.text[at - 1][0].islower() or words.lower[at - 1] in grammar.DAYS
        fresh_name = words.text[at][0].isupper() and after_other
        if words.lower[at] in grammar.ARTICLES or fresh_name:
            return at
    return start


def _follows_phrase(words: Words, at: int) -> bool:
    """Whether a word inside the sentence can only follow a noun phrase: a verb, a pronoun, a subordinator, a day."""
    word = words.lower[at]
    if word in grammar.AUXILIARIES and word not in grammar.GENITIVES:
        return True
    if word in grammar.COMMON_VERBS or word in grammar.SUBORDINATORS or word in grammar.DAYS:
        return True
    if word in grammar.RELATIVES or word in grammar.SUBJECT_PRONOUNS:
        return True
    if words.text[at][0].islower() and word not in grammar.PREPOSITIONS and word not in grammar.COORDINATORS:
        return is_past_form(word) and not can_be_source_word(word)
    return False


def _opens_adverbial(words: Words, at: int) -> bool:
    """Whether in, on or by at `at` tells when, where or how, rather than go on with a title."""
    after = words.lower[at + 1]
    starts = after in grammar.ARTICLES or after in grammar.DAYS or after.endswith("ing")
    return (starts or words.text[at + 1][0].isdigit()) and not can_be_source_word(words.lower[at - 1])


def _joins_modifiers(words: Words, sentence: Sentence, comma: int) -> bool:
    """Whether a comma joins modifiers of one noun: “various U.S., Ukrainian and South Korean assessments”."""
    if comma + 2 >= sentence.last or words.lower[comma] != "," or can_be_source_word(words.lower[comma - 1]):
        return False
    first_of_name = words.text[comma + 1][0].isupper()
    return first_of_name and words.lower[comma + 2] in {",", "and"} and words.lower[comma - 1] not in grammar.DAYS


def _with_apposition(words: Words, sentence: Sentence, last: int) -> int:
    """Return the end of a phrase with the apposition behind it: “…, said Ada Moss, the mayor.”"""
    lower = words.lower
    if last + 1 >= sentence.last or lower[last] != ",":
        return last
    follower = lower[last + 1]
    plain_noun = can_be_source_word(follower) and words.text[last + 1][0].islower()
    if follower not in _APPOSITION_OPENERS and not plain_noun:
        return last
    end = last + 1
    while end < sentence.last and lower[end] not in _APPOSITION_ENDS:
        if lower[end] == "," and end > last + 1:
            break
        end += 1
    return end
