"""The form that a verb of saying takes after what governs it: `went on to SAID`, `ended by SAY that`, `must OF told`.

*To* and a modal take the plain form, a preposition the form in *-ing*, *have* the past participle (Quirk et al. 1985,
3.2, 4.2 and 16.38). Only forms that are verbs alone, or that a clause follows, are held to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english, inflection
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import HEARERS, OBJECTS
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import CALENDAR, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary

_PREPOSITIONS = frozenset({"by", "before", "after", "without", "while", "despite", "besides", "when"})
_MODALS = frozenset({"would", "could", "should", "must", "might"})
_DONE = frozenset({"been", "told", "known", "said", "heard", "seen", "spoken", "written", "given", "gone", "taken"})
_CLAUSE = DETERMINERS | NOMINATIVE | HEARERS | OBJECTS | {"that", "how", "whether", "why"}
_RELATIVE = frozenset({"who", "which", "whose", "that", "whom", "those", "what"})
_TROUBLE = frozenset({"trouble", "difficulty", "problem", "problems", "fun", "experience", "issue", "issues", "hand"})
_ITS = frozenset({"alleged", "assumed", "believed", "claimed", "expected", "feared", "hoped", "known", "reported"})
_ITS |= {"said", "suspected", "thought", "understood", "rumoured", "rumored", "accepted", "estimated"}
_SUBJECTS = {"he": "him", "she": "her", "they": "them", "we": "us"}
_OTHERS = frozenset({"accord", "founded", "whom", *_SUBJECTS, "of", "being", "had", "has", "its", "say"})
_MANY = frozenset(
    {
        "neither",
        "either",
        "one",
        "each",
        "many",
        "most",
        "some",
        "all",
        "none",
        "several",
        "both",
        "few",
        "half",
        "two",
        "three",
        "four",
    }
)


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _OTHERS or _is_verb_alone(word, words) or _is_plain_verb(word) or word in _REPLIES


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
        if not _matters(word, story.words) or story.spoken[verb] or not (story.is_plain(verb) or verb in story.firsts):
            continue
        if word == "of":
            yield from _of(story, verb)
        elif word in ("had", "has"):
            yield from _had(story, verb)
        elif word == "being":
            yield from _being(story, verb)
        elif word == "accord" or word == "founded":
            yield from _set_phrase(story, verb)
        elif word == "whom" or word in _SUBJECTS:
            yield from _case(story, verb)
        elif word == "its":
            yield from _its(story, verb)
        else:
            yield from _cue(story, verb)


def _cue(story: Story, verb: int) -> Iterator[Issue]:
    word, before, words = story.lower[verb], story.word(verb - 1), story.words
    if not verb or story.in_compound(verb):
        return
    if _is_plain_verb(word) and before in _PREPOSITIONS | {"on", "upon"} and _opens_phrase(story, verb):
        spelt = inflection.participle(word)[:1]
        yield Issue("inflection", story.span(verb, verb + 1), f"{before} …", "takes the form in *-ing*", spelt)
        return
    if (_is_plain_verb(word) or word in _REPLIES) and word not in _OWN_PARTICIPLES and _is_perfect(story, verb):
        right = _spelt(words, word, "participle") or inflection.past(word)[0]
        yield Issue("inflection", story.span(verb, verb + 1), f"{before} …", "takes the participle", (right,))
        return
    if word not in words.cues or not story.text[verb - 1].islower():
        return
    base, form = words.cues[word][0][1], _form(word, words)
    if before == "to" and (
        (form == "third" and _takes_infinitive(story, verb - 2)) or (form == "past" and _is_told(story, verb))
    ):
        yield Issue("inflection", story.span(verb, verb + 1), "to …", "takes the plain form", (base,))
    elif before in _PREPOSITIONS and form == "base" and _opens_phrase(story, verb):
        right = _spelt(words, base, "progressive")
        if right:
            yield Issue("inflection", story.span(verb, verb + 1), f"{before} …", "takes the form in *-ing*", (right,))
    elif before in ("and", "but") and form == "base" and word != "say" and _is_second_past(story, verb):
        span = story.span(verb, verb + 1)
        yield Issue("inflection", span, "… and …", "takes the past", (_spelt(words, base, "past"),))
    elif form == "base" and not english.can_be_noun(word) and _is_dated_single(story, verb):
        span = story.span(verb, verb + 1)
        yield Issue("inflection", span, f"{before} … on a day", "takes the past", (_spelt(words, base, "past"),))
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


def _is_second_past(story: Story, verb: int) -> bool:
    """Whether one person's verb in the past is joined to the plain form: `The pilot said he was ill and ASK to go`."""
    low, after = story.sentence_start(verb), story.word(verb + 1)
    ahead = story.lower[low : verb - 1]
    if after not in ("that", "to", "the", "a", "him", "her", "them", "reporters") or len(ahead) > _LONGEST:
        return False
    if not _GOVERNING.isdisjoint(ahead) or any(story.spoken[n] for n in range(low, verb)):
        return False
    subjects = [word for word in ahead if word in NOMINATIVE or word in story.words.persons or word in _RELATIVE]
    one = bool(subjects) and (subjects[-1] in ("he", "she") or story.words.persons.get(subjects[-1]) == "singular")
    many = any(story.words.persons.get(word) == "plural" for word in ahead)
    past = any(word in ("said", "told", "was", "had") for word in ahead)
    return one and past and not many and any(word.endswith("s") and word in _PRESENT for word in ahead) is False


