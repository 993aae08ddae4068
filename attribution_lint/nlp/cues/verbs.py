"""Whether a form of a cue verb is a verb here, and one that attributes."""

from __future__ import annotations

import itertools

from attribution_lint.nlp import grammar
from attribution_lint.nlp.cues.clauses import has_clause
from attribution_lint.nlp.cues.lexicon import cue_lexicon
from attribution_lint.nlp.cues.nouns import closes_noun_phrase, is_noun
from attribution_lint.nlp.cues.place import Place
from attribution_lint.nlp.figures.patterns import may_count
from attribution_lint.nlp.nouns import is_document_word
from attribution_lint.nlp.verb_groups import hears
from attribution_lint.packs import shipped_lexicon

_FIGURE_REACH = 14  # words between “put” and its figure
_EVIDENCE_REACH = 12  # words between a document and the verb that makes it speak
_OBJECT_REACH = 9  # words between a verb and the figure in its object
_OBJECT_ENDS = frozenset([",", ";", ".", ":", "by", "that", "which", "who", "when", "as", "but"])
_CLAUSE_REACH = 25  # words between a verb and a figure in its clause
_TOLL_REACH = 9  # words between “claimed” and the lives that were
_CLAIMED = frozenset("life lives victim victims casualty casualties scalp scalps".split())
_FIRST_PERSONS = frozenset(["i", "we", "you"])
_TITLE_CASE = 0.7  # share of capitalised words from which a sentence is a headline
_SHORTEST_TITLE_WORD = 4
_NEAR_FIGURE = frozenset("about around roughly nearly almost some more least just over under between".split())
_BEFORE_PARTICIPLE = frozenset([",", "and", "by", "--", "—", "–"])
_INDEFINITE = frozenset(["a", "an"])
_AMOUNT_ENDS = frozenset([",", ";", ".", "and", "but", "while"])
_AMOUNT_REACH = 15  # words behind a verb in which its object ends
_TELLING = grammar.AUXILIARIES | grammar.COMMON_VERBS | grammar.QUOTES | frozenset({"that", "to", ":"})
_CLAUSE_BREAKS = frozenset([";", "but", "because", "while"])
_NOT_COUNTED = (
    grammar.DETERMINERS | grammar.SUBJECT_PRONOUNS | grammar.PREPOSITIONS | grammar.SUBORDINATORS | {"was", "is"}
)
_OBJECT_PRONOUNS = frozenset("me us him them".split())
_TAKE_BARE_INFINITIVES = frozenset(
    "see sees saw seeing seen hear hears heard hearing watch watches watched watching help helps helped helping "
    "let lets letting make makes made making have has had having".split()
)


def is_verbal_cue(place: Place) -> bool:
    """Whether the cue form at a place is a verb that attributes, not a noun or another use of the verb."""
    lexicon, word = cue_lexicon(), place.word
    if place.before in _INDEFINITE and place.words.text[place.index - 1].islower():
        return False  # a volunteer
    if closes_noun_phrase(place) or _takes_lives(place):
        return False
    if _is_in_name(place) or lexicon.in_idiom(place.words.lower, place.index) or _is_compound(place):
        return False
    if _is_bare_infinitive(place) or _is_counted(place):
        return False
    if word in grammar.verb_forms("cues-hearing"):
        return hears(place.words, place.sentence, place.index)
    if word in grammar.verb_forms("cues-placing") and not _gives_figure(place):
        return False
    if (word in lexicon.nouns and is_noun(place)) or _is_adjective(place):
        return False
    if lexicon.forms[word] in shipped_lexicon("cues-handling") and _has_counted_object(place):
        return False
    if word in lexicon.speech_acts:
        return word in lexicon.saying or not word.endswith("ing") or _opens_participle_clause(place)
    if word in lexicon.clause_only:
        return has_clause(place) or (word in lexicon.counting and _has_figure_behind(place))
    if word in lexicon.saying:
        return True
    if word in lexicon.evidence and _has_evidence(place):
        return True
    if word in lexicon.believing:
        return _holds_figure(place)
    return word in lexicon.counting and _has_figure_behind(place)


def _takes_lives(place: Place) -> bool:
    """Whether “claim” is said of what kills: “the road has claimed more than 40 lives”."""
    if not place.word.startswith("claim"):
        return False
    words = place.words
    behind = words.lower[place.index + 1 : min(place.index + _TOLL_REACH, place.sentence.last)]
    return any(word in _CLAIMED for word in itertools.takewhile(lambda word: word not in _OBJECT_ENDS, behind))


def _is_in_name(place: Place) -> bool:
    """Whether a capital in the middle of a sentence makes the word part of a name; headlines have capitals anyway."""
    words, index = place.words, place.index
    text = words.text[index]
    if not text[0].isupper() or index == place.sentence.first or not words.text[index - 1][0].isalpha():
        return False
    return not (text.isupper() or _is_title_case(place))


