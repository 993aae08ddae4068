"""Possessives and plurals of sources that what stands beside them does not allow.

`The two BOY'S grandmother`: several owners take the apostrophe behind their *s*. `A tip from NEIGHBOUR'S led officers`:
a bare singular owns nothing, and a finite verb is not owned. `The trust SAY'S it will`: a verb takes no possessive.
`THIS figures`, `ONE ALUMNI`: a determiner of one and a plural (Quirk et al. 1985, 5.14, 5.117 and 5.123).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.agreement import is_finite_cue
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.inflection import plural, third_person
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

_MARKS = frozenset({"'s", "’s"})
_COUNTERS = group("counting") | {"three", "eleven", "twelve", "dozens"}
_KINDS = group("owners-by-kind")
_FROM = frozenset({"from", "by", "with", "to", "of", "between", "among", "for"})
_THIS = {"this": "these", "that": "those"}
_THESE = {"these": "this", "those": "that"}
_PLURAL_VERBS = frozenset({"show", "say", "suggest", "indicate", "reveal", "are", "were", "have", "do", "describe"})
_ONE = frozenset({"one", "a", "an", "each", "every", "another"})
_BEHIND_ONE = frozenset({"of", "said", "told", "says", "who", "from", "at", "has", "was", "is", "in", ",", "."})
_UNNAMED = frozenset({"unnamed", "unidentified", "anonymous", "undisclosed", "unspecified"})
_CITED = frozenset({"citing", "quoting", "to", "by", "from", "with", "told"})
_KIN = frozenset(shipped_lexicon("kin"))
_MANY_PAIRED = {"bys": ("passer", "passers-by"), "ups": ("runner", "runners-up"), "ons": ("hanger", "hangers-on")}


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    """Return the singulars of irregular plurals that are taken for singulars."""
    return dict(pair.split("=") for pair in group("plurals-taken-for-singulars"))


@lru_cache(maxsize=1)
def _uncounted() -> dict[str, str]:
    """Return what has no plural in *s*, or an irregular one, by the form with it."""
    return dict(pair.split("=") for pair in group("wrong-plurals"))


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return (
        word in _MARKS
        or word in _THIS
        or word in _THESE
        or word in _irregular()
        or word in _uncounted()
        or word in _UNNAMED
        or word in _MANY_PAIRED
        or word == "laws"
    )


def counted_owners(story: Story) -> Iterator[Issue]:
    """Yield the possessives and plurals of a story's frames that disagree with the words beside them."""
    for number, word in story.among(_matters):
        if story.spoken[number] or not _matters(word, story.words):
            continue
        if word in _MARKS and number:
            yield from _owner(story, number)
        elif word in _THIS or word in _THESE:
            yield from _determined(story, number)
        elif word in _UNNAMED:
            yield from _unnamed(story, number)
        elif word in _MANY_PAIRED or word == "laws":
            yield from _compound(story, number)
        else:
            yield from _irregular_plural(story, number)


def _owner(story: Story, mark: int) -> Iterator[Issue]:
    owner = mark - 1
    word, after = story.lower[owner], story.word(mark + 1)
    if not story.glued(owner) or story.spoken[owner]:
        return
    if word == "it":
        yield from _its_plural(story, mark)
    if _is_several(story, owner) and _owns(story, mark):
        many = plural(word)
        right = f"{many}{story.text[mark][0]}" if many.endswith("s") else f"{many}{story.text[mark]}"
        slot = f"{story.lower[owner - 1]} …"
        yield Issue("possessive", story.span(owner, mark + 1), slot, "takes the possessive of a plural", (right,))
    elif _is_bare(story, owner) and (is_finite_cue(after, story.words) or after in _FINITE):
        slot, reason = f"{story.lower[owner - 1]} … {after}", "takes a plural, no possessive"
        yield Issue("possessive", story.span(owner, mark + 1), slot, reason, (plural(word),))
    elif story.is_plain(owner) and _is_verb(word, story.words) and after in _CLAUSE and _has_subject(story, owner):
        right = third_person(word)
        yield Issue(
            "possessive", story.span(owner, mark + 1), f"… {after}", "a verb takes no possessive", (right, word)
        )
    elif story.words.documents.get(word) == "singular" and story.word(owner - 1) in DETERMINERS:
        if is_finite_cue(after, story.words) and not english.can_be_noun(after) and story.word(mark + 2) in _TOLD_BY_IT:
            reason = "takes no possessive"
            yield Issue("possessive", story.span(owner, mark + 1), f"… {after}", reason, (word, plural(word)))
    elif story.is_name(owner) and story.word(owner - 1) == "the" and _is_family(story, mark):
        right = f"{story.text[owner]}s"
        yield Issue("possessive", story.span(owner, mark + 1), "the …, who", "takes a plural, no possessive", (right,))


