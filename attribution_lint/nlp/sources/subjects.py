"""Subjects before their verb: right before it, before an insertion, of an earlier verb, or of the sentence."""

from __future__ import annotations

import itertools

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Sentence, Words
from attribution_lint.nlp.cues.lexicon import all_cue_forms
from attribution_lint.nlp.sources.phrase_ends import phrase_end
from attribution_lint.nlp.sources.phrase_starts import phrase_start
from attribution_lint.nlp.sources.phrases import Phrase, can_be_source
from attribution_lint.nlp.verb_groups import end_of_subject

_INSERTION_ENDS = grammar.DASHES | frozenset({",", ")"})
_CHUNK_MARKS = grammar.DASHES | frozenset({",", "(", ")"})
_CLAUSE_STARTS = grammar.CLAUSE_MARKS - grammar.DASHES
_CONNECTORS = frozenset("and but so meanwhile".split())
_NOT_FINITE = frozenset("been being be 's not".split())
_INSIDE_CLAUSE = frozenset("who that which to".split())


def subject_before(words: Words, sentence: Sentence, verb: int) -> Phrase | None:
    """Return the subject right before a verb, or before an insertion that ends there."""
    at = end_of_subject(words, sentence, verb)
    if at < sentence.first:
        return None
    word = words.lower[at]
    if word in _INSERTION_ENDS:
        return _before_insertion(words, sentence, at)
    if word in grammar.COORDINATORS or word in grammar.CLAUSE_MARKS:
        return None
    if word in grammar.SUBJECT_PRONOUNS and not (at > sentence.first and words.lower[at - 1] in grammar.PREPOSITIONS):
        return Phrase(at, at + 1)
    if at > sentence.first and words.lower[at - 1] == "be" and words.text[at].islower():
        return None  # “who asked to be candid said”: what somebody is, not who speaks
    first = phrase_start(words, sentence, at)
    return Phrase(first, at + 1) if first is not None else None


def clause_subject(words: Words, sentence: Sentence, verb: int) -> Phrase | None:
    """Return the subject of the last finite verb before `verb`: “Moss spent the day railing …”."""
    found: Phrase | None = None
    for at in range(sentence.first + 1, verb):
        if _is_finite(words, at) and words.lower[at - 1] not in _INSIDE_CLAUSE:
            subject = subject_before(words, sentence, at)
            if subject is not None and _names_source(words, subject):
                found = subject
    return found


def first_subject(words: Words, sentence: Sentence, verb: int) -> Phrase | None:
    """Return the subject of the sentence: its first noun phrase, behind an opening phrase of time or place."""
    lower, text = words.lower, words.text
    at = sentence.first
    while at < verb and not text[at][0].isalnum():
        at += 1
    if at < verb and (lower[at] in grammar.PREPOSITIONS or lower[at] in grammar.SUBORDINATORS):
        while at < verb and lower[at] != ",":
            at += 1
        at += 1
    while at < verb and (lower[at] in grammar.COORDINATORS or grammar.is_adverb(lower[at]) or lower[at] == ","):
        at += 1
    if at >= verb:
        return None
    if lower[at] in grammar.SUBJECT_PRONOUNS:
        return Phrase(at, at + 1)
    last = phrase_end(words, sentence, at, verb)
    return Phrase(at, last) if last > at and can_be_source(words, at, last) else None


def _before_insertion(words: Words, sentence: Sentence, end: int) -> Phrase | None:
    """Return the subject before an apposition or relative clause that ends at `end`: “Ada Moss, who runs X, said”."""
    lower = words.lower
    clause = end
    while clause > sentence.first and not (lower[clause - 1] in _CLAUSE_STARTS and clause != end):
        clause -= 1
    cuts = [clause - 1, *(n for n in range(clause, end + 1) if lower[n] in _CHUNK_MARKS)]
    chunks = [(cut + 1, following) for cut, following in itertools.pairwise(cuts) if following > cut + 1]
    for first, last in chunks[:-1]:
        if lower[first] in _CONNECTORS and last - first > 1:
            first += 1
        if _opens_adverbial(lower[first]):
            continue
        start = phrase_start(words, sentence, last - 1)
        if start is not None and can_be_source(words, start, last):
            start = max(start, first)
            bracketed = lower[end] == ")" and "(" in lower[start:end]
            return Phrase(start, end + bracketed)
    return None


def _opens_adverbial(word: str) -> bool:
    """Whether a word opens a clause or a phrase that is no subject: in, having, when, who."""
    if word in grammar.PREPOSITIONS or word.endswith("ing") or word in grammar.RELATIVES:
        return True
    return word in grammar.SUBORDINATORS and word != "that"


def _is_finite(words: Words, at: int) -> bool:
    """Whether a word looks like a verb that has a subject of its own."""
    word = words.lower[at]
    if words.text[at][0].isupper() or word in _NOT_FINITE:
        return False
    return word in grammar.COMMON_VERBS or word in grammar.AUXILIARIES or word.endswith("ed") or word in all_cue_forms()


def _names_source(words: Words, found: Phrase) -> bool:
    if found.last - found.first == 1 and words.lower[found.first] in grammar.PERSONAL_PRONOUNS:
        return True
    return can_be_source(words, found.first, found.last)
