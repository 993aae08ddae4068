"""Verbs that do not agree with a subject read whole, whatever stands between its head and them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.adjacent_agreement import is_determined, lost_plural
from attribution_lint.checks.phrases.agreement import NOT_HELD
from attribution_lint.checks.phrases.clause_takers import takes_clause
from attribution_lint.checks.phrases.distant_agreement import is_gerund
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import is_past
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, PLURAL_SIGNS, is_put_before
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.subject import Subject, subject_of
from attribution_lint.checks.phrases.verb_issues import tells_past
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary

_AUXILIARIES = {"has": "have", "have": "has", "is": "are", "are": "is", "was": "were", "were": "was"}
_AUXILIARIES |= {"does": "do", "do": "does"}
_SINGULAR = frozenset({"has", "is", "was", "does"})
_UNREAL = frozenset({"if", "though", "wish", "wishes", "wished", "unless", "suppose", "as"})
_MANDATIVE = group("mandative")
_ADVERBS = group("later") | {"not", "n't", "also", "already", "now", "since", "been", "being", "repeatedly", "both"}
_EACH = frozenset({"each", "every", "no", "neither", "either", "nor"})
_EITHER = group("either-number")
_LINKS = group("subject-links")
_FINITE, _QUANTITIES = group("finite"), group("quantities")
_BEFORE_TIMES = frozenset({"since", "after", "before", "until"})
_CLAUSE = frozenset(
    {"that", "he", "she", "they", "it", "there", "how", "whether", "why", "no", "the", "a", "an", "what"}
)


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _AUXILIARIES or _is_present(word, words)


def _is_present(word: str, words: Vocabulary) -> bool:
    return (
        word in words.cues and word not in NOT_HELD and {form for form, _ in words.cues[word]} in ({"base"}, {"third"})
    )


# Of the verbs that any story has, those that tell its tense.
_TELL_PAST = frozenset({"said", "told", "was", "were", "did"})
_TELL_PRESENT = frozenset({"says", "tells", "is", "are", "does", "has", "have"})


def bad_number(story: Story) -> Iterator[Issue]:
    """Yield the verbs whose number is not that of their subject."""
    for number, word in story.among(_matters):
        if story.spoken[number] or not story.is_plain(number) or number == story.sentence_start(number):
            continue
        if story.word(number - 1) in _HELPING or _is_described(story, number):
            continue  # "his call helped persuade the board", "a chief reason he has given"
        if word in _AUXILIARIES:
            if _is_reporting(story, number) or _is_reported(story, number, word) or _is_told_of(story, number):
                yield from _judged(story, number, word in _SINGULAR, (_AUXILIARIES[word],))
        elif _is_present(word, story.words) and (
            not english.can_be_noun(word)
            or _reports(story, number)
            or _closes(story, number)
            or _is_cited(story, number)
        ):
            single = story.words.cues[word][0][0] == "third"
            yield from _judged(story, number, single, _forms(story, word, single))


_HELPING = group("helping")


def _is_described(story: Story, number: int) -> bool:
    """Whether a word that may be a noun stands behind an adjective, and a clause about it opens with a pronoun."""
    if story.word(number + 1) not in _PERSONAL or not english.can_be_noun(story.lower[number]):
        return False
    return "ADJ" in english.parts_of_speech(story.word(number - 1))


_PERSONAL = frozenset({"he", "she", "they", "we", "i", "you"})


def _is_told_of(story: Story, auxiliary: int) -> bool:
    """Whether a subject that opens the sentence tells what a source says: `No arrests HAS been made, police said`.

    Of the plural auxiliaries only those of a passive, as *were* is also the form of what is unreal.
    """
    low, word = story.sentence_start(auxiliary), story.lower[auxiliary]
    if auxiliary - low > _LONGEST or story.spoken[low] or word == "do":
        return False
    opener = story.lower[low]
    if opener not in DETERMINERS and opener not in PLURAL_SIGNS and not opener.endswith("s"):
        return False
    if word in ("were", "are", "have") and not is_past(story, auxiliary + 1 + (story.word(auxiliary + 1) == "been")):
        return False
    return has_frame(story, auxiliary)


_LONGEST = 12


def _is_cited(story: Story, number: int) -> bool:
    """Whether the verb tells where a source says it, in a clause that opens with *as*: `As the auditor NOTE in her`."""
    low = story.sentence_start(number)
    placed = story.word(number + 1) in ("in", "on", "at") and story.word(number + 2) in DETERMINERS
    return placed and story.lower[low] == "as" and number - low < _LONGEST and "," not in story.text[low:number]


def _closes(story: Story, number: int) -> bool:
    """Whether the verb ends a sentence whose clause stands ahead of its subject: `…, court filings SHOWS.`"""
    if story.lower[number] not in _CLOSING or story.text[number + 1 : number + 2] != ["."]:
        return False
    subject = subject_of(story, number)
    if subject is None or story.word(subject.start - 1) != ",":
        return False
    ahead = range(story.sentence_start(number), subject.start)
    return any(story.lower[n] in _FINITE or is_past(story, n) for n in ahead)


_CLOSING = frozenset({"find", "finds", "show", "shows", "suggest", "suggests", "say", "says", "indicate", "indicates"})


def _is_reported(story: Story, auxiliary: int, word: str) -> bool:
    """Whether a person or a document of the clause behind a cue is the subject: `said the drivers WAS not hurt`."""
    subject = subject_of(story, auxiliary)
    if subject is None or subject.start == subject.head or word == "were":
        return False
    opener, head = story.word(subject.start - 1), story.lower[subject.head]
    reported = opener in _REPORTED or (opener == "that" and story.word(subject.start - 2) in story.words.frequent_cues)
    held = head in story.words.persons or head in story.words.documents
    return reported and held and story.lower[subject.start] in DETERMINERS


_REPORTED = frozenset({"said", "says", "say", "whether", "if"})


def _reports(story: Story, number: int) -> bool:
    """Whether a clause or a quotation opens after a word that no adjective or number makes a noun."""
    after, before = number + 1, story.word(number - 1)
    if before in _QUANTITIES or before in PLURAL_SIGNS or english.parts_of_speech(before) == {"ADJ"}:
        return False
    if story.word(after) == "that" and story.word(after + 1) not in NOMINATIVE and _is_relative(story, after + 1):
        return False
    return story.word(after) in _CLAUSE or (after < len(story) and story.text[after] in QUOTE_MARKS)


def _is_relative(story: Story, first: int) -> bool:
    """Whether a finite verb and no subject follows *that*: `the dozen states that HELD primaries`."""
    word = story.word(first)
    uses = story.words.clause_verbs.get(word, ())
    return (
        word in _FINITE
        or any(form in ("past", "third") for form, _ in uses)
        or (english.is_only_verb(word) and not word.endswith("ing"))
    )


def _is_reporting(story: Story, auxiliary: int) -> bool:
    """Whether a form of a verb that takes a clause follows the auxiliary."""
    at = auxiliary + 1
    while story.word(at) in _ADVERBS:
        at += 1
    perfect = story.lower[auxiliary] in ("has", "have")
    wanted: Form = "participle" if perfect else "progressive"
    forms = {form for form, _ in story.words.clause_verbs.get(story.word(at), ())}
    if not story.is_plain(at):
        return False
    if story.lower[auxiliary] in ("do", "does"):
        return "base" in forms and story.word(auxiliary + 1) in ("not", "n't")
    return wanted in forms or "participle" in forms or (story.word(at + 1) == "to" and story.lower[at].endswith("ed"))


def _forms(story: Story, word: str, single: bool) -> tuple[str, ...]:
    base = story.words.cues[word][0][1]
    wanted: tuple[Form, ...] = ("base", "past") if single else ("third", "past")
    return tuple(_spellings(story.words).get((form, base), word) for form in wanted)


@lru_cache(maxsize=4)
def _spellings(words: Vocabulary) -> dict[tuple[Form, str], str]:
    """Return how each form of a verb of saying is spelt, the first of two spellings."""
    found: dict[tuple[Form, str], str] = {}
    for spelt, uses in words.cues.items():
        for use in uses:
            found.setdefault(use, spelt)
    return found


def _judged(story: Story, verb: int, single: bool, right: tuple[str, ...]) -> Iterator[Issue]:
    subject = subject_of(story, verb)
    if subject is None:
        return
    if (
        is_put_before(story, subject.start)
        or _hangs_on_time(story, subject.start)
        or is_gerund(story, subject.start, subject.head)
    ):
        return
    if _has_its_own(story, verb, single) or _is_object(story, subject.head, verb):
        return
    if story.lower[subject.head] == story.lower[verb]:
        return  # the verb of a clause before: "the warden reports to the trust, and the trust reports that"
    number = subject.number or _joint_number(story, subject, verb)
    if not single and _is_bare(story, subject, verb):
        number = "singular"
    if number != ("plural" if single else "singular") or _is_excused(story, subject, verb):
        return
    counts = story.lower[subject.head] == "total" and story.word(subject.head - 1) == "a"
    if counts and story.word(subject.head + 1) == "of" and not single:
        return  # “A total of 40 ballots were rejected”
    if subject.head in story.firsts and story.word(subject.head + 1) == "of" and story.text[subject.head + 2].isupper():
        return  # the name of a body: *Doctors of BC*
    opens = subject.start == story.sentence_start(verb)
    if story.lower[verb] == "means" and not is_determined(story, subject.start, subject.head):
        return  # a term and what it is in other words: "Live updates, in Sandwip, means a man in a tree"
    if (
        not single
        and opens
        and _has_plural(story, subject.head)
        and not is_determined(story, subject.start, subject.head)
    ):
        yield lost_plural(story, subject.head, verb)
        return
    reason = f"“{story.lower[verb]}” does not agree with it"
    slot = f"{story.lower[subject.head]} …"
    person = story.lower[subject.head] in story.words.persons
    past = len(right) == 2 and not single and person and tells_past(story, verb)
    right = right[::-1] if past else _in_tense_of_story(story, verb, right)
    yield Issue("agreement", story.span(verb, verb + 1), slot, reason, right)


def _has_its_own(story: Story, verb: int, single: bool) -> bool:
    """Whether a clause opens with *before* and a noun that the verb agrees with: `charges before a truck LEAVES`."""
    at = verb - 1
    while at > verb - _NEAREST and story.is_plain(at) and story.lower[at] not in DETERMINERS:
        at -= 1
    opens = story.word(at) in DETERMINERS and story.word(at - 1) in _BEFORE_CLAUSES and at < verb - 1
    return opens and story.lower[verb - 1].endswith("s") != single


def _is_object(story: Story, head: int, verb: int) -> bool:
    """Whether a plural may be what the word before does something to: `The recall covers COACHES that Reid built`."""
    word = story.lower[head]
    does = word.endswith("s") and english.can_be_verb(word) and head == verb - 1
    return does and english.can_be_noun(story.lower[verb]) and not takes_clause(story.lower[verb], story.words)


_NEAREST = 4
_BEFORE_CLAUSES = frozenset({"before", "after", "until", "since"})
_RELATIVES = frozenset({"who", "which"})


def _hangs_on_time(story: Story, start: int) -> bool:
    """Whether *since* or its like makes a phrase a time within a longer subject: `Four rounds since the vote`."""
    low, opener = story.sentence_start(start), start - 1
    if opener <= low or story.lower[opener] not in _BEFORE_TIMES:
        return False
    before = range(low, opener)
    if not _RELATIVES.isdisjoint(story.lower[low:opener]):
        return True  # "Councillors who voted to name it after its oldest resident have been asked to think again"
    return not any(story.lower[n] in _FINITE or story.lower[n] in story.words.clause_verbs for n in before)


def _in_tense_of_story(story: Story, verb: int, right: tuple[str, ...]) -> tuple[str, ...]:
    """Return “pleads” and “pleaded” the other way round where the sentences around are in the past, and none is not."""
    if len(right) != 2:
        return right
    first, last = story.sentence_start(verb), story.sentence_end(verb)
    past, present = (sum(not first <= n < last for n in told) for told in story.once(_tenses))
    return right[::-1] if past and not present else right


def _tenses(story: Story) -> tuple[list[int], list[int]]:
    """Return where the story tells of the past and of the present, by the verbs that any has."""
    words = [(n, word) for n, word in enumerate(story.lower) if not story.spoken[n]]
    return [n for n, word in words if word in _TELL_PAST], [n for n, word in words if word in _TELL_PRESENT]


def _joint_number(story: Story, subject: Subject, verb: int) -> str:
    """Return "plural" for two persons with a determiner each: `The mayor and her deputy HAS said`."""
    inside = story.lower[subject.start : verb]
    joint = [n for n in range(subject.start, verb) if story.lower[n] == "and"]
    if len(joint) != 1 or "," in inside or not _EACH.isdisjoint(inside) or subject.start not in story.firsts:
        return ""
    before, behind = story.lower[subject.start : joint[0]], story.lower[joint[0] + 1 : verb]
    if not _LINKS.isdisjoint(before):
        return ""  # which of them *and* joins is open
    persons = story.words.persons
    held = any(word in persons for word in before) and any(word in persons for word in behind)
    return "plural" if held and inside[0] in DETERMINERS and behind[0] in DETERMINERS else ""


def _is_bare(story: Story, subject: Subject, verb: int) -> bool:
    """Whether a person that is one of many opens the sentence alone: `Researcher at the institute SAY`."""
    head = subject.head
    noun, text = story.lower[head], story.text[head]
    if story.word(head + 1) in ("and", "or"):
        return False  # two of them are many, and *liberal and conservative lawmakers* are so in any case
    if (
        noun in _EITHER
        or subject.start != head
        or head not in story.firsts
        or story.is_capital(head + 1)
        or story.recurs(text)
    ):
        return False
    document = story.words.documents.get(noun) == "singular" and noun in story.words.frequent
    document = document and noun not in story.words.mass and story.word(verb + 1) == "that"
    return (story.words.persons.get(noun) == "singular" and noun not in story.words.organisations) or document


def _has_plural(story: Story, head: int) -> bool:
    """Whether a bare noun is one that is counted, so that its plural was meant: `Figure released on Monday show`."""
    noun = story.lower[head]
    counted = noun in story.words.persons or noun in story.words.documents
    return counted and noun not in story.words.mass and story.text[head][1:].islower()


def _is_excused(story: Story, subject: Subject, verb: int) -> bool:
    """Whether a subjunctive, a question or a coordination may ask for the form."""
    low, start = story.sentence_start(verb), subject.start
    before = story.lower[low:start]
    if subject.number == "singular" and before != ["as"]:
        if any(word in _MANDATIVE or word in _UNREAL for word in before) or before[-1:] == ["that"]:
            return True
        if any(word in ("do", "does", "did", "and", "or", "nor", "let", "than", "what") for word in before[-2:]):
            return True
    listed = start > low and story.text[start - 1] == "," and start - low < 16
    if listed and any(word in ("and", "or") for word in story.lower[start:verb]):
        return True
    return bool(before) and before[-1] in ("and", "or", "nor", "than", "of")