_TOLD_BY_IT = DETERMINERS | NOMINATIVE
_FINITE = frozenset({"led", "has", "had", "have", "was", "were", "helped", "brought", "gave", "prompted", "alerted"})
_CLAUSE = NOMINATIVE | {"that", "the", "its", "their", "no"}


def _its_plural(story: Story, mark: int) -> Iterator[Issue]:
    """`The trust admitted IT'S records were lost`: no *that* or *who* sets the plural apart."""
    noun, after = mark + 1, story.word(mark + 2)
    word, before = story.word(noun), story.word(mark - 2)
    many = word.endswith("s") and word in story.words.documents and story.is_plain(noun)
    verbal = after in _PLURAL_VERBS or after in ("had", "would", "could", "will", "from", "for")
    if many and verbal and before in story.words.clause_verbs:
        span = story.span(mark - 1, mark + 1)
        yield Issue("possessive", span, f"… its {word}", "takes no apostrophe", ("its",))


def _is_several(story: Story, owner: int) -> bool:
    """Whether a number counts a singular owner, with one adjective between at the most."""
    word, words = story.lower[owner], story.words
    if not story.is_plain(owner) or word in words.mass - words.persons.keys():
        return False
    counted = words.persons.get(word) == "singular" or words.organisations.get(word) == "singular" or word in _PEOPLE
    at = owner - 1
    if story.is_plain(at) and english.parts_of_speech(story.lower[at]) == {"ADJ"}:
        at -= 1
    return counted and story.word(at) in _COUNTERS and not story.in_compound(at)


_PEOPLE = frozenset(
    {"boy", "girl", "woman", "man", "child", "country", "neighbour", "neighbor", "family", "club", "city"}
)


def _owns(story: Story, mark: int) -> bool:
    """Whether what is owned belongs to each of several: a relative or a body, not a kind, *driver's licence*."""
    owner, at = story.lower[mark - 1], mark + 1
    word = story.word(at)
    if (
        not story.is_plain(at)
        or (owner in _KINDS and word not in _TOLD and word not in _KIN)
        or story.in_compound(at)
        or not has_frame(story, mark)
    ):
        return False
    if "ADJ" in english.parts_of_speech(word) and story.is_plain(at + 1):
        word = story.word(at + 1)
    if story.word(mark - 2) in ("both", "these", "those") or story.word(mark - 3) in ("the", "his", "her", "their"):
        return english.can_be_noun(word)
    return word in _KIN or word in story.words.documents or word in story.words.speakers


_TOLD = frozenset({"statements", "statement", "testimonies", "testimony", "accounts", "remarks"})


def _is_bare(story: Story, owner: int) -> bool:
    word = story.lower[owner]
    known = story.words.persons.get(word) == "singular" and word not in _KIN
    return known and story.is_plain(owner) and story.word(owner - 1) in _FROM


def _is_verb(word: str, words: Vocabulary) -> bool:
    base = {form for form, _ in words.cues.get(word, ())} == {"base"}
    return base and (word == "say" or not english.can_be_noun(word))


def _has_subject(story: Story, verb: int) -> bool:
    before = story.word(verb - 1)
    return before in story.words.speakers or story.is_name(verb - 1) or before in ("he", "she", "it", "who")


def _is_family(story: Story, mark: int) -> bool:
    who = mark + 2 if story.word(mark + 1) == "," else mark + 1
    many = story.word(who + 1) in ("have", "were", "are") or story.word(who + 1).endswith("ed")
    return story.word(who) == "who" and many and not story.lower[mark - 1].endswith("s")


