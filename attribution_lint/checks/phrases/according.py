"""The grammar of *according to*, and a frame said twice."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import grammar_issue, noun_follows
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import is_past
from attribution_lint.checks.phrases.slots import read_phrase
from attribution_lint.checks.phrases.story import Issue, Story

_PREPOSITIONS = group("prepositions")
OBJECTS = frozenset(["him", "them", "us", "me"])

_FINITE = group("finite")
_GRANTING = frozenset({"is", "are", "was", "were", "be", "by", "of", "from", "without", "after", "before", "not"})
"""What stands before the verb, *by according the poet a funeral*, and seldom before the frame."""
_GRANTED = group("granted-to-somebody")
_INSTRUMENTS = group("granting-instruments")
_LONGEST_OBJECTS = 9
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_DATA = group("data")
_COUNTABLE = (group("countable-occasions") | group("reports") | {"report", "study", "survey"}) - {"testimony"}
_AFTER_DOCUMENT = frozenset({"by", "from", "released", "published", "seen", "obtained", "filed", "issued", "in"})


def bad_according(story: Story, number: int) -> Iterator[Issue]:
    after = story.word(number + 1)
    capital = story.text[number]
    if story.word(number - 1) == "to" and after != "to":
        right = f"{capital} to"
        yield grammar_issue(
            story, "swapped-words", number - 1, number + 1, "according to", "the words are swapped", right
        )
    elif after == "to":
        yield from _said_twice(story, number)
        yield from _bare_document(story, number)
        yield from _it_is(story, number)
        yield from _with_a_cue(story, number)
        if story.word(number + 2) == "to":
            yield grammar_issue(
                story, "doubled-word", number + 1, number + 3, "according to", "“to” stands twice", "to"
            )
        elif story.word(number + 2) == "according" and story.word(number + 3) == "to":
            yield grammar_issue(
                story, "doubled-word", number, number + 4, "according to", "it stands twice", f"{capital} to"
            )
        elif story.word(number + 2) in ("of", "by", "from", "in", "at", "with", "for", "on", "as") and noun_follows(
            story, number + 3
        ):
            right = f"to {story.text[number + 3]}"
            yield grammar_issue(
                story, "function-word", number + 1, number + 4, "according to", "takes no second preposition", right
            )
    elif after == "as" and _opens_clause(story, number + 2):
        return  # "rises or falls according as the harvest is good"
    elif after in _PREPOSITIONS:
        right = "to the" if after == "the's" else "to"
        yield grammar_issue(
            story, "function-word", number + 1, number + 2, "according to", f"“{after}” does not belong in it", right
        )
    elif story.word(number - 1) in _GRANTING or _grants(story, number):
        return
    elif after == "as" or (_takes_to(story, number + 1) and after not in OBJECTS and after not in ("her", "it")):
        right = f"{capital} to {story.text[number + 1]}"
        if story.word(number + 2) == "to":
            reason = "two words are swapped"
            yield grammar_issue(story, "swapped-words", number, number + 3, "according to", reason, right)
            return
        yield grammar_issue(story, "lost-word", number, number + 2, "according to", "“to” is missing", right)


def _takes_to(story: Story, at: int) -> bool:
    """Whether a noun or what describes one stands behind the frame: nothing else could but its preposition."""
    word = story.word(at)
    if noun_follows(story, at) or story.is_name(at):
        return True
    return story.is_plain(at) and len(word) > 3 and bool(english.parts_of_speech(word) & {"NOUN", "ADJ"})


def _opens_clause(story: Story, first: int) -> bool:
    end = min(first + 8, story.sentence_end(first))
    clause = next((number for number in range(first, end) if story.text[number] in (",", ";")), end)
    if not _FINITE.isdisjoint(story.lower[first:clause]):
        return True
    return any(is_past(story, at) and story.lower[at] not in _REDUCED for at in range(first + 1, clause))


_REDUCED = group("reduced-relatives") | _AFTER_DOCUMENT


def _grants(story: Story, number: int) -> bool:
    """Whether the verb has two objects, to whom and what: `, according tenants the right of refusal`."""
    first = story.word(number + 1)
    if story.word(number - 1) in _INSTRUMENTS:
        return True
    for at in range(number + 2, min(number + _LONGEST_OBJECTS, story.sentence_end(number))):
        if story.text[at] == "," or story.lower[at] in _FINITE:
            break
        ends = not story.is_plain(at + 1) or story.word(at + 1) in story.words.function
        if story.lower[at] in _GRANTED and ends and story.word(at - 1) not in _DETERMINERS:
            return True
    return first.endswith("s") and story.is_plain(number + 1) and story.word(number + 2) in ("a", "an", "the", "no")


def _bare_document(story: Story, number: int) -> Iterator[Issue]:
    """`according to report by the inspectorate`, `according to figures, according to the bureau`."""
    at = number + 2
    word, after = story.word(at), story.word(at + 1)
    if not story.is_plain(at):
        return
    if (word in _COUNTABLE and after in _AFTER_DOCUMENT) or _is_one_of_many(story, at):
        right = f"{'an' if word[0] in 'aeio' else 'a'} {word}"
        slot, reason = "according to a …", "an article is missing"
        yield grammar_issue(story, "lost-word", at, at + 1, slot, reason, right)
    elif word in _DATA and after == "," and story.word(at + 2) == "according" and story.word(at + 3) == "to":
        slot, reason = "according to", "the frame stands twice"
        yield grammar_issue(story, "double-frame", at, at + 4, slot, reason, f"{word} from")


def _is_one_of_many(story: Story, at: int) -> bool:
    """Whether a document in the singular stands there, and what was done with it: `according to AUDIT presented by`."""
    word, words = story.lower[at], story.words
    counted = words.documents.get(word) == "singular" and word not in words.mass and word not in _UNCOUNTED
    return counted and word in words.frequent and is_past(story, at + 1) and story.word(at + 1).endswith("ed")


_UNCOUNTED = frozenset(
    {"plan", "schedule", "law", "policy", "custom", "legend", "script", "form", "protocol", "record"}
)


def _with_a_cue(story: Story, number: int) -> Iterator[Issue]:
    """`According to figures from the growers' board SHOW, exports rose.`"""
    end = min(number + _LONGEST_OPENER, story.sentence_end(number))
    comma = next((n for n in range(number + 4, end) if story.text[n] == ","), None)
    if number not in story.firsts or comma is None or story.lower[comma - 1] not in _SHOWS:
        return
    inside = story.lower[number + 2 : comma - 1]
    document = next((n for n, word in enumerate(inside) if word in story.words.documents or word in _DATA), None)
    if document is None or len(inside) < document + 3 or inside[document + 1] not in ("from", "by", "of"):
        return
    if _FINITE.isdisjoint(inside) and not _RELATIVES & set(inside):
        slot, reason = "according to …", f"“{story.text[comma - 1]}” does not belong in it"
        right = story.text[comma - 2]
        yield grammar_issue(story, "double-frame", comma - 2, comma, slot, reason, right)


_SHOWS = frozenset({"show", "shows", "showed", "suggest", "suggests", "indicate", "indicates", "say", "says", "said"})
_RELATIVES = frozenset({"who", "which", "that", "what", "whom", "whose", "how", "as", "he", "she", "they", "it"})
_LONGEST_OPENER = 16


def _it_is(story: Story, number: int) -> Iterator[Issue]:
    """`It is according to the curator, the mask was stolen`."""
    first = number - 2
    if first not in story.firsts or story.word(first) != "it" or story.word(first + 1) not in ("is", "was"):
        return
    end = min(number + 12, story.sentence_end(number))
    if "," in story.text[number:end]:
        slot, reason = "according to", "takes no word before it"
        yield grammar_issue(story, "function-word", first, number + 1, slot, reason, "According")


def _said_twice(story: Story, number: int) -> Iterator[Issue]:
    """`according to officials said`, `According to officials, officials said`."""
    phrase = read_phrase(story, number + 2)
    if phrase is None or phrase.end >= story.sentence_end(number):
        return
    end = phrase.end
    maker = read_phrase(story, end + 1) if story.lower[end] in ("from", "by", "of") else None
    if maker is not None and story.lower[maker.end : maker.end + 2] == ["said", "that"]:
        end = maker.end
    told = story.lower[end] == "told" and story.text[end + 1 : end + 2] == ["."]
    if (told or story.lower[end] in ("said", "says", "say")) and story.text[end - 1] != ",":
        opens = story.is_first(number)
        if story.word(end + 1) in ("he", "she", "it", "they", "the", "there") and story.word(number - 1) != ",":
            return
        source = story.slice(number + 2, end)
        if opens and story.word(end + 1) == "that":
            right = f"{source[:1].upper()}{source[1:]} {story.text[end]}"
            slot, reason = "according to … said", "the frame is said twice"
            yield grammar_issue(story, "double-frame", number, end + 1, slot, reason, right)
            return
        if story.word(end + 1) == "that" and story.word(number - 1) != ",":
            return
        yield grammar_issue(
            story,
            "double-frame",
            number,
            end + 1,
            "according to … said",
            "the frame is said twice",
            f"{story.text[number]} to {source}",
            f"{source} said",
        )
    elif story.text[end] == "," and end > number + 2:
        length = end - number - 2
        again = story.lower[end + 1 : end + 1 + length]
        if again == story.lower[number + 2 : end] and story.word(end + 1 + length) in ("said", "says", "say"):
            right = f"{story.slice(number, end + 1)}"
            yield grammar_issue(
                story, "double-frame", number, end + 2 + length, "according to … said", "the frame is said twice", right
            )
