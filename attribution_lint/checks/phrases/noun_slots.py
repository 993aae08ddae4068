"""Where a story's frames ask for a noun that can say, show or know something, and what speaks for each such slot.

A slot is found by what surrounds it alone, never by the word in it: the subject of a cue, what follows *according to*,
who is told, where something was said, who speaks for whom, what was released or filed. Signs tell the frame and what
stands around it; how firmly they ask for a noun of the kind is counted from a corpus (`noun_evidence`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.noun_signs import (
    HELPING,
    LINKS,
    SAYS,
    TOLD,
    after,
    aside_of,
    opener_of,
    reach_back,
    teller,
    usable,
    verb_group,
)
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS, SINGULAR_SIGNS, is_clause, read_phrase
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

NounKind = Literal["speaker", "person", "source", "document", "occasion"]


class NounSlot(Struct, frozen=True):
    """The word `number` should be a noun of the kind; `wants` is its number if the frame tells it."""

    number: int
    kind: NounKind
    name: str
    wants: str
    signs: tuple[str, ...]


_PASSIVE = frozenset({"was", "were", "is", "are", "be", "been"})
_SKIPPED = group("later") | {"not", "n't"}
_ASKED = frozenset({"polled", "surveyed", "interviewed", "quoted"})
_POSTNOMINAL = group("postnominal")
_RELATIVES = group("reduced-relatives")
_TIMED = frozenset({"earlier", "early", "last", "late", "overnight", "shortly", "today", "yesterday"})
_KIND_BEFORE: dict[str, NounKind] = dict.fromkeys(_POSTNOMINAL | _TIMED | group("of-people"), "source")
_KIND_BEFORE |= dict.fromkeys(_ASKED, "source")
"""What stands behind a noun and says nothing of its kind; a participle else is one of documents."""
_PARTED = _ASKED | frozenset(
    {
        *("released", "published", "obtained", "seen", "filed", "reviewed", "unsealed", "conducted", "commissioned"),
        *("issued", "compiled", "tabled", "leaked", "sworn", "signed", "dated"),
    }
)
_MADE_BY = frozenset(
    {"released", "published", "conducted", "compiled", "commissioned", "issued", "obtained", "prepared"}
)
_INFORMED = {"familiar": "with", "close": "to", "briefed": "on", "privy": "to"}
_AFTER_PERSON = frozenset({"who", "for", "at", "of", "with", "in", "from", ",", "."})
_AFTER_CUE = frozenset({"that", "PRONOUN", "QUOTE", "AUDIENCE"})
_LONGEST_ASIDE = 16
_LONGEST_LINK = 9
"""How many words behind a noun its complement ends: the curator of ceramics at the museum."""
_TRIGGERS = frozenset({"according", "in", "at", "during", "by", "who", ",", "responded", *_INFORMED, *_PARTED})
_SPOKEN_IN = frozenset(
    {"said", "says", "wrote", "told", "added", "tweeted", "announced", "warned", "spoke", "testified"}
)


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _TRIGGERS or _is_finite(word, words)


def _is_finite(word: str, words: Vocabulary) -> bool:
    """Whether the word is a form of a usual cue that takes a subject."""
    return word in words.frequent_cues and any(form != "progressive" for form, _ in words.cues[word])


def noun_slots(story: Story) -> list[NounSlot]:
    """Return the slots of a story that hold an ordinary word, not to be changed."""
    return story.once(_slots_in)


def _slots_in(story: Story) -> list[NounSlot]:
    return list(_slots(story))


def _slots(story: Story) -> Iterator[NounSlot]:
    for number, word in story.among(_matters):
        if story.spoken[number] or (word != "," and story.in_compound(number)):
            continue
        if word == "according":
            if story.word(number + 1) == "to":
                yield from _forward(story, number + 2, "source", "according to", ())
        elif word in ("in", "at", "during"):
            yield from _occasion(story, number)
        elif word == "by":
            if story.word(number - 1) in _MADE_BY:
                yield from _forward(story, number + 1, "source", f"{story.word(number - 1)} by", ())
        elif word == ",":
            yield from _apposition(story, number)
        elif word == "who":
            yield from _antecedent(story, number)
        elif word == "responded":
            yield from _subject(story, number)
        elif word in _INFORMED and story.word(number + 1) == _INFORMED[word]:
            yield from _backward(story, number - 1, "person", f"… {word} {_INFORMED[word]}", (f"is:{word}",))
        if _is_finite(word, story.words):
            yield from _subject(story, number)
            if word in TOLD:
                yield from _forward(story, number + 1, "speaker", "told", (f"teller:{teller(story, number)}",))
            if word in SAYS or story.text[number - 1] in QUOTE_MARKS:
                yield from _inverted(story, number)
        priced = word == "quoted" and story.word(number + 1) == "at"
        if word in _PARTED and story.is_plain(number) and not priced:
            kind: NounKind = "person" if word in _ASKED else "document"
            yield from _backward(story, number - 1, kind, f"… {word}", (f"is:{word}", f"by:{after(story, number)}"))


_WANTS = {"A": "singular", "MANY": "plural"}


def _wants(found: str) -> str:
    return _WANTS.get(found, "plural" if found == "NONE" else "")


def _subject(story: Story, verb: int) -> Iterator[NounSlot]:
    """`The HEAD said`, `A HEAD of the council said`, `The HEAD, who …, said`."""
    at, helped = verb - 1, ""
    while story.word(at) in _SKIPPED or story.word(at) in HELPING or (story.word(at).endswith("ly") and at > verb - 3):
        if story.word(at) in _PASSIVE:
            return
        helped = "HELPED" if story.word(at) in HELPING else helped
        at -= 1
    low, aside, word = story.sentence_start(verb), "", story.lower[verb]
    if at < low or not story.is_plain(verb):
        return
    if story.text[at] == "," and at > low + 2:
        opens = [n for n in range(at - 1, max(low, at - _LONGEST_ASIDE), -1) if story.text[n] == ","]
        close = at
        if len(opens) == 2 and opens[0] == at - 2 and story.text[at - 1].isdigit():
            close = opens.pop(0)  # an age behind the name
        if len(opens) != 1:
            return
        aside = aside_of(story, opens[0] + 1, close)
        at = opens[0] - 1
    if story.lower[at] in story.words.function or not (story.text[at][0].isalpha() or story.text[at][0].isdigit()):
        return
    if story.is_capital(at) and story.is_capital(at - 1):
        yield from _title(story, at, verb)
    start, found = reach_back(story, at)
    opener, far = opener_of(story, start), ""
    for _ in range(2):
        if opener != "LINK" or start - 2 < low:
            break
        at, far = start - 2, f"FAR:{story.word(start - 1)}"
        if story.lower[at] in _INFORMED and at > low:
            at -= 1
        start, found = reach_back(story, at)
        opener = opener_of(story, start)
    if opener in ("LINK", "OTHER") or not usable(story, at):
        return
    said, follows = verb_group(word), after(story, verb)
    if word.startswith("declin") and not (follows == "to" and english.can_be_verb(story.word(verb + 2))):
        return  # what falls
    if follows == "MUCH" or (said == "cue" and follows in ("from", "by", "as", "of")):
        return  # what a thing says by itself; a participle
    if said == "cue" and follows not in _AFTER_CUE and (english.can_be_noun(word) or (far and follows != "to")):
        return
    kind: NounKind = "speaker"
    if aside in ("NAME", "PERSON", "WHO"):
        kind = "person"
    elif said == "shows":
        kind = "source" if far else "document"
    elif far and found == "A" and far[4:] in ("for", "at", "to", "with"):
        kind = "person"
    signs = (f"verb:{said}", f"after:{follows}", f"{said}:{follows}", f"opener:{opener}", f"det:{found}")
    more = (*(("ASIDE", f"ASIDE:{aside}") if aside else ()), far[:3], helped, f"{opener}:{found}", f"{said}:{opener}")
    yield NounSlot(at, kind, f"… {word}", _wants(found), ("subject", *signs, *filter(None, more)))


def _title(story: Story, last: int, verb: int) -> Iterator[NounSlot]:
    """`the HEAD Jane Doe said`: the word before the name of who speaks."""
    low, at = story.sentence_start(last), last
    while at > low and (story.is_capital(at) or story.text[at] in (".", "-", "'", "’") or story.glued(at)):
        at -= 1
    if last - at > 5 or not story.is_plain(at) or not usable(story, at) or not story.is_plain(verb):
        return
    start, found = reach_back(story, at)
    opener = opener_of(story, start)
    if opener in ("START", "COMMA", "QUOTE", "CLAUSE"):
        signs = ("title", f"title:{verb_group(story.lower[verb])}", f"title:{opener}", f"title:{found}")
        yield NounSlot(at, "speaker", f"… NAME {story.lower[verb]}", "singular", signs)


def _antecedent(story: Story, who: int) -> Iterator[NounSlot]:
    """`a HEAD who had seen it told`: who is a person, in a sentence with a cue."""
    low, high = story.sentence_start(who), story.sentence_end(who)
    if not any(story.lower[n] in _SPOKEN_IN or story.lower[n] == "according" for n in range(low, high)):
        return
    for slot in _backward(story, who - 1, "person", "… who", ("who",)):
        if not {"informed:OTHER", "informed:LINK"} & set(slot.signs) or _is_told(story, reach_back(story, who - 1)[0]):
            yield slot


def _is_told(story: Story, start: int) -> bool:
    """Whether a noun phrase stands behind *said*, *told*, *by* or *to*."""
    return story.word(start - 1) in _SPOKEN_IN | {"by", "to", "says", "tells"}


def _forward(story: Story, first: int, kind: NounKind, name: str, signs: tuple[str, ...]) -> Iterator[NounSlot]:
    """`according to a new HEAD`, `told the HEAD`: the last word of the noun phrase that starts at `first`."""
    phrase = read_phrase(story, first)
    if phrase is None or not phrase.content:
        return
    end = phrase.end
    while story.lower[end - 1] in _TIMED:
        end -= 1  # a statement late last night
    if phrase.content[-1] != end - 1 or story.is_capital(end - 1):
        return
    content = list(phrase.content)
    while len(content) > 1 and content[-2] == content[-1] - 1 and _follows_noun(story.lower[content[-1]]):
        if kind == "source":
            kind = _KIND_BEFORE.get(story.lower[content[-1]], "document")
        content.pop()
    head = content[-1]
    if not usable(story, head):
        return
    aside = _aside_after(story, head) if kind != "occasion" else ""
    if aside in ("NAME", "PERSON", "WHO"):
        kind = "person"
    elif kind == "source" and story.word(head + 1) == "by":
        kind = "document"  # who said it makes nothing *by* somebody
    elif kind == "speaker" and aside == "WHICH":
        kind = "source"
    opens = "THE" if story.word(first) == "the" else "A" if story.word(first) in SINGULAR_SIGNS else ""
    opens = opens or ("HIS" if story.word(first) in DETERMINERS else "NONE")
    follows = after(story, head)
    frame = name.partition(" ")[0] if kind != "occasion" else "occasion"
    yield NounSlot(
        head,
        kind,
        name,
        phrase.wants,
        (
            *(frame, *signs, f"{frame}:{opens}", f"{frame}:after:{follows}", f"next:{follows}"),
            *((f"ASIDE:{aside}",) if aside else ()),
        ),
    )


def _aside_after(story: Story, head: int) -> str:
    """Return what an aside behind a noun and its complement tells of it; nothing if there is none."""
    high = story.sentence_end(head)
    if story.word(head + 1) == "who":
        return "WHO"
    opens = next((n for n in range(head + 1, min(head + _LONGEST_LINK, high)) if story.text[n] == ","), None)
    if opens is None or (opens > head + 1 and story.lower[head + 1] not in LINKS) or opens + 1 >= high:
        return ""
    close = next((n for n in range(opens + 1, min(opens + _LONGEST_ASIDE, high)) if story.text[n] in (",", ".")), None)
    return aside_of(story, opens + 1, close) if close is not None else ""


def _follows_noun(word: str) -> bool:
    """Whether a word stands behind the noun that it describes: a participle, *present*, *late*."""
    if word in _PARTED or word in _POSTNOMINAL or word in _RELATIVES or word in _TIMED:
        return True
    return word.endswith(("ed", "wn")) and "NOUN" not in english.parts_of_speech(word)


def _backward(story: Story, head: int, kind: NounKind, name: str, signs: tuple[str, ...]) -> Iterator[NounSlot]:
    """`two HEADS familiar with`, `a HEAD filed in court`: the word before what tells its kind."""
    if not usable(story, head):
        return
    start, found = reach_back(story, head)
    if kind == "document" and story.word(start - 1) == "by":
        return  # "an audit by the state released": what is released is the audit
    opener = opener_of(story, start)
    frame = "informed" if kind == "person" and "familiar" not in name else "parted"
    before = story.word(start - 1) if opener in ("LINK", "CLAUSE") else ""
    extra = ("according",) if "according" in story.lower[max(start - 3, 0) : start] else ()
    yield NounSlot(
        head,
        kind,
        name,
        _wants(found),
        (frame, *signs, f"{frame}:{opener}", f"{frame}:{found}", f"{frame}:{before}", *extra),
    )


def _inverted(story: Story, verb: int) -> Iterator[NounSlot]:
    """`"…," said a HEAD of the village`."""
    before = "QUOTE" if story.text[verb - 1] in QUOTE_MARKS else "COMMA" if story.text[verb - 1] == "," else ""
    if before == "COMMA" and is_clause(story, verb + 1):
        return  # "the mason, who had seen it, said the wall was sound"
    if before and (story.word(verb + 1) in DETERMINERS or story.word(verb + 1) in PLURAL_SIGNS):
        yield from _forward(story, verb + 1, "speaker", "said …", (f"inverted:{before}",))


def _apposition(story: Story, comma: int) -> Iterator[NounSlot]:
    """`Jane Doe, a HEAD at the bank,`: a person stands beside a name in a sentence with a cue."""
    if not story.is_capital(comma - 1) or story.word(comma + 1) not in ("a", "an", "the", "his", "her", "its", "one"):
        return
    cues = story.words.frequent_cues
    low, high = max(story.sentence_start(comma), comma - 8), min(story.sentence_end(comma), comma + 20)
    said = any(story.lower[n] in cues or story.lower[n] == "according" for n in range(low, high) if not story.spoken[n])
    named = "NAMES" if story.is_capital(comma - 2) else "NAME"
    if said:
        beside = any(word in SAYS or word == "to" for word in story.lower[max(comma - 5, low) : comma])
        signs = ("apposition", f"apposition:{named}", f"apposition:{named}:{beside}")

        for slot in _forward(story, comma + 1, "person", "a person’s place", signs):
            if story.word(slot.number + 1) in _AFTER_PERSON:
                yield slot


def _occasion(story: Story, preposition: int) -> Iterator[NounSlot]:
    """`said in a HEAD`, `wrote on Monday in a HEAD to staff`, `In a HEAD, the chairman said`."""
    word, first = story.lower[preposition], preposition + 1
    if story.word(first) not in DETERMINERS:
        return
    if story.is_first(preposition):
        end = min(story.sentence_end(first), first + 14)
        comma = next((n for n in range(first, end) if story.text[n] == ","), None)
        if comma is None or not any(w in _SPOKEN_IN for w in story.lower[comma : comma + 7]):
            return
        signs: tuple[str, ...] = ("occasion:START", f"occasion:START:{word}")
    else:
        low = max(preposition - 4, story.sentence_start(preposition))
        before = [story.word(n) for n in range(low, preposition)]
        if before[-1] in story.words.frequent_cues:
            spoken = before[-1] if before[-1] in _SPOKEN_IN else "cue"
            signs = (f"occasion:{spoken}", f"occasion:{word}")
        elif any(w in _SPOKEN_IN for w in before):
            signs = ("occasion:near", f"occasion:near:{word}")
        else:
            return
    yield from _forward(story, first, "occasion", f"{word} a …", signs)
