"""People in a story: full names as they are written, and whether a surname was introduced by one.

English names are read in either order: “Ada Moss” introduces Moss, “Mo Yan” introduces Mo as well as Yan.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from attribution_lint.model import Span
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import screened

_PARTICLES = frozenset(
    ["van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "al", "bin", "ibn", "el"]
)
_KIN = "kin"
_INITIALS = re.compile(r"(?:[A-Z]\.?)+|Jr\.?|Sr\.?|I{2,3}|IV")
_COURTESY = ("Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Mx.", "Miss", "Dr.", "Dr")
_WORD_BEFORE = rf"(?P<before>[^\s“”\"(\[]+)[ \xa0\n](?:(?:{'|'.join(sorted(_PARTICLES))})[ -])*"
_SAID_HE = re.compile(r" (?:that )?(?:he|she|his|her)\b")
_HE_SAID = re.compile(r"[”\"] (?:he|she) \w+\b")
_WHAT_HE_IS = re.compile(r", (?:an?|the) [^,.]{3,60}, ")
_WHO = re.compile(r", (?:who|whose|[1-9]\d)\b")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_OPENS_WITH_HE = re.compile(r"[“\"]?(?:He|She|His|Her)\b")


class FullName(NamedTuple):
    """A name of two parts or more: `given` is its first word, `family` its last, both as written."""

    span: Span
    given: str
    family: str


def full_names(analysis: Analysis) -> list[FullName]:
    """Return the runs of capitalised words that may be a person's full name, in order; titles are left out."""
    found: list[FullName] | None = analysis.kept.get(_KEY)
    if found is None:
        found = analysis.kept[_KEY] = [
            FullName(name.span.moved(part.start), name.given, name.family)
            for part, names in in_each(analysis, _runs)
            for name in names
        ]
    return found


_KEY = "full names"


def _runs(analysis: Analysis) -> list[FullName]:
    found: list[FullName] = []
    words = analysis.words
    for sentence in analysis.sentences:
        run: list[int] = []
        for index, text in enumerate(words.text[sentence.first : sentence.last], sentence.first):
            begins = text[0].isupper() and not _is_title(text)
            if not run:
                run = [index] if begins else run
                continue
            if (begins or text in _PARTICLES) and words.start[index] - words.end[run[-1]] <= 1:
                run.append(index)
                continue
            if name := _name(analysis, run, sentence.first):
                found.append(name)
            run = [index] if begins else []
        if run and (name := _name(analysis, run, sentence.first)):
            found.append(name)
    return found


def _name(analysis: Analysis, run: list[int], opening: int) -> FullName | None:
    words = analysis.words
    while run and run[0] == opening and (words.lower[run[0]] in function_words()):
        run = run[1:]
    while run and (words.text[run[-1]] in _PARTICLES or _INITIALS.fullmatch(words.text[run[-1]])):
        run = run[:-1]
    if len(run) < 2 or len(run) > 5 or any(len(words.text[n]) > 3 and words.text[n].isupper() for n in run):
        return None
    return FullName(words.span(run[0], run[-1] + 1), words.text[run[0]], words.text[run[-1]])


@cache
def function_words() -> frozenset[str]:
    """Return the words that may open a sentence with a capital and are no name."""
    return (
        shipped_lexicon("sentence-openers")
        | grammar.PREPOSITIONS
        | grammar.SUBORDINATORS
        | grammar.COORDINATORS
        | grammar.DETERMINERS
        | grammar.PRONOUNS
        | grammar.ADVERBS
    )


def _is_title(word: str) -> bool:
    return word.rstrip(".").lower() in shipped_lexicon("person-titles")


@lru_cache(maxsize=2)
def without_accents(text: str) -> str:
    """Return a text with the plain letter for each accented one, so that Peña and Pena are one; same length."""
    return _NOT_ASCII.sub(lambda match: unicodedata.normalize("NFD", match[0])[0], text)


