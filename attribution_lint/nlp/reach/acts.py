"""The signs of an act: who did what with a figure, by the verb that governs it and the subject of that verb.

What an authority itself did is known from it and is seldom asked about (“the board shut 61 chemists”, “the council
awarded a contract of £318,000”); what is said of the world at large is (“rats eat a third of the crop”). An amount that
a rule fixes (“the fare is £1”) is told by the noun in front of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Figure, Sentence, Words
from attribution_lint.nlp.figures.befallen import is_told_of_harm
from attribution_lint.nlp.reach.story import Story
from attribution_lint.nlp.reach.topics import stem
from attribution_lint.nlp.verb_groups import end_of_subject
from attribution_lint.packs import shipped_lexicon

_FARTHEST = 12  # words before a figure in which its verb is looked for
_NEAREST = 6  # words before a figure in which a noun of amounts that rules fix is looked for
_PAST = 4  # letters before which “-ed” is no ending
_BREAKS = frozenset(". ; :")


def signs_of_act(story: Story, figure: Figure) -> Iterator[str]:
    """Yield what governs a figure: its verb, whether it is one of office, and what kind of subject the verb has."""
    words, sentence = story.analysis.words, story.analysis.sentences[figure.sentence]
    at = words.at(figure.span.start)
    verb = _verb_before(words, sentence, at)
    if verb is not None:
        yield f"verb:{stem(words.lower[verb])}"
        subject = _subject_of(words, sentence, verb)
        office = "office" if words.lower[verb] in grammar.verb_forms("verbs-of-office") else "other"
        yield f"subject:{subject}"
        yield f"act:{office}"
        yield f"act:{office}:{subject}"
    else:
        yield "act:none"
    if is_told_of_harm(story.analysis, figure):
        yield "befallen"
    fixed = shipped_lexicon("figure-fixed")
    if any(words.lower[index] in fixed for index in range(max(sentence.first, at - _NEAREST), at)):
        yield "fixed"


def _verb_before(words: Words, sentence: Sentence, at: int) -> int | None:
    for index in range(at - 1, max(sentence.first, at - _FARTHEST) - 1, -1):
        word = words.lower[index]
        if word in _BREAKS:
            return None
        if word in grammar.COMMON_VERBS or word in shipped_lexicon("verbs-past"):
            return index
        if word.endswith("ed") and len(word) > _PAST and words.text[index].islower():
            return index
        if word in grammar.verb_forms("verbs-of-office") and index > sentence.first:
            return index
    return None


def _subject_of(words: Words, sentence: Sentence, verb: int) -> str:
    at = end_of_subject(words, sentence, verb)
    if at < sentence.first or not words.lower[at][0].isalnum():
        return "none"
    word = words.lower[at]
    if word in grammar.PRONOUNS:
        return word if word in {"it", "they", "we", "he", "she", "i", "which", "who", "that"} else "pronoun"
    for name, lexicons in _CLASSES:
        if any(word in shipped_lexicon(lexicon) for lexicon in lexicons):
            return name
    if words.text[at][0].isupper() and at > sentence.first:
        return "name"
    return "plural" if word.endswith("s") else "singular"


_CLASSES = (
    ("body", ("source-organisations", "nouns-bodies")),
    ("official", ("source-officials",)),
    ("document", ("source-documents",)),
    ("person", ("nouns-persons",)),
)
