"""The signs of going on: how the sentence of a figure takes up the last one that a source stands in.

What goes on with a source repeats its words, opens with a pronoun or an article and keeps to its tense; what leaves it
opens with a name or a bare noun and turns to the present (Halliday and Hasan 1976 on cohesion).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.nlp import grammar, numbers
from attribution_lint.nlp.analysis import Figure
from attribution_lint.nlp.reach.story import Story
from attribution_lint.nlp.reach.topics import stem, topic_of_sentence

_FARTHEST = 6  # sentences back in which the source is looked for
_MOST_BLOCKS = 2
_MOST_SHARED = 3
_MOST_BACK = 3
_PRONOUNS = frozenset("it its he she his her they their this that those these such both among".split())
_NOW = frozenset("is are has have".split())
_THEN = frozenset("was were had".split())


def signs_of_continuation(story: Story, figure: Figure) -> Iterator[str]:
    """Yield how the sentence of a figure goes on from the last sourced one, if that is near."""
    analysis, number = story.analysis, figure.sentence
    back = next((back for back in range(1, min(_FARTHEST, number) + 1) if story.sourcing_in(number - back)), 0)
    if not back:
        yield "cont:never"
        return
    sentence, before = analysis.sentences[number], analysis.sentences[number - back]
    blocks = min(figure.block - before.block, _MOST_BLOCKS)
    told = topic_of_sentence(analysis, before)
    shared = len(topic_of_sentence(analysis, sentence) & told)
    words = analysis.words.lower[sentence.first : sentence.last]
    yield f"shared:{blocks}:{min(shared, _MOST_SHARED)}"
    yield f"cont:{blocks}:{min(back, _MOST_BACK)}:{_opening(story, number)}"
    if figure.noun:
        yield f"noun-told:{blocks}:{stem(figure.noun.split()[-1]) in told}"
    yield f"had:{blocks}:{'had' in words}"
    yield f"time:{blocks}:{not _NOW.isdisjoint(words):d}{not _THEN.isdisjoint(words):d}"


def _opening(story: Story, number: int) -> str:
    """Return the kind of word that a sentence opens with."""
    words, sentence = story.analysis.words, story.analysis.sentences[number]
    word = next((words.lower[at] for at in range(sentence.first, sentence.last) if words.text[at][0].isalnum()), "")
    if word in {"the", "of", ""}:
        return word or "none"
    if word in _PRONOUNS:
        return "pronoun"
    if word[0].isdigit() or word in numbers.SMALL:
        return "number"
    if word in grammar.PREPOSITIONS:
        return "preposition"
    if word in grammar.COORDINATORS or word in grammar.SUBORDINATORS:
        return "conjunction"
    if word in story.names:
        return "name"
    return "a" if word in grammar.ARTICLES else "other"
