"""Forms of a cue that no *have* or *be* takes: `has SAYS the`, `had been TELLS to`, `have ACCUSING the`.

*Have* takes the past participle, *be* that or the form in -ing, and neither a finite or a plain form (Quirk et al.
1985, 3.56 and 4.2). What may be a noun, *has claims against*, needs an object or a clause behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.agreement import NOT_HELD
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.openings import opens_clause
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary

_HAVE = frozenset({"has", "have", "had", "'ve"})
_BE = frozenset({"was", "were", "been", "is", "are", "be"})
_BETWEEN = group("later") - _HAVE | {"not", "n't", "already", "also", "repeatedly", "since"}
_TELL = frozenset({"tell", "accuse", "quote", "ask", "inform", "warn", "urge", "cite"})
_PASSIVE = frozenset({"by", "to", "that", "as", "about", "of", "for", "on", "in", "with"})
_NO_NOUNS = frozenset({"says", "tells", "asks", "hears", "writes", "finds", "knows", "say", "tell", "hear"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return _may_be_wrong(word, words)


def _may_be_wrong(word: str, words: Vocabulary) -> bool:
    return word in words.cues and word not in NOT_HELD and _forms(word, words) in _WRONG


_WRONG: tuple[set[Form], ...] = ({"base"}, {"third"}, {"progressive"})


def _forms(word: str, words: Vocabulary) -> set[Form]:
    return {form for form, _ in words.cues[word]}


def bad_forms_behind_auxiliaries(story: Story) -> Iterator[Issue]:
    """Yield the finite, plain and -ing forms of a story's cues where an auxiliary asks for a participle."""
    for verb, word in story.among(_matters):
        if not _may_be_wrong(word, story.words) or story.spoken[verb] or not story.is_plain(verb):
            continue
        at = verb - 1
        while story.word(at) in _BETWEEN and at > story.sentence_start(verb):
            at -= 1
        auxiliary, base = story.word(at), story.words.cues[word][0][1]
        forms = _forms(word, story.words)
        if auxiliary in _HAVE:
            progressive = forms == {"progressive"}
            wrong = (_is_progressive if progressive else _is_verb)(story, verb) and opens_clause(story, at)
        elif auxiliary in _BE:
            passive = story.word(verb + 1) in _PASSIVE and base in _TELL
            wrong = story.word(verb + 1) == "by" and passive and base != "ask" if forms == {"progressive"} else passive
        else:
            continue
        if wrong and (right := _participle(base, story.words)):
            reason = "takes the participle"
            yield Issue("inflection", story.span(verb, verb + 1), f"{auxiliary} …", reason, (right,))


def _is_verb(story: Story, verb: int) -> bool:
    """Whether no noun stands there, or what a verb alone takes stands behind."""
    word = story.lower[verb]
    return "NOUN" not in english.parts_of_speech(word) or (word in _NO_NOUNS and _takes_object(story, verb))


def _is_progressive(story: Story, verb: int) -> bool:
    """Whether a form in -ing has what a verb takes behind it, or is no noun before a preposition."""
    return _takes_object(story, verb) or (
        english.parts_of_speech(story.lower[verb]) == {"VERB"} and story.word(verb + 1) in _PASSIVE - {"to"}
    )


def _takes_object(story: Story, verb: int) -> bool:
    after = story.word(verb + 1)
    return after in DETERMINERS or after in NOMINATIVE or after in ("that", "him", "them", "reporters")


@lru_cache(maxsize=256)
def _participle(base: str, words: Vocabulary) -> str:
    return next((spelt for spelt, uses in words.cues.items() if ("participle", base) in uses), "")
