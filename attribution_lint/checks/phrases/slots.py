"""Reading a noun phrase forwards and a subject backwards, without a tagger."""

from __future__ import annotations

from collections.abc import Set

from msgspec import Struct

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.story import BREAKS, QUOTE_MARKS, Story

DETERMINERS = group("determiners")
PLURAL_SIGNS = group("plural-signs")
SINGULAR_SIGNS = group("singular-signs")
SPEECH = group("speech")
_LONGEST = 14
_POSTNOMINAL = group("postnominal")
_PREMODIFIERS = group("premodifiers")


class NounPhrase(Struct, frozen=True):
    """The plain words that could head a noun phrase, its number signs, and whether a name or a known noun is in it."""

    content: tuple[int, ...]
    accepted: bool
    wants: str
    end: int


def read_phrase(story: Story, first: int) -> NounPhrase | None:
    """Read the noun phrase that starts at `first`; None where there is none or it holds quoted words."""
    words = story.words
    content: list[int] = []
    wants = ""
    named = False
    at, stop = first, min(first + _LONGEST, story.sentence_end(first))
    while at < stop:
        word, text = story.lower[at], story.text[at]
        if text in QUOTE_MARKS or story.spoken[at]:
            return None
        if at > first and word in ("that", "this", "these", "those", "his", "her", "its", "their", "the", "a", "an"):
            break
        if word in PLURAL_SIGNS or (text[0].isdigit() and word != "1"):
            wants = "plural"
        elif word in SINGULAR_SIGNS:
            wants = "singular"
        elif (
            word in _PREMODIFIERS
            and content
            and "and" not in story.lower[content[-1] : at]
            and story.lower[content[-1]].endswith(("ed", "en", "ent", "dcast"))
        ):
            break
        elif word in DETERMINERS or word in _PREMODIFIERS or text in ("$", "#", "%", "/", "&"):
            pass
        elif word in ("'s", "'", "’"):
            named = False
            content.clear()
            wants = ""
        elif text == "," or word in _COORDINATORS:
            modifier = _modifier_behind(story, at) if content and content[-1] == at - 1 else None
            if modifier is not None:
                content.append(modifier)
                at = modifier
            elif not _coordinates(story, at):
                break
        elif text in ("-", "–") and story.glued(at) and at > first and story.glued(at - 1):
            if content and content[-1] == at - 1:
                content.pop()
            at += 1
            if at + 1 < stop and story.text[at + 1] != "-" and not story.is_plain(at + 1) and story.is_plain(at):
                content.append(at)
        elif text in BREAKS or word in words.function or (word in SPEECH and at > first):
            break
        elif story.is_capital(at):
            if word not in words.demonyms or (
                not story.is_plain(at + 1) and not _coordinates(story, at + 1) and not story.is_capital(at + 1)
            ):
                named = True
        elif named and word.endswith(("ed", "en", "ing")):
            break
        elif story.is_plain(at):
            named = False
            content.append(at)
        else:
            named = True
        at += 1
    return NounPhrase(tuple(content), named or _heads_source(story, content), wants, at)


def _heads_source(story: Story, content: list[int]) -> bool:
    """Whether the last noun is a source; what follows it and is no noun, a participle say, does not count."""
    for number in reversed(content):
        if _is_source(story, number):
            return True
        if story.lower[number] in _POSTNOMINAL:
            continue
        word = story.lower[number]
        if not word.endswith(("ed", "ing", "en", "ly")) and english.can_be_noun(word):
            return any(_is_source(story, n) for n in content) and not english.is_word(word)
    return False


def _coordinates(story: Story, at: int) -> bool:
    """Whether a comma or *and* joins modifiers: a demonym or an abbreviation on both sides."""
    if not (story.word(at) in ("and", "or") or (0 <= at < len(story) and story.text[at] == ",")):
        return False
    before = story.word(at - 1) if story.word(at - 1) != "," else story.word(at - 2)
    after = at + 1
    while story.word(after) in ("and", "or", "some", "other", "several", "one", "two", "three"):
        after += 1
    if before in _STANDINGS and story.word(after) in _STANDINGS:
        return True
    demonyms = story.words.demonyms
    joined = before in demonyms and (story.word(after) in demonyms or story.is_capital(after))
    adjectival = before.endswith(("al", "ic", "ian", "ary", "ory")) and story.word(after).endswith(
        ("al", "ic", "ian", "ary", "ory")
    )
    return joined or (adjectival and story.is_plain(after))


def _modifier_behind(story: Story, coordinator: int) -> int | None:
    """Return the number of an adjective that goes on a noun phrase: `provisional and as yet UNPUBLISHED figures`."""
    if "ADJ" not in english.parts_of_speech(story.word(coordinator - 1)):
        return None
    at = coordinator + 1
    while story.word(at) in _DEGREES or (story.word(at).endswith("ly") and story.is_plain(at)):
        at += 1
    if at == coordinator + 1 and story.lower[coordinator] not in _CONTRASTING:
        return None  # two bare ones may be nouns: *an official and unnamed aides*
    word = story.word(at)
    describes = word.endswith(("ed", "en")) or "ADJ" in english.parts_of_speech(word)
    return at if describes and story.is_plain(at) and story.is_plain(at + 1) else None


_CONTRASTING = frozenset({"but", "yet", "if"})
_COORDINATORS = frozenset({"and", "or"}) | _CONTRASTING
_DEGREES = frozenset({"as", "yet", "so", "far", "still", "not", "now", "once", "very", "more", "most", "long", "never"})
_STANDINGS = group("standings")
"""Words for whether one holds an office still, or how high it is: *current and former*."""


def _is_source(story: Story, number: int) -> bool:
    word = story.lower[number]
    return word in story.words.sources or word in story.words.criteria or story.in_compound(number)


