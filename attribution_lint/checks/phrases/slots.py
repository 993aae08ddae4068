"""Reading a noun phrase forwards and a subject backwards, without a tagger."""

from __future__ import annotations

from dataclasses import dataclass

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.story import BREAKS, QUOTE_MARKS, Story

DETERMINERS = group("determiners")
PLURAL_SIGNS = group("plural-signs")
SINGULAR_SIGNS = group("singular-signs")
SPEECH = group("speech")
_LONGEST = 14
_PREMODIFIERS = group("premodifiers")


@dataclass(frozen=True, slots=True)
class NounPhrase:
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
        elif word in DETERMINERS or word in _PREMODIFIERS or text in ("$", "#", "%", "/", "&"):
            pass
        elif word in ("'s", "'", "’"):
            named = False
            content.clear()
            wants = ""
        elif text == "," or word in ("and", "or"):
            if not _coordinates(story, at):
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
        elif story.is_plain(at):
            named = False
            content.append(at)
        else:
            named = True
        at += 1
    accepted = named or any(_is_source(story, number) for number in content)
    return NounPhrase(tuple(content), accepted, wants, at)


def _coordinates(story: Story, at: int) -> bool:
    """Whether a comma or *and* joins modifiers: a demonym or an abbreviation on both sides."""
    if not (story.word(at) in ("and", "or") or (0 <= at < len(story) and story.text[at] == ",")):
        return False
    before = story.word(at - 1) if story.word(at - 1) != "," else story.word(at - 2)
    after = at + 1
    while story.word(after) in ("and", "or", "some", "other", "several"):
        after += 1
    demonyms = story.words.demonyms
    joined = before in demonyms and (story.word(after) in demonyms or story.is_capital(after))
    adjectival = before.endswith(("al", "ic", "ian", "ary", "ory")) and story.word(after).endswith(
        ("al", "ic", "ian", "ary", "ory")
    )
    return joined or (adjectival and story.is_plain(after))


def _is_source(story: Story, number: int) -> bool:
    word = story.lower[number]
    return word in story.words.sources or word in story.words.criteria or story.in_compound(number)


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
        if (word in story.words.demonyms and story.is_capital(at - 1)) or (story.is_capital(at - 1) and at - 1 > low):
            marked = True
        elif word in ("'s", "-") or (story.is_plain(at - 1) and word not in story.words.function):
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
