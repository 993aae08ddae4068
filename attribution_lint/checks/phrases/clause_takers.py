"""A verb that takes no clause, between its subject and *that* with a clause: `the auditor CONCEALED that no money was`.

The verbs that take a clause are a closed set (Huddleston and Pullum 2002, 11.4); any other in this place is a slip if
a cue lies close by. What may open a relative clause instead, a noun or a word for a time, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.cue_ranking import ranked_cues
from attribution_lint.checks.phrases.cues import cue_issue
from attribution_lint.checks.phrases.frames import has_object_ahead
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.noun_evidence import is_person
from attribution_lint.checks.phrases.reporting import before_time, is_of_cue_before
from attribution_lint.checks.phrases.similar import is_slip, similarity, sound
from attribution_lint.checks.phrases.slots import (
    DETERMINERS,
    NOMINATIVE,
    PLURAL_SIGNS,
    before_adverbs,
    before_apposition,
)
from attribution_lint.checks.phrases.story import BREAKS, CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary
from attribution_lint.packs import shipped_lexicon

_FINITE = group("finite")
_LINKS = frozenset({"that", "whether"})
_NUMBERS = group("counting")
_NO_CUE = group("no-cue")
_NO_CLAUSE = group("no-clause")
_TIMES = group("times") | CALENDAR
_BE = frozenset({"is", "are", "was", "were"})
_HAVE = frozenset({"has", "have", "had", "having"})
_MODAL = frozenset(
    {"could", "would", "will", "can", "may", "might", "must", "should", "did", "does", "do", "to", "not", "n't"}
)
_ABOUT = frozenset({"at", "about", "as", "more", "nearly", "almost", "fewer", "less"})
_LIKE, _ALIKE, _WEIGHED = 0.55, 0.66, 8
"""How alike a usual cue and a rarer one must be, and how many of the likeliest are looked at."""
_FINITE_FORMS: tuple[Form, ...] = ("past", "third", "base")
_ADVERBS = group("adverbs") | {"always", "repeatedly"}


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _LINKS


def clauseless_verbs(story: Story) -> Iterator[Issue]:
    """Yield the verbs of a story that take no clause and have one."""
    for number, word in story.among(_matters):
        verb = before_time(story, number - 1)
        if word not in _LINKS or story.spoken[number] or not story.is_plain(verb):
            continue
        if verb - 1 < story.sentence_start(number):
            continue
        if takes_clause(story.lower[verb], story.words) or story.in_compound(verb) or is_extraposed(story, verb):
            continue
        if story.word(verb - 1) in _DEGREE or _is_relative(story, verb) or story.lower[verb] in _NUMBERS:
            continue  # "so well developed that", "the weir they crossed that", "by five votes to four that"
        if (
            _is_listener(story, verb)
            or is_of_cue_before(story, number)
            or _is_of_cleft(story, number)
            or _is_made(story, verb, number)
        ):
            continue
        if story.word(number + 1) in _TIMES and story.text[number + 2 : number + 3] in ([","], ["."]):
            continue  # "the 16 nurses rostered that night"
        beside = verb == number - 1
        sure = beside and word == "that" and _has_clause(story, verb)
        forms = _FINITE_FORMS if sure else _forms(story, verb)
        firm = forms == ("past",) and story.lower[verb].endswith("ed")
        if sure or (forms and beside and _is_clause(story, number + 1, firm)) or (firm and not beside):
            found = meant(story, verb, forms)
            near = word == "that" and beside and not _is_nominal(story.lower[verb])
            if found and (sure or near or is_slip(story.lower[verb], found[0])):
                yield cue_issue(story, verb, f"… {word}", found)


def _is_listener(story: Story, noun: int) -> bool:
    """Whether a verb of telling and a determiner make a noun the one who is told: `told a local COMMANDANT that`."""
    for article in range(noun - 1, max(noun - _LONGEST_LISTENER, story.sentence_start(noun)), -1):
        if story.lower[article] in DETERMINERS:
            return story.lower[article - 1] in _TELLING and (
                _is_nominal(story.lower[noun]) or is_person(story.lower[noun])
            )
        if not story.is_plain(article):
            return False
    return False


_TELLING = group("telling-verbs")
_LONGEST_LISTENER = 4


def _is_of_cleft(story: Story, that: int) -> bool:
    """Whether *it was* opens the sentence, and when it was stands between: `It was when they began to THIN that`."""
    low = story.sentence_start(that)
    opens = story.lower[low] == "it" and story.word(low + 1) in _BE
    return opens and not _WHEN.isdisjoint(story.lower[low + 2 : that])


_WHEN = frozenset({"when", "until", "after", "before", "because", "while", "only", "as", "since"})


def _is_made(story: Story, verb: int, that: int) -> bool:
    """Whether *that* goes on about a document that was made: `an audit RELEASED Monday that faults commanders`."""
    if story.lower[verb] not in _REDUCED or story.word(verb - 1) not in story.words.documents:
        return False
    after = story.word(that + 1)
    return not (after in NOMINATIVE or after in DETERMINERS or after in PLURAL_SIGNS or story.is_name(that + 1))


_REDUCED = group("reduced-relatives")


def _has_clause(story: Story, verb: int) -> bool:
    """Whether what follows can be nothing but its clause: `they BOUNCE that the`, `aides SUSPEND that`.

    A pronoun that is a subject has no noun behind it, and no relative clause is there without one.
    """
    word, before, clause = story.lower[verb], story.word(verb - 1), verb + 2
    opens = story.word(clause) in NOMINATIVE or story.word(clause) in DETERMINERS or story.word(clause) in PLURAL_SIGNS
    if before in _SUBJECTS and opens:
        return not english.parts_of_speech(word) <= {"ADV"}
    if english.parts_of_speech(word) != {"VERB"} or word.endswith("ing") or before not in story.words.persons:
        return False
    return _ends_subject(story, verb - 1) and any(
        story.lower[n] in _FINITE for n in range(clause + 1, min(clause + 4, story.sentence_end(verb)))
    )


def _is_relative(story: Story, verb: int) -> bool:
    """Whether a pronoun and a noun before it make the word the verb of a relative clause."""
    pronoun = story.word(verb - 1) in _SUBJECTS
    return pronoun and story.word(verb - 2) not in story.words.function and has_object_ahead(story, verb)


_SUBJECTS = NOMINATIVE - {"it", "there", "you"}


@lru_cache(maxsize=2048)
def takes_clause(word: str, words: Vocabulary) -> bool:
    """Whether a word may stand before a clause, as a verb that takes one or as a word that is none of ours to judge."""
    uses = words.clause_verbs.get(word, ())
    if uses and all(base in shipped_lexicon("phrase-clauseless") for _, base in uses):
        return word in _NO_CUE or word in words.documents
    known = word in words.cues or word in words.clause_verbs or word in words.function or word in words.criteria
    return known or word in _NO_CUE or word in _TIMES or len(word) < 4 or word in words.documents


def is_extraposed(story: Story, verb: int) -> bool:
    """Whether the clause belongs to the noun before the verb: `word SPREAD that`, `fears GREW that`."""
    return story.word(verb - 1) in _HEARSAY and not _SPREADING.isdisjoint(english.lemmas(story.lower[verb]))


_HEARSAY, _SPREADING = group("hearsay-nouns"), group("spreading")
_DEGREE = frozenset({"so", "such", "well", "too", "it"})


def _forms(story: Story, verb: int) -> tuple[Form, ...]:
    """Return the forms that a cue has in the place of a word, by the word and what stands before; none for no cue's."""
    word = story.lower[verb]
    at = before_apposition(story, before_adverbs(story, verb, _ADVERBS))
    before = story.word(at)
    if at < story.sentence_start(verb) or story.spoken[at] or story.text[at] in QUOTE_MARKS or story.text[at] in BREAKS:
        return ()
    parts = english.parts_of_speech(word)
    if parts == {"ADJ"} and not _BE.isdisjoint(story.lower[max(at - 4, story.sentence_start(verb)) : at]):
        return ()  # "is the minister confident that"
    verbal, nominal = bool(parts & {"VERB", "AUX"}) or not parts, _is_nominal(word)
    if before in _MODAL:
        return ("base",) if verbal and not word.endswith(("ed", "ing")) else ()
    if before in _HAVE:
        return ("participle",) if verbal and word.endswith(("ed", "n", "t", "d")) else ()
    if not _ends_subject(story, at):
        return ()
    person = before in NOMINATIVE or before == "who" or before in story.words.persons or story.is_name(at)
    if word.endswith("ed") and verbal and not nominal:
        return ("past",)
    if not person and before not in story.words.sources:
        return ()
    if word.endswith("s") and verbal and (not nominal or before in NOMINATIVE):
        return ("third",)
    return () if nominal and (word.endswith("s") or _has_verb(story, at)) else ("past",)


