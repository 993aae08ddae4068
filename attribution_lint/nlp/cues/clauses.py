"""Whether something told stands beside a verb that cues only then: a quotation, a that-clause, a clause it closes."""

from __future__ import annotations

from attribution_lint.nlp import grammar
from attribution_lint.nlp.cues.place import Place

_INTRODUCERS = frozenset(["that", ":", "how", "why", "whether"])
_SPEAKING_PRONOUNS = frozenset("he she they i we who".split())
_MARKS = grammar.QUOTES | frozenset({",", "‘"})
_CLAUSE_REACH = 14  # words back to the comma or mark that the clause of the verb starts at
_QUOTED_REACH = 4  # words between a quotation and the verb behind it
_SPEECH_PARTICIPLES = frozenset("adding noting remarking".split())


def has_clause(place: Place) -> bool:
    """Whether a quotation, a that-clause or a parenthetical comma stands beside the verb."""
    if place.after in _INTRODUCERS or place.after in grammar.OPENING_QUOTES:
        return True
    if place.before in _SPEAKING_PRONOUNS and not _is_before_digit(place):
        return True
    if place.after == "," and place.second_after in grammar.OPENING_QUOTES:
        return True
    return _follows_clause(place)


def _is_before_digit(place: Place) -> bool:
    return place.words.text[min(place.index + 1, place.sentence.last - 1)][0].isdigit()


def _follows_clause(place: Place) -> bool:
    """Whether the verb closes its clause behind a comma or a quotation: “…,” the mayor joked."""
    lower, sentence, index = place.words.lower, place.sentence, place.index
    first = index
    while first > sentence.first and index - first < _CLAUSE_REACH and lower[first - 1] not in _MARKS:
        first -= 1
    mark = lower[first - 1] if first > sentence.first else ""
    if mark not in _MARKS:
        return False
    if mark != ",":
        quoted = place.analysis.quotation_at(place.words.start[first - 1]) is not None
        return quoted and (place.after in {".", ","} or index - first <= _QUOTED_REACH)
    if _ends_clause(place):
        return True
    return index == first and place.word in _SPEECH_PARTICIPLES


def _ends_clause(place: Place) -> bool:
    """Whether the sentence or the inserted clause ends right after the word, or after a day or an adverb."""
    lower, last = place.words.lower, place.sentence.last
    after = place.index + 1
    while after < last and (lower[after] in grammar.DAYS or grammar.is_adverb(lower[after])):
        after += 1
    return after >= last or lower[after] in {".", ",", ";"}
