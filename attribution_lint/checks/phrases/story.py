"""The story as the frames see it: words, where sentences and quotations are, what is a name."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cached_property
from typing import Any, Literal, TypeVar

from msgspec import Struct, field

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import Interest, interests_in
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis

Found = TypeVar("Found")
Defect = Literal[
    "source-noun",
    "phrase-word",
    "cue-verb",
    "misspelling",
    "lost-word",
    "doubled-word",
    "function-word",
    "swapped-words",
    "double-frame",
    "said-told",
    "agreement",
    "inflection",
    "possessive",
    "split-word",
    "joined-words",
    "comma-space",
    "hyphen",
]
_OPENING = frozenset('"“«„‘([—–,.')
QUOTE_MARKS = frozenset({'"', "“", "”", "«", "»", "„", "''", "``"})
CALENDAR = group("calendar")
BREAKS = frozenset({".", ";", ":", "!", "?", "(", ")", "[", "]", "…", "—", "–", "--", "..."})


class Issue(Struct, frozen=True):
    """One damaged place: the words it covers, what the slot is called, what was meant, the best first.

    A weak one rests on the slot more than on the likeness of the words, and asks for a look. `odds` is how firmly its
    finder holds that the place is damaged, as log odds above the finder's own limit where it has one.
    """

    defect: Defect
    span: Span
    slot: str
    reason: str
    candidates: tuple[str, ...]
    certain: bool = False
    weak: bool = False
    odds: float = 0.0


class Recurrence:
    """Which words, as they are written, stand in a whole story more than once, or at all.

    `asked` and `sought` note what was asked after and what the answer was: what was found by these answers holds for
    as long as they do.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self.asked: dict[str, bool] = {}
        self.sought: dict[str, bool] = {}

    def recurs(self, word: str) -> bool:
        """Whether a word stands in the story again; for one in small letters its capitals do not matter."""
        answer = self.asked[word] = word in self._again
        return answer

    def stands(self, word: str) -> bool:
        """Whether a word, as it is written, stands anywhere in the story."""
        answer = self.sought[word] = word in self._analysis.forms()
        return answer

    def still(self, again: Set[str], alone: Set[str], standing: Set[str], absent: Set[str]) -> bool:
        """Whether in this story, too, words stand again or do not, and stand at all or do not."""
        if not (self._again >= again and self._again.isdisjoint(alone)):
            return False
        if not standing and not absent:
            return True
        stand = self._analysis.forms().keys()
        return stand >= standing and stand.isdisjoint(absent)

    @cached_property
    def _again(self) -> Set[str]:
        written = self._analysis.forms()
        lower: Counter[str] = Counter()
        for word, count in written.items():
            lower[word.lower().replace("’", "'")] += count
        small = {word for word, count in lower.items() if count > 1 and word.islower()}
        return small | {word for word, count in written.items() if count > 1 and not word.islower()}


def _with_months(text: list[str], lower: list[str], firsts: frozenset[int]) -> list[str]:
    """Return the lower-case words with the month of May, or somebody of that name, in its own form."""
    if _MAY not in text:
        return lower
    return [
        _MAY if word == _MAY and number not in firsts else low
        for number, (word, low) in enumerate(zip(text, lower, strict=True))
    ]


_MAY = "May"


