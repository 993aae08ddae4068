"""The number of a cue beside persons with a title, and of one that stands before its source.

*Mr Osei and Mrs Boateng says*, *“…,” Ms Otieno say*, *“…,” says farmers*. A name with no title may be a firm's, which
takes either number (Quirk et al. 1985, 10.36 and 10.37), and so is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary

_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "mr.", "mrs.", "ms.", "dr.", "prof"})
_LONGEST, _FARTHEST = 5, 14
_ENDS = frozenset({".", ",", ";", "—", "–"})
_ADJUNCTS = frozenset({"in", "at", "from", "near", "who", "of", "on", "for"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return _is_present(word, words)


def _is_present(word: str, words: Vocabulary) -> bool:
    return word in words.cues and {form for form, _ in words.cues[word]} in ({"base"}, {"third"})


def bad_numbers_by_name(story: Story) -> Iterator[Issue]:
    """Yield the cues in the present whose number is not that of the persons beside them."""
    for number, word in story.among(_matters):
        if story.spoken[number] or not story.is_plain(number) or not _is_present(word, story.words):
            continue
        single = story.words.cues[word][0][0] == "third"
        if number and story.text[number - 1] in QUOTE_MARKS:
            yield from _inverted(story, number, single)
        elif single:
            yield from _two(story, number)
        else:
            yield from _one(story, number)


def _two(story: Story, verb: int) -> Iterator[Issue]:
    """`Mr Osei and Mrs Boateng says`: two names, each with a title, open the sentence."""
    second = _titled_before(story, verb)
    if second is None or story.word(second - 1) != "and":
        return
    first = _titled_before(story, second - 1)
    if first is not None and first == story.sentence_start(verb) and _is_verb_here(story, verb):
        yield _issue(story, verb, "… and …", ("base", "past"))


def _one(story: Story, verb: int) -> Iterator[Issue]:
    """`“…,” Ms Otieno say.`, `Mr Osei say the`: one name with a title."""
    first = _titled_before(story, verb)
    if first is None or story.word(first - 1) in ("and", "or", "let", "nor"):
        return
    opens = first == story.sentence_start(verb) or story.text[first - 1] in QUOTE_MARKS
    if opens and (_is_verb_here(story, verb) or story.text[verb + 1 : verb + 2] == ["."]):
        yield _issue(story, verb, f"{story.text[first]} …", ("third", "past"))


def _inverted(story: Story, verb: int, single: bool) -> Iterator[Issue]:
    """`“…,” says farmers in the valley`, `“…,” say Ms Otieno`."""
    at, words = verb + 1, story.words
    if single:
        while (
            story.is_plain(at) and story.lower[at] not in words.function and words.persons.get(story.lower[at]) is None
        ):
            at += 1
        noun = story.word(at)
        many = words.persons.get(noun) == "plural" and noun not in words.mass and at < verb + 4
        after = story.text[at + 1] if at + 1 < len(story) else "."
        if many and story.is_plain(at) and (after in _ENDS or story.word(at + 1) in _ADJUNCTS):
            yield _issue(story, verb, f"… {noun}", ("base", "past"))
        return
    end = at
    while story.is_capital(end) or story.text[end : end + 1] == ["."]:
        end += 1
        if end - at > _LONGEST:
            return
    ends = end >= len(story) or story.text[end] in _ENDS or story.word(end) in _ADJUNCTS
    if story.word(at) in _HONORIFICS and ends and end > at + 1 and not _lists(story, end):
        yield _issue(story, verb, f"… {story.slice(at, end)}", ("third", "past"))


def _lists(story: Story, end: int) -> bool:
    """Whether more names follow."""
    stop = min(end + _FARTHEST, len(story))
    return any(story.lower[at] == "and" and story.is_capital(at + 1) for at in range(end, stop))


def _titled_before(story: Story, end: int) -> int | None:
    """Return where a name with a title starts that ends before a word; None if there is none."""
    at = end - 1
    while end - at <= _LONGEST and at >= 0 and (story.is_capital(at) or story.text[at] == "."):
        if story.lower[at] in _HONORIFICS:
            return at if end - at > 1 else None
        at -= 1
    return None


def _is_verb_here(story: Story, verb: int) -> bool:
    """Whether the word can be nothing but the verb: no noun, or a clause follows."""
    after = story.word(verb + 1)
    follows = after in ("that", "the", "a", "an", "he", "she", "they", "it", "there", "no", "his", "her", "their")
    return follows or "NOUN" not in english.parts_of_speech(story.lower[verb])


def _issue(story: Story, verb: int, slot: str, wanted: tuple[Form, ...]) -> Issue:
    table = story.words.cues
    base = table[story.lower[verb]][0][1]
    right = tuple(next(spelt for spelt, uses in table.items() if (form, base) in uses) for form in wanted)
    return Issue("agreement", story.span(verb, verb + 1), slot, f"“{story.lower[verb]}” does not agree with it", right)
