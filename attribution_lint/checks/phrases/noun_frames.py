"""A noun in a frame that one of few fills: *a quest for comment*, *the conquest heard*, *in a sworn disposition*.

So few nouns fit that little likeness to one of them is enough, whatever the word is elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.noun_evidence import broad
from attribution_lint.checks.phrases.noun_signs import Place, fits
from attribution_lint.checks.phrases.similar import is_close, is_slip, similarity
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

_LEAST, _LOOSE = 0.6, 0.45
_REACH = 10
_KINDS = frozenset({"DET", "NAME", "NUM", "START", "SPEAKER", "DAY"})
_FILLED_BY_KIND = _KINDS | {"DOC", "DEMONYM"}
_HAVE = frozenset({"has", "have", "had"})
_COMMON = frozenset(
    "a an and as at by for from had has have he her his in it of on said she that the they to , .".split()
)


class Frame(Struct, frozen=True):
    """The words before and after a slot, nearest last and first, the nouns it takes, and those it may take besides."""

    before: tuple[Place, ...]
    nouns: tuple[str, ...]
    after: tuple[Place, ...]
    others: frozenset[str]
    flags: frozenset[str]
    then: frozenset[str]


class _Indexed(Struct, frozen=True):
    """A frame, how far from its slot the place is that tells most, and how far that of the next one; its words."""

    frame: Frame
    offset: int
    next_offset: int
    next_place: Place | None  # None where all others may hold any word of a kind


@cache
def _frames() -> dict[str, list[str]]:
    """Return the lines of frames, yet to be read, by the words of the place in each that tells most."""
    found: dict[str, list[str]] = {}
    for line in sorted(shipped_lexicon("phrase-noun-frames")):  # the first that fits tells
        before, _, after, *_ = line.split("/")
        for word in min([*before.split(), *after.split()], key=_vagueness).split("|"):
            found.setdefault(word, []).append(line)
    return found


@cache
def _vagueness(words: str) -> tuple[bool, int, int]:
    """Return how little a place tells: whether it takes any word of a kind, its common words, all its words."""
    place = frozenset(words.split("|"))
    return not place.isdisjoint(_KINDS), len(place & _COMMON), len(place)


@cache
def _indexed(line: str) -> _Indexed:
    """Return the frame of a line with the places by which it is looked for."""
    before, nouns, after, *more = (part.split() for part in line.split("/"))
    rest = more[0] if more else []
    frame = Frame(
        tuple(frozenset(place.split("|")) for place in before),
        tuple(nouns),
        tuple(frozenset(place.split("|")) for place in after),
        frozenset(word for word in rest if word.isalpha() and word.islower()),
        frozenset(word for word in rest if word.isupper()),
        frozenset(word[1:] for word in rest if word[0] == "+"),
    )
    places = [(n - len(before), words) for n, words in enumerate(before)]
    places += [(n + 1, words) for n, words in enumerate(after)]
    offset = min(places, key=lambda place: _vagueness(place[1]))[0]
    worded = ((number, words) for number, words in places if _FILLED_BY_KIND.isdisjoint(words.split("|")))
    telling = sorted(worded, key=lambda place: _vagueness(place[1]))
    number, words = next((place for place in telling if place[0] != offset), (0, ""))
    return _Indexed(frame, offset, number, frozenset(words.split("|")) if words else None)


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _frames()


def wrong_fillers(story: Story) -> Iterator[Issue]:
    """Yield the nouns in a story's narrow frames that the frames do not take."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        for each in map(_indexed, _frames().get(word, ())):
            slot = number - each.offset
            if each.next_place is not None and story.word(slot + each.next_offset) not in each.next_place:
                continue
            issue = _checked(story, slot, each.frame)
            if issue is not None:
                yield issue
                break


def _checked(story: Story, slot: int, frame: Frame) -> Issue | None:
    low, high = story.sentence_start(slot) if 0 <= slot < len(story) else 0, len(story)
    opens = any("START" in place for place in frame.before)
    first = slot - len(frame.before) + opens
    if not low <= first <= slot < high or slot + len(frame.after) >= high or not _is_ordinary(story, slot, opens):
        return None
    if opens and (slot not in story.firsts or story.recurs(story.text[slot])):
        return None
    before = frame.before[opens:]
    if not all(fits(story, first + n, place) for n, place in enumerate(before)):
        return None
    if not all(fits(story, slot + 1 + n, place) for n, place in enumerate(frame.after)):
        return None
    if "CUE" in frame.flags and not _is_spoken(story, slot + len(frame.after)):
        return None
    if frame.then and frame.then.isdisjoint(story.lower[slot : min(slot + _REACH, story.sentence_end(slot))]):
        return None
    return _judged(story, slot, frame)


def _is_of_a_cue(story: Story, slot: int) -> bool:
    """Whether somebody stands beside a verb of saying or an auxiliary: `union LAWYERS told`, `told PORTERS that`."""
    before, after = story.word(slot - 1), story.word(slot + 1)
    speaks = before == "told" or after in story.words.frequent_cues or after in _HAVE
    return speaks and story.lower[slot] in story.words.persons


def _is_ordinary(story: Story, slot: int, opens: bool) -> bool:
    word = story.lower[slot]
    if word in story.words.function or len(word) < 3 or story.in_compound(slot):
        return False
    return story.is_plain(slot) or (opens and story.text[slot].istitle() and not story.spoken[slot])


def _is_spoken(story: Story, slot: int) -> bool:
    end = min(slot + _REACH, story.sentence_end(slot))
    return any(story.lower[n] in story.words.frequent_cues for n in range(slot + 1, end))


def _judged(story: Story, slot: int, frame: Frame) -> Issue | None:
    word = story.lower[slot]
    own = english.lemmas(word) | {word}
    if word in frame.nouns or own & frame.others or own & set(frame.nouns):
        return None
    verbal = "VERB" in frame.flags
    if not (english.is_word(word) if verbal or "ANY" in frame.flags else english.can_be_noun(word)) or (
        verbal and "CUES" not in frame.flags and own & story.words.cues.keys()
    ):
        return None
    if not verbal and "PERSON" not in frame.flags and own & broad("person"):
        return None
    alike = [(similarity(word, noun), noun) for noun in frame.nouns]
    found = [
        noun for score, noun in sorted(alike, reverse=True) if score >= (_LOOSE if "LOOSE" in frame.flags else _LEAST)
    ]
    if not found or ("NEAR" in frame.flags and not is_slip(word, found[0])):
        return None
    if "ANY" not in frame.flags and _is_of_a_cue(story, slot) and not is_close(word, found[0]):
        return None
    text = story.text[slot]
    right = tuple(noun.capitalize() if text.istitle() else noun for noun in found[:3])
    words = [story.text[slot - 1] if frame.before and slot else "", "…", story.word(slot + 1) if frame.after else ""]
    reason = f"takes “{frame.nouns[0]}” or the like; “{text}” is none"
    return Issue(
        "cue-verb" if verbal else "source-noun",
        story.span(slot, slot + 1),
        " ".join(filter(None, words)),
        reason,
        right,
    )
