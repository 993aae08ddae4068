"""Cues: the words that attribute. Verbs are told from nouns of the same form by the words around them.

Pareti (2015) and Newell, Margolin and Ruths (LREC 2018) call the same thing a cue. This component and `sources`
are the one place where a parse could take over from word lists.
"""

from __future__ import annotations

from functools import partial

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Cue, Sentence
from attribution_lint.nlp.cues.lexicon import cue_lexicon
from attribution_lint.nlp.cues.place import place_of
from attribution_lint.nlp.cues.verbs import is_verbal_cue
from attribution_lint.nlp.parts import Part, in_each
from attribution_lint.packs import shipped_lexicon

_FACTIVE_REACH = 4  # words before an infinitive
_BEFORE_PER = frozenset([",", "(", "—", "–"])
_BEFORE_LONE_PHRASE = frozenset(["", ",", "—", "–", "--", "-", "and", ";"])


def find_cues(analysis: Analysis) -> list[Cue]:
    """Return the cues of a story in order; their sources are found by `sources`."""
    cues: list[Cue] = []
    for part, found in in_each(analysis, _in_block):
        cues += part.kept_here(part.known.setdefault(find_cues, {}), partial(_placed, part, found))
    return cues


def _placed(part: Part, found: list[Cue]) -> list[Cue]:
    return [cue.placed(part.start, part.sentence, part.word) for cue in found]


def _in_block(analysis: Analysis) -> list[Cue]:
    lexicon = cue_lexicon()
    words = analysis.words
    lower = words.lower
    cues: list[Cue] = []
    for number, sentence in enumerate(analysis.sentences):
        past = sentence.first
        for index in range(sentence.first, sentence.last):
            if index < past:
                continue
            word = lower[index]
            if word in lexicon.phrases and (length := _phrase_length(lower, index, sentence)):
                past = index + length
                lemma = " ".join(lower[index:past])
                cues.append(Cue(words.span(index, past), lemma, "phrase", number, index, past))
            elif word in lexicon.forms and is_verbal_cue(place_of(analysis, sentence, index)):
                finite = index == sentence.first or lower[index - 1] != "to" or _is_told_as_fact(lower, index)
                span = words.span(index, index + 1)
                cues.append(Cue(span, lexicon.forms[word], "verb", number, index, index + 1, finite))
    return cues


def _is_told_as_fact(lower: list[str], index: int) -> bool:
    """Whether the verb before an infinitive makes it a fact: went on to say, was first to report."""
    return not shipped_lexicon("cues-factive").isdisjoint(lower[max(index - _FACTIVE_REACH, 0) : index - 1])


def _phrase_length(lower: list[str], index: int, sentence: Sentence) -> int:
    """Return how many words the cue phrase at `index` has, 0 if none stands there."""
    for rest in cue_lexicon().phrases[lower[index]]:
        last = index + 1 + len(rest)
        if last < sentence.last and tuple(lower[index + 1 : last]) == rest:
            return last - index if rest or _stands_alone(lower, index, sentence) else 0
    return 0


def _stands_alone(lower: list[str], index: int, sentence: Sentence) -> bool:
    """Whether a phrase of one word (citing, per) attributes, where a rate or the object of a verb could be meant."""
    before = lower[index - 1] if index > sentence.first else ""
    if lower[index] == "per":
        return before == "" or before in _BEFORE_PER
    return before in _BEFORE_LONE_PHRASE or grammar.is_adverb(before)
