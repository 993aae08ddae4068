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
_DOCUMENTS |= {"summary", "opening", "evidence", "verdict", "findings"}
_POSTS = {
    "executive": ("chief",),
    "secretary": ("general", "press"),
    "director": ("managing", "finance", "medical", "athletic"),
    "chairman": (),
    "chairwoman": (),
    "website": (),
}
"""Posts of which a body has one, with the words of which one stands before them."""
_OWN_WORDS = frozenset({"words", "account", "view", "admission", "estimate"})
_HAD = _OWNED | _OWN_WORDS | _DOCUMENTS | {"affidavit", "deposition", "memoir"} | {"author", "authors"} | _POSTS.keys()
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
        if word not in _HAD:
            continue
        owner, after = owned - 1, owned + 1
        noun = story.word(owner)
        if word in _OWN_WORDS:
            if noun == "own":
                yield from _of_own(story, owner)
            elif noun.endswith("s"):
                yield from _of_words(story, owned)
            continue
        yield from _of_name(story, owned)
        yield from _plural_owner(story, owned)
        if word in _POSTS:
            yield from _of_body(story, owned)
        if _is_title(story, owner) and word.startswith("spokes"):
            right = f"{story.text[owner].removesuffix('s')}'s"
            yield Issue("possessive", story.span(owner, owned), f"… {word}", "takes a possessive", (right,))
            continue
        if noun not in _OWNERS or (noun == "baby" and word in _FAMILY):
            continue  # "her baby son"
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


def _of_name(story: Story, owned: int) -> Iterator[Issue]:
    """`Mr Okafors LAWYER said`: a title and a name own what follows in the singular."""
    owner, first = owned - 1, owned - 1
    while story.is_capital(first) and first > owned - _LONGEST_NAME and story.lower[first] not in _HONORIFICS:
        first -= 1
    if first == owner or story.word(first) not in _HONORIFICS or not story.is_plain(owned):
        return
    cited = story.lower[owned] in _PERSONAL_DOCUMENTS and story.word(first - 1) in ("to", "in", "by", "from")
    opens = story.lower[owned] in _OWNED and story.word(first - 1) == "to" and story.word(first - 2) == "according"
    if not cited and not opens and (story.lower[owned] in _DOCUMENTS or not _speaks(story, owned)):
        return
    name = story.text[owner]
    right = (f"{name[:-1]}'s", f"{name}'s") if name.endswith("s") else (f"{name}'s",)
    span = story.span(owner, owned)
    yield Issue("possessive", span, f"… {story.lower[owned]}", "takes a possessive", right)


def _plural_owner(story: Story, owned: int) -> Iterator[Issue]:
    """`the coroners SUMMARY`, `the widows STATEMENT was read`: the owners are few, and what is owned is no verb."""
    word, described = story.lower[owned], story.word(owned - 1)
    apart = described in (_OF_REPORTS if word in _DOCUMENTS else _OF_AIDES)
    owner = owned - 1 - apart
    one = story.words.singulars.get(story.word(owner), "")
    written = (one in _WRITTEN and word in _OF_WRITINGS) or (
        apart and (one in story.words.organisations or one in _FAMILY)
    )
    if (
        (one not in _OWNERS and not written)
        or not story.is_plain(owner)
        or not story.is_plain(owned)
        or (word in _VERBS and not apart)
    ):
        return
    if story.word(owner - 1) not in _BEFORE_OWNERS or story.word(owned + 1) in ("of", "-"):
        return
    told = apart and story.word(owner - 2) == "to" and story.word(owned + 1) == ","
    if word in _OWNED and not (told or _speaks(story, owned)):
        return
    right = (f"{one}'s", f"{story.text[owner]}'")
    yield Issue("possessive", story.span(owner, owner + 1), f"… {word}", "takes a possessive", right)


def _speaks(story: Story, owned: int) -> bool:
    """Whether a verb of a person's stands behind, or the name of the only one: `the widows LAWYER, Ann Roe, said`."""
    after = story.word(owned + 1)
    if is_finite_cue(after, story.words) or after in _AFTER:
        return True
    return after == "," and story.is_capital(owned + 2) and story.lower[owned] in _OWNED


