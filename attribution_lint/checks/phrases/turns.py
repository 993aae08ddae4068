"""Turns of phrase that are never right: `is SAYING to be`, `DENIED OF having`, `WHO SPOKEN on condition`.

A table says word by word, or by kinds of words, what stands there, which part is wrong and what is right in its place,
with an example of each turn. What is told of one word and what governs it is the table of government's (`government`);
a turn may be longer, and its words may be inflected or change places.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import Defect, Issue, Story
from attribution_lint.checks.phrases.turn_kinds import FORMS, KINDS, is_written
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

_DEFECTS: dict[str, Defect] = {
    "agreement": "agreement",
    "form": "inflection",
    "lost": "lost-word",
    "owner": "possessive",
    "said": "said-told",
    "small": "function-word",
    "split": "split-word",
    "swap": "swapped-words",
    "twice": "double-frame",
}


class _Element(Struct, frozen=True):
    """Words one of which stands there, or kinds of words; `may` says that it need not."""

    words: frozenset[str]
    kinds: tuple[str, ...]
    may: bool


class _Turn(Struct, frozen=True):
    """The elements of a turn, of which those from `low` up to `high` are wrong, and what is right for them."""

    defect: Defect
    elements: tuple[_Element, ...]
    low: int
    high: int
    right: tuple[str, ...]
    anchor: int
    anywhere: bool
    hyphenated: bool


def turns(story: Story) -> Iterator[Issue]:
    """Yield the turns of a story's sentences that the table holds to be wrong."""
    for number, word in story.among(_matters):
        before, behind = story.word(number - 1), story.word(number + 1)
        for line in _lines(word):
            if not _may_stand(line, before, behind):
                continue
            issue = _checked(story, number, _turn(line))
            if issue is not None:
                yield issue
                break


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _table()


@cache
def _table() -> dict[str, list[str]]:
    """Return the lines of turns, yet to be read, by each word of the place that a * marks."""
    found: dict[str, list[str]] = {}
    for line in shipped_lexicon("phrase-turns"):
        place, _, _ = line.partition("*")[2].partition(" ")
        for word in place.rstrip("}").split("|"):
            found.setdefault(word, []).append(line)
    return found


@cache
def _lines(word: str) -> list[str]:
    """Return the lines of a word in order, so that of two that fit the same tells in every run."""
    return sorted(_table().get(word, ()))


def _may_stand(line: str, before: str, behind: str) -> bool:
    """Whether the places beside the marked one take the words that stand there, as far as the bare line tells."""
    first, last = _beside(line)
    return (not first or before in first) and (not last or behind in last)