def is_introduced(analysis: Analysis, surname: str, titles: frozenset[str], speaks: int) -> bool:
    """Whether the story gives the surname with another name beside it, or with one of `titles`, anywhere.

    A relative's full name (“her son, Tom Moss”) that comes after offset `speaks`, where Moss does, is another's.
    """
    surname = without_accents(surname)
    text = without_accents(analysis.text)
    past = 0  # a name goes back no further than to the one before
    at = text.find(surname)
    while at >= 0:
        end, low = at + len(surname), max(0, at - _WINDOW)
        if _BOUNDARY.match(text, end):
            named = _BEFORE_NAME.search(text, max(past, low), at)
            if named:
                past = end
            if named and at > speaks and _relative().search(text, low, named.start()):
                named = None
            opens = named is not None and _opens(text, named.start())
            if (
                (named and _introduces(named["before"], titles, opens))
                or _kin_before().search(text, low, at)  # her husband, Tunde
                or _NICKNAME.search(text, low, at)
            ):
                return True
        if _BOUNDARY.match(text, at) and (_FOLLOWED.match(text, end) or _kin_behind().match(text, end)):
            return True
        at = text.find(surname, at + 1)
    return False


def _opens(text: str, at: int) -> bool:
    """Whether a word opens a sentence; in mid-sentence the capital of *Per* makes it a given name."""
    before = text[max(at - 2, 0) : at].rstrip(" ")[-1:]
    return not (before.isalnum() or before == ",")


def _introduces(before: str, titles: frozenset[str], opens: bool) -> bool:
    """Whether the word before a surname is a given name or one of the titles; `opens` if it opens its sentence."""
    initials = _INITIALS.fullmatch(before)
    if before.endswith(".") and initials:
        return True  # Robert A. Moss
    plain = before.rstrip(".").lower()
    if plain in titles:
        return True
    if not before[0].isupper() or _is_title(before) or (opens and plain in function_words()):
        return False
    return before[-1] not in '.,;:!?”"' or initials is not None


_WINDOW = 160  # code points before a surname that are looked at
_BOUNDARY = re.compile(r"\b")
_BEFORE_NAME = screened(_WORD_BEFORE + r"(?:[A-Z][\w’'-]*-)?$")
_NICKNAME = screened(r"[A-Z]\w+ (?:“[^”]{2,20}”|\"[^\"]{2,20}\"|\([^)]{2,20}\)) $")
_FOLLOWED = screened(r" (?!(?:Mr|Mrs|Ms|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)[A-Z]")


@cache
def _kin_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(shipped_lexicon(_KIN)))}),? $")


@cache
def _relative() -> re.Pattern[str]:
    return re.compile(rf"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:{'|'.join(sorted(shipped_lexicon(_KIN)))}),? $")


@cache
def _kin_behind() -> re.Pattern[str]:
    return re.compile(rf", (?:his|her|their|the) (?:\w+ )?(?:{'|'.join(sorted(shipped_lexicon(_KIN)))})\b")


def is_person(analysis: Analysis, surname: str, span: Span, cue: Span) -> bool:
    """Whether the story treats the name at `span`, beside its cue, as a person.

    A courtesy title tells, “who”, an age or a description behind it, or he or she: behind the cue, as the first word
    of the next sentence, or behind the quotation in it.
    """
    if any(f"{title} {surname}" in analysis.text for title in _COURTESY):
        return True
    if _SAID_HE.match(analysis.text, max(span.end, cue.end)) or _WHO.match(analysis.text, span.end):
        return True
    if _WHO.search(analysis.text, span.start, span.end) or _WHAT_HE_IS.match(analysis.text, span.start + len(surname)):
        return True
    following = analysis.sentence_at(span.start) + 1
    if following >= len(analysis.sentences):
        return False
    sentence = analysis.sentences[following].span
    return bool(
        _OPENS_WITH_HE.match(analysis.text, sentence.start)
        or _HE_SAID.search(analysis.text, sentence.start, sentence.end)
    )
