"""The kind of a source, from its main word, its names and how the sentence speaks of it.

AP (2004) and the Reuters Handbook set apart sources by name, by document and without a name; the kinds follow them.
"""

from __future__ import annotations

import re

from attribution_lint.model import Span
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Source, SourceType, Words
from attribution_lint.nlp.nouns import source_nouns
from attribution_lint.nlp.sources.phrases import Phrase
from attribution_lint.packs import shipped_lexicon

_ANONYMITY = re.compile(
    r"anonym|not (?:be|to be|been) (?:named|identified)|declined to be (?:named|identified)|"
    r"(?:familiar|close|privy|knowledge|briefed)\b.{0,24}\b(?:with|to|of|on)\b|not authori[sz]ed",
    re.IGNORECASE,
)
_CAPITAL_INSIDE = re.compile(r"[A-Z][a-z]{2,}[A-Z]|[A-Z][a-z]+[A-Z]{2}")
_SURNAME_OPENINGS = ("Mac", "Fitz", "Van", "Del", "Den", "Des", "Dos", "San", "Von")
_UNCOUNTED = frozenset("some many others most".split())
_SINGLE = frozenset("a an one another".split())
_THEN = frozenset("last this next".split())
_DONE = frozenset("done made held filed published released prepared obtained compiled collected".split())
_TIMES = frozenset("week month year quarter season spring summer autumn fall winter night morning".split())
_HEAD_ENDS = grammar.RELATIVES | frozenset([",", "(", "that", "and"])
_COMPLEMENTED = frozenset("aware briefed close familiar involved knowledgeable present privy".split())
"""Adjectives that follow the noun they go with: officials close to it."""


def source_at(analysis: Analysis, found: Phrase) -> Source:
    """Return the source that a noun phrase names, without a comma or a genitive at its end."""
    words = analysis.words
    first, last = found.first, found.last
    while last - 1 > first and (words.lower[last - 1] == "," or words.lower[last - 1] in grammar.GENITIVES):
        last -= 1
    if last - first > 2 and words.lower[last - 2] in _THEN and words.lower[last - 1] in _TIMES:
        last -= 2  # “the bank last week announced”
    span = words.span(first, last)
    head = _head(words, first, last)
    return Source(span, words.lower[head], classify(analysis, span, first, last, head))


def classify(analysis: Analysis, span: Span, first: int, last: int, head: int) -> SourceType:
    """Return the kind of the source whose phrase is the words `first` up to `last` with its main word `head`."""
    words = analysis.words
    word = words.lower[head]
    if last - first == 1 and word in grammar.PRONOUNS and word not in _UNCOUNTED:
        return "pronoun"
    if word in _UNCOUNTED:
        return "vague"
    if word in grammar.POSSESSIVES:
        return "pronoun"  # “his”, with nothing of his behind it
    sentence = analysis.sentences[analysis.sentence_at(span.start)]
    named = any(words.text[n][0].isupper() for n in range(first + 1, head + 1))
    named = named or (words.text[head][0].isupper() and first > sentence.first)
    if _is_anonymous(words, first, last, head, analysis.slice(sentence.span)):
        return "anonymous"
    if not named and last - first == 1 and word in source_nouns("source-vague"):
        return "vague"
    return _by_noun(words.lower[first:last], word, head - first, named) or _by_capitals(words, first, head)


def _is_anonymous(words: Words, first: int, last: int, head: int, sentence: str) -> bool:
    word = words.lower[head]
    if word not in source_nouns("source-anonymous") or _names_person(words, first, last):
        return False
    if word in shipped_lexicon("source-nameless") or words.lower[first] in _SINGLE:
        return True
    return _ANONYMITY.search(sentence) is not None


def _by_noun(phrase: list[str], word: str, head: int, named: bool) -> SourceType | None:
    """Return the kind that the nouns of a phrase tell; `head` is the place of its main word in it."""
    if word in source_nouns("source-documents") and not (named and word in source_nouns("source-people")):
        return "document"
    media = source_nouns("source-media")
    if word in media or (named and not media.isdisjoint(phrase[-2:])):
        return "media"
    if not source_nouns("source-officials").isdisjoint(phrase):
        return "official"
    if word in source_nouns("source-people"):
        return "person"
    if not source_nouns("source-organisations").isdisjoint(phrase[: head + 1]):
        return "organisation"
    if named:
        return None
    if word in source_nouns("nouns-persons"):
        return "person"
    return "organisation" if word in source_nouns("nouns-bodies") else None


def _by_capitals(words: Words, first: int, head: int) -> SourceType:
    """A capitalised word is a person, unless it is an acronym, names a firm or stands behind an article."""
    text, word = words.text[head], words.lower[head]
    if not text[0].isupper():
        return "unknown"
    if " ".join(words.lower[first : head + 1]) in shipped_lexicon("source-media-names"):
        return "media"
    firm = head > first and words.text[head - 1][0].isupper() and word in shipped_lexicon("source-firm-words")
    acronym = text.isupper() and len(text) > 1
    return "organisation" if acronym or firm or _is_brand(text) or words.lower[first] == "the" else "person"


def _is_brand(text: str) -> bool:
    """Whether a capital stands inside a word as in no surname: FactSet, YouGov; but McRae, DiMaggio, LeBlanc."""
    return _CAPITAL_INSIDE.match(text) is not None and not text.startswith(_SURNAME_OPENINGS)


def _head(words: Words, first: int, last: int) -> int:
    """Return the main word: the last of the phrase before its first comma, preposition or relative clause."""
    for at in range(first + 1, last):
        word = words.lower[at]
        if word in _HEAD_ENDS or word in _COMPLEMENTED or (word in grammar.PREPOSITIONS and word != "like"):
            return at - 2 if _is_participle(words, first, at - 1) else at - 1
        if word in _THEN and at + 1 < last and words.lower[at + 1] in _TIMES:
            return at - 1
    return last - 1


def _is_participle(words: Words, first: int, at: int) -> bool:
    """Whether a word is the participle of a clause behind a noun: “figures given to the house”."""
    word = words.lower[at]
    if at <= first or not (word in _DONE or word in grammar.PAST_PARTICIPLES):
        return False
    return words.lower[at - 1] not in grammar.DETERMINERS and not grammar.is_adverb(words.lower[at - 1])


def _names_person(words: Words, first: int, last: int) -> bool:
    """Whether two capitalised words in a row stand in the phrase: a person's name."""
    titles = shipped_lexicon("person-titles")
    return any(
        words.text[n][0].isupper() and words.text[n - 1][0].isupper() and words.lower[n] not in titles
        for n in range(first + 1, last)
    )
