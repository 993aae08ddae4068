"""A person before what only somebody has, without the possessive: `the governor spokeswoman said`.

A singular person does not describe a relative, an aide or a paper of that person's own; of those who give their name to
a trade, *a union spokesman*, *a student leader*, the compound is right (Quirk et al. 1985, 5.116, 17.110), and so the
owners are kept as a list.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.agreement import is_finite_cue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

_OWNERS = group("owners")
_OWNED = group("owned-by-persons") | frozenset(shipped_lexicon("kin")) - {"partner"}
_DOCUMENTS = frozenset({"report", "statement", "letter", "ruling", "speech", "remarks", "testimony"})
_HAD = _OWNED | _DOCUMENTS
_DETERMINERS = frozenset({"the", "his", "her", "their", "a", "an"})
_AFTER = frozenset({"has", "have", "had", "was", "is", "who", "also", "later", "did", "could", "would", "declined"})
_CALLINGS = group("callings-of-owners")
_OFFICES = group("before-offices")


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _HAD


def lost_possessives(story: Story) -> Iterator[Issue]:
    """Yield the persons in a story's frames who lack the possessive."""
    for owned, word in story.among(_matters):
        owner, after = owned - 1, owned + 1
        noun = story.word(owner)
        if word not in _HAD or noun not in _OWNERS:
            continue
        if _is_title(story, owner) and word.startswith("spokes"):
            right = f"{story.text[owner]}'s"
            yield Issue("possessive", story.span(owner, owned), f"… {word}", "takes a possessive", (right,))
            continue
        if not story.is_plain(owned) or not story.is_plain(owner) or story.in_compound(owner):
            continue
        if story.in_compound(owned) or not _is_determined(story, owner):
            continue
        if noun in _CALLINGS and word not in _DOCUMENTS and story.word(after) == "of":
            continue  # “the singer mother of three”
        documents = word in _DOCUMENTS
        reports = is_finite_cue(story.word(after), story.words) or (story.word(after) in _AFTER and not documents)
        if not reports or (documents and noun in _CALLINGS):
            continue
        slot = f"… {word}"
        right = f"{story.text[owner]}'s"
        yield Issue("possessive", story.span(owner, owned), slot, "takes a possessive", (right,), certain=True)


def _is_title(story: Story, owner: int) -> bool:
    """Whether a title in capitals stands behind *the*, alone or behind one word of its own: *the Prime Minister*."""
    if not story.is_capital(owner) or story.text[owner].isupper() or story.in_compound(owner):
        return False
    first = owner - 1 if story.is_capital(owner - 1) else owner
    return story.word(first - 1) == "the" and story.lower[owner] in _TITLES


_TITLES = frozenset({"minister", "president", "chancellor", "governor", "mayor", "premier", "commissioner", "bishop"})


def _is_determined(story: Story, owner: int) -> bool:
    """Whether an article or a possessive stands before the owner, with one more word between at the most."""
    if story.word(owner - 1) in _DETERMINERS:
        return True
    between = owner - 1
    known = story.is_plain(between) and story.lower[between] in _OFFICES
    return known and story.word(between - 1) in _DETERMINERS
