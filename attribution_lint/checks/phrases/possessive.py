"""Apostrophes of a source: a possessive for a plural or a singular, and one that was lost."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.agreement import is_finite_cue
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.inflection import plural
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

_POSSESSED = group("possessed")
_DATA = group("data")
_AFTER_POSSESSED = frozenset({"said", "says", "confirmed", "declined", "told", "that", "announced", "and", ".", ","})
_OPENERS = frozenset({"the", "a", "his", "her", "their"})
_PLACING = frozenset({"in", "at", "from", "near", "with"})
_BEHIND_SEVERAL = _PLACING | {"of", "after", "on", "during", "close", "familiar", "outside", "who", "that"}
_KIN = frozenset(shipped_lexicon("kin"))
_HELD = frozenset({"has", "have", "had", "is", "was", "were", "are"})
_MARKS = frozenset({"'s", "'", "’s", "’"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _MARKS or word == "own" or word in _IRREGULAR or word in _POSSESSED or word in _KIN


def bad_possessives(story: Story) -> Iterator[Issue]:
    """Yield the possessives of sources that should be none, and the sources that should be one."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word in _MARKS:
            yield from _possessive(story, number)
            yield from _its(story, number)
        elif word == "own":
            yield from _own(story, number)
        elif word in _IRREGULAR:
            yield from _irregular(story, number)
        elif (word in _POSSESSED or word in _KIN) and number:
            yield from _lost_apostrophe(story, number - 1)


def _possessive(story: Story, mark: int) -> Iterator[Issue]:
    """`the official's said`."""
    noun = story.word(mark - 1)
    opens = story.is_first(mark - 1) and story.text[mark - 1][1:].islower()
    if (
        not story.glued(mark - 1)
        or not (story.is_plain(mark - 1) or opens)
        or (story.text[mark] == "'" and story.glued(mark))
    ):
        return
    if story.words.persons.get(noun) == "plural" and noun.endswith("s") and story.text[mark] in ("'s", "’s"):
        whole, sign = story.text[mark - 1], story.text[mark]
        right: tuple[str, ...] = (f"{whole[:-1]}{sign}", f"{whole}{sign[0]}")
        if story.word(mark + 1) in story.words.frequent_cues and not english.can_be_noun(story.word(mark + 1)):
            right = (whole, *right)
        yield Issue("possessive", story.span(mark - 1, mark + 1), f"{right[0]} …", "takes one “s” or none", right)
        return
    if noun in ("said", "told", "says", "added"):
        yield Issue("possessive", story.span(mark - 1, mark + 1), f"… {noun}", "a verb takes no possessive", (noun,))
        return
    if story.word(mark + 1) in (",", ".") and _follows_according(story, mark - 1) and noun in story.words.sources:
        yield Issue("possessive", story.span(mark - 1, mark + 1), "according to", "takes no possessive", (noun,))
        return
    if _is_elliptic(story, mark) or (story.word(mark - 3) == "of" and story.word(mark - 4) in story.words.persons):
        return  # "a friend of the family's said"
    if story.word(mark + 1) == "said" and story.word(mark + 2) == "to":
        return  # "The minister's said to be furious"
    if story.words.organisations.get(noun) == "singular" and story.word(mark + 1) in ("said", "told", "says", "say"):
        right = (noun,) if story.word(mark + 1) != "say" else (plural(noun), noun)
        slot = f"… {story.word(mark + 1)}"
        yield Issue("possessive", story.span(mark - 1, mark + 1), slot, "takes no possessive", right)
        return
    after = story.word(mark + 1)
    noun_behind = story.in_compound(mark + 1) or (after == "say" and story.word(mark + 2) in ("in", "on", "over"))
    if noun not in story.words.persons or noun_behind:
        return  # "the warden's say-so", "the nurse's say in the matter"
    if story.words.persons[noun] == "singular" and _is_subject(story, mark):
        right = (plural(noun), noun)
        if story.word(mark - 2) in ("a", "an", "one") or _is_single(story, mark):
            right = (noun,)
        right = tuple(form.capitalize() for form in right) if story.is_capital(mark - 1) else right
        slot, reason = f"… {after}", "takes a plural or a singular, no possessive"
        yield Issue("possessive", story.span(mark - 1, mark + 1), slot, reason, right)
        return
    past = any(form == "past" for form, _ in story.words.cues.get(after, ())) and story.word(mark + 2) in (
        "that",
        "the",
    )
    opens = opens or (_follows_according(story, mark - 1) and story.is_plain(mark - 1))
    placed = opens and (after in _PLACING or after == "of")
    one = story.words.persons[noun] == "singular"
    if one and after in _BEHIND_SEVERAL and (story.word(mark - 2) in PLURAL_SIGNS or story.word(mark - 2) == "told"):
        span, slot = story.span(mark - 1, mark + 1), f"{story.lower[mark - 2]} …"
        yield Issue("possessive", span, slot, "takes a plural, no possessive", (plural(noun),))
        return
    if story.word(mark - 3) == "of" and (after == "who" or story.words.cues.get(after)):
        return  # “a friend of the minister's who lives in Leeds”, “a letter of the poet's says”
    if after in _HELD and story.word(mark + 2) not in story.words.cues:
        return  # “Ms Leal's campaign has five offices. The mayor's has one.”
    argued = (
        after in story.words.clause_verbs
        and after not in story.words.sources
        and not english.can_be_noun(after)
        and _is_base(story, after)
    )
    if (
        after not in ("said", "told", "say", "says", "declined", "added", "who")
        and not past
        and not placed
        and not argued
    ):
        return
    forms: tuple[str, ...] = (plural(noun), noun) if one and after != "says" else (noun,)
    if one and story.word(mark - 2) in ("a", "an", "one"):
        forms = (noun,)
    if story.is_capital(mark - 1):
        forms = tuple(form.capitalize() for form in forms)
    yield Issue(
        "possessive", story.span(mark - 1, mark + 1), f"… {after}", "takes a plural or a singular, no possessive", forms
    )


