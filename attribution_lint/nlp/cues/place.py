"""A word that may be a cue, with the words on either side."""

from __future__ import annotations

from msgspec import Struct

from attribution_lint.nlp.analysis import Analysis, Sentence, Words


class Place(Struct, frozen=True):
    """The word `index` in its sentence, in lower case, as are its neighbours.

    `before` is empty for the first word of the sentence, `after` a full stop for the last.
    """

    analysis: Analysis
    sentence: Sentence
    index: int
    word: str
    before: str
    after: str

    @property
    def words(self) -> Words:
        """The words of the story."""
        return self.analysis.words

    @property
    def second_before(self) -> str:
        """The second word before, in lower case; empty if there is none in the sentence."""
        return self.words.lower[self.index - 2] if self.index - 2 >= self.sentence.first else ""

    @property
    def second_after(self) -> str:
        """The second word behind, in lower case; empty if there is none in the sentence."""
        return self.words.lower[self.index + 2] if self.index + 2 < self.sentence.last else ""


def place_of(analysis: Analysis, sentence: Sentence, index: int) -> Place:
    """Return the word `index` of a sentence with its neighbours."""
    lower = analysis.words.lower
    return Place(
        analysis,
        sentence,
        index,
        lower[index],
        lower[index - 1] if index > sentence.first else "",
        lower[index + 1] if index + 1 < sentence.last else ".",
    )
