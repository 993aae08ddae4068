"""The ledger: every figure and quotation with its source, in source offsets."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given, settings

from attribution_lint.ledger import Ledger, ledger_of
from attribution_lint.linter import Linter

LINTER = Linter()
STORY = (
    "# Rents rise 9%\n\n"
    "**Ada Moss**, the mayor, said rents had risen 9% &amp; 1,200 homes stood empty. “We need 400 more,” she said.\n\n"
    "Some 3,500 families left the city. “It never ends.”\n"
)


def ledger(text: str, path: str = "draft.md") -> Ledger:
    story = LINTER.read(text.encode(), path)
    return ledger_of(story.draft, story.prose, story.analysis)


def test_places_are_of_the_source() -> None:
    book = ledger("🙂 " + STORY)
    found = [*book.figures, *book.quotes]
    assert found
    for entry in found:
        assert ("🙂 " + STORY)[entry.words.start : entry.words.end] == entry.words.text
    assert [(each.words.text, each.words.line) for each in book.figures][-1] == ("3,500", 5)


def test_a_figure_names_its_voice() -> None:
    book = ledger(STORY)
    by_text = {each.words.text: each for each in book.figures}
    sourced = by_text["1,200"]
    assert (sourced.status, sourced.voice is not None and book.cast[sourced.voice].name) == ("attributed", "Ada Moss")
    assert (by_text["3,500"].status, by_text["3,500"].voice) == ("unattributed", None)


def test_what_a_voice_carries() -> None:
    moss = next(voice for voice in ledger(STORY).cast if voice.name == "Ada Moss")
    assert (moss.quoted_words, moss.named, moss.carries) == (4, True, True)
    assert moss.figures == 3


def test_paragraphs_know_where_they_hang() -> None:
    paragraphs = ledger(STORY).paragraphs
    assert [(each.kind, each.line, each.hangs) for each in paragraphs] == [
        ("heading", 1, False), ("paragraph", 3, False), ("paragraph", 5, True),
    ]  # fmt: skip
    assert paragraphs[1].sourced > 10
    assert (paragraphs[2].sourced, paragraphs[2].figures) == (0, {"unattributed": 1})


def test_an_empty_draft_has_an_empty_ledger() -> None:
    book = ledger("", "draft.txt")
    assert (book.figures, book.quotes, book.cast, book.paragraphs) == ((), (), (), ())


@settings(max_examples=40)
@given(st.lists(st.sampled_from([*"“”\"' \n.,", "Moss", " said ", "12%", "she ", "&amp;", "**", "🙂"]), max_size=30))
def test_every_text_keeps_its_place(parts: list[str]) -> None:
    text = "".join(parts)
    book = ledger(text)
    for entry in [*book.figures, *book.quotes]:
        assert text[entry.words.start : entry.words.end] == entry.words.text
    for paragraph in book.paragraphs:
        assert 0 <= paragraph.sourced <= paragraph.count
    assert sum(voice.figures for voice in book.cast) <= len(book.figures)
