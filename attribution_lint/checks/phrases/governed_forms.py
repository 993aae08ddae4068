"""The form that a verb of saying takes after what governs it: `went on to SAID`, `ended by SAY that`, `must OF told`.

*To* and a modal take the plain form, a preposition the form in *-ing*, *have* the past participle (Quirk et al. 1985,
3.2, 4.2 and 16.38). Only forms that are verbs alone, or that a clause follows, are held to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import HEARERS, OBJECTS
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary

_PREPOSITIONS = frozenset({"by", "before", "after", "without", "while", "despite", "besides", "when"})
_MODALS = frozenset({"would", "could", "should", "must", "might"})
_DONE = frozenset({"been", "told", "known", "said", "heard", "seen", "spoken", "written", "given", "gone", "taken"})
_CLAUSE = DETERMINERS | NOMINATIVE | HEARERS | OBJECTS | {"that", "how", "whether", "why"}
_RELATIVE = frozenset({"who", "which", "whose", "that", "whom", "those", "what"})
_TROUBLE = frozenset({"trouble", "difficulty", "problem", "problems", "fun", "experience", "issue", "issues", "hand"})
_ITS = frozenset({"alleged", "assumed", "believed", "claimed", "expected", "feared", "hoped", "known", "reported"})
_ITS |= {"said", "suspected", "thought", "understood", "rumoured", "rumored", "accepted", "estimated"}
_OTHERS = frozenset({"of", "being", "had", "has", "its", "say"})
_MANY = frozenset({"many", "most", "some", "all", "none", "several", "both", "few", "half", "two", "three", "four"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _OTHERS or _is_verb_alone(word, words)


def _is_verb_alone(word: str, words: Vocabulary) -> bool:
    """Whether a word is a cue in one form, and no other part of speech."""
    return word in words.cues and _form(word, words) != "" and not english.can_be_noun(word)


def _form(word: str, words: Vocabulary) -> Form | str:
    """Return the form of a cue: "past" for one that may be the participle too, "" where two are open."""
    forms = {form for form, _ in words.cues.get(word, ())}
    if forms and forms <= {"past", "participle"}:
        return "past"
    return next(iter(forms)) if len(forms) == 1 else ""


def governed_forms(story: Story) -> Iterator[Issue]:
    """Yield the verb forms in a story's frames that what stands before them does not take."""
    for first in sorted(story.firsts):
        if first + 4 < len(story) and story.lower[first] in _NOMINATIVES and not story.spoken[first]:
            yield from _joint_subject(story, first)
    for verb, word in story.among(_matters):
        if story.spoken[verb] or not (story.is_plain(verb) or verb in story.firsts):
            continue
        if word == "of":
            yield from _of(story, verb)
        elif word in ("had", "has"):
            yield from _had(story, verb)
        elif word == "being":
            yield from _being(story, verb)
        elif word == "its":
            yield from _its(story, verb)
        else:
            yield from _cue(story, verb)


def _cue(story: Story, verb: int) -> Iterator[Issue]:
    word, before, words = story.lower[verb], story.word(verb - 1), story.words
    if not verb or word not in words.cues or story.in_compound(verb) or not story.text[verb - 1].islower():
        return
    base, form = words.cues[word][0][1], _form(word, words)
    if before == "to" and (form == "third" or (form == "past" and _is_told(story, verb))):
        yield Issue("inflection", story.span(verb, verb + 1), "to …", "takes the plain form", (base,))
    elif before in _PREPOSITIONS and form == "base" and _opens_phrase(story, verb):
        right = _spelt(words, base, "progressive")
        if right:
            yield Issue("inflection", story.span(verb, verb + 1), f"{before} …", "takes the form in *-ing*", (right,))
    elif before in ("are", "were") and form == "base" and _is_of_many(story, verb):
        right = _spelt(words, base, "progressive")
        span = story.span(verb, verb + 1)
        yield Issue("inflection", span, f"{before} …", "takes a participle", (right, _spelt(words, base, "participle")))


def _is_of_many(story: Story, verb: int) -> bool:
    """Whether several persons stand before *are*, and a clause behind the verb: `Officials are SAY the`."""
    head, after = story.word(verb - 2), story.word(verb + 1)
    many = head == "they" or story.words.persons.get(head) == "plural" or head in ("police", "people")
    clause = after in NOMINATIVE or after in ("that", "the", "a", "an", "his", "their", "no")
    return many and clause and _ALL.isdisjoint(story.lower[story.sentence_start(verb) : verb])


