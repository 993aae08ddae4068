"""How a block stands in its story: whether it has the story's names and words, and ends as the other blocks do.

What was left over rarely speaks of what the story speaks of, and is often the one line without a stop.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from attribution_lint.checks.boilerplate.jottings import could_be_a_note
from attribution_lint.checks.boilerplate.place import ends_like_a_sentence
from attribution_lint.checks.boilerplate.register import AT_THE_END, HEADLINE, LIKELY, WITHIN_REACH, misfit
from attribution_lint.checks.boilerplate.sheets import Sheet
from attribution_lint.checks.boilerplate.verdict import LINE
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import screened

_NAME = re.compile(r"[A-Z][a-z’'-]{2,}")
_INNER_NAME = re.compile(r"[A-Z](?<=[\w,;’'] [A-Z])[a-z’'-]{2,}")  # not the first word of a sentence
_STEM = re.compile(r"([a-z]{5,6})[a-z]*")  # letters by which a word and its relatives are the same
_FEW, _MANY = 0.25, 0.5
_NEARLY_ALL, _MOST = 0.95, 0.7
# The first word of a sentence, or the one behind its purpose: "To serve, slice …".
_OPENING = re.compile(r"([A-Z](?:(?<=^[A-Z])|(?<=[.!?:] [A-Z]))[a-z]+)[ ,.]", re.MULTILINE)
_OPENING_OR_PURPOSE = screened(rf"^To [a-z][^,.\n]{{2,60}}, ([a-z]+) |{_OPENING.pattern}", re.MULTILINE)
_FEWEST_DIRECTIONS = 2
_PREFIX = "story:"
# Of each row a block has one sign at most.
_SIGNS = (
    ("its-names", "other-names"),
    ("its-words", "some-words", "few-words", "no-words"),
    ("only-open", "rarely-open", "open-too"),
)
_LEAST_DECISIVE = min(LIKELY - AT_THE_END, HEADLINE) - 0.01  # of the register of a block that no wording convicts


def matters(analysis: Analysis, number: int, seen: Sheet) -> bool:
    """Whether how block `number` stands in its story could change what it is taken for: asked of few, as it costs."""
    if seen.leaning <= WITHIN_REACH:
        return False
    if seen.leaning + _most() > _LEAST_DECISIVE or could_be_a_note(analysis.text, analysis.blocks[number].span):
        return True
    return any(degree >= LINE for unit in seen.units for degree in unit.proved.values())


@cache
def _most() -> float:
    """The most that its standing adds to the register of a block."""
    return sum(max(0.0, *(misfit((_PREFIX + sign,)) for sign in row)) for row in _SIGNS)


class _Content(Struct, frozen=True):
    names: frozenset[str]
    inner_names: frozenset[str]
    stems: frozenset[str]
    stopped: bool
    directions: int


class Standing:
    """The names and words of a story, by how many of its blocks have them, and how many of these end with a stop."""

    def __init__(self, analysis: Analysis) -> None:
        self._of = [content for _, content in in_each(analysis, _content)]
        self._names = Counter(name for content in self._of for name in content.names)
        self._stems = Counter(stem for content in self._of for stem in content.stems)
        self._stopped = sum(content.stopped for content in self._of)
        self.directs = sum(content.directions for content in self._of) >= _FEWEST_DIRECTIONS
        """Whether the story tells its reader what to do throughout, as a recipe does."""

    def is_of_directions(self, number: int) -> bool:
        """Whether block `number` tells its reader what to do, or stands among others that do."""
        return self.directs or self._of[number].directions > 0

    def signs(self, number: int) -> Iterator[str]:
        """Yield how block `number` stands among the others, as signs of its register."""
        here = self._of[number]
        if here.inner_names:
            shared = any(self._names[name] > 1 for name in here.inner_names)
            yield _PREFIX + ("its-names" if shared else "other-names")
        if here.stems:
            share = sum(self._stems[stem] > 1 for stem in here.stems) / len(here.stems)
            few = "few-words" if share else "no-words"
            yield _PREFIX + ("its-words" if share >= _MANY else "some-words" if share >= _FEW else few)
        if not here.stopped and len(self._of) > 1:
            stopped = self._stopped / (len(self._of) - 1)
            yield _PREFIX + ("only-open" if stopped > _NEARLY_ALL else "rarely-open" if stopped > _MOST else "open-too")


def _content(analysis: Analysis) -> _Content:
    text = analysis.text
    inner = frozenset(_INNER_NAME.findall(text))
    return _Content(
        inner | frozenset(_NAME.findall(text)),
        inner,
        frozenset(_STEM.findall(text.lower())),
        ends_like_a_sentence(text, analysis.blocks[0].span) or text.endswith(":"),
        sum(word.lower() in shipped_lexicon("verbs-of-directions") for word in _openings(text)),
    )


def _openings(text: str) -> list[str]:
    if "To " not in text:
        return _OPENING.findall(text)
    return [one or other for one, other in _OPENING_OR_PURPOSE.findall(text)]
