"""The plain form of a verb where *be* or *have* asks for its participle: `The report was PUBLISH on Friday`.

No plain form follows *be*, and behind *have* only a noun, which takes no infinitive of what is done: `has DECLINE to
comment` (Quirk et al. 1985, 3.56 and 4.2). Verbs that a frame has, and those that are nothing but verbs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english, inflection
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import MOST_HITS, interest
from attribution_lint.checks.phrases.story import CALENDAR, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary, spelling

_BE = frozenset({"is", "are", "was", "were", "been", "being", "be"})
_PERSONAL = frozenset({"he", "she", "they", "who", "which", "it"})
_BEFORE_BE = group("auxiliary") | {"to", "will", "not", "n't"}
_HAVE = frozenset({"has", "have", "had"})
_BETWEEN = group("later") - _HAVE | {"not", "n't", "already", "also", "repeatedly", "yet", "widely"}
_AFTER = frozenset(
    {"by", "to", "on", "in", "as", "for", "at", "after", "from", "with", "last", "earlier", ".", ","}
    | {"over", "that", "via", "through", "during", "when", "because"}
)
_DO = frozenset({"do", "does", "did", "done", "all", "what"})
_TO_COMMENT = frozenset({"agree", "decline", "fail", "pledge", "promise", "refuse", "threaten", "vow"})
_ALSO_NOUNS = group("done-to-a-source")

_ADJECTIVES = frozenset({"complete", "incomplete", "elaborate", "separate", "absent", "suspect", "perfect"})
"""Adjectives that the dictionary has as verbs alone."""
_SHORT = 5
_TIMES = frozenset({"today", "tonight", "yesterday", "here", "exclusively"})
_ALSO_ADJECTIVES = frozenset({"brief"})
_UNCHANGED = ("cast", "set", "cut", "put", "let", "hit", "shut", "read", "spread", "shed", "split", "run", "come")
"""How the verbs end whose participle is their plain form."""


@interest
def _may_be_wrong(word: str, words: Vocabulary) -> bool:
    return word in _TO_COMMENT or word in _ALSO_NOUNS or _is_verb_alone(word)


def plain_behind_be(story: Story) -> Iterator[Issue]:
    """Yield the plain forms behind *be* and *have* in a story's frames."""
    for verb, word in story.among(_may_be_wrong):
        if not _may_be_wrong(word, story.words) or not story.is_plain(verb) or not _ends_group(story, verb):
            continue
        if story.in_compound(verb) or (word in _ALSO_ADJECTIVES and story.word(verb + 1) not in ("by", "on")):
            continue
        at, low = verb - 1, story.sentence_start(verb)
        while at > low and story.lower[at] in _BETWEEN:
            at -= 1
        auxiliary = story.word(at)
        if auxiliary in _HAVE and at > low:
            wrong = word in _TO_COMMENT and story.word(verb + 1) == "to" and english.can_be_verb(story.word(verb + 2))
        elif auxiliary in _BE and word not in _TO_COMMENT - {"refuse"}:
            wrong = word not in _ALSO_NOUNS or auxiliary in ("been", "being", "be") or _is_passive(story, at, verb)
            wrong = wrong and (auxiliary != "be" or story.word(at - 1) in _BEFORE_BE)
            wrong = wrong and _DO.isdisjoint(story.lower[low:verb])
        else:
            continue
        if wrong and (has_frame(story, verb) or word in story.words.cues or story.word(verb + 1) in story.words.cues):
            right = (spelling(word, "participle"),)
            yield Issue("inflection", story.span(verb, verb + 1), f"{auxiliary} …", "takes the participle", right)


def _ends_group(story: Story, verb: int) -> bool:
    """Whether the words of a verb end with one: what follows is no object, or what somebody was seen or heard at."""
    after = story.word(verb + 1)
    if after in _AFTER:
        return True
    seen = after.endswith("ing") and len(after) > _SHORT and story.word(verb - 1) in ("was", "were", "been")
    return story.lower[verb] not in _ALSO_NOUNS and (after in CALENDAR or after in _TIMES or seen)


def _is_passive(story: Story, auxiliary: int, verb: int) -> bool:
    """Whether a day or who has done it follows a word that may be a noun: `The figures were RELEASE on Monday`."""
    plural = auxiliary > 0 and story.lower[auxiliary] in ("were", "are")
    return (
        (verb == auxiliary + 1 or (verb == auxiliary + 2 and story.lower[auxiliary + 1] in ("not", "n't")))
        and (plural or story.word(verb + 1) == "by" or _is_single(story, auxiliary - 1))
        and story.word(verb + 1) in ("by", "on", "in", "as", "to")
        and (story.lower[verb] != "brief" or story.word(verb + 1) == "by")
        and story.word(verb + 2) != story.lower[verb]
    )


def _is_single(story: Story, at: int) -> bool:
    """Whether a person or a document stands there, of whom no bare noun is said."""
    word = story.word(at)
    return word in story.words.documents or word in story.words.persons or word in _PERSONAL


@lru_cache(maxsize=MOST_HITS)
def _is_verb_alone(word: str) -> bool:
    """Whether a word is the plain form of a regular verb and nothing else."""
    if (
        len(word) < 4
        or word in _ADJECTIVES
        or english.parts_of_speech(word) != {"VERB"}
        or word.endswith(("ed", "ing", *_UNCHANGED))
    ):
        return False
    regular = any(english.verb_lemmas(past) == {word} for past in inflection.past(word))
    return english.verb_lemmas(word) == {word} and regular
