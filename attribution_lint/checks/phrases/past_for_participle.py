"""The past of an irregular verb where *have* or *be* asks for its participle: `had GAVE a false name`, `was TOOK to`.

Only a verb whose two forms differ, and whose past is no other word (Quirk et al. 1985, 3.16 to 3.20).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

_HAVE = frozenset({"has", "have", "had", "having"})
_BE = frozenset({"was", "were", "been", "be", "being"})
_BETWEEN = group("later") - _HAVE | {"not", "n't", "already", "also", "repeatedly", "yet"}
_BEHIND = DETERMINERS | {"to", "by", "from", "in", "on", "at", "that", "up", "down", "out", "off", "with", "for", "him"}
_BEHIND |= {"about", "before", "against", "of", "openly", "publicly", "often", "only", "twice", "his", "them", "me"}


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _participles() or word in _plain_forms()


def past_for_participle(story: Story) -> Iterator[Issue]:
    """Yield the past forms in a story's frames that stand for a participle."""
    for verb, word in story.among(_matters):
        right = _participles().get(word) or _of_plain_form(story, verb)
        if right is None or not story.is_plain(verb) or story.in_compound(verb):
            continue
        at, low = verb - 1, story.sentence_start(verb)
        while at > low and story.lower[at] in _BETWEEN:
            at -= 1
        if story.word(verb + 1) not in _BEHIND and not (
            story.lower[at] in _HAVE and english.parts_of_speech(word) == {"VERB"}
        ):
            continue  # what may be a noun needs a sign that it is none
        if word == "saw" and (verb - at > 1 or story.word(verb + 1) != "by"):
            continue  # it is a tool too
        if (at <= low and story.lower[at] != "having") or not (
            story.lower[at] in _HAVE or (story.lower[at] in _BE and story.word(verb + 1) != "that")
        ):
            continue
        if has_frame(story, verb) or word in story.words.cues or word == "saw":
            reason = "takes the participle"
            yield Issue("inflection", story.span(verb, verb + 1), f"{story.lower[at]} …", reason, (right,))


def _of_plain_form(story: Story, verb: int) -> str | None:
    """Return the participle of a plain form that tells who has done it: `a team that was LEAD by the bishop`."""
    done = story.word(verb + 1) == "by" and (story.word(verb + 2) in DETERMINERS or story.is_name(verb + 2))
    named = _DO.isdisjoint(story.lower[story.sentence_start(verb) : verb])
    return _plain_forms().get(story.lower[verb]) if done and named and story.word(verb - 1) in _BE_ONLY else None


_DO = frozenset({"do", "does", "did", "done", "all", "what"})
_BE_ONLY = _BE | {"is", "are", "not", "also", "later", "first", "then"}


@lru_cache(maxsize=1)
def _plain_forms() -> dict[str, str]:
    """Return the participle of each irregular verb whose plain form is neither it nor an adjective."""
    found = {}
    for entry in shipped_lexicon("phrase-irregular-verbs"):
        base, *_, participle = (*entry.split(), "", "", "")[:4]
        if participle and "/" not in participle and participle != base and base not in _participles():
            found[base] = participle
    return found


@lru_cache(maxsize=1)
def _participles() -> dict[str, str]:
    """Return the participle of each past form that is nothing else but a noun."""
    found = {}
    for entry in shipped_lexicon("phrase-irregular-verbs"):
        base, _, past, participle = (*entry.split(), "", "", "")[:4]
        parts = english.parts_of_speech(past)
        if participle and past != participle and english.verb_lemmas(past) <= {base, past} and "ADJ" not in parts:
            found[past] = participle
    found = {past: right for past, right in found.items() if past not in _OTHERS and "/" not in past + right}
    return found | {"saw": "seen"}


_OTHERS = frozenset({"bit", "bore", "lay", "rose", "showed"})
