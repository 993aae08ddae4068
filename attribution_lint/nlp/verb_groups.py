"""Verb groups: what stands between a subject and its verb, and what a passive or a participle looks like."""

from __future__ import annotations

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Sentence, Words
from attribution_lint.packs import shipped_lexicon


def end_of_subject(words: Words, sentence: Sentence, verb: int) -> int:
    """Return the word that a subject of the verb ends with, left of auxiliaries, adverbs and governing verbs.

    It lies before the sentence if nothing is left.
    """
    lower = words.lower
    at = verb - 1
    while at >= sentence.first:
        if _is_filler(words, sentence, at):
            at -= 1
        elif lower[at] == "to" and at > sentence.first:
            at -= 2  # the verb that governs the infinitive: declined to say, went on to say
            if at >= sentence.first and lower[at + 1] == "on":
                at -= 1
        else:
            break
    if at < sentence.first == verb - 1 and _may_be_surname(words, sentence.first):
        return sentence.first
    return at


def _may_be_surname(words: Words, index: int) -> bool:
    """Whether a capitalised word has no more of an adverb than its ending: Reilly, Connolly, Tully."""
    return (
        words.text[index].istitle() and words.lower[index] not in grammar.ADVERBS | grammar.AUXILIARIES | grammar.DAYS
    )


def hears(words: Words, sentence: Sentence, verb: int) -> bool:
    """Whether a court or another body that hears stands right before the verb: “the inquest heard”."""
    at = end_of_subject(words, sentence, verb)
    return at >= sentence.first and words.lower[at] in shipped_lexicon("hearing-bodies")


def is_participle(words: Words, verb: int) -> bool:
    """Whether the verb is a present participle, whose subject may stand further off."""
    return words.lower[verb].endswith("ing")


def is_passive(words: Words, sentence: Sentence, verb: int) -> bool:
    """Whether the verb is a past participle behind a form of to be: “was told”, “has not been shown”."""
    form = words.lower[verb]
    if form.endswith("ing") or not (form.endswith("ed") or form in grammar.PAST_PARTICIPLES):
        return False
    at = verb - 1
    while at >= sentence.first and (grammar.is_adverb(words.lower[at]) or words.lower[at] == "been"):
        if words.lower[at] == "been":
            return True
        at -= 1
    return at >= sentence.first and words.lower[at] in grammar.PASSIVE_AUXILIARIES


def _is_filler(words: Words, sentence: Sentence, index: int) -> bool:
    """Whether a word may stand between a subject and its verb: an auxiliary, a day, an adverb; no name."""
    word, text = words.lower[index], words.text[index]
    if word in grammar.DAYS:
        return not (text.isupper() and len(text) > 1)
    if text[0].isupper() and index > sentence.first:
        return False
    return word in grammar.AUXILIARIES or grammar.is_adverb(word)
