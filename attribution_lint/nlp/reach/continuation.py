"""The signs of going on: how the sentence of a figure takes up the last one that a source stands in.

What goes on with a source repeats its words, opens with a pronoun or an article and keeps to its tense; what leaves it
opens with a name or a bare noun and turns to the present (Halliday and Hasan 1976 on cohesion). Reported speech behind
a cue in the past is told in the past too (Quirk et al. 1985, 14.31 on backshift): “She said it had 9 beds. It is full”.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from attribution_lint.nlp import grammar, numbers
from attribution_lint.nlp.analysis import Analysis, Figure, Sentence
from attribution_lint.nlp.answers import kept_by_place
from attribution_lint.nlp.reach.story import Story
from attribution_lint.nlp.reach.topics import stem, topic_of_sentence
from attribution_lint.packs import shipped_lexicon

_FARTHEST = 6  # sentences back in which the source is looked for
_MOST_BLOCKS = 2
_MOST_SHARED = 3
_MOST_BACK = 3
_PRONOUNS = frozenset("it its he she his her they their this that those these such both among".split())
_SHIFTED_BACK = 2  # sentences behind a cue in which what is reported would be backshifted
_NOW = frozenset("is are has have".split())
_THEN = frozenset("was were had".split())
_NEVER = ("cont:never",)


class _Opening(NamedTuple):
    """How a sentence begins and in which tense it goes on: `kind` is that of its first `word`, unless that is a name.

    `had` and `time` tell whether it has *had*, and forms of the present and of the past.
    """

    word: str
    kind: str
    may_be_name: bool
    had: bool
    time: str


def signs_of_continuation(story: Story, figure: Figure) -> tuple[str, ...]:
    """Return how the sentence of a figure goes on from the last sourced one, if that is near."""
    analysis, number = story.analysis, figure.sentence
    source = story.sourced_before[number]
    if source < 0 or number - source > _FARTHEST:
        return _NEVER
    sentence, before = analysis.sentences[number], analysis.sentences[source]
    told = topic_of_sentence(analysis, before)
    shared = len(topic_of_sentence(analysis, sentence) & told)
    opening = _opening(analysis, sentence)
    return _signs(
        min(figure.block - before.block, _MOST_BLOCKS),
        min(shared, _MOST_SHARED),
        min(number - source, _MOST_BACK),
        "name" if opening.may_be_name and opening.word in story.names else opening.kind,
        stem(figure.noun.split()[-1]) in told if figure.noun else None,
        opening.had,
        opening.time,
        figure.block == before.block and number - source <= _SHIFTED_BACK and _is_unshifted(story, source, opening),
    )


def _is_unshifted(story: Story, source: int, opening: _Opening) -> bool:
    """Whether a sentence keeps to the present behind a cue in the past, so that the writer himself tells it."""
    cue = story.analysis.attributions[story.sourcing_in(source)[-1]].cue
    if opening.had or opening.time[0] == "0":
        return False
    if cue is None or cue.kind == "phrase":  # “Rain was 61 mm in June, according to the office. The lake is half full”
        return opening.time == "10" and _opening(story.analysis, story.analysis.sentences[source]).time == "01"
    form = story.analysis.words.lower[cue.first]
    return form.endswith("ed") or form in shipped_lexicon("verbs-past")


@lru_cache(maxsize=1024)
def _signs(
    blocks: int,
    shared: int,
    back: int,
    opening: str,
    noun_told: bool | None,
    had: bool,
    time: str,
    unshifted: bool,
) -> tuple[str, ...]:
    return (
        *(["unshifted"] if unshifted else ()),
        f"shared:{blocks}:{shared}",
        f"cont:{blocks}:{back}:{opening}",
        *([] if noun_told is None else [f"noun-told:{blocks}:{noun_told}"]),
        f"had:{blocks}:{had}",
        f"time:{blocks}:{time}",
    )


@kept_by_place
def _opening(analysis: Analysis, sentence: Sentence) -> _Opening:
    words = analysis.words.lower[sentence.first : sentence.last]
    word = next((lower for lower in words if lower[0].isalnum()), "")
    kind = _kind_of(word)
    return _Opening(
        word,
        kind or ("a" if word in grammar.ARTICLES else "other"),
        not kind,
        "had" in words,
        f"{not _NOW.isdisjoint(words):d}{not _THEN.isdisjoint(words):d}",
    )


def _kind_of(word: str) -> str:
    """Return the kind of the word that a sentence opens with; empty for one that may be a name."""
    if word in {"the", "of", ""}:
        return word or "none"
    if word in _PRONOUNS:
        return "pronoun"
    if word[0].isdigit() or word in numbers.SMALL:
        return "number"
    if word in grammar.PREPOSITIONS:
        return "preposition"
    return "conjunction" if word in grammar.COORDINATORS or word in grammar.SUBORDINATORS else ""