def _is_dated_single(story: Story, verb: int) -> bool:
    """Whether one source is the subject and a day follows: `The hospital, which CONFIRM the breach on Monday, said`."""
    end = min(verb + _NEAR_DAY, story.sentence_end(verb))
    rest = [n for n in range(verb + 1, end) if not {",", "that", "and"} & set(story.lower[verb + 1 : n + 1])]
    if not any((story.lower[n] in CALENDAR and story.is_capital(n)) or story.lower[n] == "yesterday" for n in rest):
        return False
    head, relative = verb - 1, story.word(verb - 1)
    held = story.words.persons if relative != "which" else story.words.speakers
    if relative in ("who", "which"):
        head -= 1 + (story.word(verb - 2) == ",")
        if story.is_name(head) and story.is_capital(head):
            return relative == "who" and bool(_HONORIFICS & set(story.lower[max(head - 4, 0) : head]))
        return held.get(story.word(head)) == "singular" and story.word(head - 1) in _ONE
    first = head - 1 if story.word(head - 1) in _ONE else head - 2
    one = held.get(story.word(head)) == "singular" or story.word(head) in _HEARINGS
    opens = first in story.firsts or story.word(first - 1) == ","
    return one and opens and story.word(first) in _ONE and story.word(verb + 1) != "that"


_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "mr.", "mrs.", "ms.", "dr."})
_HEARINGS = frozenset({"court", "inquest", "tribunal", "inquiry"})
_NEAR_DAY = 9
_ONE = frozenset({"a", "an", "the", "his", "her", "its", "their", "another"})
_LONGEST = 24
_PRESENT = frozenset({"says", "is", "has", "does"})
_GOVERNING = (
    group("auxiliary") | group("helping") | {"to", "let", "make", "made", "'d", "'ll", "n't", "not", "they", "we"}
)
_GOVERNING |= {"i", "you", "who", "people", "police", "and", "or", "rather", "than", "have", "are", "were"}
_ALL = frozenset({"all", "what", "do", "does", "did"})


_OBJECTS = DETERMINERS | OBJECTS
_REPLIES = frozenset({"answer", "comment", "reply", "find"})
_NEVER = frozenset({"not", "n't", "never"})
_BETWEEN = _NEVER | {"already", "also", "since", "repeatedly", "previously", "always", "so"}


def _is_perfect(story: Story, verb: int) -> bool:
    """Whether *have* governs a plain form: `has never REPLY to`, `had FIND that`; a noun may follow it alone."""
    have, word, after = verb - 1, story.lower[verb], story.word(verb + 1)
    while story.word(have) in _BETWEEN:
        have -= 1
    if (
        story.word(have) not in ("has", "have", "had")
        or not has_frame(story, verb)
        or have <= story.sentence_start(verb)
    ):
        return False
    if word == "find":
        return after == "that"
    objects = after in _OBJECTS and _is_plain_verb(word)
    return (objects or after in ("to", "on", "that")) and not _NEVER.isdisjoint(story.lower[have:verb])


def _takes_infinitive(story: Story, at: int) -> bool:
    """Whether an infinitive hangs on a word, and no relative clause ends with *to*: `The man she spoke to says`."""
    word = story.word(at)
    return word in _WANTS_INFINITIVE or "ADJ" in english.parts_of_speech(word) or story.word(at - 1) in ("is", "are")