def _has_verb(story: Story, last: int) -> bool:
    """Whether the clause has a verb before its subject ends, so that another noun follows: `told a film CREW that`."""
    low = story.sentence_start(last)
    for number in range(last, low - 1, -1):
        word = story.lower[number]
        if story.text[number] in BREAKS or word in ("that", "and", "but", ","):
            return False
        uses = story.words.clause_verbs.get(word, ())
        if word in _FINITE or any(form in ("past", "third") for form, _ in uses) or word.endswith("ed"):
            return True
    return False


def _is_nominal(word: str) -> bool:
    return "NOUN" in english.parts_of_speech(word)


def _ends_subject(story: Story, at: int) -> bool:
    """Whether a subject may end in a word: a pronoun, a name, or a noun and no adjective or verb."""
    word = story.lower[at]
    if word in NOMINATIVE or word == "who" or story.is_capital(at):
        return word not in DETERMINERS
    if not story.is_plain(at) or word in story.words.function or story.in_compound(at):
        return False
    return word in story.words.sources or ("NOUN" in english.parts_of_speech(word) and not word.endswith(("ing", "ed")))


def _is_clause(story: Story, first: int, firm: bool) -> bool:
    """Whether a subject follows, and a finite verb unless the word before is `firm`, a past form and nothing else."""
    if first >= story.sentence_end(first - 1):
        return False
    word, second = story.lower[first], story.word(first + 1)
    if second in _TIMES or word in _TIMES or (second in _FINITE - {"will"} and word not in NOMINATIVE):
        return False
    opens = word in NOMINATIVE or word in DETERMINERS or word in PLURAL_SIGNS or word[0].isdigit() or word in _ABOUT
    plural = any(_is_plural(story, n) for n in (first, first + 1) if story.is_plain(n))
    if not opens and not plural and not story.is_name(first):
        return False
    return firm or any(_is_finite(story, n) for n in range(first + 1, min(first + 14, story.sentence_end(first))))


