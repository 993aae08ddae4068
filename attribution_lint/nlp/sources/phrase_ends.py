"""Where a noun phrase that starts at a word ends: to the right, with the apposition behind it."""

from __future__ import annotations

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Sentence, Words
from attribution_lint.nlp.cues.lexicon import is_past_form
from attribution_lint.nlp.nouns import can_be_source_word
from attribution_lint.nlp.sources.phrases import Phrase, joins

_INSIDE_RIGHT = frozenset("of for at from with in on by".split())
_MAY_END = frozenset("in on by".split())
_APPOSITION_OPENERS = grammar.ARTICLES | grammar.RELATIVES | frozenset("one his her its".split())
_RELATIVE_OPENERS = grammar.RELATIVES | frozenset({"that", "where", "when"})
_APPOSITION_ENDS = grammar.QUOTES | frozenset(". ; : ? !".split())
_SHORTEST_NAME, _LONGEST_NAME = 2, 4  # words of a full name
_LONGEST_PHRASE_CUE = 3  # words: “In the view of” takes one more, and is followed by a name as a rule


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
    return Phrase(first, _with_apposition(words, sentence, last, opens=first - sentence.first <= _LONGEST_PHRASE_CUE))


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
        return (is_past_form(word) and not can_be_source_word(word)) or _has_object(words, at)
    return False


def _has_object(words: Words, at: int) -> bool:
    """Whether a word in -s behind a source is its verb: “which according to the reports carries 40 cars”."""
    if not words.lower[at].endswith("s") or at + 1 >= len(words) or not can_be_source_word(words.lower[at - 1]):
        return False
    after = words.lower[at + 1]
    return after[0].isdigit() or after in grammar.ARTICLES


def _opens_adverbial(words: Words, at: int) -> bool:
    """Whether in, on or by at `at` tells when, where or how, rather than go on with a title."""
    after = words.lower[at + 1]
    dated = after in grammar.MONTHS and words.text[at + 1][0].isupper()
    starts = dated or after in grammar.ARTICLES or after in grammar.DAYS or after.endswith("ing")
    return (starts or words.text[at + 1][0].isdigit()) and not can_be_source_word(words.lower[at - 1])


def _joins_modifiers(words: Words, sentence: Sentence, comma: int) -> bool:
    """Whether a comma joins modifiers of one noun: “various U.S., Ukrainian and South Korean assessments”."""
    if comma + 2 >= sentence.last or words.lower[comma] != "," or can_be_source_word(words.lower[comma - 1]):
        return False
    first_of_name = words.text[comma + 1][0].isupper()
    return first_of_name and words.lower[comma + 2] in {",", "and"} and words.lower[comma - 1] not in grammar.DAYS


def _with_apposition(words: Words, sentence: Sentence, last: int, opens: bool) -> int:
    """Return the end of a phrase with the apposition behind it: “…, said Ada Moss, the mayor.”

    Where the phrase opens the sentence, an apposition ends with a comma; without one, what follows is the clause:
    “According to experts, the dam could fail.”
    """
    lower = words.lower
    if last + 1 >= sentence.last or lower[last] != ",":
        return last
    named = _end_of_name(words, sentence, last)
    if named is not None and (not opens or lower[min(named, sentence.last - 1)] == ","):
        return named
    follower = lower[last + 1]
    plain_noun = can_be_source_word(follower) and words.text[last + 1][0].islower()
    if follower not in _APPOSITION_OPENERS and not plain_noun:
        return last
    end = last + 1
    relative = False
    while end < sentence.last and lower[end] not in _APPOSITION_ENDS:
        if lower[end] == "," and end > last + 1:
            break
        if lower[end] in grammar.AUXILIARIES - grammar.GENITIVES and not relative:
            return last  # a verb of its own: a clause
        relative = relative or lower[end] in _RELATIVE_OPENERS
        end += 1
    closed = end < sentence.last and lower[end] == ","
    return end if closed or not opens else last


def _end_of_name(words: Words, sentence: Sentence, comma: int) -> int | None:
    """Return the end of the full name behind what its bearer is: “…, said the mayor, Ada Moss.”"""
    if not words.text[comma - 1][0].islower() or not can_be_source_word(words.lower[comma - 1]):
        return None
    end = comma + 1
    while end < sentence.last and words.text[end][0].isupper() and words.lower[end] not in grammar.DAYS:
        end += 1
    closed = end == sentence.last or words.lower[end] == "," or words.lower[end] in _APPOSITION_ENDS
    return end if _SHORTEST_NAME <= end - comma - 1 <= _LONGEST_NAME and closed else None
