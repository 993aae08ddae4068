"""Sentences are cut where an editor would cut them, and never across paragraphs."""

import pytest

from attribution_lint.formats.prose import Block, OffsetMap, Prose
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import analysis_of
from attribution_lint.nlp.pipeline import analyse
from attribution_lint.nlp.sentences import split


@pytest.mark.parametrize(
    "sentences",
    [
        ["Sen. Ada Moss (D-Ore.) said no.", "The U.S. Army left.", "It cost $1.5 million."],
        ["He moved to the U.S. in May.", "No. 7 was next."],
        ["They live in the U.S.", "The harbor froze."],
        ["“Who goes there?” he asked.", "“Me.”", "Nobody laughed."],
        ["Prices rose 4.5 percent.", "2016 was worse."],
        ["She said no.", "The vote was 7-2."],
        ["Wait… what?", "Yes!"],
    ],
)
def test_sentences_are_cut_at_their_ends(sentences: list[str]) -> None:
    text = " ".join(sentences)
    found = [text[span.start : span.end] for span in split(text, Span(0, len(text)))]
    assert found == sentences


def test_what_never_ends_is_cut_into_pieces() -> None:
    text = "word " * 1200
    found = analyse(Prose(text, (Block(Span(0, 5999), Span(0, 5999)),), OffsetMap.identity(6000)))
    sentences = analysis_of(found).sentences
    assert [(s.first, s.last) for s in sentences] == [(0, 500), (500, 1000), (1000, 1200)]
    assert sentences[1].span == Span(2500, 4999)