def _is_told(story: Story, verb: int) -> bool:
    """Whether a past form has a clause or a hearer behind it, and an infinitive was to stand there."""
    word, after = story.lower[verb], story.word(verb + 1)
    told = after in _CLAUSE or (word == "told" and story.is_name(verb + 1))
    return told and story.word(verb - 2) in _WANTS_INFINITIVE


_TAKES_NOTHING = frozenset({"speak", "testify"})
_WANTS_INFINITIVE = group("wants-base") | group("before-infinitive") | {"on"}


def _opens_phrase(story: Story, verb: int) -> bool:
    """Whether a clause or a hearer follows, and no relative clause may end before it: `who came before SAY`."""
    low, after = max(story.sentence_start(verb), verb - 12), story.word(verb + 1)
    if verb - 1 in story.firsts:
        return after in _CLAUSE or after == "to" or story.lower[verb] in _TAKES_NOTHING
    if story.word(verb - 1) in ("on", "upon") or not story.text[verb - 1].islower():
        return False
    if after != "that" and (after not in _CLAUSE or story.lower[verb] == "say"):
        return False
    return _RELATIVE.isdisjoint(story.lower[low:verb]) and verb - low > 1


_NOMINATIVES = {"us": "We", "him": "He", "them": "They", "me": "I"}


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


def _set_phrase(story: Story, at: int) -> Iterator[Issue]:
    """`…, ACCORD to the fire chief`; `The study FOUNDED that`: a clause follows no founding."""
    text = story.text[at]
    if story.lower[at] == "founded":
        before, behind = story.word(at - 1), story.word(at + 2)
        owned = before in NOMINATIVE | DETERMINERS or story.is_capital(at - 1)
        if story.word(at + 1) == "that" and not owned and behind not in _TIMES:
            yield Issue("inflection", story.span(at, at + 1), "… that", "takes no clause", ("found",))
    elif story.word(at + 1) == "to" and (story.word(at - 1) == "," or at in story.firsts):
        yield Issue("inflection", story.span(at, at + 1), "… to", "takes the form in *-ing*", (f"{text}ing",))


_TIMES = group("times")


def _case(story: Story, at: int) -> Iterator[Issue]:
    """`The official, WHOM asked not to be named`; `told by SHE that`."""
    word, before, after = story.lower[at], story.word(at - 1), story.word(at + 1)
    if word == "whom":
        if (after in _ASKED or after in ("has", "was", "is", "had", "were")) and before not in _BEFORE_WHOM:
            yield Issue("inflection", story.span(at, at + 1), f"… {after}", "is the subject", ("who",))
    elif before in _OBJECT_BEHIND and after in _ENDS_OBJECT and has_frame(story, at) and not story.in_compound(at):
        yield Issue("inflection", story.span(at, at + 1), f"{before} …", "is the object", (_SUBJECTS[word],))


_OBJECT_BEHIND = frozenset({"by", "to", "with", "from", "against"})
_ENDS_OBJECT = frozenset({"that", ".", ",", "on", "in", "at", "and"})
_ASKED = frozenset({"asked", "declined", "spoke", "said", "told", "refused", "wrote", "denied", "requested"})
_BEFORE_WHOM = group("prepositions-of-place") | frozenset(
    {"of", "to", "by", "with", "from", "for", "about", "on", "in", "at", "against", "and", "or"}
)


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


@lru_cache(maxsize=4096)
def _is_plain_verb(word: str) -> bool:
    """Whether a word is the plain form of a verb and nothing else."""
    if len(word) < 3 or word in _NOT_PLAIN or english.parts_of_speech(word) != {"VERB"}:
        return False
    return english.verb_lemmas(word) == {word} and not word.endswith(("ed", "ing"))


_OWN_PARTICIPLES = frozenset({"become", "come", "overcome", "outrun", "overrun", "run"})
"""Verbs whose plain form is their participle, and not their past: *had not come*."""
_NOT_PLAIN = group("unchanged-pasts") | group("helping") | {"became", "elaborate", "complete", "separate", "perfect"}


@lru_cache(maxsize=256)
def _spelt(words: Vocabulary, base: str, form: Form) -> str:
    return next((spelt for spelt, uses in words.cues.items() if (form, base) in uses), "")
