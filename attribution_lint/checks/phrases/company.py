"""The company that the nouns of sources and documents keep: *internal …*, *… seen by*, *familiar with the …*.

Which nouns stand beside which words is kept as a lexicon. A company on either side of one noun counts, and so does a
slot that a frame gives it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from operator import attrgetter

from msgspec import Struct

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.inflection import plural
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.noun_signs import Place, fits
from attribution_lint.checks.phrases.story import CALENDAR, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

_KINDS = frozenset({"DET", "NAME", "NUM", "START", "DOC", "DEMONYM"})
_COMMON = frozenset(
    "a an and as at by for from had has have he her his in into it of on or said she that the their they to was were "
    "who with , . 's ’s ' ’".split()
)
_HYPHEN = frozenset("-")
_WHOLE = {
    "$PERSONS": attrgetter("persons"),
    "$ORGANISATIONS": attrgetter("organisations"),
    "$DOCUMENTS": attrgetter("documents"),
}
_CAPITAL = CALENDAR | group("written-capital")
_WEIGHTS = {"^!": 4, "!!": 3, "^": 2.5, "!": 2, "^?": 1.3, "?": 0}
_CLOSED = _WEIGHTS["!!"]


class Asked(Struct, frozen=True, eq=False, dict=True):
    """What a line of the lexicon asks for, spelt out when a story keeps one of its companies: most keep none.

    `entries` are nouns and lists of them, `other_entries` those of what a noun bears besides.
    """

    entries: str
    other_entries: str
    words: Vocabulary

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The nouns that are asked for."""
        return _nouns(self.entries.split())

    @cached_property
    def others(self) -> frozenset[str]:
        """The nouns that may stand there besides."""
        return _nouns(self.other_entries.split())

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The words of the whole lexicons that are asked for."""
        named = {*self.entries.split(), *self.other_entries.split()} & _WHOLE.keys()
        return _whole(self.words, tuple(sorted(named)))


class Company(Struct, frozen=True):
    """The words before and after a noun, what they ask for, and how firmly.

    `in_name` tells that they are parts of an institution's name.
    """

    before: tuple[Place, ...]
    after: tuple[Place, ...]
    asked: Asked
    weight: float
    in_name: bool

    @property
    def is_closed(self) -> bool:
        """Whether hardly any noun stands there that the words do not ask for."""
        return self.weight >= _CLOSED

    @property
    def nouns(self) -> frozenset[str]:
        """The nouns that the words ask for."""
        return self.asked.nouns

    @property
    def others(self) -> frozenset[str]:
        """The nouns that they bear besides."""
        return self.asked.others

    @property
    def kinds(self) -> frozenset[str]:
        """The words of whole lexicons that they ask for, persons say: any may stand, and the usual ones are meant."""
        return self.asked.kinds


@cache
def _table() -> dict[str, list[str]]:
    """Return the lines, yet to be read, by the words of the place in each that tells most."""
    found: dict[str, list[str]] = {}
    for line in sorted(shipped_lexicon("phrase-company")):
        for word in _telling(line.partition("/")[0].split()).split("|"):
            found.setdefault(word, []).append(line)
    return found


def _telling(pattern: list[str]) -> str:
    """Return the place by which a pattern is looked for: the one of fewest words, rather no common one."""
    return min(pattern, key=_vagueness)


@cache
def _vagueness(words: str) -> int:
    """Return how little a place tells; the noun, kinds, weights and what may be missing are not looked for."""
    options = words.split("|")
    if words in _WEIGHTS or words[0] in "[_" or not _KINDS.isdisjoint(options):
        return _NOTHING
    return len(options) + (0 if _COMMON.isdisjoint(options) else _NOTHING // 2)


_NOTHING = 1_000


@lru_cache(maxsize=4_000)
def _read(line: str, words: Vocabulary) -> list[tuple[int, Company]]:
    """Return the companies of a line, one for each choice of what may be missing, with how far its place is."""
    around, entries, *other_entries = line.split("/")
    pattern = around.split()
    weight, in_name = _WEIGHTS.get(pattern[0], 1), pattern[0][0] == "^"
    asked = Asked(entries, other_entries[0] if other_entries else "", words)
    telling = _telling(pattern)
    found = []
    for words_around in _choices(pattern[pattern[0] in _WEIGHTS :]):
        at = words_around.index("_")
        places = tuple(map(_place, words_around))
        company = Company(places[:at], places[at + 1 :], asked, weight, in_name)
        found.append((words_around.index(telling) - at, company))
    return found


@cache  # a few hundred places make up the companies
def _place(words: str) -> Place:
    return frozenset(words.split("|"))


@cache
def _lists() -> dict[str, str]:
    """Return the nouns of each list by its name, as they are written."""
    return {name: nouns for name, _, nouns in (line.partition(":") for line in shipped_lexicon("phrase-company-nouns"))}


@cache
def _list(name: str) -> frozenset[str]:
    """Return the nouns of a list, the plurals among them; none for a name of another."""
    return frozenset(_forms(_lists().get(name, "").split()))


def _forms(nouns: list[str]) -> Iterator[str]:
    for noun in nouns:
        yield noun.lstrip("=")
        if noun[0] != "=":
            yield plural(noun)


@lru_cache(maxsize=16)
def _whole(words: Vocabulary, named: tuple[str, ...]) -> frozenset[str]:
    """Return the words of whole lexicons: a set for all lines that name the same ones, as it holds thousands."""
    return frozenset().union(*(_WHOLE[each](words) for each in named))


def _nouns(entries: list[str]) -> frozenset[str]:
    own = frozenset(_forms([entry for entry in entries if entry[0] != "$"]))
    return own.union(*(_list(entry[1:]) for entry in entries if entry[0] == "$"))


def _choices(pattern: list[str]) -> Iterator[list[str]]:
    """Yield the pattern with each of its words in brackets and without."""
    at = next((number for number, word in enumerate(pattern) if word[0] == "["), None)
    if at is None:
        yield pattern
        return
    for word in ([], [pattern[at].strip("[]")]):
        yield from _choices([*pattern[:at], *word, *pattern[at + 1 :]])


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _table()


def companies(story: Story) -> dict[int, list[Company]]:
    """Return the companies of each noun of a story that keeps any, by the number of the word; not to be changed."""
    return story.once(_companies_in)


def _companies_in(story: Story) -> dict[int, list[Company]]:
    found: dict[int, list[Company]] = {}
    table, words = _table(), story.words
    for number, word in story.among(_matters):
        if not story.spoken[number]:
            for line in table.get(word, ()):
                for offset, company in _read(line, words):
                    if _keeps(story, number - offset, company):
                        found.setdefault(number - offset, []).append(company)
    return found


def _keeps(story: Story, noun: int, company: Company) -> bool:
    opens = bool(company.before) and "START" in company.before[0]
    before = company.before[opens:]
    first = noun - len(before)
    if first < 0 or noun + len(company.after) >= len(story) or (opens and first not in story.firsts):
        return False
    word = story.lower[noun]
    if not (company.in_name or not before or story.ordinary[noun]):
        return False
    if len(word) < 3 or word in story.words.function:
        return False
    if company.in_name:
        if not _is_in_name(story, noun) or not any(map(story.is_capital, (noun - 2, noun - 1, noun + 1, noun + 2))):
            return False
    elif (
        not (story.is_plain(noun) or (not before and _opens(story, noun)))
        or (story.in_compound(noun) and _HYPHEN not in company.before[-1:])
        or (not company.after and _modifies(story, noun))
    ):
        return False
    return all(_fits(story, first + at, place, company.in_name) for at, place in enumerate(before)) and all(
        _fits(story, noun + 1 + at, place, company.in_name) for at, place in enumerate(company.after)
    )


def _is_in_name(story: Story, number: int) -> bool:
    """Whether a word is written as one of a name, and not again: what a story repeats is so called."""
    text = story.text[number]
    return text.istitle() and text.isalpha() and not story.spoken[number] and not story.recurs(text)


def _fits(story: Story, at: int, place: Place, in_name: bool) -> bool:
    """Whether what stands at a word is of a place; a word of the language is not, within another name."""
    inside = story.is_capital(at) and at not in story.firsts and story.lower[at] not in _CAPITAL
    return fits(story, at, place & _KINDS if inside and not in_name else place)


def _opens(story: Story, number: int) -> bool:
    """Whether the word is capital only because it opens its sentence: a plural of which the story has no other."""
    text = story.text[number]
    plural = len(text) > 4 and text.istitle() and text.isascii() and text.endswith("s")
    return plural and number in story.firsts and not story.is_capital(number + 1) and not story.recurs(text)


def _modifies(story: Story, number: int) -> bool:
    """Whether the word stands before a noun that it describes."""
    if not story.is_plain(number + 1):
        return False
    word = story.lower[number + 1]
    if word in story.words.function or word in story.words.cues or word.endswith("ed"):
        return False
    return "NOUN" in english.parts_of_speech(word)