_ALL = frozenset({"all", "what", "do", "does", "did"})


def _is_told(story: Story, verb: int) -> bool:
    """Whether a past form has a clause or a hearer behind it, and an infinitive was to stand there."""
    word, after = story.lower[verb], story.word(verb + 1)
    if story.word(verb - 2) not in _WANTS_INFINITIVE and word not in ("said", "told"):
        return False
    return after in _CLAUSE or (word == "told" and story.is_name(verb + 1))


_WANTS_INFINITIVE = group("wants-base") | group("before-infinitive") | {"on"}


def _opens_phrase(story: Story, verb: int) -> bool:
    """Whether a clause or a hearer follows, and no relative clause may end before it: `who came before SAY`."""
    low, after = max(story.sentence_start(verb), verb - 12), story.word(verb + 1)
    if after != "that" and (after not in _CLAUSE or story.lower[verb] == "say"):
        return False
    return _RELATIVE.isdisjoint(story.lower[low:verb]) and verb - low > 1


_NOMINATIVES = {"him": "He", "them": "They", "me": "I"}


def _joint_subject(story: Story, first: int) -> Iterator[Issue]:
    """`HIM and his wife told the insurer`: what a finite verb follows is a subject."""
    if story.word(first + 1) != "and":
        return
    verb = next((n for n in range(first + 3, min(first + 7, len(story))) if _is_finite(story, n)), 0)
    if verb and story.sentence_start(verb) == first and "," not in story.text[first:verb]:
        right = _NOMINATIVES[story.lower[first]]
        yield Issue("inflection", story.span(first, first + 1), "… and", "is the subject", (right,))


def _is_finite(story: Story, at: int) -> bool:
    return any(form in ("past", "base") for form, _ in story.words.cues.get(story.lower[at], ())) and story.is_plain(at)


def _of(story: Story, of: int) -> Iterator[Issue]:
    """`must OF told`; `many of WHO say`."""
    if story.word(of - 1) in _MODALS and _is_participle(story, of + 1) and story.word(of - 2) not in DETERMINERS:
        if has_frame(story, of):
            reason = "takes *have*"
            yield Issue("inflection", story.span(of, of + 1), f"{story.lower[of - 1]} …", reason, ("have",))
    elif story.word(of - 1) in _MANY and story.word(of + 1) == "who" and story.word(of - 2) == ",":
        span = story.span(of + 1, of + 2)
        yield Issue("inflection", span, f"{story.lower[of - 1]} of …", "takes *whom*", ("whom",))


def _is_participle(story: Story, at: int) -> bool:
    return story.word(at) in _DONE or any(form == "participle" for form, _ in story.words.cues.get(story.word(at), ()))


def _had(story: Story, had: int) -> Iterator[Issue]:
    """`would HAD told`: two auxiliaries of which the second is no plain form."""
    modal = story.word(had - 1)
    if (
        (modal in _MODALS or modal in ("will", "may", "can"))
        and _is_participle(story, had + 1)
        and has_frame(story, had)
    ):
        if story.word(had - 2) in DETERMINERS or not story.text[had - 1].islower():
            return
        span = story.span(had, had + 1)
        yield Issue("inflection", span, f"{modal} …", "takes the plain form", ("have",))


def _being(story: Story, being: int) -> Iterator[Issue]:
    """`has BEING quoted as saying`."""
    have = being - 1
    while story.word(have) in ("not", "also", "never", "already", "repeatedly"):
        have -= 1
    if story.word(have) not in ("has", "have", "had") or not _is_participle(story, being + 1):
        return
    if _TROUBLE.isdisjoint(story.lower[story.sentence_start(being) : being]) and have > story.sentence_start(being):
        slot, reason = f"{story.lower[have]} …", "takes the participle"
        yield Issue("inflection", story.span(being, being + 1), slot, reason, ("been",))


def _its(story: Story, its: int) -> Iterator[Issue]:
    """`ITS understood that the club has agreed`."""
    if story.word(its + 1) in _ITS and story.word(its + 2) == "that":
        text = story.text[its]
        right = f"{text[:2]}'s"
        yield Issue(
            "possessive", story.span(its, its + 1), f"… {story.lower[its + 1]} that", "stands for *it is*", (right,)
        )


@lru_cache(maxsize=256)
def _spelt(words: Vocabulary, base: str, form: Form) -> str:
    return next((spelt for spelt, uses in words.cues.items() if (form, base) in uses), "")
