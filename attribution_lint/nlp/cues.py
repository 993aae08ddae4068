"""Cues: the words that attribute. Verbs are told from nouns of the same form by the words around them.

Pareti (2015) and Newell, Margolin and Ruths (LREC 2018) call the same thing a cue. This component and `sources`
are the one place where a parse could take over from word lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Cue, Sentence, Words
from attribution_lint.packs import shipped_lexicon

_OPENING = frozenset(["“", '"', "‘", "«", "''", "``"])
_QUOTES = frozenset(["“", "”", '"', "«", "»", "''", "``", "‘"])
_PLACED = frozenset(
    ("put puts putting place places placed placing peg pegs pegged pegging value values valued valuing").split()
)
_NEAR_FIGURE = frozenset(("about around roughly nearly almost some more least just over under between").split())
_FACTIVE = frozenset(("went goes first continued continues appeared quick told").split())
_SPEAKING_PRONOUNS = frozenset(["he", "she", "they", "i", "we", "who"])
_NOUN_FOLLOWERS = frozenset(("of by from in on about for and or , . ; that's is are was were has have had").split())
_CONTENT_OPENERS = (
    grammar.SUBJECT_PRONOUNS
    | grammar.DETERMINERS
    | _QUOTES
    | frozenset(("how why what when where whether if there :").split())
)


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """The forms that may be cues, each with its dictionary form."""

    saying: dict[str, str]
    speech_acts: dict[str, str]
    evidence: dict[str, str]
    clause_only: frozenset[str]
    nouns: frozenset[str]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    idioms: dict[str, tuple[tuple[tuple[str, ...], int], ...]]

    @property
    def forms(self) -> dict[str, str]:
        """All verb forms with their dictionary forms, saying before showing before doing."""
        return {**self.speech_acts, **self.evidence, **self.saying}


@cache
def cue_lexicon() -> CueLexicon:
    """Return the shipped cue lexicons, inflected."""
    acts = grammar.verb_forms("cues-speech-acts")
    saying = grammar.verb_forms("cues-saying")
    evidence = grammar.verb_forms("cues-evidence")
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in shipped_lexicon("cue-phrases"):
        first, *rest = phrase.split()
        phrases.setdefault(first, []).append(tuple(rest))
    return CueLexicon(
        saying={form: lemma for form, lemma in saying.items() if " " not in form},
        speech_acts={form: lemma for form, lemma in acts.items() if " " not in form},
        evidence={form: lemma for form, lemma in evidence.items() if " " not in form},
        clause_only=frozenset(grammar.verb_forms("cues-clause-only")),
        nouns=shipped_lexicon("cues-nouns"),
        phrases={first: tuple(sorted(rest, key=len, reverse=True)) for first, rest in phrases.items()},
        idioms=_idioms_by_cue({*acts, *saying, *evidence}),
    )


def _idioms_by_cue(forms: set[str]) -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Return, for every cue form in an idiom, the idioms with it and its place in them."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for idiom in shipped_lexicon("cue-idioms"):
        parts = tuple(idiom.replace("'s", " 's").split())
        for place, part in enumerate(parts):
            if part in forms:
                found.setdefault(part, []).append((parts, place))
    return {form: tuple(idioms) for form, idioms in found.items()}


def _in_idiom(lower: list[str], index: int) -> bool:
    for parts, place in cue_lexicon().idioms.get(lower[index], ()):
        first = index - place
        if first >= 0 and tuple(lower[first : first + len(parts)]) == parts:
            return True
    return False


def find_cues(analysis: Analysis) -> list[Cue]:
    """Return the cues of a story in order; their sources are found by `sources`."""
    lexicon = cue_lexicon()
    forms = _forms()
    words = analysis.words
    lower = words.lower
    cues: list[Cue] = []
    for number, sentence in enumerate(analysis.sentences):
        past = sentence.first
        for index in range(sentence.first, sentence.last):
            if index < past:
                continue
            word = lower[index]
            if word in lexicon.phrases and (length := _phrase(lexicon, lower, index, sentence)):
                lemma = " ".join(lower[index : index + length])
                past = index + length
                cues.append(Cue(words.span(index, past), lemma, "phrase", number, index, past))
                continue
            if word in forms and is_verbal_cue(analysis, sentence, index):
                finite = not (index > sentence.first and lower[index - 1] == "to" and not _says_anyway(lower, index))
                cues.append(Cue(words.span(index, index + 1), forms[word], "verb", number, index, index + 1, finite))
    return cues


def _says_anyway(lower: list[str], index: int) -> bool:
    """Whether the verb before an infinitive makes it a fact: went on to say, was first to report."""
    return any(word in _FACTIVE for word in lower[max(index - 4, 0) : index - 1])


@cache
def _forms() -> dict[str, str]:
    return cue_lexicon().forms


def _phrase(lexicon: CueLexicon, lower: list[str], index: int, sentence: Sentence) -> int:
    for rest in lexicon.phrases[lower[index]]:
        last = index + 1 + len(rest)
        if last < sentence.last and tuple(lower[index + 1 : last]) == rest:
            if not rest and not _stands_as_phrase(lower, index, sentence):
                return 0
            return last - index
    return 0


def _stands_as_phrase(lower: list[str], index: int, sentence: Sentence) -> bool:
    """One-word phrases (citing, per) attribute only where no rate or object of a verb can be meant."""
    before = lower[index - 1] if index > sentence.first else ","
    if lower[index] == "per":
        return before in {",", "(", "—", "–"}
    return before in {",", "—", "–", "--", "-", "and", ";"} or index == sentence.first or grammar.is_adverb(before)


def is_verbal_cue(analysis: Analysis, sentence: Sentence, index: int) -> bool:
    """Whether the cue form at word `index` is a verb that attributes, not a noun or another use of the verb."""
    lexicon = cue_lexicon()
    words = analysis.words
    lower = words.lower
    word = lower[index]
    before = lower[index - 1] if index > sentence.first else ""
    after = lower[index + 1] if index + 1 < sentence.last else "."
    if (
        words.text[index][0].isupper()
        and index > sentence.first
        and words.text[index - 1][0].isalpha()
        and not (words.text[index].isupper() or _is_title_case(words, sentence))
    ):
        return False
    if _in_idiom(lower, index):
        return False
    if before in {"-", "–"} or (after == "-" and words.end[index] == words.start[index + 1]):
        return False  # so-called, said-to-be
    if word in {"heard", "hears", "hear"}:
        from attribution_lint.nlp.sources import hears

        return hears(words, sentence, index)
    if word in _PLACED and not _places_figure(words, sentence, index):
        return False
    if word in lexicon.nouns and _is_noun(analysis, sentence, index, before, after):
        return False
    if word.endswith(("ed", "ing")) and before in grammar.DETERMINERS and before not in grammar.SUBJECT_PRONOUNS:
        return False  # the reported attack
    if word.endswith("ed") and before in grammar.PREPOSITIONS and before not in {"as", "than", "to"}:
        return False
    if word in lexicon.clause_only and word not in lexicon.speech_acts:
        return _has_clause(analysis, sentence, index)
    if word not in lexicon.saying and word not in lexicon.speech_acts:
        return _has_evidence_subject(analysis, sentence, index)
    if word not in lexicon.saying and word.endswith("ing"):
        return before in {",", "and", "by", "--", "—", "–"} or before in grammar.PASSIVE_AUXILIARIES
    return True


def _places_figure(words: Words, sentence: Sentence, index: int) -> bool:
    """Whether “put” or “place” gives a figure: “put the number of dead at 40”."""
    for at in range(index + 1, min(index + 14, sentence.last - 1)):
        if words.lower[at] in {"at", "as"}:
            return words.text[at + 1][0] in "0123456789$£€" or words.lower[at + 1] in _NEAR_FIGURE
    return False


def _is_title_case(words: Words, sentence: Sentence) -> bool:
    texts = [text for text in words.text[sentence.first : sentence.last] if text[0].isalpha() and len(text) > 3]
    return sum(text[0].isupper() for text in texts) >= 0.7 * len(texts) > 0


def _is_noun(analysis: Analysis, sentence: Sentence, index: int, before: str, after: str) -> bool:
    words = analysis.words
    if not before:
        return True
    if before == "to":
        return index - 2 >= sentence.first and words.lower[index - 2] in {"according", "response", "due"}
    if (
        before in grammar.POSSESSIVES
        or before in grammar.ARTICLES
        or before in grammar.QUANTIFIERS - {"some", "many", "all", "both"}
    ):
        return True
    if before in {"this", "these"} and after not in _CONTENT_OPENERS:
        return True
    if before == "that":
        return not (index - 2 >= sentence.first and _can_be_source(words, index - 2))
    if before in grammar.MODALS or before in {"do", "does", "did", "n't", "n’t", "not"}:
        return False
    if before in grammar.PREPOSITIONS and before not in {"that", "as"}:
        return True
    if before in grammar.SUBJECT_PRONOUNS or grammar.is_adverb(before):
        return False
    if after in _CONTENT_OPENERS:
        return after in {"that"} and not _can_be_source(words, index - 1)
    if words.lower[index] in cue_lexicon().evidence and _is_document(words, index - 1):
        return False  # court records show.
    if after in _NOUN_FOLLOWERS:
        return not (after == "on" or (_is_name(words, index - 1) and after in {",", "for", "on"}))
    if words.text[index - 1][0].isupper():
        return False
    return not _can_be_source(words, index - 1)


def _is_name(words: Words, index: int) -> bool:
    return words.text[index][0].isupper() and words.text[index][0].isalpha()


def _is_document(words: Words, index: int) -> bool:
    from attribution_lint.nlp.sources import is_document_word

    return is_document_word(words.lower[index])


def _can_be_source(words: Words, index: int) -> bool:
    from attribution_lint.nlp.sources import can_be_source_word

    return _is_name(words, index) or can_be_source_word(words.lower[index])


def _has_clause(analysis: Analysis, sentence: Sentence, index: int) -> bool:
    """Whether a quotation, a that-clause or a parenthetical comma stands beside the verb."""
    words = analysis.words
    lower = words.lower
    after = lower[index + 1] if index + 1 < sentence.last else "."
    if after in {"that", ":", "how", "why", "whether"} or after in _OPENING:
        return True
    before = lower[index - 1] if index > sentence.first else ""
    if before in _SPEAKING_PRONOUNS and not words.text[min(index + 1, sentence.last - 1)][0].isdigit():
        return True
    if after == "," and index + 2 < sentence.last and lower[index + 2] in _OPENING:
        return True
    first = index
    while first > sentence.first and index - first < 14 and lower[first - 1] not in {",", *_QUOTES}:
        first -= 1
    spoken_before = first > sentence.first and lower[first - 1] in {",", *_QUOTES}
    if not spoken_before:
        return False
    if lower[first - 1] in _QUOTES:
        return analysis.quotation_at(words.start[first - 1]) is not None and (after in {".", ","} or index - first <= 4)
    if word_ends_clause(lower, index, sentence):
        return True
    return lower[index].endswith("ing") and index == first and lower[index] in {"adding", "noting", "remarking"}


def word_ends_clause(lower: list[str], index: int, sentence: Sentence) -> bool:
    """Whether the sentence or the inserted clause ends right after the word, or after a day."""
    after = index + 1
    while after < sentence.last and (lower[after] in grammar.DAYS or grammar.is_adverb(lower[after])):
        after += 1
    return after >= sentence.last or lower[after] in {".", ",", ";"}


def _has_evidence_subject(analysis: Analysis, sentence: Sentence, index: int) -> bool:
    """Whether a document or data stand before a verb that only documents use to speak."""
    from attribution_lint.nlp.sources import is_document_word

    words = analysis.words
    lower = words.lower
    after = lower[index + 1] if index + 1 < sentence.last else "."
    stop = max(sentence.first, index - 12)
    for number in range(index - 1, stop - 1, -1):
        word = lower[number]
        if is_document_word(word):
            return True
        if word in {";", "but", "because", "while"}:
            break
    return after == "that" and lower[index] not in {"so"}
