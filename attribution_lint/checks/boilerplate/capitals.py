"""Kinds of things in capitals that a dictionary knows, where a name would stand: "he grew up in PARISH with his aunt".

`blanks.py` knows the usual kinds from a lexicon. Any other noun in capitals is a blank where grammar tells: it is
singular and countable and has no article, as only a name may ("of VILLAGE", ", PERSON, who"). A word in capitals for
emphasis has its article, and what a sign or a shirt says is said to be read there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution_lint.checks.boilerplate.naming import is_named
from attribution_lint.checks.phrases import english
from attribution_lint.kept import Worked
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each
from attribution_lint.patterns import screened

# A row of capitals between small letters, behind a word that a name may follow.
_ROW = screened(
    r"(?<![\w’'.&/-])(?P<before>[a-z][a-z’']*,? )(?P<row>[A-Z]{3,}(?:[’']S)?(?: [A-Z]{2,}(?:[’']S)?){0,4})"
    r"(?P<after>(?:,? [a-z][a-z’'-]*|[’']s [a-z]+|[.,;](?=\s|$)|, [A-Z][a-z]+| [A-Z][a-z]+ [A-Z]?[a-z]+))"
)
_CAPITALS, _IN_CAPITALS = re.compile("[A-Z]{3}"), re.compile("[A-Z]{2,}")
_LEADING = frozenset({"in", "of", "at", "from", "near", "to", "for", "with", "between", "against", "outside", "into"})
_SMALL = frozenset(
    {"AND", "OF", "THE", "NEAR", "IN", "OR", "FOR", "TO", "A", "AT", "TBC", "HERE", "SUCH", "SO", "FROM"}
)
# Kinds that a sentence names without an article, and what is put in capitals for its own sake.
_BARE = frozenset(
    {"home", "work", "bed", "church", "school", "college", "court", "prison", "jail", "sea", "love", "god", "man"}
    | {"woman", "war", "peace", "money", "power", "time", "life", "death", "hope", "fun", "fact", "lot", "way", "end"}
    | {"day", "night", "base", "camp", "house", "senate", "congress", "star", "sale", "help", "stop", "vote", "press"}
    | {"police", "security", "staff", "crew", "fire", "gas", "art", "space", "water", "air", "win", "aids", "sars"}
)
_SHORTEST, _COMMON = 4, 6.0
_NEAR = 60  # characters
_SHOWN = screened(
    r"\b(?:read|reads|reading|says|said|saying|word|words|letters|capitals|marked|labell?ed|stamped|sign|logo|banner"
    r"|painted|printed|written|spell|spells|spelling|slogan|shirt|acronym|tattoo\w*|scheme|project|programme|program"
    r"|study|trial|system|network|group|brand|band|show|film|album|game|exhibition|campaign)\b",
    re.IGNORECASE,
)


def kinds_in_capitals(analysis: Analysis) -> Iterator[Span]:
    """Yield in order the nouns in capitals that stand for something still to come, outside quotations."""
    for part, found in in_each(analysis, _kinds_in):
        yield from (span.moved(part.start) for span in found)


def _kinds_in(analysis: Analysis) -> list[Span]:
    text = analysis.text
    if not _CAPITALS.search(text) or not any(map(_kinds_known.__getitem__, _IN_CAPITALS.findall(text))):
        return []
    return list(_kinds(analysis))


def _kinds(analysis: Analysis) -> Iterator[Span]:
    text = analysis.text
    for match in _ROW.finditer(text):
        words = _IN_CAPITALS.findall(match["row"])
        telling = [word for word in words if word not in _SMALL]
        if not telling or text.count(match["row"]) > 1:
            continue
        if not (_fits(match) and all(_is_a_kind(word.lower()) or _is_place(word, words) for word in telling)):
            continue
        if len(words) == 1 and len(words[0]) < _SHORTEST:
            continue
        span = Span(*match.span("row"))
        if _SHOWN.search(text, max(0, span.start - _NEAR), span.start):
            continue
        if analysis.quotation_at(span.start) is None and not is_named(analysis, span):
            yield span


def _fits(match: re.Match[str]) -> bool:
    """Whether a name, but no bare noun, could stand there."""
    before, after = match["before"].strip(), match["after"]
    if before.endswith(","):
        return after[0] == ","
    if before in _LEADING:
        return not after.startswith(" ") or after[1].islower()
    return False


def _is_a_kind(word: str) -> bool:
    """Whether a word is a noun of which there is one or more, and nothing that is written in capitals otherwise."""
    if word in _BARE or len(word) < _SHORTEST - 1:
        return False
    parts = english.parts_of_speech(word)
    if "NOUN" not in parts or not parts <= {"NOUN", "VERB"}:
        return False
    return english.frequency(word) > _COMMON and bool(english.parts_of_speech(word + "s"))


def _named_in_capitals(word: str) -> bool:
    return _is_a_kind(word.lower())


_kinds_known = Worked(_named_in_capitals)  # one of which is in any row that is told as kinds


def _is_place(word: str, words: list[str]) -> bool:
    """Whether a name in capitals stands beside a kind: "VILLAGE NEAR BERGEN"."""
    return len(words) > 2 and word is words[-1] and words[-2] in _SMALL and _is_a_kind(words[0].lower())
