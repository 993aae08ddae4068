"""*Have*, *were* and *do* behind a singular noun of any kind that an article counts: `a deckhand HAVE told the court`.

*A*, *each* and *every* make their noun singular (Quirk et al. 1985, 5.14 and 10.35). Bodies and quantities are left to
British copy, and no subjunctive, coordination or inversion may speak for the plural.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.openings import PLACING
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_SINGLE = frozenset({"a", "an", "each", "every"})
_RIGHT = {"have": "has", "were": "was"}
_FINITE = group("finite")
_BODIES = group("bodies-of-people") | group("quantities") | group("either-number") | group("articled-bodies")
_UNREAL = frozenset({"if", "though", "unless", "lest", "suppose", "wish", "wishes", "wished", "whether"})
_UNREAL |= group("mandative")
_BROKEN = frozenset({"and", "or", "nor", "who", "whom", "whose", "which", "than", "both", "neither", "not"})
_FRAMES = frozenset({"said", "says", "say", "reported", "added", "heard", "claims", "claimed", "found", "told"})
_LONGEST = 4


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _RIGHT


def articled_auxiliaries(story: Story) -> Iterator[Issue]:
    """Yield the plural auxiliaries of a story's cues behind one person or thing."""
    for auxiliary, word in story.among(_matters):
        right = _RIGHT.get(word)
        if right is None or not story.is_plain(auxiliary) or not _is_cue(story, auxiliary + 1):
            continue
        first = _article(story, auxiliary)
        if first is not None and _opens_clause(story, first, auxiliary):
            noun, span = story.lower[auxiliary - 1], story.span(auxiliary, auxiliary + 1)
            yield Issue("agreement", span, f"{noun} …", f"“{word}” does not agree with it", (right,))


def _is_cue(story: Story, verb: int) -> bool:
    return any(form == "participle" for form, _ in story.words.cues.get(story.word(verb), ())) and story.is_plain(verb)


def _article(story: Story, auxiliary: int) -> int | None:
    """Return what opens the phrase of one person or thing that ends right before the auxiliary."""
    noun, words = story.word(auxiliary - 1), story.words
    if not story.is_plain(auxiliary - 1) or story.in_compound(auxiliary - 1) or not english.can_be_noun(noun):
        return None
    if noun in words.organisations or noun in _BODIES or noun.endswith("s"):
        return None
    if not english.is_word(noun) and not noun.endswith(("man", "woman")):
        return None
    if noun in words.function or words.persons.get(noun) == "plural" or words.documents.get(noun) == "plural":
        return None
    if "ADJ" in english.parts_of_speech(noun) and noun not in words.persons:
        return None
    for at in range(auxiliary - 2, max(auxiliary - 2 - _LONGEST, -1), -1):
        word = story.lower[at]
        if word in _SINGLE:
            return at
        if not story.is_plain(at) or word in words.function or word in _BODIES:
            return None
    return None


def _opens_clause(story: Story, first: int, auxiliary: int) -> bool:
    """Whether the phrase is the subject: it opens a sentence or a reported clause, or closes what was said."""
    low = story.sentence_start(first)
    ahead = story.lower[low:first]
    if not _UNREAL.isdisjoint(ahead) or story.text[story.sentence_end(first) - 1] == "?":
        return False
    if first == low or story.text[first - 1] in QUOTE_MARKS:
        return True
    before = story.word(first - 1)
    if before == "that":
        return story.word(first - 2) in _FRAMES and _BROKEN.isdisjoint(story.lower[first:auxiliary])
    if before != "," or not _BROKEN.isdisjoint(ahead):
        return False
    if ahead[0] in PLACING and "," not in ahead[:-1]:
        return True
    return any(word in _FINITE or english.is_past_form(word) for word in ahead) and ahead.count(",") == 1
