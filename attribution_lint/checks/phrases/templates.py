"""Set phrases of attribution, matched word by word with one word damaged.

The phrase decides: where all its words but one stand as they must, the odd one is wrong if it is near the right
one, if it is another word of grammar, if it doubles its neighbour, or if a word of grammar is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, product

from msgspec import Struct

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.similar import NEAR, closest, distance, is_certain, similarity
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Defect, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_LEAST_ANCHOR = 5
_LONG = 4  # words of a phrase that stand as they must, from which no other company of the odd one counts
_APART = 2
_ANCHORS = 2
_NEAR_BY = 5
_WEAK = group("weak")


class Place(Struct, frozen=True):
    """One place of a phrase: the words that it takes, the usual one first, and whether the phrase needs it."""

    forms: tuple[str, ...]
    needed: bool


Places = tuple[Place, ...]


class Damage(Struct, frozen=True):
    """What is wrong: the words `first` up to `last` should read one of `right`."""

    defect: Defect
    first: int
    last: int
    right: tuple[str, ...]


@lru_cache(maxsize=4)
def index(frames: frozenset[str]) -> dict[str, list[str]]:
    """Return the phrases, as written, by the words of their two most telling places: one stands where one is damaged.

    The longer the usual word of a place is, the more it tells; what a phrase can miss tells nothing.
    """
    found: dict[str, list[str]] = {}
    for frame in frames:
        parts = sorted((part for part in frame.split() if part[0] != "["), key=_usual_length, reverse=True)
        for part in parts[:_ANCHORS]:
            least = _LEAST_ANCHOR - ("!" in part)
            for form in part.replace("!", "").split("|"):
                if len(form) >= least and form not in _WEAK:
                    found.setdefault(form, []).append(frame)
    return {form: sorted(phrases) for form, phrases in found.items()}


def _usual_length(part: str) -> int:
    usual = part.partition("|")[0]
    return len(usual) - usual.endswith("!")


@lru_cache(maxsize=4096)
def _readings(frame: str, word: str) -> tuple[tuple[Places, int], ...]:
    """Return what a phrase may read, with and without what it can miss, and where a telling word stands in each."""
    choices: list[tuple[Place | None, ...]] = []
    for part in frame.split():
        place = _place(part)
        choices.append((None, place) if part.startswith("[") else (place,))
    telling = [_place(part) for part in frame.split() if not part.startswith("[")]
    found: list[tuple[Places, int]] = []
    for choice in product(*choices):
        places = tuple(place for place in choice if place is not None)
        found += [(places, at) for at, place in enumerate(places) if word in place.forms and place in telling]
    return tuple(found)


@lru_cache(maxsize=4096)
def _place(part: str) -> Place:
    return Place(tuple(part.strip("[]").replace("!", "").split("|")), "!" in part)


@lru_cache(maxsize=2048)
def _words_of(frame: str) -> tuple[frozenset[str], int]:
    """Return all words of a phrase, and how many of them stand near the telling one whatever place is damaged."""
    parts = frame.split()
    words = {form for part in parts for form in part.strip("[]").replace("!", "").split("|")}
    return frozenset(words), 1 + (sum(part[0] != "[" for part in parts) > _LONG)


def _is_near(frame: str, around: set[str]) -> bool:
    words, least = _words_of(frame)
    return len(words & around) >= least


def _may_stand(story: Story, number: int, places: Places, at: int) -> bool:
    """Whether a neighbour of a telling word stands as the phrase has it: one does, but for the odd one at an end."""
    if at and story.word(number - 1) in places[at - 1].forms:
        return True
    last = len(places) - 1
    if at < last and story.word(number + 1) in places[at + 1].forms:
        return True
    return at in (0, last)


@interest
def _tells(word: str, words: Vocabulary) -> bool:
    return word in index(words.frames)


def damaged_phrases(story: Story) -> Iterator[Issue]:
    """Yield the damaged set phrases of a story."""
    table = index(story.words.frames)
    sound_until = -1
    seen: set[tuple[int, int]] = set()
    for number, word in story.among(_tells):
        if story.spoken[number]:
            continue
        damages: list[tuple[int, Damage, Places]] = []
        whole = 0
        around = {*story.lower[max(number - _NEAR_BY, 0) : number], *story.lower[number + 1 : number + 1 + _NEAR_BY]}
        frames = [frame for frame in table.get(word, ()) if _is_near(frame, around)]
        for places, at in chain.from_iterable(_readings(frame, word) for frame in frames):
            if not _may_stand(story, number, places, at):
                continue
            length, damage = _align(story, places, number, at)
            if length and damage is None:
                whole = max(whole, number - at + length)
            elif damage is not None:
                damages.append((length, damage, places))
        sound_until = max(sound_until, whole)
        for _, damage, places in sorted(damages, key=lambda item: -item[0]):
            if damage.last <= sound_until or (damage.first, damage.last) in seen:
                continue
            seen.add((damage.first, damage.last))
            if _is_asked_for(story, damage.first) or _is_one_of_many(story, damage):
                continue
            yield _issue(story, damage, places)
            break


def _issue(story: Story, damage: Damage, places: Places) -> Issue:
    phrase = " ".join(place.forms[0] for place in places)
    return Issue(
        damage.defect,
        story.span(damage.first, damage.last),
        phrase,
        f"“{damage.right[0].split()[1]}” is missing"
        if damage.defect == "lost-word"
        else f"“{story.slice(damage.first, damage.last)}” does not belong in it",
        damage.right,
        certain=len(damage.right) == 1
        or (damage.defect == "misspelling" and is_certain(story.lower[damage.first], damage.right)),
    )


def _align(story: Story, places: Places, number: int, at: int) -> tuple[int, Damage | None]:
    """Match the phrase with its word `at` on the word `number`: (matched words, damage); (0, None) for no match."""
    left = right = 0
    while left < at and story.word(number - left - 1) in places[at - left - 1].forms:
        left += 1
    while right < len(places) - at - 1 and story.word(number + right + 1) in places[at + right + 1].forms:
        right += 1
    matched = left + right + 1
    if matched == len(places):
        return matched, None
    if left == at:
        damage = _repair(story, places, at + right + 1, number + right + 1, 1)
    elif right == len(places) - at - 1:
        damage = _repair(story, places, at - left - 1, number - left - 1, -1)
    else:
        return 0, None
    if damage is None or any(story.spoken[n] for n in range(damage.first, min(damage.last, len(story)))):
        return 0, None
    return matched, damage


def _repair(story: Story, places: Places, place: int, number: int, step: int) -> Damage | None:
    """Return what is wrong at the one odd word, if the rest of the phrase stands."""
    if not 0 <= number < len(story):
        return None
    forms, needed = places[place].forms, places[place].needed
    word = story.lower[number]
    ahead = places[place + step :] if step > 0 else places[:place][::-1]

    def stands(rest: Places, at: int) -> bool:
        return all(story.word(at + step * k) in other.forms for k, other in enumerate(rest))

    kept = len(places) - 1
    if story.lower[number] in story.words.function and story.in_compound(number):
        return None  # "a spokesman for for-profit hospitals"
    if kept >= 2 and stands(ahead, number + step) and story.is_plain(number):
        return _substitution(story, places[place], number, kept, place in (0, kept), place == kept)
    if (
        ahead
        and needed
        and ahead[0].needed
        and word in ahead[0].forms
        and story.word(number + step) in forms
        and stands(ahead[1:], number + 2 * step)
    ):
        first, last = sorted((number, number + step))
        return Damage("swapped-words", first, last + 1, (f"{story.lower[last]} {story.lower[first]}",))
    if ahead and stands(places[place : place + 1] + ahead, number + step) and story.is_plain(number):
        return _insertion(story, places, number)
    if ahead and stands(ahead, number) and kept >= 2 and needed and forms[0] in _SMALL:
        first = number + 1 if step < 0 else number
        here, there = story.text[first - 1], story.text[first]
        beside = places[place - 1].forms[0]
        if place and beside in story.words.function and beside != here.lower():
            return None
        if first > 1 and forms[0] == "in" and _is_inverted(story, first):
            return None
        if forms[0] == "in" and _has_own_verb(story, first):
            return None  # "He said a statement in the Gazette was false"
        if forms[0] in _ARTICLES and story.text[story.sentence_end(number) - 1].isalnum():
            return None  # a headline, which ends in no mark and needs no article
        return Damage("lost-word", first - 1, first + 1, (f"{here} {forms[0]} {there}",))
    return None


def _substitution(story: Story, place: Place, number: int, kept: int, edge: bool, last: bool) -> Damage | None:
    word, function, forms = story.lower[number], story.words.function, place.forms
    if word == "to" and english.can_be_verb(story.word(number + 1)):  # "a request to interview her"
        return None
    if word in _OPENING_ARTICLES and forms[0] not in _ARTICLES:  # another phrase begins: "issued a day later"
        return None
    same = kept >= _LONG and bool(english.lemmas(word) & english.lemmas(forms[0]))
    if last and len(forms[0]) < _LEAST_ANCHOR and _is_refused(story, number):
        return None
    if story.word(number - 1) == "to" and word in _ACTS:
        return None  # "declined to compete on Saturday"
    if word not in function and not same and _is_usual(word, story.word(number + 1), forms[0]):
        no_verb = story.word(number - 1) == "to" and "VERB" not in english.parts_of_speech(word)
        if not (no_verb and place.needed and forms[0] in _SAY_NOTHING):  # "declined to commitment for"
            return None
    if word in _CLAUSAL and edge and not last and story.word(number - 1) not in story.words.frequent_cues:
        return None  # a clause of its own: "the following is a statement"
    if word in function and forms[0] in function:
        if word not in _SMALL and similarity(word, forms[0]) < NEAR:
            return None
        if place.needed and kept >= 2 and not {word, forms[0]} <= _ARTICLES:
            return Damage("function-word", number, number + 1, forms[:2])
        return None
    if word in function:
        near = closest(word, forms, forms[:1], least=0.7) if place.needed else []
        return Damage("phrase-word", number, number + 1, tuple(form for form, _ in near[:3])) if near else None
    vocabulary = story.words
    if edge and not place.needed and (word in vocabulary.clause_verbs or word in vocabulary.sources):
        return None
    documents = word in vocabulary.documents and forms[0] in vocabulary.documents
    if documents and not english.lemmas(word) & english.lemmas(forms[0]):
        return None  # "a note sent to clients", as well as a notice
    if word in vocabulary.persons and (forms[0] in vocabulary.persons or story.word(number - 2) in _BY_SOMEBODY):
        return None  # "said through an interpreter that"
    if edge and (word in vocabulary.persons or (last and _modifies(story, number))):
        return None
    long = place.needed and len(word) > 7 and len(forms[0]) > 7
    near = closest(word, forms, forms[:1], NEAR - 0.06 if long else NEAR)
    if word.endswith("ed") and english.can_be_verb(word):  # any participle stands in a passive
        near = [found for found in near if distance(word, found[0]) <= _APART]
    if edge and not place.needed:
        near = [found for found in near if distance(word, found[0]) == 1]
    right = tuple(form for form, _ in near[:3])
    if not near:
        return None
    if not english.is_word(word):
        return Damage("misspelling", number, number + 1, right)
    if forms[0] in function:
        return Damage("function-word", number, number + 1, right) if place.needed else None
    if english.lemmas(word) & english.lemmas(right[0]):
        usual = place.needed and right[0] in forms[:2]
        return Damage("inflection", number, number + 1, right) if usual else None
    if right[0] in story.words.frequent_cues:
        return Damage("cue-verb", number, number + 1, right)
    source = right[0] in story.words.sources and right[0] not in _SAY_NOTHING
    return Damage("source-noun" if source else "phrase-word", number, number + 1, right)


def _is_inverted(story: Story, first: int) -> bool:
    """Whether a document is the subject behind its cue: `“…,” said a letter`, `The shop, said a letter from it,`."""
    before = story.text[first - 2]
    return before in QUOTE_MARKS or (before == "," and story.word(first + 2) in _MADE_BY)


def _is_refused(story: Story, verb: int) -> bool:
    """Whether anything else than to say something was refused: `refused to PAY`, but not `declined to DAY whether`."""
    asks = story.word(verb + 1) in _ASKING
    return story.word(verb - 1) == "to" and english.can_be_verb(story.lower[verb]) and not asks


_ASKING = frozenset({"how", "if", "more", "much", "what", "when", "where", "whether", "which", "who", "why"})
_ACTS = group("acts-declined")
_SAY_NOTHING = frozenset({"comment", "say", "discuss", "elaborate"})


def _is_usual(word: str, after: str, right: str) -> bool:
    """Whether the word stands before the next one about as often as the word of the phrase does: *relied on*."""
    together = english.togetherness(word, after)
    return together > 0 and together > english.togetherness(right, after) - 1


def _modifies(story: Story, number: int) -> bool:
    """Whether the word stands as a noun before another noun."""
    after = number + 1
    if not english.can_be_noun(story.lower[number]) or not story.is_plain(after):
        return False
    word = story.lower[after]
    return word not in story.words.function and not english.can_be_verb(word) and english.can_be_noun(word)


_BY_SOMEBODY = frozenset({"through", "via", "by", "with", "to"})
_CLAUSAL = frozenset({"are", "is", "that", "was", "were"})
_MADE_BY = frozenset({"from", "by", "issued", "released", "posted", "read"})
_ARTICLES = group("articles")
_OPENING_ARTICLES = frozenset({"a", "an", "the"})


def _insertion(story: Story, places: Places, number: int) -> Damage | None:
    word = story.lower[number]
    neighbours = (story.word(number - 1), story.word(number + 1))
    if word in neighbours:
        first = number - 1 if word == neighbours[0] else number
        return Damage("doubled-word", first, first + 2, (story.text[first],))
    if word in _OPENING_ARTICLES and neighbours[1] in story.words.occasions:
        return None  # "requests for an interview"
    if word in story.words.function and any(n in story.words.function for n in neighbours):
        if len(places) < 3 or word not in _SMALL:
            return None
        keep = [story.text[n] for n in (number - 1, number + 1)]
        return Damage("function-word", number - 1, number + 2, (" ".join(keep),))
    return None


_SMALL = group("small")


def _is_one_of_many(story: Story, damage: Damage) -> bool:
    """Whether a noun needs no article as it is told which of many it is: `in statement after statement`."""
    return damage.defect == "lost-word" and story.word(damage.last) in ("after", "number", "no")


def _is_asked_for(story: Story, first: int) -> bool:
    """Whether *request* is a verb there, which takes its object without *for*: `will request comment`."""
    verb = first - 1 if story.word(first - 1) == "request" else first
    return story.word(verb) == "request" and story.word(verb - 1) in _BEFORE_PLAIN


def _has_own_verb(story: Story, first: int) -> bool:
    """Whether a finite verb follows within the clause, so that the noun phrase that starts at a word is its subject."""
    for number in range(first, min(first + _LONGEST_SUBJECT, story.sentence_end(first))):
        if story.lower[number] in _FINITE:
            return True
        if story.text[number] in (",", ";") or story.lower[number] in ("that", "which", "who"):
            return False
    return False


_FINITE = group("finite")
_BEFORE_PLAIN = frozenset(
    {"to", "will", "would", "can", "could", "may", "might", "must", "should", "not", "n't", "shall"}
)
_LONGEST_SUBJECT = 9
