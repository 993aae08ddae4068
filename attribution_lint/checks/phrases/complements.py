"""A verb with what only a few verbs take behind them: `RECODED a verdict`, `ADVERTISED the minister to resign`.

Of the verbs that are alike in letters or sound the table lists those that may stand before such a complement; any other
is a slip for one that it is the complement of. The classes are those of Huddleston and Pullum (2002), 4.8, 11.4 and
14.2, and of Levin (1993), 37 for the verbs of communication.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.complement_places import stands
from attribution_lint.checks.phrases.complement_rows import Row, near_rows, rows_of
from attribution_lint.checks.phrases.cues import follows_source
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.similar import is_slip
from attribution_lint.checks.phrases.slots import NOMINATIVE, before_adverbs
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary

_SHORTEST = 4
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_HAVE = frozenset({"has", "have", "had", "having"})
_MODAL = group("auxiliary") | {"to", "not", "n't"}
_ADVERBS = frozenset({"also", "later", "then", "again", "since", "already", "now", "widely", "first", "once", "still"})
_BEFORE_ING = _BE | {",", "by", "after", "before", "without", "while", "for", "from", "when", "despite"}
_SUBJECTS = frozenset({"and", "they", "it", "we", "i"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return len(word) >= _SHORTEST and word.isalpha() and word not in words.function and bool(near_rows(word))


def wrong_complements(story: Story) -> Iterator[Issue]:
    """Yield the verbs of a story that do not take what stands behind them."""
    for number, word in story.among(_matters):
        if not story.is_plain(number) or story.in_compound(number):
            continue
        forms = _forms(story, number)
        for row, near in near_rows(word):
            if row.form not in forms:
                continue
            right = _fitting(story, number, row, near)
            if right and stands(story, number + 1, row.behind) and not _may_stand(story, number):
                slot = " ".join(["…", *_shown(story, number)])
                reason = f"takes “{right[0]}” or the like; “{story.text[number]}” is none"
                yield Issue("cue-verb", story.span(number, number + 1), slot, reason, right[:3])
                break


def _may_stand(story: Story, number: int) -> bool:
    """Whether another row knows the verb before what stands behind it: `claimed victory`, if not as declared."""
    return any(stands(story, number + 1, row.behind) for row in rows_of(story.lower[number]))


def _shown(story: Story, number: int) -> list[str]:
    return [story.text[n] for n in range(number + 1, min(number + 3, story.sentence_end(number)))]


def _before(story: Story, number: int) -> int:
    """Return the number of the word before a verb and its adverbs."""
    return before_adverbs(story, number, _ADVERBS)


def _forms(story: Story, number: int) -> tuple[str, ...]:
    """Return the forms of rows that a word may fill by what stands before it; none where no verb stands."""
    at = _before(story, number)
    before, word = story.word(at), story.lower[number]
    if word.endswith("ing"):
        return ("", "ING") if before in _BEFORE_ING else ()
    if before in _BE:
        return ("BE",)
    if before in _HAVE or before in _MODAL:
        return ("",) if at > story.sentence_start(number) else ()
    if before == "," and word.endswith("ed"):  # what stands between commas belongs to the subject
        return ("",) if "," in story.text[story.sentence_start(number) : at] else ()
    return ("",) if before in _SUBJECTS or follows_source(story, number) else ()


def _fitting(story: Story, number: int, row: Row, near: tuple[str, ...]) -> tuple[str, ...]:
    """Return the forms near the word that are right behind what stands before it."""
    word, before = story.lower[number], story.word(_before(story, number))
    wanted: tuple[Form, ...]
    if word.endswith("ing"):
        wanted = ("progressive",)
    elif row.form == "BE" or before in _HAVE:
        wanted = ("participle",)
    elif before in _MODAL:
        wanted = ("base",)
    else:
        wanted = ("past", "third", "base")
    verbal = word.endswith("ed") or not english.can_be_noun(word) or before in NOMINATIVE or before in _HAVE
    found = []
    for right in near:
        forms = {form for form, _ in row.forms[right]}
        if forms.isdisjoint(wanted) or not (verbal or (is_slip(word, right) and not _is_named(story, number))):
            continue
        if "past" in wanted and "base" in forms and not _is_plural(story, number):
            continue
        if word.endswith(right) or (before == "to" and not is_slip(word, right)):
            continue  # "has reposted the clip", and what is done to some end
        found.append(right)
    if not english.can_be_verb(word):  # what was meant has lost its ending: *apologies* for *apologised*
        found.sort(key=lambda right: all(form != "past" for form, _ in row.forms[right]))
    return tuple(found)


def _is_named(story: Story, number: int) -> bool:
    """Whether a word may be a noun that the name before it describes, or is a source: `Hale SUPPORTERS plan`."""
    return story.lower[number] in story.words.sources or (
        story.is_name(number - 1) and not english.can_be_verb(story.lower[number])
    )


def _is_plural(story: Story, number: int) -> bool:
    before = story.word(_before(story, number))
    return before in ("they", "we", "i", "police") or story.words.sources.get(before) == "plural"
