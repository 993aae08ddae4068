"""Where a noun phrase that ends at a word begins: to the left, by closed-class words and capitals."""

from __future__ import annotations

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Sentence, Words
from attribution_lint.nlp.sources.phrases import joins

_INSIDE_LEFT = frozenset("of for at in from with on to by against near under".split())
_LONGEST = 100  # words: what goes on for longer is no phrase but a list without marks; bounds the time
# A determiner opens its phrase, save behind one of these: the rest of the list, some of the voters.
_BEFORE_INNER_DETERMINER = frozenset("of for at in from with all to by some both on and against".split())


def phrase_start(words: Words, sentence: Sentence, last: int) -> int | None:
    """Return the first word of the noun phrase that ends with word `last`, or None if none does."""
    lower = words.lower
    at = last
    start: int | None = None
    while at >= sentence.first and last - at < _LONGEST:
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