def _is_elliptic(story: Story, mark: int) -> bool:
    """Whether the noun that is owned was told before: `Her own mother's said`, or the line before runs as this does."""
    if story.word(mark - 2) == "own":
        return True
    low, cue = story.sentence_start(mark), story.word(mark + 1)
    ahead = story.lower[story.sentence_start(low - 1) : low] if low else []
    if cue not in ahead:
        return False
    behind = story.lower[mark + 2 : story.sentence_end(mark)]
    told = {tuple(ahead[n : n + _RUN]) for n in range(len(ahead))}
    return any(tuple(behind[n : n + _RUN]) in told for n in range(len(behind) - _RUN))


_RUN = 4
"""Words in a row that two lines share which say the same of two owners."""


def _is_subject(story: Story, mark: int) -> bool:
    """Whether a phrase of place or purpose and then the cue follow: `The lawyer's for the two accused have said`.

    What may be a shortened *is*, “The minister's on holiday”, has no second verb.
    """
    verb = _verb_behind(story, mark)
    first = mark - 1
    if first not in story.firsts and story.word(first - 1) in _OPENERS | PLURAL_SIGNS:
        first -= 1
    return verb > mark and first in story.firsts and story.word(mark - 3) != "of"


def _verb_behind(story: Story, mark: int) -> int:
    """Return the number of the finite verb behind a phrase that a preposition opens; 0 if there is none."""
    if story.word(mark + 1) not in _BEFORE_PHRASE:
        return 0
    for at in range(mark + 2, min(mark + _LONGEST_PHRASE, story.sentence_end(mark))):
        word = story.lower[at]
        if is_finite_cue(word, story.words) or word in _HELD or word == "say":
            return at if at > mark + 2 and story.is_plain(at) else 0
        if word in _ENDS_PHRASE or not story.text[at][0].isalnum():
            return 0
    return 0


def _is_single(story: Story, mark: int) -> bool:
    """Whether the verb behind is that of one."""
    return story.word(_verb_behind(story, mark)) in ("has", "is", "was", "says", "tells")


_BEFORE_PHRASE = frozenset({"of", "for", "from", "at", "in", "near", "to", "behind", "with", "on", "involved"})
_ENDS_PHRASE = frozenset(
    {"who", "which", "that", "and", "but", "or", "as", "when", "if", "because", "where", "he", "she"}
)
_LONGEST_PHRASE = 8


def _its(story: Story, mark: int) -> Iterator[Issue]:
    """`according to it's accounts`: no preposition stands before *it is*."""
    noun = mark + 1
    if story.word(mark - 1) != "it" or story.text[mark] not in ("'s", "’s") or story.word(mark - 2) not in _BEFORE_ITS:
        return
    if story.is_plain(noun) and story.lower[noun] not in story.words.function and not story.spoken[mark - 2]:
        slot, reason = f"{story.lower[mark - 2]} its …", "takes no apostrophe"
        yield Issue("possessive", story.span(mark - 1, mark + 1), slot, reason, ("its",), certain=True)


_BEFORE_ITS = frozenset({"to", "in", "from", "of", "by", "on", "for", "with"})