class Story(Struct, eq=False):
    """A part of a story with what the frames ask of it at every word.

    In `lower` the month of *May* keeps its capital, which tells it from the auxiliary.
    """

    analysis: Analysis
    words: Vocabulary
    text: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    firsts: frozenset[int]
    bounds: list[int]
    spoken: list[bool]
    ordinary: list[bool]
    interests: Sequence[Sequence[int]]
    recurrence: Recurrence
    _found: dict[Callable[[Story], Any], Any] = field(default_factory=dict)

    @classmethod
    def of(cls, analysis: Analysis, words: Vocabulary, recurrence: Recurrence | None = None) -> Story:
        """Lay out an analysis; `recurrence` is that of all of the story, if this is a part of it."""
        table = analysis.words
        firsts = frozenset(sentence.first for sentence in analysis.sentences)
        spoken = [False] * len(table)
        lower = _with_months(table.text, table.lower, firsts)
        for quotation in analysis.quotations:
            if quotation.scare:
                continue
            for number in range(table.at(quotation.inner.start), len(table)):
                if table.start[number] >= quotation.inner.end:
                    break
                spoken[number] = True
        return cls(
            analysis,
            words,
            table.text,
            lower,
            table.start,
            table.end,
            firsts,
            sorted(firsts),
            spoken,
            [
                text.islower() and text.isalpha() and text.isascii() and not said
                for text, said in zip(table.text, spoken, strict=True)
            ],
            interests_in(lower, words),
            recurrence or Recurrence(analysis),
        )

    def __len__(self) -> int:
        return len(self.text)

    def once(self, find: Callable[[Story], Found]) -> Found:
        """Return what a function finds in the story, found when it is first asked for; not to be changed."""
        if find not in self._found:
            self._found[find] = find(self)
        found: Found = self._found[find]
        return found

    def among(self, interest: Interest, also: Iterable[int] = ()) -> Iterator[tuple[int, str]]:
        """Yield the number and the lower-case form of each word of interest, and those of the numbers given besides."""
        lower, found = self.lower, self.interests[interest.number]
        for number in sorted({*found, *also}) if also else found:
            yield number, lower[number]

    def openings(self) -> Iterator[int]:
        """Yield the numbers of the words that open a sentence or a quotation, in no order."""
        yield from self.firsts
        yield from (number + 1 for number, text in enumerate(self.text[:-1]) if text in QUOTE_MARKS)

    def word(self, number: int) -> str:
        """The lower-case word of that number, empty outside the story."""
        return self.lower[number] if 0 <= number < len(self.lower) else ""

    def pronoun(self, number: int) -> str:
        """The lower-case word of that number, empty for *US*, which is a country and not *us*."""
        return "" if self.text[number : number + 1] == ["US"] else self.word(number)

    def sentence_start(self, number: int) -> int:
        """The number of the first word of the sentence that holds the word."""
        place = bisect_right(self.bounds, number)
        return self.bounds[place - 1] if place else 0

    def sentence_end(self, number: int) -> int:
        """The number past the last word of the sentence that holds the word."""
        place = bisect_right(self.bounds, number)
        return self.bounds[place] if place < len(self.bounds) else len(self.text)

    def recurs(self, word: str) -> bool:
        """Whether a word stands in the whole story again: in any case for one in small letters, else as written."""
        return self.recurrence.recurs(word)

    def stands(self, word: str) -> bool:
        """Whether a word, as it is written, stands anywhere in the whole story."""
        return self.recurrence.stands(word)

    def is_first(self, number: int) -> bool:
        """Whether the word opens its sentence or a quotation."""
        return number in self.firsts or (number > 0 and self.text[number - 1] in QUOTE_MARKS)

    def is_capital(self, number: int) -> bool:
        """Whether the word has a capital letter."""
        return 0 <= number < len(self.text) and self.text[number][:1].isupper()

    def is_name(self, number: int) -> bool:
        """Whether the word is a name by its capital: not a mere sentence opening, not a demonym."""
        if not self.is_capital(number):
            return False
        if self.is_first(number) and not self.is_capital(number + 1):
            return self.lower[number] not in self.words.function and self.lower[number] not in self.words.sources
        word = self.lower[number]
        return word not in self.words.demonyms and word not in self.words.function and word not in CALENDAR

    def opens_common(self, number: int) -> bool:
        """Whether the word is an ordinary one that is capital only because it opens its sentence.

        A plural, or an adjective alone, of which the story has no other; what may be a surname is left alone.
        """
        if not self._opens_alone(number):
            return False
        word = self.lower[number]
        parts = english.parts_of_speech(word)
        return (len(word) > 6 and word.endswith("s") and "NOUN" in parts) or (len(word) > 4 and parts == {"ADJ"})

    def opens_noun(self, number: int) -> bool:
        """Whether the word is a noun, no name, that is capital only because it opens its sentence."""
        if len(self.text[number]) < 4 or not self._opens_alone(number):
            return False
        parts = english.parts_of_speech(self.lower[number])
        return "NOUN" in parts and "PROPN" not in parts

    def _opens_alone(self, number: int) -> bool:
        """Whether a sentence opens with the word, no other capital stands behind it, and it does not come again."""
        if number not in self.firsts or self.is_capital(number + 1) or self.spoken[number]:
            return False
        text = self.text[number]
        return text.isascii() and text.isalpha() and text[1:].islower() and not self.recurs(text)

    def is_plain(self, number: int) -> bool:
        """Whether the word is an ordinary one: lower-case letters only, not spoken by somebody else."""
        return 0 <= number < len(self.ordinary) and self.ordinary[number]

    def glued(self, number: int) -> bool:
        """Whether the word touches the next one."""
        return 0 <= number < len(self.text) - 1 and self.end[number] == self.start[number + 1]

    def in_compound(self, number: int) -> bool:
        """Whether the word is part of a hyphenated one."""
        text, after = self.text, number + 1
        if 0 < number < len(text) and self.start[number] == self.end[number - 1] and text[number - 1] not in _OPENING:
            return True
        return after < len(text) and self.end[number] == self.start[after] and text[after] in ("-", "/")

    def span(self, first: int, last: int) -> Span:
        """The prose span of the words `first` up to and without `last`."""
        return Span(self.start[first], self.end[last - 1])

    def slice(self, first: int, last: int) -> str:
        """The prose of the words `first` up to and without `last`."""
        return self.analysis.text[self.start[first] : self.end[last - 1]]
