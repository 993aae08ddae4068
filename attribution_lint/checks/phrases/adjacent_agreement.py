"""The number of a source and the cue right behind it: *officials says*, *a witness who say*, *statistic say*."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.distant_agreement import is_gerund
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.inflection import plural
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, PLURAL_SIGNS, is_put_before, subject_start
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.verb_issues import verb_issue
from attribution_lint.checks.phrases.vocabulary import Form

_NOUN_BASES = group("noun-bases")
_UNCOUNTED = group("uncounted")
_MANDATIVE = group("mandative")
_QUANTITIES = group("quantities")
_PLURAL_MASS = group("plural-mass")
_BETWEEN = frozenset({"of", "for", "by", "from", "with", "among", "to", "at"})
_AFTER_NOUN = _BETWEEN | {"in", "on", "that", "about", "over"}


def beside_the_cue(story: Story, number: int, forms: set[Form]) -> Iterator[Issue]:
    """Yield what disagrees of a cue, in the forms it may be read in, and the source right before it."""
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
    if many and forms == {"third"} and (noun != "police" or story.is_first(head) or _opens_with_police(story, head)):
        wanted = ("base", "past")
    elif one and forms == {"base"}:
        wanted = ("third", "past")
    elif forms == {"base"} and noun in _BODIES and story.lower[number] not in _NOUN_BASES and not relative:
        yield from _bare_body(story, head, number)
    if not wanted:
        return
    start = subject_start(story, head)
    if (
        start is None
        and many
        and (story.word(head - 1) in (",", "—") or story.word(head - 1) in story.words.demonyms)
        and not _hangs_on(story, head - 2)
    ):
        start = head
    if (
        start is None
        or is_put_before(story, start)
        or (story.word(start - 1) in ("and", "or", "nor") and story.word(start - 2) != ",")
    ):
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
    if many and start < head and story.lower[start] in _COUNTS_ONE and noun in words.singulars:
        reason = f"takes the singular; “{noun}” is plural"
        yield Issue(
            "agreement", story.span(head, head + 1), f"{story.lower[start]} …", reason, (words.singulars[noun],)
        )
        return
    yield verb_issue(story, number, noun, wanted)


def _opens_with_police(story: Story, head: int) -> bool:
    """Whether *police* opens a clause, alone or behind the name of their place."""
    low, before = story.sentence_start(head), story.word(head - 1)
    if before in ("the", ",", "and", "but", "while", "because", "although"):
        return True
    return head - low == 1 and story.is_capital(low)


_COUNTS_ONE = frozenset({"this", "that", "each", "every", "another", "one"})


def _bare_body(story: Story, head: int, verb: int) -> Iterator[Issue]:
    """`Human rights group SAY`: a body without an article opens the sentence, and the verb asks for more of them."""
    low = story.sentence_start(head)
    inside = range(low, head + 1)
    bare = all(story.text[n][1:].islower() and story.lower[n] not in story.words.function for n in inside)
    if (
        head - low < 4
        and bare
        and all(story.is_plain(n) for n in inside if n > low)
        and not is_determined(story, low, head)
    ):
        yield lost_plural(story, head, verb)


_BODIES = group("articled-bodies") | {"group"}


def _describes_next(story: Story, number: int) -> bool:
    """Whether a plural noun follows that an adjective may belong to."""
    after = story.word(number + 1)
    return story.is_plain(number + 1) and after.endswith("s") and english.parts_of_speech(after) >= {"NOUN"}


def _may_be_noun(story: Story, verb: int) -> bool:
    """Whether a verb's form may be a noun before a preposition, or before a clause that tells what it is."""
    return english.can_be_noun(story.lower[verb]) and story.word(verb + 1) in _AFTER_NOUN


def _hangs_on(story: Story, before: int) -> bool:
    """Whether a preposition stands before the noun phrase, its article apart: `the fate of the Russian miners`."""
    counted = story.word(before) in DETERMINERS or story.word(before) in PLURAL_SIGNS
    return story.word(before - counted) in _BETWEEN


def is_determined(story: Story, start: int, head: int) -> bool:
    """Whether an article, a possessive or a name says that the noun is one; *official statistic* has lost its s."""
    return any(
        story.lower[n] in _ONE
        or story.text[n] in ("'s", "’s", "'", "’")
        or (story.is_capital(n) and n not in story.firsts)
        for n in range(start, head + 1)
    )


_ONE = frozenset(
    {
        "every",
        "another",
        "neither",
        "either",
        "a",
        "an",
        "the",
        "this",
        "that",
        "his",
        "her",
        "its",
        "their",
        "my",
        "our",
        "your",
        "one",
        "each",
    }
)


def lost_plural(story: Story, head: int, verb: int) -> Issue:
    """Return the issue of a source in the singular whose cue and lack of an article ask for the plural."""
    text = story.text[head]
    right = plural(text.lower())
    right = right.capitalize() if text[:1].isupper() else right
    reason = f"takes the plural; “{text}” is singular"
    return Issue("agreement", story.span(head, head + 1), f"… {story.lower[verb]}", reason, (right,))
