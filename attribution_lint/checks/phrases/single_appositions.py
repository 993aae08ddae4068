"""Several persons of whom one is named: `The paper's lead AUTHORS, Dr Prisca Nantume, said that she`.

An apposition that is all of what it stands beside agrees with it in number (Quirk et al. 1985, 17.66).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_TITLES = group("titles-of-speakers") | {"mr.", "mrs.", "ms.", "dr.", "prof."}
_OPENERS = frozenset({"the", "his", "her", "its", "their"})
_ONE = frozenset({"he", "she"})
_LONGEST = 5


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _TITLES


def single_appositions(story: Story) -> Iterator[Issue]:
    """Yield the plurals at the opening of a sentence that one name between commas stands beside."""
    for title, word in story.among(_matters):
        noun = title - 2
        if word not in _TITLES or noun < 1 or story.text[title - 1] != "," or not story.is_capital(title):
            continue
        one = story.words.singulars.get(story.lower[noun], "")
        plural = story.words.persons.get(story.lower[noun]) == "plural" and one in story.words.persons
        if plural and story.is_plain(noun) and _opens_sentence(story, noun) and _speaks_alone(story, title):
            reason = f"takes the singular; “{story.lower[noun]}” is plural"
            yield Issue("agreement", story.span(noun, noun + 1), f"… {story.text[title]}", reason, (one,))


def _opens_sentence(story: Story, noun: int) -> bool:
    """Whether the phrase of the plural opens the sentence, uncounted."""
    low = story.sentence_start(noun)
    if noun - low > _LONGEST or story.lower[low] not in _OPENERS or story.spoken[low]:
        return False
    inside = story.lower[low + 1 : noun]
    owned = all(word not in story.words.function or word in ("'s", "’s", "'", "’") for word in inside)
    return owned and PLURAL_SIGNS.isdisjoint(inside) and not any(word in ("&", ",", "-") for word in inside)


def _speaks_alone(story: Story, title: int) -> bool:
    """Whether one name ends at a comma, and its cue and then *she* or *he* follow."""
    at = title + 1
    while story.is_capital(at) or story.text[at : at + 1] == ["."]:
        at += 1
    if at == title + 1 or story.word(at) != "," or story.word(at + 1) not in story.words.frequent_cues:
        return False
    behind = story.lower[at + 1 : min(at + 9, story.sentence_end(title))]
    said = next((n for n, word in enumerate(behind) if word in ("that", "she", "he")), None)
    return said is not None and not _ONE.isdisjoint(behind[said : said + 2]) and "," not in behind[:said]
