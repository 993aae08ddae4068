"""Agreement and inflection of source and cue.

A singular body may take a plural verb as in British copy, so only persons and documents are held to number
(Quirk et al. 1985, 10.36, on collective nouns).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.inflection import plural
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, clause_head, subject_start
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary

_PLAIN_BASES = group("plain-bases")
_NOUN_BASES = group("noun-bases")
_UNCOUNTED = group("uncounted")
_MANDATIVE = group("mandative")
_AUXILIARY = group("auxiliary")
_WANTS_BASE = group("wants-base")
_QUANTITIES = group("quantities")


_PLURAL_MASS = group("plural-mass")
_BETWEEN = frozenset({"of", "for", "by", "from", "with", "among", "to", "at"})
NOT_HELD = group("prepositions-too") | group("pasts-too")
"""Verb forms that are prepositions too, or the past of another verb: *a coach like him*, *the deck where she lay*."""


def is_finite_cue(word: str, words: Vocabulary) -> bool:
    """Whether a word is held for a cue in the past or the third person, and is no base form."""
    forms = {form for form, _ in words.cues.get(word, ())}
    return word not in NOT_HELD and "base" not in forms and not forms.isdisjoint({"past", "third"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in words.cues and word not in NOT_HELD


def bad_agreement(story: Story) -> Iterator[Issue]:
    """Yield the disagreements between sources and their cues, and the wrong forms of both."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word in story.words.cues:
            yield from _verb(story, number)


def _verb(story: Story, number: int) -> Iterator[Issue]:
    word = story.lower[number]
    forms = {form for form, _ in story.words.cues[word]}
    base = next(base for _, base in story.words.cues[word])
    before = story.word(number - 1)
    alone = before == "it" and number - 1 == story.sentence_start(number)
    if (before in ("he", "she") or alone) and forms == {"base"} and story.is_plain(number):
        if not _governed(story, number - 1):
            yield _verb_issue(story, number, before, ("third", "past"))
    elif before in ("they", "we", "i") and "third" in forms and story.is_plain(number):
        yield _verb_issue(story, number, before, ("base", "past"))
    elif _takes_plain_form(story, number - 1):
        finite = forms <= {"past", "participle"} or forms == {"third"}
        noun = before in _AUXILIARY and (story.word(number - 2) in ("the", "a") or _is_name_of(story, number - 1))
        noun = noun or story.in_compound(number - 1) or _is_own_base(story, number)
        if finite and story.is_plain(number) and not noun:
            yield _form_issue(story, number, base, "takes the plain form")
    elif (
        before in ("has", "have", "had")
        and forms == {"base"}
        and base in ("say", "tell", "write", "speak", "add", "deny", "confirm")
    ):
        if base != "say" or story.word(number + 1) not in ("over", "in", "on"):
            yield _verb_issue(story, number, before, ("participle",))
    elif before == "to" and forms <= {"past", "participle", "third"} and story.word(number - 2) in _WANTS_BASE:
        yield _form_issue(story, number, base, "takes the plain form")
    elif (
        before in ("he", "she")
        and forms == {"progressive"}
        and (
            story.word(number + 1) in ("that", "he", "she", "they")
            or (story.text[number - 2] in QUOTE_MARKS and story.text[number + 1 : number + 2] in (["."], [","]))
        )
        and not _governed(story, number - 1)
    ):
        yield _verb_issue(story, number, before, ("past", "third"))
    elif before in ("have", "has", "was", "were") and "participle" in forms:
        yield from _auxiliary(story, number, before)
    elif story.is_plain(number) and base in _PLAIN_BASES:
        found = list(_noun_and_verb(story, number, forms))
        yield from found or _distant(story, number, forms)


