"""The signs that a sentence gives for all its figures: its words, its tense, the sources in it and around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Attribution, Sentence
from attribution_lint.nlp.answers import kept_by_place
from attribution_lint.nlp.attributions import is_sourcing
from attribution_lint.nlp.reach.story import Story
from attribution_lint.nlp.reach.topics import stem

TYPES_TOLD = 2  # blocks back: further up it no longer matters what kind of source it was
_FARTHEST = 15  # sentences back in which the last source is looked for
_SHORTEST_WORD = 3
_WORDS = {
    "comparing": frozenset({"than"}),
    "since": frozenset({"since"}),
    "average": frozenset("average median per rate".split()),
    "modal": frozenset("would could may might should".split()),
    "future": frozenset("will 'll ’ll".split()),
    "first-person": frozenset("i we my our".split()),
    "each": frozenset("every each".split()),
    "superlative": frozenset("most largest biggest highest lowest fastest".split()),
    "day": grammar.DAYS,
    "relative": grammar.RELATIVES,
    "quotation": frozenset('“ ” "'.split()),
}
_OPENINGS = {
    "but": frozenset("but yet still while although though".split()),
    "pronoun": frozenset("they it he she that this those these such among both".split()),
    "article": frozenset({"the"}),
}
_PRESENT = frozenset("is are has have does do remain remains says say".split())
_PAST = frozenset("was were had did".split())
_YEAR = re.compile(r"(?:19|20)\d\d")


def signs_of_words(analysis: Analysis, number: int) -> Iterator[str]:
    """Yield the signs that all figures of a sentence share and that its own words give: these, and its tense."""
    words, sentence = analysis.words, analysis.sentences[number]
    lower = words.lower[sentence.first : sentence.last]
    present = set(lower)
    common = {
        word for word in words.text[sentence.first : sentence.last] if word.islower() and word.isalpha()
    }  # no names
    yield from sorted({f"word:{stem(word)}" for word in common if len(word) >= _SHORTEST_WORD})
    for name, forms in _WORDS.items():
        if not forms.isdisjoint(present):
            yield f"has:{name}"
    if any(_YEAR.fullmatch(word) for word in present):
        yield "has:year"
    opening = _opening(lower)
    for name, forms in _OPENINGS.items():
        if opening in forms:
            yield f"opens:{name}"
    now = not _PRESENT.isdisjoint(present)
    then = not _PAST.isdisjoint(present) or any(word.endswith("ed") and len(word) > 4 for word in present)
    yield f"tense:{'present' * now}{'past' * then}"
    yield f"words:{_length(len(lower))}"


def signs_around(story: Story, number: int) -> tuple[str, ...]:
    """Return the signs that all figures of a sentence share and that the story gives: the sources in it and around."""
    analysis = story.analysis
    sentence = analysis.sentences[number]
    opening = _first_word(analysis, sentence)
    source = story.sourced_before[number]
    last = None
    if source >= 0 and number - source <= _FARTHEST:
        found, blocks = analysis.attributions[story.sourcing_in(source)[-1]], analysis.sentences[source].block
        last = number - source, sentence.block - blocks, found.source_type, found.via
    return _signs(
        stem(opening) if opening.isalpha() and opening not in story.names else "",
        tuple(sorted({_told(analysis.attributions[found]) for found in story.attributions_in(number)})),
        last,
        _next(story, sentence, number + 1),
        _next(story, sentence, number + 2),
    )


def _next(story: Story, sentence: Sentence, number: int) -> tuple[str, str] | None:
    """Return where the first source in the sentence `number` behind one stands, and its type; None without one."""
    sourcing = story.sourcing_in(number)
    if not sourcing:
        return None
    same = story.analysis.sentences[number].block == sentence.block
    return "paragraph" if same else "below", story.analysis.attributions[sourcing[0]].source_type


@lru_cache(maxsize=4096)
def _signs(
    opening: str, here: tuple[str, ...], last: tuple[int, int, str, str] | None, *following: tuple[str, str] | None
) -> tuple[str, ...]:
    found = [f"opening:{opening}"] if opening else []
    if here:
        found += ["sourced-here", *(f"here:{each}" for each in here)]
    if last is None:
        found.append("last:never")
    else:
        back, blocks, type_, via = last
        found += [f"last:{distance(back)}", f"last-block:{min(blocks, 4)}"]
        found += [f"last-type:{min(blocks, TYPES_TOLD)}:{type_}", f"last-via:{min(blocks, TYPES_TOLD)}:{via}"]
    for ahead, source in enumerate(following, start=1):
        if source is not None:
            found += [f"next-{ahead}:{source[0]}", f"next-type-{ahead}:{source[1]}"]
    return tuple(found)


@kept_by_place
def _first_word(analysis: Analysis, sentence: Sentence) -> str:
    return _opening(analysis.words.lower[sentence.first : sentence.last])


def _opening(lower: list[str]) -> str:
    """Return the first word of a sentence, empty if there is none."""
    return next((word for word in lower if word[0].isalnum()), "")


def distance(number: int) -> str:
    """Return a number of sentences or paragraphs in steps that widen."""
    if number <= 3:
        return str(number)
    return "4-6" if number <= 6 else "7-12" if number <= 12 else "far"


def _told(attribution: Attribution) -> str:
    return f"{attribution.via}:{attribution.source_type}{':sourcing' * is_sourcing(attribution)}"


def _length(words: int) -> str:
    return "few" if words < 12 else "some" if words < 25 else "many" if words < 40 else "crowd"