def _of_own(story: Story, own: int) -> Iterator[Issue]:
    """`in Mr TREVANIONS own words`."""
    name, text = own - 1, story.text[own - 1]
    titled = story.word(name - 1) in _HONORIFICS or story.word(name - 2) in _HONORIFICS
    if story.is_capital(name) and text.endswith("s") and titled:
        right = (f"{text[:-1]}'s", f"{text}'s")
        yield Issue("possessive", story.span(name, own), "… own", "takes a possessive", right)


def _of_words(story: Story, owned: int) -> Iterator[Issue]:
    """`In Ms OKAFORS words,`."""
    name = owned - 1
    opened = story.word(name - 1) in _HONORIFICS and story.word(name - 2) in ("in", "by")
    if opened and story.is_capital(name) and story.word(owned + 1) in (",", "it", "the"):
        text = story.text[name]
        right = (f"{text[:-1]}'s", f"{text}'s")
        slot = f"… {story.lower[owned]}"
        yield Issue("possessive", story.span(name, owned), slot, "takes a possessive", right)


def _of_body(story: Story, post: int) -> Iterator[Issue]:
    """`the COUNCILS chief executive`: several bodies have not one of them together."""
    kinds = _POSTS[story.lower[post]]
    owner = post - 2 if story.word(post - 1) in kinds else post - 1
    one = story.words.singulars.get(story.word(owner), "")
    stands = owner == post - 1 - bool(kinds) and one in _SOLE_OWNERS and story.word(owner - 1) in _BEFORE_OWNERS
    after = story.word(post + 1)
    if (
        stands
        and story.is_plain(owner)
        and (after in (",", ".") or story.is_name(post + 1) or is_finite_cue(after, story.words))
    ):
        slot, right = f"… {story.slice(owner + 1, post + 1)}", (f"{one}'s", f"{story.text[owner]}'")
        yield Issue("possessive", story.span(owner, owner + 1), slot, "takes a possessive", right)


_SOLE_OWNERS = group("sole-owners")
_PERSONAL_DOCUMENTS = frozenset({"affidavit", "testimony", "statement", "letter", "ruling", "deposition", "memoir"})
_LONGEST_NAME = 4
_BEFORE_OWNERS = (_DETERMINERS - {"a", "an"}) | {"whose"}
_WRITTEN, _OF_WRITINGS = frozenset({"report", "study", "paper", "survey", "letter"}), frozenset({"author", "authors"})
_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "mr.", "mrs.", "ms.", "dr."})
_OF_REPORTS = frozenset({"final", "annual", "latest", "interim", "preliminary", "quarterly", "draft", "own", "joint"})
_OF_REPORTS |= {"written", "victim", "impact", "closing", "opening"}
_OF_AIDES = frozenset({"private", "personal", "chief", "press", "senior", "legal", "former", "own", "late", "closest"})
_FAMILY = frozenset(shipped_lexicon("kin")) | {"parent", "victim", "resident", "survivor", "officer", "author"}
_VERBS = frozenset({"report", "letter"})


def _is_title(story: Story, owner: int) -> bool:
    """Whether a title in capitals stands behind *the*, alone or behind one word of its own: *the Prime Minister*."""
    if not story.is_capital(owner) or story.text[owner].isupper() or story.in_compound(owner):
        return False
    first = owner - 1 if story.is_capital(owner - 1) else owner
    return story.word(first - 1) == "the" and story.lower[owner].removesuffix("s") in _TITLES


_TITLES = frozenset({"minister", "president", "chancellor", "governor", "mayor", "premier", "commissioner", "bishop"})


def _is_determined(story: Story, owner: int) -> bool:
    """Whether an article or a possessive stands before the owner, with one more word between at the most."""
    if story.word(owner - 1) in _DETERMINERS:
        return True
    between = owner - 1
    known = story.is_plain(between) and story.lower[between] in _OFFICES
    return known and story.word(between - 1) in _DETERMINERS