def is_put_before(story: Story, start: int) -> bool:
    """Whether a phrase follows *before* as those to whom something was put: `minutes put before the INQUIRY show`."""
    return story.word(start - 1) == "before" and story.word(start - 2) in _PUT


_PUT = frozenset({"put", "laid", "brought", "placed", "tabled", "heard", "given", "filed", "called", "appeared"})


def subject_start(story: Story, head: int) -> int | None:
    """Return where the noun phrase headed by `head` starts if it stands where a subject does; else None.

    It must have a determiner, a number or a modifier of place, or open the sentence, and must not follow a
    preposition, a verb or a relative pronoun.
    """
    low = story.sentence_start(head)
    at = head
    marked = False
    while at > low:
        word, text = story.lower[at - 1], story.text[at - 1]
        if word in DETERMINERS or word in PLURAL_SIGNS:
            marked = True
            at -= 1
            break
        if word.endswith("ing") and at - 1 > low and story.lower[at - 2] in story.words.sources:
            return None  # "A union representing officers has"
        if (word in story.words.demonyms and story.is_capital(at - 1)) or (story.is_capital(at - 1) and at - 1 > low):
            marked = True
        elif word in ("'s", "-", "'", "’", "’s") or (story.is_plain(at - 1) and word not in story.words.function):
            pass
        elif not (story.is_capital(at - 1) and at - 1 == low):
            break
        at -= 1
    if head - at > 6:
        return None
    if at == low:
        return at
    before, text = story.lower[at - 1], story.text[at - 1]
    if text in QUOTE_MARKS or text in (",", "—", "–", "--", ";", ":", "("):
        return at if marked or text != "," else None
    if before in _CLAUSE_OPENERS:
        return at if marked else None
    return None


_CLAUSE_OPENERS = group("clause-openers")


_AFTER_HEAD = group("reduced-relatives") | {"close", "familiar", "involved", "briefed", "aware", "privy"}
_LINKS = frozenset({"of", "at", "for", "in", "from", "by", "with", "on", "within", "near", "inside", "to"})


def clause_head(story: Story, verb: int) -> tuple[int, int] | None:
    """Return (start, head) of a subject that opens its clause and holds a prepositional phrase before `verb`.

    Only determiners, modifiers, names and nouns may stand in it: `A survey of 900 teachers | found`.
    """
    if not 0 < verb < len(story):
        return None
    low = max(story.sentence_start(verb), verb - 12)
    start = verb
    while start > low and (_in_subject(story, start - 1)):
        start -= 1
    if (
        start != story.sentence_start(verb)
        and story.text[start - 1] not in (",", "—", "–")
        and (story.lower[start - 1] not in _CLAUSE_OPENERS)
    ):
        return None
    link = next((n for n in range(start + 1, verb) if story.lower[n] in _LINKS), None)
    if link is None or link >= verb - 1 or link == start:
        return None
    head = link - 1
    if story.lower[head] in _AFTER_HEAD and head > start and story.lower[head - 1] not in DETERMINERS:
        head -= 1
    if story.lower[start] in _LINKS or story.lower[head] in story.words.function:
        return None
    return start, head


def _in_subject(story: Story, number: int) -> bool:
    word, text = story.lower[number], story.text[number]
    if story.spoken[number] or text in QUOTE_MARKS or text in BREAKS or text == ",":
        return False
    if (
        word in _LINKS
        or word in DETERMINERS
        or word in PLURAL_SIGNS
        or text[0].isdigit()
        or text in ("-", "'s", "$", "%")
    ):
        return True
    if word in story.words.function:
        return word in ("and", "other", "more", "most", "own", "former")
    return True


NOMINATIVE = frozenset({"he", "she", "they", "it", "we", "there", "i", "you"})
_FINITE = group("finite")


def is_clause(story: Story, at: int) -> bool:
    """Whether a subject that *that* cannot belong to stands at a word, and a finite verb after it."""
    word = story.word(at)
    opens = word in NOMINATIVE or word in DETERMINERS or story.is_name(at)
    many = word.endswith("s") and not word.endswith("ss") and english.can_be_noun(word)
    if not opens and not many:
        return False
    for number in range(at + 1, min(at + 10, story.sentence_end(at))):
        if story.lower[number] in _FINITE or story.lower[number].endswith("ed"):
            return True
        if story.text[number] in (",", ";") or story.lower[number] in ("who", "which"):
            return False
    return False


def before_adverbs(story: Story, number: int, adverbs: Set[str]) -> int:
    """Return the number of the word before a word and the few adverbs ahead of it: those given, and any in -ly."""
    at = number - 1
    while at >= number - _MOST_ADVERBS and (
        story.word(at) in adverbs or (story.word(at).endswith("ly") and story.is_plain(at))
    ):
        at -= 1
    return at


_MOST_ADVERBS = 6


def before_apposition(story: Story, at: int) -> int:
    """Return the number of the person whose name a comma closes, `the CHAIR, Ines Falk,`; else `at`."""
    if not 0 <= at < len(story) or story.text[at] != ",":
        return at
    low = max(at - _LONGEST_NAME, story.sentence_start(at))
    for number in range(at - 1, low, -1):
        if story.text[number] == ",":
            noun = number - 1
            named = number < at - 1 and story.is_capital(number + 1) and story.is_plain(noun)
            return noun if named and story.lower[noun] in story.words.persons else at
        if not story.is_capital(number) and story.text[number] not in _IN_NAMES:
            return at
    return at


_LONGEST_NAME = 8
_IN_NAMES = frozenset({"-", ".", "'", "’", "de", "van", "der", "von", "bin", "al", "el", "da", "of"})
