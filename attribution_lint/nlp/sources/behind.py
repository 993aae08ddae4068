"""Sources behind their cue: inverted subjects and the agents of passives."""

from __future__ import annotations

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Cue, Sentence, Words
from attribution_lint.nlp.cues.lexicon import all_cue_forms, is_past_form
from attribution_lint.nlp.nouns import can_be_source_word
from attribution_lint.nlp.sources.phrase_ends import phrase_after, phrase_end
from attribution_lint.nlp.sources.phrases import Phrase, can_be_source
from attribution_lint.nlp.verb_groups import is_participle
from attribution_lint.packs import shipped_lexicon

_AGENT_REACH = 14  # words behind the verb
_BEFORE_INVERSION = grammar.QUOTES | grammar.DASHES | frozenset({",", "?", "!"})
_NEWCOMERS = frozenset("a an one another two three several".split())
_PRONOUNS = grammar.PERSONAL_PRONOUNS | frozenset({"one", "another"})


def inverted_subject(words: Words, sentence: Sentence, cue: Cue) -> Phrase | None:
    """Return the subject behind its verb: “…,” said Ada Moss."""
    lower = words.lower
    if cue.lemma not in shipped_lexicon("cues-inverted") or is_participle(words, cue.first):
        return None
    opens_sentence = cue.first == sentence.first
    before = lower[cue.first - 1]
    if not opens_sentence and before not in _BEFORE_INVERSION:
        return None
    after = cue.last
    while after < sentence.last and lower[after] in grammar.DAYS:
        after += 1
    if after >= sentence.last:
        return None
    word, name = lower[after], words.text[after][0].isupper()
    if opens_sentence and not (name or word in grammar.ARTICLES):
        return None
    if word in _PRONOUNS and _closes(words, sentence, after + 1):
        return Phrase(after, after + 1)
    if word in grammar.PERSONAL_PRONOUNS:
        return None
    if not (name or (word in grammar.DETERMINERS and word != "that") or can_be_source_word(word)):
        return None
    last = phrase_end(words, sentence, after)
    if _begins_clause(words, sentence, last) and not _is_told_more_of(words, after, last):
        return None
    if not opens_sentence and before == "," and not can_be_source(words, after, last):
        return None
    return phrase_after(words, sentence, after)


def agent(words: Words, sentence: Sentence, first: int) -> Phrase | None:
    """Return who acts in a passive, from the word `first` on: “was reported by the council”."""
    for at in range(first, min(sentence.last - 1, first + _AGENT_REACH)):
        if words.lower[at] == "by" and not words.text[at + 1][0].isdigit():
            return phrase_after(words, sentence, at + 1)
        if words.lower[at] in {".", ";"}:
            break
    return None


def _closes(words: Words, sentence: Sentence, index: int) -> bool:
    """Whether what follows “said he” leaves him the speaker: punctuation, a preposition, a day, or nothing."""
    if index >= sentence.last:
        return True
    word = words.lower[index]
    return not word[0].isalnum() or word in grammar.PREPOSITIONS or word in grammar.DAYS or word == "when"


def _is_told_more_of(words: Words, first: int, last: int) -> bool:
    """Whether a participle tells more of somebody new: “said one person briefed on the plan”."""
    if words.lower[first] not in _NEWCOMERS or last + 1 >= len(words):
        return False
    return is_past_form(words.lower[last]) and words.lower[last + 1] in grammar.PREPOSITIONS


def _begins_clause(words: Words, sentence: Sentence, index: int) -> bool:
    """Whether a verb stands at `index`, so that the phrase before it is the subject of what is said."""
    while index < sentence.last and words.text[index][0].islower():
        word = words.lower[index]
        if word in grammar.AUXILIARIES or word in grammar.COMMON_VERBS or word.endswith("ed"):
            return True
        if word in all_cue_forms():
            return True
        if not grammar.is_adverb(word):
            return False
        index += 1
    return False