def _noun_and_verb(story: Story, number: int, forms: set[Form]) -> Iterator[Issue]:
    head = number - 1
    relative = story.word(head) == "who"
    if relative:
        head -= 1
    noun = story.word(head)
    opens = story.is_first(head) and story.text[head][1:].islower() and not story.spoken[head]
    if not (story.is_plain(head) or opens) or noun in story.words.function:
        return
    words = story.words
    wanted: tuple[Form, ...] = ()
    held = words.persons.get(noun) or words.documents.get(noun)
    many = (
        (held == "plural" and noun not in words.mass)
        or noun in _PLURAL_MASS
        or words.organisations.get(noun) == "plural"
        or noun in ("people", "officials", "police")
    )
    one = (held == "singular" and noun not in words.organisations and noun not in words.mass) or noun in _UNCOUNTED
    if relative and noun in _QUANTITIES:
        return  # "the number who say"
    if "ADJ" in english.parts_of_speech(noun) and not relative and _may_be_noun(story, number):
        return  # "the general decline in"
    if "ADJ" in english.parts_of_speech(story.lower[number]) and _describes_next(story, number):
        return  # "the dancers form elaborate rings"
    if (
        many
        and forms == {"third"}
        and (noun != "police" or story.is_first(head) or story.word(head - 1) in ("the", ","))
    ):
        wanted = ("base", "past")
    elif one and forms == {"base"}:
        wanted = ("third", "past")
    if not wanted:
        return
    start = subject_start(story, head)
    if (
        start is None
        and many
        and (story.text[head - 1] in (",", "—") or story.lower[head - 1] in story.words.demonyms)
        and not _hangs_on(story, head - 2)
    ):
        start = head
    if start is None or (story.word(start - 1) in ("and", "or", "nor") and story.text[start - 2] != ","):
        return
    if any(story.lower[n] in ("and", "or", "of", "than") for n in range(start, head)):
        return
    if story.lower[start] in NOMINATIVE or (many and is_gerund(story, start, head)):
        return  # "He quotes reports", "Refusing interviews suggests"
    if wanted == ("third", "past"):
        base = story.lower[number]
        if story.word(start - 1) == "that" and any(
            story.lower[n] in _MANDATIVE for n in range(story.sentence_start(number), start)
        ):
            return
        if base in _NOUN_BASES and not (story.word(number + 1) == "that" or relative):
            return
        if start == head and held == "singular" and noun not in _UNCOUNTED:
            # A bare singular at the head of a sentence: *Officials say* with its s lost, or a compound.
            if opens and noun in words.persons and "NOUN" not in english.parts_of_speech(base):
                right = plural(noun).capitalize()
                span = story.span(head, head + 1)
                yield Issue("agreement", span, f"… {base}", f"takes the plural; “{noun}” is singular", (right,))
            return
    if wanted == ("third", "past") and held == "singular" and not is_determined(story, start, head):
        yield lost_plural(story, head, number)
        return
    yield _verb_issue(story, number, noun, wanted)


def _opens_predicate(story: Story, start: int) -> bool:
    """Whether a word is a verb and nothing else, so that no subject opens with it."""
    return english.parts_of_speech(story.lower[start]) == {"VERB"} and not story.lower[start].endswith("ing")


def _describes_next(story: Story, number: int) -> bool:
    """Whether a plural noun follows that an adjective may belong to."""
    after = story.word(number + 1)
    return story.is_plain(number + 1) and after.endswith("s") and english.parts_of_speech(after) >= {"NOUN"}


def is_gerund(story: Story, start: int, head: int) -> bool:
    """Whether a verb in -ing opens a phrase and has its last noun for an object: that one is no person it describes."""
    word = story.lower[start]
    if start == head or not word.endswith("ing") or not english.can_be_verb(word):
        return False
    described = "ADJ" in english.parts_of_speech(word) and start == head - 1
    return not described or story.lower[head] not in story.words.persons


def _may_be_noun(story: Story, verb: int) -> bool:
    """Whether a verb's form may be a noun before a preposition, or before a clause that tells what it is."""
    return english.can_be_noun(story.lower[verb]) and story.word(verb + 1) in _AFTER_NOUN


