"""Articles and small words lost from a frame or misspelt in it, and verbs of speech with a clause they do not take."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.similar import distance
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Defect, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_COUNTABLE = group("countable-occasions")
_BEFORE_OCCASION = group("before-occasion")
_THROUGH = frozenset({"in", "at", "during", "through", "via"})
_PREPOSITION = {
    "according": "to",
    "condition": "of",
    "familiar": "with",
    "spokesman": "for",
    "spokeswoman": "for",
    "spokesperson": "for",
    "declined": "to",
    "declining": "to",
    "refused": "to",
    "request": "for",
    "requests": "for",
    "available": "for",
    "respond": "to",
    "responded": "to",
    "responding": "to",
}
_OPENS_CLAUSE = frozenset({"he", "she", "they", "we", "it", "there", "his", "her", "its", "their", "the"})
_NOMINATIVE = frozenset({"he", "she", "they", "we"})
_LIKE_THAT = frozenset({"hat", "tat", "thar", "thay", "thst", "taht", "tht", "thta", "chat", "thats", "thatt", "thad"})
_NO_CLAUSE = frozenset({"spoke", "talked", "speaks", "talks"})
_FINITE = group("finite")


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return (
        word in _THROUGH
        or word in _PREPOSITION
        or word in _LIKE_THAT
        or word in _NO_CLAUSE
        or word in ("the", "told", "on", "of")
        or word in _DATA
    )


def lost_words(story: Story) -> Iterator[Issue]:
    """Yield the small words that frames have lost or misspelt."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word in _THROUGH:
            yield from _article(story, number)
            yield from _addressee(story, number)
        if word in ("on", "at", "of"):
            yield from _opening(story, number)
        elif word in _PREPOSITION:
            yield from _preposition(story, number)
            if word.startswith("spokes"):
                yield from _body(story, number)
        elif word in _LIKE_THAT or word == "the":
            yield from _conjunction(story, number)
        elif word in _NO_CLAUSE:
            yield from _spoke_that(story, number)
        elif word == "told":
            yield from _told_clause(story, number)
        elif word in _DATA:
            yield from _maker(story, number)


def _issue(story: Story, defect: Defect, first: int, last: int, slot: str, reason: str, *right: str) -> Issue:
    return Issue(defect, story.span(first, last), slot, reason, right, certain=True)


def _article(story: Story, number: int) -> Iterator[Issue]:
    """`said in statement`, `in phone interview with`."""
    at = number + 1
    while story.word(at) in _BEFORE_OCCASION and at < number + 3:
        at += 1
    if story.word(at) not in _COUNTABLE or not all(story.is_plain(n) for n in range(number + 1, at + 1)):
        return
    if story.lower[number] == "via":
        return  # means of sending take no article: "said via email"
    if story.in_compound(at) or story.word(at + 1) in ("'s", "’s", "form", "after", "rooms", "requests"):
        return
    before = number - 1
    while story.word(before) in CALENDAR or story.word(before) in ("on", "late", "last"):
        before -= 1
    if story.word(before) not in story.words.frequent_cues or story.spoken[before]:
        return
    follows = story.word(at + 1)
    if not (
        at + 1 >= len(story) or follows in _AFTER_OCCASION or story.text[at + 1] in (".", ",") or follows in CALENDAR
    ):
        return
    first = story.lower[number + 1]
    if follows in ("a", "an"):
        right = f"{follows} {first}"
        yield _issue(
            story, "swapped-words", at, at + 2, f"{story.lower[number]} {follows} …", "two words are swapped", right
        )
        return
    article = "an" if first[0] in "aeio" else "a"
    right = f"{story.text[number]} {article} {story.text[number + 1]}"
    yield _issue(
        story, "lost-word", number, number + 2, f"{story.lower[number]} {article} …", "an article is missing", right
    )


_AFTER_OCCASION = frozenset(
    {"a", "an", "with", "to", "on", "that", "released", "published", "posted", "from", "by", "at", "last"}
)


def _opening(story: Story, number: int) -> Iterator[Issue]:
    """`On a statement, the airline said`: what somebody says something in."""
    noun = number + 2
    if number not in story.firsts or story.word(number + 1) not in ("a", "an", "his", "her", "its", "their"):
        return
    if story.word(noun) in _BEFORE_OCCASION:
        noun += 1
    wrong = _WRONG_OPENING.get(story.word(noun), frozenset())
    end = min(noun + 14, story.sentence_end(number))
    comma = next((n for n in range(noun + 1, end) if story.text[n] == ","), None)
    if story.lower[number] not in wrong or comma is None:
        return
    if any(word in ("said", "says") for word in story.lower[comma : min(comma + 9, story.sentence_end(number))]):
        slot, reason = f"in a {story.lower[noun]}", f"“{story.text[number]}” does not belong in it"
        yield _issue(story, "function-word", number, number + 1, slot, reason, "In")


_WRONG_OPENING = {
    **dict.fromkeys(("statement", "letter", "email", "memo"), frozenset({"on", "at", "of"})),
    "interview": frozenset({"on", "of"}),
}


def _body(story: Story, number: int) -> Iterator[Issue]:
    """`a spokesman for company said`: one body among many, with no article."""
    body, after = number + 2, story.word(number + 3)
    if story.word(number + 1) != "for" or not story.is_plain(body) or story.in_compound(body):
        return
    ends = (
        after in story.words.frequent_cues
        or after in ("also", "has", "had")
        or story.text[body + 1 : body + 2]
        in (
            ["."],
            [","],
        )
    )
    if story.lower[body] in _ARTICLED and ends:
        right = f"the {story.text[body]}"
        slot, reason = f"{story.lower[number]} for the …", "an article is missing"
        yield _issue(story, "lost-word", body, body + 1, slot, reason, right)