def _is_title_case(place: Place) -> bool:
    kept, key = place.analysis.kept, f"title case {place.sentence.first}"
    if (known := kept.get(key)) is None or known[0] is not place.sentence:
        known = kept[key] = place.sentence, _has_capitals(place)
    answer: bool = known[1]
    return answer


def _has_capitals(place: Place) -> bool:
    texts = place.words.text[place.sentence.first : place.sentence.last]
    long = [text for text in texts if text[0].isalpha() and len(text) >= _SHORTEST_TITLE_WORD]
    return sum(text[0].isupper() for text in long) >= _TITLE_CASE * len(long) > 0


def _is_compound(place: Place) -> bool:
    """Whether a hyphen joins the word to another: so-called, said-to-be."""
    if place.before in {"-", "–"}:
        return True
    return place.after == "-" and place.words.end[place.index] == place.words.start[place.index + 1]


def _is_adjective(place: Place) -> bool:
    """Whether a participle describes a noun: the reported attack, of stated aims."""
    word, before = place.word, place.before
    if word.endswith(("ed", "ing")) and before in grammar.DETERMINERS and before not in grammar.SUBJECT_PRONOUNS:
        return True
    return word.endswith("ed") and before in grammar.PREPOSITIONS and before not in {"as", "than", "to"}


def _is_bare_infinitive(place: Place) -> bool:
    """Whether the verb is what somebody is seen, helped or let to do: “dues that help us maintain the hall”."""
    before = place.before
    back = 2
    if grammar.is_adverb(before):
        before, back = place.second_before, 3
    if before not in _OBJECT_PRONOUNS or place.index - back < place.sentence.first:
        return False
    taking = place.words.lower[place.index - back]
    return taking in _TAKE_BARE_INFINITIVES and place.word == cue_lexicon().forms[place.word]


def _is_counted(place: Place) -> bool:
    """Whether a participle describes what a number counts: 758 pledged delegates."""
    text, after = place.words.text[place.index - 1], place.after
    if not place.before or not text[0].isdigit() or not place.word.endswith("ed"):
        return False
    return after.isalpha() and after.endswith("s") and not grammar.is_adverb(after) and after not in _NOT_COUNTED


def _opens_participle_clause(place: Place) -> bool:
    return place.before in _BEFORE_PARTICIPLE or place.before in grammar.PASSIVE_AUXILIARIES


def _gives_figure(place: Place) -> bool:
    """Whether “put” or “place” gives a figure: “put the number of dead at 40”."""
    words, last = place.words, place.sentence.last - 1
    for at in range(place.index + 1, min(place.index + _FIGURE_REACH, last)):
        if words.lower[at] == "down" and words.lower[at + 1] == "to":
            return True  # “put the rise down to …”
        if words.lower[at] in {"at", "as"}:
            return words.text[at + 1][0] in "0123456789$£€" or words.lower[at + 1] in _NEAR_FIGURE
    return False


def _has_figure_behind(place: Place) -> bool:
    """Whether a figure stands right behind the verb, with no clause begun between."""
    words = place.words
    for at in range(place.index + 1, min(place.index + _OBJECT_REACH, place.sentence.last)):
        if words.lower[at] in _OBJECT_ENDS:
            return words.lower[at] == ":"  # a list follows
        if may_count(words.text[at]):
            return True
    return False


def _has_counted_object(place: Place) -> bool:
    """Whether nothing but an amount stands behind a verb: “an insurer that writes about 40% of the policies”.

    What is reported has a verb of its own: “the insurer wrote that 40% had lapsed”.
    """
    words, has_figure = place.words, False
    for at in range(place.index + 1, place.sentence.last):
        word = words.lower[at]
        if word in _AMOUNT_ENDS:
            break
        if word in _TELLING or word.endswith(("ed", "ing")) or at - place.index > _AMOUNT_REACH:
            return False
        has_figure = has_figure or may_count(words.text[at])
    return has_figure


def _holds_figure(place: Place) -> bool:
    """Whether what somebody believes has a figure in it; what “I” or “we” believe is told, not reported."""
    if place.before in _FIRST_PERSONS or place.analysis.quotation_at(place.words.start[place.index]):
        return False
    behind = place.words.text[place.index + 1 : min(place.index + _CLAUSE_REACH, place.sentence.last)]
    return any(map(may_count, behind))


def _has_evidence(place: Place) -> bool:
    """Whether a document or data stand before a verb that only documents use to speak."""
    lower = place.words.lower
    for at in range(place.index - 1, max(place.sentence.first, place.index - _EVIDENCE_REACH) - 1, -1):
        if is_document_word(lower[at]):
            return True
        if lower[at] in _CLAUSE_BREAKS:
            break
    return place.after == "that"