def _hangs_on(story: Story, before: int) -> bool:
    """Whether a preposition stands before the noun phrase, its article apart: `the fate of the Russian miners`."""
    return story.word(before - (story.word(before) in DETERMINERS)) in _BETWEEN


_AFTER_NOUN = _BETWEEN | {"in", "on", "that", "about", "over"}


def is_determined(story: Story, start: int, head: int) -> bool:
    """Whether an article, a possessive or a name says that the noun is one; *official statistic* has lost its s."""
    return any(
        story.lower[n] in _ONE
        or story.text[n] in ("'s", "’s", "'", "’")
        or (story.is_capital(n) and n not in story.firsts)
        for n in range(start, head + 1)
    )


_ONE = frozenset({"a", "an", "the", "this", "that", "his", "her", "its", "their", "my", "our", "your", "one", "each"})


def lost_plural(story: Story, head: int, verb: int) -> Issue:
    text = story.text[head]
    right = plural(text.lower())
    right = right.capitalize() if text[:1].isupper() else right
    reason = f"takes the plural; “{text}” is singular"
    return Issue("agreement", story.span(head, head + 1), f"… {story.lower[verb]}", reason, (right,))


def _distant(story: Story, number: int, forms: set[Form]) -> Iterator[Issue]:
    """`Figures from the bureau shows`, `The head of the union say`, `Both the coach and the captain says`."""
    if forms == {"base"}:
        yield from _distant_one(story, number)
    if forms != {"third"}:
        return
    low = story.sentence_start(number)
    if (
        story.word(low) == "both"
        and "and" in story.lower[low:number]
        and number - low < 9
        and "," not in story.lower[low:number]
    ):
        yield _verb_issue(story, number, "both", ("base", "past"))
        return
    found = clause_head(story, number)
    if found is None or story.word(number - 1) in story.words.function:
        return
    head = story.lower[found[1]]
    if found[1] == low and story.word(low + 1) == "of" and story.text[low + 2].isupper():
        return  # the name of a body: *Doctors of BC*
    if is_gerund(story, *found) or (found[0] != low and _opens_predicate(story, found[0])):
        return  # "Cutting wages for nurses says", ", he says, paid the men in old notes"
    plain = story.is_plain(found[1]) or found[1] == low
    many = (
        story.words.persons.get(head) == "plural"
        or story.words.documents.get(head) == "plural"
        or head in ("figures", "people")
    )
    if (
        plain
        and many
        and "and" not in story.lower[found[0] : number]
        and not any(
            story.lower[n] in story.words.cues and story.lower[n] not in story.words.sources
            for n in range(found[0], number)
        )
    ):
        yield _verb_issue(story, number, head, ("base", "past"))


def _distant_one(story: Story, number: int) -> Iterator[Issue]:
    """`A person close to the talks say`: one person or document, with an article, and no verb before."""
    found = clause_head(story, number)
    if found is None or story.word(number - 1) in story.words.function:
        return
    start, head = found
    words, noun = story.words, story.lower[head]
    one = words.persons.get(noun) == "singular" or (words.documents.get(noun) == "singular" and noun in words.frequent)
    if not one or noun in words.mass or noun in words.organisations or noun in _QUANTITIES:
        return
    between = story.lower[start:number]
    if story.lower[start] not in ("a", "an", "the", "his", "her", "another") or {"and", "or", "who"} & set(between):
        return
    if any(word in words.cues and word not in words.sources for word in between):
        return
    if story.lower[number] not in _NOUN_BASES or story.word(number + 1) == "that":
        yield _verb_issue(story, number, noun, ("third", "past"))


