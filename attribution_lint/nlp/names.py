"""Names of people: runs of capitalised words, without what is put before them, and the full form of a surname."""

from __future__ import annotations

from calendar import month_abbr, month_name
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Words
from attribution_lint.nlp.parts import in_each, parts
from attribution_lint.packs import shipped_lexicon

_PARTICLES = frozenset({"al", "bin", "da", "de", "del", "der", "di", "du", "el", "ibn", "la", "le", "van", "von"})
_HONORIFICS = frozenset({"mr", "mrs", "ms", "mx", "dr", "prof", "rev", "sir", "dame", "lord", "lady"})
_MONTHS = frozenset(month.lower() for month in (*month_name, *month_abbr, "sept") if month)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ENDS_HEAD = frozenset({",", "(", "who", "whose", "which", "—", "–", "--", "of", "at", "in", "from", "for", "with"})
_SENTENCE_ENDS = frozenset('.!?:“”"')
_LONGEST = 5
_LONGEST_FULL = 4


class Name(Struct, frozen=True):
    """A name without titles; `titles` are the lower-case words before or after that say what the person is."""

    parts: tuple[str, ...]
    titles: frozenset[str]


class Names:
    """The names of people in one story."""

    def __init__(self, analysis: Analysis) -> None:
        self.words = analysis.words
        found = [runs for _, runs in in_each(analysis, _runs_in)]
        self._common: set[str] = set().union(*(runs.common for runs in found))
        self._alone: set[str] = set().union(*(runs.alone for runs in found))
        self._openings = {part.word for part in parts(analysis)}
        self._forms: dict[str, Counter[tuple[str, ...]]] = {}
        self._titles: dict[tuple[str, ...], set[str]] = {}
        for run in (run for runs in found for run in runs.full):
            name = run.without_opening if run.opening in self._common else run.name
            if name is not None:
                self._forms.setdefault(name.parts[-1], Counter())[name.parts] += 1
                self._titles.setdefault(name.parts, set()).update(name.titles)

    def in_phrase(self, first: int, last: int) -> Name | None:
        """Return the name in the noun phrase of the words `first` up to `last`: before its first comma, or after."""
        return name_in_phrase(self.words, first, last, self._is_common_opening)

    def opening(self, first: int, last: int) -> Name | None:
        """Return the full name that the sentence of the words `first` up to `last` opens with."""
        while first < last and not self.words.text[first][0].isalnum():
            first += 1
        end = _run_end(self.words, first, last)
        name = _name(self.words, first, end, self._is_common_opening(first)) if end > first else None
        return name if name is not None and len(name.parts) > 1 else None

    def full(self, name: Name) -> tuple[str, ...]:
        """Return the one full form of a surname in this story; the name itself if there is none or more than one."""
        if len(name.parts) > 1:
            return name.parts
        forms = self._forms.get(name.parts[0])
        if not forms:
            return name.parts
        best = max(forms, key=lambda form: (forms[form], -len(form)))
        if any(not set(form) <= set(best) and not set(best) <= set(form) for form in forms):
            return name.parts
        return best

    def titles_of(self, parts: tuple[str, ...]) -> set[str]:
        """Return the titles that stand before a full name anywhere in the story."""
        return self._titles.get(parts, set())

    def is_person(self, name: Name) -> bool:
        """Whether a full name is a person's: it bears a title, or its last word stands for it elsewhere."""
        return bool(name.titles or self.titles_of(name.parts)) or self.is_surname(name.parts[-1])

    def is_surname(self, word: str) -> bool:
        """Whether the story has a full name that ends with `word` and uses the word alone, too."""
        return word in self._forms and word in self._alone

    def is_common(self, word: str) -> bool:
        """Whether a word, in lower case and without a point, stands without a capital in the story."""
        return word in self._common

    def _is_common_opening(self, index: int) -> bool:
        """Whether a word is a common one of the story, capitalised because it opens a sentence."""
        if self.words.lower[index].rstrip(".") not in self._common:
            return False
        return index in self._openings or follows_end(self.words, index)


def name_in_phrase(words: Words, first: int, last: int, is_common: Callable[[int], bool]) -> Name | None:
    """Return the name in the noun phrase of the words `first` up to `last`: before its first comma, or after.

    `is_common` tells whether a word of it is a common one that opens a sentence.
    """
    cut = first
    while cut < last and words.lower[cut] not in _ENDS_HEAD:
        cut += 1
    after = frozenset(words.lower[cut:last]) & _roles()
    before = _last_run(words, first, cut, is_common)
    if before is not None:
        return Name(before.parts, before.titles | after)
    named = _last_run(words, cut + 1, last, is_common) if cut + 1 < last else None
    if named is not None and len(named.parts) > 1:
        return Name(named.parts, named.titles | (frozenset(words.lower[first:cut]) & _roles()))
    return None


def _last_run(words: Words, first: int, last: int, is_common: Callable[[int], bool]) -> Name | None:
    """Return the last name that ends right at `last`: the head of the phrase."""
    start = last
    while start > first and _is_part(words.text[start - 1]):
        start -= 1
    while start < last and words.lower[start] in _PARTICLES and words.text[start][0].islower():
        start += 1
    name = _name(words, start, last, is_common(start)) if start < last else None
    if name is None:
        return None
    before = frozenset(words.lower[first:start]) & _roles()
    return Name(name.parts, name.titles | before)


