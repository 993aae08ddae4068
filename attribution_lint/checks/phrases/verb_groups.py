"""Auxiliaries of a cue in an order or a company that English has not: *would to say*, *not did respond*."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import is_clause
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary

_MODALS = frozenset({"could", "would", "should", "must", "might"})
_HELPS = _MODALS | {"did", "does", "do", "will"}
_HAVE = frozenset({"has", "have", "had"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "who"})
_SAID = frozenset({"said", "says", "told", "tells"})
_WHEN = frozenset({"on", "in", "at", "after", "during", "late", "last", "as"}) | CALENDAR
_FINITE = group("finite")


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _MODALS or word in _HAVE or word == "not" or word in _SAID or word in ("he", "she", "they")


def bad_verb_groups(story: Story) -> Iterator[Issue]:
    """Yield the auxiliaries and cues that stand together and cannot."""
    for number, word in story.among(_matters):
        if story.spoken[number] or number + 2 >= len(story):
            continue
        if word in _MODALS or word in _HAVE:
            yield from _with_to(story, number)
        elif word == "not":
            yield from _not_first(story, number)
        elif word in _SAID:
            yield from _passive_speaker(story, number)
            yield from _two_cues(story, number)
            yield from _told_quotation(story, number)
        elif word in ("he", "she", "they"):
            yield from _subject_twice(story, number)


def _forms(story: Story, at: int) -> set[Form]:
    return {form for form, _ in story.words.cues.get(story.word(at), ())} if story.is_plain(at) else set()


def _with_to(story: Story, number: int) -> Iterator[Issue]:
    """`The minister would to say`, `The minister has to said`."""
    word, forms = story.lower[number], _forms(story, number + 2)
    if word in ("has", "had") and story.word(number - 1) == "to" and story.is_plain(number):
        yield Issue("inflection", story.span(number, number + 1), "to …", "takes the plain form", ("have",))
        return
    low = max(number - _NEAR, story.sentence_start(number))
    if word in _MODALS and not _UNBOUNDED.isdisjoint(story.lower[low:number]):
        return  # "did what she could to persuade him"
    if word in _MODALS and story.word(number - 1) == "who":
        return  # "urged those who could to leave"
    wrong = forms == {"base"} if word in _MODALS else bool(forms) and forms <= {"past", "participle"}
    if story.word(number + 1) == "to" and wrong and (word in _MODALS or "participle" in forms):
        slot, reason = f"{word} {story.word(number + 2)}", "“to” does not belong in it"
        yield grammar_issue(story, "function-word", number, number + 2, slot, reason, story.text[number])


_UNBOUNDED = frozenset({"what", "whatever", "all", "everything", "anything", "as", "best", "than", "nothing", "most"})
_NEAR = 5


def _not_first(story: Story, number: int) -> Iterator[Issue]:
    """`The firm not did respond`."""
    helps = story.word(number + 1)
    if helps not in _HELPS or "base" not in _forms(story, number + 2) | _answers(story, number + 2):
        return
    before = story.word(number - 1)
    if before in story.words.sources or before in _PRONOUNS or story.is_name(number - 1):
        right = f"{helps} not"
        yield grammar_issue(story, "swapped-words", number, number + 2, right, "two words are swapped", right)


def _answers(story: Story, at: int) -> set[Form]:
    return {"base"} if story.word(at) in ("respond", "reply", "comment", "immediately", "return", "want") else set()


def _passive_speaker(story: Story, number: int) -> Iterator[Issue]:
    """`"…," he was said on Monday`: a quotation has a speaker, who is not said."""
    passive, subject = story.word(number - 1), number - 2
    if story.lower[number] != "said" or passive not in ("is", "was", "are", "were") or subject < 1:
        return
    quoted = story.text[subject - 1] in QUOTE_MARKS
    after = number + 1
    ends = story.text[after] in (".", ",") or story.word(after) in _WHEN
    if quoted and ends and story.word(subject) in ("he", "she", "they"):
        slot, reason = "said", "a quotation needs a speaker"
        yield grammar_issue(story, "function-word", number - 1, number + 1, slot, reason, "said")


def _two_cues(story: Story, number: int) -> Iterator[Issue]:
    """`"…," said told the minister`."""
    after, before = story.word(number + 1), number - 1
    speaks = story.word(before) in QUOTE_MARKS or story.word(before) in ("he", "she", "they")
    if speaks and story.word(before - 1) in ("what", "who", "that", "whatever", "words", "all", "everything"):
        return
    if after in _SAID and after != story.lower[number] and speaks:
        slot, reason = "said", "two cue verbs stand side by side"
        listens = story.word(number + 2) == "the" and story.text[before] not in QUOTE_MARKS
        right = sorted((story.lower[number], after), key=lambda cue: (cue not in ("said", "says")) != listens)
        yield grammar_issue(story, "double-frame", number, number + 2, slot, reason, *right)


def _told_quotation(story: Story, number: int) -> Iterator[Issue]:
    """`"…," told Ms. Adeyemi, who ran the theatre`; `"…," said the coach said`."""
    if story.word(number - 1) not in QUOTE_MARKS or number < 2 or not story.spoken[number - 2]:
        return
    after = number + 1
    if story.lower[number] == "told":
        speaker = story.is_name(after) or (story.word(after) in ("a", "an", "the") and _is_person(story, after + 1))
        if speaker and story.word(after) not in _LISTENERS:
            reason = "takes a listener and has none"
            yield grammar_issue(story, "said-told", number, after, "told", reason, "said")
    elif story.lower[number] == "said" and story.word(after) in ("a", "an", "the"):
        end = next((n for n in range(after + 1, min(after + 5, len(story) - 1)) if story.lower[n] == "said"), None)
        if end is not None and story.text[end + 1] in (".", ",") and story.word(end - 1) in story.words.speakers:
            right = story.slice(number, end)
            yield grammar_issue(story, "double-frame", number, end + 1, "said …", "the frame is said twice", right)


_LISTENERS = group("audience") | group("outlets")


def _is_person(story: Story, at: int) -> bool:
    return story.word(at) in story.words.persons and story.is_plain(at)


def _subject_twice(story: Story, number: int) -> Iterator[Issue]:
    """`The mayor she said the fireworks would go ahead`: one finite verb behind the cue, so no relative clause."""
    low, head = story.sentence_start(number), number - 1
    bare = head == low and (story.lower[head] == "police" or story.words.persons.get(story.lower[head]) == "plural")
    if not bare and (story.word(low) not in ("the", "a", "an", "his", "her", "its") or not 0 < head - low < 4):
        return
    noun, words = story.lower[head], story.words
    inside = all(story.is_plain(n) and story.lower[n] not in words.function for n in range(low + 1, head + 1))
    held = noun in words.persons or noun in words.organisations or noun == "police"
    if not inside or not held or story.word(number + 1) not in ("said", "says", "told", "added", "warned"):
        return
    finite = sum(story.lower[n] in _FINITE for n in range(number + 2, story.sentence_end(number)))
    if finite == 1 and is_clause(story, number + 2):
        slot, reason = f"… {story.word(number + 1)}", "the subject stands twice"
        yield grammar_issue(story, "doubled-word", head, number + 1, slot, reason, story.text[head])
