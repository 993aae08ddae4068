"""Nouns that can be a source: people, officials, organisations, documents, media, and those that name nobody."""

from __future__ import annotations

from functools import cache

from attribution_lint.packs import shipped_lexicon


@cache
def source_nouns(lexicon: str) -> frozenset[str]:
    """Return the nouns of a shipped lexicon in lower case, with their plurals and the last words of longer entries.

    The last word of a medium's name (Times, Post) is no medium by itself.
    """
    singulars = shipped_lexicon(lexicon)
    plurals = {_plural(noun) for noun in singulars}
    last_words = {noun.rsplit(" ", 1)[-1] for noun in singulars} if lexicon != "source-media" else set()
    return singulars | plurals | last_words


def can_be_source_word(word: str) -> bool:
    """Whether a lower-case noun names a person, a body, a document or a medium that can be a source."""
    return word in _all_nouns()


def is_document_word(word: str) -> bool:
    """Whether a lower-case noun names a document, data or a study."""
    return word in source_nouns("source-documents")


@cache
def _all_nouns() -> frozenset[str]:
    return (
        source_nouns("source-people")
        | source_nouns("source-organisations")
        | source_nouns("source-documents")
        | source_nouns("source-media")
        | source_nouns("source-vague")
    )


def _plural(noun: str) -> str:
    if noun.endswith(("man", "woman")):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun + "s"
