"""People in a story: full names as they are written, and whether a surname was introduced by one.

English names are read in either order: “Ada Moss” introduces Moss, “Mo Yan” introduces Mo as well as Yan.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from attribution_lint.model import Span
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.packs import shipped_lexicon

_PARTICLES = frozenset(
    ["van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "al", "bin", "ibn", "el"]
)
_KIN = "kin"
_KIN_REACH = 30  # code points
_INITIALS = re.compile(r"(?:[A-Z]\.?)+|Jr\.?|Sr\.?|I{2,3}|IV")
_COURTESY = ("Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Mx.", "Miss", "Dr.", "Dr")
_WORD_BEFORE = rf"(?P<before>[^\s“”\"(\[]+)[ \xa0\n](?:(?:{'|'.join(sorted(_PARTICLES))})[ -])*"
_SAID_HE = re.compile(r" (?:that )?(?:he|she|his|her)\b")
_HE_SAID = re.compile(r"[”\"] (?:he|she) \w+\b")
_WHAT_HE_IS = re.compile(r", (?:an?|the) [^,.]{3,60}, ")
_WHO = re.compile(r", (?:who|whose|[1-9]\d)\b")
_OPENS_WITH_HE = re.compile(r"[“\"]?(?:He|She|His|Her)\b")


@dataclass(frozen=True, slots=True)
class FullName:
    """A name of two parts or more: `given` is its first word, `family` its last, both as written."""

    span: Span
    given: str
    family: str


def full_names(analysis: Analysis) -> list[FullName]:
    """Return the runs of capitalised words that may be a person's full name, in order; titles are left out."""
    return list(_runs(analysis))


def _runs(analysis: Analysis) -> Iterator[FullName]:
    words = analysis.words
    for sentence in analysis.sentences:
        run: list[int] = []
        for index in range(sentence.first, sentence.last + 1):
            text = words.text[index] if index < sentence.last else "."
            if not run and not text[0].isupper():
                continue
            joined = not run or words.start[index] - words.end[run[-1]] <= 1 if index < sentence.last else False
            if (text[0].isupper() and joined and not _is_title(text)) or (run and joined and text in _PARTICLES):
                run.append(index)
            else:
                if name := _name(analysis, run, sentence.first):
                    yield name
                run = [index] if index < sentence.last and text[0].isupper() and not _is_title(text) else []


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
    plain = (unicodedata.normalize("NFD", each)[0] if each > "~" else each for each in text)
    return "".join(plain)


def is_introduced(analysis: Analysis, surname: str, titles: frozenset[str], at: int) -> bool:
    """Whether the story gives the surname with another name beside it, or with one of `titles`, anywhere.

    The full name of a relative (“her son, Tom Moss”) that comes behind `at`, where Moss speaks, is somebody else's.
    """
    surname = without_accents(surname)
    family = "|".join(sorted(shipped_lexicon(_KIN)))
    relative = re.compile(rf"\b(?:his|her|their) (?:{family}),? $", re.IGNORECASE)
    text = without_accents(analysis.text)
    pattern = re.compile(_WORD_BEFORE + r"(?:[A-Z][\w’'-]*-)?" + re.escape(surname) + r"\b")
    for match in pattern.finditer(text):
        before = match["before"]
        if before.endswith(".") and _INITIALS.fullmatch(before):
            return True  # Robert A. Moss
        plain = before.rstrip(".").lower()
        if plain in titles:
            return True
        if not before[0].isupper() or _is_title(before) or (plain in function_words() and _opens(text, match)):
            continue
        if match.start() > at and relative.search(text, max(match.start() - _KIN_REACH, 0), match.start()):
            continue
        if before[-1] not in '.,;:!?”"' or _INITIALS.fullmatch(before):
            return True
    name = re.escape(surname)
    kin = re.compile(rf"\b(?:{family}),? {name}\b|\b{name}, (?:his|her|their|the) (?:\w+ )?(?:{family})\b")
    if kin.search(text):
        return True  # her husband, Tunde
    nickname = re.compile(r"[A-Z]\w+ (?:“[^”]{2,20}”|\"[^\"]{2,20}\"|\([^)]{2,20}\)) " + re.escape(surname) + r"\b")
    followed = re.compile(rf"\b{re.escape(surname)} (?!(?:{_TITLE_WORDS})\b)[A-Z][\w’'-]*")
    return bool(nickname.search(text) or followed.search(text))


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised word before a surname opens a sentence; in mid-sentence *Per* is a given name."""
    before = text[: match.start("before")].rstrip(" ")
    return not before or not (before[-1].isalnum() or before[-1] == ",")


_TITLE_WORDS = "Mr|Mrs|Ms|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"


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
