"""Words misspelt inside an attribution: no word of English, and a slip from one that the phrase may hold.

A word of attribution gives itself away wherever it stands; any other must stand in a sentence that has a source.
Names, what is spoken, and a word that a story has more than once are left alone: a house may spell as it likes.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.corrections import (
    corrections,
    edits,
    ends_alike,
    gives_itself_away,
    ordinary,
    ranked,
    slip,
)
from attribution_lint.checks.phrases.formation import is_unknown
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.inflection import plural
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_SHORTEST = 5
_SIGNS = group("frame-words")
_TAKE_BASE = group("auxiliary") | group("wants-base") | {"to"}
_MADE_BEFORE = frozenset({"vice", "co", "ex", "under", "deputy", "eye", "fire", "fellow", "attorney", "chief", "non"})
_VERBAL = ("ed", "ing", "ly")
_PREPOSITIONS = group("prepositions")
_FOREIGN = group("foreign-particles")
_SAYING = group("says") | {"asked"}
_FREQUENT = 7.7
_OFTEN = 8.5
"""How often two words must be written together to show that one was meant, as a decimal logarithm."""
_PLAIN_SLIP = 1.45
"""What a slip costs at most that needs little other proof: letters exchanged, doubled or lost."""
_OPENS_ASIDE = frozenset({"which", "who", "with", "but", "and", "when", "while", "that", "said"})
_JOINING = frozenset({"and", "or", ","})
_FEW = 5
_NEAR = 4
"""Words between a misspelt one and a sign of attribution."""
_OWN_AUXILIARY = NOMINATIVE | {"who", "that", "here", "what"}
"""Behind which *'s* is *is* or *has*."""
_CLEAR = 0.9
"""What the first correction must cost less than the second to be the only reading."""


@interest
def _is_misspelt(word: str, words: Vocabulary) -> bool:
    return (
        len(word) > 1
        and word.isalpha()
        and word.isascii()
        and word not in words.sources
        and word not in words.clause_verbs
        and word not in words.function
        and word not in words.criteria
        and is_unknown(word)
    )


def misspelt_words(story: Story) -> Iterator[Issue]:
    """Yield the misspelt words of attribution in small letters, spoken ones apart."""
    for number, word in story.among(_is_misspelt):
        if not story.is_plain(number) or story.recurs(word) or _is_cut(story, number) or _is_named(story, number):
            continue
        found = _corrections(story, number, word)
        if found and not _in_jargon(story, number):
            yield misspelling(story, number, word, found)


def misspelling(story: Story, number: int, word: str, found: tuple[str, ...]) -> Issue:
    """Return the issue of a misspelt word, of which `found` are the corrections, the likeliest first."""
    costs = [slip(word, right.lower()) for right in found[:2]]
    sure = len(costs) == 1 or costs[1] - costs[0] >= _CLEAR
    reason = f"“{story.text[number]}” is no word"
    return Issue("misspelling", story.span(number, number + 1), f"… {found[0]} …", reason, found, certain=sure)


def _corrections(story: Story, number: int, word: str) -> tuple[str, ...]:
    if story.in_compound(number):
        return _in_compound(story, number, word)
    if len(word) < _SHORTEST:
        usual = corrections(word, story.words) if len(word) == _SHORTEST - 1 and attributes(story, number) else ()
        return tuple(right for right in usual if len(right) > len(word)) or _small(story, number, word)
    if owner := _owner(story, number, word):
        return owner
    found, usual = corrections(word, story.words), _in_attributions(story.words, word)
    if story.word(number - 1) in ("'s", "’s") and story.word(number - 2) not in _OWN_AUXILIARY:
        words = story.words  # "his mother's brack": what somebody has is no verb
        found = tuple(right for right in found if right not in words.cues or right in words.sources)
        usual = tuple(right for right in usual if right not in words.cues or right in words.sources)
    if not attributes(story, number, _NEAR):
        told = attributes(story, number)
        usual = tuple(right for right in usual if _is_told(story, number, right) or (told and _is_plain(word, right)))
        found = tuple(
            right
            for right in found
            if right in usual
            or gives_itself_away(word, right, story.words)
            or _is_done(story, number, right)
            or _is_somebody(story, number, right)
        )
    if usual and any(right not in found for right in usual):
        found = ranked(word, {*found, *usual}, found)
    return () if _is_slang(word) else fitting(story, number, found or _small(story, number, word))


def _in_attributions(words: Vocabulary, word: str) -> tuple[str, ...]:
    """Return the usual words that a word was meant for: those of attributions, and verbs and adverbs by their ending.

    Any other must have lost a letter or exchanged two: what is near to a noun by another letter is as
    likely the name of a fish, a tree or a dish that dictionaries lack.
    """
    return tuple(
        right
        for right in ordinary(word)
        if right in words.likely_sources
        or right in words.cues
        or right in words.function
        or right in _SIGNS
        or right.endswith(_VERBAL)
        or sorted(right) == sorted(word)
        or len(right) > len(word)
    )


