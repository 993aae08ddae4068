"""A frame whose subject stands behind a preposition, or whose verb stands in a relative: `IN its report says that`.

The verb of a clause needs a subject of its own, and a sentence a verb of its own (Huddleston and Pullum 2002, 4.2 and
12.1): a document that opens its sentence behind *in*, or with *which says*, leaves it without one.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import is_past
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_CUES = frozenset({"says", "said", "shows", "showed", "finds", "found", "warns", "warned", "claims", "concludes"})
_LINKS = frozenset({"in", "on", "at", "from", "by", "of", "for", "with"})
_FINITE = group("finite")
_LONGEST = 9


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _CUES


def fused_frames(story: Story) -> Iterator[Issue]:
    """Yield what leaves the frames that open a story's sentences without a subject or without a verb."""
    for cue, word in story.among(_matters):
        if word not in _CUES or story.spoken[cue] or cue in story.firsts:
            continue
        if story.lower[cue - 1] == "which":
            yield from _without_verb(story, cue)
        elif cue - story.sentence_start(cue) <= _LONGEST:
            yield from _without_subject(story, cue)


def _without_subject(story: Story, cue: int) -> Iterator[Issue]:
    """`In its annual report says crews launched`, `According to police said the car had`."""
    low, head = story.sentence_start(cue), cue - 1
    first = low + 1
    opener = story.lower[low]
    if opener == "according" and story.word(first) == "to":
        first += 1
    elif opener not in _LINKS:
        return
    if not _is_one_phrase(story, first, head) or not _opens_clause(story, cue + 1, story.lower[cue]):
        return
    source = story.lower[head] in story.words.documents or opener == "according"
    if not source:
        return
    right = story.text[first][:1].upper() + story.text[first][1:]
    reason = f"“{story.slice(low, first)}” leaves “{story.text[cue]}” without a subject"
    yield grammar_issue(story, "double-frame", low, first + 1, f"… {story.lower[cue]}", reason, right)


def _is_one_phrase(story: Story, first: int, head: int) -> bool:
    """Whether the words up to a head are one noun phrase with a determiner, or one bare plural, that can say."""
    if head < first or story.lower[head] not in story.words.sources or not story.is_plain(head):
        return False
    if first == head:
        return story.words.persons.get(story.lower[head]) == "plural" or story.lower[head] == "police"
    if story.lower[first] not in DETERMINERS or story.lower[first] in ("that", "this"):
        return False
    inner = range(first + 1, head)
    return all(
        (story.is_plain(n) or story.is_capital(n) or story.text[n] in ("-", "'s", "’s"))
        and story.lower[n] not in story.words.function
        and not english.is_past_form(story.lower[n])
        for n in inner
    )


def _opens_clause(story: Story, at: int, cue: str) -> bool:
    """Whether what is said begins there, and a finite verb is in it: not *In a report said to have cost*."""
    word, end = story.word(at), story.sentence_end(at)
    opens = word == "that" or word in NOMINATIVE or word in DETERMINERS or word in PLURAL_SIGNS
    opens = opens or story.is_capital(at) or (english.parts_of_speech(word) == {"NOUN"} and word.endswith("s"))
    verb = any(story.lower[n] in _FINITE or (n > at and is_past(story, n)) for n in range(at, end))
    return opens and verb and story.word(at) not in story.words.frequent_cues


def _without_verb(story: Story, cue: int) -> Iterator[Issue]:
    """`A report by the council which says the dam was never insured.`: the verb behind the cue is of what it says."""
    low, which = story.sentence_start(cue), cue - 1
    if story.lower[low] not in ("a", "an", "the") or which - low > _LONGEST or story.text[which - 1] == ",":
        return
    inside = range(low + 1, which)
    known = any(story.lower[n] in story.words.documents and story.is_plain(n) for n in inside)
    if not known or any(story.lower[n] in _FINITE or not story.text[n][0].isalnum() for n in inside):
        return
    if any(story.lower[n] in story.words.frequent_cues for n in range(low + 1, which)):
        return
    end = story.sentence_end(cue)
    verbs = [n for n in range(cue + 1, end) if _may_be_finite(story, n)]
    closes = story.text[end - 1] == "."
    if closes and len(verbs) == 1 and story.lower[verbs[0]] in _FINITE and story.text[cue + 1].isalnum():
        reason = "the sentence has no verb of its own"
        yield grammar_issue(story, "function-word", which, cue + 1, f"… {story.lower[cue]}", reason, story.text[cue])


def _may_be_finite(story: Story, at: int) -> bool:
    word = story.lower[at]
    if word in _FINITE:
        return True
    if is_past(story, at) or english.is_past_form(word):
        before = story.word(at - 1)
        return not (before in _FINITE or before in ("been", "be", "never", "not", "being"))
    return "VERB" in english.parts_of_speech(word) and (
        word.endswith("s") or (story.word(at - 1).endswith("s") and word in english.lemmas(word))
    )