def _determined(story: Story, first: int) -> Iterator[Issue]:
    """`THIS figures, drawn from the accounts, show`; `THOSE document show`."""
    noun, after, word = first + 1, story.word(first + 2), story.lower[first]
    if first not in story.firsts or not story.is_plain(noun):
        return
    number = story.words.documents.get(story.lower[noun])
    if story.lower[noun] in story.words.mass or not has_frame(story, first):
        return
    slot = f"{word} …"
    if word in _THIS and (number == "plural" or story.lower[noun] == "figures") and _is_of_many(story, noun):
        right = _THIS[word].capitalize()
        yield Issue("agreement", story.span(first, noun), f"… {story.lower[noun]}", "takes the plural", (right,))
    elif word in _THESE and number == "singular" and (after in _PLURAL_VERBS or after in ("shows", "says", "suggests")):
        yield Issue("agreement", story.span(noun, noun + 1), slot, "takes the plural", (plural(story.lower[noun]),))


def _is_of_many(story: Story, noun: int) -> bool:
    """Whether the plural verb stands behind a plural, or behind an aside that a participle opens."""
    if story.word(noun + 1) in _PLURAL_VERBS:
        return True
    end = min(noun + 14, story.sentence_end(noun) - 1)
    close = next((n for n in range(noun + 2, end) if story.text[n] == ","), 0)
    return story.word(noun + 1) == "," and bool(close) and story.word(close + 1) in _PLURAL_VERBS


def _unnamed(story: Story, adjective: int) -> Iterator[Issue]:
    """`Citing unnamed OFFICIAL in both capitals`."""
    noun = adjective + 1 + (story.word(adjective + 1) in _KINDS_OF_OFFICIALS)
    word, after = story.word(noun), story.word(noun + 1)
    held = story.words.persons.get(word) == "singular" or word == "source"
    if held and story.is_plain(noun) and story.word(adjective - 1) in _CITED and after in _BEHIND_UNNAMED:
        slot = f"{story.lower[adjective]} …"
        reason = f"takes the plural; “{word}” is singular"
        yield Issue("agreement", story.span(noun, noun + 1), slot, reason, (plural(word),))


_KINDS_OF_OFFICIALS = group("kinds-of-officials")
_BEHIND_UNNAMED = frozenset({"in", "with", "who", "familiar", "close", "at", "from", ",", ".", "as", "said", "briefed"})


def _compound(story: Story, last: int) -> Iterator[Issue]:
    """`two passer-BYS`, `both brother-in-LAWS`."""
    if last < 2 or story.text[last - 1] != "-":
        return
    if story.lower[last] in _MANY_PAIRED:
        first, right = _MANY_PAIRED[story.lower[last]]
        if story.lower[last - 2] == first:
            yield _plural_issue(story, last - 2, last, right)
    elif last >= 4 and story.lower[last - 2] == "in" and story.lower[last - 4] in _KIN:
        yield _plural_issue(story, last - 4, last, f"{plural(story.lower[last - 4])}-in-law")


def _plural_issue(story: Story, first: int, last: int, right: str) -> Issue:
    right = right.capitalize() if story.is_capital(first) else right
    return Issue("agreement", story.span(first, last + 1), "several", "has its plural within", (right,))


def _irregular_plural(story: Story, at: int) -> Iterator[Issue]:
    """`One ALUMNI of the school`, `INFORMATIONS received`."""
    word, before = story.lower[at], story.word(at - 1)
    if not (story.is_plain(at) or (at in story.firsts and story.text[at][1:].islower())) or not has_frame(story, at):
        return
    if word in _irregular():
        if before in _ONE and story.word(at + 1) in _BEHIND_ONE:
            right = _irregular()[word]
            yield Issue("agreement", story.span(at, at + 1), f"{before} …", "takes the singular", (right,))
    elif word in _uncounted() and before not in DETERMINERS - {
        "the",
        "some",
        "any",
        "no",
        "his",
        "her",
        "its",
        "their",
    }:
        right = _uncounted()[word]
        right = right.capitalize() if story.is_capital(at) else right
        yield Issue("agreement", story.span(at, at + 1), "a noun", f"“{word}” is no plural", (right,))
