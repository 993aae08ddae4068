"""Sentences: every block is cut on its own, so that no sentence ever runs across paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from attribution_lint.formats.prose import trimmed
from attribution_lint.kept import Kept
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis, Sentence, Words
from attribution_lint.packs import shipped_lexicon

# A full stop, closed or not, with what may open a sentence behind it.
_END = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>[\"”’'»)\]]*+)(?=\s+(?P<open>[\"“‘'«(\[$£€#@*—–-]*)(?P<next>[^\W_]))"
)
# Two sentences whose space was lost at a quotation mark: …end.”“Next or …end.”Next
_TIGHT_END = re.compile(r"[.!?…][”\"](?=[“\"]?[A-Z][a-z])")
_LAST_WORD = re.compile(r"[^\s(“\"‘'\[—–-]{1,30}$")
_WORD = re.compile(r"\w+")
_MOST_WORDS = 500  # what looks longer is no sentence; checks may look at all of one from each of its words
_INITIALISM = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]")
_LIST_NUMBER = re.compile(r"\d{1,3}|[ivx]{1,4}|[a-z]")


def find_sentences(analysis: Analysis) -> list[Sentence]:
    """Return the sentences of all blocks in order; a block of code or with no words has none."""
    sentences: list[Sentence] = []
    starts = analysis.words.start
    for number, block in enumerate(analysis.blocks):
        at, text = block.span.start, analysis.text_of(number)
        here = at, bisect_left(starts, at), number
        if (cut := _kept.get(text)) is None:
            _kept.put(text, cut := _Cut(list(_cut(analysis.words, block.span, text))))
        sentences += cut.placed(here)
    return sentences


class _Cut:
    """The sentences of a block, by their places in it, and as they stood in the story the last time.

    While somebody types, all that is above stays where it is.
    """

    def __init__(self, inside: list[tuple[int, int, int, int]]) -> None:
        self._inside = inside
        self._last: tuple[tuple[int, int, int], list[Sentence]] | None = None

    def placed(self, here: tuple[int, int, int]) -> list[Sentence]:
        """Return them for a block that starts at that offset and word and has that number; not to be changed."""
        if self._last is None or self._last[0] != here:
            at, word, block = here
            self._last = (
                here,
                [
                    Sentence(Span(start + at, end + at), first + word, last + word, block)
                    for start, end, first, last in self._inside
                ],
            )
        return self._last[1]


_kept: Kept[_Cut] = Kept()


def _cut(words: Words, block: Span, text: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield the sentences of a block: start, end, first word and the one past the last, counted from its own start."""
    word = bisect_left(words.start, block.start)
    for inner in split(text, Span(0, len(text))):
        span = inner.moved(block.start)
        first, last = bisect_left(words.start, span.start), bisect_left(words.start, span.end)
        for at in range(first, last, _MOST_WORDS):
            end = min(at + _MOST_WORDS, last)
            start, past = span if at == first and end == last else words.span(at, end)
            yield start - block.start, past - block.start, at - word, end - word


def split(text: str, block: Span) -> Iterator[Span]:
    """Yield the spans of the sentences in `block`, without the white space between them."""
    start = block.start
    for end in _ends(text, block):
        if end > start:
            span = trimmed(text, start, end)
            if span.start < span.end:
                yield span
            start = end
    span = trimmed(text, start, block.end)
    if span.start < span.end:
        yield span


def _ends(text: str, block: Span) -> list[int]:
    ends = [
        match.end()
        for match in _END.finditer(text, block.start, block.end)
        if _closes_sentence(text, block.start, match)
    ]
    ends += [match.end() for match in _TIGHT_END.finditer(text, block.start, block.end)]
    return sorted(set(ends))


def _closes_sentence(text: str, block_start: int, match: re.Match[str]) -> bool:
    follower = match["next"]
    if match["stop"] != ".":
        # "Who?" he asked: a small letter goes on with the sentence.
        return follower.isupper() or follower.isdigit() or bool(match["open"])
    if follower.islower():
        return False
    if match["close"]:
        return True
    word_match = _LAST_WORD.search(text, max(block_start, match.start() - 30), match.start())
    word = word_match.group() if word_match else ""
    if not word:
        return True
    lower = word.lower()
    next_word = _WORD.match(text, match.start("next"))
    opens = next_word is not None and next_word.group().lower() in shipped_lexicon("sentence-openers")
    if word_match and word_match.start() == block_start and _LIST_NUMBER.fullmatch(lower):
        return False
    if lower in shipped_lexicon("abbreviations"):
        # "No. 7", but "He said no. The vote …"
        return lower == "no" and not follower.isdigit()
    if _INITIALISM.fullmatch(word) and (len(word) > 1 or word.isupper()):
        # "J. Smith" never ends a sentence; "in the U.S. The vote" may.
        return opens and len(word) > 1
    return True