@cache
def _beside(line: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of the places before and behind the marked one of a line, where they are words alone."""
    left, _, right = line.partition("*")
    places = left.rstrip(" {").rpartition(" ")[2], right.partition(" ")[2].partition(" ")[0]
    first, last = [
        tuple(place.split("|")) if place.islower() and place.replace("|", "").isalpha() else () for place in places
    ]
    return first, last


@cache
def _turn(line: str) -> _Turn:
    """Return the turn of a line: `kind: elements {wrong > right} elements`, of which one is marked with a *."""
    kind, _, text = line.partition(": ")
    before, _, rest = text.partition("{")
    wrong, _, after = rest.partition("}")
    wrong, _, right = wrong.partition(">")
    parts = [part.split() for part in (before, wrong, after)]
    words = [word for part in parts for word in part]
    elements = tuple(_element(word) for word in words)
    low, hyphenated = len(parts[0]), any("-" in each.words for each in elements)
    return _Turn(
        defect=_DEFECTS[kind.rstrip("!")],
        elements=elements,
        low=low,
        high=low + len(parts[1]),
        right=tuple(right.split()),
        anchor=next(number for number, word in enumerate(words) if word[0] == "*"),
        anywhere=kind.endswith("!"),
        hyphenated=hyphenated,
    )


def _element(text: str) -> _Element:
    options = text.removeprefix("*").removesuffix("?").split("|")
    kinds = tuple(option for option in options if option in KINDS)
    return _Element(frozenset(options) - set(kinds), kinds, text.endswith("?") and text != "?")


def _checked(story: Story, number: int, turn: _Turn) -> Issue | None:
    places = _match(story, number, turn)
    if places is None:
        return None
    low, high = places[turn.low], places[turn.high]
    inside = range(places[0], places[-1])
    if any(story.spoken[n] for n in inside) or not (turn.anywhere or has_frame(story, number)):
        return None
    if any(story.in_compound(n) and story.text[n][0].isalpha() for n in inside) and not turn.hyphenated:
        return None
    if (
        turn.defect == "lost-word"
        and _ARTICLES.issuperset(turn.right)
        and "." not in story.text[number : number + _FAR]
    ):
        return None  # a headline has few articles, and no full stop
    right = _right(story, low, high, turn)
    if low == high:  # a word is missing: it is told with the one before, or with the one behind if it opens the turn
        first, last = (low - 1, high) if turn.low else (low, high + 1)
        texts = story.slice(first, last)
        rights = tuple(f"{texts} {each}" if turn.low else f"{each} {texts}" for each in right)
    elif right == ("",):
        first, last = (low, high + 1) if turn.high < len(turn.elements) else (low - 1, high)
        kept = story.text[high] if turn.high < len(turn.elements) else story.text[low - 1]
        rights = (kept,)
    else:
        first, last, rights = low, high, right
    if first in story.firsts:
        rights = tuple(each[:1].upper() + each[1:] for each in rights)
    slot = f"… {story.slice(first, last).lower()} …"
    return Issue(turn.defect, story.span(first, last), slot, _REASONS[turn.defect], rights, certain=True)


_ARTICLES, _FAR = frozenset({"a", "an", "the"}), 60
_REASONS: dict[Defect, str] = {
    "agreement": "its words do not agree",
    "inflection": "takes another form",
    "lost-word": "a word is missing",
    "possessive": "takes a possessive in another place",
    "said-told": "“said” and “told” are not exchanged",
    "function-word": "a small word does not belong in it",
    "split-word": "it is one word",
    "swapped-words": "two words are swapped",
    "double-frame": "is said twice",
}


def _match(story: Story, number: int, turn: _Turn) -> list[int] | None:
    """Return where each element of the turn begins, and where the last ends; None if the turn does not stand there."""
    low, high = story.sentence_start(number), story.sentence_end(number)
    back = _walk(story, tuple(reversed(turn.elements[: turn.anchor])), number, low, -1)
    if back is None or not is_written(story, number):
        return None
    ahead = _walk(story, turn.elements[turn.anchor + 1 :], number + 1, high, 1)
    if ahead is None:
        return None
    return [*reversed(back), number, number + 1, *ahead]


def _walk(story: Story, elements: tuple[_Element, ...], at: int, end: int, step: int) -> list[int] | None:
    """Return the places after each element in that direction; an optional one is taken where it stands."""
    if not elements:
        return []
    element = elements[0]
    place = at if step > 0 else at - 1
    if "OPENS" in element.kinds:
        return [at] if at == end else None
    inside = end > place if step > 0 else place >= end
    if inside and _stands(story, place, element):
        rest = _walk(story, elements[1:], at + step, end, step)
        if rest is not None:
            return [at + step, *rest]
    if element.may:
        rest = _walk(story, elements[1:], at, end, step)
        return None if rest is None else [at, *rest]
    return None


def _stands(story: Story, at: int, element: _Element) -> bool:
    if story.pronoun(at) in element.words:
        return is_written(story, at)
    return any(KINDS[kind](story, at) for kind in element.kinds)


def _right(story: Story, low: int, high: int, turn: _Turn) -> tuple[str, ...]:
    """Return what is right: words, `1` for the first wrong one as it stands, `1.past` for a form of it; | parts two."""
    if not turn.right:
        return ("",)
    found = [""]
    for part in turn.right:
        options: list[str] = []
        for option in part.split("|"):
            place, _, form = option.partition(".")
            if place.isdigit():
                text = story.text[low + int(place) - 1]
                options += FORMS[form](text, story.words) if form else [text]
            else:
                options.append(option.replace("_", " "))
        found = [f"{before} {option}".strip() for before in found for option in options]
    return tuple(found)