class _Run(NamedTuple):
    """A run of capitalised words that may be a full name.

    `opening` is the word with which it opens a sentence, in lower case; if it is a common word of the story, the name
    is `without_opening`.
    """

    name: Name | None
    opening: str = ""
    without_opening: Name | None = None


class _Runs(NamedTuple):
    """What a paragraph tells of names: its full ones, its words in lower case, its capitalised ones that stand alone
    somewhere."""

    full: tuple[_Run, ...]
    common: frozenset[str]
    alone: frozenset[str]


def _runs_in(analysis: Analysis) -> _Runs:
    words = analysis.words
    full: list[_Run] = []
    past = 0
    for at in [number for number, word in enumerate(words.text) if word[0].isupper()]:
        if at < past:
            continue
        past = _run_end(words, at, len(words))
        if past == at:
            continue
        run = _Run(_full(_name(words, at, past, opening=False)))
        if at == 0 or follows_end(words, at):
            run = _Run(run.name, words.lower[at].rstrip("."), _full(_name(words, at, past, opening=True)))
        if run.name is not None or run.without_opening is not None:
            full.append(run)
    common = frozenset(word for word, lower in zip(words.text, words.lower, strict=True) if word == lower)
    return _Runs(tuple(full), common, frozenset(_alone(words.text)))


def _full(name: Name | None) -> Name | None:
    return name if name is not None and 2 <= len(name.parts) <= _LONGEST_FULL else None


def _is_part(word: str) -> bool:
    return (word[0].isupper() and word[0].isalpha()) or word in _PARTICLES


def _run_end(words: Words, first: int, last: int) -> int:
    """Return the word past the run of capitalised words that starts at `first`; `first` if none does."""
    text = words.text
    if first >= last or not text[first][0].isupper():
        return first
    end = first + 1
    while end < last and _is_part(text[end]) and end - first <= _LONGEST + 3:
        end += 1
    while end > first and text[end - 1] in _PARTICLES:
        end -= 1
    return end


def _name(words: Words, first: int, last: int, opening: bool) -> Name | None:
    """Return the name in a run of capitalised words, cut behind its last title and its opening words.

    `opening` says that its first word is a common one that opens the sentence.
    """
    lower = [word.rstrip(".") for word in words.lower[first:last]]
    start = 0
    titles: set[str] = set()
    for n, word in enumerate(lower):
        if word in _not_names():
            start = n + 1
            if word in _roles() or word in _HONORIFICS:
                titles.add(word)
    if start == 0 and opening:
        start = 1
    written = tuple(words.text[first + start : last])
    if len(written) > 1 and written[-1].rstrip(".").lower() in _SUFFIXES:
        written = written[:-1]
    if not written or len(written) > _LONGEST or written[0] in _PARTICLES:
        return None
    return Name(written, frozenset(titles))


def follows_end(words: Words, index: int) -> bool:
    """Whether a word opens a sentence of its paragraph by what stands before it."""
    return index == 0 or words.text[index - 1] in _SENTENCE_ENDS


def _alone(text: list[str]) -> set[str]:
    """Return the capitalised words that stand somewhere without another one before or after."""
    capital = [word[0].isupper() for word in text]
    last = len(text) - 1
    return {
        word
        for n, word in enumerate(text)
        if capital[n] and not (n > 0 and capital[n - 1]) and not (n < last and capital[n + 1])
    }


def described_by(words: Words, first: int, last: int, head: str) -> set[str]:
    """Return the lower-case words that “the …” may take up again: the head of a phrase, and of a proper name."""
    roles = {head}
    for n in range(first, last):
        if words.text[n][0].isupper() and words.lower[n] in _institutions():
            roles.add(words.lower[n])
        if words.lower[n] in {",", "of", "for", "on", "in", "by"}:
            break
    return roles


def holds_office(roles: set[str]) -> bool:
    """Whether lower-case words that describe a person name an office."""
    return not roles.isdisjoint(_offices())


@cache
def _offices() -> frozenset[str]:
    return frozenset(entry.rsplit(" ", 1)[-1] for entry in shipped_lexicon("source-officials"))


@cache
def _roles() -> frozenset[str]:
    """Words for what a person is: offices and callings, the last word of an entry of several."""
    entries = shipped_lexicon("source-officials") | shipped_lexicon("source-people")
    return frozenset(entry.rsplit(" ", 1)[-1] for entry in entries)


@cache
def _institutions() -> frozenset[str]:
    return frozenset(entry.rsplit(" ", 1)[-1] for entry in shipped_lexicon("source-organisations"))


@cache
def _not_names() -> frozenset[str]:
    closed = (
        grammar.DETERMINERS
        | grammar.PRONOUNS
        | grammar.PREPOSITIONS
        | grammar.SUBORDINATORS
        | grammar.COORDINATORS
        | grammar.ADVERBS
        | frozenset(day.rstrip(".") for day in grammar.DAYS)
    )
    return closed | _MONTHS | _HONORIFICS | _roles() | frozenset({"former", "acting", "then", "republican", "democrat"})
