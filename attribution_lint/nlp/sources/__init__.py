"""Sources: who or what stands beside a cue, read from the shape of the noun phrases around it.

A word list and closed-class grammar find the phrase; a dependency parse could replace both without a change
elsewhere, since only `source_of` is called from outside.
"""

from __future__ import annotations

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Cue, Sentence, Source, Words
from attribution_lint.nlp.sources.behind import agent, inverted_subject
from attribution_lint.nlp.sources.classify import source_at
from attribution_lint.nlp.sources.phrase_ends import phrase_after
from attribution_lint.nlp.sources.phrases import Phrase, can_be_source
from attribution_lint.nlp.sources.subjects import clause_subject, first_subject, subject_before
from attribution_lint.nlp.verb_groups import hears, is_participle, is_passive


def source_of(analysis: Analysis, cue: Cue, earlier: Source | None) -> tuple[Source | None, bool]:
    """Return the source of a cue and whether it stands behind the cue.

    `earlier` is the source of the cue before in the same sentence: a verb that shares its subject with that cue
    shares its source.
    """
    words, sentence = analysis.words, analysis.sentences[cue.sentence]
    if cue.kind == "phrase":
        found, behind = phrase_after(words, sentence, cue.last), True
    elif found := inverted_subject(words, sentence, cue):
        behind = True
    elif is_passive(words, sentence, cue.first):
        behind = not hears(words, sentence, cue.first)
        found = agent(words, sentence, cue.last) if behind else subject_before(words, sentence, cue.first)
    else:
        found, behind = _own_subject(words, sentence, cue.first), False
        if found is None and earlier is not None:
            whose = _told_more_of(words, sentence, earlier, cue.first)
            return (source_at(analysis, whose) if whose else earlier), False
        found = found or clause_subject(words, sentence, cue.first) or first_subject(words, sentence, cue.first)
    return (source_at(analysis, found) if found else None), behind


def _told_more_of(words: Words, sentence: Sentence, who: Source, verb: int) -> Phrase | None:
    """Return the phrase whose relative clause ends before a verb that is its own: “a cook who asked … said”.

    None if `who` is no relative pronoun or the verb goes on with the clause: “a cook who left and said”.
    """
    if who.head not in grammar.RELATIVES or words.lower[verb - 1] in grammar.COORDINATORS | {","}:
        return None
    at = words.at(who.span.start)
    if at <= sentence.first or not words.text[at - 1][0].isalnum():
        return None
    return subject_before(words, sentence, at)


def _own_subject(words: Words, sentence: Sentence, verb: int) -> Phrase | None:
    """Return the subject right before a verb; before a participle only what can be a source is one.

    “with” gives a participle a subject of its own: “the army left, with ministers claiming victory”.
    """
    found = subject_before(words, sentence, verb)
    if found is None or not is_participle(words, verb):
        return found
    with_ = next((n for n in range(found.last - 2, found.first - 1, -1) if words.lower[n] == "with"), None)
    if with_ is not None and can_be_source(words, with_ + 1, found.last):
        return Phrase(with_ + 1, found.last)
    return found if can_be_source(words, found.first, found.last) else None
