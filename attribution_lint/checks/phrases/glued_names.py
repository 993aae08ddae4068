"""A name and its cue written as one: `“…,” Okonkwosaid.`, `Marie Baptistesaid that …`, `the NCAAsaid`.

Any word with a capital may be a name as it stands, and some names end in a cue (*Bensaid*). That the cue is lost in the
name is told by its place, which is empty otherwise: a quotation or a clause that ends in a comma stands before it and
nothing finite behind it, or it opens a clause and another clause begins right behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.agreement import is_finite_cue
from attribution_lint.checks.phrases.cues import DAYS
from attribution_lint.checks.phrases.formation import is_unknown
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import MOST_HITS, interest
from attribution_lint.checks.phrases.quoting import ends_clause
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, PLURAL_SIGNS
from attribution_lint.checks.phrases.spacing_issues import spacing_issue
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_CUES = tuple(sorted(group("glued-names-cues")))
_TRUE_NAMES = group("said-in-names")
_FINITE = group("finite")
_GOVERNING = group("prepositions")
_JOINS = frozenset({"but", "while", "because", "although", "though"})
_TOLD = frozenset({"told", "asked", "warned"})
_AUDIENCE = group("audience")
_IN_NAMES = frozenset({"said", "told"})
_BEFORE_SAID = ("abou", "abu", "ait", "bel", "ben", "bou", "had", "moh", "oul")
"""What a name begins with that ends in another: *Benmessaid*."""
_ON = "on"
_USUAL = 6.5
_SHORTEST, _SHORT, _LONG = 2, 4, 6
_LONGEST = 8
"""Words of a source before its last name: *his former team-mate Sunil*."""


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return bool(_seam(word))


def glued_names(story: Story) -> Iterator[Issue]:
    """Yield the names of speakers that their cue is glued to."""
    for number, word in story.among(_matters):
        text, at = story.text[number], _seam(word)
        name, cue = text[:at], text[at:]
        if cue == _ON:
            if name.istitle() and story.word(number + 1) in DAYS and not story.recurs(text):
                yield _issue(story, number, name, cue)
            continue
        if not name[:1].isupper() or not cue.islower() or story.spoken[number] or story.recurs(text):
            continue
        if story.glued(number) and not (story.text[number + 1] in (",", ".", ":") or _is_mark(story, number + 1)):
            continue
        letters = name.isupper() and len(name) > _SHORTEST
        if letters or (not _may_be_whole(story, number, name, cue) and _is_slot(story, number, cue)):
            yield _issue(story, number, name, cue)


def _issue(story: Story, number: int, name: str, cue: str) -> Issue:
    span, right = story.span(number, number + 1), f"{name} {cue}"
    return spacing_issue("joined-words", span, right, "two words are run together")


def may_be_name(text: str) -> bool:
    """Whether a word with a capital ends in *said* as some names do that have nothing of a cue: *Bensaid*."""
    return text[0].isupper() and text.endswith("said") and text.lower().removesuffix("said") in _TRUE_NAMES


def _may_be_whole(story: Story, number: int, name: str, cue: str) -> bool:
    """Whether the word may be a name as it stands: what is left without the cue is hardly one, nor has the story it."""
    if cue == "says" and story.word(number - 1) in DETERMINERS:
        return True  # the Lindsays
    if may_be_name(story.text[number]):
        return True
    left = name.lower()
    doubtful = (cue in _IN_NAMES and len(left) <= _SHORT) or (cue == "said" and left.startswith(_BEFORE_SAID))
    return doubtful and not english.frequency(left) and not story.stands(name)


@lru_cache(maxsize=MOST_HITS)
def _seam(word: str) -> int:
    """Return where the cue, or the *on* of a day, begins that a word of no dictionary ends in; 0 if it does not."""
    if word.endswith(_ON) and is_unknown(word) and english.frequency(word[: -len(_ON)]) >= _USUAL:
        return len(word) - len(_ON) if len(word) > _LONG else 0
    if not word.endswith(_CUES) or not word.replace("'", "").replace("’", "").isalpha() or not is_unknown(word):
        return 0
    at = min(len(word) - len(cue) for cue in _CUES if word.endswith(cue))
    return at if at >= _SHORTEST else 0


def _is_mark(story: Story, number: int) -> bool:
    """Whether a word is a quotation mark; a single one, which may be an apostrophe, behind the mark that it closes."""
    if not 0 <= number < len(story):
        return False
    text = story.text[number]
    single = text in ("'", "’") and story.glued(number - 1) and story.text[number - 1] in (",", ".", "?", "!")
    return text in QUOTE_MARKS or single


def _is_slot(story: Story, number: int, cue: str) -> bool:
    """Whether the subject and the verb of a clause of saying stand where the one word does."""
    start = _source_start(story, number)
    if start is None:
        return False
    before = start - 1
    if start == 0 or start in story.firsts or story.word(before) in _JOINS:
        return _tells(story, number + 1, cue)
    closes = ends_clause(story, number + 1)
    if _is_followed(story, number):
        return False
    if _is_mark(story, before):
        return closes or _tells(story, number + 1, cue)
    if story.text[before] != ",":
        return False
    if _is_mark(story, before - 1) or _tells(story, number + 1, cue):
        return closes or not _is_mark(story, before - 1)
    named = story.is_capital(before - 1) or story.lower[before - 1] in story.words.sources
    named = named and story.word(number + 2) not in DAYS
    return closes and not named and _is_clause(story, story.sentence_start(number), before)


def _is_clause(story: Story, first: int, last: int) -> bool:
    """Whether a finite verb stands among words, so that what follows them is no name in apposition."""
    verbs = story.words.clause_verbs
    return any(
        word in _FINITE or english.is_past_form(word) or any(form == "third" for form, _ in verbs.get(word, ()))
        for word in story.lower[first:last]
    )


def _source_start(story: Story, number: int) -> int | None:
    """Return where the source begins that a name ends; None if it is governed or no source can begin there."""
    low, at = max(story.sentence_start(number), number - _LONGEST), number
    while at > low:
        before = at - 1
        word, text = story.lower[before], story.text[before]
        if story.spoken[before] or text == "," or _is_mark(story, before):
            return at
        if word in _JOINS:
            return at
        if word in _GOVERNING:
            return None
        named = story.is_capital(before) or text in ("-", ".", "'s", "’s")
        if word in story.words.cues and word not in story.words.sources:
            return None
        if not named and word not in DETERMINERS and (word in story.words.function or not story.is_plain(before)):
            return None
        at = before
    return at if at == story.sentence_start(number) else None


def _tells(story: Story, after: int, cue: str) -> bool:
    """Whether what is said, or who is told, begins at a word, which an adverbial of time may put off."""
    word = story.word(after)
    if cue in _TOLD and (word in _AUDIENCE or word in DETERMINERS or story.is_name(after)):
        return True
    if word in ("on", "in", "last", "late", "early", "at") or word in DAYS:
        end = min(after + 5, story.sentence_end(after))
        timed = any(story.lower[n] in DAYS or story.lower[n] in _TIMES for n in range(after, end))
        return timed and any(_begins(story, n) for n in range(after + 1, end))
    if story.text[after : after + 1] in ([":"], [","]):
        return _is_mark(story, after + 1)
    return _begins(story, after) or _is_mark(story, after) or word in story.words.occasions


_TIMES = frozenset({"week", "month", "year", "night", "yesterday", "today", "statement", "letter", "court"})


def _begins(story: Story, at: int) -> bool:
    """Whether a clause may begin at a word."""
    word = story.word(at)
    if word in NOMINATIVE or word == "that" or word in PLURAL_SIGNS:
        return True
    if word in DETERMINERS:
        return word not in ("a", "an", "no", "one") or story.is_plain(at + 1)
    return story.words.persons.get(word) == "plural"


def _is_followed(story: Story, number: int) -> bool:
    """Whether a cue follows in the sentence of which the name may be the subject: `“…,” Bensaid, 34, said`."""
    end = story.sentence_end(number)
    return any(is_finite_cue(story.lower[at], story.words) for at in range(number + 1, end) if not story.spoken[at])
