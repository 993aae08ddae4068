"""A wrong noun as the subject of a verb that speaks or shows: `The PERSECUTOR said`, `a new SURGERY found that`."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from attribution_lint.checks.phrases import english, inflection
from attribution_lint.checks.phrases.fillers import ROLES, is_rejected, noun_issue, usual_documents, usual_speakers
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.similar import FAR, NEAR, is_slip, similarity
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS, clause_head, subject_start
from attribution_lint.checks.phrases.story import Issue, Story

SAYS = group("says")
SHOWS = group("shows")
_QUANTITIES = group("quantities")
_LATER = group("later")
SURVEYED = frozenset({"polled", "surveyed", "interviewed", "quoted", "briefed"})
_FINITE = group("finite")


def _declines_to(story: Story, verb: int) -> bool:
    return story.word(verb + 1) == "to" and english.can_be_verb(story.word(verb + 2))


def wrong_subject(story: Story, verb: int) -> Iterator[Issue]:
    if story.in_compound(verb):
        return
    yield from _distant_subject(story, verb)
    if story.lower[verb] == "declined" and not _declines_to(story, verb):
        return  # what falls speaks no word
    head = verb - 1
    if story.is_plain(head - 1) and story.words.persons.get(story.word(head - 1)) == "singular":
        return  # the word belongs to a title: "the advocate depute told jurors"
    while story.word(head) in _LATER or (story.word(head).endswith("ly") and story.word(head - 1) not in DETERMINERS):
        head -= 1
    if story.opens_common(head):
        yield from wrong_opening(story, head, f"… {story.lower[verb]}")
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


def wrong_opening(story: Story, head: int, slot: str) -> Iterator[Issue]:
    """`Persecutors said …`: a plural, or an adjective, where the source opens the sentence."""
    word, words = story.lower[head], story.words
    accepted = words.persons if story.word(head + 1) in SURVEYED else words.sources
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
        yield from wrong_opening(story, head, f"… {story.lower[verb]}")
        return
    opens = head == start and story.is_capital(head)
    if word in words.sources or word in words.mass or word in _QUANTITIES or word in words.criteria:
        return
    if not (story.is_plain(head) or opens) or story.in_compound(head) or len(word) < 4 or word.endswith(("ed", "ing")):
        return
    if opens and (not word.endswith("s") or not english.is_word(word)):
        return
    shows = story.lower[verb] in SHOWS
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


def wrong_evidence(story: Story, verb: int) -> Iterator[Issue]:
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