def _is_told(story: Story, number: int, right: str) -> bool:
    return right in _SAYING and _follows_source(story, number)


def _is_done(story: Story, number: int, right: str) -> bool:
    """Whether a source stands before, and what was meant is a verb of saying: `a second surgeon CONCURED`."""
    verbs = any(form in ("past", "third") for form, _ in story.words.cues.get(right, ()))
    return verbs and _is_plain(story.lower[number], right) and _follows_source(story, number)


def _is_somebody(story: Story, number: int, right: str) -> bool:
    """Whether a long word with an article was meant for a person, where somebody speaks: `A WHISTELBLOWER at`."""
    word = story.lower[number]
    determined = len(word) >= _LONG_PERSON and story.word(number - 1) in DETERMINERS
    return determined and right in story.words.persons and _is_plain(word, right) and attributes(story, number)


_LONG_PERSON = 9


def _is_plain(word: str, right: str) -> bool:
    return slip(word, right) < _PLAIN_SLIP


def _is_slang(word: str) -> bool:
    """Whether a word is another with a *z* for its *s*: *boyz*, *realz*."""
    return word.endswith("z") and english.is_word(word[:-1])


def _owner(story: Story, number: int, word: str) -> tuple[str, ...]:
    """`the dead mans sister`, `the companys chairman`: a possessive without its apostrophe, or a plural made amiss."""
    stem = word[:-1]
    if word[-1] != "s" or not (
        stem.endswith(("man", "woman", "child")) or (stem[-1] == "y" and stem[-2] not in "aeiou")
    ):
        return ()
    if stem not in story.words.sources and stem not in ("man", "woman", "child"):
        return ()
    many, owned = plural(stem), story.word(number + 1)
    if english.can_be_noun(owned) and owned not in story.words.function and owned not in story.words.cues:
        return (f"{stem}'s", many)
    return (stem, many) if stem in story.words.organisations else (many, f"{stem}'s")


def _follows_source(story: Story, number: int) -> bool:
    before = number - 1
    return (
        story.word(before) in ("”", '"')
        or story.word(before) in story.words.speakers
        or story.word(before) in ("he", "she", "they", "has", "have", "had", "who")
        or story.is_name(before)
    )


def attributes(story: Story, number: int, reach: int | None = None) -> bool:
    """Whether the sentence of a word holds a sign of attribution besides it, at most `reach` words away."""
    words, first, last = story.words, story.sentence_start(number), story.sentence_end(number)
    if reach is not None:
        first, last = max(first, number - reach), min(last, number + reach + 1)
    for at in range(first, last):
        word = story.lower[at]
        if at != number and (word in words.sources or word in words.cues or word in _SIGNS) and not story.spoken[at]:
            return True
    return False


def _in_jargon(story: Story, number: int) -> bool:
    """Whether a word beside it is unknown too, or small and foreign: another language, or a dialect."""
    beside = tuple(at + step * (story.word(at) in _JOINING) for step in (-1, 1) for at in (number + step,))
    if any(story.word(at) in _FOREIGN or _is_strange(story, at) for at in beside):
        return True
    return any(story.is_capital(at) and is_unknown(story.lower[at]) for at in beside) and _in_marks(story, number)


def _in_marks(story: Story, number: int) -> bool:
    """Whether the word stands in quotation marks that hold no whole sentence: `“In nomine Patris,” he says`."""
    first, last = max(story.sentence_start(number), number - _FEW), min(story.sentence_end(number), number + _FEW)
    return any(story.text[at] in QUOTE_MARKS for at in range(first, number)) and any(
        story.text[at] in QUOTE_MARKS for at in range(number, last)
    )


def _is_strange(story: Story, number: int) -> bool:
    opens = number > 0 and story.text[number - 1] in ("“", '"')
    return (story.is_plain(number) or opens) and len(story.lower[number]) > 1 and is_unknown(story.lower[number])


def _is_named(story: Story, number: int) -> bool:
    """Whether a word stands alone between quotation marks: `the letter "sa"`."""
    beside = story.text[max(number - 1, 0) : number + 2 : 2]
    return len(beside) == 2 and all(text in QUOTE_MARKS or text in "‘’'" for text in beside)


