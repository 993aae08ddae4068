"""The subject of a verb, read from where its clause opens to the verb without a gap: its head and its number.

A subject is a noun phrase, then phrases of place, shortened relative clauses (*filed in court on Friday*) and one aside
between commas. What is not wholly read is no subject, so that a verb is held to no word that it may not belong to.
The number follows Quirk et al. (1985), 10.34 to 10.42: the head decides, whatever stands between; a body, a part of
something and a coordination are held to neither number unless all of it is plural.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Story
from attribution_lint.packs import shipped_lexicon

_LINKS = group("subject-links")
_OPENERS = group("clause-openers") - {"as"} | {"said", "says"}
_SINGULAR = frozenset({"a", "an", "another", "each", "every", "this"})
_PLURAL = PLURAL_SIGNS - {"all", "some", "other", "no", "certain", "different", "both", "unnamed"}
_QUANTITIES = group("quantities")
_ASIDES = group("aside-openers")
_REDUCED = group("reduced-relatives")
_AFTER_REDUCED = frozenset({"by", "in", "at", "on", "from", "to", "with", "for", "last", "this", "late", "under"})
_INFORMED = frozenset({"close", "familiar", "privy"})
_TIMES = group("times")
_PLURAL_MASS = group("plural-mass")
_NEUTRAL = group("either-number")
_INDEFINITE, _ONE_OF_TWO = group("indefinite"), group("one-of-two")
_ADVERBS = frozenset({"later", "now", "still", "also", "then", "repeatedly", "previously"})
_LONGEST = 24
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_MARKS = frozenset({"'s", "’s", "'", "’", "-", "–", "$", "%", "&", "/", "."})


class Subject(Struct, frozen=True):
    """A subject that starts at `start`, its head noun, and its number: "singular", "plural" or "" for either."""

    start: int
    head: int
    number: str


def subject_of(story: Story, verb: int) -> Subject | None:
    """Return the subject that stands whole before the verb; None if its clause holds anything else."""
    low = story.sentence_start(verb)
    if verb - low > _LONGEST:
        low = verb - _LONGEST
    for start in _starts(story, low, verb):
        if _is_relative(story, start):
            continue
        found = _read(story, start, verb)
        if found is not None:
            return found
    return None


def _is_relative(story: Story, start: int) -> bool:
    """Whether a word is the verb of a relative clause behind a noun: `A start-up that MAKES batteries from salt has`.

    A noun that takes a clause has one behind *that*, with a subject of its own: `evidence that reports have been`.
    """
    noun = start - 2
    if noun < story.sentence_start(start) or story.word(start - 1) != "that" or not story.is_plain(start):
        return False
    word = story.lower[noun]
    held = word not in _CLAUSE_NOUNS and word not in story.words.cues and english.can_be_noun(word)
    return held and story.lower[start] not in story.words.persons and english.can_be_verb(story.lower[start])


_CLAUSE_NOUNS = group("clause-nouns")


def _starts(story: Story, low: int, verb: int) -> list[int]:
    """The places where the clause may open, the farthest first."""
    found = [low] if low == story.sentence_start(verb) else []
    if found and story.lower[low] == "as" and story.word(low + 1) in DETERMINERS:
        found.append(low + 1)  # "As the minister has said"
    for at in range(low, verb - 1):
        word, text = story.lower[at], story.text[at]
        if text in (";", ":", "—", "–", "--") or (text in QUOTE_MARKS and not _closes_words(story, at)):
            found = [at + 1]
        elif word in _OPENERS or (text == "," and at > low):
            found.append(at + 1)
    return found


def _closes_words(story: Story, mark: int) -> bool:
    """Whether a mark closes words that are quoted within a phrase, and no speech: `critics of “free” trade`."""
    closes = mark > 0 and story.glued(mark - 1) and not story.glued(mark)
    return closes and story.text[mark - 1][-1] not in ",.?!—…"


def _read(story: Story, start: int, verb: int) -> Subject | None:
    at = start
    nearest = story.lower[at] in ("neither", "either") and any(w in ("nor", "or") for w in story.lower[at:verb])
    if nearest:
        at += 1
    end = _phrase_end(story, at, verb)
    if end is None:
        return None
    first, head, joined = at, end - 1, ""
    at = end
    while at < verb:
        word, text = story.lower[at], story.text[at]
        if nearest and word in ("nor", "or"):
            end = _phrase_end(story, at + 1, verb)
            if end is None:
                return None
            first, head, at = at + 1, end - 1, end
        elif word == "and":
            end = _phrase_end(story, at + 1, verb)
            if end is None:
                return None
            joined, at = "and", end
        elif word in _LINKS or (word in _INFORMED and story.word(at + 1) in _LINKS):
            end = _phrase_end(story, at + (2 if word in _INFORMED else 1), verb)
            if end is None:
                return None
            if any(story.text[n] in _POSSESSIVE for n in range(at, end)) and story.lower[head + 1] == "of":
                joined = "of"  # "the head of the union's lawyers": whose they are is open
            at = end
        elif _is_reduced(story, at):
            at += 1
        elif _is_day(story, at) or word in ("last", "this", "late", "early"):
            at = _time_end(story, at)
        elif text == "," and _opens_aside(story, at + 1):
            close = next((n for n in range(at + 2, verb) if story.text[n] == ","), None)
            if close is None or close - at > 16 or any(story.text[n] in QUOTE_MARKS for n in range(at, close)):
                return None
            at = close + 1
        elif word in _ADVERBS and story.is_plain(head):
            at += 1
        else:
            return None
    if at != verb:
        return None
    number = _number(story, first, head)
    if (joined and number == "singular") or joined == "of":
        number = ""
    return Subject(start, head, number)


def _opens_aside(story: Story, at: int) -> bool:
    word = story.word(at)
    if story.is_capital(at) and story.word(at - 2) in story.words.persons:
        return not story.in_compound(at)  # the name of the person: "Her agent, Ana Roe,"
    return word in _ASIDES or word in _LINKS or (word.endswith("ed") and story.is_plain(at))


def _is_day(story: Story, at: int) -> bool:
    return story.word(at) in CALENDAR and story.is_capital(at)


def _is_reduced(story: Story, at: int) -> bool:
    """Whether a participle opens a shortened relative clause: *filed in court*, *obtained by the Herald*."""
    return story.lower[at] in _REDUCED and (story.word(at + 1) in _AFTER_REDUCED or _is_day(story, at + 1))


def _time_end(story: Story, at: int) -> int:
    if _is_day(story, at):
        at += 1
        return at + 1 if story.word(at).isdigit() else at
    return at + 2


def _phrase_end(story: Story, at: int, stop: int) -> int | None:
    """Return where the noun phrase that starts at a word ends; None if none does."""
    first = at
    while at < stop:
        word, text = story.lower[at], story.text[at]
        if story.spoken[at] or text in QUOTE_MARKS:
            return None
        if (
            at > first
            and word in _OPENS_ANOTHER
            and text.islower()
            and story.lower[at - 1] not in ("all", "both", "of")
        ):
            return None
        if at > first and (_is_reduced(story, at) or _is_day(story, at) or word in _INFORMED or word in _BEFORE_TIME):
            break
        if not _belongs(story, at, at == first):
            break
        at += 1
    return at if at > first and _heads(story, at - 1) else None


_OPENS_ANOTHER = frozenset({"a", "an", "the", "this", "that", "his", "her", "their", "its", "our", "my", "your"})
_BEFORE_TIME = frozenset({"last", "late"})
_PLACED_BEFORE = frozenset({"former", "own", "more", "most", "other", "first", "second", "third", "than", "senior"})


def _belongs(story: Story, at: int, opens: bool) -> bool:
    """Whether a word can stand in a noun phrase."""
    word, text = story.lower[at], story.text[at]
    if word in DETERMINERS or word in PLURAL_SIGNS or word in _PLACED_BEFORE or text[0].isdigit():
        return True
    if text in _MARKS:
        return not opens
    if story.is_capital(at):
        return text[0].isalpha() and (word not in story.words.function or not opens or _is_day(story, at))
    return story.is_plain(at) and word not in story.words.function and not _is_verb(story, at)


def _heads(story: Story, at: int) -> bool:
    """Whether the last word of a phrase can be its head."""
    word = story.lower[at]
    if (word in _ONE or word in _ONE_OF_TWO or word in _PARTS) and story.word(at + 1) == "of":
        return True
    if word == "those" and story.word(at + 1) in _INFORMED:
        return True
    return story.text[at][0].isalnum() and word not in DETERMINERS and (word not in _PLACED_BEFORE or word == "other")


def _is_verb(story: Story, at: int) -> bool:
    """Whether a word is a finite verb rather than a noun."""
    word, words = story.lower[at], story.words
    if word in words.sources:
        return False
    if word.endswith("ing"):
        return story.word(at - 1) not in DETERMINERS
    return _only_verb(word) or (word in words.frequent_cues and not english.can_be_noun(word))


@lru_cache(maxsize=8192)
def _only_verb(word: str) -> bool:
    return english.is_only_verb(word) and not word.endswith("ed")


def _number(story: Story, first: int, head: int) -> str:
    """Return the number of a noun phrase by its head and by the words that count it, if they agree."""
    words, noun = story.words, story.lower[head]
    opener = story.lower[first]
    many_a = opener == "many" and story.word(first + 1) in ("a", "an")
    counted = "singular" if opener in _SINGULAR or many_a else "plural" if opener in _PLURAL else ""
    if story.is_capital(head) and head != story.sentence_start(head):
        before = [story.lower[n] for n in range(first, head)]
        titled = any(words.persons.get(word) == "singular" or word in _HONORIFICS for word in before)
        return "singular" if titled and story.is_capital(head - 1) and noun[-1:] != "s" else ""
    if story.word(head + 1) == "of":
        if noun in _COUNTED_OF and head == first:
            return "singular" if noun in _ONE else "plural"
        if noun in _PARTS and head == first:
            behind = story.lower[head + 2 : head + 5]
            return "plural" if any(story.words.persons.get(word) == "plural" for word in behind) else ""
        if (noun == "one" and opener == "every") or (noun in _ONE_OF_TWO and opener == "the" and head == first + 1):
            return "singular"
    if noun == "those" and head == first:
        return "plural"
    if noun in _INDEFINITE and head == first:
        return "singular"
    if noun == "number" and story.word(head + 1) == "of":
        return "plural" if opener == "a" else ""
    if noun in _QUANTITIES or noun in _TIMES:
        return ""
    if noun == "people":
        return "plural" if opener in _PLURAL or head == story.sentence_start(head) else ""
    if noun == "police":
        return "plural" if head == first else ""
    own = _noun_number(story, noun)
    if not own and story.is_plain(head) and (opener in DETERMINERS or opener in PLURAL_SIGNS):
        own = _thing_number(noun)
    if own == "singular" and head == first:
        return ""  # a singular without an article is part of a name, a heading or a compound
    return own if counted in ("", own) else ""


_ONE = frozenset({"one", "each"})
_COUNTED_OF = _ONE | {"several", "many", "two", "three", "four", "five", "six", "both"}
_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "mr.", "mrs.", "ms.", "dr.", "sen.", "rep.", "gov."})


def _noun_number(story: Story, noun: str) -> str:
    words = story.words
    if noun in _NEUTRAL:
        return ""
    if noun in _PLURAL_MASS or words.persons.get(noun) == "plural":
        return "plural"
    if noun in words.mass:
        return ""
    held = words.persons.get(noun) or words.documents.get(noun) or _person_number(noun)
    if held in ("singular", "plural"):
        return "" if held == "singular" and noun in words.organisations else held
    return "plural" if words.organisations.get(noun) == "plural" else ""


@lru_cache(maxsize=8192)
def _person_number(noun: str) -> str:
    """Return "plural" for the plural of any noun that names people; a rare noun may be a name or a verb."""
    if not noun.endswith("s") or noun.endswith("ss"):
        return ""
    lemmas = english.lemmas(noun)
    return "plural" if lemmas and noun not in lemmas and lemmas <= _broad_persons() else ""


@lru_cache(maxsize=8192)
def _thing_number(noun: str) -> str:
    """Return "plural" for the plural of any noun that is no verb, no measure and no singular that ends in *s*."""
    if not noun.endswith("s") or noun.endswith(("ss", "ics")) or noun in _NEUTRAL or noun in _SINGULAR_IN_S:
        return ""
    lemmas = english.lemmas(noun)
    return "plural" if lemmas and noun not in lemmas and "NOUN" in english.parts_of_speech(noun) else ""


_PARTS = frozenset({"some", "most", "many", "all", "half"})
_SINGULAR_IN_S = group("singular-in-s") | group("measures")


@lru_cache(maxsize=1)
def _broad_persons() -> frozenset[str]:
    return frozenset(shipped_lexicon("nouns-persons"))