def _own(story: Story, own: int) -> Iterator[Issue]:
    """`The governments own figures show`, `according to the ministries own figures`: a verb stands behind, or none."""
    owner, noun, after = own - 1, own + 1, own + 2
    word = story.word(owner)
    if not story.is_plain(owner) or story.word(owner - 1) not in ("the", "its", "their") or word.endswith("ss"):
        return
    kind = story.words.organisations.get(word) or story.words.persons.get(word)
    told = story.word(noun) in story.words.documents or story.word(noun) in _POSSESSED | _DATA
    verbal = any(form in ("base", "third", "past") for form, _ in story.words.clause_verbs.get(story.word(after), ()))
    closes = story.word(owner - 2) == "to" and story.word(owner - 3) == "according"
    if kind != "plural" or not word.endswith("s") or not told or not (verbal or closes):
        return
    one = story.words.singulars.get(word, word[:-1])
    right = (f"{one}'s", f"{word}'")
    yield Issue("possessive", story.span(owner, own), "… own", "takes a possessive", right)


def _irregular(story: Story, number: int) -> Iterator[Issue]:
    """`the womens team`, `a childrens hospital`."""
    text, right = story.text[number], _IRREGULAR[story.lower[number]]
    end = number + 1
    if story.word(end) in ("'", "’") and story.glued(number):
        end += 1
    plain = story.is_plain(number) and story.is_plain(end)
    if story.glued(number) != (end > number + 1) or not (plain or _is_named(story, number, end)):
        return
    right = right.capitalize() if story.is_capital(number) else right
    if english.can_be_noun(story.lower[end]) and story.lower[end] not in ("rea",):
        slot = f"… {story.lower[end]}"
        yield Issue(
            "possessive", story.span(number, end), slot, f"“{text}” takes an apostrophe", (right,), certain=True
        )


def _is_named(story: Story, owner: int, owned: int) -> bool:
    """Whether a source in capitals has an owner: `said the CHILDRENS' Commissioner`."""
    word = story.word(owned)
    source = word in story.words.sources or word in story.words.occasions
    return source and has_frame(story, owner)


_IRREGULAR = {"mens": "men's", "womens": "women's", "childrens": "children's", "policemens": "policemen's"}


_BODIES = {
    f"{stem}{ending}": f"{stem}{one}"
    for stems, ending, one in (
        (("compan", "ministr", "agenc", "charit", "part"), "ies", "y's"),
        (("bank", "firm", "airline", "club", "council", "government", "department", "commission"), "s", "'s"),
    )
    for stem in stems
}
_BODIES_OWN = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "chairman", "chairwoman", "founder", "owner", "lawyer", "lawyers"}
)


def _is_base(story: Story, verb: str) -> bool:
    return any(form == "base" for form, _ in story.words.clause_verbs[verb])


def _follows_according(story: Story, noun: int) -> bool:
    at = noun - 1
    while at > noun - 4 and story.word(at) not in ("to", ",", "."):
        at -= 1
    return story.word(at) == "to" and story.word(at - 1) == "according"


def _lost_apostrophe(story: Story, number: int) -> Iterator[Issue]:
    """`the governors office said`, `The Prime Ministers office said`."""
    noun, text = story.word(number), story.text[number]
    if noun in ("mans", "womans", "childs") and story.is_plain(number) and story.word(number + 1) in _KIN:
        slot = f"… {story.word(number + 1)}"
        span = story.span(number, number + 1)
        yield Issue("possessive", span, slot, "takes a possessive", (f"{text[:-1]}'s",), certain=True)
        return
    if noun in _BODIES and story.is_plain(number) and story.word(number + 1) in _BODIES_OWN:
        if story.word(number - 1) in _OPENERS - {"a"} and story.word(number + 2) in _AFTER_POSSESSED:
            one = _BODIES[noun]
            slot = f"… {story.word(number + 1)}"
            yield Issue("possessive", story.span(number, number + 1), slot, "takes a possessive", (one, f"{noun}'"))
        return
    if story.text[number + 2 : number + 3] in (["."], [","]) and story.word(number - 2) == ",":
        return  # “…, the authors report.”
    if story.words.persons.get(noun) != "plural" or not noun.endswith("s") or story.spoken[number]:
        return
    titled = story.is_capital(number) and text[1:].islower() and story.lower[number + 1] == "office"
    placed = story.lower[number + 1] == "office" and story.word(number + 2) in ("in", "on", "at", "to", "and")
    if not (story.is_plain(number) or titled) or not (placed or story.word(number + 2) in _AFTER_POSSESSED):
        return
    at = number - 1
    while at > number - 4 and (story.is_plain(at) or story.is_capital(at)) and story.word(at) not in _OPENERS:
        at -= 1
    if story.word(at) not in _OPENERS or story.word(at) in ("a", "an"):  # "a machinists spokesman" names the trade
        return
    if story.word(number + 1) in _KIN and not english.is_word(noun):
        return
    reason, slot = "takes a possessive", f"… {story.word(number + 1)}"
    yield Issue("possessive", story.span(number, number + 1), slot, reason, (text[:-1] + "'s", text + "'"))
