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
from attribution_lint.checks.phrases.slots import clause_head, read_phrase, subject_start
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary

_PLAIN_BASES = group("plain-bases")
_NOUN_BASES = group("noun-bases")
_COUNTING = group("counting")
_SINGLE = frozenset(["a", "an", "another", "each", "every"])
_UNCOUNTED = group("uncounted")
_MANDATIVE = group("mandative")
_AUXILIARY = group("auxiliary")
_POSSESSED = group("possessed")
_WANTS_BASE = group("wants-base")


_PLURAL_MASS = group("plural-mass")
_BETWEEN = frozenset({"of", "for", "by", "from", "with", "among", "to", "at"})
_EACH = frozenset({"neither", "each", "every"})
_FEW = frozenset(
    {"part", "sort", "kind", "type", "half", "rest", "one", "number", "third", "quarter", "piece", "most", "some"}
)
_QUANTITIES = group("quantities")


_MARKS = frozenset({"'s", "'", "’s", "’"})
_OTHERS = _COUNTING | _SINGLE | _EACH | _QUANTITIES | _MARKS | {"of", "to", "told", "citing", "the", "a", "his", "her"}


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _OTHERS or word in words.cues


def bad_agreement(story: Story) -> Iterator[Issue]:
    """Yield the disagreements between sources and their cues, and the wrong forms of both."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word in story.words.cues:
            yield from _verb(story, number)
        if word in _COUNTING or word in _SINGLE or word == "of":
            yield from _counted(story, number)
        elif word in _EACH and story.word(number + 2) in ("were", "have", "are"):
            right = {"were": "was", "have": "has", "are": "is"}[story.word(number + 2)]
            if story.words.persons.get(story.word(number + 1)) == "singular":
                span = story.span(number + 2, number + 3)
                yield Issue("agreement", span, f"{word} …", "takes the singular", (right,))
        elif word in _QUANTITIES and story.word(number + 1) == "of" and word not in _FEW:
            noun = story.word(number + 2)
            held = story.words.persons.get(noun) == "singular" and noun not in story.words.mass
            adjective = story.word(number + 3) == "," and "ADJ" in english.parts_of_speech(noun)
            if held and story.is_plain(number + 2) and _ends_phrase(story, number + 3) and not adjective:
                span = story.span(number + 2, number + 3)
                yield Issue("agreement", span, f"{word} of …", "takes the plural", (plural(noun),))
        elif word in _MARKS:
            yield from _possessive(story, number)
        elif (word == "to" and story.word(number - 1) == "according") or word in ("told", "citing"):
            yield from _bare(story, number + 1)
        elif word in ("the", "a", "his", "her") and story.word(number + 2) in _POSSESSED:
            yield from _lost_apostrophe(story, number + 1)


def _verb(story: Story, number: int) -> Iterator[Issue]:
    word = story.lower[number]
    forms = {form for form, _ in story.words.cues[word]}
    base = next(base for _, base in story.words.cues[word])
    before = story.word(number - 1)
    if before in ("he", "she") and forms == {"base"} and story.is_plain(number):
        if not _governed(story, number - 1):
            yield _verb_issue(story, number, before, ("third", "past"))
    elif before in ("they", "we", "i") and "third" in forms and story.is_plain(number):
        yield _verb_issue(story, number, before, ("base", "past"))
    elif _takes_plain_form(story, number - 1):
        finite = forms <= {"past", "participle"} or forms == {"third"}
        noun = before in _AUXILIARY and story.word(number - 2) in ("the", "a")
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
        and story.word(number + 1) in ("that", "he", "she", "they")
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
    if many and forms == {"third"} and noun != "police":
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
        and (story.word(head - 2) not in _BETWEEN)
    ):
        start = head
    if start is None or story.word(start - 1) in ("and", "or", "nor"):
        return
    if any(story.lower[n] in ("and", "or", "of", "than") for n in range(start, head)):
        return
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
            return
    yield _verb_issue(story, number, noun, wanted)


def _distant(story: Story, number: int, forms: set[Form]) -> Iterator[Issue]:
    """`Figures from the bureau shows`, `Both the coach and the captain says`."""
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
            "agreement", story.span(number - 1, number), f"{noun} …", f"*{auxiliary}* does not agree with it", (right,)
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
    if word in _AUXILIARY:
        return story.text[before].islower()
    return word in ("not", "n't", "immediately") and _negated(story, before)


def _negated(story: Story, at: int) -> bool:
    while story.word(at) in ("not", "n't", "immediately", "yet"):
        at -= 1
    return story.word(at) in ("did", "does", "do", "will", "would", "could")


def _counted(story: Story, number: int) -> Iterator[Issue]:
    """`several official said`, `a officials`, `one of the official`."""
    at = number + 1
    word = story.lower[number]
    if word == "of":
        if story.word(number - 1) not in ("one", "two", "three", "several", "some", "many", "most") or story.word(
            at
        ) not in ("the", "his", "her", "their", "its"):
            return
        at += 1
    while story.is_plain(at) and story.word(at) not in story.words.sources and story.word(at) in _MODIFIERS:
        at += 1
    noun = story.word(at)
    if not story.is_plain(at) or story.in_compound(at) or noun in story.words.mass:
        return
    if not _ends_phrase(story, at + 1):
        return
    span = story.span(at, at + 1)
    if word in _SINGLE:
        if any(word == "a" and noun.startswith(vowel) for vowel in "aeiou"):
            span, wrong_article = story.span(number, at + 1), True
        else:
            wrong_article = False
        one = story.words.singulars.get(noun)
        if one and story.words.sources.get(noun) == "plural":
            if wrong_article:
                one = story.slice(number, at).replace("a", "an", 1) + " " + one
            yield Issue("agreement", span, f"{word} …", f"takes the singular; *{noun}* is plural", (one,))
    elif ("ADJ" in english.parts_of_speech(noun) and story.word(at + 1) in (",", "in", "with", "from")) or (
        word == "both" and (story.word(at + 1) == "and" or noun in story.words.cues)
    ):
        return
    elif story.words.persons.get(noun) == "singular" and (word != "of" or story.word(number + 1) != ""):
        yield Issue("agreement", span, f"{word} …", f"takes the plural; *{noun}* is singular", (plural(noun),))


_MODIFIERS = group("modifiers")
_ENDS = group("ends")


def _ends_phrase(story: Story, at: int) -> bool:
    word = story.word(at)
    return word in _ENDS or word in (".", ",", ";", "") or word in story.words.frequent_cues


def _bare(story: Story, first: int) -> Iterator[Issue]:
    """`according to official`: a person in the singular without an article."""
    phrase = read_phrase(story, first)
    if (
        phrase is None
        or phrase.wants
        or not phrase.content
        or not (story.word(first) in _MODIFIERS or story.word(first) in story.words.persons)
    ):
        return
    head = phrase.content[-1]
    noun = story.lower[head]
    if any(story.is_capital(n) or story.lower[n] in story.words.function for n in range(first, head + 1)):
        return
    if story.words.persons.get(noun) != "singular" or noun in story.words.mass or noun in story.words.organisations:
        return
    if head != phrase.end - 1 or not _ends_phrase(story, head + 1) or noun in story.words.documents:
        return
    yield Issue(
        "agreement",
        story.span(head, head + 1),
        f"{story.slice(first - 1, first)} …",
        f"takes *{plural(noun)}* or an article",
        (plural(noun), f"a {noun}"),
    )


def _possessive(story: Story, mark: int) -> Iterator[Issue]:
    """`the official's said`."""
    noun = story.word(mark - 1)
    opens = story.is_first(mark - 1) and story.text[mark - 1][1:].islower()
    if (
        not story.glued(mark - 1)
        or not (story.is_plain(mark - 1) or opens)
        or (story.text[mark] == "'" and story.glued(mark))
    ):
        return
    if noun in ("said", "told", "says", "added"):
        yield Issue("possessive", story.span(mark - 1, mark + 1), f"… {noun}", "a verb takes no possessive", (noun,))
        return
    if story.word(mark + 1) in (",", ".") and _follows_according(story, mark - 1) and noun in story.words.sources:
        yield Issue("possessive", story.span(mark - 1, mark + 1), "according to", "takes no possessive", (noun,))
        return
    if story.words.organisations.get(noun) == "singular" and story.word(mark + 1) in ("said", "told", "says"):
        yield Issue("possessive", story.span(mark - 1, mark + 1), "… said", "takes no possessive", (noun,))
        return
    if noun not in story.words.persons:
        return
    after = story.word(mark + 1)
    if after not in ("said", "told", "say", "says", "declined", "added", "who"):
        return
    one = story.words.persons[noun] == "singular"
    right = (plural(noun), noun) if one and after != "says" else (noun,)
    if one and story.word(mark - 2) in ("a", "an", "one"):
        right = (noun,)
    yield Issue(
        "possessive", story.span(mark - 1, mark + 1), f"… {after}", "takes a plural or a singular, no possessive", right
    )


def _follows_according(story: Story, noun: int) -> bool:
    at = noun - 1
    while at > noun - 4 and story.word(at) not in ("to", ",", "."):
        at -= 1
    return story.word(at) == "to" and story.word(at - 1) == "according"


def _lost_apostrophe(story: Story, number: int) -> Iterator[Issue]:
    noun = story.word(number)
    if story.words.persons.get(noun) != "plural" or not noun.endswith("s") or not story.is_plain(number):
        return
    if story.word(number + 2) not in ("said", "says", "confirmed", "declined", "told", "that", "."):
        return
    yield Issue(
        "possessive",
        story.span(number, number + 1),
        f"… {story.word(number + 1)}",
        "takes a possessive",
        (noun[:-1] + "'s", noun + "'"),
    )


def _verb_issue(story: Story, number: int, subject: str, wanted: tuple[Form, ...]) -> Issue:
    word = story.lower[number]
    base = next(base for _, base in story.words.cues[word])
    right = tuple(spelling for form in wanted for spelling in _spelt(story, base, form))
    return Issue(
        "agreement", story.span(number, number + 1), f"{subject} …", f"*{word}* does not agree with it", right[:3]
    )


def _form_issue(story: Story, number: int, base: str, reason: str) -> Issue:
    return Issue("inflection", story.span(number, number + 1), f"{story.word(number - 1)} …", reason, (base,))


def _spelt(story: Story, base: str, form: Form) -> list[str]:
    return [spelling for spelling, forms in story.words.cues.items() if (form, base) in forms][:1]
