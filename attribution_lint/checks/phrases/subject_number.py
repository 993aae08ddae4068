"""Verbs that disagree with a subject which is read whole: `One of the jurors were`, `The mayor and her deputy says`.

*One* and *each* with their *of* are singular, two persons with a determiner each are plural, and a person without an
article at the head of a sentence has lost its plural (Quirk et al. 1985, 10.34 to 10.42).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.agreement import NOT_HELD, lost_plural
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.subject import Subject, subject_of
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary

_MANY_OF = {"has": "have", "is": "are", "was": "were"}
_ONE_OF = {"have": "has", "are": "is", "were": "was"}
_LINKS = group("subject-links")
_UNREAL = frozenset({"if", "though", "wish", "wishes", "wished", "unless", "were"})
_EACH = frozenset({"each", "every", "no", "neither", "either", "nor"})
_SAYS = frozenset({"say", "says", "show", "shows"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return (
        word in _MANY_OF
        or word in _ONE_OF
        or (word in words.cues and word not in NOT_HELD and bool(_form(word, words)))
    )


def _form(word: str, words: Vocabulary) -> Form | None:
    """Return the form of a cue that shows a number, if it can be no other."""
    forms = {form for form, _ in words.cues.get(word, ())}
    return next(iter(forms)) if forms in ({"base"}, {"third"}) else None


def bad_subject_number(story: Story) -> Iterator[Issue]:
    """Yield the verbs of a story that disagree with a subject over a distance, and the subjects that lost their s."""
    for verb, word in story.among(_matters):
        if not story.is_plain(verb) or verb < 1 or verb + 1 >= story.sentence_end(verb):
            continue
        number = _shown(story, verb)
        if not number:
            continue
        subject = subject_of(story, verb)
        if subject is None or not _opens_clause(story, subject.start):
            continue
        if not _UNREAL.isdisjoint(story.lower[max(story.sentence_start(verb), verb - 12) : verb]):
            continue
        if number == "plural" and _lost_its_plural(story, subject, verb):
            yield lost_plural(story, subject.head, verb)
            continue
        held = _number(story, subject, verb)
        if held and held != number:
            reason = f"“{word}” does not agree with it"
            right = _spelt(story, word, held)
            if right:
                yield Issue("agreement", story.span(verb, verb + 1), f"{story.lower[subject.head]} …", reason, right)


def _shown(story: Story, verb: int) -> str:
    """Return the number that a verb shows; nothing for what may be a noun, or an auxiliary with no cue behind it."""
    word, words = story.lower[verb], story.words
    if word in _MANY_OF or word in _ONE_OF:
        at = verb + 1
        while story.word(at) in ("also", "not", "been", "already", "since", "now"):
            at += 1
        forms = {form for form, _ in words.clause_verbs.get(story.word(at), ())}
        return ("singular" if word in _MANY_OF else "plural") if forms & {"participle", "progressive"} else ""
    form = _form(word, words)
    if form is None or (english.can_be_noun(word) and word not in _SAYS):
        return ""
    return "singular" if form == "third" else "plural"


def _opens_clause(story: Story, start: int) -> bool:
    return start in story.firsts or story.text[start - 1] in QUOTE_MARKS


def _number(story: Story, subject: Subject, verb: int) -> str:
    """Return the number of a subject: that of its head, or plural where *and* joins two with a determiner each."""
    inside = story.lower[subject.start : verb]
    joint = [n for n in range(subject.start, verb) if story.lower[n] == "and"]
    if not joint:
        return subject.number
    first = joint[0]
    before = story.lower[subject.start : first]
    if len(joint) > 1 or not _EACH.isdisjoint(inside) or "," in inside:
        return ""
    if not _LINKS.isdisjoint(before):
        return ""  # which of them *and* joins is open
    both = story.lower[subject.start] in DETERMINERS and story.word(first + 1) in DETERMINERS
    persons = story.words.persons
    held = any(word in persons for word in before) and any(word in persons for word in story.lower[first + 1 : verb])
    return "plural" if both and held else ""


def _lost_its_plural(story: Story, subject: Subject, verb: int) -> bool:
    """`Researcher at the institute say`, `Figure released by the port show`."""
    head, words = subject.head, story.words
    noun = story.lower[head]
    if (
        subject.start != head
        or head not in story.firsts
        or story.is_capital(head + 1)
        or story.recurs(story.text[head])
    ):
        return False
    if "ADJ" in english.parts_of_speech(noun) or noun in words.mass or noun in words.organisations:
        return False
    one = words.persons.get(noun) == "singular" or (words.documents.get(noun) == "singular" and noun in words.frequent)
    return one and not story.text[head].isupper() and story.text[story.sentence_end(verb) - 1] == "."


def _spelt(story: Story, word: str, number: str) -> tuple[str, ...]:
    if word in _MANY_OF or word in _ONE_OF:
        return (_MANY_OF.get(word) or _ONE_OF[word],)
    base = next(base for _, base in story.words.cues[word])
    wanted: tuple[Form, ...] = ("third", "past") if number == "singular" else ("base", "past")
    table = story.words.cues.items()
    found = (next((spelt for spelt, uses in table if (form, base) in uses), "") for form in wanted)
    return tuple(spelt for spelt in found if spelt)
