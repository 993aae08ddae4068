"""Which lexicons of phrases can convict, which only where they open a unit, and which speak for or against."""

from __future__ import annotations

from functools import cache

from attribution_lint.checks.boilerplate.phrases import PhraseBook, phrase_book

_CONVICTING = (
    "objects-media",
    "phrases-assistant",
    "phrases-bio",
    "phrases-credit",
    "phrases-desk",
    "phrases-disclaimer",
    "phrases-embed",
    "phrases-interruption",
    "phrases-note",
    "phrases-opening-credit",
    "phrases-origin",
    "phrases-photo",
    "phrases-press",
    "phrases-promo",
    "phrases-related",
    "phrases-rights",
    "phrases-site",
    "phrases-wire",
    "words-newsroom",
)
# Read only where a sentence or a bracket opens.
_LABELS = (
    "labels-agency",
    "labels-assistant",
    "labels-contact",
    "labels-credit",
    "labels-desk",
    "labels-disclaimer",
    "labels-meta",
    "labels-note",
    "labels-photo",
    "labels-press",
    "labels-promo",
    "labels-related",
    "labels-rights",
    "labels-site",
    "labels-weak",
    "labels-wire",
)
_SUPPORTING = (
    "acts-ask",
    "acts-assistant",
    "acts-report",
    "objects-draft",
    "objects-here",
    "objects-rights",
    "objects-social",
    "words-assistant",
    "words-reader",
    "words-self",
    "words-story",
)


@cache
def convicting() -> PhraseBook:
    """The phrases that can convict."""
    return phrase_book(_CONVICTING)


@cache
def labels() -> PhraseBook:
    """The labels that can open a unit."""
    return phrase_book(_LABELS)


@cache
def supporting() -> PhraseBook:
    """The words that speak for or against what others convict."""
    return phrase_book(_SUPPORTING)
