"""The verb of an aside by a frame, which is a participle: `the agency, CITED two officials, said`, `when ASK about`.

A finite form there would be a second verb of the sentence that nothing joins to the first (Quirk et al. 1985, 15.58).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import is_past
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_CITING = {"cited": "citing", "cites": "citing", "quoted": "quoting", "quotes": "quoting"}
_SPEAKING = {"speak": "speaking", "spoke": "speaking", "speaks": "speaking"}
_ASKED = {"ask": "asked", "asks": "asked"}
_WHEN = frozenset({"when", "if", "once", "whenever"})
_ABOUT = frozenset({"about", "whether", "why", "how", "if", "what", "by", "to"})
_SPOKEN = frozenset({"on", "to", "at", "after", "before", "in", "from", "by", "under"})
_FINITE = group("finite")
_BARE = frozenset({"police", "data", "unnamed", "anonymous", "unidentified", "people", "local", "court", "internal"})
_LONGEST = 12


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _CITING or word in _SPEAKING or word in _ASKED


def bad_asides(story: Story) -> Iterator[Issue]:
    """Yield the finite verbs of a story's asides that are to be participles."""
    for verb, word in story.among(_matters):
        if not _matters(word, story.words) or not story.is_plain(verb) or not verb:
            continue
        after = story.word(verb + 1)
        right = ""
        if word in _ASKED:
            if story.lower[verb - 1] in _WHEN and after in _ABOUT and not story.spoken[verb - 1]:
                right = _ASKED[word]
        elif story.text[verb - 1] != ",":
            continue
        elif word in _SPEAKING:
            right = _SPEAKING[word] if after in _SPOKEN and _parts_a_frame(story, verb) else ""
        elif _names_source(story, verb + 1) and (_parts_a_frame(story, verb) or _closes_a_frame(story, verb)):
            right = _CITING[word]
        if right:
            slot = "when …" if word in _ASKED else ", …,"
            yield Issue("inflection", story.span(verb, verb + 1), slot, "takes a participle", (right,))


def _names_source(story: Story, at: int) -> bool:
    word = story.word(at)
    plural = story.words.sources.get(word) == "plural"
    return word in DETERMINERS or word in PLURAL_SIGNS or word in _BARE or plural or story.is_name(at)


def _parts_a_frame(story: Story, verb: int) -> bool:
    """Whether a source without a verb stands before the comma, and its cue behind the next."""
    low = story.sentence_start(verb)
    ahead = range(low, verb - 1)
    if not 0 < len(ahead) <= _LONGEST or any(_is_verb(story, n) or story.text[n] == "," for n in ahead):
        return False
    source = story.word(verb - 2)
    if source not in story.words.sources and not story.is_capital(verb - 2):
        return False
    close = next((n for n in range(verb + 2, story.sentence_end(verb) - 1) if story.text[n] == ","), 0)
    return bool(close) and close - verb < 2 * _LONGEST and _is_cue(story, close + 1) and story.word(close + 1) != "and"


def _closes_a_frame(story: Story, verb: int) -> bool:
    """Whether a frame behind a comma ends before, and its source closes the sentence: `…, it said, CITED police.`"""
    if not _is_cue(story, verb - 2) or story.spoken[verb - 2]:
        return False
    low, end = story.sentence_start(verb), story.sentence_end(verb)
    framed = any(story.text[n] == "," or story.text[n] in QUOTE_MARKS for n in range(max(low, verb - 8), verb - 2))
    return framed and all(not _is_verb(story, n) and story.text[n] != "," for n in range(verb + 1, end))


def _is_verb(story: Story, at: int) -> bool:
    word = story.lower[at]
    return (story.is_plain(at) and (word in _FINITE or is_past(story, at))) or _is_cue(story, at)


def _is_cue(story: Story, at: int) -> bool:
    word = story.word(at)
    finite = any(form in ("past", "third") for form, _ in story.words.cues.get(word, ()))
    return finite and word not in story.words.sources and story.is_plain(at)