def _is_plural(story: Story, number: int) -> bool:
    word = story.lower[number]
    plural = word.endswith("s") and not word.endswith("ss") and english.can_be_noun(word)
    return plural or story.words.persons.get(word) == "plural"


def _is_finite(story: Story, number: int) -> bool:
    word = story.lower[number]
    if (
        word in _FINITE
        or word.endswith("ed")
        or any(form == "past" for form, _ in story.words.clause_verbs.get(word, ()))
    ):
        return True
    parts = english.parts_of_speech(word)
    return "VERB" in parts and not word.endswith("ing") and ("NOUN" not in parts or _is_plural(story, number - 1))


def meant(story: Story, verb: int, forms: tuple[Form, ...], strict: bool = False) -> tuple[str, ...]:
    """Return up to three cues that take a clause and that a word may stand for, the likeliest in its place first.

    Strictly, they have one of the forms; else a finite one may stand for any other.
    """
    word, words = story.lower[verb], story.words
    if not strict and not {*forms}.isdisjoint(_FINITE_FORMS):
        forms = _FINITE_FORMS
    found = (
        right
        for right, _ in ranked_cues(story, verb)[:_WEIGHED]
        if any(form in forms and base not in _NO_CLAUSE for form, base in words.cues[right])
        and takes_clause(right, words)
        and (
            similarity(word, right) >= (_LIKE if right in words.frequent_cues else _ALIKE)
            or (sound(word) == sound(right) and not strict)
        )
    )
    return tuple(islice(found, 3))
