"""The name of a speaker with a space inside: `Sunil Weera singhe said`, `said Niamh O' Hanlon`.

A name is in no dictionary, and so it is known to be one by the story, which has it elsewhere as it should be, or by its
place beside a cue: a first name or a title stands before, and neither piece is a word. Words that are put behind a name
(*san*, *bey*) or stand in small letters inside one (*bin*, *van*) are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.agreement import is_finite_cue
from attribution_lint.checks.phrases.corrections import corrections
from attribution_lint.checks.phrases.formation import is_unknown
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

_BESIDE_NAMES = group("small-in-names") | group("foreign-particles")
_PREFIXES = frozenset({"o", "d"})
_BEHIND_O = group("names-behind-o")
_TITLES = group("titles-of-speakers") | {"cllr", "sgt", "capt", "col", "gen", "lt", "sen", "rep", "gov", "supt"}
_ENDS = frozenset({",", ".", "?", "!", "who", ";", ":", "—", "–"})
_SHORTEST_END, _SHORTEST = 3, 6
_LONGEST = 5
_REACH = 12
"""Words behind a name and a comma in which its cue is looked for."""


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    if word in _PREFIXES:
        return True
    return len(word) > 1 and word.isalpha() and word.isascii() and word not in _BESIDE_NAMES and is_unknown(word)


def parted_names(story: Story) -> Iterator[Issue]:
    """Yield the names of speakers that a space parts."""
    for number, word in story.among(_matters):
        if story.spoken[number] or not _matters(word, story.words):
            continue
        if word in _PREFIXES:
            if _is_behind_apostrophe(story, number):
                yield _issue(story, number, number + 3, "no space belongs at the apostrophe", certain=True)
        elif number and story.is_plain(number) and _is_parted(story, number - 1):
            certain = story.stands(story.text[number - 1] + word)
            yield _issue(story, number - 1, number + 1, "it is one name", certain)


def _issue(story: Story, first: int, last: int, reason: str, certain: bool) -> Issue:
    right = "".join(story.text[first:last])
    return Issue("split-word", story.span(first, last), right, reason, (right,), certain=certain)


def _is_parted(story: Story, first: int) -> bool:
    """Whether a capital word and one in small letters are a name, of which the first is no word either."""
    here, after = story.text[first], story.text[first + 1]
    if not (here[0].isupper() and here[1:].islower() and here.isalpha() and here.isascii()) or story.glued(first):
        return False
    if story.in_compound(first) or story.in_compound(first + 1) or story.lower[first] in story.words.function:
        return False
    if story.stands(here + after):
        return True
    if len(after) < _SHORTEST_END or len(here + after) < _SHORTEST or story.recurs(after) or story.recurs(here):
        return False
    whole = story.lower[first] + after
    if not (is_unknown(story.lower[first]) or english.frequency(whole)) or story.stands(after.capitalize()):
        return False
    return _is_speaker(story, first, first + 2) and not _is_misspelt_cue(story, after)


def _is_misspelt_cue(story: Story, word: str) -> bool:
    """Whether a word may be the cue of the name before it."""
    return any(right in story.words.cues for right in corrections(word, story.words))


def _is_behind_apostrophe(story: Story, number: int) -> bool:
    """Whether a space stands between O' or D' and the rest of the name of a speaker."""
    mark, rest = number + 1, number + 2
    if rest >= len(story) or story.text[mark] not in ("'", "’") or not story.glued(number) or story.glued(mark):
        return False
    name = story.text[rest]
    if story.text[number] not in ("O", "D") or not (name[0].isupper() and name[1:].islower() and name.isalpha()):
        return False
    if any(story.stands(story.text[number] + apostrophe + name) for apostrophe in "'’"):
        return True
    usual = story.lower[rest] in _BEHIND_O
    if not usual and "NOUN" in english.parts_of_speech(story.lower[rest]):
        return False
    before = story.word(number - 1)
    if not usual and before not in _TITLES and "NOUN" in english.parts_of_speech(before):
        return False  # Heart O' Midlothian
    opens = usual and (number in story.firsts or story.word(number - 1) in QUOTE_MARKS)
    return (opens and is_finite_cue(story.word(rest + 1), story.words)) or _is_speaker(story, number, rest + 1)


def _is_speaker(story: Story, first: int, after: int) -> bool:
    """Whether a name that begins at `first` is the last of a speaker's, with a first name or a title before it."""
    start = first
    while start > max(story.sentence_start(first), first - _LONGEST) and _is_in_name(story, start - 1):
        start -= 1
    before = story.word(start - 1) if start > story.sentence_start(first) else ""
    reported = (before in story.words.cues and is_finite_cue(before, story.words)) or _is_according(story, start - 1)
    if start == first and not reported:
        return False
    if before in ("the", "a", "an") or (before in _GOVERNING and not reported):
        return False
    following = story.word(after)
    if is_finite_cue(following, story.words):
        return True
    if following not in _ENDS and following not in QUOTE_MARKS:
        return False
    if reported:
        return True
    end = min(after + _REACH, story.sentence_end(first))
    return following == "," and any(is_finite_cue(story.lower[at], story.words) for at in range(after, end))


_GOVERNING = group("prepositions")


def _is_in_name(story: Story, number: int) -> bool:
    """Whether a word is a first name, an initial or a title."""
    if story.text[number] == "." and number and len(story.text[number - 1]) < _LONGEST:
        return story.is_capital(number - 1)
    word = story.lower[number]
    if not story.is_capital(number) or word in story.words.function:
        return False
    return word not in story.words.demonyms or word in shipped_lexicon("phrase-titles")


def _is_according(story: Story, number: int) -> bool:
    return story.word(number) == "to" and story.word(number - 1) == "according"