def _is_cut(story: Story, number: int) -> bool:
    """Whether the word is a piece of something else: an address, a contraction, a number with its unit."""
    if number and story.glued(number - 1) and story.text[number - 1][-1] not in _OPENS:
        return story.text[number - 1] != "-"
    if number > 1 and story.text[number - 1].endswith("-") and not story.glued(number - 1):
        return story.text[number - 1] != "-" or story.glued(number - 2)
    after = story.text[number + 1] if number + 1 < len(story) else ""
    if after in ("'s", "’s"):
        return False  # an owner
    return story.glued(number) and (after[:1] in "'’@_.[/" and (after != "." or _goes_on(story, number + 1)))


_OPENS = frozenset('"“«„‘([—–,')


def _goes_on(story: Story, mark: int) -> bool:
    """Whether a full stop is none: something in small letters or a mark follows."""
    return mark + 1 < len(story) and (story.glued(mark) or not story.is_capital(mark + 1))


def _in_compound(story: Story, number: int, word: str) -> tuple[str, ...]:
    """`vice-presidnet`, `eye-witneses`: the head of a compound, or its modifier, that is a word of attribution."""
    heads = number > 1 and story.text[number - 1] == "-" and story.text[number + 1 : number + 2] != ["-"]
    small = heads and (story.is_plain(number - 2) or number - 2 in story.firsts)
    if small and (story.lower[number - 2] in _MADE_BEFORE or _is_common(story, number - 2)):
        return tuple(right for right in corrections(word, story.words) if right in story.words.sources)
    opens = story.text[number + 1 : number + 2] == ["-"] and story.word(number + 2) in story.words.sources
    if opens and not (number and story.glued(number - 1)):
        return corrections(word, story.words)
    return ()


def _is_common(story: Story, number: int) -> bool:
    return english.frequency(story.lower[number]) > _FREQUENT - 1 and english.can_be_noun(story.lower[number])


def _small(story: Story, number: int, word: str) -> tuple[str, ...]:
    """Return a frequent short word that stands between its neighbours as often as they are written together."""
    before, after = story.word(number - 1), story.word(number + 1)
    if story.text[number - 1 : number] and story.text[number - 1][-1].isdigit():
        return ()
    if before in ("'s", "’s"):
        return ()  # "his mother's brack": something that he has
    near = {right for right in edits(word) if english.frequency(right) > _FREQUENT} - {before, after}
    if before in DETERMINERS:
        near -= DETERMINERS | _PREPOSITIONS | _TAKE_BASE | {"need", "needs"}
    if before in PLURAL_SIGNS - DETERMINERS and word.endswith("s"):  # what is counted may be anything with a name
        near = {right for right in near if right in story.words.persons or right in story.words.documents}
    if word[-1] in "aeio":  # as foreign words end, but for words that an attribution has in any case
        near = {right for right in near if right in story.words.function or right in _SAYING or ends_alike(word, right)}
    if not near:
        return ()
    said = tuple(right for right in near if right in _SAYING and _follows_source(story, number))
    if said or not (after.isalpha() and attributes(story, number)):
        return fitting(story, number, ranked(word, said))
    opens = before == "," and not story.spoken[number - 1]
    held: dict[str, float] = {}
    for right in near:
        left, beside = english.togetherness(before, right), english.togetherness(right, after)
        if opens and right in _OPENS_ASIDE:
            left = beside
        together = left and (beside or story.is_capital(number + 1))
        cost = slip(word, right)
        small = right in story.words.function and len(word) > 2
        proven = cost < _PLAIN_SLIP or max(left, beside) > _OFTEN
        exchanged = len(word) > 3 and (left or beside) and sorted(word) == sorted(right)
        if together or (small and proven) or exchanged:
            held[right] = cost - 0.25 * english.frequency(right) - (left + beside) / 5
    return tuple(sorted(held, key=lambda right: (held[right], right))[:2])


def fitting(story: Story, number: int, found: tuple[str, ...]) -> tuple[str, ...]:
    """Return corrections with those first that fit the words beside: a number, an article, an auxiliary."""
    if len(found) < 2:
        return found
    before = story.word(number - 1)

    def misfits(right: str) -> bool:
        sort = story.words.sources.get(right)
        if before in (",", "") and sort == "singular" and right in story.words.persons:
            return True
        if before in PLURAL_SIGNS:
            return sort == "singular"
        if before in ("a", "an", "one", "another", "each", "every"):
            return sort == "plural" or (right[:1] in "aeiou" and before == "a")
        forms = {form for form, _ in story.words.cues.get(right, ())}
        if not forms or right in story.words.documents:
            return False
        if before in ("has", "have", "had", "was", "were", "been", "being", "be"):
            return not forms & {"participle", "progressive"}
        if before in _TAKE_BASE:
            return "base" not in forms
        singular = story.words.sources.get(before) == "singular" or before in ("he", "she", "it")
        return singular and forms == {"base"}

    return tuple(sorted(found, key=misfits))
