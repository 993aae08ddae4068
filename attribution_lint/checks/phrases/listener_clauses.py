"""What stands where *told* must, between a source and a listener who hears a clause: `she TOLLED shareholders that`.

Only verbs of telling take a person and a clause (Huddleston and Pullum 2002, 11.4.3): of what else is near one, and
of *said*, a listener cannot be told anything. A relative clause behind the listener would leave a gap or need another
verb after it, so the clause must have its own subject and one finite verb.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.cues import cue_issue, follows_source
from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.similar import begins_like, distance, is_slip, similarity
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_TELLING = tuple(sorted(group("telling-verbs")))
_LISTENERS = group("listeners") | group("audience") | {"pair", "couple", "trio", "mps", "msps", "tds", "senators"}
_FINITE = group("finite")
_STEADY = group("be") | {"not", "also", "never", "already", "still"}
_SHOWING = group("showing")
_PLACED = frozenset({"in", "at", "of", "on", "from"})
_LONGEST = 9


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word == "that"


def listener_clauses(story: Story) -> Iterator[Issue]:
    """Yield the words of a story that stand where a verb of telling must."""
    for that, word in story.among(_matters):
        if word != "that" or story.spoken[that] or not _is_clause(story, that + 1):
            continue
        verb = _verb_before(story, that)
        if verb is None or not follows_source(story, verb) or story.in_compound(verb):
            continue
        if story.lower[verb] == "said":
            if is_whole(story, that + 1):
                yield grammar_issue(story, "said-told", verb, verb + 1, "said", "takes no listener", "told")
        elif found := _meant(story, verb, that):
            yield cue_issue(story, verb, "… somebody that", found)


def _is_clause(story: Story, first: int) -> bool:
    word = story.word(first)
    return word in NOMINATIVE or (word in DETERMINERS and word != "that") or word == "there"


def _verb_before(story: Story, that: int) -> int | None:
    """Return the number of the word before a listener that ends at *that*, with a phrase of place behind it or none."""
    low = max(story.sentence_start(that) + 1, that - _LONGEST)
    first = that - 1
    while first > low and story.is_capital(first):
        first -= 1
    if first < that - 1 and story.lower[first] not in _PLACED:
        before = first - 1 if story.lower[first] == "the" else first
        return None if story.lower[before] == "said" else before
    for head in range(that - 1, low, -1):
        word = story.lower[head]
        if story.text[head] in QUOTE_MARKS or not (word.isalpha() or word == "-"):
            return None
        if _listens(story, head) and (head == that - 1 or story.word(head + 1) in _PLACED):
            verb = _before_phrase(story, head, low)
            if verb is None or story.lower[verb] not in _PLACED:
                return verb
        if word in story.words.function and word not in DETERMINERS and word not in _PLACED:
            return None
    return None


def _listens(story: Story, head: int) -> bool:
    word = story.lower[head]
    return word in _LISTENERS or (story.is_plain(head) and word in story.words.persons)


def _before_phrase(story: Story, head: int, low: int) -> int | None:
    """Return the number of the word before the noun phrase of a head: its determiner, or a bare plural."""
    for at in (head - 1, head - 2):
        if at <= low - 1:
            return None
        if story.lower[at] in DETERMINERS:
            return at - 1
        if not story.is_plain(at):
            break
    bare = story.lower[head] in group("audience") or story.words.persons.get(story.lower[head]) == "plural"
    return head - 1 if bare or story.lower[head] == "mps" else None


def is_whole(story: Story, first: int) -> bool:
    """Whether one finite verb stands in the rest of the sentence, and no past form beside it."""
    finite = 0
    for number in range(first, story.sentence_end(first)):
        word, before = story.lower[number], story.lower[number - 1]
        if word in _FINITE:
            finite += 1
        elif word.endswith("ed") and before not in _FINITE and before not in _STEADY:
            return False
    return finite == 1


def _meant(story: Story, verb: int, that: int) -> tuple[str, ...]:
    """Return the verbs of telling that a word which is none may stand for, the likeliest first.

    Another cue takes no listener, and was meant unless a letter makes it a verb of telling before a whole clause.
    """
    word, words = story.lower[verb], story.words
    if not story.is_plain(verb) or word in words.function or word in words.sources or word in _TELLING:
        return ()
    after, cue = story.word(verb + 1), word in words.cues
    if word in _SHOWING or (after not in words.function and english.togetherness(word, after) > 0):
        return ()
    near = [right for right in _TELLING if is_slip(word, right) and begins_like(word, right)]
    if cue:
        near = [right for right in near if distance(word, right) == 1 and right[-1] == word[-1]]
        near = near if near and is_whole(story, that + 1) else []
    return tuple(sorted(near, key=lambda right: (-similarity(word, right), right)))[:3]
