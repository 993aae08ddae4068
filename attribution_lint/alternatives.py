"""Many patterns looked for as one, each made only for a text that holds what a match of it must hold."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cached_property

from attribution_lint.necessary import necessary
from attribution_lint.needs import Necessary, around, fold
from attribution_lint.strings import Strings

Words = tuple[Iterable[str], Iterable[str]]


class _Part:
    """One of them, made when it is first needed; a match of it holds one of the strings that `also` has, too."""

    also: Necessary | None = None
    needs: Necessary

    def __init__(self, text: str, flags: int) -> None:
        self.text, self._flags = text, flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.text, self._flags)


class Alternatives:
    """Finds what one pattern of all the parts, set apart by bars in their order, would find.

    Of a hundred parts a paragraph has what two or three must hold, so that most are never looked for, nor even made.
    """

    def __init__(self, parts: Iterable[str], flags: int = 0, worded: Container[str] = ()) -> None:
        """Take the parts; a match of those that are `worded` holds words of its own, by which they are found."""
        self._parts = [_Part(part, flags) for part in parts]
        self._flags, self._worded = flags, worded
        self._by_word: dict[str, list[int]] = {}

    @cached_property
    def _needs(self) -> tuple[Strings[list[int]], Strings[list[int]] | None]:
        """The numbers of parts by the strings of which a match holds one as it is, and by those in it without case."""
        found: tuple[dict[str, list[int]], dict[str, list[int]]] = {}, {}
        for number, (part, asked) in enumerate(zip(self._parts, self.asked(), strict=True)):
            needs = necessary(*asked)
            part.also, part.needs = needs.also, needs
            words = _words_in(needs) if part.text in self._worded else ()
            for string in words or needs.strings:
                by = self._by_word if words else found[needs.folded]
                by.setdefault(string, []).append(number)
        as_it_is, folded = found
        return Strings(as_it_is), Strings(folded) if folded else None

    def asked(self) -> list[tuple[str, bool]]:
        """Return the patterns whose needs are asked for, each with whether it heeds no case."""
        return [(part.text, bool(self._flags & re.IGNORECASE)) for part in self._parts]

    @property
    def pattern(self) -> str:
        """The pattern that they stand for."""
        return "|".join(f"(?:{part.text})" for part in self._parts)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match."""
        return next(self.finditer(text), None)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of the first part that fits the whole text."""
        for pattern in self.possible(text):
            if match := pattern.fullmatch(text):
                return match
        return None

    def finditer(
        self, text: str, start: int = 0, end: int | None = None, words: Words = ((), ())
    ) -> Iterator[re.Match[str]]:
        """Yield the matches between two offsets, of two that begin at one place that of the earlier part.

        `words` are those of the text as they are and in lower case: those of worded parts are looked for among them.
        """
        end = len(text) if end is None else end
        patterns = self.possible(around(text, start, end), words)
        if len(patterns) == 1:
            yield from patterns[0].finditer(text, start, end)
            return
        found = [match for pattern in patterns if (match := pattern.search(text, start, end))]
        while found:
            first = min(found, key=_start)
            yield first
            past = first.end() + (first.start() == first.end())
            found = [
                match for each in found if (match := each if each.start() >= past else each.re.search(text, past, end))
            ]

    def possible(self, text: str, words: Words = ((), ())) -> list[re.Pattern[str]]:
        """Return in their order the patterns that may match in a text of these words."""
        as_it_is, folded = self._needs
        found = as_it_is.within(text)
        if folded:
            found += folded.within(fold(text))
        numbers = {number for numbers in found for number in numbers}
        for those in words if self._by_word else ():
            for word in self._by_word.keys() & those:
                numbers.update(number for number in self._by_word[word] if self._parts[number].needs.may_match(text))
        parts = [self._parts[number] for number in sorted(numbers)]
        return [part.pattern for part in parts if part.also is None or part.also.may_match(text)]


def _words_in(needs: Necessary) -> tuple[str, ...]:
    """Return the words of which a match holds one; nothing if it need hold none, but may have other strings."""
    each = (needs, needs.also) if needs.also else (needs,)
    return next((one.strings for one in each if all(map(str.isalpha, one.strings))), ())


def _start(match: re.Match[str]) -> int:
    return match.start()
