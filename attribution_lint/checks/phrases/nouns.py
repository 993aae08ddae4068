"""A wrong noun where a source or a document must stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from attribution_lint.checks.phrases import english, inflection
from attribution_lint.checks.phrases.fillers import (
    ROLES,
    is_rejected,
    noun_issue,
    usual_documents,
    usual_persons,
    usual_speakers,
)
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.similar import FAR, NEAR, distance, is_slip, similarity
from attribution_lint.checks.phrases.slots import (
    DETERMINERS,
    PLURAL_SIGNS,
    NounPhrase,
    clause_head,
    read_phrase,
    subject_start,
)
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_SAYS = group("says")
_SHOWS = group("shows")
_DATA = group("data")
_BY = frozenset(["released", "published", "conducted", "compiled", "commissioned", "issued"])
_QUANTITIES = group("quantities")
_LATER = group("later")


_OTHERS = frozenset(
    "to for at with of from by citing quoting cited quoted in during".split(),
)


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _OTHERS or word in _SAYS or word in _SHOWS or word in _SURVEYED


def wrong_nouns(story: Story) -> Iterator[Issue]:
    """Yield the wrong nouns of a story."""
    lower = story.lower
    for number, word in story.among(_matters):
        if word == "to" and story.word(number - 1) == "according":
            yield from _according(story, number + 1)
        elif word in _SAYS:
            yield from _subject(story, number)
            if word in ("told", "tells", "tell"):
                yield from _told(story, number + 1)
        elif word in _SHOWS:
            yield from _shows(story, number)
        elif word in ("for", "at", "with", "of"):
            yield from _appositive(story, number)
            if word == "for" and lower[number - 1] in _HOLDERS:
                yield from _body(story, number + 1)
        elif word in _SURVEYED and story.opens_common(number - 1) and story.word(number + 1) in ("by", "for", "in"):
            yield from _opening_noun(story, number - 1, f"… {word}")
        elif word in ("from", "by") and (lower[number - 1] in _DATA if word == "from" else lower[number - 1] in _BY):
            yield from _maker(story, number + 1)
        elif word in ("citing", "quoting", "cited", "quoted"):
            yield from _cited(story, number + 1)
        elif word == "in" and story.is_first(number) and story.word(number + 1) in ("a", "an"):
            yield from _opening_occasion(story, number + 1)
        elif word in ("in", "at", "during") and story.word(number + 1) in ("a", "an", "the", "another"):
            yield from _occasion(story, number)


def _according(story: Story, first: int) -> Iterator[Issue]:
    phrase = read_phrase(story, first)
    if phrase is None or phrase.accepted:
        return
    for number in _heads(story, phrase):
        issue = noun_issue(
            story, number, "according to", "takes a source", story.words.likely_sources, phrase.wants, FAR - 0.06
        )
        if issue:
            yield issue
            return


def _heads(story: Story, phrase: NounPhrase) -> list[int]:
    """The possible heads, the likeliest first: the last noun that is not a participle after another noun."""
    plain = [n for n in phrase.content if story.is_plain(n) and len(story.lower[n]) > 2]
    late = [n for k, n in enumerate(plain) if k and story.lower[n].endswith(("ed", "ing", "en", "wn"))]
    cut = late[0] if late else len(story)
    if plain and plain[-1] < cut and plain[-1] == phrase.end - 1 and not story.lower[plain[-1]].endswith("en"):
        return [plain[-1]]  # what ends the phrase is its head, be it an adjective elsewhere
    nouns = [n for n in reversed(plain) if n < cut]
    return [n for n in nouns if english.can_be_noun(story.lower[n])] or nouns


def _subject(story: Story, verb: int) -> Iterator[Issue]:
    if story.in_compound(verb):
        return
    yield from _distant_subject(story, verb)
    if story.lower[verb] == "declined" and story.word(verb + 1) != "to":
        return  # what falls speaks no word
    head = verb - 1
    if story.is_plain(head - 1) and story.words.persons.get(story.word(head - 1)) == "singular":
        return  # the word belongs to a title: "the advocate depute told jurors"
    while story.word(head) in _LATER or (story.word(head).endswith("ly") and story.word(head - 1) not in DETERMINERS):
        head -= 1
    if story.opens_common(head):
        yield from _opening_noun(story, head, f"… {story.lower[verb]}")
        return
    if not is_rejected(story, head, story.words.speakers, story.words.documents):
        return
    start = subject_start(story, head)
    if start is None:
        return
    issue = noun_issue(
        story,
        head,
        f"… {story.lower[verb]}",
        "takes a speaker",
        story.words.likely_speakers,
        _wants(story, start, head),
        NEAR,
    )
    if issue:
        yield issue


def _opening_noun(story: Story, head: int, slot: str) -> Iterator[Issue]:
    """`Persecutors said …`: a plural, or an adjective, where the source opens the sentence."""
    word, words = story.lower[head], story.words
    accepted = words.persons if story.word(head + 1) in _SURVEYED else words.sources
    if word in accepted or word in words.criteria:
        return
    pool = {noun for noun in usual_speakers(words) | usual_documents(words) if words.number(noun) != "singular"}
    pool |= {plural for role in ROLES if (plural := inflection.plural(role)) in words.persons}
    issue = noun_issue(story, head, slot, "takes a source", pool, "plural", FAR)
    if issue is None:
        return
    right = issue.candidates[0]
    alike = is_slip(word, right) or similarity(word, right) > NEAR + 0.1
    if alike or word[:6] == right[:6]:
        yield replace(issue, weak=not alike, candidates=tuple(noun.capitalize() for noun in issue.candidates))


def _distant_subject(story: Story, verb: int) -> Iterator[Issue]:
    """`A HEAD of 900 teachers found that …`, `HEADS at the brokerage said …`."""
    found = clause_head(story, verb)
    if found is None:
        return
    start, head = found
    word, words = story.lower[head], story.words
    if head == start and story.opens_common(head):
        yield from _opening_noun(story, head, f"… {story.lower[verb]}")
        return
    opens = head == start and story.is_capital(head)
    if word in words.sources or word in words.mass or word in _QUANTITIES or word in words.criteria:
        return
    if not (story.is_plain(head) or opens) or story.in_compound(head) or len(word) < 4 or word.endswith(("ed", "ing")):
        return
    if opens and (not word.endswith("s") or not english.is_word(word)):
        return
    shows = story.lower[verb] in _SHOWS
    pool = usual_documents(words) if shows else usual_speakers(words)
    wants, slot = _wants(story, start, head), f"… {story.lower[verb]}"
    issue = noun_issue(story, head, slot, "takes a source", pool, wants, NEAR + 0.02)
    if issue and opens:
        issue = replace(issue, candidates=tuple(noun.capitalize() for noun in issue.candidates))
    if issue:
        yield issue


def _wants(story: Story, start: int, head: int) -> str:
    words = story.lower[start:head]
    if any(w in PLURAL_SIGNS or w[0].isdigit() for w in words):
        return "plural"
    if any(w in ("a", "an", "one", "another") for w in words):
        return "singular"
    return "" if any(w in DETERMINERS for w in words) else "plural"


def _told(story: Story, first: int) -> Iterator[Issue]:
    if story.word(first - 2) in ("was", "were", "been", "be", "being", "is", "are", "truth"):
        return
    phrase = read_phrase(story, first)
    if phrase is None or not phrase.content or len(phrase.content) > 3 or phrase.content[-1] != phrase.end - 1:
        return
    number, words = phrase.content[-1], story.words
    if story.lower[number].endswith("ing") and story.word(number - 1) in words.persons:
        return  # "told a voter passing by"
    if any(story.word(n) in words.occasions and story.word(n) not in _REPLIES for n in phrase.content):
        return
    if (
        story.word(first) in _TOLD
        or story.word(number + 1) in _FINITE
        or story.in_compound(first - 1)
        or story.word(number) in _TOLD
        or not is_rejected(story, number, words.speakers)
    ):
        return
    pool = words.likely_speakers | (_LISTENERS if phrase.wants != "plural" else frozenset())
    issue = noun_issue(story, number, "told", "takes a listener", pool, phrase.wants, NEAR, words.frequent, _TOLD_OFTEN)
    if issue:
        yield issue


_TIMES = group("times")
_LISTENERS = group("listeners")
_HOLDERS = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative", "lawyer", "attorney"})
_SURVEYED = frozenset({"polled", "surveyed", "interviewed", "quoted", "briefed"})
_TOLD_OFTEN = {"reporters": 0.25}
_REPLIES = frozenset({"reply", "replies", "report", "reports"})
_TOLD = group("told")


def _shows(story: Story, verb: int) -> Iterator[Issue]:
    if story.word(verb + 1) == "that" or story.word(verb - 1) in story.words.persons:
        yield from _distant_subject(story, verb)
    head = verb - 1
    while story.word(head) in _LATER or story.word(head).endswith("ly"):
        head -= 1
    if not is_rejected(story, head, story.words.sources):
        return
    start = subject_start(story, head)
    if start is None or not (story.word(verb + 1) == "that" or _clause_follows(story, verb + 1)):
        return
    pool = usual_documents(story.words)
    issue = noun_issue(
        story, head, f"… {story.lower[verb]}", "takes data or a document", pool, _wants(story, start, head), NEAR
    )
    if issue:
        yield issue


def _clause_follows(story: Story, first: int) -> bool:
    """Whether a subject and its finite auxiliary follow within a few words, with no relative pronoun between."""
    for number in range(first, min(first + 8, story.sentence_end(first))):
        word = story.lower[number]
        if word in ("who", "which", "that", "whom", "whose", "and", "but", "to") or story.text[number] in (
            ",",
            ";",
            ".",
        ):
            return False
        if number > first and word in _FINITE:
            return True
    return False


_FINITE = group("finite")


def _appositive(story: Story, preposition: int) -> Iterator[Issue]:
    """`a HEAD for the ministry`, `, a senior HEAD at Name,`: a person stands before the preposition."""
    head = preposition - 1
    words = story.words
    if not is_rejected(story, head, words.sources) or story.lower[head].endswith(("ing", "ed")):
        return
    if f"{story.lower[head]}er" in words.persons:
        return  # an act stands there, not who does it: "his support for the governor"
    start = head
    while start > 0 and (story.is_plain(start - 1) or story.is_capital(start - 1) or story.text[start - 1] == "-"):
        if story.lower[start - 1] in DETERMINERS:
            start -= 1
            break
        if story.lower[start - 1] in words.function:
            return
        start -= 1
    if story.word(start) not in ("a", "an", "the", "another", "his", "her", "its", "one") or head - start > 5:
        return
    after = preposition + 1
    while story.word(after) in DETERMINERS or story.word(after) in words.demonyms:
        after += 1
    body = story.is_name(after) or story.word(after) in words.organisations or story.word(after) in words.persons
    if not body:
        return
    named = story.word(start - 1) == "," and (story.is_name(start - 2) or story.word(start - 2) in (".", "jr."))
    ends = min(after + 8, story.sentence_end(after))
    speaks = any(
        story.lower[n] in _SAYS
        and (story.text[n - 1] == "," or story.is_name(n - 1) or story.lower[n - 1] in words.organisations)
        for n in range(after + 1, ends)
    )
    opens = (
        start == story.sentence_start(start)
        or story.text[start - 1] in (",", "—", "–", "--")
        or story.text[start - 1] in ("”", '"')
    )
    saying = story.word(start - 1) in _SAYS and story.word(preposition) == "for"
    if not ((named and preposition) or (opens and speaks) or saying):
        return
    pool = usual_persons(words)
    issue = noun_issue(story, head, f"a … {story.lower[preposition]}", "takes a person", pool, "singular", NEAR + 0.03)
    if issue:
        yield issue


def _body(story: Story, first: int) -> Iterator[Issue]:
    """`a spokeswoman for the HEAD said`: one letter from a usual body, and no body itself."""
    head = first + 1
    if story.word(first) not in ("the", "a", "his", "her", "its", "their") or story.word(head + 1) not in (*_SAYS, ","):
        return
    words = story.words
    if not is_rejected(story, head, words.sources, words.occasions):
        return
    issue = noun_issue(story, head, "for the …", "takes a body or a person", words.organisations, "singular", NEAR)
    if issue and distance(story.lower[head], issue.candidates[0]) == 1:
        yield replace(issue, weak=issue.candidates[0] not in words.frequent)


def _maker(story: Story, first: int) -> Iterator[Issue]:
    phrase = read_phrase(story, first)
    if phrase is None or phrase.accepted or not phrase.content:
        return
    number = phrase.content[-1]
    if len(phrase.content) > 3 or not is_rejected(story, number, story.words.sources):
        return
    issue = noun_issue(
        story,
        number,
        f"{story.word(first - 2)} {story.word(first - 1)}",
        "takes a maker",
        story.words.speakers,
        phrase.wants,
        NEAR + 0.06,
    )
    if issue:
        yield issue


def _cited(story: Story, first: int) -> Iterator[Issue]:
    phrase = read_phrase(story, first)
    if phrase is None or phrase.accepted or not phrase.content:
        return
    number = phrase.content[-1]
    if not is_rejected(story, number, story.words.sources):
        return
    issue = noun_issue(
        story, number, story.word(first - 1), "takes a source", story.words.frequent, phrase.wants, NEAR + 0.06
    )
    if issue and is_slip(story.lower[number], issue.candidates[0]):
        yield issue


def _opening_occasion(story: Story, article: int) -> Iterator[Issue]:
    """`In a HEAD to shareholders, the chairman said`."""
    head = article + 1
    while story.is_plain(head) and story.word(head + 1) not in _OPENED and story.text[head + 1 : head + 2] != [","]:
        head += 1
        if head > article + 4:
            return
    comma = next((n for n in range(head, min(head + 12, len(story))) if story.text[n] == ","), None)
    if comma is None or not any(word in _SAYS or word in ("wrote", "says") for word in story.lower[comma : comma + 7]):
        return
    if not is_rejected(story, head, story.words.sources, story.words.occasions):
        return
    issue = noun_issue(story, head, "In a …", "takes a document or an occasion", _OCCASIONS, "singular", NEAR + 0.02)
    if issue:
        yield issue


_OPENED = frozenset(
    ["to", "with", "on", "released", "published", "posted", "sent", "issued", "from", "for", "by", "late", "that"]
)


def _occasion(story: Story, preposition: int) -> Iterator[Issue]:
    """`said in a HEAD`, `said on Tuesday in a HEAD`."""
    cues = story.words.frequent_cues - _PLACED
    if story.word(preposition - 2) in DETERMINERS:
        return
    before = [story.word(n) for n in range(max(preposition - 4, story.sentence_start(preposition)), preposition)]
    if not before or not (
        before[-1] in cues
        or (len(before) > 1 and any(w in ("said", "wrote", "told", "says", "added", "spoke") for w in before))
    ):
        return
    phrase = read_phrase(story, preposition + 1)
    if phrase is None or not phrase.content or len(phrase.content) > 4:
        return
    number = phrase.content[-1]
    if any(story.lower[n] in story.words.occasions for n in phrase.content) or not is_rejected(
        story, number, story.words.sources
    ):
        return
    issue = noun_issue(
        story,
        number,
        f"said {story.lower[preposition]} a",
        "takes a statement, a document or an occasion",
        _OCCASIONS,
        "singular",
        NEAR,
    )
    if issue:
        yield issue


_OCCASIONS = group("occasions")
_PLACED = group("placed")
