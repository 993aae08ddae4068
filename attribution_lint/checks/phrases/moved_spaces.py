"""A space that stands a letter or two from its place: `accordin gto`, `t othe paper`, `th eminister said`.

One of the two pieces is no word. Their letters part into two words elsewhere, both of which are usual and are usually
written side by side (symspellpy's lists of words and pairs). As a space is moved and none lost, only two neighbours are
looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.agreement import is_finite_cue
from attribution_lint.checks.phrases.formation import is_formed, is_unknown
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.spacing_issues import spacing_issue
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_FOREIGN = group("foreign-particles")
_MOST_MOVED = 2
_USUAL = 6.4
_LEAST_TOGETHER, _LEAST_WITH_WORD, _LEAST_OF_SHORT = 6.8, 8.0, 9.5
"""Decimal logarithm of how often the two are written side by side: where both pieces are none, where one is a short
word, and where all letters are few."""
_LEAST_OF_WORDS = 7.5
_SHORTEST, _LONG, _SHORT = 5, 3, 3
_LETTERS = frozenset("bcdefghjklmnopqrstuvwyz")
"""Letters that are no word; *x* is one."""
_GOVERNS = group("prepositions") | {"said", "says", "told", "cited"}
_FAR = 6
_LEAST_FAR = 7.4
_AFTER_THE = frozenset({"them", "then", "there", "these", "they"})
_AFTER_A = frozenset({"are", "as", "at", "all", "am"})
"""Words that begin with an article, and whose other letters may be those of the next word."""


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    """Whether a word that is none is a usual word with a letter or two more, or if short with one less, at either end.

    Where a long piece has lost a letter, the piece beside it has one too many.
    """
    if word in _AFTER_THE or word in _AFTER_A or (len(word) == 1 and word in _LETTERS):
        return True
    if len(word) < 2 or not word.isalpha() or not word.isascii() or not is_unknown(word):
        return False
    moves = range(1, min(_FAR, len(word) - 2) + 1)
    if any(_is_usual(word[moved:], words) or _is_usual(word[:-moved], words) for moved in moves):
        return True
    if _SHORT < len(word) < _SHORTEST:
        return False
    return any(_is_usual(letter + word, words) or _is_usual(word + letter, words) for letter in ascii_lowercase)


def moved_spaces(story: Story) -> Iterator[Issue]:
    """Yield the pairs of pieces whose letters are two words of a frame that part elsewhere."""
    last = -1
    for number, word in story.among(_matters):
        if not _matters(word, story.words):
            continue
        for first in (number - 1, number):
            if first > last and _is_pair(story, first):
                parted = parted_anew(story.lower[first], story.lower[first + 1], story.words)
                if parted and not story.recurs(word):
                    last = first + 1
                    letters = story.text[first] + story.text[first + 1]
                    right = f"{letters[:parted]} {letters[parted:]}"
                    yield spacing_issue("split-word", story.span(first, first + 2), right, "the space is out of place")
                    break


def _is_pair(story: Story, first: int) -> bool:
    """Whether two words in small letters stand apart from each other and beside nothing foreign."""
    second = first + 1
    if first < 0 or not story.is_plain(second) or story.glued(first):
        return False
    opens = first in story.firsts and not story.spoken[first] and story.text[first][1:].islower()
    opens = opens or (first in story.firsts and len(story.text[first]) == 1)
    if not story.is_plain(first) and not (opens and story.text[first].isalpha() and story.text[first].isascii()):
        return False
    if story.in_compound(first) or story.in_compound(second):
        return False
    if story.lower[first] in _AFTER_A and story.word(first - 1) not in _GOVERNS:
        return False  # "ahead are port and starboard"
    return story.word(first - 1) not in _FOREIGN and story.word(second + 1) not in _FOREIGN


@lru_cache(maxsize=8192)
def parted_anew(first: str, second: str, words: Vocabulary) -> int:
    """Return behind which letter two pieces part into two usual words; 0 if they do not, or may stand as they are."""
    letters = first + second
    pieces = [piece for piece in (first, second) if _is_piece(piece)]
    if not pieces:
        return _behind_article(first, second, words)
    if english.togetherness(first, second) or first in _FOREIGN or second in _FOREIGN:
        return 0
    sure = len(pieces) == 2 or (len(pieces[0]) > _SHORTEST and not is_formed(pieces[0]))
    least = _LEAST_TOGETHER if sure else _LEAST_WITH_WORD
    if len(letters) < _SHORTEST:
        if len(pieces) < 2:
            return 0
        least = _LEAST_OF_SHORT
    found = 0
    best = 0.0
    if len(pieces) == 1 and len(pieces[0]) >= _SHORTEST and not is_formed(pieces[0]):
        least = min(least, _LEAST_FAR)
    far = _FAR if is_unknown(first) and len(first) >= _SHORT else _MOST_MOVED
    for at in (len(first) + moved for moved in range(-far, far + 1) if moved):
        left, right = letters[:at], letters[at:]
        if not (0 < at < len(letters)) or not (_is_usual(left, words) and _is_usual(right, words)):
            continue
        if abs(at - len(first)) > 1 and min(len(left), len(right)) < _LONG and far == _MOST_MOVED:
            continue
        together = english.togetherness(left, right)
        if abs(at - len(first)) > _MOST_MOVED and together < _LEAST_FAR:
            continue
        reports = is_finite_cue(right, words) and left in words.speakers
        reports = reports or (len(pieces) == 2 and right in words.persons and left in words.sources)
        if (together >= least or reports) and together >= best:
            found, best = at, together
    return found


def _behind_article(first: str, second: str, words: Vocabulary) -> int:
    """Return where *the* or *a* ends in two words that are never side by side, as a source or a document stands behind
    it: `there port`, `are port`; 0 if none does.
    """
    article = "the" if first in _AFTER_THE else "a" if first in _AFTER_A else ""
    rest = (first + second)[len(article) :]
    known = rest in words.sources if article == "the" else words.documents.get(rest) == "singular"
    if not article or not known or english.togetherness(first, second):
        return 0
    return len(article) if english.togetherness(article, rest) >= _LEAST_OF_WORDS else 0


def _is_piece(word: str) -> bool:
    return is_unknown(word) or (len(word) == 1 and word != "a")  # a small *i* is no word


def _is_usual(word: str, words: Vocabulary) -> bool:
    if len(word) == 1:
        return word == "a"
    return word in words.speakers or (english.frequency(word) >= _USUAL and english.is_word(word))
