"""Slots at the end of a noun phrase that is read forwards: behind *according to*, *told* and an inverted *said*."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.noun_signs import LINKS, after, aside_of, usable
from attribution_lint.checks.phrases.noun_slot import ASKED, LONGEST_ASIDE, PARTED, TIMED, NounKind, NounSlot
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS, SINGULAR_SIGNS, is_clause, read_phrase
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Story

_POSTNOMINAL = group("postnominal")
_RELATIVES = group("reduced-relatives")
_KIND_BEFORE: dict[str, NounKind] = dict.fromkeys(_POSTNOMINAL | TIMED | group("of-people"), "source")
_KIND_BEFORE |= dict.fromkeys(ASKED, "source")
"""What stands behind a noun and says nothing of its kind; a participle else is one of documents."""
_TIMES = group("times")
_LONGEST_LINK = 9
"""How many words behind a noun its complement ends: the curator of ceramics at the museum."""


def forward_slots(story: Story, first: int, kind: NounKind, name: str, signs: tuple[str, ...]) -> Iterator[NounSlot]:
    """`according to a new HEAD`, `told the HEAD`: the last word of the noun phrase that starts at `first`."""
    phrase = read_phrase(story, first)
    if phrase is None or not phrase.content:
        return
    end = phrase.end
    while end > first and _tells_time(story, end - 1):
        end -= 1  # a statement late last night
    content = [number for number in phrase.content if number < end]
    if not content or content[-1] != end - 1 or story.is_capital(end - 1):
        return
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


def inverted_slots(story: Story, verb: int) -> Iterator[NounSlot]:
    """`"…," said a HEAD of the village`."""
    before = "QUOTE" if story.word(verb - 1) in QUOTE_MARKS else "COMMA" if story.word(verb - 1) == "," else ""
    if before == "COMMA" and is_clause(story, verb + 1):
        return  # "the mason, who had seen it, said the wall was sound"
    if before and (story.word(verb + 1) in DETERMINERS or story.word(verb + 1) in PLURAL_SIGNS):
        yield from forward_slots(story, verb + 1, "speaker", "said …", (f"inverted:{before}",))


def _aside_after(story: Story, head: int) -> str:
    """Return what an aside behind a noun and its complement tells of it; nothing if there is none."""
    high = story.sentence_end(head)
    if story.word(head + 1) == "who":
        return "WHO"
    opens = next((n for n in range(head + 1, min(head + _LONGEST_LINK, high)) if story.text[n] == ","), None)
    if opens is None or (opens > head + 1 and story.lower[head + 1] not in LINKS) or opens + 1 >= high:
        return ""
    close = next((n for n in range(opens + 1, min(opens + LONGEST_ASIDE, high)) if story.text[n] in (",", ".")), None)
    return aside_of(story, opens + 1, close) if close is not None else ""


def _tells_time(story: Story, at: int) -> bool:
    """Whether a word tells when, behind the noun that it follows: *late*, *last July*, *Tuesday night*."""
    word, before = story.lower[at], story.word(at - 1)
    dated = before in CALENDAR or before in TIMED or before in ("this", "next")
    return word in TIMED or (word in CALENDAR and story.is_capital(at)) or (word in _TIMES and dated)


def _follows_noun(word: str) -> bool:
    """Whether a word stands behind the noun that it describes: a participle, *present*, *late*."""
    if word in PARTED or word in _POSTNOMINAL or word in _RELATIVES or word in TIMED:
        return True
    return word.endswith(("ed", "wn")) and "NOUN" not in english.parts_of_speech(word)
