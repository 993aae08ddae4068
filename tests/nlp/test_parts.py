"""A block looked at before is not looked at again, and what is said of the story is the same as if it had been."""

from __future__ import annotations

from dataclasses import asdict

from hypothesis import given, settings
from hypothesis import strategies as st

from attribution_lint import kept
from attribution_lint.ledger import ledger_of
from attribution_lint.linter import Linter
from attribution_lint.nlp.parts import parts
from tests.nlp.stories import story

LINTER = Linter()
PARAGRAPHS = (
    "Rents in the old port rose by 14 percent, the harbour office said.",
    "“Nobody asked us,” said Ada Moss, the mayor. “We waited for weeks.” About 2,300 homes stand empty.",
    "According to offcials, the work will cost $7 million. The officials says it is safe.",
    "Read more: Ten ways to save on rent",
    "Image: the quay at low tide (Ben Okafor/Example News)",
    "A survey of 900 teachers fond that most had skipped a meal, acording to the union.",
    "Here is a draft of your article. Let me know if you would like any changes!",
    "The minister told that the bridge was closed.",
    "# Homes in the port stand empty",
)
PIECES = ("x", ".", " ", "\n\n", "“", "”", "12 ", "said ", "the mayor ", "offcials ", " percent", "*", "[", "\n")
EDITS = st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 30), st.sampled_from(PIECES)), min_size=1, max_size=6)


def everything(text: str) -> object:
    read = LINTER.read_text(text, "draft.md")
    ledger = ledger_of(read.draft, read.prose, read.analysis)
    return LINTER.lint(read).diagnostics, asdict(ledger)


@settings(max_examples=30)
@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=8), EDITS)
def test_what_is_kept_is_what_would_be_found(paragraphs: list[str], edits: list[tuple[int, int, str]]) -> None:
    text = "\n\n".join(paragraphs)
    everything(text)
    for place, cut, piece in edits:
        at = place % (len(text) + 1)
        text = text[:at] + piece + text[at + cut :]
        warm = everything(text)
        kept.forget()
        assert everything(text) == warm


def test_a_word_that_comes_to_stand_twice_changes_what_is_said_of_another_paragraph() -> None:
    first = "Nobody was hurt, according to offcials."
    lone = LINTER.lint_text(first, "draft.txt").diagnostics
    twice = LINTER.lint_text(f"{first}\n\nThe offcials of the game were late.", "draft.txt").diagnostics
    assert [each.text for each in lone] == ["offcials"]
    assert LINTER.lint_text(first, "draft.txt").diagnostics == lone
    kept.forget()
    assert LINTER.lint_text(f"{first}\n\nThe offcials of the game were late.", "draft.txt").diagnostics == twice


def test_a_part_holds_its_block_and_nothing_else() -> None:
    whole = story("“One,” she said.\n\nIn all, “two” came. They left.\n\nThree.")
    texts = [part.analysis(whole).text for part in parts(whole)]
    assert texts == ["“One,” she said.", "In all, “two” came. They left.", "Three."]
    assert parts(whole) is parts(whole)
    inner = parts(whole)[1].analysis(whole)
    assert inner.words.text == ["In", "all", ",", "“", "two", "”", "came", ".", "They", "left", "."]
    assert [inner.slice(sentence.span) for sentence in inner.sentences] == ["In all, “two” came.", "They left."]
    assert [inner.slice(quotation.inner) for quotation in inner.quotations] == ["two"]
    assert [inner.words.text[sentence.first] for sentence in inner.sentences] == ["In", "They"]