_ARTICLED = group("articled-bodies")


def _addressee(story: Story, number: int) -> Iterator[Issue]:
    """`In a letter the Post, six surgeons wrote`: the name after the letter is who it was written to."""
    letter, link = number + 2, number + 3
    if not story.is_first(number) or story.word(number + 1) not in ("a", "an") or story.word(letter) not in _WRITTEN_TO:
        return
    if story.word(link) != "the":
        return
    end = story.sentence_end(number)
    comma = next((n for n in range(link + 1, min(link + 6, end)) if story.text[n] == ","), None)
    if comma is None or comma == link + 1 or not all(map(story.is_capital, range(link + 1, comma))):
        return
    follows = story.word(comma + 1)
    opens = follows in DETERMINERS or follows in _NOMINATIVE or follows in PLURAL_SIGNS or story.is_name(comma + 1)
    if not opens or "," in story.text[comma + 1 : end]:
        return
    right = f"{story.text[letter]} to the"
    yield _issue(story, "lost-word", letter, link + 1, "a letter to …", "“to” is missing", right)


_WRITTEN_TO = frozenset({"letter", "email", "e-mail", "message", "memo", "note", "submission", "complaint"})


def _preposition(story: Story, head: int) -> Iterator[Issue]:
    """`according tot he`, `familiar wiht the`: a short word that is none, a letter from the preposition."""
    word, right = story.word(head + 1), _PREPOSITION[story.lower[head]]
    if word == right or not story.is_plain(head + 1) or len(word) > 5 or word in story.words.function:
        return
    if distance(word, right) > 1 + (len(right) > 3) or (english.is_word(word) and len(word) > 3):
        return
    follows = story.word(head + 2)
    if follows in DETERMINERS or story.is_capital(head + 2) or follows in story.words.sources or follows in _BASES:
        slot = f"{story.lower[head]} {right}"
        yield _issue(story, "function-word", head + 1, head + 2, slot, f"“{word}” is no preposition", right)


_BASES = frozenset({"comment", "anonymity", "say", "discuss", "elaborate", "answer", "identify", "be", "matter"})


def _conjunction(story: Story, number: int) -> Iterator[Issue]:
    """`said hat the road`, `said the he would`."""
    before, after = story.word(number - 1), story.word(number + 1)
    if story.word(number) == "the":
        wrong = after in _NOMINATIVE and story.is_plain(number + 1) and story.is_plain(number)
    else:
        wrong = story.is_plain(number) and after in _OPENS_CLAUSE
    if wrong and before in story.words.cues and story.is_plain(number - 1):
        slot = f"{before} that"
        reason = f"“{story.text[number]}” does not belong in it"
        yield _issue(story, "function-word", number, number + 1, slot, reason, "that")


def _spoke_that(story: Story, number: int) -> Iterator[Issue]:
    """`She spoke that the road was closed`."""
    before = story.word(number - 1)
    subject = before in _NOMINATIVE or story.is_name(number - 1) or before in story.words.persons
    if story.word(number + 1) == "that" and story.word(number + 2) in _OPENS_CLAUSE and subject:
        right = "said" if story.lower[number].endswith(("ke", "ed")) else "says"
        yield _issue(story, "said-told", number, number + 1, "… that", "takes no clause", right)


def _told_clause(story: Story, number: int) -> Iterator[Issue]:
    """`She told the bridge was closed`: what cannot listen, and its own verb."""
    before = story.word(number - 1)
    if not (before in _NOMINATIVE or story.is_name(number - 1) or before in story.words.persons):
        return
    if story.word(number + 1) not in ("the", "its", "their", "his", "no") or story.text[number + 1] in QUOTE_MARKS:
        return
    noun, verb = number + 2, number + 3
    held = story.word(noun) in story.words.speakers or story.word(noun) in story.words.occasions
    if held or not story.is_plain(noun) or story.word(noun) in story.words.function or story.word(verb) not in _FINITE:
        return
    if english.parts_of_speech(story.lower[noun]) >= {"NOUN"}:
        yield _issue(story, "said-told", number, number + 1, "told", "takes a listener and has none", "said")


def _maker(story: Story, number: int) -> Iterator[Issue]:
    """`, figures the rental index show`: no verb stands between, of which the maker could be the subject."""
    opens = number == story.sentence_start(number) or story.text[number - 1] == ","
    if not opens or story.word(number + 1) not in ("the", "its"):
        return
    for at in range(number + 2, min(number + 7, story.sentence_end(number))):
        word = story.lower[at]
        if word in _SHOW and at > number + 2:
            if story.text[at + 1 : at + 2] in (["."], [","]) or story.word(at + 1) in ("that", "how"):
                right = f"{story.text[number]} from {story.text[number + 1]}"
                reason = "“from” is missing"
                yield _issue(story, "lost-word", number, number + 2, f"{word} …", reason, right)
            return
        verbal = word in story.words.clause_verbs and word not in story.words.sources
        if verbal or word.endswith("ed") or word in story.words.function or not story.text[at][0].isalpha():
            return


_DATA = group("data")
_SHOW = frozenset({"show", "showed", "suggest", "suggested", "indicate"})