def _auxiliary(story: Story, number: int, auxiliary: str) -> Iterator[Issue]:
    """`The minister have said`, `the engineers was quoted`, `neither driver were asked`."""
    noun = story.word(number - 2)
    if not story.is_plain(number - 2):
        return
    start = subject_start(story, number - 2)
    if (
        start is None
        or story.word(start - 1) in ("and", "or")
        or any(w in ("and", "or", "of") for w in story.lower[start : number - 2])
    ):
        return
    held = story.words.persons.get(noun)
    one = held == "singular" and noun not in story.words.organisations and noun not in story.words.mass
    many = held == "plural" and noun not in story.words.mass
    if (one and start < number - 2 and auxiliary == "have") or (many and auxiliary in ("has", "was")):
        right = {"have": "has", "has": "have", "was": "were"}[auxiliary]
        yield Issue(
            "agreement", story.span(number - 1, number), f"{noun} …", f"“{auxiliary}” does not agree with it", (right,)
        )


def _governed(story: Story, pronoun: int) -> bool:
    """Whether an auxiliary or a verb of perception before the pronoun asks for the plain form."""
    before = story.word(pronoun - 1)
    return before in _AUXILIARY or before in (
        "let",
        "had",
        "make",
        "made",
        "lest",
        "hear",
        "heard",
        "and",
        "that",
        "is",
        "was",
        "were",
        "are",
        "n't",
        "of",
        "with",
        "without",
        "than",
        "'d",
        "if",
    )


def _takes_plain_form(story: Story, before: int) -> bool:
    """Whether the word, or the one that its *not* belongs to, is an auxiliary that takes a plain form."""
    word = story.word(before)
    if word in ("do", "does", "did") and (
        story.word(before - 1) in _AUXILIARY or story.word(before - 1) in ("not", "to")
    ):
        return False  # "could not do sums"
    if word in _AUXILIARY:
        return story.text[before].islower()
    return word in ("not", "n't", "immediately") and _negated(story, before)


def _is_name_of(story: Story, at: int) -> bool:
    """Whether *can* or *will* is a noun behind one of its kind, and that one no speaker: *a soup can*."""
    kind = story.word(at - 1)
    articled = story.word(at - 2) in ("a", "the", "his", "her", "its", "their")
    return story.lower[at] in ("can", "will") and articled and kind not in story.words.speakers


def _is_own_base(story: Story, number: int) -> bool:
    """Whether a past form is the plain form of another verb, and has an object: *would found a school*."""
    word, after = story.lower[number], story.word(number + 1)
    return word in ("bore", "found") and after not in ("that", "the", "any", "no", "it", "out") and after != ""


def _negated(story: Story, at: int) -> bool:
    while story.word(at) in ("not", "n't", "immediately", "yet"):
        at -= 1
    return story.word(at) in ("did", "does", "do", "will", "would", "could")


def _verb_issue(story: Story, number: int, subject: str, wanted: tuple[Form, ...]) -> Issue:
    word = story.lower[number]
    base = next(base for _, base in story.words.cues[word])
    if wanted[:2] == ("third", "past") and tells_past(story, number):
        wanted = ("past", "third")
    right = tuple(spelling for form in wanted for spelling in _spelt(story, base, form))
    return Issue(
        "agreement", story.span(number, number + 1), f"{subject} …", f"“{word}” does not agree with it", right[:3]
    )


def tells_past(story: Story, verb: int) -> bool:
    """Whether a day stands behind the verb, a quotation before its subject, or a past form in the clause reported."""
    after = verb + 1
    if story.word(after + (story.word(after) == "on")) in CALENDAR:
        return True
    low = story.sentence_start(verb)
    if any(story.text[n] in QUOTE_MARKS for n in range(low, verb)):
        return True
    clause = story.lower[verb : story.sentence_end(verb)]
    return not _PAST.isdisjoint(clause) and _PRESENT.isdisjoint(clause)


_PAST = frozenset({"had", "was", "were", "did", "said", "told"})
_PRESENT = frozenset({"is", "are", "has", "have", "will", "can", "does"})


def _form_issue(story: Story, number: int, base: str, reason: str) -> Issue:
    return Issue("inflection", story.span(number, number + 1), f"{story.word(number - 1)} …", reason, (base,))


def _spelt(story: Story, base: str, form: Form) -> list[str]:
    return [spelling for spelling, forms in story.words.cues.items() if (form, base) in forms][:1]
