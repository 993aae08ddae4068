"""Whether a word that can be both (claim, report, comment) is a noun here, by the words on either side."""

from __future__ import annotations

from collections.abc import Callable

from attribution_lint.nlp import grammar, numbers
from attribution_lint.nlp.analysis import Words
from attribution_lint.nlp.cues.lexicon import cue_lexicon
from attribution_lint.nlp.cues.place import Place
from attribution_lint.nlp.nouns import can_be_source_word, is_document_word

_NOUN_TAKES_TO = frozenset("according response due".split())  # “to” behind these is a preposition
_NEGATED = frozenset("do does did n't n’t not".split())
_PLURAL_SUBJECTS = frozenset("some many all both".split())
_OWNERS = grammar.ARTICLES | frozenset("its their my our your no every".split())
_SINGULAR = frozenset("a an another each every one".split())
_UNITS = frozenset(["basis", "percentage"])
_CLOSED = grammar.PREPOSITIONS | grammar.PRONOUNS | grammar.COORDINATORS | grammar.SUBORDINATORS | grammar.COMMON_VERBS
_TAKE_BARE_INFINITIVES = frozenset("hear heard help helped helps let lets made make makes saw see watch".split())
_INVERTED = grammar.AUXILIARIES - frozenset("has have had is are was were".split())
"""Auxiliaries before a subject whose verb has no ending: “would a firm say”, but “has one police post”."""
_FEW_MODIFIERS = 4  # words between a number or an article and the noun of their phrase
_ENDINGS_OF_ADJECTIVES = ("ly", "al", "est", "ic", "ive", "ous", "ary")
_ADJECTIVES = frozenset("big early earlier first fresh joint large late last new old own recent second small".split())
_PLURAL_NUMBERS = (frozenset(numbers.SMALL) - {"one", "zero", "no"}) | frozenset(numbers.SCALES) | {"several", "few"}
_NOUN_FOLLOWERS = frozenset("of by from in on about for and or , . ; that's is are was were has have had".split())
_CLOSERS = frozenset([".", ","])
_DOCUMENT_REACH = 12  # words back to the comma before “… figures from the council show”
_NAME_FOLLOWERS = frozenset([",", "for"])
_CONTENT_OPENERS = (
    grammar.SUBJECT_PRONOUNS
    | grammar.DETERMINERS
    | grammar.QUOTES
    | frozenset("‘ how why what when where whether if there :".split())
)


def is_noun(place: Place) -> bool:
    """Whether the word at a place is a noun."""
    by_left = _by_word_before(place)
    if by_left is not None:
        return by_left
    before = place.index - 1
    if place.after[0].isdigit():
        return False
    if place.after in _CONTENT_OPENERS:
        return place.after == "that" and not _can_be_source(place.words, before)
    if place.word in cue_lexicon().evidence and is_document_word(place.before):
        return False  # court records show.
    if place.after in _CLOSERS and place.word in cue_lexicon().evidence and _closes_document_clause(place):
        return False  # …, figures from the council show.
    if place.after in _NOUN_FOLLOWERS:
        return place.after != "on" and not (_is_name(place.words, before) and place.after in _NAME_FOLLOWERS)
    return not _can_be_source(place.words, before)


def closes_noun_phrase(place: Place) -> bool:
    """Whether a phrase begun before the word wants a noun: “the dispute”, “its latest estimate”, “36 states”.

    No finite verb stands right behind an article, nor a singular one behind a number.
    """
    words, index = place.words, place.index
    if place.before in _OWNERS and words.text[index - 1].islower():
        return True
    lexicon, word = cue_lexicon(), place.word
    if word != lexicon.forms[word]:
        return word.endswith("s") and _is_counted(place)
    if word not in lexicon.nouns:
        return False
    return (_is_adjective(place.before) and _opens(place, _OWNERS, _is_adjective)) or _is_singular(place)


def _is_counted(place: Place) -> bool:
    """Whether a number larger than one, with nothing but adjectives between, counts the word: “36 states”."""
    for word in _words_before(place):
        if word in _PLURAL_NUMBERS or (word[0].isdigit() and word != "1"):
            return True
        if not (_is_adjective(word) or word in _UNITS):
            return False
    return False


def _is_singular(place: Place) -> bool:
    """Whether the word ends a phrase with “a” or “one”, which would have an -s behind it: “a machine recount”."""
    if place.word in grammar.PAST_PARTICIPLES:
        return False  # “a firm forecast …”
    return _opens(place, _SINGULAR, lambda word: word.isalpha() and word not in _CLOSED)


def _opens(place: Place, openers: frozenset[str], goes_on: Callable[[str], bool]) -> bool:
    """Whether one of the openers begins the phrase before the word, which no auxiliary asks for: “would a firm say”."""
    lower, first = place.words.lower, place.sentence.first
    for back, word in enumerate(_words_before(place), start=1):
        if word in openers:
            at = place.index - back - 1
            return at < first or lower[at] not in _INVERTED | _TAKE_BARE_INFINITIVES
        if not (goes_on(word) or word == "-"):
            return False
    return False


def _words_before(place: Place) -> list[str]:
    """Return the few words before the word in its sentence, the nearest first."""
    first = max(place.index - _FEW_MODIFIERS, place.sentence.first)
    return place.words.lower[first : place.index][::-1]


def _is_adjective(word: str) -> bool:
    """Whether a word looks like an adjective that stands before a noun."""
    return word.endswith(_ENDINGS_OF_ADJECTIVES) or word in _ADJECTIVES


def _by_word_before(place: Place) -> bool | None:
    """Return what a closed-class word before decides; None if it leaves both open."""
    before = place.before
    if not before:
        return True
    if before == "to":
        return place.second_before in _NOUN_TAKES_TO
    if before in grammar.POSSESSIVES or before in grammar.ARTICLES:
        return True
    if before in grammar.QUANTIFIERS and (before not in _PLURAL_SUBJECTS or _has_ending(place.word)):
        return True
    if before in {"this", "these"} and place.after not in _CONTENT_OPENERS:
        return True
    if before == "that":
        return not (place.second_before and _can_be_source(place.words, place.index - 2))
    if before in grammar.MODALS or before in _NEGATED:
        return False
    if before in grammar.PREPOSITIONS and before != "as":
        return True
    if before in grammar.SUBJECT_PRONOUNS or grammar.is_adverb(before):
        return False
    return None


def _has_ending(word: str) -> bool:
    """Whether a form has the -s of a verb with a singular subject, or of a plural noun: “all emails”."""
    return word.endswith("s") and word != cue_lexicon().forms[word]


def _closes_document_clause(place: Place) -> bool:
    """Whether a comma and a document stand before the word, so that it closes what the document tells."""
    lower = place.words.lower
    for at in range(place.index - 1, max(place.sentence.first, place.index - _DOCUMENT_REACH) - 1, -1):
        if lower[at] == ",":
            return any(map(is_document_word, lower[at + 1 : at + 5]))
    return False


def _is_name(words: Words, index: int) -> bool:
    return words.text[index][0].isupper()


def _can_be_source(words: Words, index: int) -> bool:
    return _is_name(words, index) or can_be_source_word(words.lower[index])
