"""The number of a source that a number or an article counts: *several officials*, *a witness*, *one of the nurses*."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.inflection import plural
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.openings import PLACING
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS, read_phrase
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_COUNTING = group("counting")
_SINGLE = frozenset({"a", "an", "another", "each", "every"})
_PART = frozenset({*_COUNTING, "one", "each", "neither", "either", "none", "some", "many", "most"})
_EACH = frozenset({"neither", "each", "every"})
_FEW = frozenset(
    {"part", "sort", "kind", "type", "half", "rest", "one", "number", "third", "quarter", "piece", "most", "some"}
)
_QUANTITIES = group("quantities")
_MODIFIERS = group("modifiers")
_ENDS = group("ends")
_HOLDERS = group("document-holders")
_REDUCED = group("reduced-relatives")
_ARTICLES = frozenset({"a", "an"})
_AGES = frozenset({"under", "over", "aged", "age"})
_INFORMED = frozenset({"familiar", "close", "briefed", "with", "who"})
_SEVERAL = _COUNTING | _QUANTITIES | group("approximate")
_PRONOUNS = frozenset({"both", "these", "those"})
_PREPOSITIONS = group("prepositions")
_SINGULARS = {"were": "was", "have": "has", "are": "is"}


_COUNTERS = {"one"} | _COUNTING | _SINGLE | _EACH | _QUANTITIES | {"of", "to", "told", "citing"}


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _COUNTERS


def bad_counts(story: Story) -> Iterator[Issue]:
    """Yield the sources whose number is not that of the words that count them."""
    for number, word in story.among(_matters):
        if story.spoken[number] or (word == "a" and story.is_capital(number) and number not in story.firsts):
            continue  # what is spoken, and the letter A
        if word in _COUNTING or word in _SINGLE or word == "of":
            yield from _counted(story, number)
            if word in _COUNTING and story.word(number - 1) == "to":
                yield from _counted_document(story, number)
        elif word == "one":
            yield from _one(story, number)
        elif word in _EACH and story.word(number + 2) in _SINGULARS:
            if story.words.persons.get(story.word(number + 1)) == "singular":
                span = story.span(number + 2, number + 3)
                right = _SINGULARS[story.word(number + 2)]
                yield Issue("agreement", span, f"{word} …", "takes the singular", (right,))
        elif word in _QUANTITIES and story.word(number + 1) == "of":
            if word not in _FEW or (word == "number" and story.word(number - 1) in _ARTICLES):
                yield from _quantity(story, number)
        elif (
            (word == "to" and story.word(number - 1) == "according")
            or word in ("told", "citing")
            or (word == "to" and story.word(number - 1) in ("speaking", "spoke", "talking", "speak", "talked"))
        ):
            yield from _bare(story, number + 1)


def _quantity(story: Story, number: int) -> Iterator[Issue]:
    """`a dozen of farmer`."""
    noun = story.word(number + 2)
    held = story.words.persons.get(noun) == "singular" and noun not in story.words.mass
    adjective = story.word(number + 3) == "," and "ADJ" in english.parts_of_speech(noun)
    coordinated = "ADJ" in english.parts_of_speech(noun) and story.word(number + 3) in ("and", "or")
    if held and (coordinated or _is_attributive(story, number + 2)):
        return
    if held and story.is_plain(number + 2) and _ends_phrase(story, number + 3) and not adjective:
        span = story.span(number + 2, number + 3)
        yield Issue("agreement", span, f"{story.lower[number]} of …", "takes the plural", _plurals(noun))


def _plurals(noun: str) -> tuple[str, ...]:
    return ("people", "persons") if noun == "person" else (plural(noun),)


def _counted(story: Story, number: int) -> Iterator[Issue]:
    """`several official said`, `a officials`, `one of the official`."""
    at = number + 1
    word = story.lower[number]
    if story.word(number - 1) in _AGES or (word in _COUNTING and story.in_compound(number)):
        return  # “Children under five account for a third”, "a top-seven side"
    if word == "of":
        if story.word(number - 1) not in _PART - {"these", "those"} or story.word(at) not in (
            "the",
            "his",
            "her",
            "their",
            "its",
        ):
            return
        at = _past_owner(story, at + 1)
    while story.is_plain(at) and story.word(at) not in story.words.sources and story.word(at) in _MODIFIERS:
        at += 1
    if word in _ARTICLES and story.words.sources.get(story.word(at)) != "plural":
        at = _far_plural(story, at) or at
    if word in _COUNTING:
        if story.word(at) in story.words.function or story.word(at) in ("under", "out", "up"):
            return  # "three under study"
        at = _past_adjectives(story, at)
    noun = story.word(at)
    if word in _SINGLE and (_is_verb(story, at, alone=at == number + 1) or _is_clause_of(story, number, at)):
        return
    if word == "a" and noun == "people" and story.word(at + 1) in _INFORMED:
        span = story.span(at, at + 1)
        yield Issue("agreement", span, "a …", "takes the singular; “people” is plural", ("person",))
        return
    listed = noun in story.words.persons or noun in story.words.documents
    if not story.is_plain(at) or story.in_compound(at) or (noun in story.words.mass and not listed):
        return
    far = word in _ARTICLES and noun in story.words.singulars
    if not _ends_phrase(story, at + 1) and not (far and _follows_plural(story, at + 1)):
        return
    span = story.span(at, at + 1)
    if word in _SINGLE:
        if at == number + 1 and any(word == "a" and noun.startswith(vowel) for vowel in "aeiou"):
            span, wrong_article = story.span(number, at + 1), True
        else:
            wrong_article = False
        one = story.words.singulars.get(noun)
        if one and story.words.sources.get(noun) == "plural":
            if wrong_article:
                one = story.slice(number, at).replace("a", "an", 1) + " " + one
            yield Issue("agreement", span, f"{word} …", f"takes the singular; “{noun}” is plural", (one,))
    elif (
        _is_attributive(story, at)
        or ("ADJ" in english.parts_of_speech(noun) and story.word(at + 1) in (",", "in", "with", "from"))
        or (word == "both" and (story.word(at + 1) == "and" or noun in story.words.cues))
        or (word in _PRONOUNS and _is_said_of(story, number, at))
        or story.word(at + 1) in story.words.documents
        or story.word(at + 1) == "states"
        or not all(map(english.is_word, _plurals(noun)))
    ):
        return
    elif _is_one(story, noun, word) or (word in _COUNTING and _is_body(story, at)):
        yield Issue("agreement", span, f"{word} …", f"takes the plural; “{noun}” is singular", _plurals(noun))


def _past_owner(story: Story, at: int) -> int:
    """Return the word behind an owner with a possessive, if one stands there: `two of the club's director`."""
    for mark in range(at + 1, at + 4):
        if story.word(mark) in ("'s", "’s") or (story.word(mark) in ("'", "’") and story.glued(mark - 1)):
            return mark + 1
        if not (story.is_plain(mark) or story.is_capital(mark)) or story.lower[mark] in story.words.function:
            break
    return at


def _is_body(story: Story, at: int) -> bool:
    """Whether a number counts a body whose cue follows: `both newspaper reported`."""
    noun, after, words = story.word(at), story.word(at + 1), story.words
    counted = words.organisations.get(noun) == "singular" and noun in words.singulars.values()
    says = after in words.frequent_cues and not english.can_be_noun(after)
    return counted and says and noun not in words.mass


def _is_said_of(story: Story, number: int, noun: int) -> bool:
    """Whether what counts stands alone with a verb behind it: `these account for`, `both admitted fraud`."""
    if noun == number + 1:
        return story.word(noun + 1) in _PREPOSITIONS and english.can_be_verb(story.lower[noun])
    return any(story.lower[at] in story.words.clause_verbs for at in range(number + 1, noun))


def _is_attributive(story: Story, noun: int) -> bool:
    """Whether the noun that is counted follows later: `many academic and literary men`, `two youth, health and …`."""
    if story.is_plain(noun + 1) and story.in_compound(noun + 1):
        return True
    if story.word(noun + 1) not in ("and", "or", ","):
        return False
    for at in range(noun + 2, min(noun + 9, story.sentence_end(noun))):
        word = story.lower[at]
        if word in ("and", "or", ",") or story.text[at] == "-":
            continue
        if word in PLURAL_SIGNS and "ADJ" in english.parts_of_speech(story.lower[noun]):
            continue  # "three senior and two junior officers"
        if not story.is_plain(at) or word in story.words.function or word in PLURAL_SIGNS or word in DETERMINERS:
            return False
        if word in story.words.frequent_cues and not english.can_be_noun(word):
            return False
        if word.endswith("s") or story.words.sources.get(word) == "plural" or word in ("men", "women", "people"):
            return english.can_be_noun(word)
    return False


def _is_verb(story: Story, number: int, alone: bool) -> bool:
    """Whether what could be a plural is a verb: `one suspects that`, or not alone, `a plan results in`."""
    if "VERB" not in english.parts_of_speech(story.word(number)) or (alone and story.word(number - 1) in _ARTICLES):
        return False
    after = story.word(number + 1)
    if not alone and after in ("in", "from"):
        return "NOUN" in english.parts_of_speech(story.word(number - 1)) and story.word(number - 1) not in _MODIFIERS
    return after in _CLAUSE or (after in DETERMINERS and story.lower[number] in story.words.clause_verbs)


_CLAUSE = frozenset({"that", "whether", "how", "why", "what", "if"})


def _one(story: Story, number: int) -> Iterator[Issue]:
    """`according to one officials`."""
    noun, before = story.word(number + 1), story.word(number - 1)
    if (
        _is_verb(story, number + 1, alone=True)
        or before not in _BEFORE_ONE
        or story.words.persons.get(noun) != "plural"
        or not story.is_plain(number + 1)
    ):
        return
    one = story.words.singulars.get(noun)
    if one and noun not in story.words.mass:
        span = story.span(number + 1, number + 2)
        yield Issue("agreement", span, "one …", f"takes the singular; “{noun}” is plural", (one,))


_BEFORE_ONE = frozenset({"to", "by", "told", "citing", "quoting", "that", "but", "said", "when", "asked"})


def _counted_document(story: Story, number: int) -> Iterator[Issue]:
    """`according to several document seen by the Argus`."""
    at = _past_adjectives(story, number + 1)
    if story.word(at) not in story.words.documents and "ADJ" in english.parts_of_speech(story.word(at)):
        at += 1
    noun, after = story.word(at), story.word(at + 1)
    held = (
        story.words.documents.get(noun) == "singular"
        and noun not in story.words.mass
        and noun not in story.words.persons
    )
    if (
        held
        and story.word(number - 2) == "according"
        and story.is_plain(at)
        and (after in _MADE or after in (",", "."))
    ):
        span = story.span(at, at + 1)
        reason = f"takes the plural; “{noun}” is singular"
        yield Issue("agreement", span, f"{story.lower[number]} …", reason, _plurals(noun))


_MADE = group("made") | {"seen", "reviewed", "released", "filed"}


def _past_adjectives(story: Story, at: int) -> int:
    """Return the word behind up to two adjectives: `three independent study`."""
    for last in range(at, at + 2):
        word = story.word(last)
        titled = "ADJ" in english.parts_of_speech(word) and story.word(last + 1) in story.words.persons
        if titled and story.is_plain(last) and story.is_plain(last + 1):
            continue  # "two senior official"
        if not story.is_plain(last) or word in story.words.sources or "NOUN" in english.parts_of_speech(word):
            return last
        if "ADJ" not in english.parts_of_speech(word):
            return at
    return at + 2


def _is_clause_of(story: Story, first: int, at: int) -> bool:
    """Whether a relative clause without its pronoun opens at a plural: `a trick botanists call by another name`."""
    if at < first + 2 or story.words.sources.get(story.word(at)) != "plural":
        return False
    uses, before = story.words.clause_verbs.get(story.word(at + 1), ()), story.word(at - 1)
    noun = "NOUN" in english.parts_of_speech(before) and before not in _MODIFIERS and before not in story.words.sources
    return noun and any(form == "base" for form, _ in uses)


def _far_plural(story: Story, first: int) -> int | None:
    """Return a plural source that ends what an article opened: `a junior ministers said`, `A second reports by`."""
    words = story.words
    for at in range(first, min(first + 3, story.sentence_end(first))):
        word, before = story.word(at), story.word(at - 1)
        if not story.is_plain(at) or word in words.function or word in _SEVERAL or story.in_compound(at):
            return None
        if words.sources.get(word) == "plural" and word in words.singulars and word not in words.mass:
            verbal = word in words.cues and at > first and "ADJ" not in english.parts_of_speech(before)
            return at if not verbal and words.singulars[word] not in words.mass else None
        body = words.organisations.get(word) == "singular" and words.persons.get(story.word(at + 1)) == "plural"
        if body:
            continue
        if word not in _MODIFIERS and (word in words.sources or word in words.clause_verbs or not _describes(word)):
            return None
    return None


def _follows_plural(story: Story, at: int) -> bool:
    """Whether no noun follows that the plural could stand before: `a letters to`, `a documents released by`."""
    parted = story.word(at).endswith("ed") or story.word(at) in ("read", "seen", "sent", "written")
    return story.word(at) == "to" or (parted and story.word(at + 1) in ("by", "in", "on", "to"))


def _describes(word: str) -> bool:
    """Whether a word can stand before a noun as what kind it is of, and is no verb."""
    parts = english.parts_of_speech(word)
    return "ADJ" in parts or (parts == {"NOUN"} and not word.endswith(("s", "ing")))


def _is_one(story: Story, noun: str, word: str) -> bool:
    """Whether a noun is singular, and cannot be the first part of a compound or a mass."""
    words = story.words
    if noun in words.mass:
        return False
    return words.persons.get(noun) == "singular" or (
        word != "of" and words.documents.get(noun) == "singular" and noun in words.frequent and noun not in words.cues
    )


def _ends_phrase(story: Story, at: int) -> bool:
    word = story.word(at)
    reduced = word in _REDUCED and story.word(at + 1) in ("by", "in", "at", "on", "for", "from")
    return reduced or word in _ENDS or word in (".", ",", ";", "") or word in story.words.frequent_cues


def _is_bare_document(story: Story, first: int, head: int) -> bool:
    """Whether a document that is one of many stands behind who holds it: `according to court document`."""
    noun, words = story.lower[head], story.words
    one = words.documents.get(noun) == "singular" and noun in words.singulars.values() and noun not in words.mass
    usual = one and noun in words.frequent and story.word(first) in _HOLDERS and head > first
    return usual and _ends_phrase(story, head + 1)


_BEHIND_LISTENER = PLACING | {"that", "the", "he", "she", "they", "his", "her", "as", "outside", "following"}


def _bare(story: Story, first: int) -> Iterator[Issue]:
    """`according to official`: a person in the singular without an article."""
    if story.word(first - 1) == "told" and story.word(first) in ("reporter", "journalist", "lawmaker"):
        if story.word(first + 1) in _BEHIND_LISTENER or story.text[first + 1 : first + 2] in ([","], ["."]):
            right = (plural(story.word(first)), f"a {story.word(first)}")
            slot, reason = "told …", f"takes “{right[0]}” or an article"
            yield Issue("agreement", story.span(first, first + 1), slot, reason, right)
        return
    phrase = read_phrase(story, first)
    if (
        phrase is None
        or phrase.wants
        or not phrase.content
        or not (
            story.word(first) in _MODIFIERS or story.word(first) in story.words.persons or story.word(first) in _HOLDERS
        )
    ):
        return
    head = max((n for n in phrase.content if story.lower[n] not in _REDUCED), default=phrase.content[-1])
    noun = story.lower[head]
    if any(story.is_capital(n) or story.lower[n] in story.words.function for n in range(first, head + 1)):
        return
    if _is_bare_document(story, first, head):
        slot, reason = f"{story.slice(first - 1, first)} …", f"takes “{plural(noun)}” or an article"
        yield Issue("agreement", story.span(head, head + 1), slot, reason, (plural(noun),))
        return
    if story.words.persons.get(noun) != "singular" or noun in story.words.mass or noun in story.words.organisations:
        return
    if noun in ("man", "woman"):
        return  # mankind
    if head != phrase.end - 1 or not _ends_phrase(story, head + 1) or noun in story.words.documents:
        return
    yield Issue(
        "agreement",
        story.span(head, head + 1),
        f"{story.slice(first - 1, first)} …",
        f"takes “{_plurals(noun)[0]}” or an article",
        (_plurals(noun)[0], f"a {noun}"),
    )
