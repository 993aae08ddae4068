"""Phrases of residue: how lexicon entries are read and where they fit."""

from __future__ import annotations

import pytest

from attribution_lint.checks.boilerplate.phrases import PhraseBook
from attribution_lint.checks.boilerplate.tokens import tokens
from attribution_lint.model import Span


def hits(entry: str, text: str) -> list[str]:
    found = tokens(text, Span(0, len(text)))
    book = PhraseBook({"x": [entry]})
    return [text[found.start[hit.first] : found.end[hit.last - 1]] for hit in book.hits(found)]


@pytest.mark.parametrize(
    ("entry", "text", "expected"),
    [
        ("sign/signing up", "Try signing up or sign  up.", ["signing up", "sign  up"]),
        ("signup", "The Sign-Up form", ["Sign-Up"]),
        (
            "for more … visit URL",
            "For more on this, visit https://a.example/b.",
            ["For more on this, visit https://a.example/b"],
        ),
        ("for more … visit URL", "For more a b c d e f visit https://a.example", []),
        ("NUM comments", "There were 12 comments", ["12 comments"]),
        ("follow HANDLE", "Follow @ada_q now", ["Follow @ada_q"]),
        ("editor's note", "EDITOR’S NOTE", ["EDITOR’S NOTE"]),
        ("a b", "A c b", []),
    ],
)
def test_entries_fit(entry: str, text: str, expected: list[str]) -> None:
    assert hits(entry, text) == expected


def test_an_entry_fits_at_a_place() -> None:
    text = "Read more: read more"
    found = tokens(text, Span(0, len(text)))
    book = PhraseBook({"x": ["read more"]})
    assert [hit.first for hit in book.hits_at(found, 0)] == [0]
    assert book.hits_at(found, 1) == []


def test_tokens_keep_their_places() -> None:
    text = "Mail a.b@c.example, or see www.d.example/e."
    found = tokens(text, Span(0, len(text)))
    assert found.form == ["mail", "MAIL", ",", "or", "see", "URL", "."]
    assert text[found.start[5] : found.end[5]] == "www.d.example/e"
