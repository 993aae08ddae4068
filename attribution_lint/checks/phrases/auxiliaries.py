"""Auxiliaries of a cue that disagree with a pronoun, or with what *who* and *which* stand for.

*He have said*, *officials who was briefed*, *the report, which show* (Quirk et al. 1985, 10.34 and 17.25).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_ONE = {"have": "has", "are": "is", "were": "was", "do": "does"}
_MANY = {"has": "have", "is": "are", "was": "were", "does": "do"}
_SINGULAR = frozenset({"he", "she", "it"})
_UNREAL, _NOT = frozenset({"if", "wish", "wished", "though", "unless"}), frozenset({"not", "n't", "n’t"})
_REPORTS = frozenset({"said", "says"})
_PLURAL = frozenset({"they", "we"})
_SAYS = frozenset({"show", "say", "represent", "describe", "argue", "oppose", "oversee"})
_RELATIVE = frozenset({"who", "which"})
_OPENERS = frozenset({"that", "and", "but", "as", "when", "after", "because", ",", "—", "–"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _SINGULAR or word in _PLURAL or word in _RELATIVE


def bad_auxiliaries(story: Story) -> Iterator[Issue]:
    """Yield the auxiliaries and the plain verbs of saying that disagree with their pronoun."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word in _RELATIVE:
            yield from _relative(story, number)
        elif word in _SINGULAR or word in _PLURAL:
            yield from _pronoun(story, number)


def _pronoun(story: Story, number: int) -> Iterator[Issue]:
    """`She have told`, `They was quoted`; *if he were* and *had she been* are right."""
    at = number + 1
    right = (_ONE if story.lower[number] in _SINGULAR else _MANY).get(story.word(at))
    before = story.text[number - 1].lower() if number > story.sentence_start(number) else ","
    opens = number == story.sentence_start(number) or before in _OPENERS or before in ('"', "”")
    reported = before in _REPORTS and story.is_plain(number - 1)
    if right is None or not (reported or (opens and _takes_participle(story, at + 1))):
        return
    if story.lower[number] == "it" and not reported:
        return
    ahead = story.lower[max(story.sentence_start(number), number - 6) : number]
    if not _UNREAL.isdisjoint(ahead) or (story.word(at) == "were" and not (reported and story.word(at + 1) in _NOT)):
        return
    yield _issue(story, at, right)


def _takes_participle(story: Story, at: int) -> bool:
    while story.word(at) in ("not", "also", "been", "never", "already", "since", "repeatedly"):
        at += 1
    return any(form in ("participle", "progressive") for form, _ in story.words.cues.get(story.word(at), ()))


def _relative(story: Story, number: int) -> Iterator[Issue]:
    """`An official who were briefed`, `The report, which show`."""
    head, verb = number - 1, number + 1
    if story.word(head) == ",":
        head -= 1
    which = _number(story, head, things=story.lower[number] == "which") or _titled(story, head)
    if not which or not story.is_plain(verb):
        return
    word = story.lower[verb]
    right = (_ONE if which == "singular" else _MANY).get(word)
    if which == "plural" and story.word(number - 1) == "," and _is_one_of(story, head):
        return  # "It was Ali, one of the baker's sons, who was hurt"
    aside = story.word(number - 1) == "," and story.lower[number] == "which"  # may stand for the whole clause
    if right is not None and not (which == "plural" and aside):
        yield _issue(story, verb, right)
        return
    uses = story.words.cues.get(word, ())
    forms = {form for form, _ in uses}
    verbal = "NOUN" not in english.parts_of_speech(word) or story.word(verb + 1) in ("to", "that")
    if which == "plural" and not aside | (forms != {"third"}) and verbal:
        spelt = (text for text, each in story.words.cues.items() if ("base", uses[0][1]) in each)
        yield _issue(story, verb, next(spelt))
    elif (
        which == "singular"
        and word in story.words.frequent_cues | _SAYS
        and forms == {"base"}
        and "NOUN" not in english.parts_of_speech(word)
    ):
        spelt = (text for text, each in story.words.cues.items() if ("third", uses[0][1]) in each)
        yield _issue(story, verb, next(spelt))


def _is_one_of(story: Story, head: int) -> bool:
    """Whether *one of* opens the aside that a plural ends."""
    low = max(story.sentence_start(head), head - 8)
    return any(story.lower[n : n + 2] == ["one", "of"] for n in range(low, head))


def _number(story: Story, head: int, things: bool) -> str:
    """Return the number of what stands before a relative, if one noun with its article is all there is."""
    words, noun = story.words, story.word(head)
    nouns = words.documents if things else words.persons
    if (
        not (story.is_plain(head) or head in story.firsts)
        or noun in words.mass
        or (noun not in nouns and words.organisations.get(noun) != "plural")
        or words.organisations.get(noun) == "singular"
    ):
        return ""
    if noun not in nouns:
        return "plural" if story.word(head - 1) == "the" else ""
    start = head
    low = story.sentence_start(head)
    while start > low and (story.is_plain(start - 1) or start - 1 == low) and head - start < 4:
        if story.lower[start - 1] in DETERMINERS or story.lower[start - 1] in PLURAL_SIGNS:
            start -= 1
            break
        if story.lower[start - 1] in words.function:
            break
        start -= 1
    first, before = story.word(start), story.word(start - 1)
    if nouns[noun] == "singular":
        clear = first in ("a", "an", "the", "another", "his", "her") and before not in ("of", "and", "or")
        return "singular" if clear and start < head else ""
    if before in ("to", "for", "at", "with") and story.word(start - 2) in words.persons:
        return ""  # "a lawyer to three widows who is"
    return "plural" if before not in ("of", "and", "or", "one") and noun not in words.mass else ""


def _titled(story: Story, head: int) -> str:
    """Return "singular" for a name behind a title: `Mr Tan, who have told the court`."""
    at = head
    while story.is_name(at) and at > head - 3 and story.lower[at] not in _TITLES:
        at -= 1
    return "singular" if at < head and story.word(at) in _TITLES and at in story.firsts else ""


_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "mr.", "mrs.", "ms.", "dr.", "judge", "sen", "rep", "gov"})


def _issue(story: Story, at: int, right: str) -> Issue:
    slot, reason = f"{story.lower[at - 1]} …", f"“{story.lower[at]}” does not agree with it"
    return Issue("agreement", story.span(at, at + 1), slot, reason, (right,))
